#include "calendar/working_days.h"

#include <cassert>

namespace calendar {
namespace {

// Earlier than any date that year_month_day holds, so that no number is negative.
constexpr int32_t kAMonday = 4 - 14'000'000;

int32_t number(Days day) {
  return static_cast<int32_t>(day.time_since_epoch().count());
}

// Mondays to Fridays from kAMonday up to and with `day`.
int32_t weekdays_to(int32_t day) {
  const auto since = static_cast<uint32_t>(day - kAMonday);
  const uint32_t weeks = since / 7;
  const uint32_t weekday = since - 7 * weeks;
  return static_cast<int32_t>(5 * weeks + (weekday < 5 ? weekday + 1 : 5));
}

// The weekday for which weekdays_to() is `count`.
int32_t weekday_numbered(int32_t count) {
  const auto before = static_cast<uint32_t>(count - 1);
  return kAMonday + static_cast<int32_t>(before + 2 * (before / 5));
}

// Beside a table that begins on `first`. Apart, so that what is within one stays short.
[[gnu::noinline]] int32_t number_outside(int32_t day, int32_t first,
                                         const std::vector<int32_t>& numbers) {
  if (day < first) return weekdays_to(day) - weekdays_to(first - 1);
  const int32_t last = first + static_cast<int32_t>(numbers.size()) - 1;
  return numbers.back() + weekdays_to(day) - weekdays_to(last);
}

[[gnu::noinline]] int32_t day_outside(int32_t number, int32_t first,
                                      const std::vector<int32_t>& numbers) {
  if (number < 1) return weekday_numbered(number + weekdays_to(first - 1));
  const int32_t last = first + static_cast<int32_t>(numbers.size()) - 1;
  return weekday_numbered(number - numbers.back() + weekdays_to(last));
}

}  // namespace

WorkingDays::WorkingDays(Date first, Date last, const std::vector<Date>& holidays)
    : first_(number(days(first))) {
  const int length = days_between(first, last) + 1;
  assert(length > 0);
  numbers_.reserve(static_cast<size_t>(length));
  days_.reserve(static_cast<size_t>(length));
  auto holiday = holidays.begin();
  for (int offset = 0; offset < length; ++offset) {
    const Date date = plus_days(first, offset);
    while (holiday != holidays.end() && *holiday < date) ++holiday;
    const bool is_holiday = holiday != holidays.end() && *holiday == date;
    if (!is_holiday && !is_weekend(date)) days_.push_back(first_ + offset);
    numbers_.push_back(static_cast<int32_t>(days_.size()));
  }
}

int32_t WorkingDays::number_of(int32_t day) const {
  const auto offset = static_cast<uint32_t>(day - first_);
  if (offset < numbers_.size()) return numbers_[offset];
  return numbers_.empty() ? weekdays_to(day) : number_outside(day, first_, numbers_);
}

int32_t WorkingDays::day_of(int32_t number) const {
  const auto index = static_cast<uint32_t>(number - 1);
  if (index < days_.size()) return days_[index];
  return numbers_.empty() ? weekday_numbered(number) : day_outside(number, first_, numbers_);
}

Days WorkingDays::plus(Days from, int count) const {
  assert(count >= 0);
  if (count == 0) return from;
  return Days{std::chrono::days{day_of(number_of(number(from)) + count)}};
}

int WorkingDays::between(Days from_exclusive, Days to_inclusive) const {
  return number_of(number(to_inclusive)) - number_of(number(from_exclusive));
}

}  // namespace calendar
