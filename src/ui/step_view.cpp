// The short forms about an open case: a discussion, an agreed time, the next stage, a duty, the
// outcome.
#include "ui/app_view.h"
#include "ui/form.h"

namespace ui {
namespace {

using app::Page;

FieldOptions hinted(const char* hint, bool required = true, int rows = 5) {
  FieldOptions options;
  options.hint = hint;
  options.required = required;
  options.rows = rows;
  return options;
}

void discussion(Form& form) {
  heading(1, "Record a discussion");
  form.date("held_on", "When did it take place?", hinted("For example, 27 3 2026"));
  form.radios("channel", "How?",
              {{"Telephone", "Telephone", ""},
               {"Video call", "Video call", ""},
               {"In person", "In person", ""},
               {"Meeting", "A meeting of several people", ""},
               {"E-mail or letter", "E-mail or letter", ""}});
  form.text("with", "Who took part?", hinted("Names, roles and agencies"));
  form.area("account", "What was said?",
            hinted("What each side sees and thinks, as near to their words as you can. Facts apart "
                   "from opinion.",
                   true, 7));
  form.area("agreed", "What was agreed?", hinted("Who does what, by when", false, 3));
}

}  // namespace

void step_view(const app::AppState& state, app::Commands& commands) {
  const casework::Case* open = state.open_case();
  const policy::Policy* policy = open ? state.policy_of(*open) : nullptr;
  if (!policy) return;
  const policy::Stage* here = policy->stage(open->stage());
  const std::string stage = here ? here->label : policy->stage_word;
  begin_page("step-" + std::to_string(int(state.page)) + state.target, "Case", page_errors(state));
  if (back_link("Back to the case")) commands.push_back(app::Go{Page::kCase, ""});
  error_summary();
  trouble_banner(state);
  caption(open->opened.fact.subject.name + " · " + open->opened.fact.reference);
  Form form(state, commands);
  std::string save = "Save";
  switch (state.page) {
    case Page::kDiscussion:
      discussion(form);
      save = "Save the record";
      break;
    case Page::kAgreeTime: {
      heading(1, "Agree a time for " + stage);
      for (const policy::Clock& clock : here->clocks) {
        if (clock.id == state.target) inset(policy::in_words(clock.cite, *policy));
      }
      form.date("until", "Until when?",
                hinted("The date by which this stage is to be settled. For example, 27 3 2026"));
      form.text("with", "Agreed with whom?", hinted("Name, role and agency"));
      form.area("reason", "Why this date?",
                hinted("What the child needs decides the time", false, 3));
      save = "Save the agreed time";
      break;
    }
    case Page::kEnterStage: {
      const policy::Stage* target = policy->stage(state.target);
      const std::string to = target ? target->label + ": " + target->title : state.target;
      heading(1, "Move to " + to);
      if (target) {
        paragraph(target->summary);
        inset(policy::in_words(target->cite, *policy));
      }
      form.area(
          "reason", "Why did " + stage + " not settle it?",
          hinted(
              "What was tried, and what is still not agreed. If you pass over a stage, say why."));
      save = "Move to " + (target ? target->label : state.target);
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
      form.area("outcome", "What was agreed?",
                hinted("The outcome for the child: who does what, by when"));
      form.text("agreed_with", "Agreed with whom?",
                hinted("Names, roles and agencies of both sides"));
      form.yes_no("debrief", "Has a debrief taken place?");
      form.area("learning", "General issues for the partnership to learn from",
                hinted("No names or details that identify the child", false, 3));
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
  end_page();
}

}  // namespace ui
