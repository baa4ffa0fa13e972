#include "casework/clocks.h"

#include "casework/invented.h"

using namespace invented;
using calendar::Unit;
using casework::ClockStatus;
using casework::RunningClock;
using policy::ClockKind;
using policy::MetBy;
using policy::StartEvent;

namespace {

const Date kDay = date(2026, 4, 1);

RunningClock only(const std::vector<RunningClock>& clocks, const std::string& id) {
  const RunningClock* found = nullptr;
  for (const RunningClock& clock : clocks) {
    if (clock.id == id && !found) found = &clock;
  }
  REQUIRE(found);
  return *found;
}

bool runs(const std::vector<RunningClock>& clocks, const std::string& id) {
  for (const RunningClock& clock : clocks) {
    if (clock.id == id) return true;
  }
  return false;
}

RunningClock now(const Running& running, const std::string& id) {
  return only(casework::clocks(running.state(), running.setting()), id);
}

std::string words(const Running& running, const std::string& id) {
  return casework::status_in_words(now(running, id), running.setting());
}

// The invented procedure with these clocks at stage 1 and none elsewhere.
policy::Policy with_clocks(std::vector<policy::Clock> clocks) {
  policy::Policy policy = procedure();
  policy.stages[0].clocks = std::move(clocks);
  policy.stages[1].clocks.clear();
  policy.stages[2].clocks.clear();
  return policy;
}

}  // namespace

TEST_CASE("a clock from the day the concern arose, with the reason for its last day") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  const RunningClock clock = now(running, "talk-1");
  CHECK(clock.deadline.last_day == date(2026, 4, 7));
  CHECK(clock.stage == "stage-1");
  CHECK(clock.amount == "two working days");
  CHECK(!clock.needs_agreement);
  CHECK(explained(running, clock) ==
        "Two working days after the concern arose on Wednesday 1 April 2026. Friday 3 April (Good "
        "Friday), Saturday "
        "4 and Sunday 5 April and Monday 6 April (Easter Monday) do not count, so it ends at the "
        "end of Tuesday 7 "
        "April 2026. Source: The guide, Timescales: “within two working days”.");
}

TEST_CASE("the concern's day counts, not the day it was raised") {
  const policy::Policy policy = procedure();
  Running running(policy, opening(policy, date(2026, 3, 30)), at(kDay));
  CHECK(now(running, "talk-1").deadline.last_day == kDay);
  CHECK(now(running, "talk-1").status == ClockStatus::kDueToday);
}

TEST_CASE("a clock is due today until midnight in the United Kingdom") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  CHECK(words(running, "talk-1") == "Due in 2 working days, Tuesday 7 April 2026");
  running.on(date(2026, 4, 4));
  CHECK(words(running, "talk-1") == "Due in 1 working day, Tuesday 7 April 2026");
  running.on(date(2026, 4, 6));
  CHECK(now(running, "talk-1").status == ClockStatus::kRunning);
  CHECK(words(running, "talk-1") == "Due tomorrow, Tuesday 7 April 2026");
  running.on(at(date(2026, 4, 7), 0));
  CHECK(now(running, "talk-1").status == ClockStatus::kDueToday);
  running.on(Instant{at(date(2026, 4, 8), 0).ms - 1});  // 23:59:59.999 BST, 22:59:59.999 UTC
  CHECK(now(running, "talk-1").status == ClockStatus::kDueToday);
  CHECK(words(running, "talk-1") == "Due today");
  running.on(at(date(2026, 4, 8), 0));
  CHECK(now(running, "talk-1").status == ClockStatus::kOverdue);
  CHECK(words(running, "talk-1") == "1 working day overdue, since the end of Tuesday 7 April 2026");
  running.on(date(2026, 4, 12));
  CHECK(words(running, "talk-1") ==
        "3 working days overdue, since the end of Tuesday 7 April 2026");
  running.on(date(2027, 1, 4));
  CHECK(words(running, "talk-1").find("since the end of Tuesday 7 April 2026") !=
        std::string::npos);
}

TEST_CASE("overdue on a weekend is not counted in working days") {
  const policy::Policy policy = procedure();
  Running running(policy, date(2026, 4, 8));  // Wednesday: due Friday 10
  running.on(date(2026, 4, 11));
  CHECK(words(running, "talk-1") == "Overdue since the end of Friday 10 April 2026");
}

TEST_CASE("a record meets its clock on the day it was held, whenever it was written") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.on(date(2026, 4, 20));
  Running late = running;
  running.talk_on(date(2026, 4, 7));
  running.talk_on(date(2026, 4, 10));
  CHECK(now(running, "talk-1").status == ClockStatus::kMet);
  CHECK(words(running, "talk-1") == "Done in time");
  late.talk_on(date(2026, 4, 8));
  CHECK(now(late, "talk-1").status == ClockStatus::kMetLate);
  CHECK(words(late, "talk-1") == "Done after the last day, Tuesday 7 April 2026");
  late.talk_on(date(2026, 4, 2));  // an earlier one, written down later still
  CHECK(now(late, "talk-1").status == ClockStatus::kMet);
}

TEST_CASE("a clock ends unmet with its stage or its case") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.on(date(2026, 4, 2)).enter("stage-2");
  CHECK(now(running, "talk-1").status == ClockStatus::kEnded);
  CHECK(words(running, "talk-1") == "Not done before the case moved on");
  CHECK(now(running, "time-2").status == ClockStatus::kRunning);
  Running withdrawn = running;
  running.resolve();
  CHECK(now(running, "time-2").status == ClockStatus::kMet);
  withdrawn.add(casework::CaseWithdrawn{"Raised twice"});
  CHECK(now(withdrawn, "time-2").status == ClockStatus::kEnded);
  CHECK(!casework::next_deadline(withdrawn.state(), withdrawn.setting()));
}

TEST_CASE("a time to be agreed runs to its maximum until one is agreed") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.on(date(2026, 4, 2)).enter("stage-2");
  RunningClock clock = now(running, "time-2");
  CHECK(clock.needs_agreement);
  CHECK(clock.deadline.last_day == date(2026, 4, 20));
  CHECK(clock.amount == "at most ten working days");
  CHECK(words(running, "time-2") == "No time agreed yet: at the latest Monday 20 April 2026");
  CHECK(
      explained(running, clock)
          .find(
              "The invented procedure asks for a time to be agreed. None is recorded yet, so this "
              "is the latest it may be. Source: The guide") != std::string::npos);
  const auto latest = casework::latest_agreeable(running.state(), running.setting(), "time-2");
  REQUIRE(latest);
  CHECK(latest->last_day == date(2026, 4, 20));
  CHECK(!casework::latest_agreeable(running.state(), running.setting(), "talk-1"));
  running.on(date(2026, 4, 20));
  CHECK(words(running, "time-2") == "No time agreed yet: at the latest today");
  running.on(date(2026, 4, 22));
  CHECK(words(running, "time-2") ==
        "No time was agreed, and the latest has passed: 2 working days overdue, since the end of "
        "Monday 20 April 2026");

  running.on(date(2026, 4, 8)).agree("time-2", date(2026, 4, 17));
  running.agree("time-2", date(2026, 4, 10));
  clock = now(running, "time-2");
  CHECK(!clock.needs_agreement);
  CHECK(clock.agreed == date(2026, 4, 10));
  CHECK(clock.deadline.last_day == date(2026, 4, 10));
  CHECK(words(running, "time-2") == "Due in 2 working days, Friday 10 April 2026");
  CHECK(explained(running, clock)
            .find("Agreed with Priya Shah on 8 April 2026: by the end of Friday 10 April 2026. The "
                  "latest it could be: ten working days after stage 2 was entered") == 0);
  running.on(date(2026, 4, 11)).enter("stage-3");
  CHECK(now(running, "time-2").status == ClockStatus::kMetLate);

  Running unagreed(policy, kDay);
  unagreed.on(date(2026, 4, 2)).enter("stage-2");
  unagreed.enter("stage-3");
  CHECK(now(unagreed, "time-2").status == ClockStatus::kMet);
  CHECK(explained(unagreed, now(unagreed, "time-2")).find("None was recorded") !=
        std::string::npos);
}

TEST_CASE("a time without a maximum has no date until it is agreed") {
  policy::Policy policy = procedure();
  policy.stages[1].clocks[0].amount.count = 0;
  Running running(policy, kDay);
  running.enter("stage-2");
  CHECK(!runs(casework::clocks(running.state(), running.setting()), "time-2"));
  running.agree("time-2", date(2030, 1, 1));
  CHECK(now(running, "time-2").agreed == date(2030, 1, 1));
  CHECK(explained(running, now(running, "time-2")) ==
        "Agreed with Priya Shah on 1 April 2026: by the end of Tuesday 1 January 2030. "
        "Source: The guide, Timescales: “within ten working days”.");
}

TEST_CASE("the further time of a stage counts from when the one before ended") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.on(date(2026, 4, 2)).enter("stage-2");
  running.on(date(2026, 4, 9), 17).enter("stage-3");
  running.on(date(2026, 4, 10));
  const RunningClock clock = now(running, "talk-3");
  CHECK(clock.deadline.last_day == date(2026, 4, 13));
  CHECK(explained(running, clock)
            .find("Two working days after stage 2 ended on Thursday 9 April 2026.") == 0);
}

TEST_CASE("a stage entered directly counts from its entry, and says so") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.on(date(2026, 4, 9)).enter("stage-3");
  const RunningClock clock = now(running, "talk-3");
  CHECK(clock.deadline.last_day == date(2026, 4, 13));
  CHECK(explained(running, clock)
            .find("after stage 3 was entered directly on Thursday 9 April 2026.") !=
        std::string::npos);
  CHECK(
      explained(running, clock)
          .find(
              "Because stage 3 was entered directly, it counts from that day and not from the end "
              "of the stage before.") != std::string::npos);

  casework::CaseOpened fact = opening(policy, kDay);
  fact.first_stage = "stage-3";
  fact.direct_reason = "It cannot wait";
  Running raised_there(policy, fact, at(date(2026, 4, 8)));
  CHECK(now(raised_there, "talk-3").deadline.last_day == date(2026, 4, 10));
  CHECK(raised_there.state().current().direct);
}

TEST_CASE("a clock may count from the end of a stage further back") {
  policy::Policy policy = procedure();
  policy.stages[2].clocks[0].start_stage = "stage-1";
  Running running(policy, kDay);
  running.on(date(2026, 4, 8)).enter("stage-2");
  running.on(date(2026, 4, 9)).enter("stage-3");
  CHECK(now(running, "talk-3").deadline.last_day == date(2026, 4, 10));
  CHECK(
      explained(running, now(running, "talk-3")).find("after stage 1 ended on Wednesday 8 April") !=
      std::string::npos);
}

TEST_CASE("the first stage has none before it to count from") {
  const policy::Policy policy = with_clocks({clock("odd", 2, StartEvent::kStageEnded)});
  Running running(policy, kDay);
  CHECK(explained(running, now(running, "odd")).find("No stage came before stage 1") !=
        std::string::npos);
}

TEST_CASE("clocks from raising, entering, a meeting and the resolution") {
  policy::Policy policy = with_clocks(
      {clock("raised", 1, StartEvent::kCaseRaised), clock("entered", 2, StartEvent::kStageEntered),
       clock("meeting", 3, StartEvent::kMeetingHeld), clock("resolved", 4, StartEvent::kResolved)});
  for (policy::Clock& clock : policy.stages[0].clocks) clock.met_by = MetBy::kStageEnded;
  Running running(policy, opening(policy, date(2026, 3, 2)), at(date(2026, 4, 7)));
  CHECK(now(running, "raised").deadline.last_day == date(2026, 4, 8));
  CHECK(now(running, "entered").deadline.last_day == date(2026, 4, 9));
  CHECK(!runs(casework::clocks(running.state(), running.setting()), "meeting"));
  CHECK(!runs(casework::clocks(running.state(), running.setting()), "resolved"));
  running.on(date(2026, 4, 15));
  running.talk_on(date(2026, 4, 14));
  running.talk_on(date(2026, 4, 13));
  CHECK(now(running, "meeting").deadline.last_day ==
        date(2026, 4, 17));  // three after the last, the 14th
  running.on(date(2026, 4, 16)).resolve();
  CHECK(now(running, "resolved").deadline.last_day == date(2026, 4, 22));
  CHECK(explained(running, now(running, "resolved"))
            .find("after the case was resolved on Thursday 16") != std::string::npos);
}

TEST_CASE("hours are elapsed time, and end within a day") {
  policy::Clock hours = clock("hours", 24, StartEvent::kCaseRaised);
  hours.amount.unit = Unit::kHours;
  const policy::Policy policy = with_clocks({hours});
  Running running(policy, opening(policy, date(2026, 3, 28)), at(date(2026, 3, 28), 12, 30));
  running.on(date(2026, 3, 28), 20);  // the clocks go forward in the night
  CHECK(words(running, "hours") == "Due tomorrow, Sunday 29 March 2026 at 1:30pm");
  running.on(date(2026, 3, 29), 13);
  CHECK(words(running, "hours") == "Due today at 1:30pm");
  running.on(at(date(2026, 3, 29), 13, 30));
  CHECK(now(running, "hours").status == ClockStatus::kOverdue);
  CHECK(words(running, "hours") == "Overdue since Sunday 29 March 2026 at 1:30pm");
}

TEST_CASE("calendar days may end on a day that is not worked") {
  policy::Clock days = clock("days", 3, StartEvent::kConcernArose);
  days.amount.unit = Unit::kCalendarDays;
  const policy::Policy policy = with_clocks({days});
  Running running(policy, date(2026, 4, 2));
  running.on(date(2026, 4, 3));
  CHECK(words(running, "days") == "Due on Sunday 5 April 2026");
}

TEST_CASE("immediate clocks have no date") {
  policy::Clock immediate = clock("now", 0, StartEvent::kStageEntered);
  immediate.kind = ClockKind::kImmediate;
  const policy::Policy policy = with_clocks({immediate});
  Running running(policy, kDay);
  CHECK(casework::clocks(running.state(), running.setting()).empty());
}

TEST_CASE("a stage's clock may be met by a duty") {
  policy::Policy policy = with_clocks({clock("send", 2, StartEvent::kStageEntered)});
  policy.stages[0].clocks[0].met_by = MetBy::kDutyDone;
  policy.stages[0].clocks[0].met_by_duty = "refer";
  policy.duties = {duty("refer", policy::DutyMoment::kOnEntry, {"stage-1"})};
  Running running(policy, kDay);
  running.talk();
  CHECK(now(running, "send").status == ClockStatus::kRunning);
  Running late = running;
  running.tick("refer");
  CHECK(now(running, "send").status == ClockStatus::kMet);
  late.on(date(2026, 4, 8)).tick("refer");
  CHECK(now(late, "send").status == ClockStatus::kMetLate);
}

TEST_CASE("a stage entered twice keeps its times and records apart") {
  policy::Policy policy = procedure();
  policy.stages[0].clocks[0].start = StartEvent::kStageEntered;
  Running running(policy, kDay);
  running.talk();
  running.on(date(2026, 4, 8)).enter("stage-2");
  running.on(date(2026, 4, 9)).enter("stage-1");
  running.on(date(2026, 4, 10));
  const auto clocks = casework::clocks(running.state(), running.setting());
  REQUIRE(clocks.size() == 3);
  CHECK(clocks[0].status == ClockStatus::kMet);
  CHECK(clocks[2].id == "talk-1");
  CHECK(clocks[2].status == ClockStatus::kRunning);
  CHECK(clocks[2].deadline.last_day == date(2026, 4, 13));
  running.talk();
  CHECK(casework::clocks(running.state(), running.setting())[2].status == ClockStatus::kMet);
}

TEST_CASE(
    "clocks come in the order of the stages, then those of duties; the earliest going is next") {
  policy::Policy policy = procedure();
  policy::Duty told = duty("tell", policy::DutyMoment::kOnRaising);
  told.clock = clock("tell-clock", 1, StartEvent::kCaseRaised);
  policy.duties = {told};
  Running running(policy, kDay);
  running.on(date(2026, 4, 2)).enter("stage-2");
  const auto clocks = casework::clocks(running.state(), running.setting());
  REQUIRE(clocks.size() == 3);
  CHECK(clocks[0].id == "talk-1");
  CHECK(clocks[1].id == "time-2");
  CHECK(clocks[2].id == "tell-clock");
  CHECK(clocks[2].status == ClockStatus::kDueToday);
  CHECK(casework::next_deadline(clocks)->id == "tell-clock");
  running.tick("tell");
  CHECK(now(running, "tell-clock").status == ClockStatus::kMet);
  CHECK(casework::next_deadline(running.state(), running.setting())->id == "time-2");
}

TEST_CASE("beyond the known bank holidays a deadline is marked provisional") {
  const policy::Policy policy = procedure();
  Running running(policy, date(2030, 1, 2));
  CHECK(now(running, "talk-1").deadline.provisional);
  CHECK(explained(running, now(running, "talk-1")).find("provisional") != std::string::npos);
}
