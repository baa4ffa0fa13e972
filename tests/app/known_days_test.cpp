// Which days count, of several files and of the days when an agency is closed.
#include "app/known_days.h"

#include "days_files.h"

using namespace fakes;
using calendar::date;
using calendar::Date;

namespace {

const calendar::Instant kFirst = invented::at(date(2026, 4, 1));
const calendar::Instant kLater = invented::at(date(2026, 5, 1));

app::KnownDays shipped() {
  app::KnownDays days;
  days.supplied = {holiday_file(shipped_days())};
  CHECK(app::count_days(days).empty());
  return days;
}

const calendar::HolidaySet& of(const calendar::Divisions& divisions) {
  return divisions.at(kDivision);
}
bool is_off(const calendar::Divisions& divisions, Date day) {
  return !calendar::is_working_day(day, of(divisions));
}

app::PickedHolidays look(const app::KnownDays& days, const std::string& text) {
  return app::look_at_holidays("picked.json", text.size(), text, days, kLater);
}

bool mentions(const std::string& text, const std::string& words) {
  return text.find(words) != text.npos;
}

}  // namespace

TEST_CASE("a newer file adds its years, and those that it has dropped stay") {
  app::KnownDays days = shipped();
  CHECK(of(days.divisions).last_year() == 2028);
  days.brought = {holiday_file(from_year(with_2029(shipped_days()), "2027"), kFirst)};
  CHECK(app::count_days(days).empty());
  CHECK(of(days.divisions).first_year() == 2019);
  CHECK(of(days.divisions).last_year() == 2029);
  CHECK(is_off(days.divisions, date(2022, 9, 19)));  // the State Funeral
  CHECK(is_off(days.divisions, date(2029, 1, 1)));
  CHECK(days.told_by.at(kDivision).at(2026) == 0);
  CHECK(days.told_by.at(kDivision).at(2027) == 1);
  CHECK(days.told_by.at(kDivision).at(2029) == 1);
}

TEST_CASE("what was known before each file is remembered, the oldest first") {
  app::KnownDays days = shipped();
  CHECK(days.earlier.empty());
  const base::Json extra = with_days(shipped_days(), {{"2026-06-15", "Extra"}});
  days.brought = {holiday_file(extra, kFirst),
                  holiday_file(without_day(extra, "2026-05-25"), kLater)};
  app::count_days(days);
  REQUIRE(days.earlier.size() == 2);
  CHECK(days.earlier[0].until == kFirst);
  CHECK_FALSE(is_off(days.earlier[0].divisions, date(2026, 6, 15)));
  CHECK(days.earlier[1].until == kLater);
  CHECK(is_off(days.earlier[1].divisions, date(2026, 6, 15)));
  CHECK(is_off(days.earlier[1].divisions, date(2026, 5, 25)));
  CHECK_FALSE(is_off(days.divisions, date(2026, 5, 25)));
}

TEST_CASE("what the folder had until a moment counts as known until then") {
  app::KnownDays days = shipped();
  days.formerly = {
      {kFirst,
       holiday_file(with_day_moved(shipped_days(), "2026-04-03", "2026-11-30"), kFirst).divisions}};
  days.brought = {holiday_file(with_2029(shipped_days()), kLater)};
  app::count_days(days);
  REQUIRE(days.earlier.size() == 2);
  CHECK_FALSE(is_off(days.earlier[0].divisions, date(2026, 4, 3)));
  CHECK(is_off(days.earlier[1].divisions, date(2026, 4, 3)));
  CHECK_FALSE(is_off(days.earlier[1].divisions, date(2029, 1, 1)));
  CHECK(is_off(days.divisions, date(2026, 4, 3)));
}

TEST_CASE("closure days count while they are on, now and in what was known before") {
  app::KnownDays days = shipped();
  days.closures = {{"Training", date(2026, 7, 2), date(2026, 7, 3), false}};
  days.brought = {holiday_file(with_2029(shipped_days()), kFirst)};
  app::count_days(days);
  CHECK_FALSE(is_off(days.divisions, date(2026, 7, 3)));
  days.closures[0].on = true;
  app::count_days(days);
  REQUIRE(days.earlier.size() == 1);
  for (const Date day : {date(2026, 7, 2), date(2026, 7, 3)}) {
    CHECK(is_off(days.divisions, day));
    CHECK(is_off(days.earlier[0].divisions, day));
  }
  CHECK(of(days.divisions).last_year() == 2029);
}

TEST_CASE("files of the folder that leave years between: the first stays, and what is brought") {
  app::KnownDays days;
  days.supplied = {holiday_file(shipped_days()), holiday_file(only_year("2031"))};
  days.brought = {holiday_file(with_2029(shipped_days()), kFirst)};
  const std::vector<base::Error> gaps = app::count_days(days);
  REQUIRE(gaps.size() == 1);
  CHECK(mentions(gaps[0].message, "2030 is missing"));
  CHECK(of(days.divisions).last_year() == 2029);
  CHECK(days.told_by.at(kDivision).at(2029) == 2);  // supplied, supplied, brought
}

TEST_CASE("a picked file tells what it would change") {
  const app::KnownDays days = shipped();
  base::Json newer = without_day(with_2029(shipped_days()), "2026-05-04");
  newer = with_days(newer, {{"2026-05-08", "VE Day"}});
  newer[kDivision]["events"][0]["colour"] = "gold";  // that GOV.UK has added since
  const app::PickedHolidays picked = look(days, newer.dump());
  REQUIRE_MESSAGE(picked.errors.empty(), base::describe(picked.errors.front()));
  CHECK_FALSE(app::changes_nothing(picked));
  CHECK(picked.new_years == std::vector<int>{2029});
  REQUIRE(picked.changes.size() == 10);
  CHECK(picked.changes[0].holiday.date == date(2026, 5, 4));
  CHECK_FALSE(picked.changes[0].added);
  CHECK(picked.changes[1].holiday.date == date(2026, 5, 8));
  CHECK(picked.changes[1].added);
  CHECK(picked.changes[9].holiday.date == date(2029, 12, 26));
}

TEST_CASE("a picked file that says what is known changes nothing, whatever it calls the days") {
  const app::KnownDays days = shipped();
  base::Json same = from_year(shipped_days(), "2024");
  same[kDivision]["events"][0]["title"] = "The first of January";
  CHECK(app::changes_nothing(look(days, same.dump())));
  CHECK_FALSE(app::changes_nothing(look(days, "{}")));  // it has errors
}

TEST_CASE("a picked file that cannot be used says why") {
  const app::KnownDays days = shipped();
  const auto fault = [&](const app::PickedHolidays& picked) {
    REQUIRE_FALSE(picked.errors.empty());
    CHECK(picked.changes.empty());
    return picked.errors.front();
  };
  CHECK(fault(look(days, "<html>")).code == base::ErrorCode::kBadSyntax);
  CHECK(fault(look(days, "{}")).code == base::ErrorCode::kMissingKey);
  const size_t most = app::most_holiday_bytes();
  CHECK(fault(app::look_at_holidays("x", most + 1, "", days, kLater)).code ==
        base::ErrorCode::kTooLarge);
  CHECK(fault(app::look_at_holidays("x", 9, "", days, kLater)).code == base::ErrorCode::kNotFound);
  const base::Error gap = fault(look(days, only_year("2035").dump()));
  CHECK(mentions(gap.message, "2029 is missing"));
  CHECK(mentions(gap.expected, "2029"));
}
