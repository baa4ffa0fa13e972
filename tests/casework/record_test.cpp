// What belongs to the case file besides the stages: what may be recorded, when, and what becomes of
// it.
#include "casework/amend.h"
#include "casework/invented.h"

using namespace invented;

namespace {

const Date kDay = date(2026, 4, 1);  // a Wednesday
const Date kNext = date(2026, 4, 2);

}  // namespace

TEST_CASE("whether the child is at immediate risk is as it was last looked at") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  CHECK_FALSE(running.state().at_immediate_risk());
  CHECK(message_for(running.attempt(casework::RiskChanged{"", true, "A bruise", ""}), "action") ==
        "Enter what was done at once");
  running.add(casework::RiskChanged{"", true, "A bruise", "999"});
  CHECK(running.state().at_immediate_risk());
  running.on(kNext).add(casework::RiskChanged{"", false, "He is with his aunt", ""});
  CHECK_FALSE(running.state().at_immediate_risk());
  CHECK(running.state().risks[1].fact.stage == "stage-1");
  check_replays_at_each_step(running.state());
}

TEST_CASE("a notice arrives after it was sent, and stays without an answer") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  const auto arrived = [&](Date day) {
    return casework::NoticeAcknowledged{running.state().notices[0].event_id, day, "Priya", ""};
  };
  CHECK(message_for(
            running.attempt(casework::NoticeAcknowledged{std::string(64, 'c'), kDay, "P", ""}),
            "notice") == "Select a notice of this case");
  running.on(kNext).issue();
  CHECK(message_for(running.attempt(arrived(kDay)), "received_on") ==
        "The date of the receipt must be on or after 2 April 2026");
  running.add(arrived(kNext));
  running.on(date(2026, 4, 9))
      .add(casework::SilenceRecorded{"", running.state().notices[0].event_id, date(2026, 4, 8),
                                     "Three calls"});
  CHECK(running.state().acknowledgements.size() == 1);
  CHECK(running.state().silences[0].fact.waited_until == date(2026, 4, 8));
  CHECK(running.attempt(casework::SilenceRecorded{"", "", kNext, "A letter"}).ok());
  check_replays_at_each_step(running.state());
}

TEST_CASE("an outcome is confirmed by each side, once there is one") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  const casework::OutcomeConfirmed ours{casework::kRaisingSide, kNext, "Mara Ellwood", ""};
  running.on(kNext);
  CHECK(message_for(running.attempt(ours), "") ==
        "There is no outcome yet that could be confirmed");
  running.resolve();
  CHECK(message_for(running.attempt(casework::OutcomeConfirmed{"both", kNext, "M", ""}), "side") ==
        "Select which side confirmed it");
  const auto asked = [&] {
    std::string why;
    for (const auto& step : casework::next_steps(running.state(), running.setting())) {
      if (step.target == "outcome_confirmed") why = step.why;
    }
    return why;
  };
  CHECK(asked() == "Neither side has confirmed it yet.");
  running.add(ours);
  CHECK(asked() == "The other side has not confirmed it yet.");
  running.add(casework::OutcomeConfirmed{casework::kRespondingSide, kNext, "Priya Shah", ""});
  CHECK(asked().empty());
  running.add(casework::DebriefHeld{kNext, "Both", ""});
  running.add(casework::LearningSent{kNext, "The partnership", "Thresholds"});
  running.add(casework::FeedbackGiven{kNext, "The family", "It is settled"});
  check_replays_at_each_step(running.state());
}

TEST_CASE("a closed case goes on where it is reopened, and its outcome stays on the record") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  CHECK(message_for(running.attempt(casework::CaseReopened{"", "x"}), "") ==
        "The case is open already");
  running.on(kNext).enter("stage-2");
  running.resolve();
  CHECK(message_for(running.attempt(casework::CaseReopened{"stage-9", "x"}), "stage") ==
        "Select a stage of this procedure");
  running.on(date(2026, 4, 13)).add(casework::CaseReopened{"", "Nobody visited"});
  const Case& state = running.state();
  CHECK(state.is_open());
  CHECK(state.stage() == "stage-2");
  CHECK(state.passages.size() == 3);
  CHECK(calendar::uk_date(*state.passages[1].ended_at) == kNext);
  CHECK(state.former_outcomes.size() == 1);
  CHECK_FALSE(state.resolved);
  running.talk();
  running.resolve();
  CHECK(state.former_outcomes.size() == 1);
  CHECK(state.resolved);
  check_replays_at_each_step(state);
}

TEST_CASE("who takes part has a side, an agency, and a name or a role") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  const auto nobody = running.attempt(casework::ParticipantNamed{"", {}, "", ""});
  CHECK(message_for(nobody, "person.name") == "Enter their name, or their role");
  CHECK(message_for(nobody, "person.agency") == "Enter their agency or team");
  CHECK(message_for(nobody, "side") == "Select which side they are on");
  running.add(
      casework::ParticipantNamed{"", {"", "Chair", "Board", ""}, casework::kPartnershipSide, ""});
  CHECK(running.state().participants.size() == 1);
}

TEST_CASE("a file is named by the hash of its bytes, and is not too large") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  casework::FileAttached file{
      "minutes.pdf", "application/pdf", std::string(64, 'e'), 5'000'000, "", ""};
  CHECK(running.attempt(file).ok());
  ++file.size;
  CHECK(message_for(running.attempt(file), "name") == "The file must be 5 MB or smaller");
  file.size = 0;
  CHECK(message_for(running.attempt(file), "name") == "The file is empty; choose another");
  file.size = 9;
  file.sha256 = "E";
  CHECK(message_for(running.attempt(file), "name") ==
        "This file could not be read; choose it again");
  file.sha256 = std::string(64, 'e');
  file.event = std::string(64, 'c');
  CHECK(message_for(running.attempt(file), "event") == "Select a record of this case");
}
