// An invented procedure in three stages, and small ways to run a case under it, for the tests of
// casework.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "casework/decide.h"
#include "casework/explanation.h"
#include "casework/ladder.h"
#include "casework/next_steps.h"

namespace invented {

using calendar::date;
using calendar::Date;
using calendar::Instant;
using casework::Case;
using casework::Command;
using casework::Event;
using casework::Payload;
using casework::Setting;

inline const casework::Person kTeacher{"Mara Ellwood", "Safeguarding lead", "Larkfield School",
                                       "m.ellwood@larkfield.example"};
inline const std::string kCaseId = "00112233445566778899aabbccddeeff";

inline Instant at(Date day, int hour = 9, int minute = 0) {
  return calendar::from_uk(day, {hour, minute});
}

inline std::string read_text(const std::string& path) {
  std::ifstream file(std::string(REPOSITORY_DIR) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline const calendar::HolidaySet& holidays() {
  static const calendar::HolidaySet kHolidays = [] {
    auto read = calendar::read_holidays(read_text("policies/calendars/bank-holidays.json"),
                                        "bank-holidays.json");
    REQUIRE(read.ok());
    return read->at("england-and-wales");
  }();
  return kHolidays;
}

inline policy::Clock clock(std::string id, int count, policy::StartEvent start) {
  policy::Clock clock;
  clock.id = std::move(id);
  clock.what = "The discussion takes place";
  clock.amount = {count, calendar::Unit::kWorkingDays};
  clock.start = start;
  clock.cite = {"guide", "Timescales", "within " + calendar::in_words(clock.amount)};
  return clock;
}

inline policy::Stage stage(int number, std::string title, std::vector<policy::Clock> clocks) {
  policy::Stage stage;
  stage.id = "stage-" + std::to_string(number);
  stage.number = number;
  stage.label = "Stage " + std::to_string(number);
  stage.title = std::move(title);
  stage.clocks = std::move(clocks);
  stage.cite = {"guide", stage.label, ""};
  return stage;
}

inline policy::Duty duty(std::string id, policy::DutyMoment when,
                         std::vector<std::string> stages = {},
                         policy::DutyAction action = policy::DutyAction::kDo) {
  policy::Duty duty;
  duty.id = std::move(id);
  duty.text = "Do what " + duty.id + " asks";
  duty.when = when;
  duty.stages = std::move(stages);
  duty.action = action;
  if (action == policy::DutyAction::kNotice) duty.form = "notice";
  duty.cite = {"guide", "Duties", duty.id};
  return duty;
}

inline policy::FormField field(std::string id, policy::FieldType type, bool required = false) {
  policy::FormField field;
  field.id = std::move(id);
  field.label = "Field " + field.id;
  field.type = type;
  field.required = required;
  return field;
}

inline policy::Form form() {
  policy::Form form;
  form.id = "notice";
  form.title = "Outcome Notice";
  form.purpose = "It tells the partnership what came of it.";
  form.offered_at = {"stage-2"};
  form.offered_on_resolution = true;
  form.fields = {field("problem", policy::FieldType::kLongText, true),
                 field("date", policy::FieldType::kDate), field("email", policy::FieldType::kEmail),
                 field("need", policy::FieldType::kChoiceOfMany),
                 field("agreed", policy::FieldType::kYesNo)};
  form.fields[3].options = {"Early help", "Protection plan"};
  form.cite = {"guide", "Appendix", ""};
  return form;
}

// Stage 1 → 2 → 3, a time agreed of at most ten working days at stage 2; stage 3 may be entered at
// once.
inline policy::Policy procedure() {
  using policy::StartEvent;
  policy::Policy policy;
  policy.id = "invented";
  policy.title = "Invented procedure";
  policy.short_title = "The invented procedure";
  policy.version = "1";
  policy.hash = std::string(64, 'a');
  policy.subjects = {"child"};
  policy.sources = {{"guide", "The guide", "Nobody", "2026", ""}};
  policy.tests = {{"harm", "Might the child be harmed?", "", {"guide", "When", "at risk of harm"}}};
  policy.exclusions = {{"conference",
                        "Is it about a conference?",
                        "Conference dissent",
                        {"guide", "Not", "conferences"}}};
  policy.disagreements = {{"referral", "A referral", {"guide", "Areas", ""}}};
  policy.stages = {
      stage(1, "Practitioner to practitioner", {clock("talk-1", 2, StartEvent::kConcernArose)}),
      stage(2, "Manager to manager", {clock("time-2", 10, StartEvent::kStageEntered)}),
      stage(3, "Partnership", {clock("talk-3", 2, StartEvent::kStageEnded)})};
  policy.stages[0].next = {"stage-2"};
  policy.stages[1].next = {"stage-3"};
  policy.stages[1].clocks[0].kind = policy::ClockKind::kAgreed;
  policy.stages[1].clocks[0].met_by = policy::MetBy::kStageEnded;
  policy.risk.direct_entry = {
      {{"stage-3"}, "if the child cannot wait", {"guide", "Risk", "at once"}}};
  policy.forms = {form()};
  return policy;
}

inline casework::CaseOpened opening(const policy::Policy& policy, Date arose) {
  casework::CaseOpened fact{};
  fact.reference = "CG-7K2M-9QXD";
  fact.area = policy.areas.empty() ? "" : policy.areas.front().id;
  fact.subject = {policy.subjects.empty() ? "child" : policy.subjects.front(), "J. R."};
  fact.responding = {"", "", "Children's Assessment Team", ""};
  fact.decision = "The referral was closed.";
  fact.concern = "He is not safe at home.\nNothing has \"changed\" – nothing.";
  fact.concern_arose = arose;
  for (const auto& test : policy.tests) fact.tests[test.id] = true;
  for (const auto& exclusion : policy.exclusions) fact.exclusions[exclusion.id] = false;
  if (!policy.priorities.empty()) fact.priority = policy.priorities.front().id;
  fact.first_stage = policy.stages.front().id;
  return fact;
}

// A case that is being run: the live state, its events and a clock that the test sets.
class Running {
 public:
  Running(const policy::Policy& policy, Date arose)
      : Running(policy, opening(policy, arose), at(arose)) {}
  Running(const policy::Policy& policy, const casework::CaseOpened& fact, Instant opened_at)
      : policy_(&policy), now_(opened_at) {
    auto event = casework::open_case(setting(), kCaseId, fact);
    if (!event) FAIL(base::describe(event.error()));
    auto folded = casework::fold({*event});
    REQUIRE(folded.ok());
    state_ = *folded;
  }

  Setting setting() const { return {*policy_, holidays(), kTeacher, now_, earlier_}; }
  const Case& state() const { return state_; }
  Instant now() const { return now_; }
  Running& on(Date day, int hour = 9) { return on(at(day, hour)); }
  Running& on(Instant now) {
    now_ = now;
    return *this;
  }

  base::Result<Event> attempt(Payload payload) const { return attempt(std::move(payload), now_); }
  base::Result<Event> attempt(Payload payload, Instant occurred_at) const {
    return casework::decide(state_, setting(), {std::move(payload), occurred_at});
  }
  Event add(Payload payload) {
    auto event = attempt(std::move(payload));
    if (!event) FAIL(base::describe(event.error()));
    casework::apply(state_, *event);
    return *event;
  }

  // As it comes from another device.
  void take(const Event& event) { casework::apply(state_, event); }

  Event talk(std::string agreed = "") {
    return talk_on(calendar::uk_date(now_), std::move(agreed));
  }
  Event talk_on(Date day, std::string agreed = "") {
    return add(casework::DiscussionRecorded{"", day, "Telephone", "Priya Shah", "We disagreed.",
                                            std::move(agreed)});
  }
  Event talk_at(std::string stage, Date day) {
    return add(casework::DiscussionRecorded{std::move(stage), day, "Telephone", "Priya Shah",
                                            "We disagreed.", ""});
  }
  Event reply(bool agreed) { return add(reply_on(calendar::uk_date(now_), agreed)); }
  static casework::ReplyReceived reply_on(Date day, bool agreed) {
    return {"", day, "Priya Shah", agreed ? "They agree." : "They do not agree.", agreed};
  }
  Event enter(std::string stage) {
    return add(casework::StageEntered{std::move(stage), "", false, "It was not resolved."});
  }
  Event agree(std::string clock, Date until) {
    return add(casework::TimeAgreed{"", std::move(clock), until, "Priya Shah", ""});
  }
  Event change_policy(const policy::Policy& to, std::string stage) {
    return move_to(to, {"", "", "", std::move(stage), "A new version"});
  }
  Event move_to(const policy::Policy& to, casework::PolicyChanged fact) {
    earlier_.push_back(std::exchange(policy_, &to));
    return add(std::move(fact));
  }
  // As if the versions before were not known on this device.
  Running& forget_earlier() {
    earlier_.clear();
    return *this;
  }
  Event resolve() { return add(casework::CaseResolved{"", "A plan", "Priya Shah", true, ""}); }
  Event issue() {
    return add(casework::NoticeIssued{"notice", "", {{"problem", {"Closed too soon"}}}, ""});
  }
  Event tick(std::string duty, std::string stage = "") {
    return add(casework::DutyDone{std::move(duty), std::move(stage), "Told her"});
  }

 private:
  const policy::Policy* policy_;
  std::vector<const policy::Policy*> earlier_;
  Instant now_;
  Case state_;
};

// The later stages that have a date, with it.
using Rungs = std::vector<std::pair<std::string, Date>>;
inline Rungs rungs(const Running& running, const casework::WhatIf& what_if = {}) {
  Rungs found;
  for (const auto& rung : casework::ladder(running.state(), running.setting(), what_if).rungs) {
    if (rung.deadline) found.emplace_back(rung.stage, rung.deadline->last_day);
  }
  return found;
}

// Why the clock ends on its day, in sentences.
inline std::string explained(const Running& running, const casework::RunningClock& clock) {
  return casework::why_in_words(clock, running.setting());
}

// The message against a field; empty: nothing speaks against it.
inline std::string message_for(const base::Result<Event>& result, const std::string& pointer) {
  if (result) return "";
  for (const base::Error& error : result.errors()) {
    if (error.where.pointer == pointer) return error.message;
  }
  return "";
}

// Everything that a fold decides, as text.
inline std::string all_of(const Case& state) {
  base::Json json;
  for (const Event& event : state.events) json["events"].push_back(event.id);  // a hash of it all
  for (const auto& passage : state.passages) {
    json["passages"].push_back(
        {passage.stage, passage.entered_at.ms, passage.ended_at ? passage.ended_at->ms : -1,
         passage.direct, passage.reason, passage.policy_hash, passage.priority, passage.formerly});
  }
  json["heads"] = state.heads;
  json["conflicts"] = state.conflicts;
  json["status"] = static_cast<int>(state.status);
  json["counts"] = {
      state.discussions.size(),    state.times.size(),       state.replies.size(),
      state.policy_changes.size(), state.duties.size(),      state.notices.size(),
      state.notes.size(),          state.resolved ? 1u : 0u, state.withdrawn ? 1u : 0u};
  const auto stages = [&](const auto& facts) {
    for (const auto& each : facts) {
      json["stages"].push_back(each.fact.stage);
      json["passage"].push_back(each.passage);
    }
  };
  stages(state.discussions);
  stages(state.times);
  stages(state.replies);
  stages(state.duties);
  stages(state.notices);
  json["opened"] = state.opened.event_id;
  json["id"] = state.id;
  return base::canonical(json);
}

// Written out as JSON text and read back strictly.
inline Event reread(const Event& event) {
  auto json = base::parse_json(base::canonical(casework::to_json(event)), "case.json");
  REQUIRE(json.ok());
  auto read = casework::event_from_json(*json, "case.json");
  if (!read) FAIL(base::describe(read.error()));
  return *read;
}

// Applied one after another, as they were when they happened, the events give the same case as when
// they are read back and folded, after each of them.
inline void check_replays_at_each_step(const Case& state) {
  std::vector<Event> read = {reread(state.events.front())};
  const auto opened = casework::fold({state.events.front()});
  REQUIRE(opened.ok());
  Case live = *opened;
  for (size_t i = 1; i < state.events.size(); ++i) {
    casework::apply(live, state.events[i]);
    read.push_back(reread(state.events[i]));
    const auto replayed = casework::fold(read);
    REQUIRE(replayed.ok());
    CHECK(all_of(*replayed) == all_of(live));
  }
  CHECK(all_of(live) == all_of(state));
}

// Read back and folded again, the case is the same.
inline void check_replays(const Case& state) {
  std::vector<Event> events;
  for (const Event& event : state.events) events.push_back(reread(event));
  auto replayed = casework::fold(std::move(events));
  REQUIRE(replayed.ok());
  CHECK(all_of(*replayed) == all_of(state));
}

// Folded in every order in which the events may arrive, the case is the same.
inline Case merged(std::vector<Event> events) {
  const auto by_id = [](const Event& a, const Event& b) { return a.id < b.id; };
  std::sort(events.begin(), events.end(), by_id);
  std::optional<Case> first;
  do {
    auto folded = casework::fold(events);
    REQUIRE(folded.ok());
    if (!first) first = *folded;
    if (all_of(*folded) != all_of(*first)) FAIL("another state");
  } while (std::next_permutation(events.begin(), events.end(), by_id));
  check_replays(*first);
  return *first;
}

}  // namespace invented
