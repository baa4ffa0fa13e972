// The calendar page, and deadlines as a file for other calendars. The device remembers what it
// wrote there, so that a later file moves and cancels entries and never doubles one.
#include "app/calendar_month.h"
#include "app/records.h"
#include "app/session.h"
#include "documents/calendar_entries.h"

namespace app {

void Session::show_month(const ShowMonth& wanted) {
  if (!state_.vault_open()) return;
  using Which = ShowMonth::Which;
  state_.month = wanted.which == Which::kNow
                     ? calendar::uk_date(state_.now)
                     : month_beside(state_.month, wanted.which == Which::kBefore ? -1 : 1);
  if (state_.page != Page::kCalendar) go(Page::kCalendar);
}

void Session::download_calendar(const DownloadCalendar& wanted) {
  if (!state_.vault_open()) return;
  const bool all = wanted.of == DownloadCalendar::Of::kAllCases;
  const documents::Names names =
      wanted.names ? documents::Names::kWritten : documents::Names::kLeftOut;
  CalendarsWritten written = state_.calendars_written;
  std::vector<documents::CalendarEntry> entries;
  size_t due = 0;
  for (const casework::Case& each : state_.cases) {
    const policy::Policy* policy = state_.policy_of(each);
    if (!policy || (!all && each.id != state_.case_id)) continue;
    std::vector<documents::EntryWritten>& before = written[each.id];
    auto of_case = documents::calendar_entries(each, state_.setting(*policy, each), names);
    due += of_case.size();
    for (documents::CalendarEntry& entry : documents::numbered(std::move(of_case), before)) {
      entries.push_back(std::move(entry));
    }
  }
  if (entries.empty()) return say("Nothing is due, so there is nothing to put into a calendar.");
  std::erase_if(written, [](const auto& of_case) { return of_case.second.empty(); });
  const casework::Case* shown = state_.open_case();
  const std::string name =
      all || !shown ? "deadlines.ics" : "deadlines-" + shown->opened.fact.reference + ".ics";
  std::string file = documents::icalendar(entries, state_.now);
  // Remembered first: a file whose numbers were forgotten would be older than the one before it.
  commit({calendars_record(written)}, {}, [this, written, name, file, due] {
    state_.calendars_written = written;
    ports_.files.download(name, "text/calendar", file);
    say(due == 1 ? "The calendar file has one deadline."
                 : "The calendar file has " + std::to_string(due) + " deadlines.");
  });
}

}  // namespace app
