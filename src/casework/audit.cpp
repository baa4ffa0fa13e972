#include "casework/audit.h"

#include <algorithm>
#include <utility>

#include "casework/audit_remarks.h"
#include "casework/audit_rows.h"
#include "casework/budget_clocks.h"
#include "casework/stage_words.h"

namespace casework {
namespace {

using policy::Clock;
using policy::Duty;
using policy::DutyMoment;
using policy::Policy;
using policy::Stage;

const RunningClock* clock_of(const std::vector<RunningClock>& clocks, const std::string& id) {
  const auto found = std::find_if(clocks.begin(), clocks.end(),
                                  [&](const RunningClock& clock) { return clock.id == id; });
  return found == clocks.end() ? nullptr : &*found;
}

class Auditor {
 public:
  Auditor(const Case& state, const Setting& setting)
      : state_(state), setting_(setting), rows_(state, setting), clocks_(clocks(state, setting)) {}

  Audit all() {
    for (size_t i = 0; i < state_.passages.size(); ++i) add_stage(i);
    add_duties_of_case(false);
    add_budgets();
    add_exclusions();
    if (const Stage* stage = setting_.policy.stage(state_.stage())) {
      requirements_.push_back(rows_.of_outcome(*stage));
    }
    if (!state_.is_open()) add_duties_of_case(true);
    auto remarks = audit_remarks(state_, setting_, requirements_, clocks_);
    return {std::move(requirements_), std::move(remarks)};
  }

 private:
  using ClockPlace = AuditRows::ClockPlace;

  void add_stage(size_t passage) {
    const Policy* policy = policy_at(state_, setting_, passage);
    const Stage* stage = policy ? policy->stage(state_.passages[passage].stage) : nullptr;
    if (!stage) return;  // a remark says so
    add_skipped(passage, *policy);
    requirements_.push_back(rows_.of_entry(passage, *policy));
    const auto running = clocks_of_passage(state_, setting_, passage);
    const ClockPlace place{*policy, passage, passage, passage};
    for (const Clock& clock : stage->clocks) add_clock(clock, clock_of(running, clock.id), place);
    const auto is_its_discussion = [&](const Duty& duty) {
      const bool there =
          duty.when == DutyMoment::kAtEveryStage || duty.when == DutyMoment::kOnEntry;
      return there && needs_record(duty) && !duty.only_if && names_stage(duty.stages, stage->id);
    };
    const bool asked = std::any_of(policy->duties.begin(), policy->duties.end(), is_its_discussion);
    if (!asked) requirements_.push_back(rows_.of_discussion(passage, *policy));
    if (comes_again(passage)) return;
    for (const Duty& duty : policy->duties) {
      if (!is_per_stage(duty.when) || !is_asked_at(duty, *stage, *policy)) continue;
      requirements_.push_back(rows_.of_duty(duty, {*policy, stage->id, passage}));
    }
  }

  static bool is_asked_at(const Duty& duty, const Stage& stage, const Policy& policy) {
    const bool first = stage.id == policy.stages.front().id;
    return names_stage(duty.stages, stage.id) && !(first && duty.when == DutyMoment::kBeforeEntry);
  }

  // What was done at one of two passages through a stage is not owed again at the other.
  bool comes_again(size_t passage) const {
    for (size_t later = passage + 1; later < state_.passages.size(); ++later) {
      if (same_stage(state_, passage, later)) return true;
    }
    return false;
  }

  // The stages between, in the order of the procedure, that the case was never at.
  void add_skipped(size_t passage, const Policy& policy) {
    const StagePassage& at = state_.passages[passage];
    if (!at.direct) return;
    bool after = passage == 0;
    for (const Stage& stage : policy.stages) {
      if (stage.id == at.stage) return;
      const bool was_there =
          std::any_of(state_.passages.begin(), state_.passages.end(),
                      [&](const StagePassage& each) { return each.stage == stage.id; });
      if (after && !was_there) requirements_.push_back(rows_.of_skipped(stage, passage, policy));
      after = after || stage.id == state_.passages[passage - 1].stage;
    }
  }

  void add_clock(const Clock& clock, const RunningClock* running, const ClockPlace& place) {
    if (auto time = rows_.of_time(clock, running, place)) requirements_.push_back(std::move(*time));
    requirements_.push_back(rows_.of_clock(clock, running, place));
  }

  void add_duties_of_case(bool after_resolution) {
    const std::string& stage = after_resolution ? state_.stage() : state_.passages.front().stage;
    for (const Duty& duty : setting_.policy.duties) {
      if (is_per_stage(duty.when) || is_after_resolution(duty.when) != after_resolution) continue;
      if (!names_stage(duty.stages, stage)) continue;
      requirements_.push_back(rows_.of_duty(duty, duty_place(state_, setting_, duty, "")));
    }
  }

  // Those over a stage that was passed under their version.
  void add_budgets() {
    const auto running = budget_clocks(state_, setting_);
    std::vector<const Policy*> versions;
    for (size_t i = 0; i < state_.passages.size(); ++i) {
      const Policy* policy = policy_at(state_, setting_, i);
      if (policy && std::find(versions.begin(), versions.end(), policy) == versions.end()) {
        versions.push_back(policy);
      }
    }
    for (const Policy* policy : versions) {
      for (const policy::Budget& budget : policy->budgets) add_budget(budget, *policy, running);
    }
  }
  void add_budget(const policy::Budget& budget, const Policy& policy,
                  const std::vector<RunningClock>& running) {
    std::optional<size_t> first, last;
    for (size_t i = 0; i < state_.passages.size(); ++i) {
      if (policy_at(state_, setting_, i) != &policy) continue;
      if (!names_stage(budget.stages, state_.passages[i].stage)) continue;
      if (!first) first = i;
      last = i;
    }
    if (!last) return;
    const ClockPlace place{policy, kNoPassage, *first, *last};
    bool dated = false;
    for (const RunningClock& each : running) {
      if (each.id != budget.clock.id || each.reckoning.policy_hash != policy.hash) continue;
      dated = true;
      add_clock(budget.clock, &each, place);
    }
    if (!dated) add_clock(budget.clock, nullptr, place);
  }

  // The other procedure's, where that one covers the case. Its questions are those of the version
  // that the case was raised under.
  void add_exclusions() {
    const CaseOpened& opened = state_.opened.fact;
    const Policy* first = version_of(state_, setting_, opened.policy_hash);
    const Policy& asked = first ? *first : setting_.policy;
    for (const policy::Exclusion& exclusion : asked.exclusions) {
      const auto answer = opened.exclusions.find(exclusion.id);
      if (!exclusion.clock || answer == opened.exclusions.end() || !answer->second) continue;
      add_clock(*exclusion.clock, clock_of(clocks_, exclusion.clock->id),
                {asked, kNoPassage, 0, state_.passages.size() - 1});
      requirements_.back().met_by = policy::MetBy::kStageEnded;  // closing the case keeps it
    }
  }

  const Case& state_;
  const Setting& setting_;
  AuditRows rows_;
  std::vector<RunningClock> clocks_;
  std::vector<Requirement> requirements_;
};

}  // namespace

Audit audit(const Case& state, const Setting& setting) {
  return Auditor(state, setting).all();
}

AuditCounts counts(const Audit& audit) {
  AuditCounts found;
  for (const Requirement& row : audit.requirements) {
    switch (row.finding) {
      case Finding::kKept:
        ++found.kept;
        break;
      case Finding::kKeptLate:
        ++found.late;
        break;
      case Finding::kNotRecorded:
        ++found.missing;
        break;
      case Finding::kNotDueYet:
      case Finding::kMayEscalate:
        ++found.open;
        break;
      case Finding::kNotApplicable:
        ++found.not_applicable;
        break;
    }
  }
  return found;
}

}  // namespace casework
