// Tabs, and the small widgets that tell how far one is: steps, progress, tasks, nothing there yet.
#include <doctest/doctest.h>

#include <optional>

#include "ui/driver.h"
#include "ui/test_page.h"
#include "ui/widgets.h"

using namespace ui;

namespace {

int count(Driver& ui, Role role) {
  int found = 0;
  for (const Node& node : ui.nodes()) found += node.role == role;
  return found;
}

const std::vector<Option> kPanels = {
    {"now", "What to do now", ""}, {"people", "People", ""}, {"history", "History", ""}};

}  // namespace

TEST_CASE("one panel is shown: that of the tab chosen, which says so") {
  std::string chosen = "now";
  int changes = 0;
  Driver ui(test_page([&] {
    changes += tabs("case", "The case", kPanels, chosen);
    begin_tab_panel("case");
    paragraph("Panel of " + chosen);
    end_tab_panel();
  }));
  CHECK(ui.semantics().audit().empty());
  CHECK(ui.has(Role::kTabList, "The case"));
  CHECK(ui.get(Role::kTab, "What to do now").checked);
  CHECK(ui.get(Role::kTabPanel, "What to do now").id ==
        ui.get(Role::kTab, "What to do now").controls);
  CHECK(ui.get(Role::kText, "Panel of now").parent == ui.get(Role::kTabPanel, "What to do now").id);

  SUBCASE("by keyboard") {
    ui.press(Role::kTab, "People");
  }
  SUBCASE("by mouse") {
    ui.click(Role::kTab, "People");
  }
  CHECK(changes == 1);
  CHECK(chosen == "people");
  CHECK(ui.get(Role::kTab, "People").checked);
  CHECK_FALSE(ui.get(Role::kTab, "What to do now").checked);
  CHECK(ui.get(Role::kTab, "What to do now").controls == 0);  // its panel is not there
  CHECK(count(ui, Role::kTabPanel) == 1);
  CHECK(ui.has(Role::kTabPanel, "People"));
  ui.press(Role::kTab, "People");
  CHECK(changes == 1);  // the same again is no change
}

TEST_CASE("tabs stand beside one another, or all under one another, and can be hit") {
  std::string chosen = "people";
  for (const float width : {1280.0f, 320.0f}) {
    Driver ui(test_page([&] {
                tabs("case", "The case", kPanels, chosen);
                begin_tab_panel("case");
                paragraph("Words");
                end_tab_panel();
              }),
              {width, 800});
    const Rect first = ui.get(Role::kTab, "What to do now").rect;
    const Rect last = ui.get(Role::kTab, "History").rect;
    CHECK((first.y == last.y) == (width > 700));
    CHECK(ui.get(Role::kTabList, "The case").vertical == (width < 700));
    for (const Option& each : kPanels) {
      const Rect rect = ui.get(Role::kTab, each.label).rect;
      CHECK(rect.h >= 44);
      CHECK(rect.x >= 0);
      CHECK(rect.x + rect.w <= width);
    }
    CHECK(ui.get(Role::kText, "Words").rect.y >= last.y + last.h);
  }
}

TEST_CASE("tabs move closer to one another before they go under one another") {
  const std::vector<Option> panels = {
      {"prompts", "Prompts", ""}, {"facts", "Facts and opinions", ""}, {"rule", "Procedure", ""}};
  std::string chosen = "facts";
  bool stacked = false;
  float narrowest = 1280;
  for (float width = 700; !stacked && width > 300; width -= 10) {
    Driver ui(test_page([&] { tabs("aid", "Help", panels, chosen); }), {width, 800});
    stacked = ui.get(Role::kTabList, "Help").vertical;
    if (stacked) break;
    narrowest = width;
    const Rect list = ui.get(Role::kTabList, "Help").rect;
    const Rect last = ui.get(Role::kTab, "Procedure").rect;
    CHECK(last.x + last.w <= list.x + list.w + 1);
    CHECK(last.y == ui.get(Role::kTab, "Prompts").rect.y);
  }
  CHECK(stacked);
  CHECK(narrowest <= 440);  // their words and little more
}

TEST_CASE("a tab outside a tab list is a fault") {
  Driver ui(test_page([] {}));
  ui.semantics().begin_frame();
  ui.semantics().add(7, Role::kTab, "Alone", {});
  CHECK(ui.semantics().audit().size() == 1);
  ui.semantics().end_frame();
}

TEST_CASE("steps are one sentence, with names beside each other or without") {
  const std::vector<std::string> names = {"Procedure", "Child", "Scope", "Check"};
  float heights[2] = {0, 0};
  int i = 0;
  for (const float width : {1280.0f, 320.0f}) {
    Driver ui(test_page([&] { stepper("steps", names, 2); }), {width, 800});
    const Node& node = ui.get(Role::kText, "Question 3 of 4: Scope");
    CHECK(node.rect.x + node.rect.w <= width);
    heights[i++] = node.rect.h;
    CHECK_FALSE(ui.has(Role::kText, "Child"));  // not a list of things
    CHECK(count(ui, Role::kLink) == 1);         // the skip link
  }
  CHECK(heights[0] > 0);
  Driver ui(test_page([&] { stepper("steps", names, 4); }));
  CHECK_FALSE(ui.says("Question"));
}

TEST_CASE("progress tells its share when it is known, and is at rest meanwhile") {
  float share = .424f;
  bool stopped = false;
  Driver ui(test_page(
      [&] { stopped = progress("import", "Reading 42 cases", share, "Stop") || stopped; }));
  CHECK(ui.get(Role::kProgress, "Reading 42 cases").value == "42");
  CHECK(ui.context().next_frame_ms() == -1);
  // Announced when it comes, and not with every step: the live region stays what it was.
  const Node said = ui.get(Role::kStatus, "Reading 42 cases");
  share = .7f;
  ui.context().wake();
  ui.settle();
  CHECK(ui.get(Role::kProgress, "Reading 42 cases").value == "70");
  CHECK(ui.get(Role::kStatus, "Reading 42 cases").id == said.id);
  CHECK(ui.get(Role::kStatus, "Reading 42 cases").value == said.value);
  share = -1;
  ui.context().wake();
  ui.settle();
  CHECK(ui.get(Role::kProgress, "Reading 42 cases").value.empty());
  CHECK(ui.context().next_frame_ms() == -1);
  ui.press(Role::kButton, "Stop");
  CHECK(stopped);
  ui.set_draw(test_page([] { progress("import", "Reading", 1.7f, ""); }));
  CHECK(ui.get(Role::kProgress, "Reading").value == "100");
  CHECK_FALSE(ui.has(Role::kButton, "Stop"));
}

TEST_CASE("tasks: the title leads there, what cannot be done is text") {
  const std::vector<Task> tasks = {
      {"talk", "Record the discussion", "", "Done", TagKind::kDone, true},
      {"notice", "Fill in the notice", "Four questions left", "To do", TagKind::kDue, true},
      {"meet", "Meet", "", "Cannot start yet", TagKind::kNeutral, false}};
  for (const float width : {1280.0f, 320.0f}) {
    CAPTURE(width);
    int pressed = -1;
    Driver ui(test_page([&] {
                const int row = task_list("tasks", "To do", tasks);
                if (row >= 0) pressed = row;
              }),
              {width, 900});
    CHECK(ui.semantics().audit().empty());
    CHECK(count(ui, Role::kListItem) == 3);
    CHECK(ui.get(Role::kLink, "Fill in the notice").description == "Four questions left");
    CHECK(ui.get(Role::kLink, "Fill in the notice").rect.h >= 44);
    CHECK_FALSE(ui.has(Role::kLink, "Meet"));
    CHECK(ui.has(Role::kText, "Meet"));
    const Rect title = ui.get(Role::kText, "Meet").rect;
    const Rect state = ui.get(Role::kText, "Cannot start yet").rect;
    CHECK((state.y > title.y + title.h - 1) == (width < 700));
    ui.press(Role::kLink, "Fill in the notice");
    CHECK(pressed == 1);
    pressed = -1;
    ui.click(Role::kLink, "Record the discussion");
    CHECK(pressed == 0);
    for (const Node& node : ui.nodes()) CHECK(node.rect.x + node.rect.w <= width + 1);
  }
}

TEST_CASE("nothing there yet: why, and the one thing to do") {
  bool pressed = false;
  Driver ui(test_page([&] {
    pressed = empty_state("none", "No cases yet", "You have raised none.", "Raise one") || pressed;
    empty_state("quiet", "Nothing is due", "All is done.");
  }));
  CHECK(ui.semantics().audit().empty());
  CHECK(ui.get(Role::kHeading, "No cases yet").level == 2);
  CHECK(count(ui, Role::kButton) == 1);
  ui.press(Role::kButton, "Raise one");
  CHECK(pressed);
}
