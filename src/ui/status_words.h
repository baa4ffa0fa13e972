// A clock's status as the short words and the colour of a tag. Never by colour alone.
#pragma once

#include <string>

#include "casework/clocks.h"
#include "ui/widgets.h"

namespace ui {

// `may_escalate`: casework::may_escalate() of the clock.
inline std::string short_status(casework::ClockStatus status, bool may_escalate) {
  if (may_escalate) return "May be escalated";
  switch (status) {
    case casework::ClockStatus::kRunning:
      return "On time";
    case casework::ClockStatus::kDueToday:
      return "Due today";
    case casework::ClockStatus::kOverdue:
      return "Overdue";
    case casework::ClockStatus::kMet:
      return "Met";
    case casework::ClockStatus::kMetLate:
      return "Met late";
    case casework::ClockStatus::kEnded:
      return "Ended";
  }
  return "";
}

inline std::string short_status(const casework::RunningClock& clock) {
  return short_status(clock.status, may_escalate(clock));
}

inline TagKind tag_kind(casework::ClockStatus status, bool may_escalate) {
  if (may_escalate) return TagKind::kDue;
  switch (status) {
    case casework::ClockStatus::kRunning:
      return TagKind::kRunning;
    case casework::ClockStatus::kDueToday:
      return TagKind::kDue;
    case casework::ClockStatus::kOverdue:
      return TagKind::kOverdue;
    case casework::ClockStatus::kMet:
      return TagKind::kDone;
    default:
      return TagKind::kNeutral;
  }
}
inline TagKind tag_kind(const casework::RunningClock& clock) {
  return tag_kind(clock.status, may_escalate(clock));
}

}  // namespace ui
