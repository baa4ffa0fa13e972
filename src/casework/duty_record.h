// Which duties are owed at a stage and which recorded fact does each. Internal to casework.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "casework/clocks.h"
#include "policy/model.h"

namespace casework {

// Owed once at each stage it names (and keyed by that stage), or once in the whole case.
bool is_per_stage(policy::DutyMoment moment);
// Owed only once the case is resolved.
bool is_after_resolution(policy::DutyMoment moment);
// Done by recording a discussion. A closed case takes no discussions, so what is owed after
// resolution is ticked.
bool needs_record(const policy::Duty& duty);
// Whether `next` of the stage names the target.
bool leads_to(const policy::Policy& policy, std::string_view stage, std::string_view target);

struct DutyRecord {
  std::string event_id;
  Instant at;
};
// The first fact that did the duty; `stage` is empty for a duty of the whole case. At the last
// passage through the stage, or at the one that is named.
std::optional<DutyRecord> duty_record(const Case& state, const policy::Policy& policy,
                                      const policy::Duty& duty, std::string_view stage);
std::optional<DutyRecord> duty_record(const Case& state, const policy::Policy& policy,
                                      const policy::Duty& duty, std::string_view stage,
                                      size_t passage);

// The duty's clock; `done`: what did the duty. Empty: it has no date.
std::optional<RunningClock> duty_clock(const Case& state, const Setting& setting,
                                       const policy::Duty& duty, std::string_view stage,
                                       const std::optional<DutyRecord>& done);
// The passage whose start and meetings the duty's clock counts from.
size_t duty_passage(const Case& state, const policy::Duty& duty, std::string_view stage);

}  // namespace casework
