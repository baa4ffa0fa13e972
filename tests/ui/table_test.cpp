// Sorted tables: headings that sort, pages, and blocks where there is no room for columns.
#include <doctest/doctest.h>

#include <set>

#include "ui/drawing.h"
#include "ui/driver.h"
#include "ui/widgets.h"

using namespace ui;

namespace {

struct Cases {
  size_t count = 120;
  size_t sorted_by = 0;
  bool descending = false;
  std::string of;
  TablePress pressed;
  std::set<size_t> asked;

  void draw() {
    begin_page("cases", "Cases");
    heading(1, "Cases");
    TableSource source;
    source.count = count;
    source.row = [this](size_t i) {
      asked.insert(i);
      const std::string number = std::to_string(i + 1);
      return TableRow{number, {"Case " + number, "Stage 1", number + " days"}};
    };
    source.sorted_by = sorted_by;
    source.descending = descending;
    source.of = of;
    const TablePress press =
        sorted_table("cases", "All cases", {{"Child", 2}, {"Stage"}, {"Time left"}}, source);
    if (press.row >= 0 || press.column >= 0) pressed = press;
    end_page();
  }
};

Sort sort_of(Driver& ui, const char* column) {
  return ui.get(Role::kColumnHeader, column).sort;
}

}  // namespace

TEST_CASE("a heading says how the rows are sorted and asks for another order") {
  Cases cases;
  Driver ui([&] { cases.draw(); });
  CHECK(ui.semantics().audit().empty());
  CHECK(sort_of(ui, "Child") == Sort::kAscending);
  CHECK(sort_of(ui, "Stage") == Sort::kCan);
  CHECK(ui.get(Role::kButton, "Stage").parent == ui.get(Role::kColumnHeader, "Stage").id);
  SUBCASE("by keyboard") {
    ui.press(Role::kButton, "Time left");
  }
  SUBCASE("by mouse") {
    ui.click(Role::kButton, "Time left");
  }
  CHECK(cases.pressed.column == 2);
  CHECK(cases.pressed.row == -1);
  cases.sorted_by = 2;
  cases.descending = true;
  ui.context().wake();
  ui.settle();
  CHECK(sort_of(ui, "Time left") == Sort::kDescending);
  CHECK(sort_of(ui, "Child") == Sort::kCan);
}

TEST_CASE("only the rows of the page shown are asked for; another order starts from the first") {
  Cases cases;
  Driver ui([&] { cases.draw(); });
  CHECK(cases.asked.size() == 25);
  CHECK(ui.has(Role::kText, "Page 1 of 5"));
  cases.asked.clear();
  ui.press(Role::kLink, "Next");
  CHECK(ui.has(Role::kText, "Page 2 of 5"));
  CHECK(ui.semantics().focus() == ui.get(Role::kTable, "All cases").id);
  CHECK(*cases.asked.rbegin() == 49);
  ui.press(Role::kLink, "Case 26");
  CHECK(cases.pressed.row == 25);  // counted from the table's start
  CHECK(ui.get(Role::kLink, "Case 26").rect.h >= 44);
  CHECK(ui.get(Role::kTable, "All cases").level == 121);  // with those of the other pages

  SUBCASE("sorted by another column") {
    cases.sorted_by = 1;
  }
  SUBCASE("turned round") {
    cases.descending = true;
  }
  SUBCASE("of something else") {
    cases.of = "closed";
  }
  ui.context().wake();
  ui.settle();
  CHECK(ui.has(Role::kText, "Page 1 of 5"));
}

TEST_CASE("narrow, each row is a block and a select has the columns to sort by") {
  Cases cases;
  cases.count = 3;
  Driver ui([&] { cases.draw(); }, {320, 800});
  CHECK(ui.semantics().audit().empty());
  CHECK_FALSE(ui.has(Role::kButton, "Time left"));
  CHECK(sort_of(ui, "Child") == Sort::kAscending);
  CHECK(ui.get(Role::kSelect, "Sort by").value == "Child");
  const Rect child = ui.get(Role::kLink, "Case 2").rect;
  float below = 0;
  for (const Node& node : ui.nodes()) {
    CHECK(node.rect.x + node.rect.w <= 321);
    if (node.role == Role::kCell && node.value == "2 days") below = node.rect.y;
  }
  CHECK(below > child.y + 44);
  ui.choose("Sort by", "Stage");
  CHECK(cases.pressed.column == 1);
  cases.pressed = {};
  ui.press(Role::kButton, "Reverse the order");
  CHECK(cases.pressed.column == 0);  // the same column again: the other way round
  ui.press(Role::kLink, "Case 3");
  CHECK(cases.pressed.row == 2);
}

TEST_CASE("narrow, a column without a value takes no room, and keeps its cell") {
  float heights[2] = {};
  for (const bool due : {true, false}) {
    Driver ui(
        [&] {
          begin_page("plain", "Plain");
          heading(1, "Plain");
          table("plain", "Plain", {{"Case"}, {"Due"}}, {{"Case 1", due ? "Today" : ""}});
          end_page();
        },
        {150, 800});
    size_t cells = 0;
    for (const Node& node : ui.nodes()) {
      if (node.role == Role::kRow && node.level == 2) heights[due ? 0 : 1] = node.rect.h;
      cells += node.role == Role::kCell ? 1 : 0;
    }
    CHECK(cells == 1);
  }
  const float line = 20;  // of the smallest body text
  CHECK(heights[0] > heights[1] + 2 * line);
}

TEST_CASE("no word of a heading is cut, however small its column's share") {
  for (const float width : {700.0f, 560.0f, 480.0f}) {
    CAPTURE(width);
    Driver ui(
        [] {
          begin_page("plain", "Plain");
          heading(1, "Plain");
          table("plain", "Plain", {{"Case", 20}, {"Responsibilities", 1}}, {{"a", "b"}});
          end_page();
        },
        {width, 800});
    const TextStyle bold = body_style(Face::kBold);
    const Rect heading = ui.get(Role::kColumnHeader, "Responsibilities").rect;
    CHECK(heading.w >= wrap("Responsibilities", bold, 1e9f).width);
    CHECK(heading.h == doctest::Approx(bold.line_px));
    CHECK(heading.x + heading.w <= width);
  }
}

TEST_CASE("a plain table has nothing to press") {
  Driver ui([] {
    begin_page("plain", "Plain");
    heading(1, "Plain");
    table("plain", "Plain", {{"One"}, {"Two"}}, {{"a", "b"}});
    end_page();
  });
  CHECK(ui.get(Role::kColumnHeader, "One").sort == Sort::kNo);
  for (const Node& node : ui.nodes()) CHECK(node.role != Role::kButton);
}
