// Corrections: what may be corrected, what the case then is, and what two people do to the same
// words; and conflicts that a person settles.
#include "casework/amend.h"

#include "casework/invented.h"

using namespace invented;
using casework::EventAmended;
using Changes = std::map<std::string, std::string>;

namespace {

const Date kDay = date(2026, 4, 1);  // a Wednesday

Event made(Payload payload, std::vector<std::string> parents, Instant now) {
  Event event{"", kCaseId, std::move(parents), now, now, kTeacher, std::move(payload)};
  casework::seal(event);
  return event;
}

std::string keys(const Payload& payload) {
  std::string all;
  for (const auto& field : casework::amendable(payload)) all += field.key + " ";
  return all;
}

}  // namespace

TEST_CASE("words and days may be corrected, and never what a fact says of the procedure") {
  CHECK(keys(casework::DiscussionRecorded{"stage-1", kDay, "Telephone", "P", "A", ""}) ==
        "held_on channel with account agreed ours theirs evidence impact reasons ");
  casework::DiscussionRecorded talk{"stage-1", kDay, "Telephone", "P", "A", ""};
  talk.actions = {{"Visit", "P", {}}};
  CHECK(keys(talk).ends_with("actions.0.what actions.0.owner actions.0.by "));
  CHECK(keys(casework::TimeAgreed{"stage-1", "time", kDay, "P", ""}) == "with reason ");
  CHECK(keys(casework::DutyDone{"tell", "", "x"}) == "note ");
  CHECK(keys(casework::NoticeIssued{"notice", "stage-1", {}, "a@b.example"}).empty());
  CHECK(keys(casework::StageEntered{"stage-2", "stage-1", false, "x"}).empty());
  CHECK(keys(EventAmended{"x", {}, "x"}).empty());
  CHECK(keys(opening(procedure(), kDay)) ==
        "subject.name responding.name responding.role responding.agency responding.email decision "
        "concern impact desired_outcome concern_arose risk_action scope_reason direct_reason ");
}

TEST_CASE("a correction changes what the case says, and not what was written") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.on(date(2026, 4, 8));
  const Event talk = running.talk_on(date(2026, 4, 8));
  const auto late = [&] {
    for (const auto& clock : casework::clocks(running.state(), running.setting())) {
      if (clock.id == "talk-1") return clock.status == casework::ClockStatus::kMetLate;
    }
    return false;
  };
  CHECK(late());
  running.on(date(2026, 4, 9))
      .add(EventAmended{talk.id, {{"held_on", "2026-04-02"}, {"account", "We agreed."}}, "Wrong"});
  const Case& state = running.state();
  CHECK(state.discussions[0].fact.held_on == date(2026, 4, 2));
  CHECK(state.discussions[0].fact.account == "We agreed.");
  CHECK(calendar::uk_date(state.discussions[0].occurred_at) == date(2026, 4, 2));
  CHECK_FALSE(late());
  CHECK(std::get_if<casework::DiscussionRecorded>(&state.events[1].payload)->account ==
        "We disagreed.");
  CHECK(state.conflicts.empty());
  // Once more, of what was corrected.
  running.add(EventAmended{talk.id, {{"account", "We agreed to meet."}}, "More exact"});
  CHECK(state.discussions[0].fact.account == "We agreed to meet.");
  CHECK(state.discussions[0].fact.held_on == date(2026, 4, 2));
  running.talk();
  CHECK(state.discussions[0].fact.account == "We agreed to meet.");
  check_replays_at_each_step(state);
}

TEST_CASE("what the case was raised with may be corrected too") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.on(date(2026, 4, 2));
  const std::string id = running.state().opened.event_id;
  running.add(
      EventAmended{id, {{"subject.name", "J. S."}, {"concern_arose", "2026-03-30"}}, "Typo"});
  CHECK(running.state().opened.fact.subject.name == "J. S.");
  CHECK(running.state().opened.fact.concern_arose == date(2026, 3, 30));
  CHECK(message_for(running.attempt(EventAmended{id, {{"concern_arose", "2026-04-02"}}, "x"}),
                    "changes.concern_arose") ==
        "The date must be on or before 1 April 2026, when the record was written");
  check_replays_at_each_step(running.state());
}

TEST_CASE("a correction needs a change that can be made, and a reason") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  const Event talk = running.talk();
  const auto against = [&](Changes changes, const char* field) {
    return message_for(running.attempt(EventAmended{talk.id, std::move(changes), "x"}), field);
  };
  CHECK(message_for(running.attempt(EventAmended{talk.id, {{"account", "y"}}, ""}), "reason") ==
        "Enter why the record is corrected");
  CHECK(message_for(running.attempt(EventAmended{"none", {{"account", "y"}}, "x"}), "event") ==
        "Select a record of this case");
  CHECK(against({}, "changes") == "Change what is wrong in the record");
  CHECK(against({{"account", "We disagreed."}}, "changes") == "Change what is wrong in the record");
  CHECK(against({{"stage", "stage-2"}}, "changes.stage") ==
        "This part of the record cannot be corrected");
  CHECK(against({{"held_on", "soon"}}, "changes.held_on") == "This is not a date of the calendar");
  CHECK(against({{"held_on", "2026-04-02"}}, "changes.held_on") ==
        "The date must be on or before 1 April 2026, when the record was written");
  CHECK(against({{"held_on", "2026-03-31"}}, "changes.held_on") ==
        "The date must be on or after 1 April 2026, the day the concern arose");
  CHECK(against({{"account", " "}}, "changes.account") == "This cannot be left empty");
}

TEST_CASE("two people who correct the same words apart are both kept and told") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  const Event talk = running.talk();
  const auto at_once = [&](Changes changes, int hour) {
    return made(EventAmended{talk.id, std::move(changes), "x"}, {talk.id},
                at(date(2026, 4, 2), hour));
  };
  const Event first = at_once({{"account", "One"}, {"agreed", "A visit"}}, 9);
  const Event second = at_once({{"account", "Two"}}, 10);
  const Event other = at_once({{"with", "Ines Roe"}}, 11);
  std::vector<Event> events = running.state().events;
  for (const Event& each : {second, other, first}) events.push_back(each);
  const auto state = casework::fold(events);
  REQUIRE(state.ok());
  CHECK(state->discussions[0].fact.account == "Two");
  CHECK(state->discussions[0].fact.agreed == "A visit");
  CHECK(state->discussions[0].fact.with == "Ines Roe");
  CHECK(state->conflicts == std::vector<std::string>{second.id});
}

TEST_CASE("a stage that both sides entered apart is settled by a person") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.on(date(2026, 4, 2)).enter("stage-2");
  const Event apart = made(casework::StageEntered{"stage-3", "stage-1", true, "It cannot wait"},
                           {running.state().events[0].id}, at(date(2026, 4, 2), 12));
  std::vector<Event> events = running.state().events;
  events.push_back(apart);
  auto folded = casework::fold(events);
  REQUIRE(folded.ok());
  Case now = std::move(folded).value();
  Case* const state = &now;
  REQUIRE(state->conflicts == std::vector<std::string>{apart.id});
  CHECK(state->stage() == "stage-3");
  const Setting setting{policy, holidays(), kTeacher, at(date(2026, 4, 3))};
  const auto settled = [&](casework::ConflictSettled fact) {
    return casework::decide(*state, setting, {fact, setting.now});
  };
  CHECK(message_for(settled({{}, "", "", "x"}), "events") == "Select what is settled");
  CHECK(message_for(settled({{events[0].id}, "", "", "x"}), "events") ==
        "Select what is not settled yet");
  CHECK(message_for(settled({{apart.id}, "", "", ""}), "reason") ==
        "Enter how it was settled, and with whom");
  const auto event = settled({{apart.id}, "stage-2", "", "By telephone with Priya Shah"});
  if (!event) FAIL(base::describe(event.error()));
  casework::apply(*state, *event);
  CHECK(state->conflicts.empty());
  CHECK(state->stage() == "stage-2");
  CHECK(state->settlements.size() == 1);
  events.push_back(*event);
  const auto again = casework::fold(events);
  REQUIRE(again.ok());
  CHECK(all_of(*again) == all_of(*state));
}

TEST_CASE("of two outcomes the one that people settle on holds") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  const Event first = running.on(date(2026, 4, 2)).resolve();
  const Event second = made(casework::CaseResolved{"stage-1", "No plan", "Priya Shah", false, ""},
                            {running.state().events[0].id}, at(date(2026, 4, 2), 12));
  std::vector<Event> events = running.state().events;
  events.push_back(second);
  auto folded = casework::fold(events);
  REQUIRE(folded.ok());
  Case now = std::move(folded).value();
  Case* const state = &now;
  REQUIRE(state->conflicts == std::vector<std::string>{second.id});
  CHECK(state->resolved->fact.outcome == "A plan");
  const Setting setting{policy, holidays(), kTeacher, at(date(2026, 4, 3))};
  const auto event = casework::decide(
      *state, setting,
      {casework::ConflictSettled{{second.id}, "", second.id, "By telephone"}, setting.now});
  if (!event) FAIL(base::describe(event.error()));
  casework::apply(*state, *event);
  CHECK(state->resolved->fact.outcome == "No plan");
  CHECK(state->former_outcomes.size() == 1);
  CHECK(state->former_outcomes[0].event_id == first.id);
  events.push_back(*event);
  CHECK(all_of(*casework::fold(events)) == all_of(*state));
}
