#include "app/calendar_month.h"

#include <algorithm>

namespace app {
namespace {

using calendar::Date;

const calendar::HolidaySet& holidays_shown(const AppState& state) {
  static const calendar::HolidaySet kNone;
  const policy::Policy* own = state.offered_policy(state.profile.policy_id);
  if (own) return state.holidays_of(*own);
  for (const KnownPolicy& known : state.policies) {
    if (known.offered) return state.holidays_of(*known.policy);
  }
  return kNone;
}

Date first_of(Date day) {
  return {day.year(), day.month(), std::chrono::day{1}};
}

}  // namespace

std::vector<MonthDay> month_of(const AppState& state, Date day) {
  const Date first = first_of(day);
  const Date begin = calendar::plus_days(first, -calendar::weekday_index(first));
  const Date last = calendar::plus_days(calendar::plus_months(first, 1), -1);
  const int weeks = calendar::days_between(begin, last) / 7 + 1;
  const calendar::HolidaySet& holidays = holidays_shown(state);
  const Date today = calendar::uk_date(state.now);
  std::vector<MonthDay> days;
  for (int i = 0; i < 7 * weeks; ++i) {
    const Date date = calendar::plus_days(begin, i);
    const auto off = calendar::why_off(date, holidays);
    days.push_back({date, date.month() == first.month(), date == today, off ? off->name : "", {}});
  }
  for (size_t row = 0; row < state.home.size(); ++row) {
    const std::vector<DueDay>& due = state.home[row].due_days;
    for (size_t i = 0; i < due.size(); ++i) {
      if (first_of(due[i].day) != first) continue;
      const int at = calendar::days_between(begin, due[i].day);
      days[static_cast<size_t>(at)].entries.push_back({row, i});
    }
  }
  return days;
}

size_t overdue_before(const AppState& state, Date day) {
  size_t count = 0;
  for (const HomeRow& row : state.home) {
    for (const DueDay& due : row.due_days) {
      count += due.is_late() && due.day < first_of(day) ? 1 : 0;
    }
  }
  return count;
}

Date month_beside(Date day, int by) {
  const Date first = first_of(day);
  const Date beside =
      by < 0 ? first_of(calendar::plus_days(first, -1)) : first_of(calendar::plus_months(first, 1));
  const int year = static_cast<int>(beside.year());
  return year < calendar::kEarliestYear || year > calendar::kLatestYear ? first : beside;
}

}  // namespace app
