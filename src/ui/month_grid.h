// A month as a calendar on a wall: weeks under one another from Monday, days off shaded, and on
// each day how much there is. A table to a screen reader; a day with something is a link.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

constexpr size_t kMostDueMarks = 3;  // that a day's box has room for

struct DueMark {
  std::string text;   // "J. R."; cut where there is no room
  bool late = false;  // overdue: another shape as well as another colour
};

struct MonthCell {
  std::string number;  // "7"
  std::string name;    // what a screen reader says: "Tuesday 7 April 2026, 2 deadlines, 1 overdue"
  std::string note;    // "Good Friday"; shown where there is room
  std::vector<DueMark> due;  // the first of them, at most kMostDueMarks; shown where there is room
  size_t count = 0;          // of all that is due; 0: no link
  size_t late = 0;           // of these, overdue
  bool off = false;
  bool today = false;
  bool faint = false;  // of the month before or after
};

// Requires: whole weeks. Returns the day that was pressed, or -1.
int month_grid(std::string_view key, std::string_view name, const std::vector<MonthCell>& days);

}  // namespace ui
