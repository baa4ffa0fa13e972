// What a case file holds besides what its procedure asked for, with the reasons that people wrote.
// Internal to casework.
#pragma once

#include <vector>

#include "casework/audit.h"

namespace casework {

// In the order of the passages, then of the whole case. `clocks`: clocks(state, setting).
std::vector<AuditRemark> audit_remarks(const Case& state, const Setting& setting,
                                       const std::vector<Requirement>& requirements,
                                       const std::vector<RunningClock>& clocks);

}  // namespace casework
