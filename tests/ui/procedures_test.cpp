// The screens of procedures: the list, one of them, its contacts, two compared, a file looked at.
#include <doctest/doctest.h>

#include "ui/screens.h"

using namespace ui;
using app::KnownPolicy;
using app::Page;
using Origin = app::KnownPolicy::Origin;

namespace {

policy::Policy past_review() {
  policy::Policy policy = northmoor();
  policy.review_due = invented::date(2026, 3, 1);
  return policy;
}

}  // namespace

TEST_CASE("procedures: the offered ones, with origin and review; each opens") {
  Screen screen(Page::kProcedures, {known(past_review()), known(southmoor(), Origin::kImported),
                                    known(northmoor("stage", "0"), Origin::kPinned, false)});
  check_fits(screen);
  CHECK(screen.ui->has(Role::kText, "Review was due on 1 March 2026"));
  CHECK(screen.ui->has(Role::kText, "Added on this device"));
  CHECK(screen.ui->has(Role::kText, "Supplied with Common Ground"));
  CHECK_FALSE(screen.ui->says("Version 0"));
  screen.ui->press(Role::kLink, "Southmoor");
  CHECK(screen.take<app::ShowProcedure>()->hash == "southmoor-7");
  screen.ui->press(Role::kLink, "Compare two procedures");
  const auto compared = screen.take<app::ShowComparison>();
  CHECK(compared->first == "northmoor-stage-1");
  CHECK(compared->second == "southmoor-7");
  screen.ui->press(Role::kButton, "Add a procedure from a file");
  CHECK(screen.take<app::PickPolicy>());
}

TEST_CASE("procedures: without a vault they are read, not added, and Back is where one came from") {
  Screen screen(Page::kProcedures);
  screen.show();
  CHECK_FALSE(screen.ui->says("Review was due"));
  CHECK_FALSE(screen.ui->has(Role::kLink, "Compare two procedures"));  // there is only one
  for (const auto vault :
       {ports::VaultState::kOpen, ports::VaultState::kLocked, ports::VaultState::kAbsent}) {
    screen.state.vault = vault;
    screen.show();
    const bool open = vault == ports::VaultState::kOpen;
    CHECK(screen.ui->has(Role::kButton, "Add a procedure from a file") == open);
    CHECK(screen.ui->has(Role::kLink, "Lock") == open);
    screen.ui->press(Role::kLink, "Back");
    CHECK(screen.take<app::GoBack>());
  }
}

TEST_CASE("procedures are reached from the bar, from home, from the welcome and from the lock") {
  Screen screen(Page::kHome);
  for (const char* name : {"Procedures", "Read and compare procedures"}) {
    screen.show().press(Role::kLink, name);
    CHECK(screen.take<app::Go>()->page == Page::kProcedures);
  }
  for (const Page page : {Page::kWelcome, Page::kUnlock}) {
    screen.state.page = page;
    screen.state.vault = ports::VaultState::kLocked;
    screen.show().press(Role::kLink, "Read and compare procedures");
    CHECK(screen.take<app::Go>()->page == Page::kProcedures);
  }
}

TEST_CASE("a procedure: picture, the same in words, and each rule with its source and reading") {
  Screen screen(Page::kProcedure, {known(past_review()), known(southmoor())});
  check_fits(screen);
  Driver& ui = *screen.ui;
  CHECK(ui.has(Role::kHeading, "Northmoor procedure for disagreements"));
  CHECK(ui.says("Warning: Review was due on 1 March 2026"));
  CHECK(ui.has(Role::kImage, "The stages of Northmoor, described below"));
  CHECK(ui.says("Dashed arrows"));  // stage 3 may be entered at once
  CHECK_FALSE(ui.says("Leads to stage 2"));
  ui.press(Role::kButton, "The same in words");
  CHECK(ui.says("Leads to stage 2"));

  CHECK_FALSE(ui.says("Counted from the concern"));
  for (const Node& node : ui.nodes()) {
    if (node.expandable && node.name.find("Practitioner to practitioner") != node.name.npos) {
      ui.semantics().activate(node.id);
    }
  }
  ui.settle();
  CHECK(ui.says("Source: Guide 2026, Timescales: “within two working days”"));
  CHECK(ui.says("Reading taken: Counted from the concern, not from the talk."));

  ui.press(Role::kLink, "Compare with another procedure");
  CHECK(screen.take<app::ShowComparison>()->second == "southmoor-7");
  ui.press(Role::kLink, "All procedures");
  CHECK(screen.take<app::Go>()->page == Page::kProcedures);
  CHECK_FALSE(ui.has(Role::kButton, "Stop using this file"));
}

TEST_CASE("a procedure of steps is shown in steps") {
  Screen screen(Page::kProcedure, {known(northmoor("step"))});
  screen.show();
  CHECK(screen.ui->has(Role::kHeading, "The steps"));
  CHECK(screen.ui->has(Role::kImage, "The steps of Northmoor, described below"));
}

TEST_CASE("a procedure that was added can be left again, one of a case leads back to it") {
  Screen screen(Page::kProcedure, {known(northmoor(), Origin::kImported)});
  screen.show().press(Role::kButton, "Stop using this file");
  CHECK(screen.take<app::ForgetPolicy>()->hash == "northmoor-stage-1");
  screen.open_case();
  screen.show().press(Role::kLink, "Back to the case");
  CHECK(screen.take<app::Go>()->page == Page::kCase);
}

TEST_CASE(
    "contacts that were changed on this device say so; only with a vault can they be changed") {
  Screen screen(Page::kProcedure);
  CHECK_FALSE(screen.show().has(Role::kText, "Changed on this device"));
  screen.state.local_contacts["northmoor"]["desk"] = {"Our desk", "our@northmoor.example"};
  CHECK(screen.show().has(Role::kText, "Changed on this device"));
  screen.ui->press(Role::kLink, "Change contacts on this device");
  CHECK(screen.take<app::EditContacts>()->hash == "northmoor-stage-1");
  screen.state.vault = ports::VaultState::kLocked;
  CHECK_FALSE(screen.show().has(Role::kLink, "Change contacts on this device"));
}

TEST_CASE("changing contacts: name and email of each, errors beside them, and the way back") {
  Screen screen(Page::kContacts);
  screen.state.draft.text = {{"desk.name", "Partnership desk"}, {"desk.email", "nonsense"}};
  screen.state.errors = {{"desk.email", "Enter an email address"}};
  check_fits(screen);
  Driver& ui = *screen.ui;
  CHECK(ui.get(Role::kTextField, "Email address: Partnership desk").value == "nonsense");
  CHECK(ui.get(Role::kTextField, "Email address: Partnership desk").invalid);
  CHECK_FALSE(ui.get(Role::kTextField, "Name or post: Partnership desk").invalid);
  ui.press(Role::kLink, "Enter an email address");
  CHECK(ui.semantics().focus() == ui.get(Role::kTextField, "Email address: Partnership desk").id);
  ui.type("Name or post: Partnership desk", "New desk");
  const auto typed = screen.take<app::SetText>();
  CHECK(typed->key == "desk.name");
  CHECK(typed->value == "New desk");
  ui.press(Role::kButton, "Save the contacts");
  CHECK(screen.take<app::SaveContacts>());
  CHECK_FALSE(ui.has(Role::kButton, "Use the procedure’s own again"));
  screen.state.local_contacts["northmoor"]["desk"] = {"Our desk", "our@northmoor.example"};
  screen.show().press(Role::kButton, "Use the procedure’s own again");
  CHECK(screen.take<app::RestoreContacts>());
}

TEST_CASE("two procedures beside each other, and what to do about which applies") {
  Screen screen(Page::kCompare, {known(northmoor()), known(southmoor())});
  screen.state.compared = "southmoor-7";
  check_fits(screen);
  Driver& ui = *screen.ui;
  CHECK(ui.has(Role::kTable, "Northmoor and Southmoor"));
  CHECK(ui.has(Role::kColumnHeader, "Southmoor"));
  CHECK(ui.says("Southmoor Partnership"));
  CHECK(ui.says("keep to the shorter time"));
  CHECK_FALSE(ui.has(Role::kHeading, "What differs"));
  ui.choose("Second procedure", "Northmoor, version 1");
  const auto chosen = screen.take<app::ShowComparison>();
  CHECK(chosen->first == "northmoor-stage-1");
  CHECK(chosen->second == "northmoor-stage-1");
}

TEST_CASE("two versions: what was added, removed and changed, and nothing else") {
  policy::Policy later = northmoor("stage", "2");
  later.principles.push_back({"Nobody waits.", {"guide", "Opening", "nobody waits", ""}});
  later.exclusions.clear();
  later.stages[0].clocks[0].amount.count = 3;
  Screen screen(Page::kCompare,
                {known(northmoor(), Origin::kPinned, false), known(std::move(later))});
  screen.state.compared = "northmoor-stage-2";
  check_fits(screen);
  Driver& ui = *screen.ui;
  CHECK(ui.has(Role::kHeading, "What differs"));
  CHECK(ui.has(Role::kText, "Added"));
  CHECK(ui.says("Nobody waits."));
  CHECK(ui.has(Role::kText, "Removed"));
  CHECK(ui.has(Role::kText, "Changed"));
  CHECK(ui.says("two working days"));
  CHECK(ui.says("three working days"));
  CHECK_FALSE(ui.says("Challenge is welcome."));
  CHECK_FALSE(ui.says("keep to the shorter time"));
  screen.open_case();
  screen.show().press(Role::kLink, "Back to the case");
  CHECK(screen.take<app::Go>()->page == Page::kCase);

  screen.state.compared = screen.state.procedure;
  CHECK(screen.show().says("Nothing differs"));
}

TEST_CASE("a faulty file: every fault in its place, and the summary leads to each") {
  Screen screen(Page::kImportPolicy);
  app::PickedPolicy picked;
  picked.file = "eastmoor.json";
  picked.faults = {{{base::ErrorCode::kBadValue,
                     "This word is not one that the format knows",
                     {"eastmoor.json", "/stages/1/channel"},
                     "“telepathy”",
                     "any, written"},
                    base::TextPlace{12, 7, "      \"channel\": \"telepathy\","}},
                   {{base::ErrorCode::kMissingKey,
                     "The key “cite” is missing here",
                     {"eastmoor.json", "/duties/0"},
                     "",
                     ""},
                    {}}};
  screen.state.picked = picked;
  screen.state.page_serial = 41;
  check_fits(screen);
  screen.state.page_serial = 42;
  Driver& ui = screen.show();
  CHECK(ui.semantics().focus() == ui.get(Role::kAlert, "There is a problem").id);
  CHECK(ui.has(Role::kText, "      \"channel\": \"telepathy\","));
  CHECK(ui.has(Role::kListItem, "Place: /stages/1/channel"));
  CHECK(ui.has(Role::kListItem, "Found: “telepathy”"));
  CHECK(ui.has(Role::kListItem, "Place: /duties/0"));
  ui.press(Role::kLink, "Problem 1, line 12: This word is not one that the format knows");
  CHECK(ui.semantics().focus() == ui.get(Role::kHeading, "Problem 1, line 12").id);
  ui.press(Role::kLink, "Problem 2: The key “cite” is missing here");
  CHECK(ui.semantics().focus() == ui.get(Role::kHeading, "Problem 2").id);
  CHECK_FALSE(ui.has(Role::kButton, "Keep this procedure on this device"));
  ui.press(Role::kButton, "Choose the file again");
  CHECK(screen.take<app::PickPolicy>());
}

TEST_CASE("a file in order: what it holds, what it replaces, and keeping it") {
  Screen screen(Page::kImportPolicy);
  app::PickedPolicy picked;
  picked.file = "northmoor-2.json";
  picked.policy = std::make_shared<const policy::Policy>(northmoor("stage", "2"));
  picked.warnings = {"The review of this procedure was due on 1 March 2026."};
  picked.replaces = "northmoor-stage-1";
  screen.state.picked = picked;
  check_fits(screen);
  Driver& ui = *screen.ui;
  CHECK(ui.has(Role::kHeading, "Northmoor procedure for disagreements"));
  CHECK(ui.says("Warning: The review of this procedure was due on 1 March 2026."));
  CHECK(ui.has(Role::kImage, "The stages of Northmoor, described below"));
  CHECK(ui.says("It takes the place of Northmoor, version 1"));
  ui.press(Role::kLink, "See what differs");
  const auto compared = screen.take<app::ShowComparison>();
  CHECK(compared->first == "northmoor-stage-1");
  CHECK(compared->second == "northmoor-stage-2");
  ui.press(Role::kButton, "Keep this procedure on this device");
  CHECK(screen.take<app::KeepPickedPolicy>());

  screen.state.page = Page::kCompare;
  screen.state.compared = "northmoor-stage-2";
  screen.show().press(Role::kLink, "Back to the file");
  CHECK(screen.take<app::Go>()->page == Page::kImportPolicy);
}

TEST_CASE("procedures: a version that is not in use is listed as such and says what is used") {
  Screen screen(Page::kProcedures, {known(northmoor(), Origin::kShipped, false),
                                    known(northmoor("stage", "2"), Origin::kImported)});
  check_fits(screen);
  CHECK(screen.ui->has(Role::kText, "Not in use"));
  screen.ui->press(Role::kLink, "Northmoor, version 1");
  CHECK(screen.take<app::ShowProcedure>()->hash == "northmoor-stage-1");
  screen.state.page = Page::kProcedure;
  CHECK(screen.show().says("another version was added on this device. New cases use version 2"));
  screen.state.policies = {known(northmoor()),
                           known(northmoor("stage", "2"), Origin::kImported, false)};
  screen.state.procedure = "northmoor-stage-2";
  CHECK(screen.show().says("New cases use version 1 instead."));
  screen.state.procedure = "northmoor-stage-1";
  CHECK_FALSE(screen.show().says("Not in use"));
}
