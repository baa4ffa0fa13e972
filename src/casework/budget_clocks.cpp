#include "casework/budget_clocks.h"

#include <algorithm>

namespace casework {
namespace {

using policy::Budget;

bool shares(const Budget& budget, const std::string& stage) {
  return std::find(budget.stages.begin(), budget.stages.end(), stage) != budget.stages.end();
}

// Whether a passage takes of the budget of this version. Under another version it does by that
// version's budget of the same id, whatever the stages are called there.
bool takes_of(const Budget& budget, const policy::Policy& policy, const Case& state,
              const Setting& setting, size_t passage) {
  const StagePassage& at = state.passages[passage];
  if (shares(budget, at.stage)) return true;
  const policy::Policy* other = policy_at(state, setting, passage);
  if (other == &policy) return false;
  const Budget* same = other ? other->budget(budget.clock.id) : nullptr;
  return (same && shares(*same, at.stage)) ||
         std::any_of(at.formerly.begin(), at.formerly.end(),
                     [&](const std::string& stage) { return shares(budget, stage); });
}

std::vector<PassageRun> runs_of(const Budget& budget, const policy::Policy& policy,
                                const Case& state, const Setting& setting) {
  std::vector<PassageRun> runs;
  for (size_t i = 0; i < state.passages.size(); ++i) {
    if (!takes_of(budget, policy, state, setting, i)) continue;
    if (runs.empty() || runs.back().last + 1 != i) runs.push_back({i, i});
    runs.back().last = i;
  }
  return runs;
}

std::optional<RunningClock> running(const Budget& budget, PassageRun run, const Case& state,
                                    const Setting& setting, const policy::Policy& policy) {
  const policy::Clock& clock = budget.clock;
  if (!holds_for_case(clock.only_if, state, state.passages[run.last].priority) ||
      !outcome_holds(clock.only_if, exchanges_at(state, run.last))) {
    return std::nullopt;
  }
  const bool over = state.passages[run.last].ended_at.has_value();
  auto found = measured(clock,
                        {clock_start(state, setting, clock, run.first),
                         times_set(state, clock.id, run.first, run.last), over},
                        policy, setting);
  if (!found) return std::nullopt;
  found->stages = budget.stages;
  found->key = clock.id + '@' + state.passages[run.first].names.front().event_id;
  found->status = status_of(met_by_other(clock, state, setting, run.last, found->deadline), over,
                            found->deadline, setting.now);
  return found;
}

// Of the passages that ran under this version: the last of a run says which.
void add_all(std::vector<RunningClock>& clocks, const Case& state, const Setting& setting,
             const policy::Policy& policy) {
  for (const Budget& budget : policy.budgets) {
    for (const PassageRun run : runs_of(budget, policy, state, setting)) {
      if (policy_at(state, setting, run.last) != &policy) continue;
      if (auto found = running(budget, run, state, setting, policy)) {
        clocks.push_back(std::move(*found));
      }
    }
  }
}

}  // namespace

std::vector<RunningClock> budget_clocks(const Case& state, const Setting& setting) {
  std::vector<RunningClock> clocks;
  for (const policy::Policy* earlier : setting.earlier) {
    // A case that came back to a version runs under it now.
    if (earlier && earlier->hash != setting.policy.hash) add_all(clocks, state, setting, *earlier);
  }
  add_all(clocks, state, setting, setting.policy);
  return clocks;
}

std::vector<RunningClock> current_budget_clocks(const Case& state, const Setting& setting) {
  std::vector<RunningClock> clocks;
  for (const Budget& budget : setting.policy.budgets) {
    const auto run = current_run(state, setting, budget);
    if (!run) continue;
    if (auto found = running(budget, *run, state, setting, setting.policy)) {
      clocks.push_back(std::move(*found));
    }
  }
  return clocks;
}

std::optional<PassageRun> current_run(const Case& state, const Setting& setting,
                                      const Budget& budget) {
  const auto runs = runs_of(budget, setting.policy, state, setting);
  if (runs.empty() || runs.back().last + 1 != state.passages.size()) return std::nullopt;
  return runs.back();
}

}  // namespace casework
