// What people say of records that are there already: that one is right, that one should have said
// something else, which of two holds.
#include <algorithm>

#include "casework/amend.h"
#include "casework/fact_checks.h"
#include "casework/stage_words.h"

namespace casework {
namespace {

using base::ErrorCode;

const Event* record_of(const std::string& id, CheckedCommand& command) {
  const Event* event = event_of(command.state, id);
  if (!event) {
    command.errors.add(ErrorCode::kMissingReference, "event", "Select a record of this case",
                       nullptr, id);
  }
  return event;
}

// A day in a record is never one to come, nor before the concern arose.
void check_corrected_day(const AmendableField& field, const Event& event, CheckedCommand& command) {
  const auto day = calendar::parse_iso(field.value);
  if (field.kind != AmendableKind::kDate || !day) return;
  if (field.key.starts_with("actions.")) return;  // by when something is to be done
  FormErrors& errors = command.errors;
  const std::string pointer = "changes." + field.key;
  const bool arose = std::holds_alternative<CaseOpened>(event.payload);
  const Date latest = calendar::uk_date(event.recorded_at);
  if (*day > latest) {
    errors.add(ErrorCode::kRefused, pointer,
               "The date must be on or before " + calendar::in_words(latest) +
                   ", when the record was written",
               nullptr, calendar::in_words(*day));
  } else if (!arose && *day < command.state.opened.fact.concern_arose) {
    errors.add(ErrorCode::kRefused, pointer,
               "The date must be on or after " +
                   calendar::in_words(command.state.opened.fact.concern_arose) +
                   ", the day the concern arose",
               nullptr, calendar::in_words(*day));
  }
}

}  // namespace

void check(RecordApproved& fact, CheckedCommand& command) {
  const Event* event = record_of(fact.event, command);
  check_day(fact.approved_on, "approved_on", "approval", command);
  command.errors.require(fact.from, "from", "Enter who approved it");
  if (event && fact.approved_on.ok() && fact.approved_on < calendar::uk_date(event->recorded_at)) {
    command.errors.add(ErrorCode::kRefused, "approved_on",
                       "The date of the approval must be on or after " +
                           calendar::in_words(event->recorded_at) + ", when the record was written",
                       nullptr, calendar::in_words(fact.approved_on));
  }
}

void check(EventAmended& fact, CheckedCommand& command) {
  FormErrors& errors = command.errors;
  errors.require(fact.reason, "reason", "Enter why the record is corrected");
  const Event* event = record_of(fact.event, command);
  if (!event) return;
  const Payload before = corrected(command.state, *event);
  // What reads as before is no change.
  for (const AmendableField& field : amendable(before)) {
    const auto change = fact.changes.find(field.key);
    if (change != fact.changes.end() && change->second == field.value) fact.changes.erase(change);
  }
  if (fact.changes.empty()) {
    errors.add(ErrorCode::kRequired, "changes", "Change what is wrong in the record");
    return;
  }
  const auto after = amended(before, fact.changes);
  if (!after) {
    for (const base::Error& error : after.errors()) {
      errors.add(error.code, error.where.pointer, error.message, nullptr, error.found);
    }
    return;
  }
  for (const AmendableField& field : amendable(*after)) {
    if (fact.changes.count(field.key)) check_corrected_day(field, *event, command);
  }
}

void check(ConflictSettled& fact, CheckedCommand& command) {
  const Case& state = command.state;
  FormErrors& errors = command.errors;
  errors.require(fact.reason, "reason", "Enter how it was settled, and with whom");
  if (fact.events.empty()) {
    errors.add(ErrorCode::kRequired, "events", "Select what is settled");
  }
  for (const std::string& id : fact.events) {
    if (std::find(state.conflicts.begin(), state.conflicts.end(), id) != state.conflicts.end()) {
      continue;
    }
    errors.add(ErrorCode::kMissingReference, "events", "Select what is not settled yet", nullptr,
               id);
  }
  if (!fact.stage.empty() && !command.setting.policy.stage(fact.stage)) {
    errors.add(ErrorCode::kMissingReference, "stage",
               "Select a " + command.setting.policy.stage_word + " of this procedure", nullptr,
               fact.stage);
  }
  const Event* outcome = event_of(state, fact.outcome);
  if (!fact.outcome.empty() &&
      !(outcome && std::holds_alternative<CaseResolved>(outcome->payload))) {
    errors.add(ErrorCode::kMissingReference, "outcome", "Select an outcome that was recorded",
               nullptr, fact.outcome);
  }
}

}  // namespace casework
