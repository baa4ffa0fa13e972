// What may be supposed of a case's ladder, and what the ladder then says of itself.
#include "casework/suppose.h"

#include "casework/invented.h"
#include "casework/ladder_words.h"

using namespace invented;
using casework::Ladder;
using casework::WhatIf;
using Stages = std::vector<std::string>;

namespace {

const Date kDay = date(2026, 4, 1);  // a Wednesday

Stages may_end(const Running& running, const WhatIf& what_if = {}) {
  const Ladder ladder = casework::ladder(running.state(), running.setting(), what_if);
  return casework::stages_to_suppose(running.state(), running.setting(), ladder);
}

// "stage-1: why. mend"
Stages doubts(const Running& running, const WhatIf& what_if) {
  Stages said;
  const Ladder ladder = casework::ladder(running.state(), running.setting(), what_if);
  for (const auto& each : casework::doubts(running.state(), running.setting(), what_if, ladder)) {
    said.push_back(each.stage + ": " + each.why + " " + each.mend);
  }
  return said;
}

struct Tried {
  Tried(const Running& running, const WhatIf& what_if)
      : now(casework::ladder(running.state(), running.setting())),
        then(casework::ladder(running.state(), running.setting(), what_if)),
        setting(running.setting()) {}
  std::string difference(size_t rung) const {
    return casework::difference_in_words(then.rungs[rung], now, setting.holidays);
  }
  std::string due(size_t rung) const {
    return casework::due_in_words(then.rungs[rung], setting.policy);
  }
  std::string outlook() const { return casework::outlook_in_words(then, &now, setting); }

  Ladder now, then;
  casework::Setting setting;
};

}  // namespace

TEST_CASE(
    "the end of the present stage and of each that is reached may be supposed, not the last's") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  CHECK(may_end(running) == Stages{"stage-1", "stage-2"});
  running.enter("stage-2");
  CHECK(may_end(running) == Stages{"stage-2"});
  running.enter("stage-3");
  CHECK(may_end(running).empty());
  running.resolve();
  CHECK(may_end(running).empty());

  policy::Policy untimed = procedure();
  untimed.stages[0].clocks.clear();
  const Running waiting(untimed, kDay);
  CHECK(may_end(waiting) == Stages{"stage-1"});
  CHECK(may_end(waiting, {{}, {{"stage-1", kDay}}}) == Stages{"stage-1", "stage-2"});
}

TEST_CASE("a day that may be is not doubted") {
  const policy::Policy policy = procedure();
  const Running running(policy, kDay);
  CHECK(doubts(running, {}).empty());
  CHECK(doubts(running, {kDay, {{"stage-1", kDay}, {"stage-2", kDay}}}).empty());
  CHECK(doubts(running, {date(2026, 3, 1), {{"stage-1", date(2027, 1, 4)}}}).empty());
}

TEST_CASE("a day that cannot be says why, and what may be entered") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  CHECK(
      doubts(running, {date(2026, 4, 2), {}}) ==
      Stages{": The case was raised on Wednesday 1 April 2026, so the concern arose by then. Enter "
             "that day or an earlier one."});
  CHECK(
      doubts(running, {{}, {{"stage-1", date(2026, 3, 31)}}}) ==
      Stages{"stage-1: Stage 1 has not ended yet, so it cannot end before today, Wednesday 1 April "
             "2026. Enter today or a later day."});
  // Stage 1 is taken to its last day, Tuesday 7 April, unless that is supposed to be another.
  CHECK(doubts(running, {{}, {{"stage-2", date(2026, 4, 6)}}}) ==
        Stages{"stage-2: On this ladder stage 2 begins on Tuesday 7 April 2026, so it cannot end "
               "before that day. Enter that day or a later one."});
  CHECK(doubts(running, {{}, {{"stage-1", kDay}, {"stage-2", date(2026, 4, 6)}}}).empty());
  CHECK(doubts(running, {{}, {{"stage-3", date(2026, 5, 6)}}}) ==
        Stages{"stage-3: Nothing comes after stage 3, so its end moves no day. You can choose the "
               "end of stage 1 and stage 2."});
  CHECK(
      doubts(running, {{}, {{"stage-9", date(2026, 5, 6)}}}) ==
      Stages{"stage-9: The procedure has no stage “stage-9”. You can choose the end of stage 1 and "
             "stage 2."});
  running.on(date(2026, 4, 2)).enter("stage-2");
  CHECK(
      doubts(running, {{}, {{"stage-1", date(2026, 5, 6)}}}) ==
      Stages{"stage-1: Stage 1 has ended already, on Thursday 2 April 2026. You can choose the end "
             "of stage 2."});

  policy::Policy untimed = procedure();
  untimed.stages[0].clocks.clear();
  CHECK(doubts(Running(untimed, kDay), {{}, {{"stage-2", date(2026, 5, 6)}}}) ==
        Stages{"stage-2: When stage 2 begins is not known, so it cannot be said to end. You can "
               "choose the end of stage 1."});
}

TEST_CASE("no stage ends before it begins, whatever is supposed") {
  const policy::Policy policy = procedure();
  const Running running(policy, kDay);
  const WhatIf crossed{{}, {{"stage-1", date(2026, 4, 9)}, {"stage-2", date(2026, 4, 8)}}};
  const Ladder ladder = casework::ladder(running.state(), running.setting(), crossed);
  CHECK(calendar::uk_date(ladder.rungs[0].entered) == date(2026, 4, 9));
  CHECK(ladder.last_stage_entered == date(2026, 4, 9));
  CHECK(doubts(running, crossed).size() == 1);
}

TEST_CASE("a rung beside the ladder as it stands, in working days or in days off") {
  const policy::Policy policy = procedure();
  const Running running(policy, kDay);
  // As it stands: stage 2 begins on Tuesday 7 April and is due on Tuesday 21, stage 3 on Thursday
  // 23.
  const Tried later(running, {{}, {{"stage-1", date(2026, 4, 9)}}});
  CHECK(later.difference(0) == "two working days later");
  CHECK(later.difference(1) == "two working days later");
  CHECK(later.outlook() ==
        "With what you suppose, stage 3 is reached on Thursday 23 April 2026 at the latest, two "
        "working days later.");
  const Tried sooner(running, {{}, {{"stage-2", date(2026, 4, 20)}}});
  CHECK(sooner.difference(0) == "the same day");
  CHECK(sooner.difference(1) == "one working day earlier");
  const Tried same(running, {{}, {{"stage-1", date(2026, 4, 7)}}});
  CHECK(same.difference(1) == "the same day");
  // Saturday 11 April instead of Friday 10: the working days after it are the same.
  const Tried weekend(running, {{}, {{"stage-1", date(2026, 4, 11)}}});
  const Tried friday(running, {{}, {{"stage-1", date(2026, 4, 10)}}});
  CHECK(casework::difference_in_words(weekend.then.rungs[0], friday.then, holidays()) ==
        "begins one day later, due the same day");
  CHECK(casework::moved_in_words(date(2026, 4, 10), date(2026, 4, 12), holidays()) ==
        "two days later");
  CHECK(casework::moved_in_words(date(2026, 4, 7), date(2026, 4, 2), holidays()) ==
        "one working day earlier");
}

TEST_CASE("what was not known before says so, and what cannot be known says until when") {
  policy::Policy policy = procedure();
  policy.stages[0].clocks.clear();
  const Running running(policy, kDay);
  const Tried supposed(running, {{}, {{"stage-1", date(2026, 4, 7)}}});
  CHECK(casework::outlook_in_words(supposed.now, nullptr, supposed.setting) ==
        "Later days cannot be known until stage 1 has a time of its own.");
  CHECK(supposed.difference(0) == "not known before");
  CHECK(supposed.due(0) == "the end of Tuesday 21 April 2026");
  CHECK(supposed.outlook() ==
        "With what you suppose, stage 3 is reached on Tuesday 21 April 2026 at the latest, which "
        "was not known before.");
  const policy::Policy timed = procedure();
  const Running whole(timed, kDay);
  CHECK(casework::outlook_in_words(Tried(whole, {}).now, nullptr, whole.setting()) ==
        "Stage 3 is reached on Tuesday 21 April 2026 at the latest, if every stage before it takes "
        "its whole time.");
}

TEST_CASE("when a rung is due: not set, not known, passed by then, provisional") {
  policy::Policy untimed = procedure();
  untimed.stages[2].clocks.clear();
  CHECK(Tried(Running(untimed, kDay), {}).due(1) == "no time is set");
  policy::Policy waiting = procedure();
  waiting.stages[2].clocks[0].start = policy::StartEvent::kMeetingHeld;
  CHECK(Tried(Running(waiting, kDay), {}).due(1) == "no day can be known yet");

  policy::Policy shared = procedure();
  policy::Budget budget;
  budget.stages = {"stage-1", "stage-2"};
  budget.clock = clock("both", 3, policy::StartEvent::kStageEntered);
  shared.budgets = {budget};
  const Tried late(Running(shared, kDay), {{}, {{"stage-1", date(2026, 4, 14)}}});
  CHECK(late.due(0) == "the end of Wednesday 8 April 2026, which has passed by then");
  // It ends as it begins, and stage 3 is not entered before that.
  CHECK(late.then.last_stage_entered == date(2026, 4, 14));

  // Past 2028 no bank holiday is known.
  const policy::Policy policy = procedure();
  const Tried far(Running(policy, date(2028, 12, 28)), {});
  CHECK(far.due(0) == "the end of Monday 15 January 2029 (provisional)");
  CHECK(casework::entered_in_words(far.then.rungs[0]) == "Monday 1 January 2029 (provisional)");
  CHECK(casework::outlook_in_words(far.then, nullptr, far.setting) ==
        "Stage 3 is reached on Monday 15 January 2029 (provisional) at the latest, if every stage "
        "before it takes its whole time.");
  // A day that is supposed is sure, and so is what only hours are counted from.
  policy::Policy hours = procedure();
  hours.stages[1].clocks[0].amount = {24, calendar::Unit::kHours};
  const Running counted(hours, date(2028, 12, 28));
  CHECK(Tried(counted, {}).then.rungs[0].deadline->provisional);
  const Tried sure(counted, {{}, {{"stage-1", date(2029, 1, 3)}}});
  CHECK_FALSE(sure.then.rungs[0].entered_provisional);
  CHECK_FALSE(sure.then.rungs[0].deadline->provisional);
}

TEST_CASE("what is supposed, in words") {
  const policy::Policy policy = procedure();
  CHECK(casework::supposed_in_words(policy, "stage-1", date(2026, 4, 10)) ==
        "stage 1 ends on Friday 10 April 2026");
  CHECK(casework::supposed_in_words(policy, "", kDay) ==
        "the concern arose on Wednesday 1 April 2026");
}
