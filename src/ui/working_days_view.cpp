// Which days count towards a deadline, and how far that is known. The words are those of the rules
// in src/calendar; nothing is counted here.
#include "base/text.h"
#include "ui/app_view.h"
#include "ui/settings_words.h"
#include "ui/widgets.h"

namespace ui {
namespace {

using calendar::Date;
using calendar::Holiday;

std::string title_of(const Holiday& holiday) {
  return holiday.title + (holiday.substitute ? " (substitute day)" : "");
}

void year_table(const calendar::HolidaySet& holidays, const std::string& where, int year) {
  std::vector<std::vector<std::string>> rows;
  for (const Holiday& each : holidays.all()) {
    if (int(each.date.year()) != year) continue;
    rows.push_back({calendar::in_words_with_day(each.date), title_of(each)});
  }
  if (rows.empty()) return;
  const std::string name = std::to_string(year);
  heading(3, name);
  table("holidays-" + where + name, "Bank holidays of " + where + " in " + name,
        {{"Day", 1}, {"Bank holiday", 1}}, rows);
}

const Holiday* next_after(const calendar::HolidaySet& holidays, Date today) {
  for (const Holiday& each : holidays.all()) {
    if (calendar::days_between(today, each.date) >= 0) return &each;
  }
  return nullptr;
}

void division(const DivisionInUse& use, Date today) {
  heading(2, "Bank holidays of " + use.name);
  paragraph("Left out in deadlines of " + base::listed(use.procedures) + ".", TextKind::kHint);
  const calendar::HolidaySet& holidays = *use.holidays;
  const std::string until = known_until(holidays);
  if (until.empty()) {
    warning(
        "They could not be read. Only Saturdays and Sundays are left out, and each deadline says "
        "that it is provisional.");
    return;
  }
  if (const Holiday* next = next_after(holidays, today)) {
    paragraph(
        "The next is " + title_of(*next) + ", " + calendar::in_words_with_day(next->date) + ".",
        TextKind::kLead);
  }
  paragraph("They are known up to " + until +
            ". After that day only Saturdays and Sundays are left out: a deadline is still shown, "
            "marked provisional, since a bank holiday may make it later.");
  const int year = int(today.year());
  year_table(holidays, use.name, year);
  year_table(holidays, use.name, year + 1);
}

}  // namespace

void working_days_view(const app::AppState& state, app::Commands& commands) {
  begin_page("working-days", "Working days and bank holidays");
  if (back_link("Back to settings")) commands.push_back(app::Go{app::Page::kSettings, ""});
  heading(1, "Working days and bank holidays");
  paragraph("Saturdays, Sundays and bank holidays do not count.", TextKind::kLead);
  heading(2, "How days are counted");
  bullet_list(
      {"The day on which something happens is day 0. Day 1 is the next working day.",
       "A time ends at the end of its last working day.",
       "A week is seven days; a working week is five working days.",
       "A month is the same day of the next month, or its last day when there is no such day.",
       "Hours are hours by the clock, nights and weekends included."});
  paragraph(
      "No procedure says all of this, so it is the same here for each of them. Every deadline in a "
      "case says why it falls on its day.");
  for (const DivisionInUse& each : divisions_in_use(state)) {
    division(each, calendar::uk_date(state.now));
  }
  end_page();
}

}  // namespace ui
