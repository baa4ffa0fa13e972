// The short forms about an open case: a discussion, an agreed time, the next stage, a duty, the
// outcome, a reply, another version of the procedure.
#include <algorithm>
#include <optional>

#include "app/answers.h"
#include "base/text.h"
#include "casework/stage_words.h"
#include "documents/case_words.h"
#include "documents/readiness.h"
#include "policy/rules.h"
#include "ui/app_view.h"
#include "ui/form.h"
#include "ui/kept_rules.h"
#include "ui/policy_words.h"
#include "ui/writing_aid.h"

namespace ui {
namespace {

using app::Page;
using documents::Purpose;

FieldOptions hinted(const char* hint, bool required = true, int rows = 5) {
  FieldOptions options;
  options.hint = hint;
  options.required = required;
  options.rows = rows;
  return options;
}

void discussion(Form& form) {
  form.date("held_on", "When did it take place?", hinted("For example, 27 3 2026"));
  form.radios("channel", "How?",
              {{"Telephone", "Telephone", ""},
               {"Video call", "Video call", ""},
               {"In person", "In person", ""},
               {casework::kMeetingChannel, "A meeting of several people", ""},
               {"Email or letter", "Email or letter", ""}});
  form.text("with", "Who took part?", hinted("Names, roles and agencies"));
  form.area("account", "What was said?",
            hinted("What each side sees and thinks, as near to their words as you can. Facts apart "
                   "from opinion.",
                   true, 7),
            Purpose::kAccount);
  form.area("agreed", "What was agreed?", hinted("Who does what, by when", false, 3),
            Purpose::kOutcome);
}

void reply(Form& form) {
  form.date("received_on", "When did it arrive?", hinted("For example, 27 3 2026"));
  form.text("from", "Who replied?", hinted("Name, role and agency"));
  form.area("account", "What does it say?", hinted("As near to its own words as you can"),
            Purpose::kAccount);
  form.yes_no("agreed", "Does it settle the disagreement?");
}

// The clock says whether a time is agreed by both sides, stated by one, or set to protect.
std::string time_for(const app::AppState& state, const casework::Case& open,
                     const policy::Policy& policy, Form& form) {
  const policy::Clock* clock = policy.clock(state.target);
  const policy::Budget* budget = policy.budget(state.target);
  const std::string kind = open.opened.fact.subject.kind;
  const std::string stage =
      casework::stages_together(policy, budget ? budget->stages : std::vector{open.stage()});
  const std::string within = casework::within_sentence(stage);
  const bool declared = clock && clock->kind == policy::ClockKind::kDeclared;
  const bool protects = clock && clock->or_protective && clock->kind == policy::ClockKind::kFixed;
  if (declared) {
    heading(1, "By when should " + within + " be resolved?");
  } else if (protects) {
    heading(
        1, kind == "theme" ? "A date that protects" : "A date that protects " + subject_noun(kind));
  } else {
    heading(1, "Agree a time for " + within);
  }
  if (clock) {
    paragraph(policy::clock_in_words(*clock, policy) + ".");
    inset(policy::in_words(clock->cite, policy));
  }
  const auto latest = casework::latest_agreeable(open, state.setting(policy, open), state.target);
  if (latest && !protects) {
    paragraph("By " + calendar::end_in_words(*latest) + " at the latest.");
  }
  form.date("until", "Until when?",
            hinted(protects ? "It counts when it is earlier than the procedure’s own time. For "
                              "example, 27 3 2026"
                            : "The date by which it is to be settled. For example, 27 3 2026"));
  if (declared || protects) {
    form.text("with", "Who was told?", hinted("Name, role and agency", false));
  } else {
    form.text("with", "Agreed with whom?", hinted("Name, role and agency"));
  }
  const std::string noun = subject_noun(kind);
  const std::string need = noun.empty() ? "" : base::capitalised(noun) + "’s needs decide the time";
  form.area("reason", "Why this date?", hinted(need.c_str(), false, 3));
  return declared ? "Save the time" : protects ? "Save the date" : "Save the agreed time";
}

// "Three rules are changed, one is added, none is removed."
void what_differs(const SharedPolicy& before, const SharedPolicy& after) {
  int changed = 0, added = 0, removed = 0;
  for (const policy::ComparedSection& section : compared(before, after)) {
    for (const policy::ComparedRule& rule : section.rules) {
      changed += rule.change == policy::Change::kChanged ? 1 : 0;
      added += rule.change == policy::Change::kAdded ? 1 : 0;
      removed += rule.change == policy::Change::kRemoved ? 1 : 0;
    }
  }
  paragraph("Rules changed: " + std::to_string(changed) + "; added: " + std::to_string(added) +
            "; removed: " + std::to_string(removed) + ".");
}

// Times are kept by the id of their clock.
void lost_times(const casework::Case& open, const policy::Policy& before,
                const policy::Policy& after) {
  std::vector<std::string> told;
  for (const auto& time : open.times) {
    const std::string& id = time.fact.clock;
    const policy::Clock* clock = before.clock(id);
    const policy::Budget* budget = before.budget(id);
    const bool runs = time.fact.stage == open.stage() ||
                      (budget && casework::names_stage(budget->stages, open.stage()));
    if (!clock || !runs || after.clock(id) ||
        std::find(told.begin(), told.end(), id) != told.end()) {
      continue;
    }
    told.push_back(id);
    warning("The time set for “" + clock->what + "” does not carry over.");
  }
}

void change_policy(const app::AppState& state, app::Commands& commands, const casework::Case& open,
                   const policy::Policy& before, Form& form) {
  const policy::Policy* after = state.other_policy_of(open);
  heading(1, "Move this case to another version");
  if (!after) return;
  paragraph("From " + policy_name(before) + ", to " + version_words(*after) +
            ". What has happened stays as it is; the times from here on are that version’s.");
  lost_times(open, before, *after);
  what_differs(policy_with(state, before.hash), policy_with(state, after->hash));
  if (link("differs", "See what differs")) {
    commands.push_back(app::ShowComparison{before.hash, after->hash});
  }
  std::vector<Option> stages;
  for (const policy::Stage& stage : after->stages) {
    stages.push_back({stage.id, documents::stage_heading(*after, stage.id), ""});
  }
  FieldOptions where;
  where.hint = "It stands at " + documents::stage_heading(before, open.stage()) +
               " of the version it runs under";
  form.radios("stage", "Where does it stand in that version?", stages, where);
  if (!after->priorities.empty() && !after->priority(open.priority())) {
    std::vector<Option> priorities;
    for (const policy::Priority& each : after->priorities) {
      priorities.push_back({each.id, each.title, each.text});
    }
    form.radios("priority", "How urgent is it?", priorities, hinted("Times may depend on it."));
  }
  form.area("reason", "Why is it moved?", hinted("For example, who decided it", true, 3));
}

}  // namespace

void step_view(const app::AppState& state, app::Commands& commands) {
  const casework::Case* open = state.open_case();
  const policy::Policy* policy = open ? state.policy_of(*open) : nullptr;
  if (!policy) return;
  const std::string& about = app::stage_spoken_at(state, *open);
  const policy::Stage* here = policy->stage(about);
  const std::string& kind = open->opened.fact.subject.kind;
  begin_page("step-" + std::to_string(int(state.page)) + state.target + state.case_id, "Case",
             page_errors(state));
  if (back_link("Back to the case")) commands.push_back(app::Go{Page::kCase, state.case_part});
  error_summary();
  trouble_banner(state);
  caption(open->opened.fact.subject.name + " · " + open->opened.fact.reference);
  if (about != open->stage())
    inset("This is about " + casework::stage_in_words(*policy, about) + ".");
  Form form(state, commands);
  form.know(documents::remark_context(*open, *policy));
  std::optional<WritingAid> aid;
  std::string save = "Save";
  switch (state.page) {
    case Page::kDiscussion:
      heading(1, "Record a discussion");
      aid.emplace(state, commands,
                  AidFor{*policy, here, Writing::kTalk, "account", "What was said?"});
      discussion(form);
      save = "Save the record";
      break;
    case Page::kReply:
      heading(1, "Record the reply");
      aid.emplace(state, commands,
                  AidFor{*policy, here, Writing::kTalk, "account", "What does it say?"});
      reply(form);
      save = "Save the reply";
      break;
    case Page::kChangePolicy:
      change_policy(state, commands, *open, *policy, form);
      save = "Move the case";
      break;
    case Page::kAgreeTime:
      save = time_for(state, *open, *policy, form);
      break;
    case Page::kEnterStage: {
      const policy::Stage* target = policy->stage(state.target);
      const std::string word = policy->stage_word;
      heading(1, "Move to " +
                     casework::within_sentence(documents::stage_heading(*policy, state.target)));
      if (target) paragraph(target->summary);
      const std::string question =
          "Why did " + casework::stage_in_words(*policy, open->stage()) + " not settle it?";
      aid.emplace(state, commands, AidFor{*policy, target, Writing::kReason, "reason", question});
      const std::string hint =
          "What was tried, and what is still not agreed. If you pass over a " + word + ", say why.";
      form.area("reason", question, hinted(hint.c_str()), Purpose::kReason);
      save = "Move to " + casework::stage_in_words(*policy, state.target);
      break;
    }
    case Page::kDuty: {
      const policy::Duty* duty = policy->duty(state.target.substr(0, state.target.find('/')));
      heading(1, duty ? duty->text : "Done");
      if (duty) inset(policy::in_words(duty->cite, *policy));
      form.area("note", "What was done?", hinted("Who was told, how and when", false, 3));
      save = "Record as done";
      break;
    }
    case Page::kResolve:
      heading(1, "Record that it is resolved");
      if (here && here->judge) {
        inset(here->judge->text + "\n" + policy::in_words(here->judge->cite, *policy));
      }
      form.area("outcome", "What was agreed?",
                hinted(("The outcome" + for_subject(kind) + ": who does what, by when").c_str()),
                Purpose::kOutcome);
      form.text("agreed_with", "Agreed with whom?",
                hinted("Names, roles and agencies of both sides"));
      form.yes_no("debrief", "Has a debrief taken place?");
      form.area("learning", "General issues for the partnership to learn from",
                hinted(kind == "theme"   ? "No names or details that identify anybody"
                       : kind == "adult" ? "No names or details that identify the adult"
                                         : "No names or details that identify the child",
                       false, 3),
                Purpose::kLearning);
      save = "Save the outcome";
      break;
    case Page::kWithdraw:
      heading(1, "Withdraw the disagreement");
      form.area("reason", "Why is it withdrawn?",
                hinted("For example, new information that settles the concern"));
      save = "Withdraw";
      break;
    default:
      heading(1, "Add a note");
      form.area("text", "Note", hinted("It joins the case file with today’s date and your name"));
      save = "Save the note";
  }
  if (button("save", save)) commands.push_back(app::Submit{});
  if (state.saving == app::Saving::kSaving) status("saving", "Saving…");
  aid.reset();
  end_page();
}

}  // namespace ui
