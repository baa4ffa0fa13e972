// Days that change beneath what a person is doing: a file that was picked before something else
// changed, a folder that is newer than a file, closed days of which some cannot be read.
#include "app/records.h"
#include "days_files.h"
#include "desk.h"

using namespace fakes;

namespace {

using app::Page;
using calendar::date;

void at_work(Desk& desk) {
  set_up_with(desk, small_policy());
  desk.clock.time = invented::at(date(2026, 4, 2), 10);
  raise_small(desk);
}

void pick_days(Desk& desk, const base::Json& days) {
  desk.files.picked = {"bank-holidays.json", days.dump()};
  desk.press(app::PickHolidays{});
  REQUIRE(desk.state().picked_holidays);
}

}  // namespace

TEST_CASE("a picked file is looked at again before it is kept") {
  Desk desk;
  at_work(desk);
  const base::Json days = with_2029(shipped_days());
  pick_days(desk, days);
  desk.press(app::KeepPickedHolidays{});
  REQUIRE(desk.state().days.brought.size() == 1);
  // Picked while it had news, kept when it has none any more.
  pick_days(desk, days);
  desk.press(app::KeepPickedHolidays{});
  CHECK(desk.state().days.brought.size() == 1);
  CHECK(desk.state().page == Page::kImportHolidays);
}

TEST_CASE("files keep their order when the device’s clock is set back") {
  Desk desk;
  at_work(desk);
  pick_days(desk, with_2029(shipped_days()));
  desk.press(app::KeepPickedHolidays{});
  desk.clock.time = invented::at(date(2026, 3, 2), 10);
  pick_days(desk, with_days(with_2029(shipped_days()), {{"2029-06-01", "Announced"}}));
  desk.press(app::KeepPickedHolidays{});
  REQUIRE(desk.state().days.brought.size() == 2);
  CHECK(desk.state().days.brought[0].since < desk.state().days.brought[1].since);
  const auto counts = [&] {
    return desk.state().days.divisions.at(kDivision).on(date(2029, 6, 1)) == nullptr;
  };
  CHECK_FALSE(counts());
  desk.reload_and_unlock();
  CHECK_FALSE(counts());
}

TEST_CASE("what the folder learns after a file was brought is not hidden by that file") {
  Desk desk;
  at_work(desk);
  pick_days(desk, with_2029(shipped_days()));
  desk.press(app::KeepPickedHolidays{});
  // A day of 2026 is announced, and the folder has it; the file has not.
  const base::Json newer = with_days(shipped_days(), {{"2026-04-08", "Announced"}});
  desk.clock.time = invented::at(date(2026, 4, 3), 10);
  desk.files.instead[kFolderDays] = newer.dump();
  desk.reload_and_unlock();
  const calendar::HolidaySet& days = desk.state().days.divisions.at(kDivision);
  CHECK(days.on(date(2026, 4, 8)));
  CHECK(days.covers(date(2029, 6, 1)));  // which the file alone has
  // Brought again after that, the file is the later word.
  pick_days(desk, with_2029(shipped_days()));
  desk.press(app::KeepPickedHolidays{});
  CHECK_FALSE(desk.state().days.divisions.at(kDivision).on(date(2026, 4, 8)));
}

TEST_CASE("closed days that cannot all be read are not written over") {
  Desk desk;
  at_work(desk);
  const auto put = [&](const char* is) {
    ports::Record record =
        app::closures_record({{"Training", date(2026, 4, 7), date(2026, 4, 7), false},
                              {"Later", date(2026, 7, 7), date(2026, 7, 7), false}});
    const std::string was = "2026-07-07";
    for (size_t at; (at = record.bytes.find(was)) != std::string::npos;) {
      record.bytes.replace(at, was.size(), is);
    }
    desk.vault.records[record.id] = record.bytes;
    return record.bytes;
  };
  const std::string bytes = put("some day");
  desk.reload_and_unlock();
  REQUIRE(desk.state().days.closures.size() == 1);
  desk.press(app::TurnClosure{0, true});
  CHECK(desk.state().trouble);
  CHECK_FALSE(desk.state().days.closures[0].on);
  CHECK(desk.vault.records[app::closures_record({}).id] == bytes);
  put("2026-07-08");
  desk.reload_and_unlock();
  desk.press(app::TurnClosure{0, true});
  CHECK(desk.state().days.closures[0].on);
}
