// Newer bank holidays brought as a file, days when the agency is closed, and a folder that changed:
// kept, and every deadline worked out anew.
#include <doctest/doctest.h>

#include "app/find.h"
#include "app/stored.h"
#include "days_files.h"
#include "desk.h"

using namespace fakes;

namespace {

using app::Page;
using calendar::date;
using calendar::Date;

// A case whose concern arose on that day; its first stage lasts two working days.
void raise_on(Desk& desk, const char* day, const char* month, const char* year) {
  desk.answer_raise("northmoor", "north", {"worried"});
  desk.date("concern_arose", day, month, year);
  desk.press(app::RaiseCase{});
  REQUIRE(desk.state().page == Page::kCase);
}

// At work on 2 April 2026 with a case of 1 April: Thu 2 (1), Good Friday, Easter Monday, Tue 7 (2).
void at_work(Desk& desk) {
  set_up_with(desk, small_policy());
  desk.clock.time = invented::at(date(2026, 4, 2), 10);
  raise_small(desk);
}

// As the case has it and as home has it, which are the same.
casework::RunningClock due(Desk& desk) {
  REQUIRE(desk.state().home.size() == 1);
  REQUIRE(desk.state().home.front().next);
  const casework::RunningClock& row = *desk.state().home.front().next;
  const casework::Case& open = desk.state().cases.front();
  const casework::Setting setting = desk.state().setting(*desk.state().policy_of(open), open);
  const std::vector<casework::RunningClock> clocks = casework::clocks(open, setting);
  REQUIRE_FALSE(clocks.empty());
  CHECK(clocks.front().deadline.last_day == row.deadline.last_day);
  return row;
}
Date due_on(Desk& desk) {
  return due(desk).deadline.last_day;
}

void pick_days(Desk& desk, const std::string& text) {
  desk.files.picked = {"bank-holidays.json", text};
  desk.press(app::PickHolidays{});
}
void bring(Desk& desk, const base::Json& days) {
  pick_days(desk, days.dump());
  REQUIRE(desk.state().page == Page::kImportHolidays);
  REQUIRE(desk.state().picked_holidays);
  REQUIRE(desk.state().picked_holidays->errors.empty());
  desk.press(app::KeepPickedHolidays{});
}

void add_closure(Desk& desk, const char* label, const char* day) {
  desk.press(app::AddClosure{});
  REQUIRE(desk.state().page == Page::kClosure);
  desk.type("label", label);
  desk.date("first", day, "4", "2026");
  desk.press(app::SaveClosure{});
}

void put_days(Desk& desk, const base::Json& days) {
  desk.files.instead[kFolderDays] = days.dump();
}

std::string why(Desk& desk) {
  const casework::Case& open = desk.state().cases.front();
  return casework::in_words(
      casework::explain(due(desk), desk.state().setting(*desk.state().policy_of(open), open)));
}

}  // namespace

TEST_CASE("a file that is brought makes a provisional deadline firm, also after a reload") {
  Desk desk;
  set_up_with(desk, small_policy());
  desk.clock.time = invented::at(date(2028, 12, 29), 10);
  raise_on(desk, "29", "12", "2028");
  CHECK(due(desk).deadline.provisional);
  CHECK(due_on(desk) == date(2029, 1, 2));
  desk.clock.time = invented::at(date(2029, 1, 1), 10);
  pick_days(desk, with_2029(shipped_days()).dump());
  CHECK(desk.files.accepted == ".json");
  REQUIRE(desk.state().page == Page::kImportHolidays);
  CHECK(due(desk).deadline.provisional);  // looked at only
  const size_t records = desk.vault.records.size();
  desk.press(app::KeepPickedHolidays{});
  CHECK(desk.state().page == Page::kWorkingDays);
  CHECK_FALSE(desk.state().success.empty());
  CHECK_FALSE(desk.state().picked_holidays);
  CHECK(desk.vault.records.size() == records + 1);
  for (const bool again : {false, true}) {
    CAPTURE(again);
    if (again) desk.reload_and_unlock();
    CHECK_FALSE(desk.state().trouble);
    REQUIRE(desk.state().days.brought.size() == 1);
    CHECK(desk.state().days.brought[0].name == "bank-holidays.json");
    CHECK(desk.state().days.brought[0].since == invented::at(date(2029, 1, 1), 10));
    CHECK_FALSE(due(desk).deadline.provisional);
    CHECK(due_on(desk) == date(2029, 1, 3));  // Monday is New Year's Day
    CHECK(due(desk).reckoning.moved);
  }
  CHECK(app::stored(desk.state()).holiday_files == 1);
}

TEST_CASE("a file that is forgotten is asked about, and its days go with it") {
  Desk desk;
  at_work(desk);
  const auto records = desk.vault.records;
  bring(desk, with_days(shipped_days(), {{"2026-04-07", "An extra day"}}));
  CHECK(due_on(desk) == date(2026, 4, 8));
  desk.press(app::ForgetHolidays{1});  // there is none
  CHECK_FALSE(desk.state().question);
  desk.press(app::ForgetHolidays{0});
  REQUIRE(desk.state().question);
  CHECK(desk.state().question->text.find("2 April 2026") != std::string::npos);
  desk.press(app::Answer{false});
  CHECK(desk.state().days.brought.size() == 1);
  desk.press(app::ForgetHolidays{0});
  desk.press(app::Answer{true});
  CHECK(desk.state().days.brought.empty());
  CHECK(due_on(desk) == date(2026, 4, 7));
  CHECK(desk.vault.records == records);
}

TEST_CASE("a file that others go on from cannot go before them") {
  Desk desk;
  at_work(desk);
  bring(desk, with_2029(shipped_days()));
  desk.clock.time = invented::at(date(2026, 4, 2), 11);
  bring(desk, only_year("2030"));
  desk.press(app::ForgetHolidays{0});
  desk.press(app::Answer{true});
  CHECK(desk.state().days.brought.size() == 2);
  REQUIRE(desk.state().trouble);
  desk.press(app::ForgetHolidays{1});
  desk.press(app::Answer{true});
  desk.press(app::ForgetHolidays{0});
  desk.press(app::Answer{true});
  CHECK(desk.state().days.brought.empty());
}

TEST_CASE("what changes nothing, or is no list of bank holidays, is not kept") {
  Desk desk;
  at_work(desk);
  const auto records = desk.vault.records;
  pick_days(desk, from_year(shipped_days(), "2024").dump());
  CHECK(desk.state().page == Page::kImportHolidays);
  desk.press(app::KeepPickedHolidays{});
  CHECK(desk.state().page == Page::kImportHolidays);
  pick_days(desk, "<html>");
  REQUIRE(desk.state().picked_holidays);
  CHECK_FALSE(desk.state().picked_holidays->errors.empty());
  desk.press(app::KeepPickedHolidays{});
  CHECK(desk.state().days.brought.empty());
  CHECK(desk.vault.records == records);
}

TEST_CASE("a file that could not be kept changes no deadline") {
  Desk desk;
  at_work(desk);
  pick_days(desk, with_days(shipped_days(), {{"2026-04-07", "An extra day"}}).dump());
  desk.vault.fault = ports::VaultFault::kFull;
  desk.press(app::KeepPickedHolidays{});
  CHECK(desk.state().page == Page::kImportHolidays);
  REQUIRE(desk.state().trouble);
  CHECK(due_on(desk) == date(2026, 4, 7));
  desk.vault.fault = ports::VaultFault::kNone;
  desk.press(app::KeepPickedHolidays{});
  CHECK(due_on(desk) == date(2026, 4, 8));
}

TEST_CASE("closed days count until they are turned on, and again when they are turned off") {
  Desk desk;
  at_work(desk);
  const auto records = desk.vault.records.size();
  add_closure(desk, " Training day ", "2");
  CHECK(desk.state().page == Page::kWorkingDays);
  REQUIRE(desk.state().days.closures.size() == 1);
  CHECK(desk.state().days.closures[0] ==
        calendar::ClosureDays{"Training day", date(2026, 4, 2), date(2026, 4, 2), false});
  CHECK(due_on(desk) == date(2026, 4, 7));
  const std::string before = desk.state().home.front().due;
  const int page = desk.state().page_serial;
  desk.press(app::TurnClosure{0, true});
  CHECK(desk.state().page_serial == page);  // what was pressed keeps the focus
  CHECK(desk.state().toast.words.find("Training day") != std::string::npos);
  CHECK(due_on(desk) == date(2026, 4, 8));
  CHECK(desk.state().home.front().due != before);
  CHECK(why(desk).find("Training day") != std::string::npos);
  desk.reload_and_unlock();
  CHECK(due_on(desk) == date(2026, 4, 8));
  CHECK_FALSE(due(desk).reckoning.moved);  // they are not news
  CHECK(app::stored(desk.state()).closures == 1);
  desk.press(app::TurnClosure{0, false});
  CHECK(due_on(desk) == date(2026, 4, 7));
  desk.press(app::TurnClosure{7, true});  // there is none
  desk.press(app::ForgetClosure{7});
  CHECK_FALSE(desk.state().question);
  desk.press(app::ForgetClosure{0});
  REQUIRE(desk.state().question);
  CHECK(desk.state().question->title.find("Training day") != std::string::npos);
  desk.press(app::Answer{true});
  CHECK(desk.state().days.closures.empty());
  CHECK(desk.vault.records.size() == records);
}

TEST_CASE("what is wrong with closed days is told beside its field") {
  Desk desk;
  at_work(desk);
  using Keys = std::vector<std::string>;
  desk.press(app::AddClosure{});
  desk.press(app::SaveClosure{});
  CHECK(desk.keys_of_errors() == Keys{"label", "first"});
  desk.type("label", "Summer");
  desk.date("first", "31", "6", "2026");
  desk.date("last", "1", "7", "");
  desk.press(app::SaveClosure{});
  CHECK(desk.keys_of_errors() == Keys{"first", "last.year"});
  desk.date("first", "3", "7", "2026");
  desk.date("last", "2", "7", "2026");
  desk.press(app::SaveClosure{});
  CHECK(desk.keys_of_errors() == Keys{"last"});
  desk.date("first", "3", "7", "1850");
  desk.date("last", "", "", "");
  desk.press(app::SaveClosure{});
  CHECK(desk.keys_of_errors() == Keys{"first"});
  CHECK(desk.state().days.closures.empty());
  desk.date("first", "3", "7", "2026");
  desk.date("last", "6", "7", "2026");
  desk.press(app::SaveClosure{});
  REQUIRE(desk.state().days.closures.size() == 1);
  CHECK(desk.state().days.closures[0].last == date(2026, 7, 6));
}

TEST_CASE("closed days that are half written are kept, and home leads back to them") {
  Desk desk;
  at_work(desk);
  desk.press(app::AddClosure{});
  desk.type("label", "Training day");
  desk.press(app::Lock{});
  desk.reload_and_unlock();
  REQUIRE(desk.state().half_written.size() == 1);
  CHECK(desk.state().half_written[0].title == "Add days when you are closed");
  CHECK(desk.state().half_written[0].about == "Training day");
  desk.press(app::ResumeDraft{desk.state().half_written[0].key});
  CHECK(desk.state().page == Page::kClosure);
  CHECK(desk.state().draft.get("label") == "Training day");
  const int page = desk.session->address().serial;
  desk.date("first", "2", "4", "2026");
  desk.press(app::SaveClosure{});
  CHECK(desk.state().days.closures.size() == 1);
  desk.session->return_to(page, "settings/working-days/closed");
  CHECK(desk.state().page == Page::kClosure);
  CHECK(desk.state().draft.get("label").empty());
}

TEST_CASE("a folder whose days have changed: what moved says so, also the next time") {
  Desk desk;
  put_days(desk, with_day_moved(shipped_days(), "2026-04-03", "2026-11-30"));
  at_work(desk);
  CHECK(due_on(desk) == date(2026, 4, 3));
  CHECK_FALSE(due(desk).reckoning.moved);
  put_days(desk, shipped_days());
  desk.clock.time = invented::at(date(2026, 4, 3), 10);
  for (int times = 0; times < 3; ++times) {
    CAPTURE(times);
    desk.reload_and_unlock();
    CHECK(due_on(desk) == date(2026, 4, 7));
    REQUIRE(desk.state().days.formerly.size() == 1);
    REQUIRE(due(desk).reckoning.moved);
    CHECK(due(desk).reckoning.moved->before.last_day == date(2026, 4, 3));
    CHECK(due(desk).reckoning.moved->known == invented::at(date(2026, 4, 3), 10));
    CHECK(why(desk).find("Until 3 April 2026 it ended on Friday 3 April 2026") !=
          std::string::npos);
    desk.clock.time.ms += 60'000;
  }
}

TEST_CASE("a folder that only words a title otherwise, or cannot be read, has not changed") {
  Desk desk;
  at_work(desk);
  base::Json worded = shipped_days();
  worded[kDivision]["events"][0]["title"] = "The first of January";
  put_days(desk, worded);
  desk.reload_and_unlock();
  CHECK(desk.state().days.formerly.empty());
  CHECK(desk.keeps("The first of January"));
  desk.files.instead[kFolderDays] = "{";
  desk.reload_and_unlock();
  CHECK(desk.state().days.formerly.empty());
  CHECK(desk.keeps("The first of January"));
}

TEST_CASE("of the folder’s former days the latest five are remembered") {
  Desk desk;
  at_work(desk);
  for (const char* day : {"2026-06-01", "2026-06-02", "2026-06-03", "2026-06-04", "2026-06-05",
                          "2026-06-08", "2026-06-09"}) {
    put_days(desk, with_days(shipped_days(), {{day, "Extra"}}));
    desk.clock.time.ms += 60'000;
    desk.reload_and_unlock();
  }
  REQUIRE(desk.state().days.formerly.size() == 5);
  const auto& oldest = desk.state().days.formerly.front().divisions.at(kDivision);
  CHECK(oldest.on(date(2026, 6, 2)));
  CHECK(desk.state().days.formerly.back().divisions.at(kDivision).on(date(2026, 6, 8)));
}

TEST_CASE("a newer calendar in the folder is laid over the one that is there") {
  Desk desk;
  desk.files.instead["policies/index.json"] =
      R"({"format":1,"calendar":"calendars/bank-holidays.json",)"
      R"("newer_calendars":["calendars/newer.json"],"policies":["northmoor.json"]})";
  desk.files.instead["policies/northmoor.json"] = small_policy_text();
  desk.files.instead["policies/calendars/newer.json"] =
      from_year(with_2029(shipped_days()), "2027").dump();
  desk.start();
  CHECK(desk.state().policy_errors.empty());
  const calendar::HolidaySet& days = desk.state().days.divisions.at(kDivision);
  CHECK(days.first_year() == 2019);
  CHECK(days.last_year() == 2029);
  CHECK(desk.state().days.told_by.at(kDivision).at(2029) == 1);
}

TEST_CASE("a trial has the days of this device, and keeps none of its own") {
  Desk desk;
  at_work(desk);
  bring(desk, with_2029(shipped_days()));
  const auto records = desk.vault.records;
  desk.press(app::StartTrial{});
  CHECK(desk.state().days.divisions.at(kDivision).last_year() == 2029);
  add_closure(desk, "Tried", "2");
  desk.session->tick();
  CHECK(desk.state().days.closures.size() == 1);
  desk.press(app::EndTrial{});
  desk.press(app::Answer{true});
  REQUIRE_FALSE(desk.state().trial);
  CHECK(desk.state().days.closures.empty());
  CHECK(desk.vault.records == records);
}

TEST_CASE("the pages of days have addresses; without a file the address leads to working days") {
  Desk desk;
  at_work(desk);
  pick_days(desk, with_2029(shipped_days()).dump());
  const app::Address file = desk.session->address();
  CHECK(file.route == "settings/working-days/file");
  desk.press(app::AddClosure{});
  CHECK(desk.session->address().route == "settings/working-days/closed");
  desk.session->return_to(file.serial, *file.route);
  CHECK(desk.state().page == Page::kImportHolidays);
  desk.press(app::KeepPickedHolidays{});
  desk.session->return_to(file.serial, *file.route);
  CHECK(desk.state().page == Page::kWorkingDays);
  desk.session->return_to(-1, "settings/working-days/file");
  CHECK(desk.state().page == Page::kWorkingDays);
  desk.session->return_to(-1, "settings/working-days/closed");
  CHECK(desk.state().page == Page::kClosure);
}

TEST_CASE("Find leads to a newer file and to closed days") {
  Desk desk;
  at_work(desk);
  const auto first = [&](const char* typed) {
    const std::vector<app::Found> all = app::found(desk.state(), typed);
    REQUIRE_MESSAGE(!all.empty(), typed);
    return all.front();
  };
  CHECK(std::holds_alternative<app::PickHolidays>(first("newer").command));
  CHECK(std::holds_alternative<app::AddClosure>(first("training day").command));
  CHECK(std::holds_alternative<app::AddClosure>(first("closed").command));
}

TEST_CASE("without an open vault no days are brought or added") {
  Desk desk;
  desk.start();
  pick_days(desk, with_2029(shipped_days()).dump());
  desk.press(app::AddClosure{});
  CHECK(desk.state().page == Page::kWelcome);
  CHECK_FALSE(desk.state().picked_holidays);
}
