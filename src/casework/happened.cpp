#include "casework/happened.h"

#include "casework/amend.h"

namespace casework {
bool is_late(Date day, Instant occurred_at, Instant recorded_at) {
  return is_late(occurred_at, recorded_at) ||
         is_late(calendar::from_uk(day, {23, 59}), recorded_at);
}

Happened happened(const Event& event) {
  return happened(event, event.payload);
}

Happened happened(const Event& event, const Payload& now) {
  if (const auto day = day_named(now)) {
    return {*day, true, is_late(*day, event.occurred_at, event.recorded_at)};
  }
  const calendar::UkDateTime when = calendar::to_uk(event.occurred_at);
  return {when.date, when.time == calendar::TimeOfDay{},
          is_late(event.occurred_at, event.recorded_at)};
}

}  // namespace casework
