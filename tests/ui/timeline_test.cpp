// The line of time and the ladder: what is drawn lies within them, and zooming and moving end at
// the line's ends.
#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include "ui/driver.h"
#include "ui/gallery.h"
#include "ui/widgets.h"

using namespace ui;

namespace {

Timeline line_of(int days, size_t today) {
  Timeline line;
  for (int i = 0; i < days; ++i) {
    const std::string label = i % 30 == 8 ? "June" : std::to_string(i);
    line.days.push_back({label, label, i % 7 >= 5});
  }
  line.bars = {{"Stage 1", 0, 4, false}, {"Stage 2", 4, 9, true}};
  line.marks = {{1, "Discussion", false, false}, {9, "Stage 2 ends", true, true}};
  line.today = today;
  return line;
}

auto page(const Timeline& line) {
  return [&line] {
    begin_page("time", "Time");
    heading(1, "Time");
    timeline("time", line, "Stage 2 is late.");
    end_page();
  };
}

bool useless(Driver& ui, const char* name) {
  return ui.get(Role::kButton, name).disabled;
}

// Letters and shapes, as far as a picture's height goes; the window is taller than the page.
size_t vertices_beside(const Rect& rect) {
  size_t beside = 0;
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
    for (const ImDrawVert& vertex : list->VtxBuffer) {
      if (vertex.pos.y < rect.y + 1 || vertex.pos.y > rect.y + rect.h - 1) continue;
      beside += vertex.pos.x < rect.x - 3 || vertex.pos.x > rect.x + rect.w + 3;
    }
  }
  return beside;
}

// The quads of letters: they alone have a picture of their own in the font's texture.
std::vector<ImRect> letters_in(const Rect& rect) {
  std::vector<ImRect> letters;
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
    for (int i = 0; i + 5 < list->IdxBuffer.Size; i += 3) {
      const ImDrawVert& one = list->VtxBuffer[list->IdxBuffer[i]];
      const ImDrawVert& other = list->VtxBuffer[list->IdxBuffer[i + 2]];
      const bool quad = list->IdxBuffer[i] == list->IdxBuffer[i + 3] &&
                        list->IdxBuffer[i + 2] == list->IdxBuffer[i + 4];
      if (!quad || one.uv.x == other.uv.x || one.uv.y == other.uv.y) continue;
      if (one.pos.y < rect.y || other.pos.y > rect.y + rect.h) continue;
      letters.push_back(ImRect(one.pos, other.pos));
    }
  }
  return letters;
}

}  // namespace

TEST_CASE("a line that fits is shown whole: there is nothing to move to") {
  const Timeline line = line_of(30, 10);
  Driver ui(page(line));
  CHECK(ui.semantics().audit().empty());
  CHECK(ui.has(Role::kImage, "Stage 2 is late."));
  for (const char* name : {"Earlier", "Later", "Wider"}) CHECK(useless(ui, name));
  CHECK_FALSE(useless(ui, "Closer"));
  CHECK(ui.context().next_frame_ms() == -1);
  ui.press(Role::kButton, "Closer");
  CHECK_FALSE(useless(ui, "Wider"));
  ui.press(Role::kButton, "Wider");
  CHECK(useless(ui, "Wider"));
  ui.press(Role::kButton, "Wider");  // nothing, and nothing is left over
  CHECK_FALSE(ui.semantics().has_pending_actions());
}

TEST_CASE("the keys of each button are told") {
  const Timeline line = line_of(30, 10);
  Driver ui(page(line));
  CHECK(ui.get(Role::kButton, "Earlier").keys == "ArrowLeft");
  CHECK(ui.get(Role::kButton, "Later").keys == "ArrowRight");
  CHECK(ui.get(Role::kButton, "Closer").keys == "Plus");
  CHECK(ui.get(Role::kButton, "Wider").keys == "Minus");
  const NodeId group = ui.get(Role::kGroup, "Timeline").id;
  CHECK(ui.get(Role::kButton, "Wider").parent == group);
}

TEST_CASE("a long line begins around today and ends at its ends") {
  const Timeline line = line_of(1000, 500);
  Driver ui(page(line));
  for (const char* name : {"Earlier", "Later", "Closer", "Wider"}) CHECK_FALSE(useless(ui, name));
  int presses = 0;
  while (!useless(ui, "Earlier") && ++presses < 50) ui.press(Role::kButton, "Earlier");
  CHECK(presses > 1);
  CHECK(presses < 50);
  for (presses = 0; !useless(ui, "Later") && presses < 50; ++presses) {
    ui.press(Role::kButton, "Later");
  }
  CHECK(presses < 50);
  for (presses = 0; !useless(ui, "Closer") && presses < 50; ++presses) {
    ui.press(Role::kButton, "Closer");
  }
  CHECK(presses < 50);
  for (presses = 0; !useless(ui, "Wider") && presses < 50; ++presses) {
    ui.press(Role::kButton, "Wider");
  }
  CHECK(presses < 50);
  CHECK(useless(ui, "Earlier"));
}

TEST_CASE("the pointer moves a line, and today returns when it is moved back") {
  const Timeline line = line_of(1000, 500);
  Driver ui(page(line));
  for (int i = 0; i < 40; ++i) ui.press(Role::kButton, "Earlier");
  REQUIRE(useless(ui, "Earlier"));
  const Rect rect = ui.get(Role::kImage, "Stage 2 is late.").rect;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(rect.x + 400, rect.y + 40);
  ui.settle();
  io.AddMouseButtonEvent(0, true);
  ui.settle();
  io.AddMousePosEvent(rect.x + 100, rect.y + 40);
  ui.settle();
  io.AddMouseButtonEvent(0, false);
  ui.settle();
  CHECK_FALSE(useless(ui, "Earlier"));
}

TEST_CASE("nothing is drawn beside a line or a ladder, at any width and scale") {
  for (const Display& display : {Display{1280, 3000}, Display{320, 3000}, Display{1280, 9000, 4},
                                 Display{390, 3000, 1, 2}}) {
    CAPTURE(display.width);
    const Timeline line = line_of(40, 10);
    Driver ui(
        [&] {
          begin_page("time", "Time");
          heading(1, "Time");
          timeline("time", line, "Stage 2 is late.");
          ladder_picture("ladder",
                         {{"Stage 2", "Line managers", "Friday 10 April 2026", false},
                          {"Stage 3", "Heads of service", "Tuesday 14 April 2026", true}},
                         "Two stages are left.");
          end_page();
        },
        display);
    CHECK(ui.semantics().audit().empty());
    for (const char* name : {"Stage 2 is late.", "Two stages are left."}) {
      const Rect rect = ui.get(Role::kImage, name).rect;
      CHECK(rect.x >= 0);
      CHECK(rect.x + rect.w <= display.width);
      if (std::string(name) == "Two stages are left.") CHECK(vertices_beside(rect) == 0);
    }
    for (const Node& node : ui.nodes()) CHECK(node.rect.x + node.rect.w <= display.width + 1);
  }
}

TEST_CASE("words on a line never meet: what has no room is left out") {
  Timeline line = line_of(60, 20);
  for (size_t day = 3; day < 45; day += 2) {
    line.marks.push_back({day, "What happened that day", false, false});
    line.marks.push_back({day, "Deadline", true, false});
  }
  for (const float width : {320.0f, 1280.0f}) {
    CAPTURE(width);
    Driver ui(page(line), {width, 3000});
    const std::vector<ImRect> letters = letters_in(ui.get(Role::kImage, "Stage 2 is late.").rect);
    CHECK(letters.size() > 20);
    size_t met = 0;
    for (size_t i = 0; i < letters.size(); ++i) {
      for (size_t j = i + 1; j < letters.size(); ++j) {
        ImRect both = letters[i];
        both.ClipWith(letters[j]);
        met += both.GetWidth() > 2 && both.GetHeight() > 2;
      }
    }
    CHECK(met == 0);
  }
}

TEST_CASE("a line without days, marks or bars draws, and so does one of a single day") {
  Timeline line;
  Driver ui(page(line));
  CHECK_FALSE(ui.has(Role::kImage, "Stage 2 is late."));
  line.days = {{"1 April 2026", "1 Apr", false}};
  ui.context().wake();
  ui.settle();
  CHECK(ui.has(Role::kImage, "Stage 2 is late."));
  CHECK(useless(ui, "Closer"));
}
