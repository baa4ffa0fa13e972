#include "documents/icalendar.h"

#include <utility>

#include "documents/clean_text.h"

namespace documents {
namespace {

using calendar::Date;
using calendar::Instant;

constexpr size_t kLongestLine = 75;  // octets without the line's end: RFC 5545, 3.1

// "20260407".
std::string date_of(Date date) {
  std::string text;
  for (const char c : calendar::iso(date)) {
    if (c != '-') text += c;
  }
  return text;
}

// "20260407T163000Z".
std::string moment_of(Instant instant) {
  std::string text;
  for (const char c : calendar::iso(instant)) {
    if (c == '.') break;
    if (c != '-' && c != ':') text += c;
  }
  return text + 'Z';
}

// RFC 5545, 3.3.11.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : clean(text)) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    out += c == '\t' ? ' ' : c;
  }
  return out;
}

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

class Lines {
 public:
  // Folds between characters, never within one.
  void add(std::string_view line) {
    size_t room = kLongestLine;
    while (line.size() > room) {
      size_t end = room;
      while (continues_character(line[end])) --end;
      text_ += line.substr(0, end);
      text_ += "\r\n ";
      line.remove_prefix(end);
      room = kLongestLine - 1;  // a continued line begins with a blank
    }
    text_ += line;
    text_ += "\r\n";
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

void add_alarm(Lines& lines, const char* trigger, const std::string& summary) {
  lines.add("BEGIN:VALARM");
  lines.add("ACTION:DISPLAY");
  lines.add(std::string("TRIGGER:") + trigger);
  lines.add("DESCRIPTION:" + summary);
  lines.add("END:VALARM");
}

void add_entry(Lines& lines, const CalendarEntry& entry, const std::string& stamp) {
  const std::string summary = escaped(entry.summary);
  lines.add("BEGIN:VEVENT");
  lines.add("UID:" + entry.uid);
  lines.add("DTSTAMP:" + stamp);
  lines.add("SEQUENCE:" + std::to_string(entry.sequence));
  if (entry.at) {
    lines.add("DTSTART:" + moment_of(*entry.at));
  } else {
    lines.add("DTSTART;VALUE=DATE:" + date_of(entry.day));
    lines.add("DTEND;VALUE=DATE:" + date_of(calendar::plus_days(entry.day, 1)));
  }
  lines.add("SUMMARY:" + summary);
  if (!entry.description.empty()) lines.add("DESCRIPTION:" + escaped(entry.description));
  lines.add(entry.cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
  lines.add("TRANSP:TRANSPARENT");  // nobody is busy because of it
  lines.add("CLASS:PRIVATE");
  if (!entry.cancelled) {
    add_alarm(lines, entry.at ? "-P1D" : "-PT15H", summary);
    add_alarm(lines, entry.at ? "-PT2H" : "PT9H", summary);
  }
  lines.add("END:VEVENT");
}

}  // namespace

std::string icalendar(const std::vector<CalendarEntry>& entries, Instant now) {
  Lines lines;
  lines.add("BEGIN:VCALENDAR");
  lines.add("VERSION:2.0");
  lines.add("PRODID:-//Common Ground//Deadlines//EN");
  lines.add("CALSCALE:GREGORIAN");
  // RFC 5546 asks for an ORGANIZER with it, which would be a name; calendars take it without.
  lines.add("METHOD:PUBLISH");
  const std::string stamp = moment_of(now);
  for (const CalendarEntry& entry : entries) add_entry(lines, entry, stamp);
  lines.add("END:VCALENDAR");
  return lines.take();
}

}  // namespace documents
