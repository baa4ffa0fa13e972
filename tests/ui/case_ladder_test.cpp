// If nothing is resolved: the ladder as a picture, in words and as a table, and other days tried.
#include <doctest/doctest.h>

#include "ui/screens.h"

using namespace ui;
using app::Page;
using invented::date;

namespace {

// A case raised on Wednesday 1 April 2026. As it stands, stage 2 begins on Tuesday 7 April and is
// due on Tuesday 21, stage 3 then and on Thursday 23.
struct Ladder : Screen {
  explicit Ladder(policy::Policy policy = northmoor()) : Screen(Page::kWhatIf, {known(policy)}) {
    open_case();
    state.supposed.case_id = state.case_id;
    state.draft.text["event"] = "stage-1";
  }
  void suppose(const std::string& stage, calendar::Date day) {
    state.supposed.what_if.ended[stage] = day;
    ++state.supposed.serial;
  }
  // The cells of the table under that heading, from the top.
  std::vector<std::string> column(const std::string& heading) {
    std::vector<std::vector<std::string>> rows;
    NodeId row = 0;
    for (const Node& node : ui->nodes()) {
      const bool heads = node.role == Role::kColumnHeader || node.role == Role::kRowHeader;
      if (node.role != Role::kCell && !heads) continue;
      if (rows.empty() || node.parent != row) rows.emplace_back();
      row = node.parent;
      rows.back().push_back(node.value.empty() ? node.name : node.value);
    }
    std::vector<std::string> cells;
    REQUIRE_FALSE(rows.empty());
    for (size_t i = 0; i < rows[0].size(); ++i) {
      if (rows[0][i] != heading) continue;
      for (size_t at = 1; at < rows.size(); ++at) cells.push_back(rows[at][i]);
    }
    return cells;
  }
  std::string picture() {
    for (const Node& node : ui->nodes()) {
      if (node.role == Role::kImage) return node.name;
    }
    return "";
  }
};
using Cells = std::vector<std::string>;

policy::Policy declared() {
  policy::Policy policy = northmoor();
  for (policy::Stage& stage : policy.stages) {
    if (stage.next.empty()) continue;
    stage.clocks[0].kind = policy::ClockKind::kDeclared;
    stage.clocks[0].amount.count = 0;
  }
  return policy;
}

}  // namespace

TEST_CASE("the ladder of a case leads from its Now part to a page of its own") {
  Screen screen(Page::kCase);
  screen.open_case();
  Driver& ui = screen.show();
  CHECK_FALSE(ui.has(Role::kLink, "Try other dates"));
  ui.press(Role::kButton, "If nothing is resolved: when each later stage falls due");
  CHECK(ui.says("Stage 3 is reached on Tuesday 21 April 2026 at the latest"));
  ui.press(Role::kLink, "Try other dates");
  CHECK(screen.take<app::ShowWhatIf>());
}

TEST_CASE("the ladder's picture, its text and its table say the same") {
  Ladder screen;
  check_fits(screen);
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kHeading, "If nothing is resolved"));
  CHECK(
      screen.picture() ==
      "If nothing is resolved: stage 2 by the end of Tuesday 21 April 2026; stage 3 by the end of "
      "Thursday 23 April 2026.");
  CHECK(ui.has(Role::kTable, "When each later stage begins and falls due"));
  CHECK(screen.column("Stage") == Cells{"Stage 2", "Stage 3"});
  CHECK(screen.column("Begins") == Cells{"Tuesday 7 April 2026", "Tuesday 21 April 2026"});
  CHECK(screen.column("Due by") ==
        Cells{"The end of Tuesday 21 April 2026", "The end of Thursday 23 April 2026"});
  CHECK(screen.column("What decides it") == Cells(2, "The discussion takes place"));
  CHECK(screen.column("Source") == Cells(2, "Guide 2026, Timescales"));
  CHECK(screen.column("Compared with now").empty());
  CHECK_FALSE(ui.says("Nothing of it is recorded"));
  CHECK(
      ui.says("Stage 3 is reached on Tuesday 21 April 2026 at the latest, if every stage before "
              "it takes its whole time."));
}

TEST_CASE("another day is asked for by what it is about and its date") {
  Ladder screen;
  Driver& ui = screen.show();
  const char* about = "What happens on another day?";
  CHECK(ui.get(Role::kSelect, about).options ==
        Cells{"Stage 1 ends", "Stage 2 ends", "The concern arose"});
  CHECK(ui.get(Role::kSelect, about).value == "Stage 1 ends");
  ui.choose(about, "The concern arose");
  const auto chosen = screen.take<app::SetText>();
  REQUIRE(chosen);
  CHECK(chosen->key == "event");
  CHECK(chosen->value == app::kTheConcern);
  ui.type_date("Which day?", "9", "4", "2026");
  CHECK(screen.take<app::SetText>()->key == "day.year");
  ui.press(Role::kButton, "Show what changes");
  CHECK(screen.take<app::Suppose>());
  ui.press(Role::kLink, "Back to the case");
  CHECK(screen.take<app::Go>()->page == Page::kCase);

  screen.state.errors = {{"day", "Enter the day"}};
  ++screen.state.error_serial;
  check_fits(screen);
  Driver& wrong = screen.show();
  CHECK(wrong.has(Role::kAlert, "There is a problem"));
  CHECK(wrong.has(Role::kLink, "Enter the day"));
}

TEST_CASE("what is supposed changes the ladder, says by how much, and is never a record") {
  Ladder screen;
  screen.suppose("stage-1", date(2026, 4, 9));
  screen.suppose("stage-2", date(2026, 4, 21));
  check_fits(screen);
  Driver& ui = screen.show();
  CHECK(ui.says("Nothing of it is recorded: the case stays as it is"));
  CHECK(screen.column("Begins") == Cells{"Thursday 9 April 2026", "Tuesday 21 April 2026"});
  CHECK(screen.column("Compared with now") == Cells{"Two working days later", "The same day"});
  CHECK(screen.column("What decides it") ==
        Cells(2, "The discussion takes place (Guide 2026, Timescales)"));
  CHECK(
      ui.says("You suppose that stage 1 ends on Thursday 9 April 2026 and stage 2 ends on Tuesday "
              "21 April 2026."));
  CHECK(screen.picture() ==
        "If nothing is resolved: stage 2 by the end of Thursday 23 April 2026, two working days "
        "later; stage 3 by the end of Thursday 23 April 2026, the same day.");
  CHECK(
      ui.says("With what you suppose, stage 3 is reached on Tuesday 21 April 2026 at the latest, "
              "the same day."));
  CHECK(ui.says("Stage 1 ends on Thursday 9 April 2026"));
  ui.press(Role::kButton, "Take back: stage 2 ends on Tuesday 21 April 2026");
  CHECK(screen.take<app::TakeBack>()->event == "stage-2");
  ui.press(Role::kLink, "Take all back");
  CHECK(screen.take<app::TakeBack>()->event.empty());
}

TEST_CASE("one thing supposed is taken back by itself, and what has no effect says why") {
  Ladder screen;
  screen.state.supposed.what_if.concern_arose = date(2026, 3, 30);
  Driver& ui = screen.show();
  CHECK_FALSE(ui.has(Role::kLink, "Take all back"));
  CHECK_FALSE(ui.says("This changes nothing as it is."));
  ui.press(Role::kButton, "Take back: the concern arose on Monday 30 March 2026");
  CHECK(screen.take<app::TakeBack>()->event == app::kTheConcern);
  screen.suppose("stage-2", date(2026, 3, 31));
  Driver& late = screen.show();
  CHECK(
      late.says("This changes nothing as it is. On this ladder stage 2 begins on Wednesday 1 April "
                "2026"));
}

TEST_CASE("each change is read from the top of the page") {
  Ladder screen;
  Driver& ui = screen.show();
  ui.focus(Role::kButton, "Show what changes");
  screen.suppose("stage-1", date(2026, 4, 9));
  ui.context().wake();
  ui.settle();
  CHECK(ui.semantics().focus() == ui.get(Role::kHeading, "If nothing is resolved").id);
}

TEST_CASE("where times are declared, a day that is supposed makes the next stage known") {
  Ladder screen(declared());
  check_fits(screen);
  Driver& ui = screen.show();
  CHECK(ui.says("Later days cannot be known until stage 1 has a time of its own."));
  CHECK(ui.says("Suppose a day on which it ends, and you see what follows."));
  CHECK_FALSE(ui.has(Role::kTable, "When each later stage begins and falls due"));
  const char* about = "What happens on another day?";
  CHECK(ui.get(Role::kSelect, about).options == Cells{"Stage 1 ends", "The concern arose"});
  CHECK(ui.get(Role::kSelect, about).description.find("A later stage joins the list") !=
        std::string::npos);
  screen.suppose("stage-1", date(2026, 4, 9));
  screen.suppose("stage-2", date(2026, 4, 14));
  check_fits(screen);
  Driver& both = screen.show();
  CHECK(screen.column("Begins") == Cells{"Thursday 9 April 2026", "Tuesday 14 April 2026"});
  CHECK(screen.column("Due by") ==
        Cells{"No day can be known yet", "The end of Thursday 16 April 2026"});
  CHECK(screen.column("Compared with now") == Cells(2, "Not known before"));
  CHECK(
      both.says("stage 3 is reached on Tuesday 14 April 2026 at the latest, which was not known "
                "before"));
}

TEST_CASE("provisional days say so in the picture, the words and the table") {
  Screen screen(Page::kWhatIf);
  screen.state.now = invented::at(date(2028, 12, 28));
  screen.open_case([](casework::CaseOpened& fact) { fact.concern_arose = date(2028, 12, 28); });
  Driver& ui = screen.show();
  CHECK(ui.says("stage 2 by the end of Monday 15 January 2029 (provisional)"));
  CHECK(ui.says("The end of Monday 15 January 2029 (provisional)"));
  CHECK(ui.says("Stage 3 is reached on Monday 15 January 2029 (provisional) at the latest"));
}

TEST_CASE("at the last stage and in a closed case there is nothing to try") {
  Ladder screen;
  screen.add(casework::StageEntered{"stage-2", "", false, "Not settled."});
  screen.add(casework::StageEntered{"stage-3", "", false, "Not settled."});
  CHECK(screen.show().says("Nothing comes after stage 3, so nothing later falls due."));
  CHECK_FALSE(screen.ui->has(Role::kButton, "Show what changes"));
  screen.add(casework::CaseWithdrawn{"Raised twice."});
  CHECK(screen.show().says("The case is closed, so nothing later falls due."));
}
