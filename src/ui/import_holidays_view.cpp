// A file of bank holidays that was picked: what it changes here, or what is wrong with it.
#include "base/text.h"
#include "policy/rules.h"
#include "ui/app_view.h"
#include "ui/form.h"
#include "ui/settings_words.h"

namespace ui {
namespace {

using app::Page;
using app::PickedHolidays;
using base::ErrorCode;

constexpr size_t kMostFaults = 10;  // of a file that may have one in each of its lines
constexpr size_t kMostDays = 60;    // of a division; more than five new years have

size_t count(const std::vector<calendar::HolidayChange>& changes, bool added) {
  size_t all = 0;
  for (const calendar::HolidayChange& each : changes) all += each.added == added ? 1 : 0;
  return all;
}

std::string years_in_words(const std::vector<int>& years) {
  std::vector<std::string> all;
  for (const int year : years) all.push_back(std::to_string(year));
  return base::listed(all);
}

std::string in_short(const PickedHolidays& picked) {
  const size_t added = count(picked.changes, true), taken = count(picked.changes, false);
  std::string text =
      picked.new_years.empty()
          ? "No further year becomes known by it. "
          : "The bank holidays of " + years_in_words(picked.new_years) + " become known by it. ";
  text += "It adds " + counted(added, "day", "days");
  return taken == 0 ? text + "." : text + " and takes " + counted(taken, "day", "days") + " away.";
}

void changed_days(const PickedHolidays& picked) {
  for (size_t i = 0; i < picked.changes.size();) {
    const std::string& division = picked.changes[i].division;
    std::vector<std::vector<std::string>> rows;
    size_t more = 0;
    for (; i < picked.changes.size() && picked.changes[i].division == division; ++i) {
      if (rows.size() == kMostDays) {
        ++more;
        continue;
      }
      const calendar::HolidayChange& each = picked.changes[i];
      rows.push_back({calendar::in_words_with_day(each.holiday.date), each.holiday.title,
                      each.added ? "Added" : "Taken away"});
    }
    const std::string where = policy::division_in_words(division);
    heading(2, where);
    table("changes-" + division, "Changes in " + where,
          {{"Day", 4}, {"Bank holiday", 4}, {"Change", 2}}, rows);
    if (more > 0) paragraph("And " + counted(more, "more day.", "more days."), TextKind::kHint);
  }
}

void choose_another(app::Commands& commands) {
  if (button("again", "Choose another file", ButtonKind::kSecondary)) {
    commands.push_back(app::PickHolidays{});
  }
}

void contents(app::Commands& commands, const PickedHolidays& picked) {
  caption(picked.file.name);
  if (app::changes_nothing(picked)) {
    heading(1, "This file changes nothing");
    paragraph("Every day in it is known here already, so it is not kept.", TextKind::kLead);
    choose_another(commands);
    return;
  }
  heading(1, "What this file changes");
  paragraph(in_short(picked), TextKind::kLead);
  if (count(picked.changes, false) > 0) {
    warning(
        "It takes away days that are bank holidays here now. GOV.UK moves a bank holiday now and "
        "then, but a file that is older than what is known here does this too. Look at the days "
        "below before you keep it.");
  }
  paragraph("When you keep it, every deadline is worked out anew. One that moves says why.");
  changed_days(picked);
  if (button("keep", "Keep this file on this device")) {
    commands.push_back(app::KeepPickedHolidays{});
  }
  same_row();
  choose_another(commands);
}

// Some of what can be wrong concerns a person, most of it a program.
std::string what_is_wrong(const base::Error& error) {
  const bool is_plain = error.code == ErrorCode::kTooLarge || error.code == ErrorCode::kNotFound ||
                        error.where.file.empty();
  return is_plain ? error.message
                  : "It is not the list of bank holidays as GOV.UK publishes it for programs.";
}

void faults(app::Commands& commands, const PickedHolidays& picked) {
  caption(picked.file.name);
  heading(1, "This file cannot be used");
  paragraph(what_is_wrong(picked.errors.front()), TextKind::kLead);
  paragraph("Nothing was kept, and no deadline has changed.");
  heading(2, "What to do");
  bullet_list(
      {"Open " + std::string(kHolidaysAddress) + " in your browser.",
       "Save what it shows as a file. It is plain text in curly brackets, not the page with "
       "the calendar.",
       "Choose that file here."},
      true);
  if (button("again", "Choose the file again")) commands.push_back(app::PickHolidays{});
  if (!details("faults", "What was found, for your IT service")) return;
  std::vector<std::string> lines;
  for (const base::Error& each : picked.errors) {
    if (lines.size() == kMostFaults) break;
    lines.push_back(base::describe(each));
  }
  if (picked.errors.size() > kMostFaults) {
    lines.push_back("And " + std::to_string(picked.errors.size() - kMostFaults) + " more.");
  }
  bullet_list(lines);
}

}  // namespace

void import_holidays_view(const app::AppState& state, app::Commands& commands) {
  if (!state.picked_holidays) return;
  const PickedHolidays& picked = *state.picked_holidays;
  begin_page("import-holidays-" + std::to_string(state.page_serial), "Newer bank holidays");
  if (back_link("Back to working days")) commands.push_back(app::Go{Page::kWorkingDays, ""});
  trouble_banner(state);
  if (picked.errors.empty()) {
    contents(commands, picked);
  } else {
    faults(commands, picked);
  }
  if (state.saving == app::Saving::kSaving) status("saving", "Saving…");
  end_page();
}

}  // namespace ui
