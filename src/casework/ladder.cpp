#include <algorithm>
#include <map>
#include <set>

#include "casework/next_steps.h"

namespace casework {
namespace {

// The last moment that is in time.
Instant last_moment(const calendar::Deadline& deadline) {
  return {deadline.ends.ms - 1};
}

using StageEnds = std::map<std::string, Instant>;

// From when a clock of a stage that is yet to come would count, if it were entered at that moment.
std::optional<Instant> start_if_entered(const policy::Clock& clock, const Case& state,
                                        const StageEnds& ends, Instant entered_at) {
  switch (clock.start) {
    case policy::StartEvent::kConcernArose:
      return calendar::from_uk(state.opened.fact.concern_arose, {0, 0});
    case policy::StartEvent::kCaseRaised:
      return state.opened.occurred_at;
    case policy::StartEvent::kStageEntered:
      return entered_at;
    case policy::StartEvent::kStageEnded: {
      const auto named = ends.find(clock.start_stage);
      return named == ends.end() ? entered_at : named->second;
    }
    case policy::StartEvent::kMeetingHeld:
    case policy::StartEvent::kResolved:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<calendar::Deadline> deadline_if_entered(const policy::Stage& stage, const Case& state,
                                                      const Setting& setting, const StageEnds& ends,
                                                      Instant entered_at) {
  std::optional<calendar::Deadline> earliest;
  for (const policy::Clock& clock : stage.clocks) {
    const bool counted = clock.kind == policy::ClockKind::kFixed ||
                         (clock.kind == policy::ClockKind::kAgreed && clock.amount.count > 0);
    const auto start = counted ? start_if_entered(clock, state, ends, entered_at) : std::nullopt;
    if (!start) continue;
    const auto deadline = calendar::deadline_after(*start, clock.amount, setting.holidays);
    if (!earliest || deadline.ends < earliest->ends) earliest = deadline;
  }
  return earliest;
}

// The earliest deadline of the stage that the case is in, met or not.
std::optional<calendar::Deadline> current_deadline(const Case& state, const Setting& setting) {
  std::optional<calendar::Deadline> earliest;
  for (const RunningClock& clock : clocks_of_passage(state, setting, state.passages.size() - 1)) {
    if (!earliest || clock.deadline.ends < earliest->ends) earliest = clock.deadline;
  }
  return earliest;
}

}  // namespace

std::vector<LadderRung> ladder(const Case& state, const Setting& setting) {
  std::vector<LadderRung> rungs;
  if (!state.is_open()) return rungs;
  std::optional<calendar::Deadline> deadline = current_deadline(state, setting);
  StageEnds ends;
  for (const StagePassage& passage : state.passages) {
    if (passage.ended_at) ends[passage.stage] = *passage.ended_at;
  }
  std::set<std::string> seen = {state.stage()};
  const policy::Stage* stage = setting.policy.stage(state.stage());
  while (stage && deadline && !stage->next.empty()) {
    const Instant entered_at = std::max(last_moment(*deadline), setting.now);
    ends[stage->id] = entered_at;
    stage = setting.policy.stage(stage->next.front());
    if (!stage || !seen.insert(stage->id).second) break;
    deadline = deadline_if_entered(*stage, state, setting, ends, entered_at);
    if (deadline) rungs.push_back({stage->id, *deadline});
  }
  return rungs;
}

}  // namespace casework
