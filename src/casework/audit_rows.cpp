#include "casework/audit_rows.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "casework/clock_run.h"
#include "casework/clock_start.h"
#include "casework/stage_words.h"
#include "policy/rules.h"
#include "policy/words.h"

namespace casework {
namespace {

using policy::Clock;
using policy::ClockKind;
using policy::Duty;

Requirement begun(RequirementKind kind, size_t passage, std::string id, std::string text,
                  const policy::Citation& cite, const policy::Policy& policy) {
  Requirement row;
  row.kind = kind;
  row.passage = passage;
  row.id = std::move(id);
  row.text = std::move(text);
  row.cite = cite;
  row.policy_hash = policy.hash;
  return row;
}

void find(Requirement& row, Finding finding, std::string why = "") {
  row.finding = finding;
  row.why = std::move(why);
}

std::string only_if(const std::optional<policy::Condition>& condition,
                    const policy::Policy& policy) {
  return "It is asked for only if " + policy::condition_in_words(*condition, policy) + ".";
}

std::string on_day(Instant at) {
  return "on " + calendar::in_words(calendar::uk_date(at));
}

}  // namespace

OnRecord AuditRows::on_record(const std::string& event_id) const {
  OnRecord record;
  record.event_id = event_id;
  for (const Event& event : state_.events) {
    if (event.id != event_id) continue;
    record.title = title(event.payload);
    record.when = happened(event);
    record.recorded_at = event.recorded_at;
    if (const auto* time = std::get_if<TimeAgreed>(&event.payload)) record.until = time->until;
  }
  return record;
}

// "Stage 1 ended on 7 April 2026", "The case was withdrawn on …".
std::string AuditRows::ended_in_words(size_t passage) const {
  const std::string on = on_day(*state_.passages[passage].ended_at);
  if (!closed_at(passage)) return base::capitalised(name_of(passage)) + " ended " + on;
  return std::string("The case was ") + (state_.resolved ? "resolved " : "withdrawn ") + on;
}

std::string AuditRows::reason_for_ending(size_t passage) const {
  if (!closed_at(passage)) return state_.passages[passage + 1].reason;
  return state_.withdrawn ? state_.withdrawn->fact.reason : "";
}

// It is not recorded, nobody waits for it any more, and it has no date.
void AuditRows::not_recorded(Requirement& row, size_t passage) const {
  if (closed_at(passage) && state_.withdrawn) {
    find(row, Finding::kNotApplicable, ended_in_words(passage) + ".");
    row.reason = reason_for_ending(passage);
    return;
  }
  find(row, Finding::kNotRecorded, ended_in_words(passage) + ".");
}

// The stage ended, or the case closed, before the clock was met.
void AuditRows::take_end(Requirement& row, const RunningClock& running, size_t last) const {
  const bool passed = running.deadline.ends <= *state_.passages[last].ended_at;
  const bool closed = closed_at(last);
  const std::string ended = ended_in_words(last);
  row.reason = reason_for_ending(last);
  if (passed) {
    const bool silence = running.lapse == policy::Lapse::kMayEscalate;
    return find(row, silence ? Finding::kMayEscalate : Finding::kNotRecorded, ended + ".");
  }
  find(row, closed ? Finding::kNotApplicable : Finding::kNotRecorded,
       ended + ", before the last day.");
}

void AuditRows::take_clock(Requirement& row, const RunningClock& running, size_t last) const {
  row.by = running.deadline;
  if (!running.met_event.empty()) row.record = on_record(running.met_event);
  switch (running.status) {
    case ClockStatus::kMet:
      return find(row, Finding::kKept);
    case ClockStatus::kMetLate:
      row.late_by = calendar::working_days_between(running.deadline.last_day, row.record->when.on,
                                                   setting_.holidays);
      return find(row, Finding::kKeptLate);
    case ClockStatus::kRunning:
    case ClockStatus::kDueToday:
      return find(row, Finding::kNotDueYet);
    case ClockStatus::kOverdue:
      return find(row, may_escalate(running) ? Finding::kMayEscalate : Finding::kNotRecorded);
    case ClockStatus::kEnded:
      return take_end(row, running, last);
  }
}

// A clock that clocks() leaves out: its condition does not hold, it is kept at once or not at all,
// or what it counts from is not recorded.
void AuditRows::without_date(Requirement& row, const Clock& clock, const ClockPlace& place) const {
  const StagePassage& at = state_.passages[place.last];
  const Finding unless_over = at.ended_at ? Finding::kNotApplicable : Finding::kNotDueYet;
  if (!holds_for_case(clock.only_if, state_, at.priority)) {
    return find(row, Finding::kNotApplicable, only_if(clock.only_if, place.policy));
  }
  const Exchanges exchanges = exchanges_at(state_, place.last);
  const bool immediate = clock.kind == ClockKind::kImmediate;
  if (immediate) {
    const auto met_in = meeting_exchange(clock, state_, place.last, exchanges);
    const auto other = other_record(clock, state_, setting_, place.last);
    if (met_in || other) {
      row.record = on_record(met_in ? exchanges[*met_in].event_id() : other->event_id);
      return find(row, Finding::kKept);
    }
  }
  if (!outcome_holds(clock.only_if, exchanges)) {
    return find(row, unless_over, only_if(clock.only_if, place.policy));
  }
  if (immediate && at.ended_at) return not_recorded(row, place.last);
  if (immediate) return find(row, Finding::kNotDueYet, "It is asked for at once.");
  find(row, unless_over,
       clock_start(state_, setting_, clock, place.first)
           ? "No time for it is recorded."
           : "It has no date: what it counts from is not recorded.");
}

Requirement AuditRows::of_clock(const Clock& clock, const RunningClock* running,
                                const ClockPlace& place) const {
  Requirement row =
      begun(RequirementKind::kClock, place.row, clock.id, clock.what, clock.cite, place.policy);
  if (place.row != kNoPassage) row.stage = state_.passages[place.row].stage;
  row.detail = policy::clock_in_words(clock, place.policy);
  row.force = clock.force;
  row.met_by = clock.met_by;
  if (running) {
    take_clock(row, *running, place.last);
  } else {
    without_date(row, clock, place);
  }
  return row;
}

std::optional<Requirement> AuditRows::of_time(const Clock& clock, const RunningClock* running,
                                              const ClockPlace& place) const {
  const StagePassage& at = state_.passages[place.last];
  const bool applies = running || (holds_for_case(clock.only_if, state_, at.priority) &&
                                   outcome_holds(clock.only_if, exchanges_at(state_, place.last)));
  if (!asks_for_time(clock) || !applies) return std::nullopt;
  const bool declared = clock.kind == ClockKind::kDeclared;
  Requirement row = begun(RequirementKind::kTime, place.row, clock.id,
                          std::string(declared ? "A time is declared" : "A time is agreed") +
                              " by which " + within_sentence(clock.what),
                          clock.cite, place.policy);
  if (place.row != kNoPassage) row.stage = state_.passages[place.row].stage;
  row.force = clock.force;
  const SetTimes times = times_set(state_, clock.id, place.first, place.last);
  if (!times.empty()) {
    row.record = on_record(times.back()->event_id);
    row.reason = times.back()->fact.reason;
    find(row, Finding::kKept);
  } else if (!at.ended_at) {
    const bool passed = running && running->status == ClockStatus::kOverdue;
    find(row, passed ? Finding::kNotRecorded : Finding::kNotDueYet);
  } else if (closed_at(place.last) && (!running || *at.ended_at < running->deadline.ends)) {
    find(row, Finding::kNotApplicable, ended_in_words(place.last) + ".");
  } else {
    not_recorded(row, place.last);
  }
  return row;
}

Requirement AuditRows::of_duty(const Duty& duty, const DutyPlace& place) const {
  const bool of_stage = !place.stage.empty();
  const RequirementKind kind = needs_record(duty) ? RequirementKind::kDiscussion
                               : duty.action == policy::DutyAction::kNotice
                                   ? RequirementKind::kNotice
                                   : RequirementKind::kDuty;
  Requirement row = begun(kind, of_stage ? place.passage : kNoPassage, duty.id, duty.text,
                          duty.cite, place.policy);
  row.stage = place.stage;
  if (kind == RequirementKind::kNotice) row.form = duty.form;
  if (duty.clock) row.detail = policy::clock_in_words(*duty.clock, place.policy);
  row.force = duty.force;
  const auto record = of_stage ? duty_record(state_, place.policy, duty, place.stage, place.passage)
                               : duty_record(state_, place.policy, duty, place.stage);
  // What was to be done before the stage was entered is no longer awaited, and what is owed after a
  // resolution always is.
  const bool before = duty.when == policy::DutyMoment::kBeforeEntry;
  const bool over = before || (of_stage ? is_over(place.passage)
                                        : !state_.is_open() && !is_after_resolution(duty.when));
  const size_t last = of_stage ? place.passage : state_.passages.size() - 1;
  if (is_after_resolution(duty.when) && state_.withdrawn) {
    find(row, Finding::kNotApplicable, ended_in_words(last) + ", not resolved.");
    return row;
  }
  if (!is_asked(duty, place, state_, record.has_value())) {
    const bool may_come = !over && is_asked(duty, place, state_, true);
    find(row, may_come ? Finding::kNotDueYet : Finding::kNotApplicable,
         only_if(duty.only_if, place.policy));
    return row;
  }
  if (record) row.record = on_record(record->event_id);
  if (const auto running = duty_clock(state_, setting_, duty, place, record)) {
    take_clock(row, *running, state_.passages.size() - 1);
  } else if (record) {
    find(row, Finding::kKept);
  } else if (over && before) {
    find(row, Finding::kNotRecorded,
         base::capitalised(name_of(last)) + " was entered " +
             on_day(state_.passages[last].entered_at) + ".");
  } else if (over) {
    not_recorded(row, last);
  } else if (duty.clock && duty.clock->kind == ClockKind::kImmediate) {
    find(row, Finding::kNotDueYet, "It is asked for at once.");
  } else {
    find(row, Finding::kNotDueYet, duty.clock ? "What its time counts from is not recorded." : "");
  }
  return row;
}

Requirement AuditRows::of_entry(size_t passage, const policy::Policy& policy) const {
  const StagePassage& at = state_.passages[passage];
  const policy::Stage& stage = *policy.stage(at.stage);
  Requirement row =
      begun(RequirementKind::kEntry, passage, stage.id,
            (passage == 0 ? "The disagreement is raised at " : "The disagreement goes to ") +
                stage_in_words(policy, stage.id),
            stage.cite, policy);
  row.stage = stage.id;
  row.record = on_record(at.names.front().event_id);
  row.reason = at.reason;
  find(row, Finding::kKept);
  return row;
}

Requirement AuditRows::of_skipped(const policy::Stage& stage, size_t passage,
                                  const policy::Policy& policy) const {
  Requirement row =
      begun(RequirementKind::kEntry, passage, stage.id,
            "The disagreement goes to " + stage_in_words(policy, stage.id), stage.cite, policy);
  row.stage = stage.id;
  row.reason = state_.passages[passage].reason;
  find(row, Finding::kNotApplicable,
       base::capitalised(name_of(passage)) + " was entered directly, " +
           on_day(state_.passages[passage].entered_at) + ".");
  return row;
}

Requirement AuditRows::of_discussion(size_t passage, const policy::Policy& policy) const {
  const policy::Stage& stage = *policy.stage(state_.passages[passage].stage);
  Requirement row = begun(RequirementKind::kDiscussion, passage, stage.id,
                          stage.speaks.empty() || stage.with.empty()
                              ? "A discussion at " + stage_in_words(policy, stage.id)
                              : policy::speaking_in_words(stage, policy),
                          stage.cite, policy);
  row.stage = stage.id;
  for (const Exchange& each : exchanges_at(state_, passage)) {
    if (!each.discussion) continue;
    row.record = on_record(each.event_id());
    find(row, Finding::kKept);
    return row;
  }
  if (is_over(passage)) {
    not_recorded(row, passage);
    row.reason = reason_for_ending(passage);
  } else {
    find(row, Finding::kNotDueYet);
  }
  return row;
}

Requirement AuditRows::of_outcome(const policy::Stage& stage) const {
  Requirement row =
      begun(RequirementKind::kOutcome, kNoPassage, stage.id, "The disagreement is resolved",
            stage.judge ? stage.judge->cite : stage.cite, setting_.policy);
  row.stage = stage.id;
  if (stage.judge) row.detail = stage.judge->text;
  const size_t last = state_.passages.size() - 1;
  if (state_.resolved) {
    row.record = on_record(state_.resolved->event_id);
    find(row, Finding::kKept);
  } else if (state_.withdrawn) {
    find(row, Finding::kNotApplicable, ended_in_words(last) + ".");
    row.reason = reason_for_ending(last);
  } else {
    find(row, Finding::kNotDueYet);
  }
  return row;
}

}  // namespace casework
