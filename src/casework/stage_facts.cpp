#include "casework/stage_facts.h"

#include <algorithm>

#include "base/text.h"
#include "casework/stage_words.h"

namespace casework {

std::optional<size_t> passage_of(const Case& state, std::string_view stage, Instant recorded_at) {
  std::optional<size_t> found;
  for (size_t i = 0; i < state.passages.size(); ++i) {
    if (state.passages[i].stage != stage) continue;
    if (!found || state.passages[i].entered_at <= recorded_at) found = i;
  }
  return found;
}

const policy::Policy* policy_at(const Case& state, const Setting& setting, size_t passage) {
  const std::string& hash = state.passages[passage].policy_hash;
  if (hash == state.policy_hash()) return &setting.policy;
  for (const policy::Policy* earlier : setting.earlier) {
    if (earlier && earlier->hash == hash) return earlier;
  }
  return nullptr;
}

std::string stage_at_in_words(const Case& state, const Setting& setting, size_t passage) {
  const policy::Policy* policy = policy_at(state, setting, passage);
  return stage_in_words(policy ? *policy : setting.policy, state.passages[passage].stage);
}

bool Exchange::agreed() const {
  return discussion ? !base::trimmed(discussion->fact.agreed).empty() : reply->fact.agreed;
}

Exchanges exchanges_at(const Case& state, size_t passage) {
  Exchanges found;
  const auto is_here = [&](const std::string& stage, Instant recorded_at) {
    return stage == state.passages[passage].stage &&
           passage_of(state, stage, recorded_at) == passage;
  };
  for (const auto& discussion : state.discussions) {
    if (is_here(discussion.fact.stage, discussion.recorded_at)) found.push_back({&discussion, {}});
  }
  for (const auto& reply : state.replies) {
    if (is_here(reply.fact.stage, reply.recorded_at)) found.push_back({{}, &reply});
  }
  std::stable_sort(found.begin(), found.end(), [](const Exchange& a, const Exchange& b) {
    return a.day() != b.day() ? a.day() < b.day() : a.recorded_at() < b.recorded_at();
  });
  return found;
}

const Recorded<TimeAgreed>* time_set(const Case& state, std::string_view clock_id, size_t first,
                                     size_t last) {
  const Recorded<TimeAgreed>* found = nullptr;
  for (const auto& time : state.times) {
    if (time.fact.clock != clock_id) continue;
    const auto passage = passage_of(state, time.fact.stage, time.recorded_at);
    if (passage && *passage >= first && *passage <= last) found = &time;
  }
  return found;
}

const Recorded<NoticeIssued>* notice_sent(const Case& state, std::string_view form,
                                          size_t passage) {
  for (const auto& notice : state.notices) {
    if (notice.fact.form == form && notice.fact.stage == state.passages[passage].stage &&
        passage_of(state, notice.fact.stage, notice.recorded_at) == passage) {
      return &notice;
    }
  }
  return nullptr;
}

bool holds_for_case(const std::optional<policy::Condition>& condition, const Case& state) {
  if (!condition) return true;
  const CaseOpened& opened = state.opened.fact;
  if (condition->immediate_risk && *condition->immediate_risk != opened.immediate_risk)
    return false;
  const auto& priorities = condition->priorities;
  return priorities.empty() ||
         std::find(priorities.begin(), priorities.end(), opened.priority) != priorities.end();
}

bool outcome_holds(const std::optional<policy::Condition>& condition, const Exchanges& exchanges) {
  if (!condition || !condition->outcome) return true;
  return !exchanges.empty() &&
         exchanges.back().agreed() == (*condition->outcome == policy::Outcome::kAgreed);
}

}  // namespace casework
