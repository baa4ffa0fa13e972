#include "casework/reminders.h"

#include <algorithm>

namespace casework {

DueWhen due_when(Date last_day, Instant ends, Instant now) {
  if (ends <= now) return DueWhen::kOverdue;
  const int days = calendar::days_between(calendar::uk_date(now), last_day);
  return days < 1 ? DueWhen::kToday : days == 1 ? DueWhen::kTomorrow : DueWhen::kLater;
}

Date last_recorded(const Case& state) {
  Instant last = state.opened.recorded_at;
  // Two devices may have written apart: the last in the fold's order need not be the latest.
  for (const Event& each : state.events) last = std::max(last, each.recorded_at);
  return calendar::uk_date(last);
}

bool is_quiet(Date last_recorded, Date today, int days) {
  return days > 0 && calendar::days_between(last_recorded, today) >= days;
}

}  // namespace casework
