// Days on which one agency is closed: a training day, the days between Christmas and New Year. They
// come on top of the bank holidays, each with its label, and count as days off only while somebody
// has turned them on. No procedure grants them (design: README, "Time"), so a deadline that they
// move says which of them did.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "calendar/holidays.h"

namespace calendar {

struct ClosureDays {
  std::string label;  // "School closed for training"
  Date first;
  Date last;        // the same for a single day
  bool on = false;  // whether they are days off
  bool operator==(const ClosureDays&) const = default;
};

constexpr size_t kLongestClosureLabel = 80;  // code points
constexpr int kLongestClosure = 100;         // days from first to last: longer is no closure

// Errors: no label or one too long, a last day before the first, more than kLongestClosure days, a
// year that no calendar holds. The pointer is "label", "first" or "last".
base::Result<ClosureDays> checked(ClosureDays closure);

// The set with the days of those closures that are on.
HolidaySet with_closures(const HolidaySet& holidays, const std::vector<ClosureDays>& closures);

}  // namespace calendar
