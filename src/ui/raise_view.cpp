// The question pages of raising a disagreement. One subject a page; going back keeps every answer.
#include <algorithm>
#include <optional>

#include "app/answers.h"
#include "base/text.h"
#include "documents/case_words.h"
#include "documents/readiness.h"
#include "ui/app_view.h"
#include "ui/form.h"
#include "ui/policy_words.h"
#include "ui/readiness_list.h"
#include "ui/writing_aid.h"

namespace ui {
namespace {

using app::Page;
using documents::Purpose;
using policy::Prefill;

// In a few words, for the stepper.
std::string question_name(Page page) {
  switch (page) {
    case Page::kRaiseProcedure:
      return "The procedure";
    case Page::kRaiseSubject:
      return "Who it is about";
    case Page::kRaiseRisk:
      return "Immediate risk";
    case Page::kRaiseScope:
      return "When to use it";
    case Page::kRaiseDecision:
      return "The decision";
    default:
      return "Your concern";
  }
}

// Of the procedure's conditions, those that are met.
std::string met_in_words(size_t met, size_t all) {
  if (all == 1) return met == 1 ? "The condition is met." : "The condition is not met.";
  if (met == all) return "All " + base::number_word(int(all)) + " conditions are met.";
  return std::to_string(met) + " of " + std::to_string(all) + " conditions are met.";
}

// The procedure asks in its own words where it has some; `ours` says how to answer.
FieldOptions asked_by(const policy::Policy& policy, const char* ours, Prefill prefill,
                      Prefill also = Prefill::kNone) {
  FieldOptions field;
  const std::string theirs = policy_question(policy, prefill, also);
  field.hint = std::string(ours) + (theirs.empty() ? "" : "\n" + theirs);
  return field;
}

// The stage that the case would start at.
const policy::Stage* first_stage(const app::AppState& state, const policy::Policy& policy) {
  const policy::Stage* chosen = policy.stage(state.draft.get("first_stage"));
  return chosen ? chosen : &policy.stages.front();
}

void procedure(const app::AppState& state, Form& form) {
  heading(1, "Which procedure applies?");
  std::vector<Option> options;
  bool adults = false;
  for (const app::KnownPolicy& each : state.policies) {
    if (!each.offered) continue;
    const policy::Policy& policy = *each.policy;
    options.push_back({policy.id, policy.short_title, policy.partnership});
    adults = adults || std::find(policy.subjects.begin(), policy.subjects.end(), "adult") !=
                           policy.subjects.end();
  }
  paragraph(adults ? "Use the procedure of the area where the child or adult lives."
                   : "Use the procedure of the area where the child lives.",
            TextKind::kHint);
  form.radios("policy", "Procedure", options);
  const policy::Policy* policy = state.chosen_policy();
  if (policy && policy->areas.size() > 1) {
    std::vector<Option> areas;
    for (const policy::Area& area : policy->areas)
      areas.push_back({area.id, area.name, area.partnership});
    form.radios("area", "Area", areas);
  }
}

void subject(const app::AppState& state, const policy::Policy& policy, Form& form) {
  const std::string kind = drafted_subject(state, policy);
  const bool only_themes = policy.subjects.size() == 1 && kind == "theme";
  heading(1, only_themes ? "What is it about?" : "Who is it about?");
  if (policy.subjects.size() > 1) {
    std::vector<Option> kinds;
    for (const std::string& each : policy.subjects)
      kinds.push_back({each, subject_title(each), ""});
    form.radios("subject.kind", "It is about", kinds);
  }
  FieldOptions name;
  if (kind == "theme") {
    name.hint = "A few words, for example late reports to conferences. No names.";
    form.text("subject.name", about_title(kind), name);
    return;
  }
  name.hint =
      "Full name, initials or a reference, as your agency records it. It stays on this device, "
      "encrypted.";
  form.text("subject.name", "Name or reference", name);
}

void priority(const policy::Policy& policy, Form& form) {
  if (policy.priorities.empty()) return;
  std::vector<Option> options;
  for (const policy::Priority& each : policy.priorities)
    options.push_back({each.id, each.title, each.text});
  FieldOptions field;
  field.hint = "Times may depend on it.";
  form.radios("priority", "How urgent is it?", options, field);
}

void immediate_risk(const app::AppState& state, const policy::Policy& policy, Form& form) {
  const std::string kind = drafted_subject(state, policy);
  const std::string who = kind == "family"  ? "a child"
                          : kind == "theme" ? "anyone"
                                            : subject_noun(kind);
  const std::string question = "Is " + who + " at immediate risk of harm?";
  heading(1, question);
  warning(emergency_words(kind));
  form.yes_no("immediate_risk", question);
  if (state.draft.get("immediate_risk") != "yes") return;
  heading(2, "What to do now");
  std::vector<std::string> actions;
  for (const policy::RiskAction& action : policy.risk.actions) actions.push_back(action.text);
  if (!actions.empty()) bullet_list(actions);
  FieldOptions done;
  done.required = false;
  done.rows = 3;
  form.area("risk_action", "What have you done already?", done);
  // The policy's own words decide which stages may be entered at once; any other start is for
  // later, with a reason.
  const std::string& first_id = policy.stages.front().id;
  std::vector<Option> stages = {
      {first_id, documents::stage_heading(policy, first_id), "Where the procedure starts"}};
  for (const policy::DirectEntry& entry : policy.risk.direct_entry) {
    for (const std::string& id : entry.stages) {
      if (!policy.stage(id)) continue;
      const auto told = std::find_if(stages.begin(), stages.end(),
                                     [&](const Option& each) { return each.value == id; });
      if (told == stages.end()) {
        stages.push_back({id, documents::stage_heading(policy, id), entry.when});
      } else {  // several reasons for one start
        told->hint += "\n" + entry.when;
      }
    }
  }
  if (stages.size() == 1) return;
  form.radios("first_stage", "Where should it start?", stages);
  const std::string& first = state.draft.get("first_stage");
  if (!first.empty() && first != stages.front().value) {
    FieldOptions reason;
    reason.rows = 3;
    form.area("direct_reason", "Why should it start there?", reason);
  }
}

void scope(const app::AppState& state, const policy::Policy& policy, Form& form) {
  heading(1, "Is this the right procedure?");
  bool doubtful = false;
  if (!policy.tests.empty()) {
    std::vector<Option> tests;
    for (const policy::ScopeTest& test : policy.tests)
      tests.push_back({test.id, test.question, test.hint});
    FieldOptions field;
    field.hint = "Select all that are true";
    field.required = false;
    form.choices("tests", "When to use this procedure", tests, field);
    doubtful = state.draft.list("tests").size() < policy.tests.size();
  }
  if (!policy.exclusions.empty()) {
    std::vector<Option> exclusions;
    for (const policy::Exclusion& each : policy.exclusions)
      exclusions.push_back({each.id, each.question, ""});
    exclusions.push_back({app::kNoneOfThese, "None of these", ""});
    form.choices("exclusions", "Is it about any of these?", exclusions);
    for (const app::Signpost& post : app::signposts(state)) {
      inset(post.exclusion->question + "\nUse instead: " + post.exclusion->use_instead +
            (post.by_when.empty() ? "" : "\n" + post.by_when) + "\n" +
            policy::in_words(post.exclusion->cite, policy));
      doubtful = true;
    }
  }
  if (doubtful) {
    FieldOptions reason;
    reason.rows = 3;
    reason.hint = "You can still record it here. Say why, so that the record shows it.";
    form.area("scope_reason", "Why use this procedure all the same?", reason);
  }
}

void decision(const policy::Policy& policy, Form& form) {
  form.area("decision", "The decision or practice",
            asked_by(policy, "The decision or practice that you disagree with. Facts first.",
                     Prefill::kDecision, Prefill::kDecisionAndConcern),
            Purpose::kAccount);
  FieldOptions agency;
  agency.hint = "The agency or team that made it";
  form.text("responding.agency", "Whose decision is it?", agency);
  FieldOptions optional;
  optional.required = false;
  form.text("responding.name", "Name of the practitioner", optional);
  form.text("responding.role", "Their role", optional);
  FieldOptions when;
  when.hint = "For example, 27 3 2026. Deadlines may count from this day.";
  form.date("concern_arose", "When did the disagreement or concern arise?", when);
}

void concern(const policy::Policy& policy, const std::string& kind, Form& form) {
  form.area("concern", "Why you disagree",
            asked_by(policy, "What you have seen or been told, when, and what you conclude from it",
                     Prefill::kConcern),
            Purpose::kConcern);
  FieldOptions impact = asked_by(policy, "", Prefill::kImpact);
  if (!impact.hint.empty()) impact.hint.erase(0, 1);  // ours is empty: no line above theirs
  impact.required = false;
  impact.rows = 3;
  form.area("impact", "What it is likely to mean" + for_subject(kind), impact, Purpose::kAnswer);
  FieldOptions outcome =
      asked_by(policy, "Who should do what, and by when", Prefill::kDesiredOutcome);
  outcome.rows = 3;
  form.area("desired_outcome", "The outcome you are seeking", outcome, Purpose::kOutcome);
  if (!policy.disagreements.empty()) {
    std::vector<Option> categories;
    for (const policy::DisagreementArea& area : policy.disagreements)
      categories.push_back({area.id, area.text, ""});
    FieldOptions field;
    field.required = false;
    field.hint = "Select all that apply";
    form.choices("categories", "What is it about?", categories, field);
  }
}

}  // namespace

void raise_view(const app::AppState& state, app::Commands& commands) {
  const policy::Policy* policy = state.chosen_policy();
  const std::vector<Page> pages = app::raise_pages(policy);
  const auto here = std::find(pages.begin(), pages.end(), state.page);
  const long number = here - pages.begin();
  begin_page("raise-" + std::to_string(number), "Raise a disagreement", page_errors(state));
  if (back_link()) {
    commands.push_back(app::Go{state.changing ? Page::kRaiseCheck
                               : number == 0  ? Page::kHome
                                              : *(here - 1),
                               ""});
  }
  error_summary();
  trouble_banner(state);
  std::vector<std::string> names;
  for (const Page page : pages) names.push_back(question_name(page));
  caption("Raise a disagreement");
  stepper("questions", names, size_t(number));
  Form form(state, commands);
  std::optional<WritingAid> aid;
  if (state.page == Page::kRaiseProcedure || !policy) {
    procedure(state, form);
  } else if (state.page == Page::kRaiseSubject) {
    subject(state, *policy, form);
  } else if (state.page == Page::kRaiseRisk) {
    immediate_risk(state, *policy, form);
    priority(*policy, form);
  } else if (state.page == Page::kRaiseScope) {
    scope(state, *policy, form);
  } else {
    const bool decides = state.page == Page::kRaiseDecision;
    heading(1, decides ? "What was decided?" : "Why does it worry you?");
    aid.emplace(
        state, commands,
        AidFor{*policy, first_stage(state, *policy),
               decides ? Writing::kDecision : Writing::kConcern, decides ? "decision" : "concern",
               decides ? "The decision or practice" : "Why you disagree"});
    form.know(documents::remark_context(app::opening_from(state).fact, *policy));
    if (decides) decision(*policy, form);
    if (!decides) concern(*policy, drafted_subject(state, *policy), form);
  }
  if (button("continue", "Continue")) commands.push_back(app::Continue{});
  aid.reset();
  end_page();
}

void raise_check_view(const app::AppState& state, app::Commands& commands) {
  begin_page("raise-check", "Check your answers", page_errors(state));
  if (back_link()) commands.push_back(app::Go{Page::kRaiseConcern, ""});
  error_summary();
  trouble_banner(state);
  heading(1, "Check your answers before you raise it");
  const app::Opening opening = app::opening_from(state);
  const casework::CaseOpened& fact = opening.fact;
  const policy::Policy* policy = state.chosen_policy();
  std::vector<SummaryRow> rows;
  std::vector<Page> leads_to;
  const auto row = [&](Page page, const char* key, const std::string& value, const char* change) {
    rows.push_back({key, value.empty() ? "Not provided" : value, change});
    leads_to.push_back(page);
  };
  if (policy) {
    const policy::Area* area = policy->area(fact.area);
    row(Page::kRaiseProcedure, "Procedure", policy->short_title + (area ? ", " + area->name : ""),
        "the procedure");
    row(Page::kRaiseSubject, "About", subject_title(fact.subject.kind) + ": " + fact.subject.name,
        fact.subject.kind == "theme" ? "what it is about" : "who it is about");
    row(Page::kRaiseRisk, "Immediate risk", fact.immediate_risk ? "Yes. " + fact.risk_action : "No",
        "whether there is immediate risk");
    row(Page::kRaiseRisk, "Starts at", documents::stage_heading(*policy, fact.first_stage),
        "where it starts");
    if (!policy->priorities.empty()) {
      const policy::Priority* urgent = policy->priority(fact.priority);
      row(Page::kRaiseRisk, "Priority", urgent ? urgent->title : "", "how urgent it is");
    }
    size_t met = 0;
    for (const auto& [id, yes] : fact.tests) met += yes ? 1 : 0;
    if (!policy->tests.empty()) {
      row(Page::kRaiseScope, "When to use it",
          met_in_words(met, policy->tests.size()) + (fact.scope_reason.empty() ? "" : " ") +
              fact.scope_reason,
          "the conditions for using it");
    }
    if (!policy->exclusions.empty()) {
      std::string excluded;
      for (const app::Signpost& post : app::signposts(state)) {
        excluded += post.exclusion->question + " Yes. Use instead: " + post.exclusion->use_instead +
                    (post.by_when.empty() ? "" : "\n" + post.by_when) + "\n";
      }
      row(Page::kRaiseScope, "Another procedure",
          !excluded.empty()                        ? excluded + fact.scope_reason
          : state.draft.list("exclusions").empty() ? ""
                                                   : "None applies",
          "whether another procedure covers it");
    }
  }
  row(Page::kRaiseDecision, "The decision", fact.decision, "what was decided");
  std::string other = fact.responding.agency;
  for (const std::string& part : {fact.responding.name, fact.responding.role}) {
    if (!part.empty()) other += ", " + part;
  }
  row(Page::kRaiseDecision, "Whose decision", other, "whose decision it is");
  row(Page::kRaiseDecision, "Concern arose", calendar::in_words(fact.concern_arose),
      "when the concern arose");
  row(Page::kRaiseConcern, "Why you disagree", fact.concern, "why you disagree");
  const std::string impact = impact_title(fact.subject.kind);
  row(Page::kRaiseConcern, impact.c_str(), fact.impact, "the impact");
  row(Page::kRaiseConcern, "Outcome you seek", fact.desired_outcome, "the outcome you seek");
  const int changed = summary_list("answers", rows);
  if (changed >= 0) commands.push_back(app::Change{leads_to[size_t(changed)]});
  if (policy) {
    const auto checks = documents::readiness(fact, *policy);
    const auto* look =
        readiness_list("Before you raise it", "You can raise it all the same", checks);
    for (const Page page : app::raise_pages(policy)) {
      if (!look || !app::asks(page, look->field)) continue;
      focus_field(look->field);
      commands.push_back(app::Change{page});
    }
  }
  paragraph("It is saved on this device. Nothing is sent to anyone.");
  if (button("raise", "Raise the disagreement")) commands.push_back(app::RaiseCase{});
  end_page();
}

}  // namespace ui
