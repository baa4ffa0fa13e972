// The page that lays what a procedure asked beside what is recorded: every row is said, those that
// wait lead to where the record is written.
#include "casework/audit_words.h"
#include "documents/audit_report.h"
#include "ui/screens.h"

using namespace ui;
using app::Page;

namespace {

// At stage 2 since yesterday, with nothing recorded at stage 1 until after its last day.
Screen at_stage_2() {
  Screen screen(Page::kAudit);
  screen.open_case();
  screen.state.now = invented::at(invented::date(2026, 4, 9));
  screen.add(casework::DiscussionRecorded{"", invented::date(2026, 4, 9), "Telephone", "Priya Shah",
                                          "We disagreed.", ""});
  screen.add(casework::StageEntered{"stage-2", "", false, "It was not settled."});
  screen.state.now = invented::at(invented::date(2026, 4, 10));
  return screen;
}

}  // namespace

TEST_CASE("every row of the audit stands under its stage, with its finding and its source") {
  Screen screen = at_stage_2();
  check_fits(screen);
  Driver& ui = *screen.ui;
  const casework::Case& open = *screen.state.open_case();
  const casework::Setting setting = screen.state.setting(screen.policy(), open);
  const casework::Audit audit = casework::audit(open, setting);
  CHECK(ui.says(casework::in_words(casework::counts(audit))));
  CHECK(ui.has(Role::kHeading, documents::kAuditTitle));
  CHECK(ui.has(Role::kHeading, "Stage 1: Practitioner to practitioner"));
  CHECK(ui.has(Role::kHeading, "Stage 2: Manager to manager"));
  CHECK(ui.has(Role::kHeading, "The whole case"));
  CHECK_FALSE(ui.says("Stage 3"));
  for (const casework::Requirement& row : audit.requirements) {
    CAPTURE(row.text);
    CHECK(ui.says(row.text));
    CHECK(ui.says(casework::finding_tag(row)));
    CHECK(ui.says(casework::source_of(row.cite, row.policy_hash, open, setting)));
  }
  CHECK(ui.says("Recorded two working days after the last day."));
  CHECK(ui.says("By: The end of Tuesday 7 April 2026"));
  CHECK(ui.says("Record: Discussion recorded, 9 April 2026"));
}

TEST_CASE("the rows that are listed are those that were asked for") {
  Screen screen = at_stage_2();
  Driver& ui = screen.show();
  ui.press(Role::kLink, "Recorded late 1");
  auto go = screen.take<app::Go>();
  REQUIRE(go);
  CHECK(go->page == Page::kAudit);
  CHECK(go->target == app::kLateRows);
  screen.state.target = app::kLateRows;
  screen.show();
  CHECK(screen.ui->has(Role::kHeading, "Stage 1: Practitioner to practitioner"));
  CHECK_FALSE(screen.ui->has(Role::kHeading, "Stage 2: Manager to manager"));
  CHECK_FALSE(screen.ui->says("Do what tell asks"));
  screen.state.target = app::kMissingRows;
  screen.show();
  CHECK(screen.ui->says("Do what tell asks"));
  CHECK_FALSE(screen.ui->has(Role::kHeading, "The whole case"));
}

TEST_CASE("a list without rows says so") {
  Screen screen(Page::kAudit);
  screen.open_case();
  screen.state.target = app::kLateRows;
  CHECK(screen.show().says("There is none of these."));
}

TEST_CASE("a row that waits leads to where its record is written") {
  Screen screen = at_stage_2();
  Driver& ui = screen.show();
  ui.press(Role::kLink, "Do what open asks");
  auto duty = screen.take<app::StartDuty>();
  REQUIRE(duty);
  CHECK(duty->duty == "open");
  CHECK(duty->stage == "stage-2");
  ui.press(Role::kLink, "Do what tell asks");  // the first: not recorded at stage 1
  duty = screen.take<app::StartDuty>();
  REQUIRE(duty);
  CHECK(duty->stage == "stage-1");
  ui.press(Role::kLink, "A time is agreed by which the discussion takes place");
  auto step = screen.take<app::StartStep>();
  REQUIRE(step);
  CHECK(step->kind == casework::StepKind::kAgreeTime);
  CHECK(step->target == "time-2");
  ui.press(Role::kLink, "Practitioner speaks to practitioner");
  step = screen.take<app::StartStep>();
  REQUIRE(step);
  CHECK(step->kind == casework::StepKind::kRecordDiscussion);
  CHECK(step->target == "stage-2");
  ui.press(Role::kLink, "The disagreement is resolved");
  CHECK(screen.take<app::StartStep>()->kind == casework::StepKind::kResolve);
  // What is recorded leads nowhere.
  CHECK_FALSE(ui.has(Role::kLink, "The disagreement is raised at stage 1"));
}

TEST_CASE("a closed case still leads to what may be recorded, and to nothing else") {
  Screen screen = at_stage_2();
  screen.add(casework::CaseWithdrawn{"Raised twice"});
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kLink, "Do what tell asks"));
  for (const Node& node : ui.nodes()) {
    if (node.role == Role::kLink) CHECK(node.name.find("speaks") == node.name.npos);
  }
  CHECK(ui.says("Reason recorded: Raised twice."));
}

TEST_CASE("the audit is downloaded from its page, and the link at the top leads there") {
  Screen screen = at_stage_2();
  Driver& ui = screen.show();
  ui.press(Role::kLink, "Download or print it");
  CHECK(ui.has(Role::kHeading, "Download"));
  for (const auto& each : {std::pair("Download as PDF", app::FileKind::kPdf),
                           std::pair("Download as a web page", app::FileKind::kHtml),
                           std::pair("Download as text", app::FileKind::kText)}) {
    ui.press(Role::kButton, each.first);
    const auto download = screen.take<app::Download>();
    REQUIRE(download);
    CHECK((download->kind == each.second));
  }
  CHECK_FALSE(ui.has(Role::kButton, "Download as a data file (JSON)"));
  ui.press(Role::kLink, "Back to the case");
  CHECK(screen.take<app::Go>()->page == Page::kCase);
}

TEST_CASE("what is recorded besides stands at the end with its reason") {
  Screen screen(Page::kAudit);
  screen.open_case([](casework::CaseOpened& fact) {
    fact.first_stage = "stage-3";
    fact.direct_reason = "He cannot wait.";
  });
  check_fits(screen);
  CHECK(screen.ui->has(Role::kHeading, "Recorded besides"));
  CHECK(screen.ui->says("The case began at stage 3."));
  CHECK(screen.ui->says("Reason recorded: He cannot wait."));
  CHECK(screen.ui->says("Does not apply"));
}

TEST_CASE("the documents of a case lead to its audit") {
  Screen screen(Page::kCase);
  screen.open_case();
  screen.state.target = app::kDocumentsPart;
  screen.show().press(Role::kLink, documents::kAuditTitle);
  CHECK(screen.take<app::ShowAudit>());
}
