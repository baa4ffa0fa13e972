// What each part of the policy format means for a case: one invented procedure for each,
// tests/data/policies/primitives/. Days counted by hand; in April 2026 the 3rd is Good Friday and
// the 6th Easter Monday, and the weeks from Monday 13 have no holiday.
#include <optional>

#include "casework/filled_in.h"
#include "casework/invented.h"
#include "policy/policy_files.h"

using namespace invented;
using casework::ClockStatus;
using casework::RunningClock;
using casework::Step;
using casework::StepKind;

namespace {

const Date kMonday = date(2026, 4, 13);

policy::Policy primitive(const std::string& name) {
  return policy_files::policy_of("tests/data/policies/primitives/" + name + ".json");
}

Running begun(const policy::Policy& policy, Date day, int hour = 10) {
  return Running(policy, opening(policy, day), at(day, hour));
}

// The last with that id; nothing when no date is shown for it.
std::optional<RunningClock> clock_of(const Running& running, const std::string& id) {
  std::optional<RunningClock> found;
  for (auto& clock : casework::clocks(running.state(), running.setting())) {
    if (clock.id == id) found = std::move(clock);
  }
  return found;
}

RunningClock the(const Running& running, const std::string& id) {
  auto found = clock_of(running, id);
  if (!found) FAIL("no date is shown for " << id);
  return *found;
}

Date due(const Running& running, const std::string& id) {
  return the(running, id).deadline.last_day;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::optional<Step> step_of(const Running& running, StepKind kind, const std::string& target = "") {
  for (Step& step : casework::next_steps(running.state(), running.setting())) {
    if (step.kind == kind && (target.empty() || step.target == target)) return std::move(step);
  }
  return std::nullopt;
}

std::string why(const Running& running, StepKind kind) {
  const auto step = step_of(running, kind);
  return step ? step->why : "";
}

bool owes(const Running& running, const std::string& duty) {
  for (const auto& owed : casework::duties(running.state(), running.setting())) {
    if (owed.duty == duty) return true;
  }
  return false;
}

casework::DiscussionRecorded meeting(const Running& running, std::string agreed = "") {
  return {"",
          calendar::uk_date(running.now()),
          std::string(casework::kMeetingChannel),
          "Priya Shah",
          "What was said",
          std::move(agreed)};
}

casework::TimeAgreed set(std::string clock, Date until, std::string with = "") {
  return {"", std::move(clock), until, std::move(with), ""};
}

}  // namespace

TEST_CASE("several clocks in a stage, some only for one outcome: no agreement") {
  const policy::Policy policy = primitive("several-conditional-clocks");
  Running running = begun(policy, kMonday);
  CHECK(due(running, "raise") == date(2026, 4, 15));
  CHECK(due(running, "reply") == date(2026, 4, 16));
  CHECK(!clock_of(running, "letter"));
  CHECK(!clock_of(running, "meeting"));
  CHECK(step_of(running, StepKind::kRecordReply));

  running.on(date(2026, 4, 14)).reply(false);
  CHECK(the(running, "reply").status == ClockStatus::kMet);
  CHECK(the(running, "raise").status == ClockStatus::kRunning);
  // Tue 14 is day 0; Wed 15, Thu 16, Fri 17, Mon 20, Tue 21.
  CHECK(due(running, "meeting") == date(2026, 4, 21));
  CHECK(has(explained(running, the(running, "meeting")),
            "after the reply came on Tuesday 14 April 2026"));
  CHECK(!clock_of(running, "letter"));
  CHECK(!owes(running, "confirm"));
  CHECK(why(running, StepKind::kEnterStage) == "The reply did not end in agreement.");

  running.on(date(2026, 4, 15)).talk();
  CHECK(the(running, "raise").status == ClockStatus::kMet);
  CHECK(the(running, "meeting").status == ClockStatus::kRunning);  // a telephone call is no meeting
  running.on(date(2026, 4, 22));
  CHECK(the(running, "meeting").status == ClockStatus::kOverdue);
  running.add(meeting(running, "A visit"));
  // The meeting agreed, and what it was late for stays on record.
  CHECK(the(running, "meeting").status == ClockStatus::kMetLate);
  CHECK(due(running, "meeting") == date(2026, 4, 21));
  CHECK(owes(running, "confirm"));
  check_replays_at_each_step(running.state());
}

TEST_CASE("several clocks in a stage, some only for one outcome: agreement") {
  const policy::Policy policy = primitive("several-conditional-clocks");
  Running running = begun(policy, kMonday);
  running.on(date(2026, 4, 14)).reply(true);
  CHECK(due(running, "letter") == date(2026, 4, 16));
  CHECK(!clock_of(running, "meeting"));
  CHECK(owes(running, "confirm"));
  CHECK(casework::next_steps(running.state(), running.setting()).front().kind ==
        StepKind::kResolve);
  running.on(date(2026, 4, 16)).add(invented::filled_in(policy.forms.front()));
  CHECK(the(running, "letter").status == ClockStatus::kMet);
  // A later quarrel does not undo a letter that was sent.
  running.on(date(2026, 4, 17)).talk();
  CHECK(the(running, "letter").status == ClockStatus::kMet);
  CHECK(clock_of(running, "meeting"));
  check_replays_at_each_step(running.state());
}

TEST_CASE("silence may be escalated") {
  const policy::Policy policy = primitive("silence");
  Running running = begun(policy, kMonday);
  running.talk();
  CHECK(!clock_of(running, "answer"));
  running.on(date(2026, 4, 14)).add(invented::filled_in(policy.forms.front()));
  // Tue 14 is day 0; Wed 15, Thu 16, Fri 17, Mon 20, Tue 21. The talk before it was no answer.
  CHECK(due(running, "answer") == date(2026, 4, 21));
  CHECK(the(running, "answer").status == ClockStatus::kRunning);
  CHECK(has(explained(running, the(running, "answer")), " was sent on Tuesday 14 April 2026"));
  CHECK(has(why(running, StepKind::kRecordReply), "by the end of Tuesday 21 April 2026."));
  running.on(date(2026, 4, 22));
  CHECK(casework::status_in_words(the(running, "answer"), running.setting()) ==
        "No reply came by the end of Tuesday 21 April 2026: you may treat that as not resolved");
  const Step first = casework::next_steps(running.state(), running.setting()).front();
  CHECK(first.kind == StepKind::kEnterStage);
  CHECK(first.suggested);
  CHECK(has(first.why,
            "No reply came by the end of Tuesday 21 April 2026; the procedure lets you "
            "treat that as not resolved."));
  Running answered = running;
  answered.reply(false);
  CHECK(the(answered, "answer").status == ClockStatus::kMetLate);
  running.enter("stage-2");
  CHECK(the(running, "answer").status == ClockStatus::kEnded);
  check_replays_at_each_step(running.state());
}

TEST_CASE("a budget is shared by its stages, over the State Funeral") {
  const policy::Policy policy = primitive("budget");
  Running running = begun(policy, date(2022, 9, 15));
  // Thu 15 is day 0; Fri 16 = 1; Mon 19 the State Funeral; Tue 20 = 2, Wed 21, Thu 22, Fri 23 = 5.
  const auto budget = the(running, "stages-1-and-2");
  CHECK(budget.deadline.last_day == date(2022, 9, 23));
  CHECK(budget.stage.empty());
  CHECK(budget.stages == std::vector<std::string>{"stage-1", "stage-2"});
  CHECK(budget.status == ClockStatus::kRunning);
  // Four working weeks are twenty working days: Fri 16, Tue 20 – Fri 23 = 5; to Fri 30 = 10; to Fri
  // 7 October = 15; to Fri 14 = 20.
  CHECK(due(running, "all-stages") == date(2022, 10, 14));
  CHECK(casework::next_deadline(running.state(), running.setting())->id == "stages-1-and-2");
  // Stage 2 is due no later than the budget; from Fri 23: Mon 26 = 1, Tue 27 = 2.
  CHECK(rungs(running) == Rungs{{"stage-2", date(2022, 9, 23)}, {"stage-3", date(2022, 9, 27)}});

  running.on(date(2022, 9, 21)).enter("stage-2");
  CHECK(due(running, "stages-1-and-2") == date(2022, 9, 23));
  CHECK(the(running, "stages-1-and-2").status == ClockStatus::kRunning);
  Running resolved = running;
  resolved.on(date(2022, 9, 23)).resolve();
  CHECK(the(resolved, "stages-1-and-2").status == ClockStatus::kMet);
  Running withdrawn = running;
  withdrawn.add(casework::CaseWithdrawn{"Raised twice"});
  CHECK(the(withdrawn, "stages-1-and-2").status == ClockStatus::kEnded);

  running.on(date(2022, 9, 26));
  CHECK(has(why(running, StepKind::kEnterStage),
            "It was due by the end of Friday 23 September 2022."));
  running.enter("stage-3");
  CHECK(the(running, "stages-1-and-2").status == ClockStatus::kMetLate);
  CHECK(the(running, "all-stages").status == ClockStatus::kRunning);
  // Back at stage 2, a new five days begin: Tue 27, Wed 28, Thu 29, Fri 30, Mon 3 October.
  running.enter("stage-2");
  CHECK(due(running, "stages-1-and-2") == date(2022, 10, 3));
  CHECK(the(running, "stages-1-and-2").status == ClockStatus::kRunning);
  check_replays_at_each_step(running.state());
}

TEST_CASE("a time agreed may not be later than a budget over its stage") {
  policy::Policy policy = procedure();
  policy::Budget budget{{"stage-1", "stage-2"},
                        clock("five", 5, policy::StartEvent::kStageEntered)};
  budget.clock.met_by = policy::MetBy::kStageEnded;
  policy.budgets.push_back(budget);
  Running running = begun(policy, kMonday);
  running.on(date(2026, 4, 15)).enter("stage-2");
  // The budget ends on Mon 20; ten working days from Wed 15 would be Wed 29.
  CHECK(casework::latest_agreeable(running.state(), running.setting(), "time-2")->last_day ==
        date(2026, 4, 20));
  const auto refused = running.attempt(set("time-2", date(2026, 4, 21), "Priya Shah"));
  CHECK(message_for(refused, "until") ==
        "The date agreed must be on or before Monday 20 April 2026, which is five working days "
        "after stage 1 was entered. Source: The guide, Timescales: “within five working days”.");
  CHECK(running.attempt(set("time-2", date(2026, 4, 20), "Priya Shah")).ok());
  // Not beyond its own maximum either, where the budget is longer.
  policy.budgets[0].clock.amount.count = 30;
  CHECK(has(message_for(running.attempt(set("time-2", date(2026, 4, 30), "Priya Shah")), "until"),
            "Wednesday 29 April 2026, which is ten working days after stage 2 was entered"));
}

TEST_CASE("calendar days, elapsed hours, weeks, months, and the same day") {
  const policy::Policy policy = primitive("calendar-days-and-hours");
  Running running = begun(policy, date(2026, 4, 11));  // a Saturday
  CHECK(due(running, "hours") == date(2026, 4, 11));   // the whole of that day
  CHECK(due(running, "same-day") == date(2026, 4, 11));
  CHECK(due(running, "same-working-day") == kMonday);
  CHECK(the(running, "same-working-day").amount == "the same working day");
  running.tick("tell-manager");
  CHECK(the(running, "same-working-day").status == ClockStatus::kMet);
  running.on(kMonday).enter("stage-2");
  CHECK(due(running, "calendar-days") == date(2026, 4, 20));
  CHECK(due(running, "working-week") == date(2026, 4, 20));
  running.on(date(2026, 4, 14)).enter("stage-3");
  CHECK(due(running, "weeks") == date(2026, 4, 28));
  running.on(date(2026, 4, 30)).resolve();
  CHECK(due(running, "month") == date(2026, 5, 30));
  check_replays_at_each_step(running.state());
}

TEST_CASE("a priority table decides which clock runs, and the case must say which priority") {
  const policy::Policy policy = primitive("priority-table");
  casework::CaseOpened fact = opening(policy, kMonday);
  const auto attempt = [&](const std::string& priority) {
    fact.priority = priority;
    return casework::open_case({policy, holidays(), kTeacher, at(kMonday)}, kCaseId, fact);
  };
  CHECK(message_for(attempt(""), "priority") == "Select which priority applies");
  CHECK(message_for(attempt("purple"), "priority") == "Select which priority applies");
  fact.priority = "red";
  Running red(policy, fact, at(kMonday, 10, 30));
  CHECK(the(red, "red").deadline.ends == at(kMonday, 14, 30));
  CHECK(!clock_of(red, "amber"));
  CHECK(!clock_of(red, "green"));
  CHECK(owes(red, "tell-head"));
  CHECK(casework::to_json(red.state().events[0])["data"]["priority"] == "red");
  CHECK(rungs(red).size() == 1);
  check_replays(red.state());
  fact.priority = "green";
  Running green(policy, fact, at(kMonday, 10, 30));
  CHECK(due(green, "green") == date(2026, 4, 20));
  CHECK(!clock_of(green, "red"));
  CHECK(!owes(green, "tell-head"));
  CHECK(rungs(green).empty());  // stage 2 has a clock for red and amber only
}

TEST_CASE("a stage without a number comes before the others") {
  const policy::Policy policy = primitive("pre-stage");
  Running running = begun(policy, kMonday);
  CHECK(due(running, "advice") == date(2026, 4, 14));
  CHECK(has(why(running, StepKind::kRecordDiscussion), "at before escalation yet"));
  running.on(date(2026, 4, 15)).enter("stage-1");
  CHECK(due(running, "talk") == date(2026, 4, 17));
  CHECK(has(explained(running, the(running, "talk")),
            "before escalation ended on Wednesday 15 April"));
}

TEST_CASE("a procedure in steps is spoken of in steps") {
  const policy::Policy policy = primitive("steps");
  Running running = begun(policy, kMonday);
  const auto next = step_of(running, StepKind::kEnterStage);
  REQUIRE(next);
  CHECK(next->label.find("Move to step 2") == 0);
  CHECK(message_for(running.attempt(casework::StageEntered{}), "stage") ==
        "Select the step to move to");
}

TEST_CASE("a procedure without any clock has steps and no dates") {
  const policy::Policy policy = primitive("no-clocks");
  Running running = begun(policy, kMonday);
  CHECK(casework::clocks(running.state(), running.setting()).empty());
  CHECK(!casework::next_deadline(running.state(), running.setting()));
  CHECK(rungs(running).empty());
  CHECK(step_of(running, StepKind::kEnterStage, "level-2"));
  running.on(date(2026, 6, 1)).enter("level-2");
  check_replays(running.state());
}

TEST_CASE("a case may be about an adult or a theme, where the procedure says so") {
  const policy::Policy policy = primitive("adults-and-themes");
  casework::CaseOpened fact = opening(policy, kMonday);
  fact.subject.kind = "theme";
  const Setting setting{policy, holidays(), kTeacher, at(kMonday)};
  CHECK(casework::open_case(setting, kCaseId, fact).ok());
  fact.subject.kind = "child";
  CHECK(message_for(casework::open_case(setting, kCaseId, fact), "subject.kind") ==
        "Select who the disagreement is about");
}

TEST_CASE("only a meeting keeps a clock that waits for one") {
  const policy::Policy policy = primitive("uninvolved-chair");
  Running running = begun(policy, kMonday);
  running.enter("stage-2");
  running.talk();
  CHECK(the(running, "meet").status == ClockStatus::kRunning);
  running.on(date(2026, 4, 14)).add(meeting(running));
  CHECK(the(running, "meet").status == ClockStatus::kMet);
}

TEST_CASE("a meeting that keeps a clock does not start it anew") {
  policy::Policy policy = procedure();
  policy.stages[0].clocks = {clock("meet", 3, policy::StartEvent::kMeetingHeld)};
  policy.stages[0].clocks[0].met_by = policy::MetBy::kMeeting;
  Running running = begun(policy, kMonday);
  CHECK(!clock_of(running, "meet"));
  running.talk();
  CHECK(due(running, "meet") == date(2026, 4, 16));
  running.on(date(2026, 4, 14)).talk();
  CHECK(due(running, "meet") == date(2026, 4, 17));  // from the last talk
  running.on(date(2026, 4, 20)).add(meeting(running));
  CHECK(due(running, "meet") == date(2026, 4, 17));
  CHECK(the(running, "meet").status == ClockStatus::kMetLate);
}

TEST_CASE("the source's other words for a timescale are shown with where they would lead") {
  policy::Policy policy = primitive("stated-as");
  Running running = begun(policy, date(2026, 4, 2));
  CHECK(due(running, "talk") == date(2026, 4, 8));
  CHECK(has(explained(running, the(running, "talk")),
            " The procedure also says 48 hours: those would end at the end of Friday 3 April 2026; "
            "the working days count. Source: "));
  const auto other = casework::explain(the(running, "talk"), running.setting()).other;
  REQUIRE(other);
  CHECK(other->deadline.last_day == date(2026, 4, 3));
  CHECK(other->by_day.size() == 2);
  policy.stages[0].clocks[0].start = policy::StartEvent::kCaseRaised;
  CHECK(
      has(explained(running, the(running, "talk")),
          " 48 hours: those would end at 10am on Saturday 4 April 2026; the working days count."));
}

TEST_CASE("a time that is only a guide says so, and is overdue all the same") {
  policy::Policy policy = primitive("stated-as");
  Running running = begun(policy, date(2026, 4, 2));
  constexpr auto kGuide = "gives this time as a guide.";
  CHECK(!has(explained(running, the(running, "talk")), kGuide));
  policy.stages[0].clocks[0].force = policy::Force::kIndicative;
  CHECK(has(explained(running, the(running, "talk")), kGuide));
  running.on(date(2026, 4, 9));
  CHECK(the(running, "talk").status == ClockStatus::kOverdue);
}

TEST_CASE("of several starts the earliest or the latest counts, of those that have happened") {
  const policy::Policy policy = primitive("several-starts");
  Running running(policy, opening(policy, kMonday), at(date(2026, 4, 15), 10));
  CHECK(due(running, "earliest") == date(2026, 4, 16));
  CHECK(has(explained(running, the(running, "earliest")),
            "after the concern arose on Monday 13 April"));
  CHECK(has(explained(running, the(running, "earliest")),
            "The procedure counts from whichever comes first."));
  running.enter("stage-2");
  CHECK(!clock_of(running, "latest"));
  running.on(date(2026, 4, 16)).add(invented::filled_in(policy.forms.front()));
  CHECK(due(running, "latest") == date(2026, 4, 23));
  running.on(date(2026, 4, 17)).talk();
  CHECK(due(running, "latest") == date(2026, 4, 24));
  CHECK(has(explained(running, the(running, "latest")), "the meeting was held on Friday 17 April"));
  CHECK(rungs(running).empty());
}

TEST_CASE("an exclusion that applies brings the other procedure's clock") {
  const policy::Policy policy = primitive("exclusion-clock");
  casework::CaseOpened fact = opening(policy, date(2026, 4, 1));
  CHECK(!clock_of(Running(policy, fact, at(date(2026, 4, 1))), "dissent"));
  fact.exclusions["conference"] = true;
  fact.exclusions["allegation"] = true;
  fact.scope_reason = "Both are followed.";
  Running running(policy, fact, at(date(2026, 4, 1)));
  // Thu 2 = 1; Tue 7 = 2 … Fri 10 = 5; Fri 17 = 10.
  const RunningClock clock = the(running, "dissent");
  CHECK(clock.deadline.last_day == date(2026, 4, 17));
  CHECK(clock.stage.empty());
  CHECK(clock.what == "Dissent is put in writing");
  CHECK(!clock_of(running, "allegation-report"));  // at once: no date
  running.on(date(2026, 4, 2)).enter("stage-2");
  CHECK(the(running, "dissent").status == ClockStatus::kRunning);
  Running late = running;
  late.on(date(2026, 4, 20)).resolve();
  CHECK(the(late, "dissent").status == ClockStatus::kMetLate);
  running.add(casework::CaseWithdrawn{"It goes the other way."});
  CHECK(the(running, "dissent").status == ClockStatus::kMet);
}
