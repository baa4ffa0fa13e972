// Times that people set: declared by the person who escalates, or to protect the child.
// (Agreed ones: clocks_test.cpp, decide_test.cpp.)
#include <optional>

#include "casework/invented.h"
#include "policy/policy_files.h"

using namespace invented;
using casework::ClockStatus;
using casework::RunningClock;
using casework::StepKind;

namespace {

const Date kMonday = date(2026, 4, 13);

policy::Policy primitive(const std::string& name) {
  return policy_files::policy_of("tests/data/policies/primitives/" + name + ".json");
}

Running begun(const policy::Policy& policy) {
  return Running(policy, opening(policy, kMonday), at(kMonday, 10));
}

std::optional<RunningClock> clock_of(const Running& running, const std::string& id) {
  for (auto& clock : casework::clocks(running.state(), running.setting())) {
    if (clock.id == id) return std::move(clock);
  }
  return std::nullopt;
}

casework::TimeAgreed set(std::string clock, Date until, std::string with = "") {
  return {"", std::move(clock), until, std::move(with), ""};
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string label_for(const Running& running, const std::string& clock) {
  for (const auto& step : casework::next_steps(running.state(), running.setting())) {
    if (step.kind == StepKind::kAgreeTime && step.target == clock) return step.label;
  }
  return "";
}

}  // namespace

TEST_CASE("no date is shown until one is declared, then that date") {
  const policy::Policy policy = primitive("declared");
  Running running = begun(policy);
  CHECK(!clock_of(running, "declared-1"));
  CHECK(!casework::next_deadline(running.state(), running.setting()));
  CHECK(rungs(running).empty());
  const auto first = casework::next_steps(running.state(), running.setting()).front();
  CHECK(first.label == "Say by when stage 1 is to be resolved");
  CHECK(first.why == "No time is declared yet.");
  CHECK(first.suggested);
  CHECK(message_for(running.attempt(set("declared-1", Date{})), "until") ==
        "Enter the date by which it is to be resolved");
  CHECK(message_for(running.attempt(set("declared-1", date(2026, 4, 12))), "until") ==
        "The date must be today or in the future");

  running.add(set("declared-1", date(2026, 4, 17)));
  const RunningClock clock = *clock_of(running, "declared-1");
  CHECK(clock.deadline.last_day == date(2026, 4, 17));
  CHECK(clock.agreed == date(2026, 4, 17));
  CHECK(clock.kind == policy::ClockKind::kDeclared);
  CHECK(clock.amount == "a time to be declared");
  CHECK(has(
      explained(running, clock),
      "Declared by Mara Ellwood on 13 April 2026: by the end of Friday 17 April 2026. Source: "));
  CHECK(label_for(running, "declared-1") == "Say anew by when stage 1 is to be resolved");
  running.add(set("declared-1", date(2026, 4, 16), "Priya Shah"));
  CHECK(has(explained(running, *clock_of(running, "declared-1")),
            "Declared by Mara Ellwood on 13 April 2026 and told to Priya Shah: by the end of "
            "Thursday 16 April 2026."));
  // From Thu 16: ten working days of stage 2 end on Thu 30.
  CHECK(rungs(running) == Rungs{{"stage-2", date(2026, 4, 30)}});
  check_replays_at_each_step(running.state());
}

TEST_CASE("a declared time has a maximum where the procedure gives one") {
  const policy::Policy policy = primitive("declared");
  Running running = begun(policy);
  running.enter("stage-2");
  const RunningClock clock = *clock_of(running, "declared-2");
  CHECK(clock.needs_agreement);
  CHECK(clock.deadline.last_day == date(2026, 4, 27));
  CHECK(has(explained(running, clock),
            " asks for a time to be declared. None is recorded yet, so this is "
            "the latest it may be."));
  CHECK(casework::status_in_words(clock, running.setting()) ==
        "No time declared yet: at the latest Monday 27 April 2026");
  const auto refused = running.attempt(set("declared-2", date(2026, 4, 28)));
  CHECK(has(message_for(refused, "until"),
            "The date must be on or before Monday 27 April 2026, which is ten working days after "
            "stage 2 was entered. Source: "));
  CHECK(refused.error().expected == policy::in_words(clock.cite, policy));
  running.add(set("declared-2", date(2026, 4, 27)));
  CHECK(!clock_of(running, "declared-2")->needs_agreement);
  running.on(date(2026, 4, 28));
  CHECK(clock_of(running, "declared-2")->status == ClockStatus::kOverdue);
}

TEST_CASE("a time that was agreed ends the clock no later than the procedure allows") {
  const policy::Policy policy = primitive("declared");
  Running running = begun(policy);
  running.enter("stage-2");
  running.add(set("declared-2", date(2026, 4, 27)));
  CHECK(clock_of(running, "declared-2")->deadline.last_day == date(2026, 4, 27));
  // The same procedure with another maximum, as a mended version would have it.
  policy::Policy shorter = policy;
  shorter.stages[1].clocks[0].amount.count = 5;
  casework::Setting setting = running.setting();
  const casework::Setting now{shorter, setting.holidays, setting.author, setting.now};
  bool found = false;
  for (const RunningClock& clock : casework::clocks(running.state(), now)) {
    if (clock.id != "declared-2") continue;
    found = true;
    CHECK(clock.deadline.last_day == date(2026, 4, 20));
    CHECK(!clock.agreed);
    CHECK(!clock.needs_agreement);
    CHECK(has(casework::in_words(casework::explain(clock, now)),
              "by the end of Monday 27 April 2026. That is later than the procedure allows, so its "
              "own time counts. Five working days after stage 2 was entered"));
  }
  CHECK(found);
}

TEST_CASE(
    "a time set within the maximum: its days, its list, and nothing of what moved the maximum") {
  const policy::Policy policy = primitive("declared");
  Running running = begun(policy);
  running.enter("stage-2");
  running.add(set("declared-2", date(2026, 4, 16)));
  RunningClock clock = *clock_of(running, "declared-2");
  const casework::Explanation why = casework::explain(clock, running.setting());
  REQUIRE(why.by_day.size() > 2);
  CHECK(why.by_day.back() == "Thursday 16 April 2026: the day declared; the last day");
  CHECK(has(why.by_day[why.by_day.size() - 2], "; the latest it could be"));
  clock.reckoning.moved = casework::MovedDay{clock.deadline, running.now(), {}};
  CHECK(!has(casework::in_words(casework::explain(clock, running.setting())), "device learnt"));
}

TEST_CASE("a day that is agreed for hours ends with them") {
  policy::Policy policy = primitive("declared");
  policy.stages[1].clocks[0].amount = {48, calendar::Unit::kHours};
  Running running = begun(policy);
  running.enter("stage-2");
  const calendar::Deadline most = clock_of(running, "declared-2")->deadline;
  running.add(set("declared-2", most.last_day));
  const RunningClock clock = *clock_of(running, "declared-2");
  CHECK(clock.reckoning.use == casework::Reckoning::Use::kEnds);
  CHECK(clock.deadline.ends == most.ends);
}

TEST_CASE("a time that was set for a day off says so") {
  const policy::Policy policy = primitive("protective");
  Running running = begun(policy);
  running.add(set("week", date(2026, 4, 18)));
  CHECK(has(explained(running, *clock_of(running, "week")),
            "by the end of Saturday 18 April 2026. Saturday 18 April 2026 is not a working day. "));
}

TEST_CASE("a time that was set for a bank holiday or a closure day says which") {
  const policy::Policy policy = primitive("protective");
  const Date day = date(2026, 4, 30);  // May Day is Monday 4 May
  const auto why = [&](Date until, const calendar::HolidaySet& holidays) {
    Running running(policy, opening(policy, day), at(day, 10));
    running.add(set("week", until));
    const casework::Setting as_usual = running.setting();
    const casework::Setting setting{policy, holidays, as_usual.author, as_usual.now};
    for (const RunningClock& clock : casework::clocks(running.state(), setting)) {
      if (clock.id == "week") return casework::why_in_words(clock, setting);
    }
    return std::string();
  };
  const calendar::HolidaySet usual =
      Running(policy, opening(policy, day), at(day, 10)).setting().holidays;
  CHECK(has(why(date(2026, 5, 4), usual),
            "Monday 4 May 2026 is not a working day (Early May bank holiday). "));
  const auto closed = usual.with({{date(2026, 5, 5), "School closed for training"}});
  CHECK(has(why(date(2026, 5, 5), closed),
            "Tuesday 5 May 2026 is not a working day (School closed for training). "));
  CHECK(!has(why(date(2026, 5, 5), usual), "not a working day"));
}

TEST_CASE("an earlier date that protects the child ends the clock, a later one does not") {
  const policy::Policy policy = primitive("protective");
  Running running = begun(policy);
  CHECK(clock_of(running, "week")->deadline.last_day == date(2026, 4, 20));
  CHECK(label_for(running, "week") == "Set a date that protects the child");
  CHECK(message_for(running.attempt(set("week", Date{})), "until") ==
        "Enter the date by which it must be settled to protect the child");

  Running later = running;
  later.add(set("week", date(2026, 4, 21)));
  CHECK(clock_of(later, "week")->deadline.last_day == date(2026, 4, 20));
  CHECK(!clock_of(later, "week")->agreed);
  CHECK(has(
      explained(later, *clock_of(later, "week")),
      " The time set to protect the child, Tuesday 21 April 2026, is later than that and so does "
      "not count. Source: "));

  running.add(set("week", date(2026, 4, 16)));
  const RunningClock clock = *clock_of(running, "week");
  CHECK(clock.deadline.last_day == date(2026, 4, 16));
  CHECK(clock.agreed == date(2026, 4, 16));
  CHECK(!clock.needs_agreement);
  CHECK(has(explained(running, clock),
            "Set to protect the child on 13 April 2026: by the end of Thursday 16 April 2026. "
            "Without that: one working week after stage 1 was entered on Monday 13 April 2026."));
  CHECK(label_for(running, "week") == "Set another date that protects the child");
  running.on(date(2026, 4, 17));
  CHECK(clock_of(running, "week")->status == ClockStatus::kOverdue);
  CHECK(label_for(running, "week").empty());
  check_replays_at_each_step(running.state());
}

TEST_CASE("a date that protects the child may be set for a budget, from any of its stages") {
  const policy::Policy policy = primitive("protective");
  Running running = begun(policy);
  // Eight working days from Mon 13: Fri 17 = 4, Thu 23 = 8.
  CHECK(clock_of(running, "over-all")->deadline.last_day == date(2026, 4, 23));
  running.add(set("over-all", date(2026, 4, 22)));
  running.on(date(2026, 4, 14)).enter("stage-2");
  CHECK(clock_of(running, "over-all")->deadline.last_day == date(2026, 4, 22));
  const auto event = running.add(set("over-all", date(2026, 4, 21)));
  CHECK(std::get_if<casework::TimeAgreed>(&event.payload)->stage == "stage-2");
  CHECK(clock_of(running, "over-all")->deadline.last_day == date(2026, 4, 21));
  CHECK(casework::next_deadline(running.state(), running.setting())->id == "plain");
  CHECK(message_for(running.attempt(set("plain", date(2026, 4, 15))), "clock") ==
        "The procedure sets this timescale, so no other time can be set for it");
  CHECK(message_for(running.attempt(set("week", date(2026, 4, 15))), "clock") ==
        "Select the timescale that the date is for");
}

TEST_CASE("a time cannot be set for a timescale whose condition does not hold") {
  policy::Policy policy = procedure();
  policy.stages[0].clocks[0].or_protective = true;
  policy.stages[0].clocks[0].only_if = policy::Condition{true, std::nullopt, {}};
  Running running = begun(policy);
  CHECK(!clock_of(running, "talk-1"));
  CHECK(label_for(running, "talk-1").empty());
  CHECK(message_for(running.attempt(set("talk-1", date(2026, 4, 14))), "clock") ==
        "This timescale does not apply to the case as it stands");
}

TEST_CASE("a date that protects the child may be set for a duty's clock") {
  policy::Policy policy = procedure();
  policy.duties = {duty("tell", policy::DutyMoment::kOnRaising)};
  policy.duties[0].clock = clock("tell-in-time", 5, policy::StartEvent::kCaseRaised);
  policy.duties[0].clock->met_by = policy::MetBy::kDutyDone;
  policy.duties[0].clock->or_protective = true;
  Running running = begun(policy);
  CHECK(clock_of(running, "tell-in-time")->deadline.last_day == date(2026, 4, 20));
  CHECK(label_for(running, "tell-in-time") == "Set a date that protects the child");
  running.add(set("tell-in-time", date(2026, 4, 15)));
  CHECK(clock_of(running, "tell-in-time")->deadline.last_day == date(2026, 4, 15));
  CHECK(casework::duties(running.state(), running.setting())[0].clock->deadline.last_day ==
        date(2026, 4, 15));
}

TEST_CASE("a later date set to protect the child does not displace an earlier one that counts") {
  const policy::Policy policy = primitive("protective");
  Running running = begun(policy);
  running.add(set("week", date(2026, 4, 15)));
  running.on(date(2026, 4, 14)).add(set("week", date(2026, 4, 30)));
  CHECK(clock_of(running, "week")->deadline.last_day == date(2026, 4, 15));
  CHECK(clock_of(running, "week")->agreed == date(2026, 4, 15));
  // Of two that count it is the last.
  running.add(set("week", date(2026, 4, 16)));
  CHECK(clock_of(running, "week")->deadline.last_day == date(2026, 4, 16));
}

TEST_CASE("a declared or agreed time needs no start of its clock") {
  for (const auto kind : {policy::ClockKind::kDeclared, policy::ClockKind::kAgreed}) {
    policy::Policy policy = procedure();
    policy::Clock& own = policy.stages[0].clocks[0];
    own = clock("after-meeting", 10, policy::StartEvent::kMeetingHeld);
    own.kind = kind;
    own.met_by = policy::MetBy::kStageEnded;
    Running running = begun(policy);
    CHECK(!clock_of(running, "after-meeting"));
    running.add(set("after-meeting", date(2026, 4, 17), "Priya Shah"));
    REQUIRE(clock_of(running, "after-meeting"));
    CHECK(clock_of(running, "after-meeting")->deadline.last_day == date(2026, 4, 17));
    CHECK(!clock_of(running, "after-meeting")->needs_agreement);
    running.on(date(2026, 4, 14)).talk();
    CHECK(clock_of(running, "after-meeting")->deadline.last_day == date(2026, 4, 17));
  }
}
