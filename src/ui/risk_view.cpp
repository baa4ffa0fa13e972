// A child at immediate risk: for somebody worried who has no time. What to do now comes first, then
// what the procedure says and whom to write to, then how to record it. Everything is one press away
// and nothing has to be done first.
#include <algorithm>

#include "base/text.h"
#include "casework/stage_words.h"
#include "ui/app_view.h"
#include "ui/contact_cards.h"
#include "ui/form.h"
#include "ui/kept_rules.h"
#include "ui/policy_words.h"

namespace ui {
namespace {

using app::KnownPolicy;
using app::Page;

struct RiskScreen {
  const app::AppState& state;
  app::Commands& commands;
  const casework::Case* open = nullptr;
  const KnownPolicy* known = nullptr;  // the case's procedure, or the one used last
};

// The case's own words for whom it is about; without a case, the procedure's.
bool about_adults(const RiskScreen& screen) {
  if (screen.open) return screen.open->opened.fact.subject.kind == "adult";
  if (!screen.known) return false;
  const std::vector<std::string>& subjects = screen.known->policy->subjects;
  return !subjects.empty() && std::all_of(subjects.begin(), subjects.end(),
                                          [](const auto& each) { return each == "adult"; });
}

void call_first(const RiskScreen& screen) {
  const bool adults = about_adults(screen);
  const std::string who = adults ? "an adult" : "a child";
  heading(1, base::capitalised(who) + " at immediate risk");
  urgent("If " + who + " is in danger now, call\u00a0999",
         "Ask for the police or an ambulance. Then refer to " +
             std::string(adults ? "adult social care" : "children’s social care") +
             " at once. Nothing on this page has to be done first.");
  paragraph(
      "Common Ground calls nobody and sends nothing. You ring and you write; you can record it "
      "here "
      "afterwards.");
}

void what_it_says(const RiskScreen& screen) {
  const policy::Policy& policy = *screen.known->policy;
  heading(2, "What the procedure says");
  paragraph(policy_name(policy) + (screen.open ? ", the procedure of this case."
                                               : ", the procedure that you used last."),
            TextKind::kHint);
  std::vector<std::string> rules, sources;
  for (const policy::RuleSection& section : rules_of(screen.known->policy)) {
    if (section.key != "risk") continue;
    for (const policy::Rule& rule : section.rules) {
      rules.push_back(rule.text);
      if (!rule.cite) continue;
      sources.push_back(
          policy::in_words(*rule.cite, policy) +
          (rule.cite->reading.empty() ? "" : "\nReading taken: " + rule.cite->reading));
    }
  }
  if (rules.empty()) {
    paragraph(
        "It has no words of its own for immediate risk. Your agency’s safeguarding procedures "
        "apply.");
  } else {
    // First what to do, all of it at a glance; where each line comes from is one press away.
    bullet_list(rules);
    if (details("sources", "Where this comes from")) bullet_list(sources);
  }
  if (link("procedure", "Read the procedure and its sources")) {
    screen.commands.push_back(app::ShowProcedure{policy.hash});
  }
  if (!screen.open && link("procedures", "Another procedure")) {
    screen.commands.push_back(app::Go{Page::kProcedures, ""});
  }
}

// No case and none used yet: whichever it is, one press away.
void each_procedure(const RiskScreen& screen) {
  heading(2, "What your procedure says");
  std::vector<Option> lines;
  for (const KnownPolicy& known : screen.state.policies) {
    if (!known.offered) continue;
    const policy::Policy& policy = *known.policy;
    lines.push_back({policy.hash, policy.short_title, policy.partnership});
  }
  const int pressed = link_list("procedures", "Procedures", lines);
  if (pressed >= 0) screen.commands.push_back(app::ShowProcedure{lines[size_t(pressed)].value});
  if (lines.empty())
    paragraph("No procedure could be read. Your agency’s safeguarding procedures apply.");
}

// The area that the case, or the person, is in; empty: not known.
std::string area_of(const RiskScreen& screen) {
  if (screen.open) return screen.open->opened.fact.area;
  return screen.state.profile.area;
}

void whom_to_tell(const RiskScreen& screen) {
  heading(2, "Whom to ring or write to");
  paragraph(
      "Ring your manager or safeguarding lead, and social care, on the numbers that your agency "
      "gives you. Common Ground holds no telephone numbers.");
  if (!screen.known) return;
  const policy::Policy& policy = *screen.known->policy;
  if (policy.contacts.empty()) {
    paragraph("The procedure itself names no address to write to.");
    return;
  }
  contact_cards(screen.state, policy, "Whom to write to", area_of(screen));
}

void record_of_case(const RiskScreen& screen) {
  if (screen.known) {
    const casework::Setting setting = screen.state.setting(*screen.known->policy, *screen.open);
    if (button("note", "Add a note of what you did")) {
      screen.commands.push_back(app::StartStep{casework::StepKind::kAddNote, ""});
    }
    std::string why;  // the same for several stages is said once
    for (const casework::Step& step : casework::next_steps(*screen.open, setting)) {
      if (step.kind != casework::StepKind::kEnterDirectly) continue;
      if (step.why == why) {
        same_row();
      } else {
        paragraph(step.why);
      }
      why = step.why;
      if (button("go-" + step.target, step.label, ButtonKind::kSecondary)) {
        screen.commands.push_back(app::StartStep{step.kind, step.target});
      }
    }
  }
  if (link("case", "Back to the case")) screen.commands.push_back(app::Go{Page::kCase, ""});
}

void afterwards(const RiskScreen& screen) {
  heading(2, "Afterwards, record it");
  if (screen.open) {
    paragraph("In the case of " + screen.open->opened.fact.subject.name + ", " +
                  screen.open->opened.fact.reference + ".",
              TextKind::kHint);
    record_of_case(screen);
    return;
  }
  paragraph("If others disagree about what the risk needs, or to keep a record of what you did.");
  const auto& policies = screen.state.policies;
  const bool offered = std::any_of(policies.begin(), policies.end(),
                                   [](const KnownPolicy& each) { return each.offered; });
  if (offered && button("raise", "Raise a disagreement")) {
    screen.commands.push_back(app::StartRaise{});
  }
  if (link("cases", "All cases")) screen.commands.push_back(app::Go{Page::kHome, ""});
}

}  // namespace

void risk_view(const app::AppState& state, app::Commands& commands) {
  RiskScreen screen{state, commands, state.open_case()};
  if (screen.open) {
    screen.known = state.known_policy(screen.open->policy_hash());
  } else if (const policy::Policy* last = state.offered_policy(state.profile.policy_id)) {
    screen.known = state.known_policy(last->hash);
  }
  begin_page("risk", "Immediate risk");
  if (back_link()) commands.push_back(app::GoBack{});
  trouble_banner(state);
  call_first(screen);
  if (screen.known) {
    what_it_says(screen);
  } else if (screen.open) {
    paragraph("The procedure of this case is missing from this device.", TextKind::kHint);
  } else {
    each_procedure(screen);
  }
  whom_to_tell(screen);
  afterwards(screen);
  paragraph("From any page, the key F2 brings you here and Escape takes you back.",
            TextKind::kHint);
  end_page();
}

}  // namespace ui
