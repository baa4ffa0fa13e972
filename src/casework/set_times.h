// Clocks for which a time may be set now (agreed, declared, or to protect the child), and how late
// that time may be. What it then does to the clock is clock_run.h's. Internal to casework.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casework/budget_clocks.h"
#include "casework/next_steps.h"

namespace casework {

struct SettableClock {
  const policy::Clock* clock = nullptr;
  std::optional<ClockStart> start;             // empty: it has not started yet
  const Recorded<TimeAgreed>* time = nullptr;  // the last that was set
};
// Those of the current stage, of the budgets over it and of open duties, in that order. Not those
// whose condition does not hold.
std::vector<SettableClock> settable_clocks(const Case& state, const Setting& setting);
// The same for a caller who has the duties already: duties(state, setting).
std::vector<SettableClock> settable_clocks(const Case& state, const Setting& setting,
                                           const std::vector<OwedDuty>& duties);
std::optional<SettableClock> settable_clock(const Case& state, const Setting& setting,
                                            std::string_view clock_id);

struct LatestTime {
  calendar::Deadline deadline;
  policy::Citation cite;  // of the rule that says so
  std::string why;        // "ten working days after stage 1 was entered"
};
// The earlier of the clock's own maximum and the end of a budget over the stage. Empty: no maximum,
// and always for a time that protects the child.
std::optional<LatestTime> latest_time(const Case& state, const Setting& setting,
                                      const SettableClock& settable);
std::optional<LatestTime> latest_time(const Case& state, const Setting& setting,
                                      std::string_view clock_id);

}  // namespace casework
