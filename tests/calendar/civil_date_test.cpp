#include "calendar/civil_date.h"

#include <doctest/doctest.h>

using base::ErrorCode;
using calendar::date;
using calendar::Date;

namespace {

base::Error refused(std::string_view day, std::string_view month, std::string_view year) {
  const auto result = calendar::parse_fields(day, month, year, "The date of the discussion");
  REQUIRE_FALSE(result.ok());
  REQUIRE(result.errors().size() == 1);
  return result.error();
}

}  // namespace

TEST_CASE("a date is written for people and for files") {
  const Date day = date(2026, 6, 4);
  CHECK(calendar::iso(day) == "2026-06-04");
  CHECK(calendar::in_words(day) == "4 June 2026");
  CHECK(calendar::in_words_with_day(day) == "Thursday 4 June 2026");
  CHECK(calendar::weekday_name(day) == "Thursday");
  CHECK(calendar::month_name(day) == "June");
}

TEST_CASE("weekdays run from Monday") {
  CHECK(calendar::weekday_index(date(2026, 4, 6)) == 0);
  CHECK(calendar::weekday_index(date(2026, 4, 12)) == 6);
  CHECK(calendar::is_weekend(date(2026, 4, 11)));
  CHECK(calendar::is_weekend(date(2026, 4, 12)));
  CHECK_FALSE(calendar::is_weekend(date(2026, 4, 10)));
}

TEST_CASE("days are added and counted across months and leap years") {
  CHECK(calendar::plus_days(date(2028, 2, 28), 1) == date(2028, 2, 29));
  CHECK(calendar::plus_days(date(2026, 1, 1), -1) == date(2025, 12, 31));
  CHECK(calendar::days_between(date(2025, 12, 23), date(2026, 1, 2)) == 10);
  CHECK(calendar::days_between(date(2026, 1, 2), date(2025, 12, 23)) == -10);
}

TEST_CASE("months clamp to the month's end") {
  CHECK(calendar::plus_months(date(2026, 1, 31), 1) == date(2026, 2, 28));
  CHECK(calendar::plus_months(date(2028, 1, 31), 1) == date(2028, 2, 29));
  CHECK(calendar::plus_months(date(2026, 1, 31), 2) == date(2026, 3, 31));
  CHECK(calendar::plus_months(date(2026, 8, 31), 1) == date(2026, 9, 30));
  CHECK(calendar::plus_months(date(2026, 1, 28), 1) == date(2026, 2, 28));
  CHECK(calendar::plus_months(date(2025, 12, 15), 1) == date(2026, 1, 15));
  CHECK(calendar::plus_months(date(2028, 2, 29), 12) == date(2029, 2, 28));
  CHECK(calendar::plus_months(date(2026, 3, 31), -1) == date(2026, 2, 28));
  CHECK(calendar::plus_months(date(2026, 3, 31), 0) == date(2026, 3, 31));
}

TEST_CASE("a file's date is read in one form only, and every day reads back") {
  for (Date day = date(2019, 1, 1); day <= date(2029, 12, 31); day = calendar::plus_days(day, 1)) {
    const auto read = calendar::parse_iso(calendar::iso(day));
    if (!read.ok() || *read != day) FAIL(calendar::iso(day));
  }
  for (const char* text : {"", "2026-6-4", "2026/06/04", "04-06-2026", "2026-06-04T00:00",
                           " 2026-06-04", "20260604", "2026-O6-04", "-026-06-04", "+026-06-04"}) {
    CAPTURE(text);
    REQUIRE_FALSE(calendar::parse_iso(text).ok());
    CHECK(calendar::parse_iso(text).error().code == ErrorCode::kBadSyntax);
  }
}

TEST_CASE("dates that do not exist are refused") {
  for (const char* text : {"2026-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10",
                           "2026-01-00", "2026-01-32"}) {
    CAPTURE(text);
    REQUIRE_FALSE(calendar::parse_iso(text).ok());
    CHECK(calendar::parse_iso(text).error().code == ErrorCode::kBadDate);
    CHECK(calendar::parse_iso(text).error().found == text);
  }
  CHECK(calendar::parse_iso("2028-02-29").ok());
  CHECK(calendar::parse_iso("2000-02-29").ok());
}

TEST_CASE("three fields: months as numbers or names") {
  for (const char* month : {"6", "06", " 6 ", "june", "June", "JUN", "jun", "June\xC2\xA0"}) {
    CAPTURE(month);
    const auto read = calendar::parse_fields(" 4", month, "2026 ", "The date");
    REQUIRE(read.ok());
    CHECK(*read == date(2026, 6, 4));
  }
  CHECK(*calendar::parse_fields("04", "sept", "2026", "The date") == date(2026, 9, 4));
  CHECK(*calendar::parse_fields("29", "feb", "2028", "The date") == date(2028, 2, 29));
  CHECK(refused("4", "ju", "2026").where.pointer == "month");
  CHECK(refused("4", "Juni", "2026").where.pointer == "month");
}

// Wording: GOV.UK Design System, "Date input", error messages.
TEST_CASE("three fields: what is missing is asked for") {
  const auto nothing = refused(" ", "", "");
  CHECK(nothing.code == ErrorCode::kRequired);
  CHECK(nothing.message == "Enter the date of the discussion");
  CHECK(nothing.where.pointer.empty());
  CHECK(calendar::parse_fields("", "", "", "NHS letter date").error().message ==
        "Enter NHS letter date");

  const auto month = refused("4", "", "2026");
  CHECK(month.code == ErrorCode::kRequired);
  CHECK(month.message == "The date of the discussion must include a month");
  CHECK(month.where.pointer == "month");
  CHECK(refused("", "6", "2026").message == "The date of the discussion must include a day");
  CHECK(refused("4", "6", "").message == "The date of the discussion must include a year");
  CHECK(refused("4", "6", "").where.pointer == "year");
  const auto two = refused("", "", "2026");
  CHECK(two.message == "The date of the discussion must include a day and month");
  CHECK(two.where.pointer == "day");
}

TEST_CASE("three fields: the year has four figures") {
  for (const char* year : {"26", "202", "20260", "two", "2O26", "-026", "２０２６"}) {
    CAPTURE(year);
    const auto error = refused("4", "6", year);
    CHECK(error.message == "Year must include 4 numbers");
    CHECK(error.code == ErrorCode::kBadValue);
    CHECK(error.where.pointer == "year");
  }
  CHECK(refused("99", "99", "26").message ==
        "Year must include 4 numbers");  // the most important first
}

TEST_CASE("three fields: a date must be real, and the wrong field is named") {
  const auto expect = [](const char* day, const char* month, const char* year, const char* field) {
    CAPTURE(day);
    CAPTURE(month);
    const auto error = refused(day, month, year);
    CHECK(error.code == ErrorCode::kBadDate);
    CHECK(error.message == "The date of the discussion must be a real date");
    CHECK(error.where.pointer == field);
  };
  expect("4", "13", "2026", "month");
  expect("4", "0", "2026", "month");
  expect("32", "1", "2026", "day");
  expect("0", "1", "2026", "day");
  expect("-1", "1", "2026", "day");
  expect("004", "1", "2026", "day");
  expect("4th", "1", "2026", "day");
  expect("4", "1", "0026", "year");
  expect("30", "2", "2026", "");
  expect("29", "2", "2027", "");
  expect("31", "april", "2026", "");
  expect("40", "40", "2026", "");
  CHECK(refused("31", "april", "2026").found == "31 april 2026");
}
