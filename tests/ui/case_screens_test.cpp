// The screens of a case: versions of its procedure, times of every kind, replies, guidance, and
// the procedure's own word for a stage.
#include <doctest/doctest.h>

#include "base/text.h"
#include "ui/screens.h"

using namespace ui;
using app::Page;
using Origin = app::KnownPolicy::Origin;

namespace {

constexpr auto kNewer = "northmoor-stage-2";

Screen with_newer(Page page) {
  policy::Policy later = northmoor("stage", "2");
  later.principles.push_back({"Nobody waits.", {"guide", "Opening", "nobody waits", ""}});
  return Screen(page, {known(northmoor(), Origin::kPinned, false), known(std::move(later))});
}

policy::Policy with_clock(const std::function<void(policy::Clock&)>& change) {
  policy::Policy policy = northmoor();
  change(policy.stages[0].clocks[0]);
  return policy;
}

}  // namespace

TEST_CASE("a case under an older version says so, shows what differs and can be moved") {
  Screen screen = with_newer(Page::kCase);
  screen.open_case();
  check_fits(screen);
  CHECK(screen.ui->says("Another version of this procedure is in use for new cases: version 2."));
  CHECK(screen.ui->says("This case stays under its own, version 1"));
  screen.ui->press(Role::kLink, "See what differs");
  CHECK(screen.take<app::ShowComparison>()->second == kNewer);
  screen.ui->press(Role::kLink, "Move this case to it");
  CHECK(screen.take<app::StartPolicyChange>());
}

TEST_CASE("a case under the version in use says nothing of others") {
  Screen screen(Page::kCase);
  screen.open_case();
  CHECK_FALSE(screen.show().says("Another version"));
}

TEST_CASE("moving a case: where it stands, why, and how much differs") {
  Screen screen = with_newer(Page::kChangePolicy);
  screen.open_case();
  screen.state.target = kNewer;
  check_fits(screen);
  Driver& ui = *screen.ui;
  CHECK(ui.says("From Northmoor, version 1, to version 2."));
  CHECK(ui.says("added: 1"));
  ui.press(Role::kRadio, "Stage 2: Manager to manager");
  const auto chosen = screen.take<app::SetText>();
  CHECK(chosen->key == "stage");
  CHECK(chosen->value == "stage-2");
  ui.type("Why is it moved?", "The partnership decided it.");
  CHECK(screen.take<app::SetText>()->key == "reason");
  ui.press(Role::kButton, "Move the case");
  CHECK(screen.take<app::Submit>());
}

TEST_CASE("moving a case asks how urgent it is where only the other version knows it") {
  policy::Policy later = northmoor("stage", "2");
  later.priorities = {{"red", "Red", "Today", {"guide", "Priorities", "red", ""}}};
  Screen screen = with_newer(Page::kChangePolicy);
  screen.open_case();
  screen.state.target = kNewer;
  CHECK_FALSE(screen.show().has(Role::kRadioGroup, "How urgent is it?"));
  screen.state.policies[1] = known(later);
  check_fits(screen);
  screen.ui->press(Role::kRadio, "Red");
  CHECK(screen.take<app::SetText>()->key == "priority");
}

TEST_CASE("a time that does not carry over to the other version is told before the case is moved") {
  policy::Policy later = northmoor("stage", "2");
  Screen screen(Page::kCase, {known(with_clock([](policy::Clock& clock) {
                                      clock.kind = policy::ClockKind::kDeclared;
                                      clock.amount = {};
                                      clock.what = "An answer is given";
                                    }),
                                    Origin::kPinned, false),
                              known(later)});
  screen.open_case();
  screen.add(casework::TimeAgreed{"", "talk-1", invented::date(2026, 4, 8), "Jo", ""});
  // In the record's words: Jo was told, and agreed to nothing.
  screen.state.target = app::kChronologyPart;
  screen.show();
  CHECK(screen.ui->says("Time declared at stage 1: by 8 April 2026, told to Jo."));
  CHECK_FALSE(screen.ui->says("Time agreed"));
  CHECK_FALSE(screen.ui->says("with Jo"));

  screen.state.page = Page::kChangePolicy;
  screen.state.target = kNewer;
  const std::string lost = "The time set for “An answer is given” does not carry over.";
  CHECK_FALSE(screen.show().says(lost));
  later.stages[0].clocks[0].id = "talk-anew";
  screen.state.policies[1] = known(later);
  CHECK(screen.show().says(lost));
}

TEST_CASE("a time in hours ends at its hour wherever it is shown") {
  Screen screen(Page::kCase, {known(with_clock([](policy::Clock& clock) {
                  clock.amount = {24, calendar::Unit::kHours};
                  clock.start = policy::StartEvent::kStageEntered;
                }))});
  screen.open_case();
  // While it runs, and once the discussion has met it: then it is in the table.
  for (const char* part : {app::kNowPart, app::kChronologyPart}) {
    screen.state.target = part;
    Driver& ui = screen.show();
    CHECK_MESSAGE(ui.says("am on Thursday 2 April 2026"), ui.outline());
    CHECK_FALSE(ui.says("the end of Thursday 2 April 2026"));
  }
  screen.add(casework::DiscussionRecorded{"", invented::date(2026, 4, 1), "Telephone", "Priya Shah",
                                          "We disagreed.", ""});
  screen.state.target = app::kNowPart;
  screen.show();
  CHECK(screen.ui->says("9am on Thursday 2 April 2026"));
  CHECK_FALSE(screen.ui->says("the end of Thursday 2 April 2026"));
}

TEST_CASE("a reply is recorded with its day, its sender and whether it settles the matter") {
  Screen screen(Page::kReply);
  screen.open_case();
  check_fits(screen);
  Driver& ui = *screen.ui;
  ui.type_date("When did it arrive?", "1", "", "");
  CHECK(screen.take<app::SetText>()->key == "received_on.day");
  ui.type("Who replied?", "Priya Shah");
  CHECK(screen.take<app::SetText>()->key == "from");
  ui.type("What does it say?", "No.");
  CHECK(screen.take<app::SetText>()->key == "account");
  ui.press(Role::kRadio, "Yes");
  CHECK(screen.take<app::SetText>()->key == "agreed");
  ui.press(Role::kButton, "Save the reply");
  CHECK(screen.take<app::Submit>());
}

TEST_CASE("a talk begun at an earlier stage says which stage it is about") {
  Screen screen(Page::kDiscussion);
  screen.open_case();
  screen.add(casework::StageEntered{"stage-2", "", false, "It was not resolved."});
  screen.state.target = "stage-1";
  CHECK(screen.show().says("This is about stage 1."));
  screen.state.target = "stage-2";
  CHECK_FALSE(screen.show().says("This is about"));
}

TEST_CASE("a time is agreed in words of its own") {
  Screen agreed(Page::kAgreeTime);
  agreed.open_case();
  agreed.add(casework::StageEntered{"stage-2", "", false, "It was not resolved."});
  agreed.state.target = "time-2";
  check_fits(agreed);
  CHECK(agreed.ui->has(Role::kHeading, "Agree a time for stage 2"));
  CHECK(agreed.ui->get(Role::kTextField, "Agreed with whom?").required);
}

TEST_CASE("a time is stated in words of its own") {
  Screen stated(Page::kAgreeTime, {known(with_clock([](policy::Clock& clock) {
                  clock.kind = policy::ClockKind::kDeclared;
                  clock.amount = {};
                }))});
  stated.open_case();
  stated.state.target = "talk-1";
  stated.show();
  CHECK(stated.ui->has(Role::kHeading, "By when should stage 1 be resolved?"));
  CHECK_FALSE(stated.ui->get(Role::kTextField, "Who was told?").required);
}

TEST_CASE("a time that protects is set in words of its own") {
  Screen protects(Page::kAgreeTime,
                  {known(with_clock([](policy::Clock& clock) { clock.or_protective = true; }))});
  protects.open_case();
  protects.state.target = "talk-1";
  protects.show();
  CHECK(protects.ui->has(Role::kHeading, "A date that protects the child"));
  CHECK(protects.ui->says("earlier than the procedure’s own time"));
}

TEST_CASE("a shared time names the stages that share it") {
  policy::Policy policy = northmoor();
  policy::Clock clock = invented::clock("shared", 5, policy::StartEvent::kStageEntered);
  clock.met_by = policy::MetBy::kStageEnded;
  policy.budgets = {{{"stage-1", "stage-2"}, clock}};
  Screen screen(Page::kCase, {known(std::move(policy))});
  screen.open_case();
  check_fits(screen);
  CHECK(screen.ui->has(Role::kRowHeader, "Stages 1 and 2 together"));
}

TEST_CASE("who judges that it is resolved, the meeting, others to ask and what should come of it") {
  policy::Policy policy = northmoor();
  policy::Stage& stage = policy.stages[0];
  stage.judge = policy::Judge{stage.speaks, "The side that raised it says so.", stage.cite};
  stage.meeting = policy::Meeting{"The partnership calls a meeting",
                                  policy::Meeting::Chair::kUninvolved, stage.cite};
  stage.alternatives = {{"manager", "The designated nurse may be asked directly.", stage.cite}};
  stage.outputs = {{"A plan in writing.", stage.cite}};
  Screen screen(Page::kResolve, {known(std::move(policy))});
  screen.open_case();
  CHECK(screen.show().says("The side that raised it says so."));
  screen.state.page = Page::kGuidance;
  check_fits(screen);
  Driver& ui = *screen.ui;
  for (const char* words : {"The side that raised it says so.", "has no part in the disagreement",
                            "The designated nurse may be asked directly.", "A plan in writing.",
                            "Challenge is welcome."}) {
    CHECK_MESSAGE(ui.says(words), words);
  }
  CHECK_FALSE(ui.says("“is welcome”"));
  ui.press(Role::kButton, "Where this comes from: principles");
  CHECK(ui.says("“is welcome”"));
  ui.press(Role::kLink, "Read the procedure and its sources");
  CHECK(screen.take<app::ShowProcedure>()->hash == "northmoor-stage-1");
}

TEST_CASE("a procedure of steps has no stage on any screen of its case") {
  Screen screen(Page::kCase,
                {known(northmoor("step"), Origin::kPinned, false), known(northmoor("step", "2"))});
  screen.open_case();
  screen.add(casework::DiscussionRecorded{"", invented::date(2026, 4, 1), "Telephone", "Priya Shah",
                                          "We disagreed.", ""});
  screen.add(casework::StageEntered{"step-2", "", false, "It was not resolved."});
  screen.add(casework::TimeAgreed{"", "time-2", invented::date(2026, 4, 8), "Priya Shah", ""});
  struct Shown {
    Page page;
    const char* target;
  };
  for (const Shown& shown : {Shown{Page::kCase, app::kNowPart},
                             {Page::kCase, app::kChronologyPart},
                             {Page::kCase, app::kPeoplePart},
                             {Page::kCase, app::kDocumentsPart},
                             {Page::kDiscussion, ""},
                             {Page::kReply, ""},
                             {Page::kAgreeTime, "time-2"},
                             {Page::kEnterStage, "step-3"},
                             {Page::kDuty, "tell/step-2"},
                             {Page::kResolve, ""},
                             {Page::kWithdraw, ""},
                             {Page::kNote, ""},
                             {Page::kGuidance, ""},
                             {Page::kChangePolicy, "northmoor-step-2"},
                             {Page::kNotice, "notice"},
                             {Page::kProcedure, ""},
                             {Page::kHome, ""}}) {
    CAPTURE(int(shown.page));
    screen.state.page = shown.page;
    screen.state.target = shown.target;
    Driver& ui = screen.show();
    for (int expander = 0; expander < 3; ++expander) {  // what is folded away too
      for (const Node& node : ui.nodes()) {
        if (node.expandable && !node.expanded) ui.semantics().activate(node.id);
      }
      ui.settle();
    }
    CHECK(ui.nodes().size() > 5);
    for (const Node& node : ui.nodes()) {
      for (const std::string* text : {&node.name, &node.value, &node.description}) {
        CHECK_MESSAGE(base::lower_ascii(*text).find("stage") == text->npos, *text);
      }
    }
  }
}

TEST_CASE("silence that may be escalated is not called overdue") {
  Screen screen(
      Page::kCase,
      {known(with_clock([](policy::Clock& clock) { clock.lapse = policy::Lapse::kMayEscalate; }))});
  screen.open_case();
  screen.state.now = invented::at(invented::date(2026, 4, 20));
  CHECK(screen.show().says("May be escalated"));
}
