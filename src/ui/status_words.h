// A clock's status as the short words and the colour of a tag. Never by colour alone.
#pragma once

#include <string>

#include "casework/clocks.h"
#include "ui/widgets.h"

namespace ui {

inline std::string short_status(casework::ClockStatus status) {
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
  return may_escalate(clock) ? "May be escalated" : short_status(clock.status);
}

inline TagKind tag_kind(casework::ClockStatus status) {
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
  return may_escalate(clock) ? TagKind::kDue : tag_kind(clock.status);
}

}  // namespace ui
