#include "calendar/deadline.h"

#include <cassert>

#include "base/text.h"

namespace calendar {
namespace {

constexpr int64_t kHour = 3'600'000;
constexpr int kDaysOfAWorkingWeek = 5;

// What the day is to a working-day clock.
DayStep working_step(Date date, const HolidaySet& holidays) {
  const auto off = why_off(date, holidays);
  if (!off) return {date, DayKind::kCounts, 0, {}};
  return {date, off->kind, 0, off->name + (off->substitute ? ", substitute day" : "")};
}

Deadline working_day_deadline(Date from, int count, const HolidaySet& holidays) {
  Deadline deadline;
  // "The same working day", asked for on a day off, is the next one.
  const int steps = count == 0 && !is_working_day(from, holidays) ? 1 : count;
  deadline.last_day = plus_working_days(from, steps, holidays);
  deadline.ends = end_of_day(deadline.last_day);
  for (std::chrono::year year = from.year(); year <= deadline.last_day.year(); ++year) {
    const int number = static_cast<int>(year);
    if (number < holidays.first_year() || number > holidays.last_year()) {
      deadline.unknown_years.push_back(number);
    }
  }
  deadline.provisional = !deadline.unknown_years.empty();
  deadline.calendar_version = holidays.version();
  return deadline;
}

}  // namespace

std::optional<DayOff> why_off(Date date, const HolidaySet& holidays) {
  if (is_weekend(date)) return DayOff{DayKind::kWeekend, weekday_name(date)};
  if (const Holiday* holiday = holidays.on(date)) {
    return DayOff{DayKind::kHoliday, holiday->title, holiday->substitute};
  }
  if (const ClosedDay* closed = holidays.closed_on(date)) {
    return DayOff{DayKind::kClosed, closed->label};
  }
  return std::nullopt;
}

bool is_working_day(Date date, const HolidaySet& holidays) {
  return !is_weekend(date) && !holidays.on(date) && !holidays.closed_on(date);
}

Date plus_working_days(Date from, int count, const HolidaySet& holidays) {
  return Date{holidays.working_days().plus(days(from), count)};
}

int working_days_between(Date from_exclusive, Date to_inclusive, const HolidaySet& holidays) {
  return holidays.working_days().between(days(from_exclusive), days(to_inclusive));
}

Deadline deadline_after(Instant start, Amount amount, const HolidaySet& holidays) {
  assert(amount.count >= 0);
  const Date from = uk_date(start);
  Deadline deadline;
  switch (amount.unit) {
    case Unit::kWorkingDays:
      return working_day_deadline(from, amount.count, holidays);
    case Unit::kWorkingWeeks:
      return working_day_deadline(from, kDaysOfAWorkingWeek * amount.count, holidays);
    case Unit::kHours:
      deadline.ends = {start.ms + amount.count * kHour};
      // The last moment that is in time: 24 hours from midnight end with that day, not with the
      // next.
      deadline.last_day = uk_date({deadline.ends.ms - 1});
      return deadline;
    case Unit::kCalendarDays:
      deadline.last_day = plus_days(from, amount.count);
      break;
    case Unit::kWeeks:
      deadline.last_day = plus_days(from, 7 * amount.count);
      break;
    case Unit::kMonths:
      deadline.last_day = plus_months(from, amount.count);
      break;
  }
  deadline.ends = end_of_day(deadline.last_day);
  return deadline;
}

bool counts_working_days(Unit unit) {
  return unit == Unit::kWorkingDays || unit == Unit::kWorkingWeeks;
}

std::vector<DayStep> day_steps(const Deadline& deadline, Instant start, Amount amount,
                               const HolidaySet& holidays) {
  const Date from = uk_date(start);
  const bool working = counts_working_days(amount.unit);
  std::vector<DayStep> steps{
      {from, DayKind::kStart, 0, working ? working_step(from, holidays).reason : ""}};
  int counted = 0;
  for (int day = 1; day <= days_between(from, deadline.last_day); ++day) {
    const Date date = plus_days(from, day);
    DayStep step{date, DayKind::kCounts, 0, {}};
    if (working) step = working_step(date, holidays);
    if (amount.unit == Unit::kHours) step.kind = DayKind::kBetween;
    if (amount.unit == Unit::kMonths && date != plus_months(from, counted + 1)) {
      step.kind = DayKind::kBetween;
    }
    if (step.kind == DayKind::kCounts) step.counted = ++counted;
    steps.push_back(std::move(step));
  }
  return steps;
}

const char* unit_in_words(Unit unit) {
  switch (unit) {
    case Unit::kWorkingDays:
      return "working day";
    case Unit::kWorkingWeeks:
      return "working week";
    case Unit::kCalendarDays:
      return "day";
    case Unit::kHours:
      return "hour";
    case Unit::kWeeks:
      return "week";
    case Unit::kMonths:
      return "month";
  }
  return "";
}

std::string in_words(Amount amount) {
  const bool in_days = amount.unit == Unit::kWorkingDays || amount.unit == Unit::kCalendarDays;
  const std::string unit = unit_in_words(amount.unit);
  if (in_days && amount.count == 0) return "the same " + unit;
  return base::number_word(amount.count) + ' ' + unit + (amount.count == 1 ? "" : "s");
}

}  // namespace calendar
