#include "calendar/deadline.h"

#include <doctest/doctest.h>

#include "calendar/official_holidays.h"

using calendar::Amount;
using calendar::date;
using calendar::Date;
using calendar::DayKind;
using calendar::Deadline;
using calendar::Instant;
using calendar::Unit;
using calendar_tests::divisions;
using calendar_tests::england_and_wales;

namespace {

Deadline after(Instant start, int count, Unit unit = Unit::kWorkingDays) {
  return calendar::deadline_after(start, {count, unit}, england_and_wales());
}

Deadline after(Date day, int count, Unit unit = Unit::kWorkingDays) {
  return after(calendar::from_uk(day, {14, 5}), count, unit);
}

std::vector<calendar::DayStep> steps(Date day, int count, Unit unit = Unit::kWorkingDays) {
  const Instant start = calendar::from_uk(day, {14, 5});
  return calendar::day_steps(after(start, count, unit), start, {count, unit}, england_and_wales());
}

bool works(Date day) {
  return calendar::is_working_day(day, england_and_wales());
}

// Counts one day after another: slow, and plainly what the words say.
Date walked(Date from, int count, const calendar::HolidaySet& holidays) {
  while (count > 0) {
    from = calendar::plus_days(from, 1);
    if (!calendar::is_weekend(from) && holidays.on(from) == nullptr) --count;
  }
  return from;
}

}  // namespace

TEST_CASE("working days skip weekends and bank holidays") {
  CHECK(after(date(2026, 4, 1), 2).last_day == date(2026, 4, 7));      // over Easter
  CHECK(after(date(2025, 12, 23), 2).last_day == date(2025, 12, 29));  // over Christmas
  CHECK(after(date(2026, 6, 1), 2).last_day == date(2026, 6, 3));
  CHECK(after(date(2026, 6, 4), 2).last_day == date(2026, 6, 8));
  CHECK(after(date(2022, 9, 16), 1).last_day == date(2022, 9, 20));  // State Funeral
  CHECK(calendar::plus_working_days(date(2026, 6, 12), 1, divisions().at("scotland")) ==
        date(2026, 6, 16));
  CHECK(calendar::plus_working_days(date(2026, 6, 12), 1, england_and_wales()) ==
        date(2026, 6, 15));
}

TEST_CASE("a deadline lasts to the end of its last day, whatever the hour it started") {
  CHECK(calendar::iso(after(date(2026, 4, 1), 2).ends) == "2026-04-07T23:00:00.000Z");
  CHECK(calendar::iso(after(date(2025, 12, 23), 2).ends) == "2025-12-30T00:00:00.000Z");
  CHECK(after(calendar::from_uk(date(2026, 4, 1), {0, 0}), 2).last_day == date(2026, 4, 7));
  CHECK(after(calendar::from_uk(date(2026, 4, 1), {23, 59}), 2).last_day == date(2026, 4, 7));
  CHECK(after(Instant{calendar::end_of_day(date(2026, 4, 1)).ms}, 2).last_day == date(2026, 4, 8));
}

TEST_CASE("a trigger on a day off behaves like any other") {
  for (const Date day :
       {date(2026, 4, 2), date(2026, 4, 3), date(2026, 4, 4), date(2026, 4, 5), date(2026, 4, 6)}) {
    CAPTURE(calendar::iso(day));
    CHECK(after(day, 1).last_day == date(2026, 4, 7));
    CHECK(after(day, 2).last_day == date(2026, 4, 8));
  }
}

TEST_CASE("the same working day is the next one on a day off") {
  CHECK(after(date(2026, 4, 1), 0).last_day == date(2026, 4, 1));
  CHECK(after(date(2026, 4, 4), 0).last_day == date(2026, 4, 7));
  CHECK(calendar::plus_working_days(date(2026, 4, 4), 0, england_and_wales()) == date(2026, 4, 4));
}

TEST_CASE("a day that is no working day says why") {
  const auto why = [](unsigned month, unsigned day) {
    return calendar::why_off(date(2026, month, day), england_and_wales());
  };
  REQUIRE(why(4, 3));
  CHECK(why(4, 3)->kind == DayKind::kHoliday);
  CHECK(why(4, 3)->name == "Good Friday");
  CHECK_FALSE(why(4, 3)->substitute);
  CHECK(why(12, 28)->name == "Boxing Day");
  CHECK(why(12, 28)->substitute);
  CHECK(why(4, 4)->kind == DayKind::kWeekend);
  CHECK(why(4, 4)->name == "Saturday");
  for (int day = 0; day < 365; ++day) {
    const Date each = calendar::plus_days(date(2026, 1, 1), day);
    CHECK(why(unsigned(each.month()), unsigned(each.day())).has_value() !=
          calendar::is_working_day(each, england_and_wales()));
  }
}

TEST_CASE("every step of a working-day clock is shown with its reason") {
  const Deadline deadline = after(date(2026, 4, 1), 2);
  const std::vector<std::pair<int, std::string>> expected = {
      {0, ""}, {1, ""}, {0, "Good Friday"}, {0, "Saturday"}, {0, "Sunday"}, {0, "Easter Monday"},
      {2, ""}};
  const auto days = steps(date(2026, 4, 1), 2);
  REQUIRE(days.size() == expected.size());
  for (size_t i = 0; i < expected.size(); ++i) {
    CHECK(days[i].date == date(2026, 4, 1 + static_cast<unsigned>(i)));
    CHECK(days[i].counted == expected[i].first);
    CHECK(days[i].reason == expected[i].second);
  }
  CHECK(days[0].kind == DayKind::kStart);
  CHECK(days[2].kind == DayKind::kHoliday);
  CHECK(days[3].kind == DayKind::kWeekend);
  CHECK(deadline.calendar_version == england_and_wales().version());
  CHECK_FALSE(deadline.provisional);
  CHECK(steps(date(2026, 12, 24), 2)[4].reason == "Boxing Day, substitute day");
  CHECK(steps(date(2026, 4, 5), 1)[0].reason == "Sunday");  // it started on a day off
}

TEST_CASE("other clocks have no calendar, and count their own days") {
  for (const Unit unit : {Unit::kCalendarDays, Unit::kHours, Unit::kWeeks, Unit::kMonths}) {
    const Deadline deadline = after(date(2026, 4, 1), 2, unit);
    CHECK(deadline.calendar_version.empty());
    CHECK_FALSE(deadline.provisional);
  }
  const auto days = steps(date(2026, 4, 2), 3, Unit::kCalendarDays);
  REQUIRE(days.size() == 4);
  for (int i = 1; i < 4; ++i) CHECK(days[static_cast<size_t>(i)].counted == i);
  CHECK(days[1].reason.empty());  // Good Friday counts
  CHECK(steps(date(2026, 4, 2), 2, Unit::kWeeks).back().counted == 14);

  const auto months = steps(date(2026, 1, 31), 2, Unit::kMonths);
  std::vector<Date> marks;
  for (const auto& step : months) {
    if (step.kind == DayKind::kCounts) marks.push_back(step.date);
  }
  CHECK(marks == std::vector<Date>{date(2026, 2, 28), date(2026, 3, 31)});
  CHECK(months.back().counted == 2);

  const auto hours = steps(date(2026, 4, 2), 48, Unit::kHours);
  REQUIRE(hours.size() == 3);
  CHECK(hours[1].kind == DayKind::kBetween);
  CHECK(hours[2].date == date(2026, 4, 4));
}

TEST_CASE("days, weeks and months are counted on the calendar") {
  CHECK(after(date(2026, 4, 1), 2, Unit::kCalendarDays).last_day == date(2026, 4, 3));
  CHECK(after(date(2026, 4, 1), 2, Unit::kWeeks).last_day == date(2026, 4, 15));
  CHECK(after(date(2026, 4, 1), 1, Unit::kMonths).last_day == date(2026, 5, 1));
  CHECK(after(date(2026, 1, 31), 1, Unit::kMonths).last_day == date(2026, 2, 28));
  CHECK(after(date(2028, 1, 31), 1, Unit::kMonths).last_day == date(2028, 2, 29));
  CHECK(calendar::iso(after(date(2026, 3, 1), 1, Unit::kMonths).ends) ==
        "2026-04-01T23:00:00.000Z");
}

// A working week is five working days, wherever it begins and whatever falls into it.
TEST_CASE("working weeks are five working days each") {
  // Monday 1 June 2026: Tuesday 2 is 1 … Friday 5 is 4, Monday 8 is 5.
  CHECK(after(date(2026, 6, 1), 1, Unit::kWorkingWeeks).last_day == date(2026, 6, 8));
  CHECK(after(date(2026, 6, 1), 2, Unit::kWorkingWeeks).last_day == date(2026, 6, 15));
  // Thursday 15 September 2022: Friday 16 is 1; Monday 19 (the State Funeral) does not count;
  // Tuesday 20 is 2, Wednesday 3, Thursday 4, Friday 23 is 5.
  const Deadline funeral = after(date(2022, 9, 15), 1, Unit::kWorkingWeeks);
  CHECK(funeral.last_day == date(2022, 9, 23));
  CHECK(steps(date(2022, 9, 15), 1, Unit::kWorkingWeeks).back().counted == 5);
  CHECK(funeral.calendar_version == england_and_wales().version());
  // Over the end of the known years, like any working days.
  CHECK(after(date(2028, 12, 20), 4, Unit::kWorkingWeeks).provisional);
  for (int start = 0; start < 30; ++start) {
    const Date day = calendar::plus_days(date(2026, 3, 20), start);
    CHECK(after(day, 3, Unit::kWorkingWeeks).last_day == after(day, 15).last_day);
  }
}

TEST_CASE("hours are elapsed time across both changes of clocks") {
  const Instant spring = calendar::from_uk(date(2026, 3, 28), {17, 0});
  const Deadline forward = after(spring, 24, Unit::kHours);
  CHECK(forward.ends.ms - spring.ms == 24 * 3'600'000);
  CHECK(calendar::in_words(forward.ends) == "29 March 2026 at 6pm");

  const Instant autumn = calendar::from_uk(date(2026, 10, 24), {17, 0});
  const Deadline back = after(autumn, 24, Unit::kHours);
  CHECK(back.ends.ms - autumn.ms == 24 * 3'600'000);
  CHECK(calendar::in_words(back.ends) == "25 October 2026 at 4pm");
  CHECK(back.last_day == date(2026, 10, 25));

  CHECK(after(calendar::from_uk(date(2026, 6, 1), {0, 0}), 24, Unit::kHours).last_day ==
        date(2026, 6, 1));
  CHECK(after(calendar::from_uk(date(2026, 6, 1), {0, 1}), 24, Unit::kHours).last_day ==
        date(2026, 6, 2));
}

TEST_CASE("every start of 2019 to 2028: adding and counting agree with a plain walk") {
  for (const auto& division : divisions()) {
    const calendar::HolidaySet& holidays = division.second;
    size_t wrong = 0;
    for (Date from = date(2018, 12, 1); from <= date(2029, 1, 31);
         from = calendar::plus_days(from, 1)) {
      Date previous = from;
      Date step = from;
      for (int count = 0; count <= 45; ++count) {
        if (count > 0) step = walked(step, 1, holidays);
        const Date to = calendar::plus_working_days(from, count, holidays);
        if (to != step) ++wrong;
        if (calendar::working_days_between(from, to, holidays) != count) ++wrong;
        // Backwards the days counted are those after `to` up to and with `from`.
        if (calendar::working_days_between(to, from, holidays) != -count) ++wrong;
        if (count > 0 && !calendar::is_working_day(to, holidays)) ++wrong;
        if (count > 0 && to <= previous) ++wrong;
        previous = to;
      }
      const Date next = calendar::plus_days(from, 1);
      for (const int count : {1, 2, 10}) {
        if (calendar::plus_working_days(next, count, holidays) <
            calendar::plus_working_days(from, count, holidays))
          ++wrong;
      }
    }
    CAPTURE(division.first);
    CHECK(wrong == 0);
  }
}

TEST_CASE(
    "every start of 2019 to 2028: a deadline is never on a day off, and its steps count to it") {
  size_t wrong = 0;
  for (Date from = date(2019, 1, 1); from <= date(2028, 11, 30);
       from = calendar::plus_days(from, 1)) {
    for (const int count : {0, 1, 2, 5, 10}) {
      const Deadline deadline = after(from, count);
      const auto days = steps(from, count);
      if (!works(deadline.last_day) || deadline.provisional) ++wrong;
      if (deadline.ends != calendar::end_of_day(deadline.last_day)) ++wrong;
      if (days.front().date != from || days.back().date != deadline.last_day) ++wrong;
      int counted = 0;
      for (const auto& step : days) {
        if ((step.kind == DayKind::kCounts) != (step.counted != 0)) ++wrong;
        if (step.date != from && (step.counted == 0) == step.reason.empty()) ++wrong;
        if (step.reason.empty() != works(step.date)) ++wrong;
        if (step.counted != 0 && step.counted != ++counted) ++wrong;
      }
      if (count > 0 && counted != count) ++wrong;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("long spans reach far outside the covered years") {
  const auto& holidays = england_and_wales();
  for (const Date from :
       {date(1950, 6, 3), date(2018, 12, 30), date(2023, 5, 5), date(2031, 2, 1)}) {
    CAPTURE(calendar::iso(from));
    for (const int count : {1, 260, 5000})
      CHECK(calendar::plus_working_days(from, count, holidays) == walked(from, count, holidays));
  }
  const calendar::HolidaySet none;
  CHECK(calendar::plus_working_days(date(2026, 4, 1), 2, none) == date(2026, 4, 3));
  CHECK(calendar::working_days_between(date(2026, 4, 1), date(2026, 4, 8), none) == 5);
  CHECK(calendar::plus_working_days(date(1960, 1, 2), 3000, none) ==
        walked(date(1960, 1, 2), 3000, none));
}

TEST_CASE("past the covered years a deadline is provisional and says which years") {
  CHECK_FALSE(after(date(2028, 12, 27), 2).provisional);  // Friday 29 December 2028
  const Deadline next_year = after(date(2028, 12, 29), 2);
  CHECK(next_year.provisional);
  CHECK(next_year.unknown_years == std::vector<int>{2029});
  CHECK(next_year.last_day == date(2029, 1, 2));  // only weekends are skipped
  CHECK(after(date(2018, 12, 31), 1).unknown_years == std::vector<int>{2018});
  CHECK(calendar::deadline_after(calendar::from_uk(date(2026, 4, 1), {9, 0}),
                                 {2, Unit::kWorkingDays}, {})
            .provisional);
  CHECK_FALSE(after(date(2028, 12, 29), 30, Unit::kCalendarDays).provisional);
}

TEST_CASE("amounts are in words") {
  CHECK(calendar::in_words({2, Unit::kWorkingDays}) == "two working days");
  CHECK(calendar::in_words({1, Unit::kWorkingDays}) == "one working day");
  CHECK(calendar::in_words({1, Unit::kMonths}) == "one month");
  CHECK(calendar::in_words({24, Unit::kHours}) == "24 hours");
  CHECK(calendar::in_words({1, Unit::kHours}) == "one hour");
  CHECK(calendar::in_words({6, Unit::kWeeks}) == "six weeks");
  CHECK(calendar::in_words({1, Unit::kWorkingWeeks}) == "one working week");
  CHECK(calendar::in_words({4, Unit::kWorkingWeeks}) == "four working weeks");
  CHECK(calendar::in_words({28, Unit::kCalendarDays}) == "28 days");
  CHECK(calendar::in_words({0, Unit::kWorkingDays}) == "the same working day");
  CHECK(calendar::in_words({0, Unit::kCalendarDays}) == "the same day");
}
