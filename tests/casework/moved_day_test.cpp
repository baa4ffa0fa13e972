// A bank holiday that is announced, or taken away, while a clock runs.
#include "casework/explanation.h"
#include "casework/invented.h"

using namespace invented;
using calendar::Holiday;
using calendar::HolidaySet;

namespace {

const Date kDay = date(2022, 9, 7);  // a Wednesday
const Instant kKnown = at(date(2022, 9, 10), 12);

// The real days of 2022 without the State Funeral, which was announced on 10 September.
HolidaySet before_the_funeral() {
  std::vector<Holiday> days = holidays().all();
  std::erase_if(days, [](const Holiday& each) { return each.date == date(2022, 9, 19); });
  return HolidaySet("england-and-wales", std::move(days), "before");
}

// Its first stage lasts `count` working days from the day that the case was raised.
policy::Policy lasting(int count) {
  policy::Policy policy = procedure();
  policy.stages[0].clocks = {clock("talk", count, policy::StartEvent::kCaseRaised)};
  return policy;
}

casework::RunningClock running_clock(const Running& running, const HolidaySet& then) {
  casework::Setting setting = running.setting();
  setting.earlier_days = {{kKnown, &then}};
  return casework::clocks(running.state(), setting).front();
}

std::string why(const Running& running, const HolidaySet& then) {
  return casework::in_words(casework::explain(running_clock(running, then), running.setting()));
}

}  // namespace

TEST_CASE("a deadline that an announced bank holiday moved says from which day, and why") {
  const HolidaySet then = before_the_funeral();
  const policy::Policy policy = lasting(8);
  Running running(policy, opening(policy, kDay), at(kDay, 10));
  running.on(date(2022, 9, 12));
  const casework::RunningClock clock = running_clock(running, then);
  // Thu 8, Fri 9, Mon 12, Tue 13, Wed 14, Thu 15, Fri 16; Mon 19 was the eighth.
  CHECK(clock.deadline.last_day == date(2022, 9, 20));
  REQUIRE(clock.reckoning.moved);
  CHECK(clock.reckoning.moved->before.last_day == date(2022, 9, 19));
  REQUIRE(clock.reckoning.moved->days.size() == 1);
  CHECK(
      why(running, then)
          .find(
              "Until 10 September 2022 it ended on Monday 19 September 2022; then this device "
              "learnt "
              "of a bank holiday: Monday 19 September 2022 (Bank Holiday for the State Funeral of "
              "Queen Elizabeth II).") != std::string::npos);
}

TEST_CASE(
    "of several changes the one that moved it is told, and no change from before it was known") {
  const HolidaySet before = before_the_funeral();
  const policy::Policy policy = lasting(8);
  Running running(policy, opening(policy, kDay), at(kDay, 10));
  casework::Setting setting = running.setting();
  // On the 8th a file came that says the same of these days; on the 10th the one with the funeral.
  setting.earlier_days = {{at(date(2022, 9, 8)), &before}, {kKnown, &before}};
  const auto clock = casework::clocks(running.state(), setting).front();
  REQUIRE(clock.reckoning.moved);
  CHECK(clock.reckoning.moved->known == kKnown);

  policy::Policy arose = policy;
  arose.stages[0].clocks[0].start = policy::StartEvent::kConcernArose;
  Running later(arose, opening(arose, kDay), at(date(2022, 9, 10), 14));
  CHECK(running_clock(later, before).deadline.last_day == date(2022, 9, 20));
  CHECK(!running_clock(later, before).reckoning.moved);
}

TEST_CASE("the same working day moves too, and says why") {
  const HolidaySet before = before_the_funeral();
  policy::Policy policy = lasting(0);
  policy.stages[0].clocks[0].start = policy::StartEvent::kCaseRaised;
  const Date monday = date(2022, 9, 19);
  Running running(policy, opening(policy, monday), at(monday, 8));
  casework::Setting setting = running.setting();
  setting.earlier_days = {{at(monday, 9), &before}};
  const auto clock = casework::clocks(running.state(), setting).front();
  CHECK(clock.deadline.last_day == date(2022, 9, 20));
  REQUIRE(clock.reckoning.moved);
  CHECK(clock.reckoning.moved->days.size() == 1);
}

TEST_CASE("what moves no deadline is not told") {
  const HolidaySet then = before_the_funeral();
  SUBCASE("it ends before the holiday") {
    const policy::Policy policy = lasting(7);
    Running running(policy, opening(policy, kDay), at(kDay, 10));
    CHECK(!running_clock(running, then).reckoning.moved);
  }
  SUBCASE("it started when the holiday was known") {
    const policy::Policy policy = lasting(8);
    const Date later = date(2022, 9, 12);
    Running running(policy, opening(policy, later), at(later, 10));
    CHECK(!running_clock(running, then).reckoning.moved);
  }
  SUBCASE("days are not working days") {
    policy::Policy policy = lasting(12);
    policy.stages[0].clocks[0].amount.unit = calendar::Unit::kCalendarDays;
    Running running(policy, opening(policy, kDay), at(kDay, 10));
    CHECK(!running_clock(running, then).reckoning.moved);
  }
}

TEST_CASE("a bank holiday that was taken away is told too") {
  std::vector<Holiday> days = holidays().all();
  days.push_back({date(2022, 9, 13), "Announced by mistake", false});
  const HolidaySet then("england-and-wales", std::move(days), "mistaken");
  const policy::Policy policy = lasting(4);
  Running running(policy, opening(policy, kDay), at(kDay, 10));
  CHECK(running_clock(running, then).deadline.last_day == date(2022, 9, 13));
  CHECK(why(running, then)
            .find("it ended on Wednesday 14 September 2022; then this device learnt "
                  "that Tuesday 13 September 2022 (Announced by mistake) is no bank "
                  "holiday.") != std::string::npos);
}
