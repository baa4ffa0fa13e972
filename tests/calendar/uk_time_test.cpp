#include "calendar/uk_time.h"

#include <doctest/doctest.h>

using base::ErrorCode;
using calendar::date;
using calendar::Instant;
using calendar::TimeOfDay;

namespace {

constexpr int64_t kSecond = 1000;
constexpr int64_t kHour = 3600 * kSecond;

Instant at(std::string_view text) {
  const auto read = calendar::parse_iso_instant(text);
  REQUIRE(read.ok());
  return *read;
}

// When clocks in the United Kingdom change, in seconds since 1970: the transitions of Europe/London
// in the IANA time zone database.
struct Changes {
  int year;
  int64_t spring;
  int64_t autumn;
};
constexpr Changes kChanges[] = {
    {1996, 828234000, 846378000},   {2000, 954032400, 972781200},   {2019, 1553994000, 1572138000},
    {2020, 1585443600, 1603587600}, {2021, 1616893200, 1635642000}, {2022, 1648342800, 1667091600},
    {2023, 1679792400, 1698541200}, {2024, 1711846800, 1729990800}, {2025, 1743296400, 1761440400},
    {2026, 1774746000, 1792890000}, {2027, 1806195600, 1824944400}, {2028, 1837645200, 1856394000},
    {2037, 2121901200, 2140045200},
};

}  // namespace

TEST_CASE("summer time begins and ends at the published instants") {
  for (const Changes& changes : kChanges) {
    CAPTURE(changes.year);
    const Instant spring{changes.spring * kSecond};
    const Instant autumn{changes.autumn * kSecond};
    CHECK_FALSE(calendar::is_summer_time({spring.ms - 1}));
    CHECK(calendar::is_summer_time(spring));
    CHECK(calendar::is_summer_time({autumn.ms - 1}));
    CHECK_FALSE(calendar::is_summer_time(autumn));
    CHECK(calendar::to_uk({spring.ms - 1}).time == TimeOfDay{0, 59});
    CHECK(calendar::to_uk(spring).time == TimeOfDay{2, 0});
    CHECK(calendar::to_uk({autumn.ms - 1}).time == TimeOfDay{1, 59});
    CHECK(calendar::to_uk(autumn).time == TimeOfDay{1, 0});
  }
}

TEST_CASE("every quarter of an hour of three years reads back") {
  const Instant end = at("2028-01-01T00:00:00.000Z");
  for (Instant now = at("2025-01-01T00:00:00.000Z"); now < end; now.ms += kHour / 4) {
    const auto local = calendar::to_uk(now);
    const Instant back = calendar::from_uk(local.date, local.time);
    // In the hour that happens twice the second reading gives the first.
    const bool second_hour = !local.summer && calendar::is_summer_time({now.ms - kHour});
    if (back.ms != now.ms - (second_hour ? kHour : 0)) FAIL(calendar::iso(now));
  }
}

TEST_CASE("a time skipped in March is the later one, a time twice in October the first") {
  CHECK(calendar::iso(calendar::from_uk(date(2026, 3, 29), {0, 59})) == "2026-03-29T00:59:00.000Z");
  CHECK(calendar::iso(calendar::from_uk(date(2026, 3, 29), {1, 30})) == "2026-03-29T01:30:00.000Z");
  CHECK(calendar::to_uk(calendar::from_uk(date(2026, 3, 29), {1, 30})).time == TimeOfDay{2, 30});
  CHECK(calendar::iso(calendar::from_uk(date(2026, 3, 29), {2, 0})) == "2026-03-29T01:00:00.000Z");
  CHECK(calendar::iso(calendar::from_uk(date(2026, 10, 25), {0, 59})) ==
        "2026-10-24T23:59:00.000Z");
  CHECK(calendar::iso(calendar::from_uk(date(2026, 10, 25), {1, 30})) ==
        "2026-10-25T00:30:00.000Z");
  CHECK(calendar::iso(calendar::from_uk(date(2026, 10, 25), {2, 0})) == "2026-10-25T02:00:00.000Z");
}

TEST_CASE("a day ends at midnight on UK clocks") {
  CHECK(calendar::iso(calendar::end_of_day(date(2026, 4, 7))) == "2026-04-07T23:00:00.000Z");
  CHECK(calendar::iso(calendar::end_of_day(date(2026, 1, 31))) == "2026-02-01T00:00:00.000Z");
  CHECK(calendar::end_of_day(date(2026, 3, 29)).ms - calendar::end_of_day(date(2026, 3, 28)).ms ==
        23 * kHour);
  CHECK(calendar::end_of_day(date(2026, 10, 25)).ms - calendar::end_of_day(date(2026, 10, 24)).ms ==
        25 * kHour);
  CHECK(calendar::uk_date(calendar::end_of_day(date(2026, 6, 30))) == date(2026, 7, 1));
  CHECK(calendar::uk_date({calendar::end_of_day(date(2026, 6, 30)).ms - 1}) == date(2026, 6, 30));
}

TEST_CASE("an instant is written in UTC and read back") {
  for (const char* text : {"2026-06-04T16:30:00.000Z", "1970-01-01T00:00:00.000Z",
                           "1969-12-31T23:59:59.999Z", "2028-02-29T12:34:56.789Z"}) {
    CHECK(calendar::iso(at(text)) == text);
  }
  CHECK(at("1970-01-02T00:00:00.001Z").ms == 86'400'001);
  CHECK(at("1969-12-31T23:59:59.999Z").ms == -1);
  for (const char* text :
       {"", "2026-06-04", "2026-06-04T16:30:00Z", "2026-06-04 16:30:00.000Z",
        "2026-06-04T16:30:00.000+", "2026-06-04T1x:30:00.000Z", "2026-06-04T16:30:00.000Zz"}) {
    CAPTURE(text);
    REQUIRE_FALSE(calendar::parse_iso_instant(text).ok());
    CHECK(calendar::parse_iso_instant(text).error().code == ErrorCode::kBadSyntax);
  }
  for (const char* text : {"2026-02-29T00:00:00.000Z", "2026-06-04T24:00:00.000Z",
                           "2026-06-04T23:60:00.000Z", "2026-06-04T23:59:60.000Z"}) {
    CAPTURE(text);
    REQUIRE_FALSE(calendar::parse_iso_instant(text).ok());
    CHECK(calendar::parse_iso_instant(text).error().code == ErrorCode::kBadDate);
  }
}

TEST_CASE("times are written as GOV.UK writes them, on UK clocks") {
  CHECK(calendar::in_words(at("2026-06-04T16:30:00.000Z")) == "4 June 2026 at 5:30pm");
  CHECK(calendar::in_words(at("2026-01-04T16:30:00.000Z")) == "4 January 2026 at 4:30pm");
  CHECK(calendar::in_words(at("2026-06-04T23:00:00.000Z")) == "5 June 2026 at midnight");
  CHECK(calendar::in_words(TimeOfDay{9, 0}) == "9am");
  CHECK(calendar::in_words(TimeOfDay{9, 5}) == "9:05am");
  CHECK(calendar::in_words(TimeOfDay{0, 30}) == "12:30am");
  CHECK(calendar::in_words(TimeOfDay{12, 0}) == "midday");
  CHECK(calendar::in_words(TimeOfDay{12, 30}) == "12:30pm");
  CHECK(calendar::in_words(TimeOfDay{23, 59}) == "11:59pm");
}

TEST_CASE("times are read as people write them") {
  const auto expect = [](const char* text, TimeOfDay time) {
    CAPTURE(text);
    const auto read = calendar::parse_time(text);
    REQUIRE(read.ok());
    CHECK(*read == time);
  };
  for (const char* text : {"5:30pm", "5.30pm", " 5:30 PM ", "05:30pm", "17:30", "17.30", "1730"})
    expect(text, {17, 30});
  for (const char* text : {"9am", "9 am", "9:00am", "09:00", "0900"}) expect(text, {9, 0});
  for (const char* text : {"midday", "Noon", "12pm", "12:00"}) expect(text, {12, 0});
  for (const char* text : {"midnight", "12am", "00:00"}) expect(text, {0, 0});
  for (int minute = 0; minute < 24 * 60; ++minute) {
    const TimeOfDay time{minute / 60, minute % 60};
    const auto read = calendar::parse_time(calendar::in_words(time));
    if (!read.ok() || *read != time) FAIL(calendar::in_words(time));
  }
}

TEST_CASE("times that are none, or could be two, are refused") {
  for (const char* text : {"9:30", "9", "17", "24:00", "17:60", "13pm", "0am", "17:3", "5:30xm",
                           "half past", "12:30:00", "-1:30", "::", "pm", "5:pm", "017:30"}) {
    CAPTURE(text);
    const auto read = calendar::parse_time(text);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == ErrorCode::kBadValue);
    CHECK(read.error().message == "Enter a time like 5:30pm or 17:30");
    CHECK(read.error().found == text);
  }
  CHECK(calendar::parse_time("  ").error().code == ErrorCode::kRequired);
}
