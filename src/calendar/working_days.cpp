#include "calendar/working_days.h"

#include <cassert>

namespace calendar {
namespace {

constexpr Days kAMonday = Days{date(1970, 1, 5)};

int64_t floored_quotient(int64_t dividend, int64_t divisor) {
  return dividend / divisor - (dividend % divisor < 0 ? 1 : 0);
}

// Mondays to Fridays from kAMonday up to and with `day`; negative before it.
int64_t weekdays_to(Days day) {
  const int64_t since = (day - kAMonday).count();
  const int64_t weeks = floored_quotient(since, 7);
  const int64_t weekday = since - 7 * weeks;
  return 5 * weeks + (weekday < 5 ? weekday + 1 : 5);
}

// The weekday for which weekdays_to() is `count`.
Days weekday_numbered(int64_t count) {
  const int64_t weeks = floored_quotient(count - 1, 5);
  const int64_t weekday = count - 1 - 5 * weeks;
  return kAMonday + std::chrono::days{7 * weeks + weekday};
}

}  // namespace

WorkingDays::WorkingDays(Date first, Date last, const std::vector<Date>& holidays)
    : first_(days(first)) {
  const int length = days_between(first, last) + 1;
  assert(length > 0);
  numbers_.reserve(static_cast<size_t>(length));
  dates_.reserve(static_cast<size_t>(length));
  auto holiday = holidays.begin();
  for (int offset = 0; offset < length; ++offset) {
    const Date date = plus_days(first, offset);
    while (holiday != holidays.end() && *holiday < date) ++holiday;
    const bool is_holiday = holiday != holidays.end() && *holiday == date;
    if (!is_holiday && !is_weekend(date)) dates_.push_back(date);
    numbers_.push_back(static_cast<int32_t>(dates_.size()));
  }
}

int64_t WorkingDays::number_of(Date date) const {
  const Days day = days(date);
  if (numbers_.empty()) return weekdays_to(day);
  const int64_t offset = (day - first_).count();
  if (offset < 0) return weekdays_to(day) - weekdays_to(first_ - std::chrono::days{1});
  const auto length = static_cast<int64_t>(numbers_.size());
  if (offset < length) return numbers_[static_cast<size_t>(offset)];
  const Days last = first_ + std::chrono::days{length - 1};
  return numbers_.back() + weekdays_to(day) - weekdays_to(last);
}

Date WorkingDays::day(int64_t number) const {
  if (numbers_.empty()) return Date{weekday_numbered(number)};
  if (number < 1) {
    return Date{weekday_numbered(number + weekdays_to(first_ - std::chrono::days{1}))};
  }
  const auto known = static_cast<int64_t>(dates_.size());
  if (number <= known) return dates_[static_cast<size_t>(number - 1)];
  const Days last = first_ + std::chrono::days{static_cast<int64_t>(numbers_.size()) - 1};
  return Date{weekday_numbered(number - known + weekdays_to(last))};
}

}  // namespace calendar
