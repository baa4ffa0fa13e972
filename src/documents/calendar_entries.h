// Which deadlines of a case go into a calendar file, and what is said of each. A calendar is shared
// and backed up where nobody looks: by default it says which case by its reference alone, and what
// is due in the procedure's own words. No explanation, because those hold people's names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/strict_json.h"
#include "casework/clocks.h"
#include "documents/icalendar.h"

namespace documents {

enum class Names { kLeftOut, kWritten };  // who the case is about

// One entry for each clock that runs or is overdue, in the clocks' order; sequence 0. uid: of the
// case and the clock's key, without a word of either.
std::vector<CalendarEntry> calendar_entries(const casework::Case& state,
                                            const casework::Setting& setting, Names names);

// What was written of an entry in the file before.
struct EntryWritten {
  std::string uid;
  int sequence = 0;
  std::string content;  // a hash of what it said; empty once it was cancelled
  calendar::Date day{};
};
// As it is kept, in the vault or in a file. Without its id, its number or its day it is none.
base::Json to_json(const EntryWritten& written);
std::optional<EntryWritten> entry_written_from(const base::Json& json);

// Numbers the entries after what was written before, and adds one that is cancelled for each that
// was written and is no longer there. An entry that says the same keeps its number. `written`
// becomes what is written now: those that were cancelled stay in it, so that a deadline that comes
// back goes on counting. One that was cancelled is told for three months after its day.
std::vector<CalendarEntry> numbered(std::vector<CalendarEntry> entries,
                                    std::vector<EntryWritten>& written, calendar::Date today);

}  // namespace documents
