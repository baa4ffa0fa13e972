// A month as a calendar on a wall: weeks under one another from Monday, days off shaded, and on
// each day how much there is. A table to a screen reader; a day with something is a link.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ui {

struct DueMark {
  std::string text;   // "J. R."; cut where there is no room
  bool late = false;  // overdue: another shape as well as another colour
};

struct MonthCell {
  std::string number;  // "7"
  std::string name;    // what a screen reader says: "Tuesday 7 April 2026, 2 deadlines, 1 overdue"
  std::string note;    // "Good Friday"; shown where there is room
  std::vector<DueMark> due;  // shown where there is room, else how many; none: no link
  bool off = false;
  bool today = false;
  bool faint = false;  // of the month before or after
};

// Requires: whole weeks. Returns the day that was pressed, or -1.
int month_grid(std::string_view key, std::string_view name, const std::vector<MonthCell>& days);

}  // namespace ui
