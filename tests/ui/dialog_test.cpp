// What lies over the page: a question that must be answered, a message that goes by itself.
#include <doctest/doctest.h>
#include <imgui.h>

#include "ui/screens.h"
#include "ui/widgets.h"

using namespace ui;

namespace {

struct Asking {
  bool open = false;
  int answer = 0, behind = 0;
  std::string text = "The other side is told.";
  std::string page = "case";

  void draw() {
    begin_page(page, "Case");
    heading(1, page == "case" ? "Case" : "Withdrawn");
    if (page == "case" && button("withdraw", "Withdraw")) open = true;
    behind += button("behind", "Behind");
    for (int i = 0; i < 60; ++i) paragraph("Line " + std::to_string(i));
    if (open) {
      answer = dialog("sure", "Withdraw this case?", text, "Withdraw it", "Keep it",
                      ButtonKind::kWarning);
      if (answer != 0) open = false;
    }
    end_page();
  }
};

struct Telling {
  int serial = 0;
  std::string words = "Recorded";
  bool acted = false;

  void draw() {
    begin_page("page", "Page");
    heading(1, "Page");
    button("first", "First");
    for (int i = 0; i < 60; ++i) paragraph("Line " + std::to_string(i));
    button("last", "Last");
    end_page();
    if (serial > 0 && toast(serial, words, "Undo")) acted = true;  // as the application: after it
  }
  void tell(Driver& ui) {
    ++serial;
    ui.context().wake();
    ui.settle();
  }
};

}  // namespace

TEST_CASE("a dialog takes the focus and gives it back to what had it") {
  Asking asking;
  Driver ui([&] { asking.draw(); });
  ui.focus(Role::kButton, "Withdraw");
  ui.press(Role::kButton, "Withdraw");
  const Node& box = ui.get(Role::kDialog, "Withdraw this case?");
  CHECK(box.description == "The other side is told.");
  CHECK(ui.semantics().audit().empty());
  CHECK(ui.semantics().focus() == ui.get(Role::kHeading, "Withdraw this case?").id);
  CHECK(ui.context().next_frame_ms() == -1);
  for (const char* name : {"Withdraw it", "Keep it"}) {
    CHECK(ui.get(Role::kButton, name).parent == box.id);
    CHECK(ui.get(Role::kButton, name).rect.h >= 44);
  }
  CHECK(ui.get(Role::kButton, "Keep it").keys == "Escape");
  CHECK(ui.get(Role::kButton, "Withdraw it").keys.empty());

  SUBCASE("confirmed") {
    ui.press(Role::kButton, "Withdraw it");
    CHECK(asking.answer == 1);
  }
  SUBCASE("cancelled") {
    ui.click(Role::kButton, "Keep it");
    CHECK(asking.answer == -1);
  }
  CHECK_FALSE(ui.has(Role::kDialog, "Withdraw this case?"));
  CHECK(ui.semantics().focus() == ui.get(Role::kButton, "Withdraw").id);
}

TEST_CASE("after a dialog that led elsewhere the focus is on the new page's heading") {
  Asking asking;
  Driver ui([&] {
    asking.draw();
    if (asking.answer == 1) asking.page = "gone";
  });
  ui.focus(Role::kButton, "Withdraw");
  ui.press(Role::kButton, "Withdraw");
  ui.press(Role::kButton, "Withdraw it");
  CHECK(ui.semantics().focus() == ui.get(Role::kHeading, "Withdrawn").id);
}

TEST_CASE("behind a dialog nothing is pressed by mouse and nothing scrolls") {
  Asking asking;
  Driver ui([&] { asking.draw(); });
  asking.open = true;
  ui.context().wake();
  ui.settle();
  const Rect behind = ui.get(Role::kButton, "Behind").rect;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(behind.x + 4, behind.y + 4);
  ui.settle();
  io.AddMouseButtonEvent(0, true);
  io.AddMouseButtonEvent(0, false);
  ui.settle();
  CHECK(asking.behind == 0);
  ui.context().scroll_by(0, 100);
  ui.settle();
  CHECK(ui.get(Role::kButton, "Behind").rect.y == behind.y);
  ui.press(Role::kButton, "Keep it");
  ui.context().scroll_by(0, 100);
  ui.settle();
  CHECK(ui.get(Role::kButton, "Behind").rect.y == behind.y - 100);
}

TEST_CASE("a dialog taller than the window scrolls by itself, to what has the focus too") {
  Asking asking;
  for (int i = 0; i < 40; ++i) asking.text += " It goes on, and on.";
  Driver ui([&] { asking.draw(); }, {320, 400});
  asking.open = true;
  ui.context().wake();
  ui.settle();
  const Rect box = ui.get(Role::kDialog, "Withdraw this case?").rect;
  CHECK(box.x >= 0);
  CHECK(box.x + box.w <= 320);
  CHECK(box.h > 400);
  CHECK(ui.get(Role::kHeading, "Withdraw this case?").rect.y > 0);
  CHECK(ui.context().scroll_below() > 0);
  ui.context().scroll_by(0, 60);
  ui.settle();
  CHECK(ui.get(Role::kDialog, "Withdraw this case?").rect.y == box.y - 60);
  ui.focus(Role::kButton, "Keep it");
  const Rect last = ui.get(Role::kButton, "Keep it").rect;
  CHECK(last.y >= 0);
  CHECK(last.y + last.h <= 400);
}

TEST_CASE("a message is announced, and goes after eight seconds without a frame between") {
  Telling telling;
  Driver ui([&] { telling.draw(); });
  CHECK(ui.context().next_frame_ms() == -1);
  telling.tell(ui);
  CHECK(ui.semantics().audit().empty());
  const NodeId first = ui.get(Role::kStatus, "Recorded").id;
  CHECK(ui.semantics().find(ui.get(Role::kStatus, "Recorded").parent)->role == Role::kRegion);
  CHECK(ui.context().next_frame_ms() > 7000);
  CHECK(ui.context().next_frame_ms() <= 8000);
  ui.pass(7);
  CHECK(ui.has(Role::kStatus, "Recorded"));
  ui.pass(1.5f);
  CHECK_FALSE(ui.has(Role::kStatus, "Recorded"));
  CHECK(ui.context().next_frame_ms() == -1);

  telling.tell(ui);  // the same words again are another message
  CHECK(ui.get(Role::kStatus, "Recorded").id != first);
}

TEST_CASE("a message stays while the focus or the pointer is on it") {
  Telling telling;
  Driver ui([&] { telling.draw(); });
  telling.tell(ui);
  SUBCASE("focus") {
    ui.focus(Role::kButton, "Undo");
    ui.pass(60);
    CHECK(ui.has(Role::kStatus, "Recorded"));
    CHECK(ui.context().next_frame_ms() == -1);
    ui.focus(Role::kButton, "First");
  }
  SUBCASE("pointer") {
    const Rect rect = ui.get(Role::kStatus, "Recorded").rect;
    ImGui::GetIO().AddMousePosEvent(rect.x + 5, rect.y + 5);
    ui.settle();
    ui.pass(60);
    CHECK(ui.has(Role::kStatus, "Recorded"));
    CHECK(ui.context().next_frame_ms() == -1);
    ImGui::GetIO().AddMousePosEvent(5, 5);
    ui.settle();
  }
  ui.pass(7);
  CHECK(ui.has(Role::kStatus, "Recorded"));
  ui.pass(1.5f);
  CHECK_FALSE(ui.has(Role::kStatus, "Recorded"));
}

TEST_CASE("a message's action acts once; it and Close take it away and give the focus back") {
  Telling telling;
  Driver ui([&] { telling.draw(); });
  ui.focus(Role::kButton, "First");
  telling.tell(ui);
  CHECK(ui.semantics().focus() == ui.get(Role::kButton, "First").id);  // it takes none itself
  ui.focus(Role::kButton, "Undo");
  SUBCASE("action") {
    ui.press(Role::kButton, "Undo");
    CHECK(telling.acted);
  }
  SUBCASE("close") {
    ui.click(Role::kButton, "Close this message");
    CHECK_FALSE(telling.acted);
  }
  CHECK_FALSE(ui.has(Role::kStatus, "Recorded"));
  CHECK(ui.semantics().focus() == ui.get(Role::kButton, "First").id);
}

TEST_CASE("a message covers nothing that has the focus, and fits a narrow window") {
  Telling telling;
  telling.words = "The discussion of 27 March 2026 is on the record of the case.";
  Driver ui([&] { telling.draw(); }, {320, 500});
  telling.tell(ui);
  for (const Node& node : ui.nodes()) CHECK(node.rect.x + node.rect.w <= 320);
  for (const char* name : {"Undo", "Close this message"}) {
    CHECK(ui.get(Role::kButton, name).rect.h >= 44);
  }
  const Rect message = ui.get(Role::kRegion, "Message").rect;
  CHECK(message.y + message.h <= 500);
  CHECK(ui.get(Role::kStatus, telling.words).rect.y >= message.y);
  ui.focus(Role::kButton, "Last");
  const Rect last = ui.get(Role::kButton, "Last").rect;
  CHECK(last.y + last.h <= message.y);
}

TEST_CASE("a question of the application is in front of its page, and Escape says no") {
  Screen screen(app::Page::kProcedure, {known(northmoor(), app::KnownPolicy::Origin::kImported)});
  screen.state.question = {"Remove this file?", "You need it to add it again.", "Remove it",
                           "Keep it"};
  check_fits(screen);
  Driver& ui = *screen.ui;
  CHECK(ui.get(Role::kDialog, "Remove this file?").description == "You need it to add it again.");
  CHECK(ui.semantics().focus() == ui.get(Role::kHeading, "Remove this file?").id);
  CHECK(ui.get(Role::kButton, "Keep it").keys == "Escape");
  SUBCASE("no") {
    ui.press(Role::kButton, "Keep it");
    const auto answer = screen.take<app::Answer>();
    REQUIRE(answer);
    CHECK_FALSE(answer->yes);
  }
  SUBCASE("yes") {
    ui.press(Role::kButton, "Remove it");
    const auto answer = screen.take<app::Answer>();
    REQUIRE(answer);
    CHECK(answer->yes);
  }
  screen.state.question.reset();
  ui.context().wake();
  ui.settle();
  CHECK_FALSE(ui.has(Role::kDialog, "Remove this file?"));
}
