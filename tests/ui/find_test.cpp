// Find: a field that has the focus, results as one types, and the keys that work everywhere.
#include <doctest/doctest.h>

#include "app/shortcuts.h"
#include "base/fold.h"
#include "ui/screens.h"

using namespace ui;
using app::Page;

namespace {

app::HomeRow row(const std::string& id, const std::string& subject) {
  app::HomeRow row;
  row.case_id = id;
  row.subject = subject;
  row.reference = "CG-7K2M-9QXD";
  row.stage = "Stage 1";
  row.searched = base::folded(row.reference + " " + subject + " " + row.stage);
  return row;
}

constexpr auto kField = "What do you want to do?";

// What the session does with what is typed.
void type(Screen& screen, const std::string& text) {
  screen.ui->type(kField, text);
  const auto find = screen.take<app::Find>();
  REQUIRE(find);
  screen.state.find = find->text;
  screen.ui->context().wake();
  screen.ui->settle();
}

}  // namespace

TEST_CASE("the field has the focus when the page opens") {
  Screen screen(Page::kFind);
  check_fits(screen);
  Driver& ui = screen.show();
  CHECK(ui.semantics().focus() == ui.get(Role::kTextField, kField).id);
  CHECK(ui.has(Role::kHeading, "Find"));
}

TEST_CASE("results follow what is typed, and their number is announced") {
  Screen screen(Page::kFind);
  screen.state.home = {row("a", "Marigold Quill"), row("b", "Quillon Marsh")};
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kLink, "How your records are kept"));
  CHECK(ui.get(Role::kStatus, "").name.empty());
  type(screen, "quil");
  CHECK(ui.has(Role::kStatus, "2 results"));
  CHECK_FALSE(ui.has(Role::kLink, "How your records are kept"));
  type(screen, "quill m");
  CHECK(ui.has(Role::kStatus, "2 results"));
  type(screen, "marigold");
  CHECK(ui.has(Role::kStatus, "1 result"));
  check_fits(screen);
}

TEST_CASE("nothing found says so and offers nothing") {
  Screen screen(Page::kFind);
  Driver& ui = screen.show();
  type(screen, "xyzzy");
  CHECK(ui.says("Nothing matches."));
  CHECK_FALSE(ui.has(Role::kList, "Results"));
  ui.press(Role::kTextField, kField);
  CHECK(screen.asked.empty());
}

TEST_CASE("a result is a link, and Enter in the field takes the first") {
  Screen screen(Page::kFind);
  screen.state.home = {row("a", "Marigold Quill"), row("b", "Quillon Marsh")};
  Driver& ui = screen.show();
  type(screen, "quil");
  ui.press(Role::kLink, "Marigold Quill · CG-7K2M-9QXD");
  CHECK(screen.take<app::OpenCase>()->case_id == "a");
  ui.press(Role::kTextField, kField);  // as Enter arrives
  CHECK(screen.take<app::OpenCase>()->case_id == "b");
}

TEST_CASE("a press stays with the result it was on, though the results are others meanwhile") {
  Screen screen(Page::kFind);
  screen.state.home = {row("a", "Marigold Quill"), row("b", "Quillon Marsh")};
  Driver& ui = screen.show();
  type(screen, "quil");
  const NodeId pressed = ui.get(Role::kLink, "Marigold Quill · CG-7K2M-9QXD").id;
  std::swap(screen.state.home[0], screen.state.home[1]);
  ui.semantics().activate(pressed);
  ui.context().wake();
  ui.settle();
  CHECK(screen.take<app::OpenCase>()->case_id == "a");
}

TEST_CASE("the last letter and Enter in one frame: the first result is of all that was typed") {
  Screen screen(Page::kFind);
  screen.state.home = {row("a", "Marigold Quill"), row("b", "Quillon Marsh")};
  Driver& ui = screen.show();
  const NodeId field = ui.get(Role::kTextField, kField).id;
  ui.semantics().set_text(field, "marigold");
  ui.semantics().activate(field);
  ui.settle();
  CHECK(screen.take<app::OpenCase>()->case_id == "a");
}

TEST_CASE("of the case shown: its steps first, and Back where one was") {
  Screen screen(Page::kFind);
  screen.open_case();
  Driver& ui = screen.show();
  ui.press(Role::kTextField, kField);
  CHECK(screen.take<app::StartStep>()->kind == casework::StepKind::kRecordDiscussion);
  CHECK(ui.says(screen.state.cases.front().opened.fact.subject.name));
  ui.press(Role::kLink, "Back");
  CHECK(screen.take<app::GoBack>());
}

TEST_CASE("the keys that work everywhere are listed") {
  Screen screen(Page::kFind);
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kHeading, "Keys that work on every page"));
  for (const app::Shortcut& each : app::shortcuts()) {
    CHECK(ui.has(Role::kTerm, each.shown));
    CHECK(ui.says(each.words));
  }
}
