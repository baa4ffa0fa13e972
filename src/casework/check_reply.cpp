// Replies received, and moving a case to another version of its procedure.
#include <algorithm>

#include "casework/fact_checks.h"
#include "casework/stage_words.h"

namespace casework {

using base::ErrorCode;

void check(ReplyReceived& fact, CheckedCommand& command) {
  const Case& state = command.state;
  FormErrors& errors = command.errors;
  if (fact.stage.empty()) fact.stage = state.stage();
  if (!was_at(state, fact.stage)) {
    errors.add(ErrorCode::kRefused, "stage",
               "The case has not been at " + stage_in_words(command.setting.policy, fact.stage),
               nullptr, fact.stage);
  }
  check_day(fact.received_on, "received_on", "reply", command);
  errors.require(fact.from, "from", "Enter who replied");
  errors.require(fact.account, "account", "Enter what the reply says");
}

void check(PolicyChanged& fact, CheckedCommand& command) {
  const Case& state = command.state;
  const policy::Policy& policy = command.setting.policy;
  FormErrors& errors = command.errors;
  fact.policy_id = policy.id;
  fact.policy_version = policy.version;
  fact.policy_hash = policy.hash;
  if (policy.id != state.opened.fact.policy_id) {
    errors.add(ErrorCode::kRefused, "policy_id", "This is not a version of the case’s procedure",
               nullptr, policy.id);
  } else if (policy.hash == state.policy_hash() && fact.stage == state.stage()) {
    errors.add(ErrorCode::kRefused, "policy_hash",
               "The case is run under this version of the procedure already", nullptr,
               policy.version);
  }
  if (fact.stage.empty()) {
    errors.add(ErrorCode::kRequired, "stage",
               "Select the " + policy.stage_word + " that the case is at in that version");
  } else if (!policy.stage(fact.stage)) {
    errors.add(ErrorCode::kMissingReference, "stage",
               "Select a " + policy.stage_word + " of that version", nullptr, fact.stage);
  }
  // Without one of its own, no condition of that version would hold.
  const bool goes_on = fact.priority.empty() && policy.priority(state.priority());
  if (policy.priorities.empty()) {
    fact.priority.clear();
  } else if (!goes_on && !policy.priority(fact.priority)) {
    errors.add(fact.priority.empty() ? ErrorCode::kRequired : ErrorCode::kMissingReference,
               "priority", "Select which priority applies", &policy.priorities.front().cite,
               fact.priority);
  }
  errors.require(fact.reason, "reason", "Enter why the case moves to that version");
}

}  // namespace casework
