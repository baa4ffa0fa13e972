// Immediate risk and Find from anywhere, by keys too, and back to what one was doing.
#include <doctest/doctest.h>

#include "app/shortcuts.h"
#include "desk.h"

namespace {

using app::Page;
using casework::StepKind;
using fakes::Desk;

void raise_a_case(Desk& desk) {
  const policy::Policy& policy = *desk.state().policies.front().policy;
  fakes::raise_in(desk, policy.id, policy.areas.empty() ? "" : policy.areas.front().id);
}

// A person with one case, on its page.
void with_case(Desk& desk) {
  desk.set_up();
  raise_a_case(desk);
}

// The first form of the case's procedure; "Yes" or the like with `day` for every date.
void fill_in_a_notice(Desk& desk, const char* day) {
  const casework::Case& open = *desk.state().open_case();
  const policy::Form& form = desk.state().policy_of(open)->forms.front();
  desk.press(app::StartStep{StepKind::kIssueNotice, form.id});
  for (const policy::FormField& field : form.fields) {
    const std::string key = "answers." + field.id;
    if (field.type == policy::FieldType::kDate) {
      desk.date(key, day, "4", "2026");
    } else if (field.type == policy::FieldType::kChoiceOfMany) {
      desk.choose(key, {field.options.front()});
    } else {
      desk.type(key, field.type == policy::FieldType::kYesNo ? "Yes" : "a@b.example");
    }
  }
}

void press_key(Desk& desk, const char* key, bool control = false) {
  const std::optional<app::Command> command = app::shortcut_of(desk.state(), key, control);
  REQUIRE(command);
  desk.press(*command);
}

}  // namespace

TEST_CASE("from the middle of writing to immediate risk and back, with the words as they were") {
  Desk desk;
  with_case(desk);
  desk.press(app::StartStep{StepKind::kRecordDiscussion, ""});
  desk.type("summary", "We spoke on the telephone, and");
  press_key(desk, "F2");
  CHECK(desk.state().page == Page::kRisk);
  CHECK(desk.state().open_case());
  press_key(desk, "F2");  // held down
  press_key(desk, "Escape");
  CHECK(desk.state().page == Page::kDiscussion);
  CHECK(desk.state().draft.get("summary") == "We spoke on the telephone, and");
  CHECK(desk.state().open_case());
}

TEST_CASE("by way of Find to immediate risk: still of that case, and back to where one began") {
  Desk desk;
  with_case(desk);
  desk.press(app::StartStep{StepKind::kAddNote, ""});
  desk.type("text", "Half a note");
  press_key(desk, "k", true);
  CHECK(desk.state().page == Page::kFind);
  desk.press(app::Find{"imm"});
  CHECK(desk.state().find == "imm");
  press_key(desk, "F2");
  CHECK(desk.state().page == Page::kRisk);
  CHECK(desk.state().open_case());
  press_key(desk, "Escape");
  CHECK(desk.state().page == Page::kNote);
  CHECK(desk.state().draft.get("text") == "Half a note");
  press_key(desk, "k", true);
  CHECK(desk.state().find.empty());
}

TEST_CASE("back to a document that was ready, as it was") {
  Desk desk;
  with_case(desk);
  desk.press(app::ShowRecord{});
  const std::string title = desk.state().document.title;
  press_key(desk, "k", true);
  press_key(desk, "F2");
  press_key(desk, "Escape");
  CHECK(desk.state().page == Page::kRecord);
  CHECK(desk.state().document.title == title);
  CHECK(desk.state().open_case());

  fill_in_a_notice(desk, "1");
  desk.press(app::PreviewNotice{});
  desk.press(app::IssueNotice{});
  REQUIRE(desk.state().page == Page::kNoticeIssued);
  press_key(desk, "F2");
  press_key(desk, "Escape");
  CHECK(desk.state().page == Page::kNoticeIssued);
  CHECK(desk.state().document.title != title);
}

TEST_CASE(
    "back to a document is to that one, whatever was shown by the browser's Back in between") {
  bool record = false;
  SUBCASE("a record") {
    record = true;
  }
  SUBCASE("a notice") {}
  Desk desk;
  with_case(desk);
  const std::string first = desk.state().case_id;
  fill_in_a_notice(desk, "1");
  desk.press(app::PreviewNotice{});
  desk.press(app::IssueNotice{});
  REQUIRE(desk.state().page == Page::kNoticeIssued);
  if (record) desk.press(app::ShowRecord{});
  const Page page = desk.state().page;
  const std::string shown = desk.session->printed();
  const std::string json = desk.state().document_json;
  const std::string stem = desk.state().file_stem;
  press_key(desk, "k", true);
  const int find = desk.session->address().serial;
  SUBCASE("another case's record") {
    raise_a_case(desk);
    desk.press(app::ShowRecord{});
  }
  SUBCASE("a preview that is not issued") {
    desk.press(app::OpenCase{first});
    fill_in_a_notice(desk, "2");
    desk.press(app::PreviewNotice{});
    REQUIRE(desk.state().page == Page::kNoticePreview);
  }
  REQUIRE(desk.session->printed() != shown);
  desk.session->return_to(find, "find");
  REQUIRE(desk.state().page == Page::kFind);
  press_key(desk, "Escape");
  CHECK(desk.state().page == page);
  CHECK(desk.state().case_id == first);
  CHECK(desk.session->printed() == shown);
  CHECK(desk.state().document_json == json);
  CHECK(desk.state().file_stem == stem);
}

TEST_CASE("away from a case, neither page is about the one seen before") {
  Desk desk;
  with_case(desk);
  for (const app::Command& aside : {app::Command(app::ShowRisk{}), app::Command(app::Find{})}) {
    desk.press(app::OpenCase{desk.state().cases.front().id});
    desk.press(app::Go{Page::kHome, ""});
    desk.press(aside);
    CHECK_FALSE(desk.state().open_case());
    press_key(desk, "Escape");
    CHECK(desk.state().page == Page::kHome);
  }
}

TEST_CASE("what is written on the way stays apart from what was left") {
  Desk desk;
  with_case(desk);
  desk.press(app::StartStep{StepKind::kRecordDiscussion, ""});
  desk.type("summary", "Half a discussion");
  press_key(desk, "F2");
  desk.press(app::StartStep{StepKind::kAddNote, ""});
  CHECK(desk.state().page == Page::kNote);
  CHECK(desk.state().draft.get("summary").empty());
  desk.type("text", "Rang 999.");
  press_key(desk, "F2");
  press_key(desk, "Escape");
  CHECK(desk.state().page == Page::kNote);
  CHECK(desk.state().draft.get("text") == "Rang 999.");
  desk.press(app::StartStep{StepKind::kRecordDiscussion, ""});
  CHECK(desk.state().draft.get("summary") == "Half a discussion");
}

TEST_CASE("the keys mean nothing before a person is at work, and Escape only where it leads back") {
  Desk desk;
  const auto nothing = [&] {
    for (const app::Shortcut& each : app::shortcuts()) {
      CHECK_FALSE(app::shortcut_of(desk.state(), each.key, each.control));
    }
  };
  desk.start();
  nothing();
  desk.press(app::Go{Page::kCreateVault, ""});
  desk.press(app::CreateVault{});
  nothing();
  desk.press(app::RecoveryKeyKept{});
  REQUIRE(desk.state().page == Page::kProfile);
  nothing();
  desk.type("name", "Rowan Ashdown");
  desk.type("role", "Health visitor");
  desk.type("agency", "Larkfield Health Centre");
  desk.press(app::SaveProfile{});
  REQUIRE(desk.state().page == Page::kHome);
  CHECK(app::shortcut_of(desk.state(), "F2", false));
  CHECK(app::shortcut_of(desk.state(), "k", true));
  CHECK_FALSE(app::shortcut_of(desk.state(), "k", false));
  CHECK_FALSE(app::shortcut_of(desk.state(), "F2", true));
  CHECK_FALSE(app::shortcut_of(desk.state(), "Escape", false));
  desk.press(app::GoBack{});
  CHECK(desk.state().page == Page::kHome);
}

TEST_CASE("no shortcut is a single letter") {
  REQUIRE(app::shortcuts().size() == 6);
  for (const app::Shortcut& each : app::shortcuts()) CHECK((each.control || each.key.size() > 1));
}

TEST_CASE("Back from the procedures leads to wherever they were opened from") {
  Desk desk;
  with_case(desk);
  const std::string procedure = desk.state().policies.front().policy->hash;
  const auto open_and_look_around = [&] {
    desk.press(app::Go{Page::kProcedures, ""});
    desk.press(app::ShowProcedure{procedure});
    desk.press(app::Go{Page::kProcedures, ""});  // "All procedures"
    REQUIRE(desk.state().page == Page::kProcedures);
  };
  desk.press(app::Go{Page::kSettings, ""});
  open_and_look_around();
  // A key leads away from them and back, and the way on stays the same.
  press_key(desk, "F2");
  press_key(desk, "Escape");
  REQUIRE(desk.state().page == Page::kProcedures);
  desk.press(app::GoBack{});
  CHECK(desk.state().page == Page::kSettings);

  desk.press(app::Go{Page::kHome, ""});
  open_and_look_around();
  desk.press(app::GoBack{});
  CHECK(desk.state().page == Page::kHome);

  // From the middle of a sentence in a case.
  desk.press(app::OpenCase{desk.state().cases.front().id});
  desk.press(app::StartStep{StepKind::kAddNote, ""});
  desk.type("text", "Half a note");
  open_and_look_around();
  CHECK_FALSE(desk.state().open_case());
  desk.press(app::GoBack{});
  CHECK(desk.state().page == Page::kNote);
  CHECK(desk.state().open_case());
  CHECK(desk.state().draft.get("text") == "Half a note");

  desk.press(app::Go{Page::kSettings, ""});
  desk.press(app::Go{Page::kPrivacy, ""});
  desk.press(app::GoBack{});
  CHECK(desk.state().page == Page::kSettings);
}

TEST_CASE("the browser's Back to a page aside does not change where its own Back leads") {
  Desk desk;
  with_case(desk);
  desk.press(app::Go{Page::kSettings, ""});
  desk.session->address();
  desk.press(app::Go{Page::kProcedures, ""});
  const int procedures = desk.session->address().serial;
  desk.press(app::Go{Page::kHome, ""});
  desk.session->address();
  desk.session->return_to(procedures, "procedures");
  REQUIRE(desk.state().page == Page::kProcedures);
  desk.press(app::GoBack{});
  CHECK(desk.state().page == Page::kSettings);
}

TEST_CASE("before the vault is open, Back leads to the welcome or to the passphrase") {
  Desk desk;
  desk.start();
  REQUIRE(desk.state().page == Page::kWelcome);
  for (const Page aside : {Page::kProcedures, Page::kPrivacy}) {
    desk.press(app::Go{aside, ""});
    desk.press(app::GoBack{});
    CHECK(desk.state().page == Page::kWelcome);
  }
  desk.set_up();
  desk.reload();
  REQUIRE(desk.state().page == Page::kUnlock);
  desk.press(app::Go{Page::kProcedures, ""});
  desk.press(app::GoBack{});
  CHECK(desk.state().page == Page::kUnlock);
  // An address of them, asked for before the passphrase: home is behind it.
  desk.session->return_to(0, "procedures");
  desk.press(app::Unlock{});
  REQUIRE(desk.state().page == Page::kProcedures);
  desk.press(app::GoBack{});
  CHECK(desk.state().page == Page::kHome);
}
