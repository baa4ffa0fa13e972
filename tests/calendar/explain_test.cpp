#include <doctest/doctest.h>

#include "calendar/deadline.h"
#include "calendar/official_holidays.h"

using calendar::Amount;
using calendar::date;
using calendar::Date;
using calendar::Unit;
using calendar_tests::england_and_wales;

namespace {

std::string explained(Date day, Amount amount, const char* event = "the concern arose",
                      calendar::TimeOfDay time = {9, 30}) {
  const auto start = calendar::from_uk(day, time);
  const auto deadline = calendar::deadline_after(start, amount, england_and_wales());
  const auto days = calendar::day_steps(deadline, start, amount, england_and_wales());
  return calendar::explain(deadline, start, amount, days, {event});
}

std::vector<std::string> by_day(Date day, Amount amount, calendar::TimeOfDay time = {9, 30},
                                const calendar::HolidaySet& holidays = england_and_wales()) {
  const auto start = calendar::from_uk(day, time);
  const auto deadline = calendar::deadline_after(start, amount, holidays);
  const auto days = calendar::day_steps(deadline, start, amount, holidays);
  return calendar::explain_by_day(deadline, start, amount, days, {"the concern arose"});
}

using Lines = std::vector<std::string>;

Amount working(int count) {
  return {count, Unit::kWorkingDays};
}

}  // namespace

TEST_CASE("over Easter") {
  CHECK(explained(date(2026, 4, 1), working(2)) ==
        "Two working days after the concern arose on Wednesday 1 April 2026. Friday 3 April (Good "
        "Friday), "
        "Saturday 4 and Sunday 5 April and Monday 6 April (Easter Monday) do not count, so it ends "
        "at the end of "
        "Tuesday 7 April 2026.");
}

TEST_CASE("over Christmas") {
  CHECK(explained(date(2025, 12, 23), working(2), "stage 1 ended") ==
        "Two working days after stage 1 ended on Tuesday 23 December 2025. Thursday 25 December "
        "(Christmas Day), "
        "Friday 26 December (Boxing Day) and Saturday 27 and Sunday 28 December do not count, so "
        "it ends at the end of "
        "Monday 29 December 2025.");
  CHECK(explained(date(2026, 12, 24), working(1)) ==
        "One working day after the concern arose on Thursday 24 December 2026. Friday 25 December "
        "(Christmas Day), "
        "Saturday 26 and Sunday 27 December and Monday 28 December (Boxing Day, substitute day) do "
        "not count, so it "
        "ends at the end of Tuesday 29 December 2026.");
}

TEST_CASE("nothing skipped, one day skipped, a weekend across months") {
  CHECK(explained(date(2026, 6, 1), working(2)) ==
        "Two working days after the concern arose on Monday 1 June 2026, so it ends at the end of "
        "Wednesday 3 June 2026.");
  CHECK(explained(date(2026, 5, 3), working(1)) ==
        "One working day after the concern arose on Sunday 3 May 2026. Monday 4 May (Early May "
        "bank holiday) does not "
        "count, so it ends at the end of Tuesday 5 May 2026.");
  CHECK(explained(date(2026, 6, 6), working(1)) ==
        "One working day after the concern arose on Saturday 6 June 2026. Sunday 7 June does not "
        "count, so it ends at "
        "the end of Monday 8 June 2026.");
  CHECK(explained(date(2026, 1, 30), working(1)) ==
        "One working day after the concern arose on Friday 30 January 2026. Saturday 31 January "
        "and Sunday 1 February "
        "do not count, so it ends at the end of Monday 2 February 2026.");
}

TEST_CASE("many weekends are counted, bank holidays still named") {
  CHECK(explained(date(2026, 4, 16), working(20)) ==
        "Twenty working days after the concern arose on Thursday 16 April 2026. Four weekends and "
        "Monday 4 May (Early "
        "May bank holiday) do not count, so it ends at the end of Friday 15 May 2026.");
  CHECK(explained(date(2025, 12, 20), working(45)) ==
        "45 working days after the concern arose on Saturday 20 December 2025. Nine weekends, "
        "Sunday 21 December, "
        "Thursday 25 December (Christmas Day), Friday 26 December (Boxing Day) and Thursday 1 "
        "January (New Year’s Day) "
        "do not count, so it ends at the end of Wednesday 25 February 2026.");
}

TEST_CASE("the same working day") {
  CHECK(
      explained(date(2026, 4, 1), working(0)) ==
      "The same working day: the concern arose on Wednesday 1 April 2026, so it ends at the end of "
      "Wednesday 1 April 2026.");
  CHECK(explained(date(2026, 4, 4), working(0)) ==
        "The same working day: the concern arose on Saturday 4 April 2026. That is not a working "
        "day (Saturday), so it ends at "
        "the end of Tuesday 7 April 2026.");
}

TEST_CASE("a working week over a bank holiday") {
  CHECK(explained(date(2022, 9, 15), {1, Unit::kWorkingWeeks}, "stage 2 was entered") ==
        "One working week after stage 2 was entered on Thursday 15 September 2022. Saturday 17 and "
        "Sunday 18 September and Monday 19 September (Bank Holiday for the State Funeral of Queen "
        "Elizabeth II) do not count, so it ends at the end of Friday 23 September 2022.");
}

TEST_CASE("months, and one without the day it started on") {
  CHECK(
      explained(date(2026, 4, 1), {1, Unit::kMonths}, "the meeting took place") ==
      "One month after the meeting took place on Wednesday 1 April 2026, so it ends at the end of "
      "Friday 1 May 2026.");
  CHECK(explained(date(2026, 1, 31), {1, Unit::kMonths}, "the meeting took place") ==
        "One month after the meeting took place on Saturday 31 January 2026. February 2026 has "
        "only 28 days, so it "
        "ends at the end of Saturday 28 February 2026.");
}

TEST_CASE("hours give the time, and say when the clocks change") {
  CHECK(explained(date(2026, 6, 1), {24, Unit::kHours}) ==
        "24 hours after the concern arose at 9:30am on Monday 1 June 2026, so it ends at 9:30am on "
        "Tuesday 2 June 2026.");
  CHECK(explained(date(2026, 6, 1), {24, Unit::kHours}, "the concern arose", {0, 0}) ==
        "24 hours after the concern arose at midnight on Monday 1 June 2026, so it ends at the end "
        "of "
        "Monday 1 June 2026.");
  CHECK(
      explained(date(2026, 3, 28), {24, Unit::kHours}) ==
      "24 hours after the concern arose at 9:30am on Saturday 28 March 2026, so it ends at 10:30am "
      "on "
      "Sunday 29 March 2026. The clocks go forward in between, so the clock shows an hour later.");
  CHECK(
      explained(date(2026, 10, 24), {24, Unit::kHours}) ==
      "24 hours after the concern arose at 9:30am on Saturday 24 October 2026, so it ends at "
      "8:30am on "
      "Sunday 25 October 2026. The clocks go back in between, so the clock shows an hour earlier.");
}

TEST_CASE("a provisional date says so") {
  CHECK(explained(date(2028, 12, 29), working(2)) ==
        "Two working days after the concern arose on Friday 29 December 2028. Saturday 30 and "
        "Sunday 31 December do "
        "not count, so it ends at the end of Tuesday 2 January 2029. The bank holidays of 2029 are "
        "not yet known, so "
        "this date is provisional.");
  CHECK(explained(date(2029, 12, 28), working(2))
            .ends_with(" The bank holidays of 2029 and 2030 are not yet known, so this date is "
                       "provisional."));
}

TEST_CASE("without an event the sentence starts from the day") {
  CHECK(explained(date(2026, 6, 1), {2, Unit::kWeeks}, "") ==
        "Two weeks after Monday 1 June 2026, so it ends at the end of Monday 15 June 2026.");
}

TEST_CASE("day by day: the start, what counts, what does not, and the last day") {
  CHECK(by_day(date(2026, 4, 1), working(2)) ==
        Lines{"Wednesday 1 April 2026: the concern arose", "Thursday 2 April: working day 1",
              "Friday 3 April: Good Friday, does not count",
              "Saturday 4 and Sunday 5 April: do not count",
              "Monday 6 April: Easter Monday, does not count",
              "Tuesday 7 April: working day 2; the last day"});
  CHECK(by_day(date(2026, 12, 30), working(6)) ==
        Lines{"Wednesday 30 December 2026: the concern arose",
              "Thursday 31 December: working day 1",
              "Friday 1 January 2027: New Year’s Day, does not count",
              "Saturday 2 and Sunday 3 January: do not count",
              "Monday 4 to Friday 8 January: working days 2 to 6; the last day"});
}

TEST_CASE("day by day: on one day, over the end of a month, with a closure") {
  CHECK(by_day(date(2026, 6, 1), working(0)) ==
        Lines{"Monday 1 June 2026: the concern arose; the last day"});
  CHECK(by_day(date(2026, 1, 30), {2, Unit::kCalendarDays}) ==
        Lines{"Friday 30 January 2026: the concern arose",
              "Saturday 31 January and Sunday 1 February: days 1 and 2; the last day"});
  const auto closed =
      england_and_wales().with({{date(2026, 6, 2), "Training"}, {date(2026, 6, 3), "Training"}});
  CHECK(by_day(date(2026, 6, 1), working(1), {9, 30}, closed) ==
        Lines{"Monday 1 June 2026: the concern arose",
              "Tuesday 2 and Wednesday 3 June: Training, do not count",
              "Thursday 4 June: working day 1; the last day"});
}

TEST_CASE("day by day: months, hours, and what is not known") {
  CHECK(by_day(date(2026, 12, 31), {2, Unit::kMonths}) ==
        Lines{"Thursday 31 December 2026: the concern arose", "Sunday 31 January 2027: month 1",
              "Sunday 28 February: month 2; February 2027 has only 28 days; the last day"});
  CHECK(by_day(date(2026, 3, 28), {24, Unit::kHours}, {10, 30}) ==
        Lines{"Saturday 28 March 2026: the concern arose at 10:30am",
              "Sunday 29 March: 24 hours end at 11:30am",
              "The clocks go forward in between, so the clock shows an hour later."});
  CHECK(by_day(date(2026, 6, 1), {24, Unit::kHours}, {0, 0}).back() ==
        "Monday 1 June: 24 hours end with the day");
  CHECK(by_day(date(2028, 12, 29), working(1)).back() ==
        "The bank holidays of 2029 are not yet known, so this date is provisional.");
}
