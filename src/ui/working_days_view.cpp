// Which days count towards a deadline, how far that is known and from where; newer bank holidays
// are brought here, and days when the agency is closed turned on. The words are those of the rules
// in src/calendar; nothing is counted here.
#include <algorithm>

#include "base/text.h"
#include "ui/app_view.h"
#include "ui/form.h"
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

// "policies/calendars/newer.json" → "newer.json"
std::string file_name(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

std::string kept_on(const app::HolidayFile& file) {
  return "“" + file.name + "”, kept on " + calendar::in_words(file.since);
}

// Of a file by its place among the supplied and then the brought.
std::string source_of(const app::KnownDays& days, size_t file) {
  if (file >= days.supplied.size()) return kept_on(days.brought[file - days.supplied.size()]);
  const std::string supplied = "Supplied with Common Ground";
  return file == 0 ? supplied : supplied + ", in “" + file_name(days.supplied[file].name) + "”";
}

// Years that follow one another from the same file stand together.
void sources(const app::KnownDays& days, const std::string& id, const std::string& where) {
  const auto told = days.told_by.find(id);
  if (told == days.told_by.end()) return;
  std::vector<SummaryRow> rows;
  for (auto year = told->second.begin(); year != told->second.end();) {
    const auto [first, file] = *year;
    int last = first;
    for (; year != told->second.end() && year->second == file; ++year) last = year->first;
    rows.push_back({first == last ? std::to_string(first)
                                  : std::to_string(first) + " to " + std::to_string(last),
                    source_of(days, file), ""});
  }
  heading(3, "Where they come from");
  summary_list("from-" + where, rows);
}

void in_short(const DivisionInUse& use, Date today) {
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
}

void day_by_day(const app::KnownDays& days, const DivisionInUse& use, Date today) {
  if (known_until(*use.holidays).empty()) return;
  heading(2, "Day by day: " + use.name);
  const int year = int(today.year());
  year_table(*use.holidays, use.name, year);
  year_table(*use.holidays, use.name, year + 1);
  sources(days, use.holidays->division(), use.name);
}

void newer_holidays(const app::KnownDays& days, app::Commands& commands) {
  heading(2, "Newer bank holidays");
  paragraph(
      "GOV.UK adds a year when it is settled, and now and then a day that nobody expected. Common "
      "Ground "
      "fetches nothing by itself, so you bring the list:");
  bullet_list({"Open " + std::string(kHolidaysAddress) + " in your browser.",
               "Save what it shows as a file.",
               "Choose that file here. You see what it changes before it is kept."},
              true);
  if (button("bring", "Bring GOV.UK’s newer file", ButtonKind::kSecondary)) {
    commands.push_back(app::PickHolidays{});
  }
  for (size_t i = 0; i < days.brought.size(); ++i) {
    const std::string file = kept_on(days.brought[i]);
    paragraph(file, TextKind::kStrong);
    if (link("forget-" + std::to_string(i), "Stop using this file",
             "Stop using this file: " + file)) {
      commands.push_back(app::ForgetHolidays{i});
    }
  }
}

void closed_days(const std::vector<calendar::ClosureDays>& closures, app::Commands& commands) {
  heading(2, "Days when you are closed");
  paragraph(
      "A training day, or the days after Christmas. They count as working days until you turn them "
      "on here; then no deadline on this device counts them.");
  for (size_t i = 0; i < closures.size(); ++i) {
    const calendar::ClosureDays& each = closures[i];
    const std::string number = std::to_string(i);
    const std::string name = each.label + ", " + days_in_words(each);
    bool on = each.on;
    if (checkbox("closed-" + number, "Leave out " + name, on,
                 each.on ? "Left out of every deadline" : "Counts as a working day")) {
      commands.push_back(app::TurnClosure{i, on});
    }
    if (link("remove-" + number, "Remove", "Remove " + name)) {
      commands.push_back(app::ForgetClosure{i});
    }
  }
  if (button("add-closure", "Add days when you are closed", ButtonKind::kSecondary)) {
    commands.push_back(app::AddClosure{});
  }
}

}  // namespace

void working_days_view(const app::AppState& state, app::Commands& commands) {
  begin_page("working-days-" + std::to_string(state.page_serial), "Working days and bank holidays");
  if (back_link("Back to settings")) commands.push_back(app::Go{app::Page::kSettings, ""});
  trouble_banner(state);
  success_banner(state);
  heading(1, "Working days and bank holidays");
  const bool closed = std::any_of(state.days.closures.begin(), state.days.closures.end(),
                                  [](const calendar::ClosureDays& each) { return each.on; });
  paragraph(closed ? "Saturdays, Sundays, bank holidays and the days that you turned on below do "
                     "not count."
                   : "Saturdays, Sundays and bank holidays do not count.",
            TextKind::kLead);
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
  const Date today = calendar::uk_date(state.now);
  const std::vector<DivisionInUse> divisions = divisions_in_use(state);
  for (const DivisionInUse& each : divisions) in_short(each, today);
  closed_days(state.days.closures, commands);
  newer_holidays(state.days, commands);
  for (const DivisionInUse& each : divisions) day_by_day(state.days, each, today);
  if (state.saving == app::Saving::kSaving) status("saving", "Saving…");
  end_page();
}

}  // namespace ui
