#include "calendar/merged_holidays.h"

#include <doctest/doctest.h>

#include "calendar/deadline.h"
#include "calendar/official_holidays.h"

using calendar::date;
using calendar::Date;
using calendar::Divisions;
using calendar::Holiday;
using calendar::HolidaySet;
using calendar_tests::divisions;
using calendar_tests::england_and_wales;

namespace {

constexpr auto kDivision = "england-and-wales";

// A year that is complete, with no more than it needs for that, and `more`.
std::vector<Holiday> year_of(int year, const std::vector<Date>& more = {}) {
  std::vector<Holiday> holidays = {{date(year, 1, 3), "New Year’s Day", true},
                                   {date(year, 12, 27), "Christmas Day", true},
                                   {date(year, 12, 28), "Boxing Day", true}};
  for (unsigned day = 1; day <= 5; ++day) holidays.push_back({date(year, 2, day), "A day", false});
  for (const Date day : more) holidays.push_back({day, "A day", false});
  return holidays;
}

Divisions file(std::vector<Holiday> holidays, std::vector<Holiday> others = {}) {
  holidays.insert(holidays.end(), others.begin(), others.end());
  Divisions divisions;
  divisions.emplace(kDivision, HolidaySet(kDivision, std::move(holidays), "file"));
  return divisions;
}

const HolidaySet& of(const calendar::MergedHolidays& merged) {
  return merged.divisions.at(kDivision);
}

}  // namespace

TEST_CASE("one file merged is itself, and twice the same is the same") {
  const auto once = calendar::merged({divisions()});
  REQUIRE(once.ok());
  CHECK(once->divisions.size() == 3);
  CHECK(of(*once).version() == england_and_wales().version());
  CHECK(of(*once).all().size() == england_and_wales().all().size());
  const auto twice = calendar::merged({divisions(), divisions()});
  CHECK(of(*twice).version() == england_and_wales().version());
  CHECK(calendar::changes(once->divisions, twice->divisions).empty());
  CHECK(calendar::merged({})->divisions.empty());
}

TEST_CASE("a list with New Year and Christmas alone makes no year known, and replaces none") {
  const auto complete = year_of(2026);
  const std::vector<Holiday> three(complete.begin(), complete.begin() + 3);
  REQUIRE(of(*calendar::merged({file(complete)})).covers(date(2026, 6, 1)));
  const auto merged = calendar::merged({file(complete), file(three)});
  CHECK(of(*merged).all().size() == complete.size());
  CHECK(merged->told_by.at(kDivision).at(2026) == 0);
  CHECK_FALSE(HolidaySet(kDivision, three, "three").covers(date(2026, 6, 1)));
}

TEST_CASE("parts of two files make no year complete") {
  const auto year = year_of(2029);
  const auto merged = calendar::merged({file(year_of(2027)), file({year.begin(), year.begin() + 4}),
                                        file({year.begin() + 4, year.end()})});
  CHECK(of(*merged).on(date(2029, 2, 5)));
  CHECK_FALSE(of(*merged).covers(date(2029, 6, 1)));
  CHECK_FALSE(of(*merged).covers(date(2028, 6, 1)));
}

TEST_CASE("a newer file brings its years; those that it has dropped stay") {
  const auto merged =
      calendar::merged({file(year_of(2026), year_of(2027)), file(year_of(2027), year_of(2028))});
  REQUIRE(merged.ok());
  CHECK(of(*merged).first_year() == 2026);
  CHECK(of(*merged).last_year() == 2028);
  CHECK(of(*merged).on(date(2026, 12, 28)) != nullptr);
  CHECK(merged->told_by.at(kDivision) == std::map<int, size_t>{{2026, 0}, {2027, 1}, {2028, 1}});
  CHECK(of(*merged).version().size() == 12);
  CHECK(of(*merged).version() != "file");
}

TEST_CASE("a holiday that was moved stands once") {
  const Date before = date(2026, 5, 4), after = date(2026, 5, 8);
  const auto merged =
      calendar::merged({file(year_of(2026, {before})), file(year_of(2026, {after}))});
  CHECK(of(*merged).on(before) == nullptr);
  CHECK(of(*merged).on(after) != nullptr);
  const auto changes = calendar::changes(file(year_of(2026, {before})), merged->divisions);
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].holiday.date == before);
  CHECK_FALSE(changes[0].added);
  CHECK(changes[1].holiday.date == after);
  CHECK(changes[1].added);
  CHECK(changes[1].division == kDivision);
}

TEST_CASE("a year that a file has in part is added to, and not known by that") {
  const Divisions base = file(year_of(2026));
  const std::vector<Holiday> announced = {{date(2026, 9, 21), "State Funeral", false},
                                          {date(2027, 6, 2), "Jubilee", false}};
  Divisions part;
  part.emplace(kDivision, HolidaySet(kDivision, announced, "part"));
  CHECK(part.at(kDivision).last_year() < part.at(kDivision).first_year());
  const auto merged = calendar::merged({base, part});
  REQUIRE(merged.ok());
  CHECK(of(*merged).on(date(2026, 9, 21)) != nullptr);
  CHECK(of(*merged).on(date(2026, 12, 28)) != nullptr);
  CHECK(of(*merged).on(date(2027, 6, 2)) != nullptr);
  CHECK(of(*merged).last_year() == 2026);
  CHECK(calendar::deadline_after(calendar::from_uk(date(2027, 6, 1), {9, 0}),
                                 {1, calendar::Unit::kWorkingDays}, of(*merged))
            .provisional);
  CHECK(merged->told_by.at(kDivision) == std::map<int, size_t>{{2026, 0}});
}

TEST_CASE("the same days have the same version, however they came together") {
  const auto one_way = calendar::merged({file(year_of(2026)), file(year_of(2027))});
  const auto other_way = calendar::merged({file(year_of(2027)), file(year_of(2026))});
  CHECK(of(*one_way).version() == of(*other_way).version());
  CHECK(of(*one_way).version() != of(*calendar::merged({file(year_of(2026))})).version());
}

TEST_CASE("a division that a file does not have stays as it was") {
  const auto merged = calendar::merged({divisions(), file(year_of(2029))});
  REQUIRE(merged.ok());
  CHECK(merged->divisions.at("scotland").last_year() == 2028);
  CHECK(of(*merged).last_year() == 2029);
  CHECK(of(*merged).all().size() == england_and_wales().all().size() + 8);
}

TEST_CASE("a file that leaves years between is refused") {
  const auto merged = calendar::merged({divisions(), file(year_of(2031))});
  REQUIRE_FALSE(merged.ok());
  CHECK(merged.errors()[0].message.find("2029") != std::string::npos);
  CHECK(merged.errors()[0].where.pointer == "/england-and-wales");
}
