// What the answers of a page amount to.
#include "app/answers.h"

#include <doctest/doctest.h>

#include "desk.h"

namespace {

using app::Page;
using base::Json;
using fakes::Desk;
using fakes::put_folder;
using fakes::raise_small;
using fakes::set_up_with;
using fakes::small_policy;

Json cite() {
  return {{"source", "procedure"}, {"place", "section 2"}};
}

}  // namespace

TEST_CASE("what is excluded is signposted with the other procedure's time and the day it ends") {
  Json policy = small_policy();
  policy["exclusions"][0]["clock"] = {
      {"id", "complain"},         {"what", "The complaint is made"},
      {"kind", "fixed"},          {"amount", {{"count", 10}, {"unit", "working_days"}}},
      {"start", "concern_arose"}, {"cite", cite()}};
  policy["exclusions"].push_back({{"id", "conference"},
                                  {"question", "Is it about a conference?"},
                                  {"use_instead", "The conference's own procedure."},
                                  {"cite", cite()}});
  Desk desk;
  set_up_with(desk, policy);
  desk.press(app::StartRaise{});
  CHECK(app::signposts(desk.state()).empty());
  desk.choose("exclusions", {"complaint", "conference"});
  const auto posts = app::signposts(desk.state());
  REQUIRE(posts.size() == 2);
  CHECK(posts[0].exclusion->id == "complaint");
  CHECK(posts[0].by_when.find("ten working days") != std::string::npos);
  CHECK(posts[0].by_when.find("2026") == std::string::npos);
  CHECK(posts[1].exclusion->use_instead == "The conference's own procedure.");
  CHECK(posts[1].by_when.empty());
  desk.date("concern_arose", "30", "3", "2026");
  // 31 March, 1, 2, 7, 8, 9, 10, 13, 14 and 15 April: Easter falls between.
  const std::string by_when = app::signposts(desk.state()).front().by_when;
  CHECK_MESSAGE(by_when.ends_with("by Wednesday 15 April 2026"), by_when);
}

TEST_CASE("a priority is asked where the procedure knows some, on the page about risk") {
  Json policy = small_policy();
  policy["priorities"] = {
      {{"id", "red"}, {"title", "Red"}, {"text", "At once."}, {"cite", cite()}},
      {{"id", "green"}, {"title", "Green"}, {"text", "Soon."}, {"cite", cite()}}};
  Desk desk;
  set_up_with(desk, policy);
  desk.press(app::StartRaise{});
  desk.type("area", "north");
  desk.press(app::Continue{});
  desk.type("subject.name", "Child T");
  desk.press(app::Continue{});
  REQUIRE(desk.state().page == Page::kRaiseRisk);
  desk.type("immediate_risk", "no");
  desk.press(app::Continue{});
  CHECK(desk.state().page == Page::kRaiseRisk);
  CHECK(desk.keys_of_errors() == std::vector<std::string>{"priority"});
  desk.type("priority", "red");
  desk.press(app::Continue{});
  CHECK(desk.state().page == Page::kRaiseScope);
  CHECK(app::opening_from(desk.state()).fact.priority == "red");
}

TEST_CASE("answers to one procedure's questions are no answers to another's") {
  Json second = small_policy();
  second["id"] = "southmoor";
  Desk desk;
  put_folder(desk, {{"northmoor.json", small_policy()}, {"southmoor.json", second}});
  desk.set_up();
  desk.answer_raise("northmoor", "north", {"worried"});
  REQUIRE(desk.state().page == Page::kRaiseCheck);
  desk.press(app::Change{Page::kRaiseProcedure});
  desk.type("policy", "southmoor");
  desk.press(app::Continue{});
  CHECK(desk.state().page == Page::kRaiseSubject);
  CHECK(desk.state().draft.list("exclusions").empty());
  CHECK(desk.state().draft.list("tests").empty());
  CHECK(desk.state().draft.get("subject.name") == "Child T");
  // The same procedure again keeps everything.
  desk.press(app::Go{Page::kRaiseProcedure, ""});
  desk.choose("exclusions", {app::kNoneOfThese});
  desk.press(app::Continue{});
  CHECK(desk.state().draft.list("exclusions") == std::vector<std::string>{app::kNoneOfThese});
}

TEST_CASE(
    "a procedure that was changed and left by Back asks its own questions before it is raised") {
  Json second = small_policy();
  second["id"] = "southmoor";
  Desk desk;
  put_folder(desk, {{"northmoor.json", small_policy()}, {"southmoor.json", second}});
  desk.set_up();
  desk.answer_raise("northmoor", "north", {"worried"});
  desk.press(app::Change{Page::kRaiseProcedure});
  desk.type("policy", "southmoor");
  desk.type("area", "moor");
  const app::Opening opening = app::opening_from(desk.state());
  CHECK_FALSE(opening.fact.tests.at("worried"));
  REQUIRE(opening.errors.size() == 1);
  CHECK(opening.errors.front().key == "exclusions");
  desk.press(app::Go{Page::kRaiseCheck, ""});
  desk.press(app::RaiseCase{});
  CHECK(desk.state().cases.empty());
  CHECK(desk.state().page == Page::kRaiseScope);
  CHECK(desk.state().draft.list("tests").empty());
  REQUIRE(!desk.state().errors.empty());
}

TEST_CASE("what the procedure no longer offers is no answer, and traps nobody") {
  Desk desk;
  set_up_with(desk, small_policy());
  desk.answer_raise("northmoor", "north", {"worried"});
  desk.choose("categories", {"gone", "decision"});
  desk.type("immediate_risk", "yes");
  desk.type("first_stage", "stage-9");
  CHECK(app::opening_from(desk.state()).fact.categories == std::vector<std::string>{"decision"});
  CHECK(app::opening_from(desk.state()).fact.first_stage == "stage-1");
  CHECK(app::opening_from(desk.state()).errors.empty());
  desk.choose("exclusions", {"gone"});
  REQUIRE(app::opening_from(desk.state()).errors.size() == 1);
  CHECK(app::opening_from(desk.state()).errors.front().key == "exclusions");

  policy::Form form;
  form.fields.emplace_back();
  form.fields.back().id = "why";
  form.fields.back().type = policy::FieldType::kChoiceOfMany;
  form.fields.back().options = {"Kept"};
  app::Draft draft;
  draft.chosen["answers.why"] = {"Gone", "Kept"};
  std::vector<app::FieldError> errors;
  CHECK(app::notice_answers(form, draft, errors).at("why") == std::vector<std::string>{"Kept"});
}

TEST_CASE("a reply is recorded, and whether it settles the disagreement must be said") {
  Desk desk;
  set_up_with(desk, small_policy());
  raise_small(desk);
  desk.press(app::StartStep{casework::StepKind::kRecordReply, ""});
  REQUIRE(desk.state().page == Page::kReply);
  CHECK(desk.state().draft.get("received_on.day") == "1");
  desk.type("from", "A. Fenwick, team manager");
  desk.type("account", "The referral will be looked at again.");
  desk.press(app::Submit{});
  CHECK(desk.keys_of_errors() == std::vector<std::string>{"agreed"});
  desk.type("agreed", "yes");
  desk.press(app::Submit{});
  REQUIRE(desk.state().page == Page::kCase);
  REQUIRE(desk.state().open_case()->replies.size() == 1);
  const auto& reply = desk.state().open_case()->replies.front();
  CHECK(reply.fact.agreed);
  CHECK(reply.fact.stage == "stage-1");
  CHECK(reply.fact.received_on == calendar::date(2026, 4, 1));
}

TEST_CASE("a declared time is recorded, and the case has that date") {
  Json policy = small_policy();
  Json& clock = policy["stages"][0]["clocks"][0];
  clock["kind"] = "declared";
  clock.erase("amount");
  clock["start"] = "stage_entered";
  Desk desk;
  set_up_with(desk, policy);
  raise_small(desk);
  CHECK_FALSE(desk.state().home.front().next);
  desk.press(app::StartStep{casework::StepKind::kAgreeTime, "talk"});
  REQUIRE(desk.state().page == Page::kAgreeTime);
  desk.date("until", "31", "4", "2026");
  desk.press(app::Submit{});
  REQUIRE(desk.state().errors.size() == 1);
  CHECK(desk.state().errors.front().key == "until");
  CHECK(desk.state().errors.front().message.find("The date declared") != std::string::npos);
  desk.date("until", "9", "4", "2026");
  desk.press(app::Submit{});
  REQUIRE(desk.state().page == Page::kCase);
  REQUIRE(desk.state().home.front().next);
  CHECK(desk.state().home.front().next->deadline.last_day == calendar::date(2026, 4, 9));
}

TEST_CASE("a time that protects the child may be set for a time that stages share") {
  Json policy = small_policy();
  policy["budgets"] = {{{"stages", {"stage-1", "stage-2"}},
                        {"clock",
                         {{"id", "altogether"},
                          {"what", "Both stages are completed"},
                          {"kind", "fixed"},
                          {"amount", {{"count", 10}, {"unit", "working_days"}}},
                          {"start", "stage_entered"},
                          {"or_protective", true},
                          {"cite", cite()}}}}};
  policy["stages"][0]["clocks"] = Json::array();
  Desk desk;
  set_up_with(desk, policy);
  raise_small(desk);
  REQUIRE(desk.state().home.front().next);
  CHECK(desk.state().home.front().next->deadline.last_day == calendar::date(2026, 4, 17));
  desk.press(app::StartStep{casework::StepKind::kAgreeTime, "altogether"});
  desk.date("until", "31", "4", "2026");
  desk.press(app::Submit{});
  REQUIRE(!desk.state().errors.empty());
  CHECK(desk.state().errors.front().message.find("The date that protects the child") !=
        std::string::npos);
  desk.date("until", "8", "4", "2026");
  desk.press(app::Submit{});
  REQUIRE(desk.state().page == Page::kCase);
  CHECK(desk.state().home.front().next->deadline.last_day == calendar::date(2026, 4, 8));
}
