// The picture of a procedure's stages: boxes beside each other where there is room, in one column
// where there is none.
#include <doctest/doctest.h>

#include "ui/driver.h"
#include "ui/widgets.h"

using namespace ui;

namespace {

FlowPicture forked() {
  FlowPicture picture;
  picture.boxes = {{"one", "Step 1", "Talk", "Nurse speaks to nurse", {"At once"}, 0, 0},
                   {"left", "Step 2a", "Panel", "", {}, 1, 0},
                   {"right", "Step 2b", "Scrutineer", "", {}, 1, 1}};
  picture.arrows = {{"one", "left", false}, {"one", "right", false}};
  return picture;
}

Rect drawn(const FlowPicture& picture, float width) {
  Driver ui(
      [&] {
        begin_page("flow", "Flow");
        heading(1, "Flow");
        flow_picture("flow", picture, "The steps, described below");
        end_page();
      },
      {width, 900});
  CHECK(ui.semantics().audit().empty());
  const Rect rect = ui.get(Role::kImage, "The steps, described below").rect;
  // Every line and letter of it lies within it.
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
    for (const ImDrawVert& vertex : list->VtxBuffer) {
      if (vertex.pos.y < rect.y + 1 || vertex.pos.y > rect.y + rect.h - 1) continue;
      CHECK(vertex.pos.x >= rect.x - 2);
      CHECK(vertex.pos.x <= rect.x + rect.w + 2);
    }
  }
  return rect;
}

}  // namespace

TEST_CASE("boxes of a row stand beside each other when there is room, else in one column") {
  const Rect wide = drawn(forked(), 1280), narrow = drawn(forked(), 320);
  CHECK(wide.h < narrow.h);
  CHECK(narrow.w <= 320);
  FlowPicture column = forked();
  column.boxes[2].row = 2;
  column.boxes[2].column = 0;
  column.arrows[1] = {"left", "right", false};
  CHECK(drawn(column, 1280).h > wide.h);
}

TEST_CASE("a way past a box has room of its own at the left, a shared time at the right") {
  const Rect plain = drawn(forked(), 320);
  FlowPicture direct = forked();
  direct.arrows.push_back({"one", "left", true});
  drawn(direct, 320);
  FlowPicture shared = forked();
  shared.spans = {{{"one", "left"}, "Steps 1 and 2a together: within five working days"}};
  CHECK(drawn(shared, 320).h > plain.h);
}

TEST_CASE("arrows and brackets that name no box are left out") {
  FlowPicture picture = forked();
  picture.arrows.push_back({"one", "nowhere", false});
  picture.spans = {{{"nowhere"}, "Never"}};
  const Rect plain = drawn(forked(), 1280), faulty = drawn(picture, 1280);
  CHECK(plain.h == faulty.h);
}
