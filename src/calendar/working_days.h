// Working days numbered one after another, so that adding and counting are two look-ups instead of
// a walk. A table inside the years whose holidays are known; Monday-to-Friday arithmetic on both
// sides of it. Not which days are holidays: that is HolidaySet, which builds one of these.
#pragma once

#include <cstdint>
#include <vector>

#include "calendar/civil_date.h"

namespace calendar {

class WorkingDays {
 public:
  WorkingDays() = default;
  // The days from `first` to `last` with these holidays between them, in order.
  // Requires: first <= last.
  WorkingDays(Date first, Date last, const std::vector<Date>& holidays);

  // The `count`-th working day after `from`; for 0, `from` itself. Requires: count >= 0.
  Days plus(Days from, int count) const;
  // Working days after `from_exclusive` up to and with `to_inclusive`; negative when to < from.
  int between(Days from_exclusive, Days to_inclusive) const;

 private:
  // The number of the last working day up to and with `day`. Numbers rise by one from each working
  // day to the next; where they start means nothing.
  int32_t number_of(int32_t day) const;
  // The working day with that number: number_of(day_of(n)) == n.
  int32_t day_of(int32_t number) const;

  // Days as numbers since 1970.
  int32_t first_ = 0;
  std::vector<int32_t> numbers_;  // by days since first_; the first working day of the table is 1
  std::vector<int32_t> days_;     // by number - 1
};

}  // namespace calendar
