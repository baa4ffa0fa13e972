#include "calendar/uk_time.h"

#include <chrono>
#include <optional>

#include "base/text.h"

namespace calendar {
namespace {

using base::Error;
using base::ErrorCode;

constexpr int64_t kMinute = 60'000;
constexpr int64_t kHour = 60 * kMinute;
constexpr int64_t kDay = 24 * kHour;
constexpr size_t kFoundLength = 40;

struct UtcDay {
  Date date;
  int64_t ms;  // since its midnight
};

UtcDay utc_day(Instant instant) {
  int64_t day = instant.ms / kDay;
  if (instant.ms % kDay < 0) --day;
  return {Date{Days{std::chrono::days{day}}}, instant.ms - day * kDay};
}

// 01:00 UTC on the last Sunday of the month.
Instant change_of_clocks(std::chrono::year year, std::chrono::month month) {
  const Days sunday{year / month / std::chrono::Sunday[std::chrono::last]};
  return {static_cast<int64_t>(sunday.time_since_epoch().count()) * kDay + kHour};
}

std::string padded(int64_t number, size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

// The number in `text`, which must be `shortest` to `longest` figures and nothing else.
std::optional<int> figures(std::string_view text, size_t shortest, size_t longest) {
  if (text.size() < shortest || text.size() > longest) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

enum class Half { kUnsaid, kMorning, kAfternoon };

// "5:30", "5.30", "5" or "0530", already without am and pm.
std::optional<TimeOfDay> hours_and_minutes(std::string_view text, Half half) {
  std::string_view hour_text = text;
  std::string_view minute_text = "00";
  if (const size_t mark = text.find_first_of(":."); mark != std::string_view::npos) {
    hour_text = text.substr(0, mark);
    minute_text = text.substr(mark + 1);
  } else if (text.size() == 4) {
    hour_text = text.substr(0, 2);
    minute_text = text.substr(2);
  } else if (half == Half::kUnsaid) {
    return std::nullopt;
  }
  const auto minute = figures(minute_text, 2, 2);
  const auto hour = figures(hour_text, half == Half::kUnsaid ? 2 : 1, 2);
  if (!minute || !hour || *minute > 59) return std::nullopt;
  if (half == Half::kUnsaid) {
    if (*hour > 23) return std::nullopt;
    return TimeOfDay{*hour, *minute};
  }
  if (*hour < 1 || *hour > 12) return std::nullopt;
  return TimeOfDay{*hour % 12 + (half == Half::kAfternoon ? 12 : 0), *minute};
}

}  // namespace

bool is_summer_time(Instant instant) {
  const Date date = utc_day(instant).date;
  const std::chrono::month month = date.month();
  // Only in the two months of the changes does the day matter.
  if (month < std::chrono::March || month > std::chrono::October) return false;
  if (month > std::chrono::March && month < std::chrono::October) return true;
  return (instant >= change_of_clocks(date.year(), month)) == (month == std::chrono::March);
}

UkDateTime to_uk(Instant instant) {
  const bool summer = is_summer_time(instant);
  const UtcDay local = utc_day({instant.ms + (summer ? kHour : 0)});
  return {local.date,
          {static_cast<int>(local.ms / kHour), static_cast<int>(local.ms % kHour / kMinute)},
          summer};
}

Instant from_uk(Date date, TimeOfDay time) {
  const Instant as_gmt{static_cast<int64_t>(days(date).time_since_epoch().count()) * kDay +
                       time.hour * kHour + time.minute * kMinute};
  const Instant as_bst{as_gmt.ms - kHour};
  return is_summer_time(as_bst) ? as_bst : as_gmt;
}

Date uk_date(Instant instant) {
  return to_uk(instant).date;
}

Instant end_of_day(Date date) {
  return from_uk(plus_days(date, 1), {0, 0});
}

std::string iso(Instant instant) {
  const UtcDay utc = utc_day(instant);
  return iso(utc.date) + 'T' + padded(utc.ms / kHour, 2) + ':' +
         padded(utc.ms % kHour / kMinute, 2) + ':' + padded(utc.ms % kMinute / 1000, 2) + '.' +
         padded(utc.ms % 1000, 3) + 'Z';
}

std::string in_words(Instant instant) {
  const UkDateTime local = to_uk(instant);
  return in_words(local.date) + " at " + in_words(local.time);
}

std::string in_words(TimeOfDay time) {
  if (time == TimeOfDay{0, 0}) return "midnight";
  if (time == TimeOfDay{12, 0}) return "midday";
  const int hour = time.hour % 12 == 0 ? 12 : time.hour % 12;
  std::string text = std::to_string(hour);
  if (time.minute != 0) text += ':' + padded(time.minute, 2);
  return text + (time.hour < 12 ? "am" : "pm");
}

base::Result<Instant> parse_iso_instant(std::string_view text) {
  const std::string found = base::shortened(text, kFoundLength);
  const Error malformed{ErrorCode::kBadSyntax,
                        "A time must be written like 2026-06-04T16:30:00.000Z.",
                        {},
                        found,
                        "YYYY-MM-DDThh:mm:ss.sssZ"};
  if (text.size() != 24 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
      text[19] != '.' || text[23] != 'Z') {
    return malformed;
  }
  const auto hour = figures(text.substr(11, 2), 2, 2);
  const auto minute = figures(text.substr(14, 2), 2, 2);
  const auto second = figures(text.substr(17, 2), 2, 2);
  const auto millisecond = figures(text.substr(20, 3), 3, 3);
  const auto date = parse_iso(text.substr(0, 10));
  if (!hour || !minute || !second || !millisecond) return malformed;
  if (!date && date.error().code == ErrorCode::kBadSyntax) return malformed;
  if (!date || *hour > 23 || *minute > 59 || *second > 59) {
    return Error{ErrorCode::kBadDate, "This time does not exist.", {}, found, "a real time"};
  }
  return Instant{static_cast<int64_t>(days(*date).time_since_epoch().count()) * kDay +
                 *hour * kHour + *minute * kMinute + *second * 1000 + *millisecond};
}

base::Result<TimeOfDay> parse_time(std::string_view text) {
  const std::string lower = base::lower_ascii(base::trimmed(text));
  std::string_view rest = lower;
  if (rest.empty()) return Error{ErrorCode::kRequired, "Enter a time", {}, "", ""};
  if (rest == "midday" || rest == "noon") return TimeOfDay{12, 0};
  if (rest == "midnight") return TimeOfDay{0, 0};

  Half half = Half::kUnsaid;
  if (rest.ends_with("am")) half = Half::kMorning;
  if (rest.ends_with("pm")) half = Half::kAfternoon;
  if (half != Half::kUnsaid) {
    rest.remove_suffix(2);
    rest = base::trimmed(rest);
  }
  if (const auto time = hours_and_minutes(rest, half)) return *time;
  return Error{ErrorCode::kBadValue,
               "Enter a time like 5:30pm or 17:30",
               {},
               base::shortened(base::trimmed(text), kFoundLength),
               ""};
}

}  // namespace calendar
