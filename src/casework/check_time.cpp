// Times agreed, declared, or set to protect the child.
#include <algorithm>

#include "casework/fact_checks.h"
#include "casework/set_times.h"
#include "casework/stage_words.h"

namespace casework {
namespace {

using base::ErrorCode;
using policy::Clock;
using policy::ClockKind;

struct Words {
  const char* missing;
  const char* date;  // begins the other messages
};

Words words_for(const Clock& clock) {
  if (clock.kind == ClockKind::kAgreed) return {"Enter the date agreed", "The date agreed"};
  if (clock.kind == ClockKind::kDeclared) {
    return {"Enter the date by which it is to be resolved", "The date"};
  }
  return {"Enter the date by which it must be settled to protect the child", "The date"};
}

// A clock that the procedure has here, whether or not a time may be set for it.
const Clock* clock_here(const policy::Policy& policy, const std::string& stage_id,
                        const std::string& clock_id) {
  if (const policy::Stage* stage = policy.stage(stage_id)) {
    for (const Clock& clock : stage->clocks) {
      if (clock.id == clock_id) return &clock;
    }
  }
  const policy::Budget* budget = policy.budget(clock_id);
  return budget && names_stage(budget->stages, stage_id) ? &budget->clock : nullptr;
}

void check_until(const TimeAgreed& fact, const Clock& clock, CheckedCommand& command) {
  const Setting& setting = command.setting;
  const Words words = words_for(clock);
  if (!fact.until.ok()) {
    command.errors.add(ErrorCode::kRequired, "until", words.missing);
    return;
  }
  const std::string found = calendar::in_words(fact.until);
  const std::string date(words.date);
  if (fact.until < calendar::uk_date(setting.now)) {
    command.errors.add(ErrorCode::kRefused, "until", date + " must be today or in the future",
                       nullptr, found);
    return;
  }
  const auto latest = latest_time(command.state, setting, clock.id);
  if (!latest || fact.until <= latest->deadline.last_day) return;
  command.errors.add(
      ErrorCode::kRefused, "until",
      date + " must be on or before " + calendar::in_words_with_day(latest->deadline.last_day) +
          ", which is " + latest->why + ". " +
          (latest->deadline.provisional ? "(Not all bank holidays up to then are known yet.) "
                                        : "") +
          source_sentence(setting.policy, latest->cite),
      &latest->cite, found);
}

}  // namespace

void check(TimeAgreed& fact, CheckedCommand& command) {
  const Case& state = command.state;
  const policy::Policy& policy = command.setting.policy;
  FormErrors& errors = command.errors;
  if (fact.stage.empty()) fact.stage = state.stage();
  const auto settable = settable_clock(state, command.setting, fact.clock);
  if (fact.stage != state.stage()) {
    errors.add(ErrorCode::kRefused, "stage",
               "A time can be set only for " + stage_in_words(policy, state.stage()) +
                   ", where the case is now",
               nullptr, fact.stage);
  } else if (settable) {
    check_until(fact, *settable->clock, command);
  } else if (const Clock* clock = clock_here(policy, fact.stage, fact.clock); !clock) {
    errors.add(fact.clock.empty() ? ErrorCode::kRequired : ErrorCode::kMissingReference, "clock",
               "Select the timescale that the date is for", nullptr, fact.clock);
  } else {
    errors.add(ErrorCode::kRefused, "clock",
               takes_time(*clock)
                   ? "This timescale does not apply to the case as it stands"
                   : "The procedure sets this timescale, so no other time can be set for it",
               &clock->cite, fact.clock);
  }
  if (!settable || settable->clock->kind == ClockKind::kAgreed) {
    errors.require(fact.with, "with", "Enter who you agreed it with");
  }
}

}  // namespace casework
