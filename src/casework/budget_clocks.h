// Budgets: one time shared by several stages, from the entry into the first of them until a stage
// outside is entered or the case closes. A case that comes back to them starts a new one; one that
// goes on under another version of the procedure does not. Internal to casework.
#pragma once

#include <optional>
#include <vector>

#include "casework/clock_run.h"

namespace casework {

// Of every such run through a budget's stages, in order.
std::vector<RunningClock> budget_clocks(const Case& state, const Setting& setting);
// Those over the stage that the case is in.
std::vector<RunningClock> current_budget_clocks(const Case& state, const Setting& setting);
// Passages one after another, all through the budget's stages.
struct PassageRun {
  size_t first;
  size_t last;
};
// The one that the case is in, as long as it is at one of the budget's stages. Requires: a budget
// of setting.policy.
std::optional<PassageRun> current_run(const Case& state, const Setting& setting,
                                      const policy::Budget& budget);

}  // namespace casework
