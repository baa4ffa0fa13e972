// The question pages of raising a disagreement. One subject a page; going back keeps every answer.
#include <algorithm>

#include "app/answers.h"
#include "ui/app_view.h"
#include "ui/form.h"

namespace ui {
namespace {

using app::Page;

constexpr char kEmergency[] =
    "If a child is in immediate danger, call 999 now. You can record what happened afterwards.";

std::string subject_words(const std::string& kind) {
  if (kind == "unborn") return "An unborn child";
  if (kind == "family") return "A family";
  if (kind == "adult") return "An adult";
  if (kind == "theme") return "A theme, with no child named";
  return "A child";
}

void procedure(const app::AppState& state, Form& form) {
  heading(1, "Which procedure applies?");
  paragraph("Use the procedure of the area where the child lives.", TextKind::kHint);
  std::vector<Option> options;
  for (const app::KnownPolicy& each : state.policies) {
    if (each.shipped)
      options.push_back({each.policy->id, each.policy->short_title, each.policy->partnership});
  }
  form.radios("policy", "Procedure", options);
  const policy::Policy* policy = state.chosen_policy();
  if (policy && policy->areas.size() > 1) {
    std::vector<Option> areas;
    for (const policy::Area& area : policy->areas)
      areas.push_back({area.id, area.name, area.partnership});
    form.radios("area", "Area", areas);
  }
}

void subject(const policy::Policy& policy, Form& form) {
  heading(1, "Who is it about?");
  if (policy.subjects.size() > 1) {
    std::vector<Option> kinds;
    for (const std::string& kind : policy.subjects)
      kinds.push_back({kind, subject_words(kind), ""});
    form.radios("subject.kind", "It is about", kinds);
  }
  FieldOptions name;
  name.hint =
      "Full name, initials or a reference, as your agency records it. It stays on this device, "
      "encrypted.";
  form.text("subject.name", "Name or reference", name);
}

void risk(const app::AppState& state, const policy::Policy& policy, Form& form) {
  heading(1, "Is the child at immediate risk of harm?");
  warning(kEmergency);
  form.yes_no("immediate_risk", "Is the child at immediate risk of harm?");
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
  std::vector<Option> stages = {{policy.stages.front().id,
                                 policy.stages.front().label + ": " + policy.stages.front().title,
                                 "Where the procedure starts"}};
  for (const policy::DirectEntry& entry : policy.risk.direct_entry) {
    for (const std::string& id : entry.stages) {
      if (const policy::Stage* stage = policy.stage(id)) {
        stages.push_back({id, stage->label + ": " + stage->title, entry.when});
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
    exclusions.push_back({"none", "None of these", ""});
    form.choices("exclusions", "Is it about any of these?", exclusions);
    for (const policy::Exclusion& each : policy.exclusions) {
      const std::vector<std::string>& chosen = state.draft.list("exclusions");
      if (std::find(chosen.begin(), chosen.end(), each.id) == chosen.end()) continue;
      inset(each.use_instead + "\n" + policy::in_words(each.cite, policy));
      doubtful = true;
    }
  }
  if (doubtful) {
    FieldOptions reason;
    reason.rows = 3;
    reason.hint = "You can still go on. Say why, so that the record shows it.";
    form.area("scope_reason", "Why use this procedure all the same?", reason);
  }
}

void decision(Form& form) {
  heading(1, "What was decided?");
  FieldOptions what;
  what.hint = "The decision or practice you disagree with, as plainly as you can. Facts first.";
  form.area("decision", "The decision or practice", what);
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

void concern(const policy::Policy& policy, Form& form) {
  heading(1, "Why does it worry you?");
  FieldOptions why;
  why.hint = "What you have seen or been told, and what you conclude from it";
  form.area("concern", "Why you disagree", why);
  FieldOptions impact;
  impact.required = false;
  form.area("impact", "What it is likely to mean for the child", impact);
  FieldOptions outcome;
  outcome.hint = "What you want to happen, for the child";
  form.area("desired_outcome", "The outcome you are seeking", outcome);
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
  caption("Raise a disagreement: step " + std::to_string(number + 1) + " of " +
          std::to_string(pages.size() + 1));
  Form form(state, commands);
  if (state.page == Page::kRaiseProcedure || !policy) {
    procedure(state, form);
  } else if (state.page == Page::kRaiseSubject) {
    subject(*policy, form);
  } else if (state.page == Page::kRaiseRisk) {
    risk(state, *policy, form);
  } else if (state.page == Page::kRaiseScope) {
    scope(state, *policy, form);
  } else if (state.page == Page::kRaiseDecision) {
    decision(form);
  } else {
    concern(*policy, form);
  }
  if (button("continue", "Continue")) commands.push_back(app::Continue{});
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
    row(Page::kRaiseSubject, "About", subject_words(fact.subject.kind) + ": " + fact.subject.name,
        "who it is about");
    const policy::Stage* stage = policy->stage(fact.first_stage);
    row(Page::kRaiseRisk, "Immediate risk", fact.immediate_risk ? "Yes. " + fact.risk_action : "No",
        "whether there is immediate risk");
    row(Page::kRaiseRisk, "Starts at", stage ? stage->label + ": " + stage->title : "",
        "where it starts");
    size_t met = 0;
    for (const auto& [id, yes] : fact.tests) met += yes ? 1 : 0;
    if (!policy->tests.empty()) {
      row(Page::kRaiseScope, "When to use it",
          std::to_string(met) + " of " + std::to_string(policy->tests.size()) + " tests are met. " +
              fact.scope_reason,
          "the tests of when to use it");
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
  row(Page::kRaiseConcern, "Impact on the child", fact.impact, "the impact on the child");
  row(Page::kRaiseConcern, "Outcome you seek", fact.desired_outcome, "the outcome you seek");
  const int changed = summary_list("answers", rows);
  if (changed >= 0) commands.push_back(app::Change{leads_to[size_t(changed)]});
  paragraph("It is saved on this device. Nothing is sent to anyone.");
  if (button("raise", "Raise the disagreement")) commands.push_back(app::RaiseCase{});
  end_page();
}

}  // namespace ui
