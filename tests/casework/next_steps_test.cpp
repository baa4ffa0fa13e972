#include "casework/next_steps.h"

#include <algorithm>

#include "casework/invented.h"

using namespace invented;
using casework::Step;
using casework::StepKind;
using policy::DutyAction;
using policy::DutyMoment;

namespace {

const Date kDay = date(2026, 4, 1);

std::vector<Step> steps(const Running& running) {
  return casework::next_steps(running.state(), running.setting());
}

// The first thing to do. Requires that it, and only it, is suggested.
Step suggested(const Running& running) {
  const std::vector<Step> all = steps(running);
  REQUIRE(!all.empty());
  const auto count =
      std::count_if(all.begin(), all.end(), [](const Step& step) { return step.suggested; });
  CHECK(count == 1);
  CHECK(all.front().suggested);
  return all.front();
}

std::vector<std::string> labels(const std::vector<Step>& all) {
  std::vector<std::string> found;
  for (const Step& step : all) found.push_back(step.label);
  return found;
}

}  // namespace

TEST_CASE("with nothing recorded, the discussion is recorded first") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  const Step step = suggested(running);
  CHECK(step.kind == StepKind::kRecordDiscussion);
  CHECK(step.label == "Record the discussion");
  CHECK(step.target == "stage-1");
  CHECK(step.why ==
        "No discussion is recorded at stage 1 yet. The discussion takes place by the end of "
        "Tuesday 7 April 2026.");
  CHECK(labels(steps(running)) ==
        std::vector<std::string>{"Record the discussion", "Move to stage 2: Manager to manager",
                                 "Go straight to stage 3", "Record that it is resolved",
                                 "Add a note", "Withdraw the disagreement"});
  CHECK(steps(running)[2].why == "If the child cannot wait.");
  CHECK(steps(running)[2].cite->words == "at once");
}

TEST_CASE("a stage that begins with a notice asks for the notice first, then for the discussion") {
  policy::Policy policy = procedure();
  policy.duties = {duty("refer", DutyMoment::kOnEntry, {"stage-2"}, DutyAction::kNotice)};
  policy.forms[0].offered_at = {"stage-2"};
  SUBCASE("that their own side sends") {
    Running running(policy, kDay);
    CHECK(suggested(running).label == "Record the discussion");
    running.enter("stage-2");
    CHECK(suggested(running).kind == StepKind::kIssueNotice);
    CHECK(suggested(running).target == "notice");
    running.issue();
    CHECK(suggested(running).label == "Record the discussion");
  }
  SUBCASE("that another sends") {
    policy.duties[0].by = policy::Party::Side::kPartnership;
    Running running(policy, kDay);
    running.enter("stage-2");
    CHECK(suggested(running).label == "Record the discussion");
  }
  SUBCASE("that goes at any time") {
    policy.duties[0].when = DutyMoment::kAtEveryStage;
    Running running(policy, kDay);
    running.enter("stage-2");
    CHECK(suggested(running).label == "Record the discussion");
  }
}

TEST_CASE("after a discussion without agreement the case moves on") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.talk();
  CHECK(suggested(running).kind == StepKind::kEnterStage);
  CHECK(suggested(running).label == "Move to stage 2: Manager to manager");
  CHECK(suggested(running).why == "The discussion did not end in agreement.");
  running.talk("He will be visited on Friday.");
  CHECK(suggested(running).label == "Record that it is resolved");
}

TEST_CASE("a time is agreed once the discussion is recorded") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.on(date(2026, 4, 2)).enter("stage-2");
  CHECK(suggested(running).label == "Record the discussion");
  running.talk();
  const Step agree = suggested(running);
  CHECK(agree.kind == StepKind::kAgreeTime);
  CHECK(agree.target == "time-2");
  CHECK(agree.label == "Agree a time for stage 2");
  CHECK(agree.why == "No time is agreed yet. It may be no later than Monday 20 April 2026.");
  running.agree("time-2", date(2026, 4, 10));
  CHECK(suggested(running).label == "Move to stage 3: Partnership");
  const auto all = labels(steps(running));
  CHECK(std::count(all.begin(), all.end(), "Agree a new time for stage 2") == 1);
  CHECK(std::count(all.begin(), all.end(), "Complete the Outcome Notice") == 1);
  CHECK(std::count(all.begin(), all.end(), "Go straight to stage 3") == 0);
}

TEST_CASE("what is overdue is moved on, and no time is agreed in the past") {
  policy::Policy policy = procedure();
  policy.duties = {duty("before", DutyMoment::kBeforeEntry, {"stage-3"}, DutyAction::kNotice)};
  Running running(policy, kDay);
  running.on(date(2026, 4, 8));
  CHECK(suggested(running).label == "Move to stage 2: Manager to manager");
  CHECK(suggested(running).why ==
        "It was due by the end of Tuesday 7 April 2026. No discussion is recorded.");
  running.enter("stage-2");
  running.talk();
  running.on(date(2026, 4, 23));
  CHECK(suggested(running).label == "Move to stage 3: Partnership");
  CHECK(suggested(running).why ==
        "It was due by the end of Wednesday 22 April 2026. Before that, complete the Outcome "
        "Notice.");
  const auto all = labels(steps(running));
  CHECK(std::count(all.begin(), all.end(), "Agree a time for stage 2") == 0);
}

TEST_CASE("at the last stage there is only recording and resolving") {
  policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.enter("stage-3");
  running.on(date(2026, 4, 30));
  CHECK(suggested(running).label == "Record the discussion");
  running.talk();
  CHECK(suggested(running).label == "Record that it is resolved");
  policy.stages[2].may_resolve = false;
  CHECK(suggested(running).label == "Record the discussion");
}

TEST_CASE("a time without a maximum is still asked for") {
  policy::Policy policy = procedure();
  policy.stages[1].clocks[0].amount.count = 0;
  Running running(policy, kDay);
  running.enter("stage-2");
  running.talk();
  CHECK(suggested(running).label == "Agree a time for stage 2");
}

TEST_CASE("once it is resolved, the notice is completed") {
  policy::Policy policy = procedure();
  policy::Form owed_form = form();
  owed_form.id = "letter";
  owed_form.title = "Letter to the parties";
  owed_form.offered_on_resolution = false;
  policy.forms.push_back(owed_form);
  policy.duties = {duty("confirm", DutyMoment::kOnResolution, {}, DutyAction::kNotice)};
  policy.duties[0].form = "letter";
  Running running(policy, kDay);
  running.issue();  // before the resolution: it does not count
  running.resolve();
  CHECK(suggested(running).kind == StepKind::kIssueNotice);
  CHECK(suggested(running).label == "Complete the letter to the parties");
  CHECK(suggested(running).why ==
        "The case is resolved. It tells the partnership what came of it.");
  running.add(casework::NoticeIssued{"letter", "", {{"problem", {"x"}}}, ""});
  CHECK(suggested(running).label == "Complete the Outcome Notice");
  running.issue();
  const auto all = steps(running);
  CHECK(std::none_of(all.begin(), all.end(), [](const Step& step) { return step.suggested; }));
  CHECK(labels(all) == std::vector<std::string>{"Complete the Outcome Notice", "Add a note"});
}

TEST_CASE("a withdrawn case takes notes") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.add(casework::CaseWithdrawn{"Raised twice"});
  CHECK(labels(steps(running)) == std::vector<std::string>{"Add a note"});
}

TEST_CASE("every step that is offered can be taken") {
  policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.enter("stage-2");
  for (const Step& step : steps(running)) {
    Payload payload = casework::NoteAdded{"x"};
    if (step.kind == StepKind::kRecordDiscussion) {
      payload = casework::DiscussionRecorded{step.target, kDay, "Meeting", "x", "x", ""};
    } else if (step.kind == StepKind::kAgreeTime) {
      payload = casework::TimeAgreed{"", step.target, kDay, "x", ""};
    } else if (step.kind == StepKind::kEnterStage || step.kind == StepKind::kEnterDirectly) {
      payload = casework::StageEntered{step.target, "", false, "x"};
    } else if (step.kind == StepKind::kIssueNotice) {
      payload = casework::NoticeIssued{step.target, "", {{"problem", {"x"}}}, ""};
    } else if (step.kind == StepKind::kResolve) {
      payload = casework::CaseResolved{step.target, "x", "x", false, ""};
    } else if (step.kind == StepKind::kWithdraw) {
      payload = casework::CaseWithdrawn{"x"};
    }
    CHECK_MESSAGE(running.attempt(payload).ok(), step.label);
  }
}

TEST_CASE("at immediate risk, where no time protects the child, the direct way is first") {
  policy::Policy policy = procedure();
  casework::CaseOpened fact = opening(policy, date(2026, 4, 1));
  fact.immediate_risk = true;
  CHECK(suggested(Running(policy, fact, at(date(2026, 4, 1)))).kind ==
        StepKind::kRecordDiscussion);  // two working days run
  policy.stages[0].clocks.clear();
  const Running unprotected(policy, fact, at(date(2026, 4, 1)));
  CHECK(suggested(unprotected).kind == StepKind::kEnterDirectly);
  CHECK(suggested(unprotected).target == "stage-3");
  fact.immediate_risk = false;
  CHECK(suggested(Running(policy, fact, at(date(2026, 4, 1)))).kind == StepKind::kRecordDiscussion);
}
