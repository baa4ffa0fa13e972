// What was begun before its case moved on: it is recorded where it belongs, or not at all, and the
// words stay.
#include <doctest/doctest.h>

#include "app/draft_kinds.h"
#include "desk.h"

namespace {

using app::Page;
using casework::StepKind;
using fakes::Desk;
using fakes::put_folder;
using fakes::second_version;
using fakes::small_policy;

struct AtWork : Desk {
  AtWork() {
    fakes::set_up_with(*this, small_policy());
    fakes::raise_small(*this);
    id = state().case_id;
  }
  void move_on() {
    press(app::OpenCase{id});
    press(app::StartStep{StepKind::kEnterStage, "stage-2"});
    type("reason", "It was not resolved.");
    press(app::Submit{});
    REQUIRE(state().page == Page::kCase);
    REQUIRE(the_case().stage() == "stage-2");
  }
  void resume(Page page, const std::string& target) {
    press(app::Go{Page::kHome, ""});
    press(app::ResumeDraft{app::draft_key(id, page, target)});
  }
  size_t listed() {
    press(app::Go{Page::kHome, ""});
    return state().half_written.size();
  }
  const casework::Case& the_case() const { return state().cases.front(); }
  std::string id;
};

}  // namespace

TEST_CASE("a talk or a reply is recorded at the stage it was begun at, though the case moved on") {
  AtWork desk;
  desk.press(app::StartStep{StepKind::kRecordDiscussion, "stage-1"});
  desk.type("channel", "Telephone");
  desk.type("with", "Sam Ashby");
  desk.type("account", "We spoke before it went to the managers.");
  desk.press(app::StartStep{StepKind::kRecordReply, "stage-1"});
  desk.type("from", "Sam Ashby");
  desk.type("account", "A letter to the practitioner.");
  desk.type("agreed", "no");
  desk.move_on();
  desk.resume(Page::kDiscussion, "stage-1");
  REQUIRE(desk.state().page == Page::kDiscussion);
  CHECK(app::stage_spoken_at(desk.state(), desk.the_case()) == "stage-1");
  desk.press(app::Submit{});
  REQUIRE(desk.the_case().discussions.size() == 1);
  CHECK(desk.the_case().discussions.front().fact.stage == "stage-1");
  desk.resume(Page::kReply, "stage-1");
  desk.press(app::Submit{});
  REQUIRE(desk.the_case().replies.size() == 1);
  CHECK(desk.the_case().replies.front().fact.stage == "stage-1");
  // A new one is of the stage where the case is.
  desk.press(app::StartStep{StepKind::kRecordDiscussion, ""});
  CHECK(app::stage_spoken_at(desk.state(), desk.the_case()) == "stage-2");
}

TEST_CASE("one talk has one draft, wherever it is begun") {
  AtWork desk;
  desk.press(app::StartStep{StepKind::kRecordDiscussion, "stage-1"});
  desk.type("account", "Half a talk");
  desk.press(app::Go{Page::kCase, ""});
  desk.press(app::StartStep{StepKind::kRecordDiscussion, ""});
  CHECK(desk.state().draft.get("account") == "Half a talk");
  CHECK(desk.listed() == 1);
}

TEST_CASE("a step that is no longer to be done leads to its case, and its words stay") {
  AtWork desk;
  desk.press(app::StartStep{StepKind::kEnterStage, "stage-2"});
  desk.type("reason", "Because");
  const int page = desk.session->address().serial;
  desk.press(app::Go{Page::kCase, ""});
  SUBCASE("the case is withdrawn meanwhile") {
    desk.press(app::StartStep{StepKind::kWithdraw, ""});
    desk.type("reason", "Raised twice.");
    desk.press(app::Submit{});
    REQUIRE_FALSE(desk.the_case().is_open());
  }
  SUBCASE("the case went there meanwhile") {
    desk.move_on();
    desk.press(app::StartStep{StepKind::kEnterStage, "stage-2"});  // as a stale page would
    desk.type("reason", "Because");
    desk.press(app::Go{Page::kCase, ""});
  }
  desk.resume(Page::kEnterStage, "stage-2");
  CHECK(desk.state().page == Page::kCase);
  CHECK(desk.state().case_id == desk.id);
  CHECK(desk.state().toast.words.find("What you wrote is kept") != std::string::npos);
  CHECK(desk.listed() == 1);
  desk.session->return_to(page, "");
  CHECK(desk.state().page == Page::kCase);
  CHECK(desk.listed() == 1);
}

TEST_CASE("a talk about a case that is closed by now cannot be gone on with") {
  AtWork desk;
  desk.press(app::StartStep{StepKind::kRecordDiscussion, "stage-1"});
  desk.type("account", "Half a talk");
  desk.press(app::StartStep{StepKind::kWithdraw, ""});
  desk.type("reason", "Raised twice.");
  desk.press(app::Submit{});
  desk.resume(Page::kDiscussion, "stage-1");
  CHECK(desk.state().page == Page::kCase);
  CHECK(desk.listed() == 1);
}

TEST_CASE("a notice whose form is gone from the case's version leads to the case") {
  AtWork desk;
  desk.press(app::StartStep{StepKind::kIssueNotice, "letter"});
  desk.type("answers.name", "Rowan");
  desk.press(app::Go{Page::kHome, ""});
  base::Json other = second_version();
  other["forms"][0]["id"] = "long-letter";
  other["duties"][1]["form"] = "long-letter";
  put_folder(desk, {{"northmoor.json", other}});
  desk.press(app::Lock{});
  desk.reload_and_unlock();
  desk.press(app::OpenCase{desk.id});
  desk.press(app::StartPolicyChange{});
  desk.type("reason", "All follow version 2 from today.");
  desk.press(app::Submit{});
  REQUIRE_FALSE(desk.state().policy_of(desk.the_case())->form("letter"));
  desk.resume(Page::kNotice, "letter");
  CHECK(desk.state().page == Page::kCase);
  CHECK(desk.listed() == 1);
}

TEST_CASE(
    "moving to a version that is no longer the one offered begins anew, with the one that is") {
  AtWork desk;
  put_folder(desk, {{"northmoor.json", second_version()}});
  desk.reload_and_unlock();
  desk.press(app::OpenCase{desk.id});
  desk.press(app::StartPolicyChange{});
  const std::string second = desk.state().target;
  desk.type("reason", "All follow version 2 from today.");
  const int page = desk.session->address().serial;
  base::Json third = second_version();
  third["version"] = "3";
  fakes::import(desk, third);
  const std::string offered = fakes::offered(desk, "northmoor")->policy->hash;
  REQUIRE(offered != second);
  SUBCASE("from home") {
    desk.resume(Page::kChangePolicy, second);
  }
  SUBCASE("by the browser's Back") {
    desk.session->return_to(page, "");
  }
  REQUIRE(desk.state().page == Page::kChangePolicy);
  CHECK(desk.state().target == offered);
  CHECK(desk.state().draft.get("reason").empty());
  desk.type("reason", "All follow version 3 from today.");
  desk.press(app::Submit{});
  CHECK(desk.the_case().policy_hash() == offered);
}

TEST_CASE("what was written about one case is never saved with another") {
  AtWork desk;
  fakes::raise_small(desk);
  const std::string other = desk.state().case_id;
  desk.press(app::OpenCase{desk.id});
  desk.press(app::StartStep{StepKind::kAddNote, ""});
  desk.type("text", "About the first");
  desk.press(app::OpenCase{other});
  desk.press(app::Go{Page::kNote, ""});
  desk.press(app::Submit{});
  CHECK(desk.state().page == Page::kCase);
  for (const casework::Case& each : desk.state().cases) CHECK(each.events.size() == 1);
  CHECK(desk.listed() == 1);
}

TEST_CASE("an address of a record that cannot be shown leads to its case, whatever is written") {
  AtWork desk;
  base::Json mine = small_policy();
  mine["id"] = "southmoor";
  put_folder(desk, {{"northmoor.json", small_policy()}, {"southmoor.json", mine}});
  desk.reload_and_unlock();
  desk.answer_raise("southmoor", "north", {"worried"});
  desk.press(app::RaiseCase{});
  const std::string written = desk.state().case_id;
  const std::string lost = desk.state().policy_of(desk.the_case())->hash.substr(0, 32);
  REQUIRE(desk.the_case().id == desk.id);
  put_folder(desk, {{"southmoor.json", mine}});
  REQUIRE(desk.vault.records.erase(lost) == 1);
  desk.reload_and_unlock();
  desk.press(app::OpenCase{written});
  desk.press(app::StartStep{StepKind::kAddNote, ""});
  desk.type("text", "About the other");
  std::string reference;
  for (const casework::Case& each : desk.state().cases) {
    if (each.id == desk.id) reference = each.opened.fact.reference;
  }
  desk.session->return_to(-1, "case/" + reference + "/record");
  CHECK(desk.state().page == Page::kCase);
  CHECK(desk.state().case_id == desk.id);
}
