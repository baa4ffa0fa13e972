#include "documents/said_before.h"

#include <algorithm>

#include "documents/case_words.h"

namespace documents {
namespace {

using casework::Case;
using casework::DiscussionRecorded;

// Of facts as they were written down, the last one where the case stands; nullptr: none.
template <typename Fact>
const casework::Recorded<Fact>* last_here(const std::vector<casework::Recorded<Fact>>& facts,
                                          const Case& state) {
  for (size_t i = facts.size(); i-- > 0;) {
    if (facts[i].passage + 1 == state.passages.size()) return &facts[i];
  }
  return nullptr;
}

bool speaks_with_other_side(const policy::Stage& stage) {
  return std::any_of(stage.with.begin(), stage.with.end(), [](const policy::Party& party) {
    return party.side == policy::Party::Side::kResponding;
  });
}

}  // namespace

const DiscussionRecorded* last_discussion(const Case& state) {
  const auto* last = last_here(state.discussions, state);
  return last ? &last->fact : nullptr;
}

const DiscussionRecorded* last_meeting(const Case& state) {
  for (size_t i = state.discussions.size(); i-- > 0;) {
    const auto& each = state.discussions[i];
    if (each.passage + 1 != state.passages.size()) continue;
    if (each.fact.channel == casework::kMeetingChannel) return &each.fact;
  }
  return nullptr;
}

std::string other_side(const Case& state, const policy::Policy& policy) {
  const auto* talk = last_here(state.discussions, state);
  const auto* reply = last_here(state.replies, state);
  const auto* time = last_here(state.times, state);
  std::string who;
  casework::Instant at{};
  const auto take = [&](const std::string& name, casework::Instant recorded_at) {
    if (name.empty() || recorded_at < at) return;
    who = name;
    at = recorded_at;
  };
  if (time) take(time->fact.with, time->recorded_at);
  if (reply) take(reply->fact.from, reply->recorded_at);
  if (talk) take(talk->fact.with, talk->recorded_at);
  if (!who.empty()) return who;
  const policy::Stage* here = policy.stage(state.stage());
  if (!here || !speaks_with_other_side(*here)) return "";
  const casework::Person& other = state.opened.fact.responding;
  const auto first =
      std::find_if(policy.stages.begin(), policy.stages.end(), speaks_with_other_side);
  return first->id == here->id ? person_in_words(other) : other.agency;
}

std::string why_not_settled(const Case& state) {
  const auto* talk = last_here(state.discussions, state);
  const auto* reply = last_here(state.replies, state);
  if (reply && (!talk || talk->fact.held_on <= reply->fact.received_on)) {
    if (reply->fact.agreed) return "";
    return "The reply of " + calendar::in_words(reply->fact.received_on) + " did not settle it.";
  }
  if (!talk || !talk->fact.agreed.empty()) return "";
  return "The discussion on " + calendar::in_words(talk->fact.held_on) +
         " ended without agreement.";
}

}  // namespace documents
