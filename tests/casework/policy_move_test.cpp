// What a move to another version of the procedure must not lose, take over or count anew.
#include <algorithm>
#include <optional>

#include "casework/invented.h"
#include "policy/policy_files.h"

using namespace invented;
using casework::ClockStatus;
using casework::RunningClock;
using policy::StartEvent;

namespace {

const Date kMonday = date(2026, 4, 13);

std::vector<RunningClock> clocks_of(const Running& running, const std::string& id) {
  std::vector<RunningClock> found;
  for (auto& clock : casework::clocks(running.state(), running.setting())) {
    if (clock.id == id) found.push_back(std::move(clock));
  }
  return found;
}

// The same procedure a year on, the stages under the ids given here.
policy::Policy renamed(const policy::Policy& old, const std::vector<std::string>& ids) {
  policy::Policy policy = old;
  policy.version = "2";
  policy.hash = std::string(64, 'b');
  for (size_t i = 0; i < ids.size(); ++i) {
    policy.stages[i].id = ids[i];
    policy.stages[i].next.clear();
    if (i + 1 < ids.size()) policy.stages[i].next = {ids[i + 1]};
  }
  return policy;
}

casework::PolicyChanged to_stage(std::string stage, std::string priority = "") {
  return {"", "", "", std::move(stage), "A new version", std::move(priority)};
}

policy::Priority priority(std::string id) {
  policy::Priority priority;
  priority.id = std::move(id);
  priority.title = priority.id;
  return priority;
}

base::Result<Event> attempt_to(const Running& running, const policy::Policy& to,
                               casework::PolicyChanged fact) {
  return casework::decide(running.state(), {to, holidays(), kTeacher, running.now()},
                          {std::move(fact), running.now()});
}

}  // namespace

TEST_CASE("a version with priorities asks for one, and its clocks follow it") {
  const policy::Policy old = procedure();
  policy::Policy policy = renamed(old, {"stage-1", "stage-2", "stage-3"});
  policy.priorities = {priority("red"), priority("green")};
  policy.stages[0].clocks[0].only_if = policy::Condition{};
  policy.stages[0].clocks[0].only_if->priorities = {"red"};
  Running running(old, kMonday);
  CHECK(message_for(attempt_to(running, policy, to_stage("stage-1")), "priority") ==
        "Select which priority applies");
  CHECK(message_for(attempt_to(running, policy, to_stage("stage-1", "blue")), "priority") ==
        "Select which priority applies");
  Running green = running;
  green.move_to(policy, to_stage("stage-1", "green"));
  CHECK(clocks_of(green, "talk-1").empty());
  running.move_to(policy, to_stage("stage-1", "red"));
  CHECK(running.state().priority() == "red");
  CHECK(clocks_of(running, "talk-1").size() == 1);
  check_replays_at_each_step(running.state());

  // The next version knows it too; the one after that has another table.
  policy::Policy third = policy;
  third.hash = std::string(64, 'c');
  running.enter("stage-2");
  running.move_to(third, to_stage("stage-2"));
  CHECK(running.state().priority() == "red");
  policy::Policy fourth = third;
  fourth.hash = std::string(64, 'd');
  fourth.priorities = {priority("high")};
  CHECK(!attempt_to(running, fourth, to_stage("stage-2")).ok());
  running.move_to(fourth, to_stage("stage-2", "high"));
  CHECK(running.state().priority() == "high");
  // The stage passed before keeps its clock: red was in force there.
  CHECK(clocks_of(running, "talk-1").size() == 1);
  // A version without a table has no use for one.
  const auto back = attempt_to(running, old, to_stage("stage-2", "high"));
  REQUIRE(back.ok());
  CHECK(std::get_if<casework::PolicyChanged>(&back->payload)->priority.empty());
  CHECK(!casework::to_json(*back)["data"].contains("priority"));
}

TEST_CASE("the other procedure's clock stays when a version asks another question") {
  policy::Policy old = procedure();
  policy::Exclusion exclusion;
  exclusion.id = "allegation";
  exclusion.clock = clock("other", 10, StartEvent::kCaseRaised);
  old.exclusions = {exclusion};
  policy::Policy policy = renamed(old, {"stage-1", "stage-2", "stage-3"});
  policy.exclusions[0].id = "staff-allegation";
  casework::CaseOpened fact = opening(old, kMonday);
  fact.exclusions["allegation"] = true;
  fact.scope_reason = "Both procedures run";
  Running running(old, fact, at(kMonday));
  REQUIRE(clocks_of(running, "other").size() == 1);
  running.change_policy(policy, "stage-1");
  CHECK(clocks_of(running, "other").size() == 1);
}

TEST_CASE("a time agreed for a timescale that the new version does not have") {
  const policy::Policy old = procedure();
  policy::Policy policy = renamed(old, {"stage-1", "stage-2", "stage-3"});
  policy.stages[1].clocks[0].id = "time-two";
  Running running(old, kMonday);
  running.enter("stage-2");
  running.agree("time-2", date(2026, 4, 15));
  running.change_policy(policy, "stage-2");
  const auto clocks = clocks_of(running, "time-two");
  REQUIRE(clocks.size() == 1);
  CHECK(clocks[0].needs_agreement);
  CHECK(explained(running, clocks[0]).find("None is recorded") == std::string::npos);
  CHECK(explained(running, clocks[0]).find("under the earlier version does not carry over") !=
        std::string::npos);
}

TEST_CASE("a budget is not counted anew when a version names its stages otherwise") {
  policy::Policy old = procedure();
  old.budgets.push_back({{"stage-1", "stage-2"}, clock("five", 5, StartEvent::kStageEntered)});
  old.budgets[0].clock.met_by = policy::MetBy::kStageEnded;
  policy::Policy policy = renamed(old, {"level-1", "level-2", "level-3"});
  policy.budgets[0].stages = {"level-1", "level-2"};
  Running running(old, kMonday);
  running.on(date(2026, 4, 16)).enter("stage-2");
  const Date before = clocks_of(running, "five").at(0).deadline.last_day;
  Running dropped = running;
  running.change_policy(policy, "level-2");
  const auto after = clocks_of(running, "five");
  REQUIRE(after.size() == 1);
  CHECK(after[0].deadline.last_day == before);
  CHECK(after[0].status == ClockStatus::kRunning);
  // Put right and put back, it is still one.
  running.move_to(policy, to_stage("level-1"));
  running.move_to(policy, to_stage("level-2"));
  CHECK(clocks_of(running, "five").size() == 1);
  running.on(date(2026, 4, 17)).enter("level-3");
  REQUIRE(clocks_of(running, "five").size() == 1);
  CHECK(clocks_of(running, "five")[0].status == ClockStatus::kMet);
  // A version without the budget does not meet it.
  policy::Policy without = policy;
  without.budgets.clear();
  dropped.change_policy(without, "level-2");
  CHECK(clocks_of(dropped, "five").empty());
}

TEST_CASE("what was recorded at an earlier stage does not count for one that takes over its id") {
  policy::Policy old = procedure();
  old.duties.push_back(duty("tell-family", policy::DutyMoment::kAtEveryStage));
  policy::Policy policy = renamed(old, {"stage-0", "stage-1", "stage-2"});
  Running first(old, kMonday);
  first.tick("tell-family");
  first.talk();
  Running second = first;
  first.on(at(date(2026, 4, 14), 9)).enter("stage-2");
  first.talk_at("stage-1", kMonday);  // written down late
  first.on(at(date(2026, 4, 14), 10)).change_policy(policy, "stage-1");
  const auto is_done = [&](const Case& state) {
    for (const auto& owed : casework::duties(state, first.setting())) {
      if (owed.duty == "tell-family") return owed.done;
    }
    FAIL("not owed");
    return false;
  };
  CHECK(!is_done(first.state()));
  CHECK(first.state().duties[0].passage == 0);
  CHECK(first.state().discussions[0].passage == 0);
  CHECK(first.state().discussions[1].passage == 0);
  const auto met = [&](const Case& state) {
    size_t count = 0;
    for (const auto& clock : casework::clocks_of_passage(state, first.setting(), 1)) {
      count += clock.status == ClockStatus::kMet ? 1 : 0;
    }
    return count;
  };
  CHECK(met(first.state()) == 0);
  check_replays_at_each_step(first.state());

  // Nor what another device, which knew of neither, records afterwards.
  std::vector<Event> events = first.state().events;
  events.push_back(second.on(at(date(2026, 4, 14), 11)).talk());
  const Case both = merged(events);
  CHECK(both.discussions.size() == 3);
  CHECK(both.discussions.back().passage == 0);
  CHECK(met(both) == 0);
  // What is recorded at the stage now does.
  first.on(at(date(2026, 4, 14), 12)).tick("tell-family");
  CHECK(first.state().duties[1].passage == 1);
  CHECK(is_done(first.state()));
}

TEST_CASE("what was done before its stage was entered was done for it") {
  policy::Policy policy = procedure();
  policy.duties.push_back(duty("prepare", policy::DutyMoment::kBeforeEntry, {"stage-2"}));
  Running running(policy, kMonday);
  running.tick("prepare", "stage-2");
  CHECK(running.state().duties[0].passage == casework::kNoPassage);
  running.enter("stage-2");
  CHECK(running.state().duties[0].passage == 1);
  for (const auto& owed : casework::duties(running.state(), running.setting())) {
    if (owed.duty == "prepare") CHECK(owed.done);
  }
  check_replays_at_each_step(running.state());
}

TEST_CASE("a wrong stage of the new version is put right by naming another") {
  const policy::Policy old = procedure();
  const policy::Policy policy = renamed(old, {"level-1", "level-2", "level-3"});
  Running running(old, kMonday);
  running.talk();
  running.on(date(2026, 4, 14)).change_policy(policy, "level-2");
  CHECK(!attempt_to(running, policy, to_stage("level-2")).ok());
  running.on(date(2026, 4, 15)).move_to(policy, to_stage("level-1"));
  const Case& state = running.state();
  CHECK(state.stage() == "level-1");
  CHECK(state.passages.size() == 1);
  CHECK(state.current().entered_at == at(kMonday));
  CHECK(state.discussions[0].fact.stage == "level-1");
  CHECK(state.policy_changes.size() == 2);
  CHECK(state.conflicts.empty());
  check_replays_at_each_step(state);
}

TEST_CASE("a stage that the new version lacks, entered by another device, is put right") {
  const policy::Policy old = procedure();
  const policy::Policy policy = renamed(old, {"level-1", "level-2", "level-3"});
  Running first(old, kMonday);
  Running second = first;
  std::vector<Event> events = first.state().events;
  events.push_back(first.on(at(date(2026, 4, 14), 9)).change_policy(policy, "level-1"));
  events.push_back(second.on(at(date(2026, 4, 14), 10)).enter("stage-2"));
  const Case apart = merged(events);
  CHECK(apart.stage() == "stage-2");
  CHECK(apart.conflicts.size() == 1);
  const auto right = casework::decide(apart, {policy, holidays(), kTeacher, at(date(2026, 4, 15))},
                                      {to_stage("level-2"), at(date(2026, 4, 15))});
  REQUIRE(right.ok());
  events.push_back(*right);
  const Case state = merged(events);
  CHECK(state.stage() == "level-2");
  CHECK(state.passages.size() == 2);
  CHECK(state.current().entered_at == at(date(2026, 4, 14), 10));
  CHECK(state.conflicts.size() == 1);
}
