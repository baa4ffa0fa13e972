// The calendar page, and the calendar file that a device writes again and again.
#include <doctest/doctest.h>

#include "desk.h"

using app::DownloadCalendar;
using app::Page;
using app::ShowMonth;

namespace {

struct AtCalendar : fakes::Desk {
  AtCalendar() {
    fakes::set_up_with(*this, fakes::small_policy());
    fakes::raise_small(*this);
    id = state().case_id;
  }
  std::string file(const DownloadCalendar& wanted = {}) {
    files.downloads.clear();
    press(wanted);
    REQUIRE(files.downloads.size() == 1);
    return files.downloads.begin()->second;
  }
  const casework::CaseOpened& opened() const { return state().cases.front().opened.fact; }
  std::string id;
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the calendar opens at this month and is turned from there") {
  AtCalendar desk;
  desk.press(ShowMonth{});
  CHECK(desk.state().page == Page::kCalendar);
  const calendar::Date now = desk.state().month;
  CHECK(now == calendar::uk_date(desk.state().now));
  desk.press(ShowMonth{ShowMonth::Which::kAfter});
  CHECK(desk.state().month.month() != now.month());
  desk.press(ShowMonth{ShowMonth::Which::kBefore});
  CHECK(desk.state().month.month() == now.month());
  CHECK(desk.session->address().route == "calendar");
}

TEST_CASE("a calendar file names nobody unless asked, and its numbers outlive the session") {
  AtCalendar desk;
  const std::string first = desk.file();
  CHECK(has(first, "BEGIN:VEVENT"));
  CHECK(has(first, desk.opened().reference));
  CHECK_FALSE(has(first, desk.opened().subject.name));
  CHECK(has(first, "SEQUENCE:0"));
  CHECK(desk.files.downloads.count("deadlines.ics") == 1);
  const DownloadCalendar named{DownloadCalendar::Of::kAllCases, true};
  CHECK(has(desk.file(named), desk.opened().subject.name));
  desk.reload_and_unlock();
  const std::string again = desk.file();
  CHECK(has(again, "SEQUENCE:2"));  // without names, with names, and without once more
  CHECK_FALSE(has(again, "SEQUENCE:0"));
}

TEST_CASE("what is no longer due is cancelled in the next file, of that case too") {
  AtCalendar desk;
  desk.press(app::OpenCase{desk.id});
  CHECK_FALSE(has(desk.file({DownloadCalendar::Of::kCaseShown, false}), "STATUS:CANCELLED"));
  CHECK(desk.files.downloads.count("deadlines-" + desk.opened().reference + ".ics") == 1);
  desk.press(app::StartStep{casework::StepKind::kWithdraw, ""});
  desk.type("reason", "It was settled by telephone.");
  desk.press(app::Submit{});
  REQUIRE_FALSE(desk.state().cases.front().is_open());
  const std::string after = desk.file();
  CHECK(has(after, "STATUS:CANCELLED"));
  CHECK(has(after, "SEQUENCE:1"));
  CHECK_FALSE(has(after, "STATUS:CONFIRMED"));
}

TEST_CASE("a calendar file that could not be remembered is not written") {
  AtCalendar desk;
  desk.vault.fault = ports::VaultFault::kFull;
  desk.files.downloads.clear();
  desk.press(DownloadCalendar{});
  CHECK(desk.files.downloads.empty());
  CHECK(desk.state().trouble);
  desk.vault.fault = ports::VaultFault::kNone;
  CHECK(has(desk.file(), "SEQUENCE:0"));
}

TEST_CASE("without a deadline there is no file") {
  fakes::Desk desk;
  desk.set_up();
  desk.press(DownloadCalendar{});
  CHECK(desk.files.downloads.empty());
  CHECK(has(desk.state().toast.words, "Nothing is due"));
}
