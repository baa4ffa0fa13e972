// The calendar: a month as a picture and as a list, by pointer and by keyboard, at every width.
#include <doctest/doctest.h>

#include "app/home.h"
#include "ui/month_grid.h"
#include "ui/screens.h"

using namespace ui;
using app::Page;

namespace {

// One case raised on 1 April 2026: its discussion is due on Tuesday 7 April.
Screen calendar_of_one() {
  Screen screen(Page::kCalendar);
  screen.open_case();
  screen.state.home = {app::row_of(screen.state, 0)};
  screen.state.month = calendar::date(2026, 4, 1);
  return screen;
}

constexpr auto kDue = "Tuesday 7 April 2026, one deadline";

}  // namespace

TEST_CASE("a day with a deadline is a link to it, and the list beneath says the same") {
  Screen screen = calendar_of_one();
  check_fits(screen);
  Driver& ui = screen.show();
  CHECK(ui.says("April 2026: one deadline."));
  CHECK(ui.has(Role::kLink, kDue));
  CHECK(ui.says("Friday 3 April 2026, Good Friday"));
  CHECK(ui.says("Wednesday 1 April 2026, today"));
  CHECK(ui.has(Role::kHeading, "Tuesday 7 April 2026"));
  ui.press(Role::kLink, kDue);
  CHECK(ui.semantics().focus() == ui.get(Role::kHeading, "Tuesday 7 April 2026").id);
  const std::string name = screen.state.home[0].subject + " · " + screen.state.home[0].reference;
  ui.press(Role::kLink, name.c_str());
  CHECK(screen.take<app::OpenCase>()->case_id == invented::kCaseId);
}

TEST_CASE("months are turned, and an empty one says so") {
  Screen screen = calendar_of_one();
  screen.state.month = calendar::date(2026, 6, 1);
  Driver& ui = screen.show();
  CHECK(ui.says("Nothing is due in June 2026."));
  CHECK_FALSE(ui.has(Role::kLink, kDue));
  ui.press(Role::kButton, "Month before");
  CHECK(screen.take<app::ShowMonth>()->which == app::ShowMonth::Which::kBefore);
  ui.press(Role::kButton, "Month after");
  CHECK(screen.take<app::ShowMonth>()->which == app::ShowMonth::Which::kAfter);
  ui.press(Role::kButton, "This month");
  CHECK(screen.take<app::ShowMonth>()->which == app::ShowMonth::Which::kNow);
}

TEST_CASE("what is overdue is said in words and has another shape") {
  Screen screen = calendar_of_one();
  screen.state.now = invented::at(invented::date(2026, 4, 9));
  screen.state.home = {app::row_of(screen.state, 0)};
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kLink, "Tuesday 7 April 2026, one deadline, one overdue"));
}

TEST_CASE("what is overdue from earlier months is told, and home shows it") {
  Screen screen = calendar_of_one();
  screen.state.now = invented::at(invented::date(2026, 5, 5));
  screen.state.home = {app::row_of(screen.state, 0)};
  screen.state.month = calendar::date(2026, 5, 1);
  Driver& ui = screen.show();
  CHECK(ui.says("Nothing is due in May 2026."));
  CHECK(ui.says("One deadline of earlier months is overdue."));
  ui.press(Role::kLink, "See what is overdue");
  CHECK(screen.take<app::ShowCases>()->filter == app::CaseFilter::kOverdue);
  screen.state.month = calendar::date(2026, 4, 1);
  CHECK_FALSE(screen.show().says("earlier months"));
}

TEST_CASE("a calendar file that could not be written is told") {
  Screen screen = calendar_of_one();
  screen.state.trouble = {"The file is not saved", "Nothing was lost.", "Try again."};
  CHECK(screen.show().says("The file is not saved"));
}

TEST_CASE("a day is large enough to press on a phone, and seven stand side by side") {
  Screen screen = calendar_of_one();
  Driver& ui = screen.show({320, 700});
  const Rect day = ui.get(Role::kLink, kDue).rect;
  CHECK(day.h >= 44);
  CHECK(day.w >= 36);
  size_t cells = 0;
  for (const Node& node : ui.nodes()) {
    cells += node.role == Role::kCell ? 1 : 0;
    CHECK(node.rect.x + node.rect.w <= 321);
  }
  CHECK(cells == 35);
}
