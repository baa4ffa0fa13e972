// Moving between stages and recording discussions.
#include <algorithm>

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

void check_day(const Date& day, const std::string& pointer, const std::string& what,
               CheckedCommand& command) {
  FormErrors& errors = command.errors;
  const Date arose = command.state.opened.fact.concern_arose;
  const Date today = calendar::uk_date(command.setting.now);
  if (day.ok() && day >= arose && day <= today) {
    // The form asks for the day: a moment on another day would contradict it, so midday stands for
    // the day.
    if (day != calendar::uk_date(command.occurred_at)) {
      command.occurred_at = std::min(calendar::from_uk(day, {12, 0}), command.setting.now);
    }
    return;
  }
  command.occurred_at = command.setting.now;
  if (!day.ok()) {
    errors.add(ErrorCode::kRequired, pointer, "Enter the date of the " + what);
  } else if (day > today) {
    errors.add(ErrorCode::kRefused, pointer,
               "The date of the " + what + " must be today or in the past", nullptr,
               calendar::in_words(day));
  } else {
    errors.add(ErrorCode::kRefused, pointer,
               "The date of the " + what + " must be on or after " + calendar::in_words(arose) +
                   ", the day the concern arose",
               nullptr, calendar::in_words(day));
  }
}

void check(DiscussionRecorded& fact, CheckedCommand& command) {
  const Case& state = command.state;
  FormErrors& errors = command.errors;
  if (fact.stage.empty()) fact.stage = state.stage();
  if (!was_at(state, fact.stage)) {
    errors.add(ErrorCode::kRefused, "stage",
               "The case has not been at " + stage_in_words(command.setting.policy, fact.stage),
               nullptr, fact.stage);
  }
  check_day(fact.held_on, "held_on", "discussion", command);
  errors.require(fact.channel, "channel", "Select how the discussion took place");
  errors.require(fact.with, "with", "Enter who took part");
  errors.require(fact.account, "account", "Enter what was said");
}

}  // namespace casework
