// A child at immediate risk: what to do, what the procedure says, whom to tell, and recording it.
#include <doctest/doctest.h>

#include <filesystem>

#include "policy/policy_files.h"
#include "ui/screens.h"

using namespace ui;
using app::Page;

namespace {

std::vector<policy::Policy> every_policy() {
  std::vector<policy::Policy> all = policy_files::shipped();
  all.push_back(policy_files::policy_of("tests/data/policies/every-key.json"));
  const std::string folder = "tests/data/policies/primitives/";
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(REPOSITORY_DIR) + "/" + folder)) {
    const std::string file = folder + entry.path().filename().string();
    if (policy_files::json_of(file).contains("changes")) continue;  // of another policy
    all.push_back(policy_files::policy_of(file));
  }
  return all;
}

policy::Policy with_actions() {
  policy::Policy policy = northmoor();
  policy.risk.actions = {{"Tell your manager at once.", {"guide", "Risk", "tell at once", ""}},
                         {"Do not wait.", {"guide", "Risk", "", "Taken: at any stage."}}};
  return policy;
}

Screen with_case() {
  Screen screen(Page::kRisk, {known(with_actions())});
  screen.open_case();
  return screen;
}

}  // namespace

TEST_CASE("the first thing said is to call 999, then social care, and that nothing is sent") {
  Screen screen = with_case();
  check_fits(screen);
  Driver& ui = *screen.ui;
  CHECK(ui.has(Role::kHeading, "A child at immediate risk"));
  const char* kCall = "If a child is in danger now, call\u00a0999";
  const Node& call = ui.get(Role::kHeading, kCall);
  for (const Node& node : ui.nodes()) {
    if (node.role == Role::kHeading && node.level == 2) {
      CHECK(node.rect.y >= call.rect.y);
    }
  }
  CHECK(ui.says("refer to children’s social care at once"));
  CHECK(ui.says("Common Ground calls nobody and sends nothing."));
  CHECK(ui.has(Role::kHeading, "Whom to ring or write to"));
  // On a telephone it is seen without scrolling.
  screen.show({390, 844});
  const Rect first = screen.ui->get(Role::kHeading, kCall).rect;
  CHECK(first.y + first.h < 500);
}

TEST_CASE("an adult’s case is about an adult") {
  policy::Policy policy = with_actions();
  policy.subjects = {"adult"};
  Screen screen(Page::kRisk, {known(policy)});
  screen.open_case([](casework::CaseOpened& fact) { fact.subject.kind = "adult"; });
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kHeading, "An adult at immediate risk"));
  CHECK(ui.says("adult social care"));
  CHECK_FALSE(ui.says("child is in danger"));
}

TEST_CASE("every word of every procedure on immediate risk is there, with its source") {
  for (policy::Policy& policy : every_policy()) {
    CAPTURE(policy.id);
    const policy::ImmediateRisk risk = policy.risk;
    const std::vector<policy::Contact> contacts = policy.contacts;
    Screen screen(Page::kRisk, {known(std::move(policy))});
    const policy::Policy& its = screen.policy();
    screen.state.profile.policy_id = its.id;
    Driver& ui = screen.show();
    const bool silent = risk.actions.empty() && risk.direct_entry.empty();
    CHECK(ui.says("has no words of its own") == silent);
    if (!silent) ui.press(Role::kButton, "Where this comes from");
    const auto sourced = [&](const policy::Citation& cite) {
      CHECK(ui.says(policy::in_words(cite, its)));
      CHECK(ui.says(cite.reading));
    };
    for (const policy::RiskAction& action : risk.actions) {
      CHECK(ui.says(action.text));
      sourced(action.cite);
    }
    for (const policy::DirectEntry& entry : risk.direct_entry) {
      CHECK(ui.says(entry.when));
      sourced(entry.cite);
    }
    for (const policy::Contact& contact : contacts) {
      CHECK(ui.says(contact.name));
      CHECK(ui.says(contact.email));
    }
  }
}

TEST_CASE("of a case: its procedure, its contacts, and the steps that record it") {
  Screen screen = with_case();
  Driver& ui = screen.show();
  CHECK(ui.says("Northmoor, version 1, the procedure of this case."));
  CHECK_FALSE(ui.says("Reading taken"));
  ui.press(Role::kButton, "Where this comes from");
  CHECK(ui.says("Reading taken: Taken: at any stage."));
  const casework::Case& open = screen.state.cases.front();
  CHECK(ui.says("In the case of " + open.opened.fact.subject.name));
  ui.press(Role::kButton, "Go straight to stage 3");
  const auto step = screen.take<app::StartStep>();
  CHECK(step->kind == casework::StepKind::kEnterDirectly);
  CHECK(step->target == "stage-3");
  ui.press(Role::kButton, "Add a note of what you did");
  CHECK(screen.take<app::StartStep>()->kind == casework::StepKind::kAddNote);
  ui.press(Role::kLink, "Back to the case");
  CHECK(screen.take<app::Go>()->page == Page::kCase);
  ui.press(Role::kLink, "Back");
  CHECK(screen.take<app::GoBack>());
  ui.press(Role::kLink, "Read the procedure and its sources");
  CHECK(screen.take<app::ShowProcedure>()->hash == screen.policy().hash);
  CHECK_FALSE(ui.has(Role::kButton, "Raise a disagreement"));
}

TEST_CASE("a closed case can still have a note") {
  Screen screen = with_case();
  screen.add(casework::CaseWithdrawn{"Raised twice."});
  Driver& ui = screen.show();
  CHECK_FALSE(ui.says("Go straight"));
  CHECK(ui.has(Role::kButton, "Add a note of what you did"));
}

TEST_CASE("without a case: the procedure used last, named, and how to begin a record") {
  Screen screen(Page::kRisk, {known(with_actions()), known(southmoor())});
  screen.state.profile.policy_id = "southmoor";
  check_fits(screen);
  Driver& ui = *screen.ui;
  CHECK(ui.says("Southmoor, version 7, the procedure that you used last."));
  CHECK_FALSE(ui.says("Tell your manager at once."));
  ui.press(Role::kLink, "Another procedure");
  CHECK(screen.take<app::Go>()->page == Page::kProcedures);
  ui.press(Role::kButton, "Raise a disagreement");
  CHECK(screen.take<app::StartRaise>());
  ui.press(Role::kLink, "All cases");
  CHECK(screen.take<app::Go>()->page == Page::kHome);
}

TEST_CASE("no procedure used yet: each is one press away") {
  Screen screen(Page::kRisk, {known(with_actions()), known(southmoor())});
  check_fits(screen);
  Driver& ui = *screen.ui;
  CHECK_FALSE(ui.says("Tell your manager at once."));
  ui.press(Role::kLink, "Southmoor");
  CHECK(screen.take<app::ShowProcedure>()->hash == "southmoor-7");
  screen.state.policies.clear();
  CHECK(screen.show().says("No procedure could be read."));
  CHECK_FALSE(screen.ui->has(Role::kButton, "Raise a disagreement"));
}

TEST_CASE("contacts: this device’s own, and of the area only when that is known") {
  policy::Policy policy = with_actions();
  policy.areas = {{"north", "North", ""}, {"south", "South", ""}};
  policy.contacts = {{"n", "North desk", "n@x.example", "north", {"guide", "List", "n", ""}, ""},
                     {"s", "South desk", "s@x.example", "south", {"guide", "List", "s", ""}, ""},
                     {"all", "Any desk", "a@x.example", "", {"guide", "List", "a", ""}, ""}};
  Screen screen(Page::kRisk, {known(policy)});
  screen.state.profile.policy_id = policy.id;
  CHECK(screen.show().says("North desk"));
  CHECK(screen.ui->says("South desk"));
  screen.state.profile.area = "south";
  screen.state.local_contacts[policy.id]["all"] = {"Any desk", "a@x.example"};
  Driver& ui = screen.show();
  CHECK_FALSE(ui.says("North desk"));
  CHECK(ui.says("s@x.example"));
  CHECK(ui.says("Changed on this device"));
}

TEST_CASE("immediate risk is the first link of the bar, wherever the bar has links") {
  Screen screen(Page::kHome);
  Driver& ui = screen.show();
  for (const Node& node : ui.nodes()) {
    if (node.role != Role::kLink || node.name == "Skip to main content") continue;
    CHECK(node.name == "Immediate risk");
    break;
  }
  ui.press(Role::kLink, "Immediate risk");
  CHECK(screen.take<app::ShowRisk>());
  screen.state.vault = ports::VaultState::kLocked;
  screen.state.page = Page::kUnlock;
  CHECK_FALSE(screen.show().has(Role::kLink, "Immediate risk"));
}
