// A case that moves to another version of its procedure, alone and on two devices at once; and
// replies that arrive from both.
#include <algorithm>
#include <optional>

#include "casework/invented.h"
#include "policy/policy_files.h"

using namespace invented;
using casework::RunningClock;

namespace {

const Date kMonday = date(2026, 4, 13);

// The invented procedure a year on: three working days at stage 1, and stage 2 goes by another id.
policy::Policy newer(char hash = 'b') {
  policy::Policy policy = procedure();
  policy.version = "2";
  policy.hash = std::string(64, hash);
  policy.stages[0].clocks[0].amount.count = 3;
  policy.stages[0].next = {"managers"};
  policy.stages[1].id = "managers";
  policy.stages[1].label = "Managers";
  policy.stages[1].clocks[0].id = "time-managers";
  policy.stages[1].clocks[0].amount.count = 4;
  return policy;
}

std::optional<RunningClock> clock_of(const Running& running, const std::string& id) {
  for (auto& clock : casework::clocks(running.state(), running.setting())) {
    if (clock.id == id) return std::move(clock);
  }
  return std::nullopt;
}

casework::PolicyChanged to_stage(std::string stage) {
  return {"", "", "", std::move(stage), "A new version"};
}

}  // namespace

TEST_CASE("the stage goes on under the new version from when it was entered") {
  const policy::Policy old = procedure();
  const policy::Policy policy = newer();
  Running running(old, kMonday);
  CHECK(clock_of(running, "talk-1")->deadline.last_day == date(2026, 4, 15));
  running.on(date(2026, 4, 14)).change_policy(policy, "stage-1");
  const Case& state = running.state();
  REQUIRE(state.passages.size() == 1);
  CHECK(state.policy_hash() == policy.hash);
  CHECK(state.current().entered_at == at(kMonday));
  CHECK(state.current().formerly.empty());
  CHECK(state.policy_changes.size() == 1);
  CHECK(state.policy_changes[0].fact.policy_version == "2");
  // Three working days from Monday 13, not from the change.
  CHECK(clock_of(running, "talk-1")->deadline.last_day == date(2026, 4, 16));
  CHECK(state.conflicts.empty());
  check_replays_at_each_step(state);
}

TEST_CASE("a stage that goes by another id keeps what was recorded at it") {
  const policy::Policy old = procedure();
  const policy::Policy policy = newer();
  Running running(old, kMonday);
  running.talk();
  running.on(date(2026, 4, 14)).enter("stage-2");
  running.talk();
  running.reply(false);
  running.agree("time-2", date(2026, 4, 20));
  running.change_policy(policy, "managers");
  const Case& state = running.state();
  CHECK(state.stage() == "managers");
  CHECK(state.current().formerly == std::vector<std::string>{"stage-2"});
  CHECK(state.discussions[0].fact.stage == "stage-1");
  CHECK(state.discussions[1].fact.stage == "managers");
  CHECK(state.replies[0].fact.stage == "managers");
  // Four working days from Tue 14; the time agreed was for the old version's clock.
  CHECK(clock_of(running, "time-managers")->deadline.last_day == date(2026, 4, 20));
  CHECK(clock_of(running, "time-managers")->needs_agreement);
  // The stage passed before keeps its own version's clock, as long as that version is known.
  CHECK(clock_of(running, "talk-1")->deadline.last_day == date(2026, 4, 15));
  CHECK(clock_of(running, "talk-1")->status == casework::ClockStatus::kMet);
  CHECK(!clock_of(Running(running).forget_earlier(), "talk-1"));
  running.on(date(2026, 4, 15)).enter("stage-3");
  CHECK(state.current().policy_hash == policy.hash);
  CHECK(explained(running, *clock_of(running, "talk-3"))
            .find("managers ended on Wednesday 15 April") != std::string::npos);
  check_replays_at_each_step(state);
}

TEST_CASE("a clock is named in the words of the version that it is of") {
  const policy::Policy old = procedure();
  policy::Policy policy = newer();
  policy.stages[0].label = "Step A";
  Running running(old, kMonday);
  running.talk();
  running.on(date(2026, 4, 14)).enter("stage-2");
  running.change_policy(policy, "managers");
  const auto place = [&](const std::string& id) {
    return casework::place_in_words(*clock_of(running, id), running.setting());
  };
  CHECK(place("talk-1") == "Stage 1");
  CHECK(place("time-managers") == "Managers");
  CHECK(&casework::policy_of(*clock_of(running, "talk-1"), running.setting()) == &old);
}

TEST_CASE("a budget goes on over the stages that were passed under the version before") {
  policy::Policy old = procedure();
  old.budgets.push_back(
      {{"stage-1", "stage-2"}, clock("five", 5, policy::StartEvent::kStageEntered)});
  old.budgets[0].clock.met_by = policy::MetBy::kStageEnded;
  policy::Policy policy = old;
  policy.hash = std::string(64, 'b');
  policy.budgets[0].clock.amount.count = 6;
  Running running(old, kMonday);
  running.on(date(2026, 4, 14)).enter("stage-2");
  running.change_policy(policy, "stage-2");
  size_t budgets = 0;
  for (const auto& each : casework::clocks(running.state(), running.setting())) {
    budgets += each.id == "five" ? 1 : 0;
  }
  CHECK(budgets == 1);
  CHECK(clock_of(running, "five")->deadline.last_day == date(2026, 4, 21));
  CHECK(casework::place_in_words(*clock_of(running, "five"), running.setting()) ==
        "Stages 1 and 2 together");
}

TEST_CASE("a change of version is refused where it makes no sense") {
  const policy::Policy old = procedure();
  const policy::Policy policy = newer();
  Running running(old, kMonday);
  const auto attempt = [&](const policy::Policy& to, casework::PolicyChanged fact) {
    return casework::decide(running.state(), {to, holidays(), kTeacher, running.now()},
                            {std::move(fact), running.now()});
  };
  CHECK(attempt(policy, to_stage("managers")).ok());
  CHECK(message_for(attempt(old, to_stage("stage-1")), "policy_hash") ==
        "The case is run under this version of the procedure already");
  policy::Policy other = policy;
  other.id = "another";
  CHECK(message_for(attempt(other, to_stage("managers")), "policy_id") ==
        "This is not a version of the case’s procedure");
  CHECK(message_for(attempt(policy, to_stage("stage-2")), "stage") ==
        "Select a stage of that version");
  CHECK(message_for(attempt(policy, to_stage("")), "stage") ==
        "Select the stage that the case is at in that version");
  casework::PolicyChanged silent = to_stage("managers");
  silent.reason = " ";
  CHECK(message_for(attempt(policy, silent), "reason") ==
        "Enter why the case moves to that version");
  // Nothing else is taken under a version that the case does not run under.
  CHECK(message_for(casework::decide(running.state(), {policy, holidays(), kTeacher, running.now()},
                                     {casework::NoteAdded{"A note"}, running.now()}),
                    "policy_hash") == "This case is run under another version of the procedure");
  running.change_policy(policy, "stage-1");
  CHECK(running.attempt(casework::NoteAdded{"A note"}).ok());
  running.resolve();
  CHECK(!attempt(old, to_stage("stage-1")).ok());
}

TEST_CASE("two devices that change the version apart: the first stands, the other is named") {
  const policy::Policy old = procedure();
  const policy::Policy policy = newer();
  const policy::Policy third = newer('c');
  Running first(old, kMonday);
  Running second = first;
  const Event opened = first.state().events[0];
  const Event to_second = first.on(at(date(2026, 4, 14), 9)).change_policy(policy, "stage-1");
  const Event to_third = second.on(at(date(2026, 4, 14), 10)).change_policy(third, "stage-1");
  const Case state = merged({opened, to_second, to_third});
  CHECK(state.policy_hash() == policy.hash);
  CHECK(state.policy_changes.size() == 1);
  CHECK(state.conflicts == std::vector<std::string>{to_third.id});
}

TEST_CASE("a change of version by somebody who did not know that the case had moved on") {
  const policy::Policy old = procedure();
  const policy::Policy policy = newer();
  Running first(old, kMonday);
  Running second = first;
  const Event opened = first.state().events[0];
  const Event entered = first.on(at(date(2026, 4, 14), 9)).enter("stage-2");
  const Event changed = second.on(at(date(2026, 4, 14), 10)).change_policy(policy, "stage-1");
  const Case state = merged({opened, entered, changed});
  CHECK(state.stage() == "stage-2");
  CHECK(state.policy_hash() == old.hash);
  CHECK(state.conflicts == std::vector<std::string>{changed.id});

  // The other way about: the case did move on, and that is named.
  Running third(old, kMonday);
  Running fourth = third;
  const Event earlier = third.on(at(date(2026, 4, 14), 9)).change_policy(policy, "stage-1");
  const Event later = fourth.on(at(date(2026, 4, 14), 10)).enter("stage-2");
  const Case moved = merged({opened, earlier, later});
  CHECK(moved.stage() == "stage-2");
  CHECK(moved.policy_hash() == policy.hash);
  CHECK(moved.conflicts == std::vector<std::string>{later.id});

  // On a case that another device closed.
  Running fifth(old, kMonday);
  Running sixth = fifth;
  const Event resolved = fifth.on(at(date(2026, 4, 14), 9)).resolve();
  const Event after = sixth.on(at(date(2026, 4, 14), 10)).change_policy(policy, "stage-1");
  const Case closed = merged({opened, resolved, after});
  CHECK(closed.policy_hash() == old.hash);
  CHECK(closed.conflicts == std::vector<std::string>{after.id});
}

TEST_CASE("replies and discussions of two devices come together under the new name of the stage") {
  const policy::Policy old = procedure();
  const policy::Policy policy = newer();
  Running first(old, kMonday);
  first.enter("stage-2");
  Running second = first;
  std::vector<Event> events = first.state().events;
  events.push_back(first.on(at(date(2026, 4, 14), 9)).change_policy(policy, "managers"));
  events.push_back(second.on(at(date(2026, 4, 14), 10)).reply(true));
  events.push_back(second.on(at(date(2026, 4, 14), 11)).talk());
  // Both are known to whoever writes next.
  const Case apart = merged(events);
  CHECK(apart.heads.size() == 2);
  CHECK(apart.conflicts.empty());
  CHECK(apart.replies[0].fact.stage == "managers");
  CHECK(apart.discussions[0].fact.stage == "managers");
  CHECK(std::get_if<casework::ReplyReceived>(&apart.events[3].payload)->stage == "stage-2");
  auto next = casework::decide(apart, {policy, holidays(), kTeacher, at(date(2026, 4, 15))},
                               {to_stage("managers"), at(date(2026, 4, 15))});
  CHECK(!next.ok());  // that is where it stands already
  auto on = casework::decide(
      apart, {policy, holidays(), kTeacher, at(date(2026, 4, 15))},
      {casework::StageEntered{"stage-3", "", false, "Not resolved"}, at(date(2026, 4, 15))});
  REQUIRE(on.ok());
  events.push_back(*on);
  CHECK(merged(events).conflicts.empty());
}

TEST_CASE("a reply on a case that another device closed is kept and named") {
  const policy::Policy policy = procedure();
  Running first(policy, kMonday);
  Running second = first;
  const Event opened = first.state().events[0];
  const Event resolved = first.on(at(date(2026, 4, 14), 9)).resolve();
  const Event reply = second.on(at(date(2026, 4, 14), 10)).reply(false);
  const Case state = merged({opened, resolved, reply});
  CHECK(state.replies.size() == 1);
  CHECK(state.conflicts == std::vector<std::string>{reply.id});
}

TEST_CASE("a reply needs a day, a name and what it says") {
  const policy::Policy policy = procedure();
  Running running(policy, kMonday);
  casework::ReplyReceived empty;
  empty.received_on = date(2026, 4, 14);
  const auto refused = running.attempt(empty);
  CHECK(message_for(refused, "received_on") ==
        "The date of the reply must be today or in the past");
  CHECK(message_for(refused, "from") == "Enter who replied");
  CHECK(message_for(refused, "account") == "Enter what the reply says");
  empty.received_on = Date{};
  CHECK(message_for(running.attempt(empty), "received_on") == "Enter the date of the reply");
  auto fact = Running::reply_on(kMonday, true);
  fact.stage = "stage-3";
  CHECK(message_for(running.attempt(fact), "stage") == "The case has not been at stage 3");
  running.on(date(2026, 4, 16));
  fact = Running::reply_on(date(2026, 4, 14), true);
  CHECK(running.attempt(fact)->occurred_at == at(date(2026, 4, 14), 12));
  running.resolve();
  CHECK(!running.attempt(fact).ok());
}
