// Deadlines as a calendar file that Outlook, Google Calendar and others read: RFC 5545 (iCalendar),
// METHOD:PUBLISH. Only the writing; which deadlines, and what may be said of them, is
// calendar_entries.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/deadline.h"

namespace documents {

struct CalendarEntry {
  std::string uid;   // the same for ever, whatever moves
  int sequence = 0;  // higher than in every file before that said something else of it
  bool cancelled = false;
  calendar::Date day{};                 // its last day: an entry of the whole day
  std::optional<calendar::Instant> at;  // when it ends within a day: an entry at that moment
  std::string summary, description;
};

// UTF-8, lines folded at 75 octets and ended by CRLF. Entries in the order given. Each has two
// alarms: of a whole day at 9am the day before and at 9am; of a moment a day and two hours before.
// A cancelled one has none. The same arguments give the same bytes.
std::string icalendar(const std::vector<CalendarEntry>& entries, calendar::Instant now);

}  // namespace documents
