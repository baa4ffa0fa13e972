// Home, by role and name: what is due, the one thing to do, filters, search, and what is said when
// there is nothing to show.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/many_cases.h"
#include "ui/screens.h"
#include "ui/test_page.h"
#include "ui/widgets.h"

using namespace ui;
using app::CaseFilter;
using app::Page;
using invented::ManyCases;

namespace {

struct Home : Screen {
  explicit Home(ManyCases cases) : Screen(Page::kHome), many(std::move(cases)) { list(); }

  void list(CaseFilter filter = CaseFilter::kOpen, const std::string& search = "") {
    many.list(filter, search);
    state = many.state;
    state.page = Page::kHome;
    state.vault = ports::VaultState::kOpen;
    if (ui) ui->context().wake(), ui->settle();
    asked.clear();
  }
  std::string current() {
    std::string names;
    for (const Node& node : ui->nodes()) {
      if (node.role == Role::kLink && node.checked) names += node.name + ";";
    }
    return names;
  }

  ManyCases many;
};

constexpr auto kSearch = "Search your cases";

}  // namespace

TEST_CASE("home says at once how many are overdue and due today, and which day it is") {
  Home home(invented::one_of_each());
  check_fits(home);
  CHECK(
      home.ui->says("Today is Thursday 9 April 2026. Two cases are overdue and one is due today."));
  for (const char* name :
       {"Open 6", "Overdue 2", "Due today 1", "Due tomorrow 0", "Due this week 2", "Closed 2"}) {
    CHECK(home.ui->has(Role::kLink, name));
  }
  CHECK(home.ui->has(Role::kStatus, "6 open cases"));
  // The first card is the one that waits longest.
  std::string first;
  for (const Node& node : home.ui->nodes()) {
    if (node.role == Role::kLink && node.name.find(" · ") != node.name.npos && first.empty()) {
      first = node.name;
    }
  }
  CHECK(first == "Overdue for longer · CG-0007");
  CHECK(home.ui->has(Role::kText, "2 working days overdue, since the end of Tuesday 7 April 2026"));
}

TEST_CASE("the sentence on home, for every number of cases") {
  const auto says = [](ManyCases many, const char* words) {
    Home home(std::move(many));
    CHECK_MESSAGE(home.show().says(words), home.ui->outline());
  };
  const auto cases = [](int overdue, int today, int later, int tomorrow = 0) {
    ManyCases many(invented::date(2026, 4, 9));
    for (int i = 0; i < overdue; ++i) many.open("A", invented::date(2026, 4, 1));
    for (int i = 0; i < today; ++i) many.open("B", invented::date(2026, 4, 7));
    for (int i = 0; i < tomorrow; ++i) many.open("T", invented::date(2026, 4, 8));
    for (int i = 0; i < later; ++i) many.open("C", invented::date(2026, 4, 9));
    return many;
  };
  says(cases(1, 0, 0), "One case is overdue.");
  says(cases(21, 2, 0), "21 cases are overdue and two are due today.");
  says(cases(0, 1, 3), "One case is due today; none is overdue.");
  says(cases(0, 2, 0), "Two cases are due today; none is overdue.");
  says(cases(0, 0, 1), "Nothing is overdue, due today or due tomorrow.");
  says(cases(0, 0, 1, 1), "One case is due tomorrow; none is overdue or due today.");
  says(cases(0, 1, 0, 3), "One case is due today and three are due tomorrow; none is overdue.");
  says(cases(2, 1, 0, 1), "Two cases are overdue, one is due today and one is due tomorrow.");
  ManyCases closed(invented::date(2026, 4, 9));
  closed.open("D", invented::date(2026, 4, 9));
  closed.resolve();
  says(std::move(closed), "No case is open.");
}

TEST_CASE("one press starts the one next action of a case; its title opens it") {
  Home home(invented::one_of_each());
  Driver& ui = home.show();
  ui.press(Role::kButton, "Record the discussion: Today, CG-0005");
  const auto step = home.take<app::StartStepOf>();
  REQUIRE(step);
  CHECK(step->case_id == home.state.cases[5].id);
  CHECK(step->step.kind == casework::StepKind::kRecordDiscussion);
  CHECK(step->step.target == "stage-1");
  ui.click(Role::kButton, "Move to stage 2: Manager to manager: Overdue, CG-0006");
  const auto moved = home.take<app::StartStepOf>();
  REQUIRE(moved);
  CHECK(moved->case_id == home.state.cases[6].id);
  CHECK(moved->step.target == "stage-2");
  ui.press(Role::kLink, "Today · CG-0005");
  CHECK(home.take<app::OpenCase>()->case_id == home.state.cases[5].id);

  home.list(CaseFilter::kClosed);
  for (const Node& node : ui.nodes()) {
    CHECK((node.role != Role::kButton || node.name == "Raise a disagreement"));
  }
  ui.press(Role::kLink, "Closed last · CG-0001");
  CHECK(home.take<app::OpenCase>()->case_id == home.state.cases[1].id);
}

TEST_CASE("the filters: one is current, and says so; a press asks for another") {
  Home home(invented::one_of_each());
  Driver& ui = home.show();
  CHECK(home.current() == "Open 6;");
  const Node bar = ui.get(Role::kNavigation, "Which cases are listed");
  CHECK(ui.get(Role::kLink, "Overdue 2").parent == bar.id);
  ui.press(Role::kLink, "Open 6");
  CHECK_FALSE(home.take<app::ShowCases>());
  const std::pair<const char*, CaseFilter> filters[] = {
      {"Overdue 2", CaseFilter::kOverdue},
      {"Due today 1", CaseFilter::kDueToday},
      {"Due tomorrow 0", CaseFilter::kDueTomorrow},
      {"Due this week 2", CaseFilter::kDueThisWeek},
      {"Closed 2", CaseFilter::kClosed},
      {"Open 6", CaseFilter::kOpen}};
  for (const auto& [name, filter] : filters) {
    CAPTURE(name);
    const Rect before = ui.get(Role::kLink, name).rect;
    ui.press(Role::kLink, name);
    const auto asked = home.take<app::ShowCases>();
    REQUIRE(asked);
    CHECK(asked->filter == filter);
    home.list(filter);
    CHECK(home.current() == std::string(name) + ";");
    CHECK(ui.get(Role::kLink, name).rect == before);  // nothing moves when it becomes current
  }
}

TEST_CASE("a search asks with each letter, tells how many it found and can be cleared") {
  Home home(invented::one_of_each());
  Driver& ui = home.show();
  CHECK_FALSE(ui.get(Role::kTextField, kSearch).required);
  CHECK(ui.get(Role::kTextField, kSearch).description.empty());  // nor "Optional"
  CHECK_FALSE(ui.has(Role::kLink, "Clear the search"));
  ui.type(kSearch, "overd");
  CHECK(home.take<app::SearchCases>()->text == "overd");
  home.list(CaseFilter::kOpen, "overd");
  CHECK(ui.get(Role::kTextField, kSearch).value == "overd");
  CHECK(ui.has(Role::kStatus, "2 open cases with these words"));
  CHECK(ui.has(Role::kLink, "Overdue · CG-0006"));
  CHECK_FALSE(ui.has(Role::kLink, "Today · CG-0005"));
  CHECK(ui.has(Role::kLink, "Open 6"));  // the counts stay
  ui.press(Role::kLink, "Clear the search");
  CHECK(home.take<app::SearchCases>()->text.empty());
  CHECK(ui.semantics().focus() == ui.get(Role::kTextField, kSearch).id);
}

TEST_CASE("a search that finds nothing here leads to where it does, or out") {
  Home home(invented::one_of_each());
  Driver& ui = home.show();
  home.list(CaseFilter::kOpen, "nowhere to be found");
  CHECK(ui.has(Role::kStatus, "No case has all these words."));
  CHECK(ui.has(Role::kLink, "Clear the search"));
  CHECK_FALSE(ui.says("See "));

  home.list(CaseFilter::kDueToday, "overdue");
  CHECK(ui.has(Role::kStatus, "No case due today has all these words."));
  ui.press(Role::kLink, "See 2 open cases with these words");
  CHECK(home.take<app::ShowCases>()->filter == CaseFilter::kOpen);

  home.list(CaseFilter::kOpen, "closed last");
  CHECK(ui.has(Role::kStatus, "No open case has all these words."));
  ui.press(Role::kLink, "See 1 closed case with these words");
  CHECK(home.take<app::ShowCases>()->filter == CaseFilter::kClosed);

  home.list(CaseFilter::kClosed, "closed last");
  CHECK(ui.has(Role::kStatus, "1 closed case with these words"));
  CHECK_FALSE(ui.says("See "));
}

TEST_CASE("each filter without a case says so and leads out") {
  ManyCases none(invented::date(2026, 4, 9));
  none.open("Without a deadline", invented::date(2026, 4, 9));
  none.talk();
  Home home(std::move(none));
  Driver& ui = home.show();
  const std::pair<CaseFilter, const char*> filters[] = {
      {CaseFilter::kOverdue, "Nothing is overdue."},
      {CaseFilter::kDueToday, "Nothing is due today."},
      {CaseFilter::kDueTomorrow, "Nothing is due tomorrow."},
      {CaseFilter::kQuiet, "Every open case has a recent record."},
      {CaseFilter::kDueThisWeek, "Nothing is due in the next seven days."},
      {CaseFilter::kClosed, "No case is closed yet."}};
  for (const auto& [filter, words] : filters) {
    home.list(filter);
    CHECK(ui.has(Role::kStatus, words));
    ui.press(Role::kLink, "See all open cases");
    CHECK(home.take<app::ShowCases>()->filter == CaseFilter::kOpen);
  }
  home.many.resolve();
  home.list();
  CHECK(ui.has(Role::kStatus, "No case is open."));
  ui.press(Role::kLink, "See the closed cases");
  CHECK(home.take<app::ShowCases>()->filter == CaseFilter::kClosed);
}

TEST_CASE("without any case home explains itself and has neither filters nor a search") {
  Home home{ManyCases(invented::date(2026, 4, 9))};
  check_fits(home);
  Driver& ui = *home.ui;
  CHECK(ui.says("There are no cases on this device yet."));
  CHECK_FALSE(ui.has(Role::kTextField, kSearch));
  CHECK_FALSE(ui.has(Role::kNavigation, "Which cases are listed"));
  ui.press(Role::kButton, "Raise a disagreement");
  CHECK(home.take<app::StartRaise>());
}

TEST_CASE("at 390 pixels a card's action stands within it, a finger high, after what is due") {
  Home home(invented::one_of_each());
  Driver& ui = home.show({390, 844});
  const Node action = ui.get(Role::kButton, "Record the discussion: Today, CG-0005");
  const Node* card = ui.semantics().find(action.parent);
  REQUIRE(card != nullptr);
  CHECK(card->role == Role::kListItem);
  CHECK(action.rect.h >= 44);
  CHECK(action.rect.x >= card->rect.x);
  CHECK(action.rect.y + action.rect.h <= card->rect.y + card->rect.h);
  for (const Node& node : ui.nodes()) {
    if (node.parent != card->id || node.id == action.id) continue;
    CHECK(node.rect.y + node.rect.h <= action.rect.y);
  }
  for (const Node& node : ui.nodes()) CHECK(node.rect.x + node.rect.w <= 391);
}

TEST_CASE("a case without a record for long says so; the list of them is there only then") {
  ManyCases many(invented::date(2026, 4, 9));
  many.open("Long silent", invented::date(2026, 4, 9));
  many.state.now = invented::at(invented::date(2026, 4, 21));
  many.open("Spoken about", invented::date(2026, 4, 21));
  many.state.reminders.quiet_after = 15;
  Home home(std::move(many));
  CHECK_FALSE(home.show().says("No activity"));
  CHECK_FALSE(home.ui->says("Nothing recorded for"));
  home.many.state.reminders.quiet_after = 10;
  home.list();
  check_fits(home);
  Driver& ui = *home.ui;
  int lines = 0;
  for (const Node& node : ui.nodes()) {
    lines += node.name.find("Nothing recorded for 12 days") != node.name.npos ? 1 : 0;
  }
  CHECK(lines == 1);
  ui.press(Role::kLink, "No activity 1");
  CHECK(home.take<app::ShowCases>()->filter == CaseFilter::kQuiet);
  home.list(CaseFilter::kQuiet);
  CHECK(home.current() == "No activity 1;");
  CHECK(ui.has(Role::kStatus, "1 case without a recent record"));
  CHECK(ui.has(Role::kLink, "Long silent · CG-0000"));
  home.state.home_list.as_table = true;
  ui.context().wake();
  ui.settle();
  CHECK(ui.says("Nothing recorded for 12 days"));
  // Emptied while it is looked at, it stays where it is and leads out.
  home.many.state.reminders.quiet_after = 0;
  home.list(CaseFilter::kQuiet);
  CHECK(home.current() == "No activity 0;");
  CHECK(ui.has(Role::kLink, "See all open cases"));
}

TEST_CASE("with every list to choose from, the bar wraps and each of its links can be pressed") {
  ManyCases many = invented::one_of_each();
  many.state.reminders.quiet_after = 5;
  many.state.now = invented::at(invented::date(2026, 4, 14));
  Home home(std::move(many));
  for (const float width : {390.f, 320.f}) {
    CAPTURE(width);
    Driver& ui = home.show({width, 844});
    const Node bar = ui.get(Role::kNavigation, "Which cases are listed");
    std::vector<Rect> links;
    for (const Node& node : ui.nodes()) {
      if (node.parent != bar.id) continue;
      CHECK(node.rect.h >= 44);
      CHECK(node.rect.x >= 0);
      CHECK(node.rect.x + node.rect.w <= width);
      for (const Rect& other : links) {
        const bool apart = other.x + other.w <= node.rect.x ||
                           node.rect.x + node.rect.w <= other.x ||
                           other.y + other.h <= node.rect.y || node.rect.y + node.rect.h <= other.y;
        CHECK_MESSAGE(apart, node.name);
      }
      links.push_back(node.rect);
    }
    CHECK(links.size() == 7);
    ui.press(Role::kLink, "No activity 6");
    CHECK(home.take<app::ShowCases>()->filter == CaseFilter::kQuiet);
  }
}

TEST_CASE("home leads to the calendar and to the reminders") {
  Home home(invented::one_of_each());
  Driver& ui = home.show();
  ui.press(Role::kLink, "Calendar of deadlines");
  CHECK(home.take<app::ShowMonth>()->which == app::ShowMonth::Which::kNow);
  ui.press(Role::kLink, "Reminders");
  CHECK(home.take<app::Go>()->page == Page::kReminders);
}

TEST_CASE("the same cases as a table, whose columns sort it") {
  Home home(invented::one_of_each());
  Driver& ui = home.show();
  CHECK_FALSE(ui.has(Role::kTable, "Open cases"));
  ui.press(Role::kLink, "Show as a table");
  const auto shape = home.take<app::ShowCasesAs>();
  REQUIRE(shape);
  CHECK(shape->table);
  home.state.home_list.as_table = true;
  check_fits(home);
  CHECK(home.ui->has(Role::kTable, "Open cases"));
  home.ui->press(Role::kButton, "Procedure");
  const auto sort = home.take<app::SortCases>();
  REQUIRE(sort);
  CHECK(sort->order == app::CaseOrder::kProcedure);
  const app::HomeRow& first = home.state.home[home.state.home_list.rows.front()];
  home.ui->press(Role::kLink, first.subject + " · " + first.reference);
  const auto opened = home.take<app::OpenCase>();
  REQUIRE(opened);
  CHECK(opened->case_id == first.case_id);
  CHECK(home.ui->says(first.due));
  CHECK(home.ui->has(Role::kLink, "Show as a list"));
}

// Nothing is drawn between what changes the list and the frame that takes the press.
TEST_CASE(
    "a press stays with the case and the step it was on, though the list is another meanwhile") {
  Home home(invented::one_of_each());
  Driver& ui = home.show();
  SUBCASE("the row of a table") {
    home.state.home_list.as_table = true;
    ui.context().wake();
    ui.settle();
    std::vector<size_t>& rows = home.state.home_list.rows;
    REQUIRE(rows.size() > 1);
    const app::HomeRow first = home.state.home[rows.front()];
    const NodeId pressed = ui.get(Role::kLink, first.subject + " · " + first.reference).id;
    std::reverse(rows.begin(), rows.end());
    ui.semantics().activate(pressed);
    ui.context().wake();
    ui.settle();
    CHECK(home.take<app::OpenCase>()->case_id == first.case_id);
  }
  SUBCASE("a card’s one next action") {
    const NodeId pressed = ui.get(Role::kButton, "Record the discussion: Today, CG-0005").id;
    for (app::HomeRow& row : home.state.home) {
      if (row.subject == "Today") row.step->kind = casework::StepKind::kEnterStage;
    }
    ui.semantics().activate(pressed);
    ui.context().wake();
    ui.settle();
    CHECK_FALSE(home.take<app::StartStepOf>());
  }
}

TEST_CASE("what was thrown away can be taken back when the message about it is gone") {
  Home home(invented::one_of_each());
  home.state.can_undo = true;
  Driver& ui = home.show();
  ui.press(Role::kLink, "Undo the last change");
  CHECK(home.take<app::Undo>());
  home.state.can_undo = false;
  ui.context().wake();
  ui.settle();
  CHECK_FALSE(ui.has(Role::kLink, "Undo the last change"));
}

TEST_CASE("a long list: only what is shown is asked for, and a search is shown from its start") {
  std::string of = "all";
  size_t count = 10'000;
  int asked = 0;
  Driver ui(test_page([&] {
    asked = 0;
    const auto card = [&](size_t i) {
      ++asked;
      Card made;
      made.key = made.title = "Case " + std::to_string(i + 1);
      return made;
    };
    card_list("cases", "Cases", CardSource{count, card, of});
  }));
  CHECK(asked == 25);
  ui.press(Role::kLink, "Next");
  ui.press(Role::kLink, "Next");
  CHECK(ui.has(Role::kText, "Page 3 of 400"));
  CHECK(ui.has(Role::kLink, "Case 51"));
  CHECK(asked == 25);
  of = "found";
  count = 200;
  ui.context().wake();
  ui.settle();
  CHECK(ui.has(Role::kText, "Page 1 of 8"));
  CHECK(ui.has(Role::kLink, "Case 1"));
  // Of the same, the page stays.
  ui.press(Role::kLink, "Next");
  count = 190;
  ui.context().wake();
  ui.settle();
  CHECK(ui.has(Role::kText, "Page 2 of 8"));
}
