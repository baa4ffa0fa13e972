// Deadlines and why they fall where they fall.
//
// Conventions, stated in the product because no procedure states them (README, "Time"):
// the trigger day is day 0; day 1 is the next working day; a working-day clock ends at the end of
// its last working day; a trigger on a non-working day behaves the same. Hours are elapsed real
// time. Months clamp. Weeks are seven days, working weeks five working days. "The same working day"
// (0) from a non-working day is the next one. Not the choice between several clocks of a stage, nor
// what a lapse leads to: that is casework.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/holidays.h"
#include "calendar/uk_time.h"

namespace calendar {

enum class Unit { kWorkingDays, kWorkingWeeks, kCalendarDays, kHours, kWeeks, kMonths };

struct Amount {
  int count = 0;  // not negative
  Unit unit = Unit::kWorkingDays;
  bool operator==(const Amount&) const = default;
};

enum class DayKind {
  kStart,    // day 0
  kCounts,   // a working day, a day, the same day of a later month
  kWeekend,  // of a working-day clock: does not count
  kHoliday,
  kClosed,   // a closure day of one agency
  kBetween,  // of months and hours: neither counts nor is left out
};

// One day from the start to the end, as a person would count it on a calendar.
struct DayStep {
  Date date;
  DayKind kind = DayKind::kStart;
  int counted = 0;  // 1, 2, 3 … of the amount's unit, working weeks in days; else 0
  // Why it does not count, empty when it does: "Saturday", "Good Friday", "Boxing Day, substitute
  // day", what a closure is called.
  std::string reason;
};

// Why a day is not a working day, by the first of these that holds.
struct DayOff {
  DayKind kind = DayKind::kWeekend;  // or kHoliday, kClosed
  std::string name;                  // "Saturday", "Good Friday", what a closure is called
  bool substitute = false;           // of a bank holiday: in the place of the day itself
};
// Empty: it is a working day.
std::optional<DayOff> why_off(Date date, const HolidaySet& holidays);

struct Deadline {
  Date last_day;                   // the last whole day, for hours the day it ends on
  Instant ends;                    // first instant that is too late
  bool provisional = false;        // reaches past the years whose bank holidays are known
  std::vector<int> unknown_years;  // those it reaches; empty unless provisional
  std::string calendar_version;    // HolidaySet::version() for working-day clocks, else empty
};

bool is_working_day(Date date, const HolidaySet& holidays);
// The `count`-th working day after `from`; for 0, `from` itself. Requires: count >= 0. Beyond the
// covered years only weekends are skipped, and deadline_after() marks the result provisional.
Date plus_working_days(Date from, int count, const HolidaySet& holidays);
// Working days after `from_exclusive` up to and with `to_inclusive`; negative when to < from.
int working_days_between(Date from_exclusive, Date to_inclusive, const HolidaySet& holidays);

// Requires: amount.count >= 0.
Deadline deadline_after(Instant start, Amount amount, const HolidaySet& holidays);

// Every day from the start to the deadline's last, in order; of a start on a day off, which day off
// it is. `deadline` must be what deadline_after() gave for the same three.
std::vector<DayStep> day_steps(const Deadline& deadline, Instant start, Amount amount,
                               const HolidaySet& holidays);
// Whether days off do not count.
bool counts_working_days(Unit unit);

// "working day", "month": of one.
const char* unit_in_words(Unit unit);
// "two working days", "one month", "24 hours", "the same working day" for 0.
std::string in_words(Amount amount);
// Hours may end within a day; every other unit ends with one.
bool ends_within_day(const Deadline& deadline);
// "the end of Tuesday 7 April 2026", "10:30am on Tuesday 7 April 2026".
std::string end_in_words(const Deadline& deadline);

// "Two working days after the concern arose on Wednesday 1 April 2026. Friday 3 April (Good
// Friday), Saturday 4 and Sunday 5 April and Monday 6 April (Easter Monday) do not count, so it
// ends at the end of Tuesday 7 April 2026." `deadline` must be what deadline_after() gave for start
// and amount, and `days` what day_steps() gives for all three: whoever shows the days too has them
// already.
struct StartWords {
  std::string_view event;  // with a past tense: "the concern arose"; may be empty
  bool day_only = false;   // the time of day is not known: hours are told without it
};
std::string explain(const Deadline& deadline, Instant start, Amount amount,
                    const std::vector<DayStep>& days, const StartWords& from);
// The same day by day, a line each: "Wednesday 1 April 2026: the concern arose", "Thursday 2 April:
// working day 1", "Friday 3 April: Good Friday, does not count". Days that follow one another and
// are alike are one line. `at_the_end` is said of the day on which the count ends.
std::vector<std::string> explain_by_day(const Deadline& deadline, Instant start, Amount amount,
                                        const std::vector<DayStep>& days, const StartWords& from,
                                        std::string_view at_the_end = "the last day");

}  // namespace calendar
