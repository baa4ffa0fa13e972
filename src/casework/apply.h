// One event's part in the fold of a case, with the corrections that later events make to earlier
// ones. Internal to casework; the fold itself is case_state.h's.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "casework/case_state.h"

namespace casework {

// What corrected events say now, by their ids.
using Corrections = std::map<std::string, Payload>;
// Of events in fold order. A correction of a record that comes later, or that cannot be made, has
// no effect.
Corrections corrections_of(const std::vector<Event>& events);

const Payload& told(const Event& event, const Corrections& corrections);
// Midday of the day on which it happened by a correction, else Event::occurred_at.
Instant happened_at(const Event& event, const Corrections& corrections);

// Changes the facts of the case, not its events and heads. Returns whether the event still fitted.
bool apply_fact(Case& state, const Event& event, const Corrections& corrections);

}  // namespace casework
