#include "casework/happened.h"

namespace casework {
namespace {

Happened on_day(Date day, const Event& event) {
  return {day, true, is_late(day, event.occurred_at, event.recorded_at)};
}

}  // namespace

bool is_late(Date day, Instant occurred_at, Instant recorded_at) {
  return is_late(occurred_at, recorded_at) ||
         is_late(calendar::from_uk(day, {23, 59}), recorded_at);
}

Happened happened(const Event& event) {
  if (const auto* fact = std::get_if<DiscussionRecorded>(&event.payload)) {
    return on_day(fact->held_on, event);
  }
  if (const auto* fact = std::get_if<ReplyReceived>(&event.payload)) {
    return on_day(fact->received_on, event);
  }
  const calendar::UkDateTime when = calendar::to_uk(event.occurred_at);
  return {when.date, when.time == calendar::TimeOfDay{},
          is_late(event.occurred_at, event.recorded_at)};
}

}  // namespace casework
