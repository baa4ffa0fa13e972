// Moving between stages, recording discussions, agreeing times.
#include <algorithm>

#include "casework/clock_start.h"
#include "casework/clocks.h"
#include "casework/duty_record.h"
#include "casework/fact_checks.h"
#include "casework/stage_words.h"

namespace casework {
namespace {

using base::ErrorCode;

// Why the reason is asked for: the next stage, a later one, or one already passed.
std::string reason_wanted(const StageEntered& fact, const Case& state,
                          const policy::Policy& policy) {
  const auto place = [&](const std::string& id) {
    return std::find_if(policy.stages.begin(), policy.stages.end(),
                        [&](const policy::Stage& stage) { return stage.id == id; });
  };
  const std::string name = stage_in_words(policy, fact.stage);
  if (!fact.direct)
    return "Say why " + stage_in_words(policy, state.stage()) + " did not resolve it";
  if (place(fact.stage) < place(state.stage())) return "Say why you are going back to " + name;
  return "Say why you are going straight to " + name;
}

const policy::Clock* clock_at(const policy::Policy& policy, const std::string& stage_id,
                              const std::string& clock_id) {
  const policy::Stage* stage = policy.stage(stage_id);
  if (!stage) return nullptr;
  const auto found = std::find_if(stage->clocks.begin(), stage->clocks.end(),
                                  [&](const policy::Clock& clock) { return clock.id == clock_id; });
  return found == stage->clocks.end() ? nullptr : &*found;
}

void check_agreed_date(const TimeAgreed& fact, const policy::Clock& clock,
                       CheckedCommand& command) {
  const Setting& setting = command.setting;
  if (!fact.until.ok()) {
    command.errors.add(ErrorCode::kRequired, "until", "Enter the date agreed");
    return;
  }
  const std::string found = calendar::in_words(fact.until);
  if (fact.until < calendar::uk_date(setting.now)) {
    command.errors.add(ErrorCode::kRefused, "until",
                       "The date agreed must be today or in the future", nullptr, found);
    return;
  }
  const auto latest = latest_agreeable(command.state, setting, clock.id);
  if (!latest || fact.until <= latest->last_day) return;
  const auto start =
      clock_start(command.state, setting.policy, clock, command.state.passages.size() - 1);
  command.errors.add(
      ErrorCode::kRefused, "until",
      "The date agreed must be on or before " + calendar::in_words_with_day(latest->last_day) +
          ", which is " + calendar::in_words(clock.amount) + " after " + start->event + ". " +
          (latest->provisional ? "(Not all bank holidays up to then are known yet.) " : "") +
          source_sentence(setting.policy, clock.cite),
      &clock.cite, found);
}

}  // namespace

void check(StageEntered& fact, CheckedCommand& command) {
  const Case& state = command.state;
  const policy::Policy& policy = command.setting.policy;
  FormErrors& errors = command.errors;
  fact.from = state.stage();
  fact.direct = !leads_to(policy, state.stage(), fact.stage);
  const policy::Stage* stage = policy.stage(fact.stage);
  if (fact.stage.empty()) {
    errors.add(ErrorCode::kRequired, "stage", "Select the " + policy.stage_word + " to move to");
  } else if (!stage) {
    errors.add(ErrorCode::kMissingReference, "stage",
               "Select a " + policy.stage_word + " of this procedure", nullptr, fact.stage);
  } else if (fact.stage == state.stage()) {
    errors.add(ErrorCode::kRefused, "stage",
               "The case is already at " + stage_in_words(policy, fact.stage), nullptr, fact.stage);
  } else if (fact.reason.empty()) {
    errors.add(ErrorCode::kRequired, "reason", reason_wanted(fact, state, policy), &stage->cite);
  }
  if (command.occurred_at < state.current().entered_at) {
    errors.add(ErrorCode::kRefused, "occurred_at",
               "When the case moved on must be after " + stage_in_words(policy, state.stage()) +
                   " was entered",
               nullptr, calendar::in_words(command.occurred_at));
  }
}

void check(DiscussionRecorded& fact, CheckedCommand& command) {
  const Case& state = command.state;
  FormErrors& errors = command.errors;
  const Date arose = state.opened.fact.concern_arose;
  const Date today = calendar::uk_date(command.setting.now);
  if (fact.stage.empty()) fact.stage = state.stage();
  if (!was_at(state, fact.stage)) {
    errors.add(ErrorCode::kRefused, "stage",
               "The case has not been at " + stage_in_words(command.setting.policy, fact.stage),
               nullptr, fact.stage);
  }
  // The form asks for the day: a moment on another day would contradict it, so midday stands for
  // the day.
  if (!fact.held_on.ok()) {
    errors.add(ErrorCode::kRequired, "held_on", "Enter the date of the discussion");
    command.occurred_at = command.setting.now;
  } else if (fact.held_on > today) {
    errors.add(ErrorCode::kRefused, "held_on",
               "The date of the discussion must be today or in the past", nullptr,
               calendar::in_words(fact.held_on));
    command.occurred_at = command.setting.now;
  } else if (fact.held_on < arose) {
    errors.add(ErrorCode::kRefused, "held_on",
               "The date of the discussion must be on or after " + calendar::in_words(arose) +
                   ", the day the concern arose",
               nullptr, calendar::in_words(fact.held_on));
    command.occurred_at = command.setting.now;
  } else if (fact.held_on != calendar::uk_date(command.occurred_at)) {
    command.occurred_at = std::min(calendar::from_uk(fact.held_on, {12, 0}), command.setting.now);
  }
  errors.require(fact.channel, "channel", "Select how the discussion took place");
  errors.require(fact.with, "with", "Enter who took part");
  errors.require(fact.account, "account", "Enter what was said");
}

void check(TimeAgreed& fact, CheckedCommand& command) {
  const Case& state = command.state;
  const policy::Policy& policy = command.setting.policy;
  FormErrors& errors = command.errors;
  if (fact.stage.empty()) fact.stage = state.stage();
  if (fact.stage != state.stage()) {
    errors.add(ErrorCode::kRefused, "stage",
               "A time can be agreed only for " + stage_in_words(policy, state.stage()) +
                   ", where the case is now",
               nullptr, fact.stage);
  } else if (const policy::Clock* clock = clock_at(policy, fact.stage, fact.clock); !clock) {
    errors.add(fact.clock.empty() ? ErrorCode::kRequired : ErrorCode::kMissingReference, "clock",
               "Select the timescale that the agreed date is for", nullptr, fact.clock);
  } else if (clock->kind != policy::ClockKind::kAgreed) {
    errors.add(ErrorCode::kRefused, "clock",
               "The procedure sets this timescale, so no other time can be agreed for it",
               &clock->cite, fact.clock);
  } else {
    check_agreed_date(fact, *clock, command);
  }
  errors.require(fact.with, "with", "Enter who you agreed it with");
}

}  // namespace casework
