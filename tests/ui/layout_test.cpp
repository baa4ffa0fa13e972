// Reflow: nothing leaves the page at its sides, at any pixel ratio and text size.
#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>

#include "ui/driver.h"
#include "ui/gallery.h"
#include "ui/widgets.h"

using namespace ui;

namespace {

// What was drawn: the rightmost and leftmost vertex of all draw lists but the clipped.
struct Extent {
  float left = 1e9f, right = -1e9f;
};

Extent text_extent() {
  Extent extent;
  for (ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      for (unsigned i = 0; i < command.ElemCount; ++i) {
        const ImDrawVert& vertex =
            list->VtxBuffer[static_cast<int>(command.VtxOffset) +
                            list->IdxBuffer[static_cast<int>(command.IdxOffset + i)]];
        if (vertex.pos.x < command.ClipRect.x - 1 || vertex.pos.x > command.ClipRect.z + 1)
          continue;
        extent.left = std::min(extent.left, vertex.pos.x);
        extent.right = std::max(extent.right, vertex.pos.x);
      }
    }
  }
  return extent;
}

}  // namespace

TEST_CASE("nothing exceeds 320 CSS pixels") {
  for (const float ratio : {1.0f, 1.5f, 3.0f}) {
    for (const float scale : {1.0f, 2.0f}) {
      for (const char* part : {"", "errors", "cards"}) {
        CAPTURE(ratio);
        CAPTURE(scale);
        CAPTURE(part);
        Driver ui([part] { gallery_view(part); }, {320 * ratio, 640 * ratio, ratio, scale});
        for (const Node& node : ui.nodes()) {
          CAPTURE(node.name);
          CHECK(node.rect.x >= 0);
          CHECK(node.rect.x + node.rect.w <= 320 * ratio);
        }
        const Extent extent = text_extent();
        CHECK(extent.right > 250 * ratio);
        CHECK(extent.right <= 320 * ratio + 1);
      }
    }
  }
}

TEST_CASE("a word longer than the page is cut by character, in every widget that shows words") {
  const std::string word(20'000, 'm');
  Driver ui(
      [&word] {
        begin_page("long", word);
        heading(1, word);
        paragraph(word);
        inset(word);
        tag(word, TagKind::kDue);
        button("b", word);
        same_row();
        ui::link("l", word);
        bool agreed = false;
        checkbox("c", word, agreed, word);
        summary_list("s", {{word, word, "this"}});
        table("t", "Table", {{"One", 1}, {"Two", 1}}, {{word, word}});
        end_page();
      },
      {320, 640});
  for (const Node& node : ui.nodes()) CHECK(node.rect.x + node.rect.w <= 320);
  CHECK(ui.get(Role::kButton, word).rect.h > 10'000);
}

TEST_CASE("two columns stand side by side when wide and fold when narrow") {
  const auto draw = [] {
    begin_page("columns", "Columns");
    heading(1, "Columns");
    begin_columns(.5f);
    paragraph("First");
    next_column();
    paragraph("Second");
    end_columns();
    paragraph("Third");
    end_page();
  };
  Driver ui(draw);
  CHECK(ui.get(Role::kText, "Second").rect.x > ui.get(Role::kText, "First").rect.x + 300);
  CHECK(ui.get(Role::kText, "Second").rect.y == ui.get(Role::kText, "First").rect.y);
  CHECK(ui.get(Role::kText, "Third").rect.y > ui.get(Role::kText, "Second").rect.y);
  CHECK(ui.get(Role::kText, "Third").rect.x == ui.get(Role::kText, "First").rect.x);
  ui.context().set_display({390, 800});
  ui.settle();
  CHECK(ui.get(Role::kText, "Second").rect.x == ui.get(Role::kText, "First").rect.x);
  CHECK(ui.get(Role::kText, "Second").rect.y > ui.get(Role::kText, "First").rect.y);
}

TEST_CASE("buttons share a row while there is room") {
  const auto draw = [] {
    begin_page("row", "Row");
    heading(1, "Row");
    button("one", "Save and continue");
    same_row();
    button("two", "Preview");
    end_page();
  };
  Driver ui(draw);
  CHECK(ui.get(Role::kButton, "Preview").rect.y ==
        ui.get(Role::kButton, "Save and continue").rect.y);
  ui.context().set_display({320, 600});
  ui.settle();
  CHECK(ui.get(Role::kButton, "Preview").rect.y >
        ui.get(Role::kButton, "Save and continue").rect.y);
}

TEST_CASE("targets are at least 44 CSS pixels high, at any pixel ratio") {
  for (const float ratio : {1.0f, 1.5f, 3.0f}) {
    Driver ui([] { gallery_view(""); }, {390 * ratio, 800 * ratio, ratio});
    CHECK(ui.get(Role::kButton, "Save and continue").rect.h >= 44 * ratio);
    CHECK(ui.get(Role::kTextField, "Your name").rect.h >= 44 * ratio);
    CHECK(ui.get(Role::kRadio, "Teacher").rect.h >= 40 * ratio);
  }
}

TEST_CASE("a DOM field is told the type size that matches the drawn words") {
  Driver ui([] { gallery_view("questions"); });
  CHECK(ui.context().field_font_css_px() == doctest::Approx(19).epsilon(0.03));
  ui.context().set_display({390 * 3, 800 * 3, 3});
  ui.settle();
  CHECK(ui.context().field_font_css_px() == doctest::Approx(16).epsilon(0.03));
  ui.context().set_display({1280, 800, 1, 2});
  ui.settle();
  CHECK(ui.context().field_font_css_px() == doctest::Approx(38).epsilon(0.03));
}

TEST_CASE("two columns begin level, whatever margins their first blocks have") {
  const auto draw = [] {
    begin_page("columns", "Columns");
    heading(1, "Columns");
    begin_columns(.5f);
    std::string value;
    text_area("area", "What was said?", value);
    next_column();
    heading(2, "Help");
    heading(2, "More");
    end_columns();
    end_page();
  };
  Driver ui(draw);
  const float field = ui.get(Role::kTextArea, "What was said?").rect.y;
  const Rect help = ui.get(Role::kHeading, "Help").rect;
  const Rect more = ui.get(Role::kHeading, "More").rect;
  CHECK(help.y + help.h - field < 6);  // as high as the label above the field, in larger type
  CHECK(more.y - (help.y + help.h) > 30);
  ui.set_draw([] {
    begin_page("parts", "Parts");
    heading(1, "Parts");
    begin_columns(.5f);
    heading(2, "What to do now");
    next_column();
    heading(2, "You can also");
    end_columns();
    begin_columns(.5f);
    heading(2, "You");
    next_column();
    paragraph("Goes on each record");
    end_columns();
    heading(2, "Last");
    end_page();
  });
  const auto at = [&](Role role, const char* name) { return ui.get(role, name).rect; };
  const Rect title = at(Role::kHeading, "Parts"), now = at(Role::kHeading, "What to do now");
  CHECK(now.y - (title.y + title.h) >= 40);  // as apart as any heading of a part
  CHECK(at(Role::kHeading, "You can also").y == now.y);
  CHECK(at(Role::kText, "Goes on each record").y == at(Role::kHeading, "You").y);
  ui.set_draw(draw);
  ui.context().set_display({390, 800});
  ui.settle();
  const Rect area = ui.get(Role::kTextArea, "What was said?").rect;
  CHECK(ui.get(Role::kHeading, "Help").rect.y - (area.y + area.h) > 20);
}
