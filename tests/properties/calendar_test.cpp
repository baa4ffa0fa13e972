// What must hold of any day, any count and any list of bank holidays: rapidcheck looks for a
// counterexample and makes it small. It prints its seed; RC_PARAMS="seed=7" repeats it.
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "calendar/deadline.h"
#include "calendar/official_holidays.h"
#include "properties/drawn.h"

namespace {

using calendar::Date;
using calendar::date;
using calendar::Holiday;
using calendar::HolidaySet;
using calendar::Instant;
using calendar::Unit;
using properties::any_below;
using properties::any_from;

constexpr int64_t kHour = 3'600'000;

// A little before the known years to a little after them.
Date any_day() {
  const int length = calendar::days_between(date(2018, 7, 1), date(2029, 7, 1));
  return calendar::plus_days(date(2018, 7, 1), any_below(length));
}
Date any_known_day() {
  const int length = calendar::days_between(date(2019, 1, 1), date(2029, 1, 1));
  return calendar::plus_days(date(2019, 1, 1), any_below(length));
}
int any_count() {
  return any_below(261);
}
Instant any_moment() {
  constexpr int64_t kFrom = 820'454'400'000;  // 1996, when the rule begins
  return {kFrom + any_from<int64_t>(0, 100 * 365 * 24 * 60) * 60'000};
}

// The days of one division without some of them. New Year and Christmas stay, so that every year
// stays complete.
std::vector<Holiday> any_holidays() {
  const auto& divisions = calendar_tests::divisions();
  const auto division = std::next(divisions.begin(), any_below(static_cast<int>(divisions.size())));
  std::vector<Holiday> holidays = division->second.all();
  const auto is_loose = [](const Holiday& holiday) {
    const auto month = static_cast<unsigned>(holiday.date.month());
    return month > 1 && month < 12 && any_below(8) == 0;
  };
  holidays.erase(std::remove_if(holidays.begin(), holidays.end(), is_loose), holidays.end());
  return holidays;
}
bool lists(const std::vector<Holiday>& holidays, Date day) {
  return std::any_of(holidays.begin(), holidays.end(),
                     [day](const Holiday& each) { return each.date == day; });
}
// Another weekday that is none of these.
Holiday one_more(const std::vector<Holiday>& holidays) {
  Date day = any_known_day();
  while (calendar::is_weekend(day) || lists(holidays, day)) day = calendar::plus_days(day, 1);
  if (day.year() > std::chrono::year{2028}) day = date(2028, 11, 15);
  return {day, "Announced", false};
}
HolidaySet set_of(std::vector<Holiday> holidays) {
  return {"scotland", std::move(holidays), "version"};
}
Date last_day(Date from, int count, const HolidaySet& holidays) {
  return calendar::deadline_after(calendar::from_uk(from, {9, 0}), {count, Unit::kWorkingDays},
                                  holidays)
      .last_day;
}

}  // namespace

TEST_CASE("any list of holidays: what is added is counted, and ends on a working day") {
  CHECK(rc::check("count after add is the number added", [] {
    const HolidaySet holidays = set_of(any_holidays());
    const Date from = any_day();
    const int count = any_count();
    const Date end = calendar::plus_working_days(from, count, holidays);
    RC_ASSERT(calendar::working_days_between(from, end, holidays) == count);
    RC_ASSERT(calendar::is_working_day(last_day(from, count, holidays), holidays));
  }));
  CHECK(rc::check("far from any holiday that is known it is Mondays to Fridays", [] {
    const HolidaySet holidays = set_of(any_holidays());
    const Date from = calendar::plus_days(date(1, 1, 1), any_below(3'600'000));
    RC_PRE(from.year() < std::chrono::year{2017} || from.year() > std::chrono::year{2029});
    const int weeks = any_below(52);
    const Date monday = calendar::plus_days(from, 7 - calendar::weekday_index(from));
    RC_ASSERT(calendar::plus_working_days(monday, 5 * weeks, holidays) ==
              calendar::plus_days(monday, 7 * weeks));
    RC_ASSERT(calendar::working_days_between(from, monday, holidays) ==
              std::max(5 - calendar::weekday_index(from), 1));
  }));
  CHECK(rc::check("counted one day after another it is the same", [] {
    const HolidaySet holidays = set_of(any_holidays());
    const Date from = any_day();
    const Date to = calendar::plus_days(from, any_below(400));
    int counted = 0;
    for (Date day = from; day < to;) {
      day = calendar::plus_days(day, 1);
      if (calendar::is_working_day(day, holidays)) ++counted;
    }
    RC_ASSERT(calendar::working_days_between(from, to, holidays) == counted);
    RC_ASSERT(calendar::working_days_between(to, from, holidays) == -counted);
  }));
  CHECK(rc::check("two counts one after the other are their sum", [] {
    const HolidaySet holidays = set_of(any_holidays());
    const Date from = any_day();
    const int first = any_count();
    const int second = any_count();
    const Date between = calendar::plus_working_days(from, first, holidays);
    RC_ASSERT(calendar::plus_working_days(between, second, holidays) ==
              calendar::plus_working_days(from, first + second, holidays));
  }));
}

TEST_CASE("any list of holidays: later starts and larger counts never end earlier") {
  CHECK(rc::check("monotone in both", [] {
    const HolidaySet holidays = set_of(any_holidays());
    const Date from = any_day();
    const int count = any_count();
    const Date end = last_day(from, count, holidays);
    RC_ASSERT(end >= from);
    RC_ASSERT(last_day(calendar::plus_days(from, 1), count, holidays) >= end);
    RC_ASSERT(last_day(from, count + 1, holidays) >= end);
    if (count > 0) RC_ASSERT(last_day(from, count + 1, holidays) > end);
  }));
}

TEST_CASE("a holiday that is announced moves no deadline to an earlier day") {
  CHECK(rc::check("one more is never earlier, and later only where it lies in the time", [] {
    std::vector<Holiday> days = any_holidays();
    const HolidaySet before = set_of(days);
    const Holiday announced = one_more(days);
    days.push_back(announced);
    const HolidaySet after = set_of(days);
    // Near it, or most would have nothing to do with it.
    const Date from = calendar::plus_days(announced.date, any_from(-90, 20));
    const int count = any_below(46);
    const Date was = last_day(from, count, before);
    const Date is = last_day(from, count, after);
    RC_ASSERT(is >= was);
    const bool inside = from <= announced.date && announced.date <= was;
    if (!inside) RC_ASSERT(is == was);
    if (from < announced.date && inside && count > 0) RC_ASSERT(is > was);
    // Nor does it make room between two days.
    RC_ASSERT(calendar::working_days_between(from, is, after) <=
              calendar::working_days_between(from, is, before));
  }));
}

TEST_CASE("weeks, months and hours") {
  CHECK(rc::check("a month ends on the same day or the last of its month", [] {
    const Date from = any_day();
    const int count = any_below(120);
    const Date end = calendar::plus_months(from, count);
    const int months = 12 * (static_cast<int>(end.year()) - static_cast<int>(from.year())) +
                       static_cast<int>(static_cast<unsigned>(end.month())) -
                       static_cast<int>(static_cast<unsigned>(from.month()));
    RC_ASSERT(end.ok());
    RC_ASSERT(months == count);
    if (end.day() != from.day()) {
      RC_ASSERT(end.day() < from.day());
      RC_ASSERT(calendar::plus_days(end, 1).day() == std::chrono::day{1});
    }
    RC_ASSERT(calendar::plus_months(calendar::plus_days(from, 1), count) >= end);
  }));
  CHECK(rc::check("hours are elapsed hours, whatever the clocks do; weeks are seven days", [] {
    const Instant start = any_moment();
    const int count = any_count();
    const auto ends = [&](Unit unit, int number) {
      return calendar::deadline_after(start, {number, unit}, {}).ends;
    };
    RC_ASSERT(ends(Unit::kHours, count).ms - start.ms == count * kHour);
    RC_ASSERT(ends(Unit::kWeeks, count) == ends(Unit::kCalendarDays, 7 * count));
    RC_ASSERT(ends(Unit::kWorkingWeeks, count) == ends(Unit::kWorkingDays, 5 * count));
  }));
}

TEST_CASE("UK time") {
  CHECK(rc::check("told and said again it is the same moment, or the first of the two", [] {
    const Instant moment = any_moment();
    const calendar::UkDateTime told = calendar::to_uk(moment);
    const Instant said = calendar::from_uk(told.date, told.time);
    const bool second_time = said.ms == moment.ms - kHour && !told.summer;
    RC_ASSERT(said == moment || second_time);
    RC_ASSERT(calendar::to_uk(said).date == told.date);
    RC_ASSERT(calendar::to_uk(said).time == told.time);
  }));
  CHECK(rc::check("a day has 24 hours, but for two Sundays a year", [] {
    const Date day = calendar::uk_date(any_moment());
    const int64_t length =
        calendar::end_of_day(day).ms - calendar::end_of_day(calendar::plus_days(day, -1)).ms;
    const int64_t hours = length / kHour;
    RC_ASSERT(length == hours * kHour);
    if (hours != 24) RC_ASSERT(calendar::weekday_index(day) == 6);
    RC_ASSERT(hours == 24 || hours == (day.month() == std::chrono::March ? 23 : 25));
  }));
}
