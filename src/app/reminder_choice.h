// What a person wants to be reminded of on this device, and what they have been told. Kept in the
// vault, encrypted: it says when they worked.
#pragma once

#include "calendar/uk_time.h"

namespace app {

struct ReminderChoice {
  // Days without a record after which a case is pointed out; 0: never. No procedure has a number.
  int quiet_after = 10;
  bool notify = false;        // notifications were turned on
  calendar::Instant told{};   // the last one: moments up to then are not told again
  calendar::Date told_day{};  // the last day whose deadlines were told
  bool operator==(const ReminderChoice&) const = default;
};

// What may be chosen for quiet_after.
inline constexpr int kQuietChoices[] = {0, 5, 10, 15, 20, 30};

}  // namespace app
