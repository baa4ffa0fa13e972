// The application's screens, headless: a state as the session would hold it, an invented procedure,
// and the commands that come back when somebody presses something.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "casework/invented.h"
#include "ui/app_view.h"
#include "ui/driver.h"

namespace ui {

// The invented procedure with one of everything that the screens show, in steps or levels when
// asked.
inline policy::Policy northmoor(const std::string& word = "stage",
                                const std::string& version = "1") {
  policy::Policy policy = invented::procedure();
  policy.id = "northmoor";
  policy.title = "Northmoor procedure for disagreements";
  policy.short_title = "Northmoor";
  policy.partnership = "Northmoor Safeguarding Partnership";
  policy.version = version;
  policy.hash = "northmoor-" + word + "-" + version;
  policy.division = "england-and-wales";
  policy.stage_word = word;
  policy.summary = "Three talks, each between people who can decide more.";
  policy.reach = {policy::Reach::kBetweenAgencies};
  policy.sources[0].short_title = "Guide 2026";
  policy.roles = {{"practitioner", "Practitioner", {}, {}, {}},
                  {"manager", "Line manager", {}, {}, {}}};
  policy.principles = {{"Challenge is welcome.", {"guide", "Opening", "is welcome", ""}}};
  policy.contacts = {{"desk",
                      "Partnership desk",
                      "desk@northmoor.example",
                      "",
                      {"guide", "Contacts", "the desk", ""},
                      ""}};
  for (policy::Stage& stage : policy.stages) {
    stage.label = (word == "step"    ? "Step "
                   : word == "level" ? "Level "
                                     : "Stage ") +
                  std::to_string(stage.number);
    stage.id = word + "-" + std::to_string(stage.number);
    stage.summary = "They talk.";
    stage.speaks = stage.with = {{"practitioner", policy::Party::Side::kConcerned}};
    stage.cite.place = "Part " + std::to_string(stage.number);
    for (std::string& next : stage.next) next = word + "-" + next.substr(next.size() - 1);
  }
  for (policy::DirectEntry& entry : policy.risk.direct_entry) entry.stages = {word + "-3"};
  policy.forms[0].offered_at = {word + "-2"};
  policy.duties = {invented::duty("tell", policy::DutyMoment::kAtEveryStage),
                   invented::duty("open", policy::DutyMoment::kOnEntry, {word + "-2"}),
                   invented::duty("notice", policy::DutyMoment::kBeforeEntry, {word + "-3"},
                                  policy::DutyAction::kNotice)};
  policy.stages[0].clocks[0].cite.reading = "Counted from the concern, not from the talk.";
  return policy;
}

inline policy::Policy southmoor() {
  policy::Policy policy = northmoor("level", "7");
  policy.id = "southmoor";
  policy.short_title = "Southmoor";
  policy.title = "Southmoor procedure";
  policy.partnership = "Southmoor Partnership";
  policy.hash = "southmoor-7";
  policy.stages.pop_back();
  policy.stages.back().next.clear();
  policy.risk.direct_entry.clear();
  return policy;
}

inline app::KnownPolicy known(policy::Policy policy,
                              app::KnownPolicy::Origin origin = app::KnownPolicy::Origin::kShipped,
                              bool offered = true) {
  app::KnownPolicy known;
  known.policy = std::make_shared<const policy::Policy>(std::move(policy));
  known.own = known.policy;
  known.origin = origin;
  known.offered = offered;
  return known;
}

struct Screen {
  explicit Screen(app::Page page, std::vector<app::KnownPolicy> policies = {known(northmoor())}) {
    state.page = page;
    state.now = invented::at(invented::date(2026, 4, 1));
    state.vault = ports::VaultState::kOpen;
    state.profile.person = invented::kTeacher;
    state.days.divisions["england-and-wales"] = invented::holidays();
    state.policies = std::move(policies);
    state.procedure = state.policies.front().policy->hash;
  }

  const policy::Policy& policy(size_t i = 0) const { return *state.policies[i].policy; }

  // A case of the first policy, raised today, with what `change` makes of its opening.
  template <class Change>
  casework::Case& open_case(Change change) {
    casework::CaseOpened fact = invented::opening(policy(), invented::date(2026, 4, 1));
    change(fact);
    auto event = casework::open_case(state.setting(policy()), invented::kCaseId, fact);
    if (!event) FAIL(base::describe(event.error()));
    auto folded = casework::fold({*event});
    REQUIRE(folded.ok());
    state.cases = {*folded};
    state.case_id = invented::kCaseId;
    return state.cases.front();
  }
  casework::Case& open_case() {
    return open_case([](casework::CaseOpened&) {});
  }
  void add(casework::Payload payload) {
    casework::Case& open = state.cases.front();
    auto event = casework::decide(open, state.setting(policy(), open), {payload, state.now});
    if (!event) FAIL(base::describe(event.error()));
    casework::apply(open, *event);
  }

  // Draws; afterwards what was asked for is in `asked`.
  Driver& show(Display display = {1280, 900}) {
    ui = nullptr;  // one context a program
    ui = std::make_unique<Driver>(
        [this] {
          for (app::Command& command : app_view(state)) asked.push_back(std::move(command));
        },
        display);
    return *ui;
  }
  // The last command of a kind since the last call; null when there was none.
  template <class Kind>
  std::unique_ptr<Kind> take() {
    std::unique_ptr<Kind> found;
    for (const app::Command& command : asked) {
      if (const Kind* kind = std::get_if<Kind>(&command)) found = std::make_unique<Kind>(*kind);
    }
    asked.clear();
    return found;
  }

  app::AppState state;
  app::Commands asked;
  std::unique_ptr<Driver> ui;
};

// Every interactive thing named, nothing beside the page, wide and at 320 CSS pixels.
inline void check_fits(Screen& screen) {
  for (const Display& display : {Display{1280, 900}, Display{320, 640}, Display{1280, 900, 4}}) {
    Driver& ui = screen.show(display);
    std::string faults;
    for (const std::string& fault : ui.semantics().audit()) faults += fault + "\n";
    CHECK_MESSAGE(faults.empty(), faults);
    for (const Node& node : ui.nodes()) {
      CHECK_MESSAGE((node.rect.x >= 0 && node.rect.x + node.rect.w <= display.width + 1),
                    node.name << " at " << display.width);
    }
  }
  screen.show();
  screen.asked.clear();
}

}  // namespace ui
