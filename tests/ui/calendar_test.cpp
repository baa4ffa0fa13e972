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

// How many points the day's box is drawn with.
size_t corners(Driver& ui, std::string_view day) {
  const Rect box = ui.get(Role::kLink, day).rect;
  size_t points = 0;
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
    for (const ImDrawVert& each : list->VtxBuffer) {
      points += each.pos.x > box.x && each.pos.x < box.x + box.w && each.pos.y > box.y &&
                each.pos.y < box.y + box.h;
    }
  }
  return points;
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
  ui.press(Role::kLink, "Month before");
  CHECK(screen.take<app::ShowMonth>()->which == app::ShowMonth::Which::kBefore);
  ui.press(Role::kLink, "Month after");
  CHECK(screen.take<app::ShowMonth>()->which == app::ShowMonth::Which::kAfter);
  ui.press(Role::kLink, "This month");
  CHECK(screen.take<app::ShowMonth>()->which == app::ShowMonth::Which::kNow);
}

TEST_CASE("what is overdue is said in words and has another shape") {
  Screen screen = calendar_of_one();
  screen.show();
  const size_t round = corners(*screen.ui, kDue);
  screen.state.now = invented::at(invented::date(2026, 4, 9));
  screen.state.home = {app::row_of(screen.state, 0)};
  screen.show();
  // Square corners need fewer points than round ones; the day's frame and words are the same.
  CHECK(corners(*screen.ui, "Tuesday 7 April 2026, one deadline, one overdue") < round);
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
  std::vector<Rect> cells;
  for (const Node& node : ui.nodes()) {
    if (node.role == Role::kCell) cells.push_back(node.rect);
  }
  REQUIRE(cells.size() == 35);
  for (size_t i = 0; i < cells.size(); ++i) {
    CHECK(cells[i].x >= 0);
    CHECK(cells[i].x + cells[i].w <= 320);
    if (i % 7 == 0) continue;
    CHECK(cells[i].y == cells[i - 1].y);
    CHECK(cells[i].x >= cells[i - 1].x + cells[i - 1].w);
  }
}
