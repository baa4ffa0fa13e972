// The deadlines of all cases by day: what the calendar shows of a month. Computes only; the rows
// that it reads are home's (home.h).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/state.h"

namespace app {

struct MonthEntry {
  size_t row = 0;  // of AppState::home
  size_t due = 0;  // of its due_days
};

struct MonthDay {
  calendar::Date date;
  bool in_month = true;  // or one of the days that fill the first and the last week: no entries
  bool today = false;
  std::string off;  // why nobody works: "Saturday", "Good Friday"; empty: a working day
  std::vector<MonthEntry> entries;  // in home's order
};

// Whole weeks from Monday, 28 to 42 days. `day`: any of the month. Days off are those of the
// division of the person's own procedure, or of the first that is offered.
std::vector<MonthDay> month_of(const AppState& state, calendar::Date day);

// How many deadlines of earlier months are overdue.
size_t overdue_before(const AppState& state, calendar::Date day);

// The month before or after, as its first day; where a calendar ends, the same.
calendar::Date month_beside(calendar::Date day, int by);

}  // namespace app
