// One clock from its start to its end: the day it ends, a time set for it, and why. The same for
// clocks of stages, budgets and duties; what meets them differs (clock_met.h). Internal to
// casework.
#pragma once

#include <optional>
#include <string>

#include "casework/clock_met.h"
#include "casework/clock_start.h"
#include "casework/clocks.h"

namespace casework {

struct ClockRun {
  std::optional<ClockStart> start;  // empty: it has not happened yet
  SetTimes times;                   // set for it, the last one last
  bool over = false;                // its stage ended, or the case closed
  // A time was set at the stage for a timescale that only the version before knew.
  bool lost_time = false;
};

// Whether it ends when the parties agree or one of them declares.
bool asks_for_time(const policy::Clock& clock);

// Whether a time may be set for the clock: agreed, declared, or to protect the child.
bool takes_time(const policy::Clock& clock);
// Whether it ends by an amount, or at most by one.
bool is_counted(const policy::Clock& clock);

// Everything but the stage and the status. Empty: it has no date.
std::optional<RunningClock> measured(const policy::Clock& clock, const ClockRun& run,
                                     const policy::Policy& policy, const Setting& setting);
ClockStatus status_of(Met met, bool over, const calendar::Deadline& deadline, Instant now);
bool is_going(const RunningClock& clock);

// "No reply came": how a clock lapsed whose silence may be escalated.
std::string silence_in_words(const RunningClock& clock);

}  // namespace casework
