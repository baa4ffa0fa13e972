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

  // The number of the last working day up to and with `date`. Numbers rise by one from each working
  // day to the next; where they start means nothing.
  int64_t number_of(Date date) const;
  // The working day with that number: number_of(day(n)) == n.
  Date day(int64_t number) const;

 private:
  Days first_{};
  std::vector<int32_t> numbers_;  // by days since first_; the first working day of the table is 1
  std::vector<Date> dates_;       // by number - 1
};

}  // namespace calendar
