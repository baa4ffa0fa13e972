// Bringing newer bank holidays and adding closed days, by role and name.
#include <doctest/doctest.h>

#include "app/days_files.h"
#include "ui/screens.h"

using namespace ui;
using app::Page;
using fakes::holiday_file;
using fakes::kDivision;
using fakes::shipped_days;
using invented::date;

namespace {

const calendar::Instant kNow = invented::at(date(2026, 4, 1));
constexpr auto kStop = "Stop using this file: “bank-holidays.json”, kept on 1 April 2026 at 9am";

// What the folder has, and 2029 from a file that was kept.
struct DaysScreen : Screen {
  explicit DaysScreen(Page page) : Screen(page) {
    app::HolidayFile supplied = holiday_file(shipped_days());
    supplied.name = "policies/calendars/bank-holidays.json";
    state.days.supplied = {supplied};
    app::count_days(state.days);
  }
  void bring_2029() {
    state.days.brought = {
        holiday_file(fakes::with_2029(fakes::from_year(shipped_days(), "2028")), kNow)};
    app::count_days(state.days);
  }
  void pick(const std::string& text) {
    state.page = Page::kImportHolidays;
    state.picked_holidays =
        app::look_at_holidays("from-gov-uk.json", text.size(), text, state.days, kNow);
  }
};

}  // namespace

TEST_CASE("working days say which years come from where") {
  DaysScreen screen(Page::kWorkingDays);
  Driver& ui = screen.show();
  CHECK(ui.says("2019 to 2028"));
  CHECK(ui.says("Supplied with Common Ground"));
  CHECK_FALSE(ui.has(Role::kLink, kStop));
  screen.bring_2029();
  check_fits(screen);
  Driver& with = screen.show();
  CHECK(with.says("2019 to 2027"));
  CHECK(with.says("2028 to 2029"));
  CHECK(with.says("“bank-holidays.json”, kept on 1 April 2026"));
  CHECK(with.says("They are known up to 31 December 2029."));
  with.press(Role::kLink, kStop);
  CHECK(screen.take<app::ForgetHolidays>()->index == 0);

  app::HolidayFile newer = screen.state.days.brought.front();
  newer.name = "policies/calendars/newer.json";
  screen.state.days.supplied.push_back(newer);
  screen.state.days.brought.clear();
  app::count_days(screen.state.days);
  CHECK(screen.show().says("Supplied with Common Ground, in “newer.json”"));
}

TEST_CASE("a newer file is had from GOV.UK by the person, and picked") {
  DaysScreen screen(Page::kWorkingDays);
  Driver& ui = screen.show();
  CHECK(ui.says("https://www.gov.uk/bank-holidays.json"));
  CHECK(ui.says("fetches nothing by itself"));
  ui.press(Role::kButton, "Bring GOV.UK’s newer file");
  CHECK(screen.take<app::PickHolidays>());
}

TEST_CASE("closed days are a list, each with a switch and a way to remove it") {
  DaysScreen screen(Page::kWorkingDays);
  screen.state.days.closures = {
      {"Training day", date(2026, 7, 3), date(2026, 7, 3), true},
      {"Christmas at the office by the old harbour", date(2026, 12, 21), date(2027, 1, 1), false}};
  check_fits(screen);
  Driver& ui = screen.show();
  const char* training = "Leave out Training day, Friday 3 July 2026";
  const char* christmas =
      "Leave out Christmas at the office by the old harbour, Monday 21 December 2026 to Friday 1 "
      "January 2027";
  CHECK(ui.get(Role::kCheckbox, training).checked);
  CHECK_FALSE(ui.get(Role::kCheckbox, christmas).checked);
  CHECK(ui.says("Left out of every deadline"));
  CHECK(ui.says("Counts as a working day"));
  ui.press(Role::kCheckbox, training);
  auto turned = screen.take<app::TurnClosure>();
  REQUIRE(turned);
  CHECK(turned->index == 0);
  CHECK_FALSE(turned->on);
  ui.press(Role::kCheckbox, christmas);
  turned = screen.take<app::TurnClosure>();
  REQUIRE(turned);
  CHECK(turned->index == 1);
  CHECK(turned->on);
  ui.press(Role::kLink, "Remove Training day, Friday 3 July 2026");
  CHECK(screen.take<app::ForgetClosure>()->index == 0);
  ui.press(Role::kButton, "Add days when you are closed");
  CHECK(screen.take<app::AddClosure>());
  screen.state.page = Page::kSettings;
  CHECK(screen.show().says("2, 1 left out"));
}

TEST_CASE("a picked file: the years, the days by division, and a warning of those it takes away") {
  DaysScreen screen(Page::kWorkingDays);
  screen.pick(fakes::with_2029(shipped_days()).dump());
  check_fits(screen);
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kHeading, "What this file changes"));
  CHECK(ui.says("from-gov-uk.json"));
  CHECK(ui.says("The bank holidays of 2029 become known by it. It adds 8 days."));
  CHECK(ui.has(Role::kTable, "Changes in England and Wales"));
  CHECK_FALSE(ui.has(Role::kTable, "Changes in Scotland"));
  CHECK(ui.says("Friday 30 March 2029"));
  CHECK_FALSE(ui.says("It takes away days"));
  ui.press(Role::kButton, "Keep this file on this device");
  CHECK(screen.take<app::KeepPickedHolidays>());
  ui.press(Role::kButton, "Choose another file");
  CHECK(screen.take<app::PickHolidays>());
  ui.press(Role::kLink, "Back to working days");
  CHECK(screen.take<app::Go>()->page == Page::kWorkingDays);

  screen.pick(fakes::without_day(shipped_days(), "2022-09-19").dump());
  check_fits(screen);
  Driver& fewer = screen.show();
  CHECK(fewer.says("It takes away days that are bank holidays here now."));
  CHECK(fewer.says("No further year becomes known by it. It adds no days and takes 1 day away."));
  CHECK(fewer.says("Taken away"));
}

TEST_CASE("a picked file that changes nothing cannot be kept") {
  DaysScreen screen(Page::kWorkingDays);
  screen.pick(shipped_days().dump());
  check_fits(screen);
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kHeading, "This file changes nothing"));
  CHECK_FALSE(ui.has(Role::kButton, "Keep this file on this device"));
  CHECK(ui.has(Role::kButton, "Choose another file"));
}

TEST_CASE("a picked file that cannot be used: what it is not, and what to do") {
  DaysScreen screen(Page::kWorkingDays);
  screen.pick("<!doctype html>");
  check_fits(screen);
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kHeading, "This file cannot be used"));
  CHECK(ui.says("It is not the list of bank holidays as GOV.UK publishes it"));
  CHECK(ui.says("Nothing was kept"));
  CHECK(ui.says("https://www.gov.uk/bank-holidays.json"));
  CHECK_FALSE(ui.has(Role::kButton, "Keep this file on this device"));
  ui.press(Role::kButton, "What was found, for your IT service");
  CHECK(ui.says("from-gov-uk.json"));
  ui.press(Role::kButton, "Choose the file again");
  CHECK(screen.take<app::PickHolidays>());
  screen.pick(fakes::only_year("2035").dump());
  CHECK(screen.show().says("Between these years and those already known, 2029 is missing."));
}

TEST_CASE("closed days are asked for by name and two dates, the second of which may be left") {
  DaysScreen screen(Page::kClosure);
  check_fits(screen);
  Driver& ui = screen.show();
  ui.type("What are these days called?", "Training day");
  CHECK(screen.take<app::SetText>()->key == "label");
  ui.type_date("What is the first day?", "3", "7", "2026");
  CHECK(screen.take<app::SetText>()->key == "first.year");
  ui.type_date("What is the last day?", "6", "7", "2026");
  CHECK(screen.take<app::SetText>()->key == "last.year");
  ui.press(Role::kButton, "Add these days");
  CHECK(screen.take<app::SaveClosure>());
  ui.press(Role::kLink, "Back to working days");
  CHECK(screen.take<app::Go>()->page == Page::kWorkingDays);
  screen.state.errors = {{"label", "Enter what the days are called"},
                         {"first", "Enter the first day"}};
  ++screen.state.error_serial;
  check_fits(screen);
  Driver& wrong = screen.show();
  CHECK(wrong.has(Role::kAlert, "There is a problem"));
  CHECK(wrong.has(Role::kLink, "Enter the first day"));
}

TEST_CASE("what is kept counts the files and the closed days") {
  DaysScreen screen(Page::kStored);
  screen.bring_2029();
  screen.state.calendars_written = {
      {"one", {{"a", 0, "x", date(2026, 7, 3)}, {"b", 1, "", date(2026, 7, 3)}}},
      {"other", {{"c", 0, "y", date(2026, 7, 3)}}}};
  screen.state.days.closures = {{"A", date(2026, 7, 3), date(2026, 7, 3), true},
                                {"B", date(2026, 7, 6), date(2026, 7, 6), false}};
  Driver& ui = screen.show();
  CHECK(ui.value_of("Files of bank holidays") == "1");
  CHECK(ui.value_of("Times when you are closed") == "2");
  CHECK(ui.value_of("Deadlines written to a calendar file") == "3");
}
