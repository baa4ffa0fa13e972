#include "calendar/holidays.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "base/strict_json.h"
#include "calendar/deadline.h"
#include "calendar/official_holidays.h"

using base::ErrorCode;
using base::Json;
using calendar::date;
using calendar::Date;
using calendar_tests::divisions;
using calendar_tests::england_and_wales;

namespace {

// England and Wales: GOV.UK's bank-holidays.json (alphagov/frontend, lib/data/bank-holidays.json,
// August 2026), typed here a second time so that a slip in the calendar file shows. * marks a
// substitute day.
struct Year {
  int year;
  std::vector<const char*> days;  // "MM-DD", with * for a substitute
};
const std::vector<Year> kOfficial = {
    {2019, {"01-01", "04-19", "04-22", "05-06", "05-27", "08-26", "12-25", "12-26"}},
    {2020, {"01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28*"}},
    {2021, {"01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27*", "12-28*"}},
    {2022,
     {"01-03*", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27*"}},
    {2023, {"01-02*", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"}},
    {2024, {"01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"}},
    {2025, {"01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"}},
    {2026, {"01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28*"}},
    {2027, {"01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27*", "12-28*"}},
    {2028, {"01-03*", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"}},
};

const char* const kGood = R"({"scotland": {"division": "scotland", "events": [
  {"title": "Christmas Day", "date": "2026-12-25", "notes": "", "bunting": true},
  {"title": "New Year’s Day", "date": "2026-01-01", "notes": "", "bunting": true},
  {"title": "Boxing Day", "date": "2026-12-28", "notes": "Substitute day", "bunting": true},
  {"title": "2nd January", "date": "2026-01-02", "notes": "", "bunting": true},
  {"title": "Good Friday", "date": "2026-04-03", "notes": "", "bunting": false},
  {"title": "Early May bank holiday", "date": "2026-05-04", "notes": "", "bunting": true},
  {"title": "Spring bank holiday", "date": "2026-05-25", "notes": "", "bunting": true},
  {"title": "Summer bank holiday", "date": "2026-08-03", "notes": "", "bunting": true},
  {"title": "St Andrew’s Day", "date": "2026-11-30", "notes": "", "bunting": true}]}})";

Json good() {
  return *base::parse_json(kGood, "good");
}
std::string pointer(const std::string& rest) {
  return "/scotland/events" + rest;
}

std::vector<base::Error> errors_of(const Json& file) {
  const auto read = calendar::read_holidays(base::canonical(file), "h.json");
  REQUIRE_FALSE(read.ok());
  return read.errors();
}

void expect_one(const Json& file, ErrorCode code, const std::string& where) {
  CAPTURE(where);
  const auto errors = errors_of(file);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].code == code);
  CHECK(errors[0].where == base::Place{"h.json", where});
  CHECK_FALSE(errors[0].message.empty());
}

}  // namespace

TEST_CASE("England and Wales: the file has the official days and no others") {
  std::map<std::string, bool> expected;  // ISO date → substitute
  for (const Year& year : kOfficial) {
    for (std::string day : year.days) {
      const bool substitute = day.back() == '*';
      if (substitute) day.pop_back();
      expected[std::to_string(year.year) + '-' + day] = substitute;
    }
  }
  REQUIRE(expected.size() == 83);

  for (const auto& entry : expected) {
    CAPTURE(entry.first);
    const auto* holiday = england_and_wales().on(*calendar::parse_iso(entry.first));
    REQUIRE(holiday != nullptr);
    CHECK(holiday->substitute == entry.second);
  }
  for (const auto& holiday : england_and_wales().all()) {
    CAPTURE(calendar::iso(holiday.date));
    CHECK(expected.count(calendar::iso(holiday.date)) == 1);
  }
  CHECK(england_and_wales().all().size() == expected.size());
}

TEST_CASE("each division has its own days") {
  REQUIRE(divisions().size() == 3);
  const auto& scotland = divisions().at("scotland");
  const auto& northern_ireland = divisions().at("northern-ireland");
  CHECK(scotland.all().size() == 94);
  CHECK(northern_ireland.all().size() == 103);
  CHECK(scotland.on(date(2026, 6, 15)) != nullptr);  // World Cup
  CHECK(scotland.on(date(2026, 4, 6)) == nullptr);   // no Easter Monday
  CHECK(england_and_wales().on(date(2026, 6, 15)) == nullptr);
  CHECK(northern_ireland.on(date(2026, 7, 13)) != nullptr);
  for (const auto& [name, set] : divisions()) {
    CHECK(set.division() == name);
    CHECK(set.first_year() == 2019);
    CHECK(set.last_year() == 2028);
  }
  CHECK(scotland.version() != northern_ireland.version());
}

TEST_CASE("holidays know their titles, order and years") {
  const auto& set = england_and_wales();
  CHECK(set.on(date(2022, 9, 19))->title ==
        "Bank Holiday for the State Funeral of Queen Elizabeth II");
  CHECK(set.on(date(2026, 12, 26)) == nullptr);  // a Saturday: only the substitute is listed
  CHECK(std::is_sorted(set.all().begin(), set.all().end(),
                       [](const auto& left, const auto& right) { return left.date < right.date; }));
  CHECK(set.covers(date(2019, 1, 1)));
  CHECK(set.covers(date(2028, 12, 31)));
  CHECK_FALSE(set.covers(date(2018, 12, 31)));
  CHECK_FALSE(set.covers(date(2029, 1, 1)));
  CHECK_FALSE(calendar::HolidaySet{}.covers(date(2026, 1, 1)));
  CHECK(calendar::HolidaySet{}.on(date(2026, 12, 25)) == nullptr);
}

TEST_CASE("the version names the days, whatever their order in the file") {
  const auto version = [](const Json& file) {
    return calendar::read_holidays(base::canonical(file), "h.json")->at("scotland").version();
  };
  const std::string first = version(good());
  CHECK(first.size() == 12);
  CHECK(first.find_first_not_of("0123456789abcdef") == std::string::npos);

  Json reordered = good();
  std::swap(reordered["scotland"]["events"][0], reordered["scotland"]["events"][2]);
  CHECK(version(reordered) == first);

  Json added = good();
  added["scotland"]["events"].push_back({{"title", "A day announced late"},
                                         {"date", "2026-06-15"},
                                         {"notes", ""},
                                         {"bunting", true}});
  CHECK(version(added) != first);
}

TEST_CASE("each departure from the format is an error with its place") {
  CHECK(calendar::read_holidays(kGood, "h.json").ok());
  Json file = good();
  Json& events = file["scotland"]["events"];
  Json& event = events[1];

  SUBCASE("weekend") {
    event["date"] = "2026-01-03";
    expect_one(file, ErrorCode::kBadValue, pointer("/1/date"));
    CHECK(errors_of(file)[0].message.find("Saturday") != std::string::npos);
  }
  SUBCASE("no such date") {
    event["date"] = "2026-02-30";
    expect_one(file, ErrorCode::kBadDate, pointer("/1/date"));
  }
  SUBCASE("no date") {
    event["date"] = "1 January";
    expect_one(file, ErrorCode::kBadSyntax, pointer("/1/date"));
  }
  SUBCASE("date twice") {
    event["date"] = "2026-12-25";
    expect_one(file, ErrorCode::kBadValue, pointer("/1/date"));
    CHECK(errors_of(file)[0].found == "2026-12-25");
  }
  SUBCASE("unknown key in an event") {
    event["not/es"] = 1;
    expect_one(file, ErrorCode::kUnknownKey, pointer("/1/not~1es"));
  }
  SUBCASE("unknown key in a division") {
    file["scotland"]["x"] = 1;
    expect_one(file, ErrorCode::kUnknownKey, "/scotland/x");
  }
  SUBCASE("unknown division") {
    file["wales"] = file["scotland"];
    expect_one(file, ErrorCode::kUnknownKey, "/wales");
  }
  SUBCASE("missing key") {
    event.erase("notes");
    expect_one(file, ErrorCode::kMissingKey, pointer("/1"));
  }
  SUBCASE("wrong type") {
    event["bunting"] = "yes";
    expect_one(file, ErrorCode::kWrongType, pointer("/1/bunting"));
  }
  SUBCASE("empty title") {
    event["title"] = " ";
    expect_one(file, ErrorCode::kBadValue, pointer("/1/title"));
  }
  SUBCASE("event of the wrong type") {
    event = 3;
    expect_one(file, ErrorCode::kWrongType, pointer("/1"));
  }
  SUBCASE("events of the wrong type") {
    events = Json::object();
    expect_one(file, ErrorCode::kWrongType, pointer(""));
  }
  SUBCASE("no events") {
    events = Json::array();
    expect_one(file, ErrorCode::kBadValue, pointer(""));
  }
  SUBCASE("division under another name") {
    file["scotland"]["division"] = "england-and-wales";
    expect_one(file, ErrorCode::kBadValue, "/scotland/division");
  }
  SUBCASE("a year left out") {
    for (const char* day : {"2024-01-01", "2024-01-02", "2024-03-29", "2024-05-06", "2024-05-27",
                            "2024-08-05", "2024-12-02", "2024-12-25", "2024-12-26", "2025-05-05"}) {
      events.push_back({{"title", "A day"}, {"date", day}, {"notes", ""}, {"bunting", true}});
    }
    expect_one(file, ErrorCode::kBadValue, pointer(""));
    CHECK(errors_of(file)[0].message.find("2025") != std::string::npos);
  }
  SUBCASE("no year that is complete, without its New Year") {
    event["date"] = "2026-01-05";
    events[3]["date"] = "2026-01-06";
    expect_one(file, ErrorCode::kBadValue, pointer(""));
  }
  SUBCASE("no year that is complete, with fewer days than the law gives") {
    events.erase(8);
    expect_one(file, ErrorCode::kBadValue, pointer(""));
  }
  SUBCASE("more days than any year has") {
    for (int day = 0; day < 35; ++day) {
      const Date date = calendar::plus_days(calendar::date(2026, 9, 1), day);
      if (calendar::is_weekend(date)) continue;
      events.push_back(
          {{"title", "A day"}, {"date", calendar::iso(date)}, {"notes", ""}, {"bunting", true}});
    }
    expect_one(file, ErrorCode::kBadValue, pointer(""));
  }
  SUBCASE("a title of more than a line") {
    event["title"] = "New Year\nand more";
    expect_one(file, ErrorCode::kBadValue, pointer("/1/title"));
  }
  SUBCASE("a title that is too long") {
    event["title"] = std::string(101, 'x');
    expect_one(file, ErrorCode::kBadValue, pointer("/1/title"));
    CHECK(errors_of(file)[0].found.size() < 60);
  }
  SUBCASE("a year that no calendar holds") {
    event["date"] = "1066-10-15";
    expect_one(file, ErrorCode::kBadValue, pointer("/1/date"));
  }
  SUBCASE("no division") {
    expect_one(Json::object(), ErrorCode::kMissingKey, "");
  }
  SUBCASE("not an object") {
    expect_one(Json::array(), ErrorCode::kWrongType, "");
  }
}

TEST_CASE("a newer file may have what GOV.UK added since, but not nothing that is known") {
  Json file = good();
  file["cornwall"] = file["scotland"];
  file["scotland"]["events"][0]["colour"] = "gold";
  const auto lenient = [](const Json& json) {
    return calendar::read_holidays(base::canonical(json), "h.json", calendar::Keys::kMayBeMore);
  };
  CHECK(errors_of(file).size() == 2);
  const auto read = lenient(file);
  REQUIRE(read.ok());
  CHECK(read->size() == 1);
  file.erase("scotland");
  CHECK_FALSE(lenient(file).ok());
}

TEST_CASE("one day announced early makes no year known") {
  Json file = good();
  file["scotland"]["events"].push_back(
      {{"title", "Announced"}, {"date", "2027-06-02"}, {"notes", ""}, {"bunting", true}});
  const auto read = calendar::read_holidays(base::canonical(file), "h.json");
  REQUIRE(read.ok());
  const auto& set = read->at("scotland");
  CHECK(set.last_year() == 2026);
  CHECK(set.on(date(2027, 6, 2)) != nullptr);
  CHECK_FALSE(calendar::is_working_day(date(2027, 6, 2), set));
}

TEST_CASE("all errors of the file are reported at once") {
  Json file = good();
  Json& events = file["scotland"]["events"];
  events[0]["date"] = "2026-12-26";
  events[1]["bunting"] = 1;
  events[2]["extra"] = true;
  events[2].erase("title");
  file["narnia"] = Json::object();
  const auto errors = errors_of(file);
  std::set<std::string> places;
  for (const auto& error : errors) places.insert(error.where.pointer);
  CHECK(errors.size() == 5);
  CHECK(places == std::set<std::string>{"/narnia", pointer("/0/date"), pointer("/1/bunting"),
                                        pointer("/2"), pointer("/2/extra")});
}

TEST_CASE("text that is not JSON is one error with its file") {
  const auto read = calendar::read_holidays("{\"scotland\": ", "h.json");
  REQUIRE_FALSE(read.ok());
  CHECK(read.error().code == ErrorCode::kBadSyntax);
  CHECK(read.error().where.file == "h.json");
}
