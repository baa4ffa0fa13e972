// From when a clock counts in one passage through a stage. Rules: policy::StartEvent and TakeStart.
// Internal to casework.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "casework/clocks.h"
#include "casework/stage_facts.h"

namespace casework {

// Of the moments that start a clock and are known, by `start_of` (an optional with `at`), the one
// that it takes: the earliest, or the latest where the procedure says so.
template <typename StartOf>
auto taken_start(const policy::Clock& clock, StartOf start_of) {
  auto taken = start_of(clock.start);
  for (const policy::StartEvent event : clock.other_starts) {
    auto other = start_of(event);
    if (!other) continue;
    const bool earlier = taken && other->at < taken->at, later = taken && taken->at < other->at;
    const bool latest = clock.take == policy::TakeStart::kLatest;
    if (!taken || (latest ? later : earlier)) taken = std::move(other);
  }
  return taken;
}

// Whether `start` or one of the others is that event.
bool counts_from(const policy::Clock& clock, policy::StartEvent event);

// Empty when that has not happened yet. `exchanges`: those of the passage that may start the clock.
std::optional<ClockStart> clock_start(const Case& state, const Setting& setting,
                                      const policy::Clock& clock, size_t passage,
                                      const Exchanges& exchanges);
std::optional<ClockStart> clock_start(const Case& state, const Setting& setting,
                                      const policy::Clock& clock, size_t passage);

}  // namespace casework
