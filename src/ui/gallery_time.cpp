#include <vector>

#include "ui/gallery_parts.h"
#include "ui/month_grid.h"
#include "ui/widgets.h"

namespace ui {
namespace {

const char* const kMonths[] = {"January",   "February", "March",    "April",
                               "May",       "June",     "July",     "August",
                               "September", "October",  "November", "December"};
constexpr int kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

// So many days from Monday 23 March 2026; Good Friday and Easter Monday do not count.
std::vector<Timeline::Day> days_of(int count) {
  std::vector<Timeline::Day> days;
  int day = 23, month = 2, year = 2026;
  for (int i = 0; i < count; ++i) {
    const std::string name = kMonths[month], number = std::to_string(day);
    const bool holiday = i == 11 || i == 14;
    days.push_back({number + " " + name + " " + std::to_string(year),
                    day == 1 ? name : number + " " + name.substr(0, 3), i % 7 >= 5 || holiday});
    if (++day <= kLengths[month]) continue;
    day = 1;
    month = (month + 1) % 12;
    if (month == 0) ++year;
  }
  return days;
}

// April 2026, from Monday 30 March.
std::vector<MonthCell> month() {
  std::vector<MonthCell> cells;
  for (int i = 0; i < 35; ++i) {
    MonthCell cell;
    const int day = i < 2 ? 30 + i : i - 1;
    cell.faint = i < 2 || day > 30;
    cell.number = std::to_string(day > 30 && i > 2 ? day - 30 : day);
    cell.name = cell.number + (i < 2 ? " March 2026" : cell.faint ? " May 2026" : " April 2026");
    if (i == 4) cell.note = "Good Friday";
    if (i == 7) cell.note = "Easter Monday";
    cell.off = i % 7 >= 5 || !cell.note.empty();
    cell.today = i == 11;
    if (i == 9) {
      cell.due = {{"Wren Ashdown", true}};
      cell.count = cell.late = 1;
    }
    if (i == 11) {
      cell.due = {{"Wren", false}, {"A theme: referrals that are closed", false}, {"Ash", true}};
      cell.count = 5;
      cell.late = 2;
    }
    if (cell.count > 0) cell.name += ", something is due";
    cells.push_back(std::move(cell));
  }
  return cells;
}

}  // namespace

void gallery_time() {
  heading(2, "A line of time");
  Timeline line;
  line.days = days_of(33);
  line.bars = {{"Stage 1", 1, 9, false}, {"Stage 2", 9, 18, true}};
  line.marks = {{1, "Raised", false, false},      {4, "Discussion", false, false},
                {9, "Notice sent", false, false}, {9, "Stage 1 ends", true, false},
                {15, "Stage 2 ends", true, true}, {22, "Stage 3 ends", true, false}};
  line.today = 18;
  timeline("gallery.timeline", line,
           "Raised on 24 March 2026. Stage 1 ended on 1 April. Stage 2 should have ended on 7 "
           "April. Today is 10 April.");

  Timeline year;
  year.days = days_of(400);
  year.bars = {{"Stage 1", 0, 14, false}, {"Stage 2", 14, 60, false}, {"Stage 3", 60, 390, true}};
  year.marks = {{0, "Raised", false, false},
                {30, "Discussion", false, false},
                {60, "Escalated", false, false},
                {395, "Review", true, false}};
  year.today = 200;
  timeline("gallery.year", year, "A case of more than a year, in stage 3.");

  heading(2, "A month");
  month_grid("gallery.month", "April 2026", month());

  heading(2, "A ladder");
  ladder_picture("gallery.ladder",
                 {{"Stage 2", "Line managers", "Friday 10 April 2026", false},
                  {"Stage 3", "Designated safeguarding leads and heads of service",
                   "Tuesday 14 April 2026", false},
                  {"Stage 4", "Senior managers", "Thursday 16 April 2026", true}},
                 "If nothing is agreed: stage 2 by Friday 10 April, stage 3 by Tuesday 14 April, "
                 "stage 4 by Thursday 16 April 2026.");
}

}  // namespace ui
