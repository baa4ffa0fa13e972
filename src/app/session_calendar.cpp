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
  CalendarsWritten written;  // of the cases in the file
  std::vector<documents::CalendarEntry> entries;
  std::vector<ports::Record> records;
  size_t due = 0;
  for (const casework::Case& each : state_.cases) {
    const policy::Policy* policy = state_.policy_of(each);
    if (!policy || (!all && each.id != state_.case_id)) continue;
    const auto before = state_.calendars_written.find(each.id);
    std::vector<documents::EntryWritten> of_case;
    if (before != state_.calendars_written.end()) of_case = before->second;
    auto of_clocks = documents::calendar_entries(each, state_.setting(*policy, each), names);
    due += of_clocks.size();
    for (documents::CalendarEntry& entry :
         documents::numbered(std::move(of_clocks), of_case, calendar::uk_date(state_.now))) {
      entries.push_back(std::move(entry));
    }
    if (of_case.empty()) continue;
    records.push_back(calendar_record(each.id, of_case));
    written[each.id] = std::move(of_case);
  }
  if (entries.empty()) return say("Nothing is due, so there is nothing to put into a calendar.");
  const casework::Case* shown = state_.open_case();
  const std::string name =
      all || !shown ? "deadlines.ics" : "deadlines-" + shown->opened.fact.reference + ".ics";
  std::string done = due == 0 ? "Nothing is due now. The file takes what is over out of a calendar."
                     : due == 1 ? "The calendar file has one deadline"
                                : "The calendar file has " + std::to_string(due) + " deadlines";
  if (due > 0) done += wanted.names ? ", with names." : ", without names.";
  std::string file = documents::icalendar(entries, state_.now);
  // Remembered first: a file whose numbers were forgotten would be older than the one before it.
  commit(std::move(records), {}, [this, written = std::move(written), name, file, done] {
    for (const auto& [case_id, of_case] : written) state_.calendars_written[case_id] = of_case;
    ports_.files.download(name, "text/calendar", file);
    say(done);
  });
}

}  // namespace app
