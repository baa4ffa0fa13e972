// What each finding of an audit is, on an invented procedure.
#include "casework/audited.h"

using namespace invented;
using policy::DutyAction;
using policy::DutyMoment;
using Kind = RequirementKind;

namespace {

const Date kArose = date(2026, 4, 1);  // a Wednesday; Good Friday is the 3rd, the 7th is day 2

policy::Policy with_duties(std::vector<policy::Duty> duties) {
  policy::Policy policy = procedure();
  policy.duties = std::move(duties);
  return policy;
}

// Stage 2 with a reply within two working days, whose silence may be escalated.
policy::Policy with_silence() {
  policy::Policy policy = procedure();
  policy.stages[1].clocks = {clock("reply-2", 2, policy::StartEvent::kStageEntered)};
  policy.stages[1].clocks[0].met_by = policy::MetBy::kReply;
  policy.stages[1].clocks[0].lapse = policy::Lapse::kMayEscalate;
  return policy;
}

}  // namespace

TEST_CASE("what is recorded in time is kept, and the row names the event and its day") {
  const policy::Policy policy = procedure();
  Running running(policy, kArose);
  const Event talk = running.on(date(2026, 4, 2)).talk();
  const Requirement row = row_of(running, Kind::kClock, "talk-1");
  CHECK(row.finding == Finding::kKept);
  CHECK(row.passage == 0);
  CHECK(row.stage == "stage-1");
  CHECK(row.text == "The discussion takes place");
  CHECK(row.detail == "Within two working days of the concern arising");
  CHECK(row.force == policy::Force::kShould);
  CHECK(row.cite.place == "Timescales");
  CHECK(row.by->last_day == date(2026, 4, 7));
  CHECK(row.record->event_id == talk.id);
  CHECK(row.record->when.on == date(2026, 4, 2));
  CHECK(!row.record->when.late);
  CHECK(casework::finding_tag(row) == "Recorded in time");
  CHECK(casework::by_in_words(row) == "The end of Tuesday 7 April 2026");
  CHECK(casework::record_in_words(row) == "Discussion recorded, 2 April 2026");
  CHECK(row_of(running, Kind::kDiscussion, "stage-1").record->event_id == talk.id);
}

TEST_CASE("what is recorded after the last day is late by working days") {
  const policy::Policy policy = procedure();
  Running running(policy, kArose);
  running.on(date(2026, 4, 10)).talk();
  const Requirement row = row_of(running, Kind::kClock, "talk-1");
  CHECK(row.finding == Finding::kKeptLate);
  CHECK(row.late_by == 3);
  CHECK(said_of(running, row) == "Recorded three working days after the last day.");
  CHECK(casework::finding_tag(row) == "Recorded late");

  SUBCASE("the day on which it happened counts, not the one on which it was written down") {
    Running later(policy, kArose);
    later.on(date(2026, 4, 10)).talk_on(date(2026, 4, 2));
    const Requirement entry = row_of(later, Kind::kClock, "talk-1");
    CHECK(entry.finding == Finding::kKept);
    CHECK(entry.record->when.late);
    CHECK(casework::record_in_words(entry) ==
          "Discussion recorded, 2 April 2026; written down on 10 April 2026, a late entry");
  }
}

TEST_CASE("what is not recorded is said to be that, and nobody is blamed") {
  const policy::Policy policy = procedure();
  Running running(policy, kArose);
  running.on(date(2026, 4, 8));
  CHECK(row_of(running, Kind::kClock, "talk-1").finding == Finding::kNotRecorded);
  CHECK(said_of(running, row_of(running, Kind::kClock, "talk-1")) ==
        "No discussion is recorded at stage 1.");

  running.on(date(2026, 4, 9)).enter("stage-2");
  Requirement row = row_of(running, Kind::kClock, "talk-1");
  CHECK(row.finding == Finding::kNotRecorded);
  CHECK(said_of(running, row) ==
        "No discussion is recorded at stage 1. Stage 1 ended on 9 April 2026. Reason recorded: It "
        "was not resolved.");
  CHECK(row_of(running, Kind::kDiscussion, "stage-1").finding == Finding::kNotRecorded);

  SUBCASE("a stage that is left before the last day") {
    Running early(policy, kArose);
    early.on(date(2026, 4, 2)).enter("stage-2");
    row = row_of(early, Kind::kClock, "talk-1");
    CHECK(row.finding == Finding::kNotRecorded);
    CHECK(row.why == "Stage 1 ended on 2 April 2026, before the last day.");
  }
}

TEST_CASE("what there is time for is not due yet") {
  const policy::Policy policy = procedure();
  const Running running(policy, kArose);
  const Requirement row = row_of(running, Kind::kClock, "talk-1");
  CHECK(row.finding == Finding::kNotDueYet);
  CHECK(!row.record);
  CHECK(casework::finding_tag(row) == "Not due yet");
  CHECK(row_of(running, Kind::kDiscussion, "stage-1").finding == Finding::kNotDueYet);
  CHECK(row_of(running, Kind::kOutcome, "stage-1").finding == Finding::kNotDueYet);
}

TEST_CASE("silence may be escalated, and stays that when it was") {
  const policy::Policy policy = with_silence();
  Running running(policy, kArose);
  running.on(date(2026, 4, 7)).enter("stage-2");
  CHECK(row_of(running, Kind::kClock, "reply-2").finding == Finding::kNotDueYet);
  running.on(date(2026, 4, 10));
  Requirement row = row_of(running, Kind::kClock, "reply-2");
  CHECK(row.finding == Finding::kMayEscalate);
  CHECK(said_of(running, row) ==
        "No reply is recorded at stage 2 by the end of Thursday 9 April 2026; the procedure lets "
        "that be treated as not resolved.");
  running.enter("stage-3");
  row = row_of(running, Kind::kClock, "reply-2");
  CHECK(row.finding == Finding::kMayEscalate);
  CHECK(row.why == "Stage 2 ended on 10 April 2026.");
}

TEST_CASE("what the case closed before, or what its condition leaves out, does not apply") {
  policy::Policy policy = procedure();
  policy.stages[0].clocks.push_back(clock("risk-1", 1, policy::StartEvent::kCaseRaised));
  policy.stages[0].clocks[1].only_if = policy::Condition{true, {}, {}};
  Running running(policy, kArose);
  Requirement row = row_of(running, Kind::kClock, "risk-1");
  CHECK(row.finding == Finding::kNotApplicable);
  CHECK(said_of(running, row) ==
        "Does not apply. It is asked for only if there is immediate risk.");
  CHECK(!row.by);
  running.on(date(2026, 4, 2)).resolve();
  row = row_of(running, Kind::kClock, "talk-1");
  CHECK(row.finding == Finding::kNotApplicable);
  CHECK(row.why == "The case was resolved on 2 April 2026, before the last day.");
  const Requirement outcome = row_of(running, Kind::kOutcome, "stage-1");
  CHECK(outcome.finding == Finding::kKept);
  CHECK(outcome.record->title == "Case resolved");

  SUBCASE("a withdrawal, with its reason") {
    Running withdrawn(policy, kArose);
    withdrawn.on(date(2026, 4, 2)).add(casework::CaseWithdrawn{"Raised twice"});
    for (const Kind kind : {Kind::kDiscussion, Kind::kOutcome}) {
      const Requirement closed = row_of(withdrawn, kind, "stage-1");
      CHECK(closed.finding == Finding::kNotApplicable);
      CHECK(said_of(withdrawn, closed) ==
            "Does not apply. The case was withdrawn on 2 April 2026. Reason recorded: Raised "
            "twice.");
    }
  }
}

TEST_CASE("a time that is asked for has a row of its own") {
  const policy::Policy policy = procedure();
  Running running(policy, kArose);
  running.on(date(2026, 4, 2)).enter("stage-2");
  Requirement time = row_of(running, Kind::kTime, "time-2");
  CHECK(time.text == "A time is agreed by which the discussion takes place");
  CHECK(time.finding == Finding::kNotDueYet);
  const Event agreed = running.agree("time-2", date(2026, 4, 10));
  time = row_of(running, Kind::kTime, "time-2");
  CHECK(time.finding == Finding::kKept);
  CHECK(time.record->event_id == agreed.id);
  CHECK(casework::record_in_words(time) == "Time agreed, 2 April 2026: by 10 April 2026");
  CHECK(row_of(running, Kind::kClock, "time-2").by->last_day == date(2026, 4, 10));

  const Event moved = running.on(date(2026, 4, 14)).enter("stage-3");
  const Requirement kept = row_of(running, Kind::kClock, "time-2");
  CHECK(kept.finding == Finding::kKeptLate);
  CHECK(kept.late_by == 2);
  CHECK(kept.record->event_id == moved.id);

  SUBCASE("and none where nobody agreed one") {
    Running silent(policy, kArose);
    silent.on(date(2026, 4, 2)).enter("stage-2");
    silent.on(date(2026, 4, 30)).enter("stage-3");
    CHECK(row_of(silent, Kind::kTime, "time-2").finding == Finding::kNotRecorded);
    CHECK(said_of(silent, row_of(silent, Kind::kTime, "time-2")) ==
          "No time is recorded. Stage 2 ended on 30 April 2026.");
  }
}

TEST_CASE("duties stand at the stage that they are owed at, done or not") {
  policy::Duty slow = duty("slow", DutyMoment::kOnEntry, {"stage-2"});
  slow.clock = clock("slow-time", 2, policy::StartEvent::kStageEntered);
  slow.clock->met_by = policy::MetBy::kDutyDone;
  slow.force = policy::Force::kIndicative;
  const policy::Policy policy =
      with_duties({duty("tell", DutyMoment::kAtEveryStage), duty("first", DutyMoment::kBeforeEntry),
                   duty("send", DutyMoment::kOnEntry, {"stage-2"}, DutyAction::kNotice), slow,
                   duty("talk", DutyMoment::kOnEntry, {"stage-2"}, DutyAction::kRecord),
                   duty("raise", DutyMoment::kOnRaising), duty("close", DutyMoment::kOnResolution),
                   duty("learn", DutyMoment::kAfterwards)});
  Running running(policy, kArose);
  const Event told = running.tick("tell", "stage-1");
  CHECK(rows_of(running, "first").empty());  // stage 2 is ahead
  CHECK(rows_of(running, "send").empty());
  CHECK(rows_of(running, "close").empty());
  CHECK(row_of(running, Kind::kDuty, "raise").passage == casework::kNoPassage);
  running.on(date(2026, 4, 2)).enter("stage-2");

  const auto tell = rows_of(running, "tell");
  REQUIRE(tell.size() == 2);
  CHECK(tell[0].record->event_id == told.id);
  CHECK(tell[1].finding == Finding::kNotDueYet);
  CHECK(said_of(running, tell[1]) == "Not recorded yet.");
  Requirement first = row_of(running, Kind::kDuty, "first");
  CHECK(first.passage == 1);
  CHECK(first.finding == Finding::kNotRecorded);
  CHECK(first.why == "Stage 2 was entered on 2 April 2026.");
  CHECK(row_of(running, Kind::kNotice, "send").form == "notice");
  CHECK(row_of(running, Kind::kDiscussion, "talk").finding == Finding::kNotDueYet);
  CHECK(rows_of(running, "stage-2").size() == 2);  // its entry and the outcome: no second talk

  running.on(date(2026, 4, 8)).issue();
  running.talk();
  running.on(date(2026, 4, 10)).tick("slow", "stage-2");
  CHECK(row_of(running, Kind::kNotice, "send").finding == Finding::kKept);
  CHECK(row_of(running, Kind::kDiscussion, "talk").finding == Finding::kKept);
  const Requirement late = row_of(running, Kind::kDuty, "slow");
  CHECK(late.finding == Finding::kKeptLate);
  CHECK(late.by->last_day == date(2026, 4, 8));
  CHECK(late.late_by == 2);
  CHECK(casework::force_in_words(late) == "As a guide");

  running.on(date(2026, 4, 13)).enter("stage-3");
  CHECK(rows_of(running, "tell")[1].finding == Finding::kNotRecorded);
  running.tick("first", "stage-2");  // late, and recorded all the same
  first = rows_of(running, "first").front();
  CHECK(first.finding == Finding::kKept);
  running.resolve();
  CHECK(row_of(running, Kind::kDuty, "close").finding == Finding::kNotDueYet);
  CHECK(row_of(running, Kind::kDuty, "raise").finding == Finding::kNotRecorded);
  running.tick("close");
  CHECK(row_of(running, Kind::kDuty, "close").finding == Finding::kKept);
  CHECK(row_of(running, Kind::kDuty, "learn").finding == Finding::kNotDueYet);
}

TEST_CASE("a duty of a stage that was passed through twice stands there once") {
  const policy::Policy policy = with_duties({duty("tell", DutyMoment::kOnEntry, {"stage-1"})});
  Running running(policy, kArose);
  const Event told = running.tick("tell", "stage-1");
  running.on(date(2026, 4, 2)).enter("stage-2");
  running.on(date(2026, 4, 7)).enter("stage-1");
  const Requirement row = row_of(running, Kind::kDuty, "tell");
  CHECK(row.passage == 2);
  CHECK(row.record->event_id == told.id);
  CHECK(rows_of(running, "talk-1").size() == 2);  // each passage has its clocks
}

TEST_CASE("what is kept at once has no date, and what no agreement asks for waits for one") {
  policy::Duty at_once = duty("urgent", DutyMoment::kOnEntry, {"stage-1"});
  at_once.clock = clock("urgent-time", 0, policy::StartEvent::kStageEntered);
  at_once.clock->kind = policy::ClockKind::kImmediate;
  policy::Duty unless = duty("refer", DutyMoment::kOnEntry, {"stage-1"});
  unless.only_if = policy::Condition{{}, policy::Outcome::kNotAgreed, {}};
  policy::Policy policy = with_duties({at_once, unless});
  policy.stages[0].clocks.push_back(clock("now-1", 0, policy::StartEvent::kStageEntered));
  policy.stages[0].clocks[1].kind = policy::ClockKind::kImmediate;
  Running running(policy, kArose);
  CHECK(said_of(running, row_of(running, Kind::kDuty, "urgent")) ==
        "Not recorded yet. It is asked for at once.");
  CHECK(row_of(running, Kind::kDuty, "refer").finding == Finding::kNotDueYet);
  CHECK(row_of(running, Kind::kClock, "now-1").finding == Finding::kNotDueYet);
  const Event talk = running.talk();
  CHECK(row_of(running, Kind::kClock, "now-1").record->event_id == talk.id);
  CHECK(row_of(running, Kind::kDuty, "refer").why.empty());
  running.talk("A visit");
  running.on(date(2026, 4, 2)).resolve();
  CHECK(row_of(running, Kind::kDuty, "refer").finding == Finding::kNotApplicable);
  CHECK(row_of(running, Kind::kDuty, "urgent").finding == Finding::kNotRecorded);
}

TEST_CASE("times that stages share, and another procedure's, are of the whole case") {
  policy::Policy policy = procedure();
  policy::Budget budget{{"stage-1", "stage-2"},
                        clock("both", 5, policy::StartEvent::kStageEntered)};
  budget.clock.met_by = policy::MetBy::kStageEnded;
  policy.budgets = {budget};
  policy.exclusions[0].clock = clock("dissent", 3, policy::StartEvent::kCaseRaised);
  casework::CaseOpened fact = opening(policy, kArose);
  fact.exclusions["conference"] = true;
  fact.scope_reason = "It is not about the plan.";
  Running running(policy, fact, at(kArose));
  running.on(date(2026, 4, 20)).enter("stage-2");
  const Requirement both = row_of(running, Kind::kClock, "both");
  CHECK(both.passage == casework::kNoPassage);
  CHECK(both.finding == Finding::kNotRecorded);
  CHECK(said_of(running, both) == "No outcome is recorded.");
  CHECK(row_of(running, Kind::kClock, "dissent").finding == Finding::kNotRecorded);
  CHECK(said_of(running, row_of(running, Kind::kClock, "dissent")) == "No outcome is recorded.");
  const auto remarks = remarks_of(running);
  REQUIRE(remarks.size() == 1);
  CHECK(remarks[0].text == "This procedure is used although another one covers this.");
  CHECK(remarks[0].reason == "It is not about the plan.");
  CHECK(remarks[0].cite->place == "Not");
}

TEST_CASE("counts, and the sentence that says them") {
  const policy::Policy policy = procedure();
  Running running(policy, kArose);
  running.on(date(2026, 4, 10)).talk();
  running.enter("stage-2");
  const auto found = casework::counts(casework::audit(running.state(), running.setting()));
  CHECK(found.kept == 3);  // two entries, the discussion
  CHECK(found.late == 1);
  CHECK(found.missing == 0);
  CHECK(found.open == 4);  // the time, its clock, the discussion at stage 2, the outcome
  CHECK(casework::in_words(found) ==
        "Of the 8 things that the procedure has asked for so far, 3 are recorded, 1 is recorded "
        "late and 4 are still open.");
  CHECK(casework::in_words(casework::AuditCounts{1, 0, 0, 0, 1}) ==
        "Of the one thing that the procedure has asked for so far, 1 is recorded. 1 other does "
        "not apply.");
}
