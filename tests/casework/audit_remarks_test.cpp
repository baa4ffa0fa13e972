// What a case file holds besides what was asked for, and what stands in place of a stage that was
// passed over.
#include "casework/audited.h"

using namespace invented;
using policy::DutyMoment;
using Kind = RequirementKind;

namespace {

const Date kArose = date(2026, 4, 1);

}  // namespace

TEST_CASE("a stage passed over is there with the reason, and nothing of it is asked") {
  policy::Policy policy = procedure();
  policy.duties = {duty("tell", DutyMoment::kAtEveryStage)};
  Running running(policy, kArose);
  running.on(date(2026, 4, 2)).add(casework::StageEntered{"stage-3", "", false, "He cannot wait."});
  const Requirement skipped = row_of(running, Kind::kEntry, "stage-2");
  CHECK(skipped.finding == Finding::kNotApplicable);
  CHECK(skipped.passage == 1);
  CHECK(said_of(running, skipped) ==
        "Does not apply. Stage 3 was entered directly, on 2 April 2026. Reason recorded: He cannot "
        "wait.");
  CHECK(rows_of(running, "time-2").empty());
  CHECK(rows_of(running, "tell").size() == 2);
  const auto remarks = remarks_of(running);
  REQUIRE(remarks.size() == 1);
  CHECK(remarks[0].text ==
        "Stage 3 was entered directly, from stage 1. The procedure allows that if the child cannot "
        "wait.");
  CHECK(remarks[0].reason == "He cannot wait.");
  CHECK(remarks[0].event_id == running.state().heads.front());
  CHECK(remarks[0].cite->place == "Risk");
}

TEST_CASE("a case that begins at a later stage says why") {
  const policy::Policy policy = procedure();
  casework::CaseOpened fact = opening(policy, kArose);
  fact.first_stage = "stage-3";
  fact.direct_reason = "It cannot wait.";
  const Running running(policy, fact, at(kArose));
  CHECK(row_of(running, Kind::kEntry, "stage-1").finding == Finding::kNotApplicable);
  CHECK(row_of(running, Kind::kEntry, "stage-2").finding == Finding::kNotApplicable);
  const Requirement entry = row_of(running, Kind::kEntry, "stage-3");
  CHECK(entry.finding == Finding::kKept);
  CHECK(entry.text == "The disagreement is raised at stage 3");
  CHECK(remarks_of(running).front().text.find("The case began at stage 3.") == 0);
  CHECK(remarks_of(running).front().reason == "It cannot wait.");
}

TEST_CASE("going back passes nothing over") {
  const policy::Policy policy = procedure();
  Running running(policy, kArose);
  running.on(date(2026, 4, 2)).enter("stage-2");
  running.on(date(2026, 4, 7)).enter("stage-1");
  for (const Requirement& row : audited(running)) {
    CHECK(row.finding != Finding::kNotApplicable);
  }
  CHECK(remarks_of(running).front().text == "Stage 1 was entered directly, from stage 2.");
}

TEST_CASE("a time that the procedure no longer allows is told with its reason") {
  const policy::Policy policy = procedure();
  policy::Policy shorter = procedure();
  shorter.hash = std::string(64, 'b');
  shorter.version = "2";
  shorter.stages[1].clocks[0].amount.count = 3;
  Running running(policy, kArose);
  running.on(date(2026, 4, 2)).enter("stage-2");
  const Event agreed = running.add(
      casework::TimeAgreed{"", "time-2", date(2026, 4, 15), "Priya Shah", "She is on leave."});
  running.change_policy(shorter, "stage-2");
  const auto remarks = remarks_of(running);
  REQUIRE(remarks.size() == 2);
  CHECK(remarks[0].event_id == agreed.id);
  CHECK(remarks[0].text.find("That is later than the procedure allows") != std::string::npos);
  CHECK(remarks[0].reason == "She is on leave.");
  CHECK(remarks[0].passage == 1);
  CHECK(remarks[1].text == "From 2 April 2026 the case ran under version 2 of the procedure.");
  CHECK(remarks[1].reason == "A new version");
}

TEST_CASE("each stage is held against the version that it ran under") {
  policy::Policy first = procedure();
  first.duties = {duty("old", DutyMoment::kOnEntry, {"stage-1"})};
  policy::Policy later = procedure();
  later.hash = std::string(64, 'b');
  later.duties = {duty("new", DutyMoment::kAtEveryStage)};
  Running running(first, kArose);
  running.tick("old", "stage-1");
  running.on(date(2026, 4, 2)).enter("stage-2");
  running.change_policy(later, "stage-2");
  CHECK(row_of(running, Kind::kDuty, "old").policy_hash == first.hash);
  CHECK(row_of(running, Kind::kDuty, "old").finding == Finding::kKept);
  CHECK(row_of(running, Kind::kDuty, "new").passage == 1);

  SUBCASE("and a version that is not here is said to be missing") {
    running.forget_earlier();
    CHECK(rows_of(running, "old").empty());
    CHECK(rows_of(running, "talk-1").empty());
    CHECK(remarks_of(running).front().text.find("is not known here") != std::string::npos);
  }
}

TEST_CASE("what was done and issued besides is not lost") {
  policy::Policy policy = procedure();
  policy.duties = {duty("first", DutyMoment::kBeforeEntry, {"stage-2"})};
  Running running(policy, kArose);
  running.tick("first", "stage-2");
  const Event notice = running.issue();
  const auto remarks = remarks_of(running);
  REQUIRE(remarks.size() == 2);
  CHECK(remarks[0].text == "Also issued, on 1 April 2026: Outcome Notice.");
  CHECK(remarks[0].event_id == notice.id);
  CHECK(remarks[1].text == "Also done: Do what first asks.");
  CHECK(remarks[1].reason == "Told her");
  running.on(date(2026, 4, 2)).enter("stage-2");
  CHECK(remarks_of(running).size() == 1);  // now it is what was asked before stage 2
}
