// The bank holidays of each division worked out from the law's own rules, and laid beside the file:
// a slip in either shows. Rules: Banking and Financial Dealings Act 1971, Schedule 1, with the days
// that royal proclamation or a ministers' order moved or added.
#include <doctest/doctest.h>

#include <set>

#include "calendar/official_holidays.h"

using calendar::date;
using calendar::Date;
using calendar::plus_days;
using calendar_tests::divisions;

namespace {

// Gregorian Easter Sunday: J.-M. Oudin's form of the computus (Explanatory Supplement to the
// Astronomical Almanac, 1992).
Date easter(int year) {
  const int century = year / 100, golden = year % 19, k = (century - 17) / 25;
  int moon = (century - century / 4 - (century - k) / 3 + 19 * golden + 15) % 30;
  moon -= (moon / 28) * (1 - (moon / 28) * (29 / (moon + 1)) * ((21 - golden) / 11));
  const int weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
  const int day = moon - weekday, month = 3 + (day + 40) / 44;
  return date(year, unsigned(month), unsigned(day + 28 - 31 * (month / 4)));
}

Date first_monday(int year, unsigned month) {
  Date day = date(year, month, 1);
  while (calendar::weekday_index(day) != 0) day = plus_days(day, 1);
  return day;
}

Date last_monday(int year, unsigned month) {
  Date day = plus_days(calendar::plus_months(date(year, month, 1), 1), -1);
  while (calendar::weekday_index(day) != 0) day = plus_days(day, -1);
  return day;
}

std::set<Date> by_rule(const std::string& division, int year) {
  std::set<Date> days;
  // At the weekend: the next weekday that is not taken.
  const auto keep = [&](Date day) {
    while (calendar::is_weekend(day) || days.count(day) != 0) day = plus_days(day, 1);
    days.insert(day);
  };
  const bool scotland = division == "scotland", ireland = division == "northern-ireland";
  keep(date(year, 1, 1));
  if (scotland) keep(date(year, 1, 2));
  if (ireland) keep(date(year, 3, 17));
  days.insert(plus_days(easter(year), -2));
  if (!scotland) days.insert(plus_days(easter(year), 1));
  // 75 years of VE Day, instead of the Monday.
  days.insert(year == 2020 ? date(2020, 5, 8) : first_monday(year, 5));
  // The Platinum Jubilee, instead of the Monday, with a day more.
  days.insert(year == 2022 ? date(2022, 6, 2) : last_monday(year, 5));
  if (year == 2022) days.insert(date(2022, 6, 3));
  if (year == 2022) days.insert(date(2022, 9, 19));              // the State Funeral
  if (year == 2023) days.insert(date(2023, 5, 8));               // the Coronation
  if (year == 2026 && scotland) days.insert(date(2026, 6, 15));  // the World Cup
  if (ireland) keep(date(year, 7, 12));
  days.insert(scotland ? first_monday(year, 8) : last_monday(year, 8));
  if (scotland) keep(date(year, 11, 30));
  keep(date(year, 12, 25));
  keep(date(year, 12, 26));
  return days;
}

}  // namespace

TEST_CASE("every division and year: the file has the days that the law gives, and no others") {
  CHECK(easter(2024) == date(2024, 3, 31));
  CHECK(easter(2025) == date(2025, 4, 20));
  CHECK(easter(2026) == date(2026, 4, 5));
  REQUIRE(divisions().size() == 3);
  for (const auto& each : divisions()) {
    const std::string& division = each.first;
    const calendar::HolidaySet& set = each.second;
    CAPTURE(division);
    size_t expected = 0;
    for (int year = 2019; year <= 2028; ++year) {
      CAPTURE(year);
      const std::set<Date> days = by_rule(division, year);
      expected += days.size();
      for (const Date day : days) {
        CAPTURE(calendar::iso(day));
        CHECK(set.on(day) != nullptr);
      }
    }
    CHECK(set.all().size() == expected);
  }
}
