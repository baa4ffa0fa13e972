// What goes for good is asked about first, and only that.
#include <doctest/doctest.h>

#include "app/shortcuts.h"
#include "desk.h"

using namespace fakes;

namespace {

using app::Page;

// On the page of a procedure that was brought here, with the question whether it may go.
void ask_to_forget(Desk& desk) {
  set_up_with(desk, small_policy());
  import(desk, second_version());
  const std::string brought = offered(desk, "northmoor")->policy->hash;
  desk.press(app::ShowProcedure{brought});
  desk.press(app::ForgetPolicy{brought});
  REQUIRE(desk.state().question);
}

void answer_no(Desk& desk) {
  desk.press(app::Answer{false});
}
void immediate_risk(Desk& desk) {
  // The other keys wait for the answer.
  for (const app::Shortcut& each : app::shortcuts()) {
    if (each.key == "F2") continue;
    CHECK_FALSE(app::shortcut_of(desk.state(), each.key, each.control));
  }
  const auto risk = app::shortcut_of(desk.state(), "F2", false);
  REQUIRE(risk);
  desk.press(*risk);
}
void browser_back(Desk& desk) {
  desk.session->return_to(0, "cases");
}

}  // namespace

TEST_CASE("a procedure that was added goes only after a yes") {
  Desk desk;
  ask_to_forget(desk);
  const std::string version = offered(desk, "northmoor")->policy->version;
  const auto kept = desk.vault.records;
  CHECK(desk.state().page == Page::kProcedure);
  CHECK(desk.state().question->text.find("use it again you need the file") != std::string::npos);
  struct Way {
    void (*go)(Desk&);
    Page page;
  };
  for (const Way& no : {Way{answer_no, Page::kProcedure}, Way{immediate_risk, Page::kRisk},
                        Way{browser_back, Page::kHome}}) {
    const std::string brought = offered(desk, "northmoor")->policy->hash;
    desk.press(app::ShowProcedure{brought});
    desk.press(app::ForgetPolicy{brought});
    REQUIRE(desk.state().question);
    no.go(desk);
    CHECK_FALSE(desk.state().question);
    CHECK(desk.state().page == no.page);
    CHECK(desk.vault.records == kept);
    desk.press(app::Answer{true});  // to nothing
    CHECK(desk.vault.records == kept);
  }
  const std::string brought = offered(desk, "northmoor")->policy->hash;
  desk.press(app::ShowProcedure{brought});
  desk.press(app::ForgetPolicy{brought});
  desk.press(app::Answer{true});
  CHECK_FALSE(desk.state().question);
  CHECK(desk.vault.records.size() == kept.size() - 1);
  CHECK(offered(desk, "northmoor")->policy->version != version);
}

TEST_CASE("contacts that were typed here give way only after a yes") {
  Desk desk;
  set_up_with(desk, small_policy());
  desk.press(app::EditContacts{offered(desk, "northmoor")->policy->hash});
  const std::string id = offered(desk, "northmoor")->policy->contacts.front().id;
  desk.type(id + ".email", "ours@north.example");
  desk.press(app::SaveContacts{});
  REQUIRE(desk.state().local_contacts.size() == 1);
  desk.press(app::EditContacts{offered(desk, "northmoor")->policy->hash});
  desk.press(app::RestoreContacts{});
  REQUIRE(desk.state().question);
  desk.press(app::Answer{false});
  CHECK(desk.state().local_contacts.size() == 1);
  CHECK(desk.state().page == Page::kContacts);
  desk.press(app::RestoreContacts{});
  desk.press(app::Answer{true});
  CHECK(desk.state().local_contacts.empty());
}

TEST_CASE("a trial in which something was typed ends only after a yes, another at once") {
  Desk desk;
  desk.start();
  desk.press(app::StartTrial{});
  desk.press(app::Go{Page::kSettings, ""});
  desk.press(app::EndTrial{});
  CHECK_FALSE(desk.state().trial);

  desk.press(app::StartTrial{});
  desk.press(app::OpenCase{desk.state().cases.front().id});
  desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  desk.type("text", "Half a try");
  desk.press(app::EndTrial{});
  REQUIRE(desk.state().question);
  CHECK(desk.state().trial);
  desk.type("text", "Half a try, and more");  // typed just before, told just after
  CHECK(desk.state().question);
  immediate_risk(desk);
  CHECK(desk.state().page == Page::kRisk);
  CHECK(desk.state().trial);
  CHECK_FALSE(desk.state().question);
  desk.press(app::GoBack{});
  CHECK(desk.state().draft.get("text") == "Half a try, and more");
  desk.press(app::EndTrial{});
  desk.press(app::Answer{true});
  CHECK_FALSE(desk.state().trial);
  CHECK_FALSE(desk.state().question);
}

TEST_CASE("what Undo brings back is not asked about") {
  Desk desk;
  set_up_with(desk, small_policy());
  raise_small(desk);
  desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  desk.type("text", "Half a note");
  desk.press(app::Go{Page::kHome, ""});
  REQUIRE(desk.state().half_written.size() == 1);
  desk.press(app::DiscardDraft{desk.state().half_written.front().key});
  CHECK_FALSE(desk.state().question);
  CHECK(desk.state().half_written.empty());
}
