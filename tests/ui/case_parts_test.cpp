// The page of a case in four parts: what to do now, chronology, people, documents.
#include <doctest/doctest.h>

#include "ui/screens.h"
#include "ui/widgets.h"

using namespace ui;
using app::Page;

namespace {

// A case that has moved to its second stage, with a discussion written down late and a notice.
Screen moved_on(const char* part = app::kNowPart) {
  Screen screen(Page::kCase);
  screen.open_case();
  screen.state.now = invented::at(invented::date(2026, 4, 9));
  screen.add(casework::DiscussionRecorded{"", invented::date(2026, 4, 2), "Telephone",
                                          "Priya Shah, team manager", "We disagreed.", ""});
  screen.add(casework::StageEntered{"stage-2", "", false, "It was not resolved."});
  screen.add(casework::NoticeIssued{
      "notice", "", {{"problem", {"Closed too soon"}}}, "desk@northmoor.example"});
  screen.state.target = part;
  return screen;
}

int count(Driver& ui, std::string_view words) {
  int found = 0;
  for (const Node& node : ui.nodes()) found += node.name.find(words) != node.name.npos ? 1 : 0;
  return found;
}

bool cell(Driver& ui, std::string_view words) {
  for (const Node& node : ui.nodes()) {
    if (node.role == Role::kCell && node.value == words) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("each part fits, has the header of the case and leads to the others") {
  const std::pair<const char*, const char*> parts[] = {{app::kNowPart, "Now"},
                                                       {app::kChronologyPart, "Chronology"},
                                                       {app::kPeoplePart, "People"},
                                                       {app::kDocumentsPart, "Documents"}};
  for (const auto& [part, label] : parts) {
    CAPTURE(label);
    Screen screen = moved_on(part);
    check_fits(screen);
    Driver& ui = *screen.ui;
    CHECK(ui.get(Role::kHeading, "J. R.").level == 1);
    CHECK(ui.says("Stage 2 is where it stands"));
    CHECK(ui.says("Stage 2: Manager to manager. They talk."));
    REQUIRE(ui.has(Role::kNavigation, "Parts of this case"));
    for (const auto& [other, its_label] : parts) {
      const bool current = std::string_view(other) == part;
      CHECK(ui.get(Role::kLink, its_label).checked == current);
      if (current) continue;
      ui.press(Role::kLink, its_label);
      const auto go = screen.take<app::Go>();
      REQUIRE(go);
      CHECK(go->page == Page::kCase);
      CHECK(go->target == other);
    }
  }
}

TEST_CASE("from part to part, the focus goes to the part and the page is called by it") {
  Screen screen = moved_on();
  Driver& ui = screen.show();
  CHECK(ui.semantics().focus() == ui.get(Role::kHeading, "J. R.").id);
  CHECK(ui.semantics().page_title() == "Case – Common Ground");
  const std::pair<const char*, const char*> parts[] = {{app::kPeoplePart, "People"},
                                                       {app::kChronologyPart, "Chronology"},
                                                       {app::kDocumentsPart, "Documents"}};
  for (const auto& [part, label] : parts) {
    screen.state.target = part;
    ui.context().wake();
    ui.settle();
    CHECK(ui.semantics().focus() == ui.get(Role::kHeading, label).id);
    CHECK(ui.semantics().page_title() == std::string("Case: ") + label + " – Common Ground");
  }
  screen.state.target = "nowhere";  // what no part is called leads to what is to be done
  ui.context().wake();
  ui.settle();
  CHECK(ui.has(Role::kHeading, "What to do now"));
  CHECK(ui.semantics().focus() == ui.get(Role::kHeading, "J. R.").id);
}

TEST_CASE("now: the step with its reason and source, and the deadline explained by one key") {
  Screen screen(Page::kCase);
  screen.open_case();
  Driver& ui = screen.show();
  CHECK(ui.says("No discussion is recorded at stage 1 yet."));
  CHECK(ui.has(Role::kText, "Source: Guide 2026, Part 1."));
  // The deadline is said once, where it stands.
  CHECK(count(ui, "Tuesday 7 April 2026") == 1);
  CHECK(ui.has(Role::kText, "The discussion takes place by the end of Tuesday 7 April 2026."));
  CHECK(ui.has(Role::kText, "Due in 2 working days"));
  // The expander is what comes next by key.
  const auto& nodes = ui.nodes();
  const auto at = [&](std::string_view name) {
    return std::find_if(nodes.begin(), nodes.end(),
                        [&](const Node& node) { return node.name == name; });
  };
  const auto deadline = at("The discussion takes place by the end of Tuesday 7 April 2026.");
  const auto next = std::find_if(deadline, nodes.end(), [](const Node& node) {
    return node.role == Role::kButton || node.role == Role::kLink;
  });
  REQUIRE(next != nodes.end());
  CHECK(next->name == "Why that day?");
  ui.press(Role::kButton, "Why that day?");
  CHECK(ui.says("(Good Friday)"));
  CHECK(ui.says("within two working days"));
  ui.press(Role::kButton, "Record the discussion");
  const auto step = screen.take<app::StartStep>();
  REQUIRE(step);
  CHECK(step->kind == casework::StepKind::kRecordDiscussion);
}

TEST_CASE("now: a press on a step is that step, though another has come first meanwhile") {
  Screen screen(Page::kCase);
  screen.open_case();
  Driver& ui = screen.show();
  const NodeId record = ui.get(Role::kButton, "Record the discussion").id;
  screen.state.now = invented::at(invented::date(2026, 4, 20));  // nothing is drawn until the press
  ui.semantics().activate(record);
  ui.context().wake();
  ui.settle();
  CHECK(ui.has(Role::kButton, "Move to stage 2: Manager to manager"));
  const auto step = screen.take<app::StartStep>();
  REQUIRE(step);
  CHECK(step->kind == casework::StepKind::kRecordDiscussion);
}

TEST_CASE("now: what the procedure asks, with why, where from, to whom and by when") {
  policy::Policy policy = northmoor();
  policy::Clock soon = invented::clock("soon", 12, policy::StartEvent::kStageEntered);
  soon.what = "The lead professional is told";
  soon.met_by = policy::MetBy::kDutyDone;
  policy.duties[0].clock = soon;
  policy.duties[2].by = policy::Party::Side::kPartnership;
  policy.forms[0].copy_to = "desk";
  Screen screen(Page::kCase, {known(std::move(policy))});
  screen.open_case();
  screen.add(casework::StageEntered{"stage-2", "", false, "It was not resolved."});
  Driver& ui = screen.show();
  CHECK(ui.says("At every stage. Source: Guide 2026, Duties: “tell”."));
  CHECK(ui.says("By Tuesday 21 April 2026"));
  // Its time stands with it, and not among the timescales as well; its why is there.
  CHECK_FALSE(ui.says("The lead professional is told"));
  ui.press(Role::kButton, "Why these days?");
  CHECK(ui.says("Stage 2: the lead professional is told"));
  CHECK(ui.says("For the partnership to do."));
  CHECK(ui.says("Send a copy to desk@northmoor.example."));
  ui.press(Role::kLink, "Do what tell asks");
  const auto duty = screen.take<app::StartDuty>();
  REQUIRE(duty);
  CHECK(duty->duty == "tell");
  CHECK(duty->stage == "stage-2");
  ui.press(Role::kLink, "Do what notice asks");
  const auto step = screen.take<app::StartStep>();
  REQUIRE(step);
  CHECK(step->target == "notice");
  // What is asked for is not offered a second time.
  CHECK_FALSE(ui.has(Role::kLink, "Complete the Outcome Notice"));
  screen.state.now = invented::at(invented::date(2026, 5, 5));
  screen.show();
  CHECK(screen.ui->has(Role::kText, "Overdue"));
  CHECK(screen.ui->says("It was due by the end of Tuesday 21 April 2026."));
}

TEST_CASE("now: the other timescales leave out what stands under By when, and each has its why") {
  Screen screen = moved_on();
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kHeading, "Other timescales"));
  CHECK(ui.has(Role::kRowHeader, "Stage 1"));
  CHECK_FALSE(ui.has(Role::kRowHeader, "Stage 2"));
  CHECK(cell(ui, "Met"));
  CHECK_FALSE(ui.says("(Easter Monday)"));
  ui.press(Role::kButton, "Why these days?");
  CHECK(ui.says("Stage 1: the discussion takes place"));
  CHECK(ui.says("(Easter Monday)"));
}

TEST_CASE("now: if nothing is resolved, the ladder says by when in words too") {
  Screen screen(Page::kCase);
  screen.open_case();
  Driver& ui = screen.show();
  ui.press(Role::kButton, "If nothing is resolved: when each later stage falls due");
  CHECK(ui.says("If nothing is resolved: stage 2 by the end of Tuesday 21 April 2026"));
}

TEST_CASE("now: a closed case says what is still asked, or that nothing is") {
  Screen screen(Page::kCase);
  screen.open_case();
  screen.add(casework::CaseWithdrawn{"Raised twice."});
  Driver& ui = screen.show();
  CHECK(ui.says("The case is closed. The procedure still asks for what is below."));
  CHECK_FALSE(ui.has(Role::kHeading, "By when"));
  screen.add(casework::DutyDone{"tell", "stage-1", "Told her."});
  CHECK(screen.show().says("The case is closed, and nothing more is asked of you."));
}

TEST_CASE("chronology: the line of time in words, then newest first, late entries marked") {
  Screen screen = moved_on(app::kChronologyPart);
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kHeading, "What has happened"));
  CHECK(ui.says("Stage 1 from 1 April 2026 to 9 April 2026; stage 2 since 9 April 2026."));
  const float notice = ui.get(Role::kLink, "Notice issued").rect.y;
  const float talk = ui.get(Role::kText, "Discussion recorded").rect.y;
  const float raised = ui.get(Role::kText, "Case raised").rect.y;
  CHECK(notice < talk);
  CHECK(talk < raised);
  CHECK(count(ui, "Late entry") == 1);
  CHECK(ui.says("Written down on 9 April 2026 at 9am."));
  CHECK(ui.says("Case file check code"));
  ui.press(Role::kLink, "Notice issued");
  CHECK(screen.take<app::ShowNotice>()->event_id == screen.state.open_case()->notices[0].event_id);
}

TEST_CASE("people: by side, as they were named, who acts at the stage and whom to write to") {
  policy::Policy policy = northmoor();
  policy.roles[1].equivalents = {{"School", "Head teacher"}};
  policy.roles[1].in_absence =
      policy::Role::InAbsence{"", "The partnership desk acts", {"guide", "Gaps", ""}};
  policy.stages[0].speaks = {{"practitioner", policy::Party::Side::kConcerned}};
  policy.stages[0].with = {{"manager", policy::Party::Side::kResponding}};
  policy.stages[0].alternatives = {
      {"manager", "The designated nurse may be asked directly.", {"guide", "Asking", ""}}};
  Screen screen(Page::kCase, {known(std::move(policy))});
  screen.open_case();
  screen.state.target = app::kPeoplePart;
  check_fits(screen);
  Driver& ui = *screen.ui;
  CHECK(ui.has(Role::kHeading, "The side that raised it"));
  CHECK(ui.says("Mara Ellwood"));
  CHECK(ui.says("Raised the disagreement on 1 April 2026"));
  CHECK(ui.says("Nobody is named yet"));
  CHECK(ui.says("Children's Assessment Team"));
  CHECK(ui.has(Role::kHeading, "Who acts at stage 1"));
  CHECK(ui.says("Line manager\nSchool: head teacher"));
  CHECK(ui.has(Role::kTerm, "Where an agency has nobody"));
  CHECK(ui.says("The partnership desk acts."));
  CHECK(ui.says("The designated nurse may be asked directly."));
  CHECK_FALSE(ui.says("Guide 2026, Asking"));
  ui.press(Role::kButton, "Where this comes from");
  CHECK(ui.says("Guide 2026, Asking"));
  CHECK(ui.says("desk@northmoor.example"));
  ui.press(Role::kButton, "Record a discussion");
  CHECK(screen.take<app::StartStep>()->kind == casework::StepKind::kRecordDiscussion);
  screen.add(casework::DiscussionRecorded{"", invented::date(2026, 4, 1), "Telephone",
                                          "Priya Shah, and her manager", "We disagreed.", ""});
  screen.show();
  CHECK_FALSE(screen.ui->has(Role::kButton, "Record a discussion"));
  CHECK(cell(*screen.ui, "Priya Shah, and her manager"));
}

TEST_CASE("documents: notices as they went, every form, the record and what to read") {
  Screen screen = moved_on(app::kDocumentsPart);
  Driver& ui = screen.show();
  CHECK(ui.says("Copy to desk@northmoor.example"));
  CHECK(ui.has(Role::kText, "Offered now"));
  CHECK(ui.says("Meant for stage 2"));
  CHECK(ui.says("Case file check code"));
  std::string names;
  for (const Node& node : ui.nodes()) {
    if (node.role == Role::kLink && node.name == "Outcome Notice") names += "link ";
  }
  CHECK(names == "link link ");  // the one that was issued, and the form
  ui.press(Role::kLink, "Outcome Notice");
  CHECK(screen.take<app::ShowNotice>()->event_id == screen.state.open_case()->notices[0].event_id);
  ui.press(Role::kLink, "See the full case record");
  CHECK(screen.take<app::ShowRecord>());
  ui.press(Role::kLink, "Read the guidance and conversation prompts");
  CHECK(screen.take<app::Go>()->page == Page::kGuidance);
  ui.press(Role::kLink, "Read the procedure and its sources");
  CHECK(screen.take<app::ShowProcedure>());
}

TEST_CASE("documents: a form is begun whether or not the procedure asks for it now") {
  Screen screen(Page::kCase);
  screen.open_case();
  screen.state.target = app::kDocumentsPart;
  check_fits(screen);
  Driver& ui = *screen.ui;
  CHECK(ui.says("No notice has been issued yet"));
  CHECK(ui.has(Role::kText, "Not needed now"));
  ui.press(Role::kLink, "Outcome Notice");
  const auto step = screen.take<app::StartStep>();
  REQUIRE(step);
  CHECK(step->kind == casework::StepKind::kIssueNotice);
  CHECK(step->target == "notice");
}

TEST_CASE("Back to the case leads to the part that a page was reached from") {
  for (const Page page :
       {Page::kNoticeIssued, Page::kRecord, Page::kGuidance, Page::kNote, Page::kProcedure}) {
    CAPTURE(int(page));
    Screen screen(page);
    screen.open_case();
    screen.state.case_part = app::kDocumentsPart;
    screen.show();
    screen.ui->press(Role::kLink, "Back to the case");
    const auto go = screen.take<app::Go>();
    REQUIRE(go);
    CHECK(go->page == Page::kCase);
    CHECK(go->target == app::kDocumentsPart);
  }
}

TEST_CASE("on a telephone the stages take little height and say the same") {
  using Stage = StageMark::State;
  const auto picture = [](Stage second, Display display) {
    const std::vector<StageMark> stages = {
        {"Stage 1", "Practitioner to practitioner", Stage::kPassed},
        {"Stage 2", "Line manager to line manager", second},
        {"Stage 3", "Head of service", Stage::kAhead},
        {"Stage 4", "The partnership", Stage::kAhead}};
    Driver ui(
        [&] {
          begin_page("stages", "Stages");
          heading(1, "Stages");
          stage_picture("stages", stages, "Stage 1 done; stage 2 now.");
          end_page();
        },
        display);
    return ui.get(Role::kImage, "Stage 1 done; stage 2 now.").rect;
  };
  const Rect now = picture(Stage::kCurrent, {390, 844});
  CHECK(now.h < 150);  // under one another the four took more than 200
  CHECK(now.x + now.w <= 390);
  CHECK(picture(Stage::kOverdue, {390, 844}).h == now.h);
  CHECK(picture(Stage::kPassed, {390, 844}).h < now.h);  // closed: no words of where it is
  CHECK(picture(Stage::kCurrent, {320, 640}).h < 170);
  const Rect large = picture(Stage::kCurrent, {390, 844, 1, 2});  // labels that no longer fit
  CHECK(large.x + large.w <= 390);
}

TEST_CASE("a PDF that is being made shows how much of it is done, and can be stopped") {
  Screen screen = moved_on();
  screen.state.page = Page::kRecord;
  screen.state.document.title = "Case record";
  CHECK_FALSE(screen.show().has(Role::kButton, "Stop"));
  screen.state.busy = "Making the PDF…";
  screen.state.busy_share = .4f;
  check_fits(screen);
  CHECK(screen.ui->get(Role::kProgress, "Making the PDF…").value == "40");
  screen.ui->press(Role::kButton, "Stop");
  CHECK(screen.take<app::CancelDownload>());
}
