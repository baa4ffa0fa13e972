#include <algorithm>
#include <map>
#include <set>

#include "casework/budget_clocks.h"
#include "casework/next_steps.h"
#include "casework/stage_words.h"

namespace casework {
namespace {

using calendar::Deadline;
using policy::Clock;
using policy::StartEvent;

// The last moment that is in time.
Instant last_moment(const Deadline& deadline) {
  return {deadline.ends.ms - 1};
}

void take_earlier(std::optional<Deadline>& earliest, const std::optional<Deadline>& other) {
  if (other && (!earliest || other->ends < earliest->ends)) earliest = other;
}

class Climb {
 public:
  Climb(const Case& state, const Setting& setting) : state_(state), setting_(setting) {
    for (const StagePassage& passage : state.passages) {
      if (passage.ended_at) ends_[passage.stage] = *passage.ended_at;
    }
    for (const RunningClock& shared : current_budget_clocks(state, setting)) {
      budgets_[shared.id] = shared.deadline;
    }
  }

  std::vector<LadderRung> rungs() {
    std::vector<LadderRung> rungs;
    std::optional<Deadline> deadline = current_deadline();
    std::set<std::string> seen = {state_.stage()};
    const policy::Stage* stage = setting_.policy.stage(state_.stage());
    while (stage && deadline && !stage->next.empty()) {
      const Instant entered_at = std::max(last_moment(*deadline), setting_.now);
      ends_[stage->id] = entered_at;
      stage = setting_.policy.stage(stage->next.front());
      if (!stage || !seen.insert(stage->id).second) break;
      deadline = deadline_if_entered(*stage, entered_at);
      if (deadline) rungs.push_back({stage->id, *deadline});
    }
    return rungs;
  }

 private:
  // The earliest of the stage that the case is in, of those still to be met if there are any.
  std::optional<Deadline> current_deadline() const {
    std::optional<Deadline> going;
    std::optional<Deadline> any;
    for (const RunningClock& clock :
         clocks_of_passage(state_, setting_, state_.passages.size() - 1)) {
      take_earlier(any, clock.deadline);
      if (is_going(clock)) take_earlier(going, clock.deadline);
    }
    for (const auto& [id, deadline] : budgets_) take_earlier(going, deadline);
    return going ? going : any;
  }

  std::optional<Deadline> deadline_if_entered(const policy::Stage& stage, Instant entered_at) {
    std::optional<Deadline> earliest;
    for (const Clock& clock : stage.clocks) take_earlier(earliest, end_of(clock, entered_at));
    for (const policy::Budget& budget : setting_.policy.budgets) {
      const std::string& id = budget.clock.id;
      if (!names_stage(budget.stages, stage.id)) {
        budgets_.erase(id);
      } else if (const auto running = budgets_.find(id); running != budgets_.end()) {
        take_earlier(earliest, running->second);
      } else if (const auto end = end_of(budget.clock, entered_at)) {
        budgets_[id] = *end;
        take_earlier(earliest, end);
      }
    }
    return earliest;
  }

  // Of a clock of a stage that is yet to come, if it were entered at that moment. What that stage
  // will agree or declare, and what will be said there, is not known.
  std::optional<Deadline> end_of(const Clock& clock, Instant entered_at) const {
    if (!is_counted(clock) || !holds_for_case(clock.only_if, state_) ||
        !outcome_holds(clock.only_if, {})) {
      return std::nullopt;
    }
    const auto start = start_if_entered(clock, entered_at);
    if (!start) return std::nullopt;
    return calendar::deadline_after(*start, clock.amount, setting_.holidays);
  }

  std::optional<Instant> start_if_entered(const Clock& clock, Instant entered_at) const {
    const bool latest = clock.take == policy::TakeStart::kLatest;
    std::optional<Instant> taken = start_if_entered(clock, clock.start, entered_at);
    bool all_known = taken.has_value();
    for (const StartEvent event : clock.other_starts) {
      const auto other = start_if_entered(clock, event, entered_at);
      all_known = all_known && other;
      if (other && (!taken || (latest ? *taken < *other : *other < *taken))) taken = other;
    }
    if (latest && !all_known) return std::nullopt;
    return taken;
  }

  std::optional<Instant> start_if_entered(const Clock& clock, StartEvent event,
                                          Instant entered_at) const {
    switch (event) {
      case StartEvent::kConcernArose:
        return calendar::from_uk(state_.opened.fact.concern_arose, {0, 0});
      case StartEvent::kCaseRaised:
        return state_.opened.occurred_at;
      case StartEvent::kStageEntered:
        return entered_at;
      case StartEvent::kStageEnded: {
        const auto named = ends_.find(clock.start_stage);
        return named == ends_.end() ? entered_at : named->second;
      }
      case StartEvent::kMeetingHeld:
      case StartEvent::kNoticeSent:
      case StartEvent::kReplyReceived:
      case StartEvent::kResolved:
        break;
    }
    return std::nullopt;
  }

  const Case& state_;
  const Setting& setting_;
  std::map<std::string, Instant> ends_;      // of stages
  std::map<std::string, Deadline> budgets_;  // that run at the stage reached, by clock id
};

}  // namespace

std::vector<LadderRung> ladder(const Case& state, const Setting& setting) {
  if (!state.is_open()) return {};
  return Climb(state, setting).rungs();
}

}  // namespace casework
