#include "casework/ladder.h"

#include "casework/invented.h"

using namespace invented;
using casework::Ladder;
using casework::WhatIf;

namespace {

const Date kDay = date(2026, 4, 1);

Ladder ladder(const Running& running, const WhatIf& what_if = {}) {
  return casework::ladder(running.state(), running.setting(), what_if);
}

}  // namespace

TEST_CASE("the ladder takes each stage to its last day") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  // Stage 1 ends Tuesday 7 April; ten working days on is Tuesday 21 April; two more, Thursday 23
  // April.
  const Ladder whole = ladder(running);
  CHECK(rungs(running) == Rungs{{"stage-2", date(2026, 4, 21)}, {"stage-3", date(2026, 4, 23)}});
  REQUIRE(whole.rungs.size() == 2);
  CHECK(calendar::uk_date(whole.rungs[0].entered) == date(2026, 4, 7));
  CHECK(whole.rungs[0].clock == "time-2");
  CHECK(whole.rungs[1].what == policy.stages[2].clocks[0].what);
  CHECK(whole.rungs[1].cite.words == policy.stages[2].clocks[0].cite.words);
  CHECK(whole.last_stage_entered == date(2026, 4, 21));
  CHECK(whole.unknown_after.empty());
  running.enter("stage-3");
  CHECK(ladder(running).rungs.empty());
  CHECK(!ladder(running).last_stage_entered);
  CHECK(ladder(running).unknown_after.empty());
  running.resolve();
  CHECK(ladder(running).rungs.empty());
}

TEST_CASE("the ladder starts today when the last day has passed, and heeds a time agreed") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.on(date(2026, 4, 14));
  CHECK(rungs(running)[0].second == date(2026, 4, 28));
  running.enter("stage-2");
  running.agree("time-2", date(2026, 4, 15));
  CHECK(rungs(running) == Rungs{{"stage-3", date(2026, 4, 17)}});
}

TEST_CASE("hours after a stage that lasts to the end of its day end with a day too") {
  policy::Policy policy = procedure();
  policy.stages[1].clocks = {clock("hours", 24, policy::StartEvent::kStageEntered)};
  policy.stages[1].clocks[0].amount.unit = calendar::Unit::kHours;
  const Ladder hours = ladder(Running(policy, kDay));
  REQUIRE(hours.rungs.size() == 2);
  REQUIRE(hours.rungs[0].deadline);
  CHECK(calendar::end_in_words(*hours.rungs[0].deadline) == "the end of Wednesday 8 April 2026");
  CHECK(calendar::uk_date(hours.rungs[1].entered) == date(2026, 4, 8));
}

TEST_CASE("the ladder breaks off where a stage's days cannot be known, and says where") {
  policy::Policy policy = procedure();
  policy.stages[1].clocks[0].start = policy::StartEvent::kMeetingHeld;
  Running running(policy, kDay);
  const Ladder broken = ladder(running);
  REQUIRE(broken.rungs.size() == 1);
  CHECK(broken.rungs[0].stage == "stage-2");
  CHECK(!broken.rungs[0].deadline);
  CHECK(calendar::uk_date(broken.rungs[0].entered) == date(2026, 4, 7));
  CHECK(broken.unknown_after == "stage-2");
  CHECK(!broken.last_stage_entered);
  // Its end said, the rest follows: two working days from Friday 10 April.
  const Ladder supposed = ladder(running, {{}, {{"stage-2", date(2026, 4, 10)}}});
  CHECK(supposed.rungs[1].deadline->last_day == date(2026, 4, 14));
  CHECK(supposed.last_stage_entered == date(2026, 4, 10));

  policy::Policy untimed = procedure();
  untimed.stages[0].clocks.clear();
  CHECK(ladder(Running(untimed, kDay)).unknown_after == "stage-1");
}

TEST_CASE("the ladder counts from the end of the stage that a clock names") {
  policy::Policy back = procedure();
  back.stages[2].clocks[0].start_stage = "stage-1";
  // Stage 3 counts from the end of stage 1, Tuesday 7 April.
  CHECK(rungs(Running(back, kDay))[1].second == date(2026, 4, 9));
}

TEST_CASE("a stage that was late before it began is left at once, not before it is entered") {
  policy::Policy policy = procedure();
  policy.stages[0].clocks = {clock("long", 20, policy::StartEvent::kConcernArose)};
  policy.stages[1].clocks = {clock("short", 2, policy::StartEvent::kConcernArose)};
  const Running running(policy, kDay);
  const Ladder whole = ladder(running);
  REQUIRE(whole.rungs.size() == 2);
  CHECK(whole.rungs[0].deadline->last_day == date(2026, 4, 7));
  CHECK(calendar::uk_date(whole.rungs[0].entered) == date(2026, 5, 1));
  CHECK(whole.rungs[1].entered == whole.rungs[0].entered);
  CHECK(whole.rungs[1].deadline->last_day == date(2026, 5, 6));
  // Nor can it be supposed to end before.
  const Ladder supposed = ladder(running, {{}, {{"stage-2", date(2026, 4, 9)}}});
  CHECK(supposed.rungs[1].entered == whole.rungs[0].entered);
}

TEST_CASE("what if: any date may be another, and the real one changes nothing") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  const Rungs real = rungs(running);
  CHECK(rungs(running, {kDay, {}}) == real);
  CHECK(rungs(running, {{}, {{"stage-1", date(2026, 4, 7)}}}) == real);
  // Stage 1 ends at once: ten working days from Wednesday 1 April end on Friday 17, two more on
  // Tuesday 21.
  CHECK(rungs(running, {{}, {{"stage-1", kDay}}}) ==
        Rungs{{"stage-2", date(2026, 4, 17)}, {"stage-3", date(2026, 4, 21)}});
  CHECK(rungs(running, {{}, {{"stage-2", date(2026, 4, 9)}}})[1].second == date(2026, 4, 13));
  // It arose a week later: stage 1 ends on Friday 10 April.
  CHECK(ladder(running, {date(2026, 4, 8), {}}).rungs[0].entered ==
        Instant{calendar::end_of_day(date(2026, 4, 10)).ms - 1});
  // Nothing can end in the past.
  running.on(date(2026, 4, 3));
  CHECK(ladder(running, {{}, {{"stage-1", kDay}}}).rungs[0].entered == running.setting().now);
}
