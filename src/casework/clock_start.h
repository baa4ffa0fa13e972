// From when a clock counts in one passage through a stage. Rules: policy::StartEvent and TakeStart.
// Internal to casework.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casework/clocks.h"
#include "casework/stage_facts.h"

namespace casework {

// Whether `start` or one of the others is that event.
bool counts_from(const policy::Clock& clock, policy::StartEvent event);

// Empty when that has not happened yet. `exchanges`: those of the passage that may start the clock.
std::optional<ClockStart> clock_start(const Case& state, const Setting& setting,
                                      const policy::Clock& clock, size_t passage,
                                      const Exchanges& exchanges);
std::optional<ClockStart> clock_start(const Case& state, const Setting& setting,
                                      const policy::Clock& clock, size_t passage);

}  // namespace casework
