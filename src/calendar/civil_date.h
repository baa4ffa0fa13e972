// A day in the civil calendar and its written forms. No time of day and no zone: see uk_time.h.
// Dates are written "4 June 2026" (GOV.UK style) for people and "2026-06-04" for files.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/result.h"

namespace calendar {

using Date = std::chrono::year_month_day;  // always a real date inside the core
using Days = std::chrono::sys_days;

constexpr Date date(int year, unsigned month, unsigned day) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}
inline Days days(Date date) {
  return Days{date};
}
inline Date plus_days(Date date, int count) {
  return Date{days(date) + std::chrono::days{count}};
}
// Days from `from` to `to`, negative when `to` is earlier.
inline int days_between(Date from, Date to) {
  return static_cast<int>((days(to) - days(from)).count());
}
// The same day `count` months on, clamped to the month's end: 31 January + 1 → 28 or 29 February.
Date plus_months(Date date, int count);
// 0 = Monday … 6 = Sunday.
int weekday_index(Date date);
bool is_weekend(Date date);

std::string iso(Date date);                // "2026-06-04"
std::string in_words(Date date);           // "4 June 2026"
std::string in_words_with_day(Date date);  // "Thursday 4 June 2026"
std::string weekday_name(Date date);       // "Thursday"
std::string month_name(Date date);         // "June"

// "2026-06-04" only. kBadSyntax or kBadDate.
base::Result<Date> parse_iso(std::string_view text);

// The three fields of a GOV.UK date question (Design System, "Date input"). Month as a number or a
// name, at least its first three letters ("jan", "January"); year with four figures. `what` begins
// each message:
//   kRequired  "Enter the date of the discussion", "The date of the discussion must include a
//   month" kBadValue  "Year must include 4 numbers" kBadDate   "The date of the discussion must be
//   a real date"
// where.pointer is "day", "month", "year" or "" (the whole date). One error: the most important.
base::Result<Date> parse_fields(std::string_view day, std::string_view month, std::string_view year,
                                std::string_view what);

}  // namespace calendar
