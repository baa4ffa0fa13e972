// What the vault keeps of days: there and back, and told when it cannot be read.
#include "app/records.h"
#include "days_files.h"
#include "desk.h"

using namespace fakes;
using calendar::date;

namespace {

ports::Record spoilt(ports::Record record, const std::string& was, const std::string& is) {
  const size_t at = record.bytes.find(was);
  REQUIRE(at != std::string::npos);
  record.bytes.replace(at, was.size(), is);
  return record;
}

const std::vector<calendar::ClosureDays> kClosures = {
    {"Training", date(2026, 7, 3), date(2026, 7, 3), false},
    {"Christmas", date(2026, 12, 21), date(2027, 1, 1), true}};

}  // namespace

TEST_CASE("files, closed days and the folder’s days come back from their records") {
  const app::HolidayFile later =
      holiday_file(with_2029(shipped_days()), invented::at(date(2026, 5, 2), 9, 1));
  const app::HolidayFile first = holiday_file(shipped_days(), invented::at(date(2026, 5, 1)));
  const app::FolderDays folder{{"a", "b"}, {{invented::at(date(2026, 1, 1)), {"c"}}}};
  const app::Unpacked back =
      app::unpack({app::holidays_record(later), app::holidays_record(first),
                   app::closures_record(kClosures), app::folder_days_record(folder)});
  CHECK(back.errors.empty());
  REQUIRE(back.holidays.size() == 2);
  CHECK(back.holidays[0].since == first.since);  // in the order that they were kept
  CHECK(back.holidays[1].since == later.since);
  CHECK(back.holidays[1].text == later.text);
  CHECK(back.holidays[1].name == "bank-holidays.json");
  CHECK(back.holidays[1].divisions.at(kDivision).version() ==
        later.divisions.at(kDivision).version());
  CHECK(app::holidays_record(back.holidays[1]) == app::holidays_record(later));
  CHECK(back.closures == kClosures);
  CHECK(back.folder.texts == folder.texts);
  REQUIRE(back.folder.former.size() == 1);
  CHECK(back.folder.former[0].until == folder.former[0].until);
  CHECK(back.folder.former[0].texts == folder.former[0].texts);
}

TEST_CASE("a record of days that cannot be read is told, and the others are there") {
  const app::HolidayFile file = holiday_file(shipped_days(), invented::at(date(2026, 5, 1)));
  const ports::Record good = app::holidays_record(file);
  const ports::Record closures = app::closures_record(kClosures);
  SUBCASE("a file without its moment") {
    ports::Record bad = spoilt(good, "2026-05-01T08:00:00.000Z", "in May");
    bad.id[0] = bad.id[0] == 'a' ? 'b' : 'a';
    const app::Unpacked back = app::unpack({good, bad, closures});
    REQUIRE(back.errors.size() == 1);
    CHECK(back.errors[0].where.file == bad.id);
    CHECK(back.holidays.size() == 1);
    CHECK(back.closures.size() == 2);
  }
  SUBCASE("a file with other days than any") {
    const app::Unpacked back = app::unpack({spoilt(good, "2019-01-01", "2019-02-31"), closures});
    CHECK_FALSE(back.errors.empty());
    CHECK(back.holidays.empty());
    CHECK(back.closures.size() == 2);
  }
  SUBCASE("one of the closed days") {
    const app::Unpacked back = app::unpack({good, spoilt(closures, "2026-07-03", "2026-07-33")});
    CHECK_FALSE(back.errors.empty());
    CHECK(back.holidays.size() == 1);
    REQUIRE(back.closures.size() == 1);
    CHECK(back.closures[0] == kClosures[1]);
  }
}

TEST_CASE(
    "at the unlock a file that cannot be read is told; the cases and the other days are there") {
  Desk desk;
  set_up_with(desk, small_policy());
  raise_small(desk);
  const app::HolidayFile file = holiday_file(with_2029(shipped_days()), desk.clock.time);
  ports::Record record = app::holidays_record(file);
  desk.vault.records[record.id] = spoilt(record, "2029-01-01", "2029-01-06").bytes;
  const ports::Record closures = app::closures_record(kClosures);
  desk.vault.records[closures.id] = closures.bytes;
  desk.reload_and_unlock();
  REQUIRE(desk.state().trouble);
  CHECK(desk.state().trouble->next.find("Saturday") != std::string::npos);
  CHECK(desk.state().cases.size() == 1);
  CHECK(desk.state().days.brought.empty());
  CHECK(desk.state().days.closures.size() == 2);
  CHECK(desk.vault.records.count(record.id) == 1);  // left as it was
}
