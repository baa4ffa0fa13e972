#include "casework/clock_start.h"

#include <algorithm>

#include "casework/stage_words.h"

namespace casework {
namespace {

// A day of which the time is not known, as a moment.
Instant start_of(Date day) {
  return calendar::from_uk(day, {0, 0});
}

// "when the stage before it ended".
ClockStart stage_ended(const Case& state, const policy::Policy& policy, const policy::Clock& clock,
                       size_t passage) {
  const StagePassage& current = state.passages[passage];
  if (!current.direct) {
    for (size_t i = passage; i-- > 0;) {
      const StagePassage& before = state.passages[i];
      if (before.ended_at && (clock.start_stage.empty() || clock.start_stage == before.stage)) {
        return {*before.ended_at, stage_in_words(policy, before.stage) + " ended", ""};
      }
    }
  }
  const std::string name = stage_in_words(policy, current.stage);
  if (passage == 0 && !current.direct) {
    return {current.entered_at, name + " was entered",
            "No stage came before " + name + ", so it counts from the day it was entered."};
  }
  return {current.entered_at, name + " was entered directly",
          "Because " + name +
              " was entered directly, it counts from that day and not from the end of the stage "
              "before."};
}

}  // namespace

std::optional<size_t> passage_of(const Case& state, std::string_view stage, Instant recorded_at) {
  std::optional<size_t> found;
  for (size_t i = 0; i < state.passages.size(); ++i) {
    if (state.passages[i].stage != stage) continue;
    if (!found || state.passages[i].entered_at <= recorded_at) found = i;
  }
  return found;
}

std::vector<const Recorded<DiscussionRecorded>*> discussions_at(const Case& state, size_t passage) {
  std::vector<const Recorded<DiscussionRecorded>*> found;
  for (const auto& discussion : state.discussions) {
    if (discussion.fact.stage == state.passages[passage].stage &&
        passage_of(state, discussion.fact.stage, discussion.recorded_at) == passage) {
      found.push_back(&discussion);
    }
  }
  return found;
}

const Recorded<TimeAgreed>* time_agreed(const Case& state, size_t passage,
                                        std::string_view clock_id) {
  const Recorded<TimeAgreed>* found = nullptr;
  for (const auto& time : state.times) {
    if (time.fact.clock == clock_id && time.fact.stage == state.passages[passage].stage &&
        passage_of(state, time.fact.stage, time.recorded_at) == passage) {
      found = &time;
    }
  }
  return found;
}

std::optional<ClockStart> clock_start(const Case& state, const policy::Policy& policy,
                                      const policy::Clock& clock, size_t passage) {
  const StagePassage& current = state.passages[passage];
  switch (clock.start) {
    case policy::StartEvent::kConcernArose:
      return ClockStart{start_of(state.opened.fact.concern_arose), "the concern arose", ""};
    case policy::StartEvent::kCaseRaised:
      return ClockStart{state.opened.occurred_at, "the case was raised", ""};
    case policy::StartEvent::kStageEntered:
      return ClockStart{current.entered_at, stage_in_words(policy, current.stage) + " was entered",
                        ""};
    case policy::StartEvent::kStageEnded:
      return stage_ended(state, policy, clock, passage);
    case policy::StartEvent::kMeetingHeld: {
      const auto held = discussions_at(state, passage);
      if (held.empty()) return std::nullopt;
      const auto earlier = [](const auto* a, const auto* b) {
        return a->fact.held_on < b->fact.held_on;
      };
      const auto* last = *std::max_element(held.begin(), held.end(), earlier);
      return ClockStart{start_of(last->fact.held_on), "the meeting was held", ""};
    }
    case policy::StartEvent::kResolved:
      if (!state.resolved) return std::nullopt;
      return ClockStart{state.resolved->occurred_at, "the case was resolved", ""};
  }
  return std::nullopt;
}

}  // namespace casework
