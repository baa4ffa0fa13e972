// case calendar: the deadlines of cases as an iCalendar file. With --written it remembers what it
// wrote, as a device does, so that the next file moves and cancels entries and never doubles one.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "cli/case_files.h"
#include "cli/clock_output.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "documents/calendar_entries.h"

namespace cli {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;
using documents::CalendarEntry;
using documents::EntryWritten;

using Written = std::map<std::string, std::vector<EntryWritten>>;  // by the case's id

Error not_a_memory(const std::string& path) {
  return {ErrorCode::kBadValue,
          "This file does not remember what was written to a calendar.",
          {path, ""},
          "",
          "a file that an earlier --written made, or none"};
}

base::Result<Written> read_written(const std::string& path) {
  std::error_code ignored;
  if (path.empty() || !std::filesystem::exists(path, ignored)) return Written{};
  const auto text = read_file(path);
  if (!text) return text.errors();
  const auto json = base::parse_json(*text, path);
  if (!json) return json.errors();
  if (!json->is_object()) return not_a_memory(path);
  Written written;
  for (const auto& [case_id, entries] : json->items()) {
    if (!entries.is_array()) return not_a_memory(path);
    for (const Json& each : entries) {
      auto entry = documents::entry_written_from(each);
      if (!entry) return not_a_memory(path);
      written[case_id].push_back(std::move(*entry));
    }
  }
  return written;
}

bool write_written(const std::string& path, const Written& written) {
  Json json = Json::object();
  for (const auto& [case_id, entries] : written) {
    Json& list = json[case_id] = Json::array();
    for (const EntryWritten& each : entries) list.push_back(documents::to_json(each));
  }
  std::ofstream file(path, std::ios::binary);
  file << json.dump(2) << '\n';
  return file.flush().good();
}

}  // namespace

int write_calendar(const CaseCalendarOptions& options) {
  std::vector<casework::Case> cases;
  calendar::Instant last{};
  for (const std::string& path : options.files) {
    CaseFile file = read_case_file(path);
    if (!file.state) return refuse(file.state.errors(), file.path, file.text, false);
    for (const casework::Case& other : cases) {
      if (other.id != file.state->id) continue;
      return refuse({{ErrorCode::kBadValue, "This case was given twice.", {path, ""}, "", ""}}, "",
                    "", false);
    }
    last = std::max(last, file.state->events.back().recorded_at);
    cases.push_back(std::move(file.state).value());
  }
  const auto policies = read_policies(options.policies, false);
  if (!policies) return kWrongInput;
  const auto now = now_of(options.now, last);
  if (!now) return refuse(now.errors(), "", "", false);
  auto remembered = read_written(options.written);
  if (!remembered) return refuse(remembered.errors(), options.written, "", false);
  Written written = std::move(remembered).value();

  const auto names = options.names ? documents::Names::kWritten : documents::Names::kLeftOut;
  std::vector<CalendarEntry> entries;
  for (const casework::Case& state : cases) {
    const PolicyFile* present = present_policy(state, *policies);
    if (!present) return refuse({another_version(state, *policies)}, "", "", false);
    const auto holidays = read_calendar(options.calendar, present->path, *present->policy);
    if (!holidays) return refuse(holidays.errors(), "", "", false);
    const casework::Setting setting{*present->policy, *holidays, casework::Person{}, *now,
                                    earlier_policies(*present, *policies)};
    for (CalendarEntry& entry :
         documents::numbered(documents::calendar_entries(state, setting, names), written[state.id],
                             calendar::uk_date(*now))) {
      entries.push_back(std::move(entry));
    }
  }
  // Remembered first: a file whose numbers were forgotten would be older than the one before it.
  if (!options.written.empty() && !write_written(options.written, written)) {
    return refuse({{ErrorCode::kNotFound,
                    "This file could not be written.",
                    {options.written, ""},
                    "",
                    "a folder that may be written to"}},
                  "", "", false);
  }
  print_text(documents::icalendar(entries, *now));
  return kDone;
}

}  // namespace cli
