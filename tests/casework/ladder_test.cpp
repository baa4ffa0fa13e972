#include "casework/invented.h"
#include "casework/next_steps.h"

using namespace invented;

namespace {

const Date kDay = date(2026, 4, 1);

}  // namespace

TEST_CASE("the ladder takes each stage to its last day") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  const auto rungs = casework::ladder(running.state(), running.setting());
  REQUIRE(rungs.size() == 2);
  CHECK(rungs[0].stage == "stage-2");
  // Stage 1 ends Tuesday 7 April; ten working days on is Tuesday 21 April; two more, Thursday 23
  // April.
  CHECK(rungs[0].deadline.last_day == date(2026, 4, 21));
  CHECK(rungs[1].deadline.last_day == date(2026, 4, 23));
  running.enter("stage-3");
  CHECK(casework::ladder(running.state(), running.setting()).empty());
  running.resolve();
  CHECK(casework::ladder(running.state(), running.setting()).empty());
}

TEST_CASE("the ladder starts today when the last day has passed, and heeds a time agreed") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.on(date(2026, 4, 14));
  CHECK(casework::ladder(running.state(), running.setting())[0].deadline.last_day ==
        date(2026, 4, 28));
  running.enter("stage-2");
  running.agree("time-2", date(2026, 4, 15));
  const auto rungs = casework::ladder(running.state(), running.setting());
  REQUIRE(rungs.size() == 1);
  CHECK(rungs[0].deadline.last_day == date(2026, 4, 17));
}

TEST_CASE("the ladder ends where a stage's days cannot be known") {
  policy::Policy policy = procedure();
  policy.stages[1].clocks[0].start = policy::StartEvent::kMeetingHeld;
  Running running(policy, kDay);
  CHECK(casework::ladder(running.state(), running.setting()).empty());

  policy::Policy back = procedure();
  back.stages[2].clocks[0].start_stage = "stage-1";
  Running from(back, kDay);
  // Stage 3 counts from the end of stage 1, Tuesday 7 April.
  CHECK(casework::ladder(from.state(), from.setting())[1].deadline.last_day == date(2026, 4, 9));
}
