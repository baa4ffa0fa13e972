// The page: focus, errors, scrolling, sleep.
#include <doctest/doctest.h>
#include <imgui.h>

#include "ui/driver.h"
#include "ui/gallery.h"
#include "ui/widgets.h"

using namespace ui;

namespace {

struct Screen {
  std::string page = "one", title = "One";
  std::vector<FieldError> errors;
  bool ask_summary = false;
  std::string name, role;
  DateFields held;
  int rows = 0;

  void draw() {
    begin_page(page, title, errors);
    if (ask_summary) focus_error_summary();
    ask_summary = false;
    error_summary();
    heading(1, title);
    for (int i = 0; i < rows; ++i) paragraph("Line " + std::to_string(i));
    text_field("name", "Your name", name);
    date_field("held", "When?", held);
    radios("role", "Your role", {{"t", "Teacher", ""}, {"n", "Nurse", ""}}, role);
    button("end", "The end");
    end_page();
  }
};

bool in_view(const Node& node, const Display& display) {
  return node.rect.y >= 0 && node.rect.y + node.rect.h <= display.height;
}

}  // namespace

TEST_CASE("a new page takes the focus to its heading and starts at its top") {
  Screen screen;
  screen.rows = 60;
  Driver ui([&] { screen.draw(); });
  CHECK(ui.semantics().focus() == ui.get(Role::kHeading, "One").id);
  CHECK(ui.semantics().page_title() == "One – Common Ground");
  ui.focus(Role::kButton, "The end");
  CHECK(in_view(ui.get(Role::kButton, "The end"), ui.context().display()));
  CHECK(ui.get(Role::kHeading, "One").rect.y < 0);
  CHECK(ui.get(Role::kHeading, "One").clipped);

  screen.title = "One, reworded";  // the same page: focus and place are kept
  ui.frames();
  CHECK(ui.semantics().focus() == ui.get(Role::kButton, "The end").id);

  screen.page = "two";
  ui.context().wake();
  ui.settle();
  CHECK(ui.semantics().focus() == ui.get(Role::kHeading, "One, reworded").id);
  CHECK(in_view(ui.get(Role::kHeading, "One, reworded"), ui.context().display()));
}

TEST_CASE("the skip link moves the focus past the bar") {
  Screen screen;
  Driver ui([&] { screen.draw(); });
  ui.focus(Role::kLink, "Skip to main content");
  ui.press(Role::kLink, "Skip to main content");
  CHECK(ui.semantics().focus() == ui.get(Role::kHeading, "One").id);
}

TEST_CASE("errors: summary takes the focus once, its links lead to the fields") {
  Screen screen;
  Driver ui([&] { screen.draw(); });
  CHECK_FALSE(ui.has(Role::kAlert, "There is a problem"));
  screen.errors = {{"name", "Enter your name"},
                   {"held.month", "The date must include a month"},
                   {"role", "Choose your role"}};
  screen.ask_summary = true;
  ui.context().wake();
  ui.settle();
  CHECK(ui.semantics().page_title() == "Error: One – Common Ground");
  CHECK(ui.semantics().focus() == ui.get(Role::kAlert, "There is a problem").id);

  CHECK(ui.get(Role::kTextField, "Your name").invalid);
  CHECK(ui.get(Role::kTextField, "Your name").description == "Error: Enter your name");
  CHECK(ui.get(Role::kTextField, "Month").invalid);
  CHECK_FALSE(ui.get(Role::kTextField, "Day").invalid);

  ui.press(Role::kLink, "Enter your name");
  CHECK(ui.semantics().focus() == ui.get(Role::kTextField, "Your name").id);
  ui.press(Role::kLink, "The date must include a month");
  CHECK(ui.semantics().focus() == ui.get(Role::kTextField, "Month").id);
  ui.click(Role::kLink, "Choose your role");
  CHECK(ui.semantics().focus() == ui.get(Role::kRadio, "Teacher").id);
  ui.context().wake();
  ui.settle();
  CHECK(ui.semantics().focus() ==
        ui.get(Role::kRadio, "Teacher").id);  // the summary takes it once only
}

TEST_CASE("Undo and Redo stand beside the back link, or beneath it where both do not fit") {
  const auto draw = [] {
    TopBar bar;
    bar.page_actions = {{"undo", "Undo", ""}, {"redo", "Redo", ""}};
    set_top_bar(bar);
    begin_page("step", "Step");
    back_link("Back to the answers");
    heading(1, "Step");
    end_page();
  };
  for (const float text : {1.0f, 1.5f, 2.0f}) {
    for (const float width : {320.0f, 390.0f, 1280.0f}) {
      CAPTURE(text);
      CAPTURE(width);
      Display display{width, 800};
      display.text_scale = text;
      Driver ui(draw, display);
      const Rect back = ui.get(Role::kLink, "Back to the answers").rect;
      const Rect undo = ui.get(Role::kLink, "Undo").rect, redo = ui.get(Role::kLink, "Redo").rect;
      const bool beside = undo.x >= back.x + back.w;
      CHECK((beside || undo.y >= back.y + back.h));
      CHECK(redo.x + redo.w <= width);
      CHECK(ui.get(Role::kHeading, "Step").rect.y >= redo.y + redo.h);
      if (width > 400) CHECK(beside);
    }
  }
}

TEST_CASE("off-screen nodes are there, clipped, and can be pressed") {
  int pressed = 0;
  Driver ui(
      [&] {
        begin_page("long", "Long");
        heading(1, "Long");
        for (int i = 0; i < 80; ++i) paragraph("Line " + std::to_string(i));
        pressed += button("end", "The end");
        end_page();
      },
      {800, 400});
  CHECK(ui.get(Role::kButton, "The end").clipped);
  CHECK_FALSE(ui.get(Role::kHeading, "Long").clipped);
  ui.press(Role::kButton, "The end");
  CHECK(pressed == 1);
  const float before = ui.get(Role::kHeading, "Long").rect.y;
  ui.context().scroll_by(0, 50);
  ui.context().scroll_by(0, 50);
  ui.settle();
  CHECK(ui.get(Role::kHeading, "Long").rect.y == doctest::Approx(before - 100));
  ImGui::GetIO().AddMousePosEvent(400, 200);
  ImGui::GetIO().AddMouseWheelEvent(0, -1);
  ui.settle();
  CHECK(ui.get(Role::kHeading, "Long").rect.y < before - 100);
}

TEST_CASE("at rest within five frames, after anything") {
  Driver ui([] { gallery_view(""); });
  CHECK(ui.context().next_frame_ms() == -1);
  ui.semantics().activate(ui.get(Role::kCheckbox, "Both sides agree with this record").id);
  CHECK(ui.context().next_frame_ms() == 0);
  CHECK(ui.settle() <= 5);
  ImGui::GetIO().AddMousePosEvent(200, 200);
  CHECK(ui.context().next_frame_ms() == 0);
  CHECK(ui.settle() <= 5);
  ui.semantics().focused(ui.get(Role::kTextField, "Days agreed").id);
  CHECK(ui.context().next_frame_ms() == 0);
  ui.settle();
  Display display = ui.context().display();
  display.width = 700;
  ui.context().set_display(display);
  CHECK(ui.context().next_frame_ms() == 0);
  CHECK(ui.settle() <= 5);
}

TEST_CASE("nothing moves under a pointer that is down: a press near the edge is not lost") {
  Driver ui([&] {
    begin_page("long", "Long");
    heading(1, "Long");
    for (int i = 0; i < 80; ++i) paragraph("Line " + std::to_string(i));
    button("end", "The end");
    end_page();
  });
  const float before = ui.get(Role::kButton, "The end").rect.y;
  ui.semantics().set_pointer_held(true);
  ui.focus(Role::kButton, "The end");
  CHECK(ui.get(Role::kButton, "The end").rect.y == before);
  ui.semantics().set_pointer_held(false);
  ui.context().wake();
  ui.settle();
  CHECK(ui.get(Role::kButton, "The end").rect.y ==
        before);  // nor afterwards: it was seen to be pressed

  ui.focus(Role::kHeading, "Long");
  ui.focus(Role::kButton, "The end");  // by keyboard
  CHECK(ui.get(Role::kButton, "The end").rect.y < before);
}
