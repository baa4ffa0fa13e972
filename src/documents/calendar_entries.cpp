#include "documents/calendar_entries.h"

#include <algorithm>
#include <utility>

#include "base/sha256.h"
#include "casework/clock_run.h"
#include "casework/stage_words.h"

namespace documents {
namespace {

using casework::RunningClock;

constexpr size_t kUidLength = 32;
constexpr int kToldFor = 92;  // days

std::string place_of(const RunningClock& clock, const casework::Setting& setting) {
  if (clock.stage.empty() && clock.stages.empty()) return "";
  return " (" + casework::within_sentence(casework::place_in_words(clock, setting)) + ")";
}

CalendarEntry entry_of(const RunningClock& clock, const casework::Case& state,
                       const casework::Setting& setting, Names names) {
  const casework::CaseOpened& opened = state.opened.fact;
  CalendarEntry entry;
  entry.uid = base::sha256_hex(state.id + '\n' + clock.key).substr(0, kUidLength);
  entry.day = clock.deadline.last_day;
  if (calendar::ends_within_day(clock.deadline)) entry.at = clock.deadline.ends;
  entry.summary = opened.reference + ": " + clock.what + place_of(clock, setting);
  if (names == Names::kWritten) entry.summary = opened.subject.name + ", " + entry.summary;
  entry.description = "By " + calendar::end_in_words(clock.deadline) + ". " +
                      casework::source_sentence(casework::policy_of(clock, setting), clock.cite);
  if (clock.deadline.provisional) {
    entry.description += "\nProvisional: not all bank holidays up to then are known yet.";
  }
  return entry;
}

std::string content_of(const CalendarEntry& entry) {
  return base::sha256_hex(calendar::iso(entry.day) +
                          (entry.at ? calendar::iso(*entry.at) : std::string()) + '\n' +
                          entry.summary + '\n' + entry.description);
}

}  // namespace

std::vector<CalendarEntry> calendar_entries(const casework::Case& state,
                                            const casework::Setting& setting, Names names) {
  std::vector<CalendarEntry> entries;
  for (const RunningClock& clock : casework::clocks(state, setting)) {
    if (casework::is_going(clock)) entries.push_back(entry_of(clock, state, setting, names));
  }
  return entries;
}

base::Json to_json(const EntryWritten& written) {
  return {{"uid", written.uid},
          {"sequence", written.sequence},
          {"content", written.content},
          {"day", calendar::iso(written.day)}};
}

std::optional<EntryWritten> entry_written_from(const base::Json& json) {
  const auto text = [&json](const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  const auto day = calendar::parse_iso(text("day"));
  const auto sequence = json.find("sequence");
  if (!day || text("uid").empty() || sequence == json.end() || !sequence->is_number_integer()) {
    return std::nullopt;
  }
  return EntryWritten{text("uid"), sequence->get<int>(), text("content"), *day};
}

std::vector<CalendarEntry> numbered(std::vector<CalendarEntry> entries,
                                    std::vector<EntryWritten>& written, calendar::Date today) {
  std::vector<EntryWritten> now;
  for (CalendarEntry& entry : entries) {
    EntryWritten mark{entry.uid, 0, content_of(entry), entry.day};
    const auto before = std::find_if(written.begin(), written.end(), [&](const EntryWritten& each) {
      return each.uid == entry.uid;
    });
    if (before != written.end()) {
      mark.sequence = before->sequence + (before->content == mark.content ? 0 : 1);
      written.erase(before);
    }
    entry.sequence = mark.sequence;
    now.push_back(std::move(mark));
  }
  for (EntryWritten& gone : written) {
    const bool news = !gone.content.empty();
    if (news) {
      ++gone.sequence;
      gone.content.clear();
    }
    if (!news && calendar::days_between(gone.day, today) > kToldFor) {
      now.push_back(std::move(gone));
      continue;
    }
    CalendarEntry entry;
    entry.uid = gone.uid;
    entry.sequence = gone.sequence;
    entry.cancelled = true;
    entry.day = gone.day;
    entry.summary = "No longer due";
    entries.push_back(std::move(entry));
    now.push_back(std::move(gone));
  }
  written = std::move(now);
  return entries;
}

}  // namespace documents
