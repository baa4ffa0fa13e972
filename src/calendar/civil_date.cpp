#include "calendar/civil_date.h"

#include <array>
#include <optional>
#include <vector>

#include "base/text.h"

namespace calendar {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::array<const char*, 12> kMonths = {"January",   "February", "March",    "April",
                                                 "May",       "June",     "July",     "August",
                                                 "September", "October",  "November", "December"};
constexpr std::array<const char*, 7> kWeekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                  "Friday", "Saturday", "Sunday"};
constexpr size_t kFoundLength = 40;

int year_number(Date date) {
  return static_cast<int>(date.year());
}
unsigned month_number(Date date) {
  return static_cast<unsigned>(date.month());
}
unsigned day_number(Date date) {
  return static_cast<unsigned>(date.day());
}

std::string padded(unsigned number, size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

bool all_digits(std::string_view text) {
  if (text.empty()) return false;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return true;
}

// Requires: all digits, at most nine of them.
unsigned digits_value(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

// One or two figures between 1 and `most`.
std::optional<unsigned> small_number(std::string_view text, unsigned most) {
  if (!all_digits(text) || text.size() > 2) return std::nullopt;
  const unsigned value = digits_value(text);
  if (value < 1 || value > most) return std::nullopt;
  return value;
}

std::optional<unsigned> month_from(std::string_view text) {
  if (const auto number = small_number(text, 12)) return number;
  const std::string name = base::lower_ascii(text);
  if (name.size() < 3) return std::nullopt;
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (base::lower_ascii(kMonths[i]).starts_with(name)) return i + 1;
  }
  return std::nullopt;
}

// "The date of birth" in the middle of a sentence; "NHS date" stays as it is.
std::string mid_sentence(std::string_view what) {
  std::string text(what);
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (!text.empty() && is_upper(text[0]) && (text.size() < 2 || !is_upper(text[1]))) {
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  }
  return text;
}

}  // namespace

Date plus_months(Date date, int count) {
  const std::chrono::year_month month =
      std::chrono::year_month{date.year(), date.month()} + std::chrono::months{count};
  const Date last{month / std::chrono::last};
  return date.day() > last.day() ? last : Date{month / date.day()};
}

int weekday_index(Date date) {
  return static_cast<int>(std::chrono::weekday{days(date)}.iso_encoding()) - 1;
}

bool is_weekend(Date date) {
  return weekday_index(date) >= 5;
}

std::string iso(Date date) {
  return padded(static_cast<unsigned>(year_number(date)), 4) + '-' + padded(month_number(date), 2) +
         '-' + padded(day_number(date), 2);
}

std::string month_name(Date date) {
  return kMonths[month_number(date) - 1];
}

std::string in_words(Date date) {
  return std::to_string(day_number(date)) + ' ' + month_name(date) + ' ' +
         std::to_string(year_number(date));
}

std::string in_words_with_day(Date date) {
  return weekday_name(date) + ' ' + in_words(date);
}

std::string weekday_name(Date date) {
  return kWeekdays[static_cast<size_t>(weekday_index(date))];
}

base::Result<Date> parse_iso(std::string_view text) {
  const bool shaped = text.size() == 10 && all_digits(text.substr(0, 4)) && text[4] == '-' &&
                      all_digits(text.substr(5, 2)) && text[7] == '-' &&
                      all_digits(text.substr(8, 2));
  if (!shaped) {
    return Error{ErrorCode::kBadSyntax,
                 "A date must be written year-month-day, like 2026-06-04.",
                 {},
                 base::shortened(text, kFoundLength),
                 "YYYY-MM-DD"};
  }
  const Date parsed = date(static_cast<int>(digits_value(text.substr(0, 4))),
                           digits_value(text.substr(5, 2)), digits_value(text.substr(8, 2)));
  if (!parsed.ok()) {
    return Error{
        ErrorCode::kBadDate, "This date does not exist.", {}, std::string(text), "a real date"};
  }
  return parsed;
}

base::Result<Date> parse_fields(std::string_view day, std::string_view month, std::string_view year,
                                std::string_view what) {
  day = base::trimmed(day);
  month = base::trimmed(month);
  year = base::trimmed(year);

  std::vector<std::string> missing;
  if (day.empty()) missing.push_back("day");
  if (month.empty()) missing.push_back("month");
  if (year.empty()) missing.push_back("year");
  if (missing.size() == 3) {
    return Error{ErrorCode::kRequired, "Enter " + mid_sentence(what), {}, "", ""};
  }
  if (!missing.empty()) {
    return Error{ErrorCode::kRequired,
                 std::string(what) + " must include a " + base::listed(missing),
                 {"", missing.front()},
                 "",
                 ""};
  }
  if (year.size() != 4 || !all_digits(year)) {
    return Error{ErrorCode::kBadValue,
                 "Year must include 4 numbers",
                 {"", "year"},
                 base::shortened(year, kFoundLength),
                 ""};
  }

  const auto day_value = small_number(day, 31);
  const auto month_value = month_from(month);
  const bool year_is_real = year.front() != '0';
  if (day_value && month_value && year_is_real) {
    const Date parsed = date(static_cast<int>(digits_value(year)), *month_value, *day_value);
    if (parsed.ok()) return parsed;
  }
  std::string field;  // the one that is wrong by itself, when there is only one
  const int wrong = (day_value ? 0 : 1) + (month_value ? 0 : 1) + (year_is_real ? 0 : 1);
  if (wrong == 1) field = !day_value ? "day" : !month_value ? "month" : "year";
  return Error{
      ErrorCode::kBadDate,
      std::string(what) + " must be a real date",
      {"", field},
      base::shortened(base::joined({std::string(day), std::string(month), std::string(year)}, " "),
                      kFoundLength),
      ""};
}

}  // namespace calendar
