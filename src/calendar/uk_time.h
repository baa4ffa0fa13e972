// UK civil time by rule: GMT, and BST (GMT+1) from 01:00 UTC on the last Sunday of March to 01:00
// UTC on the last Sunday of October (Summer Time Act 1972, as amended by SI 2002/262). The rule is
// right from 1996 on; earlier years had other days. No zone database, no system clock: "now" is
// always a parameter.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "calendar/civil_date.h"

namespace calendar {

// Milliseconds since 1970-01-01T00:00:00Z, leap seconds ignored.
struct Instant {
  int64_t ms = 0;
  auto operator<=>(const Instant&) const = default;
};

struct TimeOfDay {
  int hour = 0;    // 0–23
  int minute = 0;  // 0–59
  auto operator<=>(const TimeOfDay&) const = default;
};

struct UkDateTime {
  Date date;
  TimeOfDay time;
  bool summer = false;  // BST
};

bool is_summer_time(Instant instant);
UkDateTime to_uk(Instant instant);
// A time skipped in March is read as the later one; a time that happens twice in October is its
// first.
Instant from_uk(Date date, TimeOfDay time);
Date uk_date(Instant instant);
// The first instant of the day after: a deadline "by the end of 7 April" is end_of_day(7 April).
Instant end_of_day(Date date);

std::string iso(Instant instant);       // "2026-06-04T16:30:00.000Z"
std::string in_words(Instant instant);  // "4 June 2026 at 5:30pm"
std::string in_words(TimeOfDay time);   // "5:30pm", "9am", "midday", "midnight" (00:00)
base::Result<Instant> parse_iso_instant(std::string_view text);  // exactly the form iso() writes
// "5:30pm", "5.30 pm", "9am", "17:30", "1730", "midday", "midnight". A single figure without am or
// pm ("9:30") could be either half of the day and is refused. kRequired when empty, else kBadValue.
base::Result<TimeOfDay> parse_time(std::string_view text);

}  // namespace calendar
