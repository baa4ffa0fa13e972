#include "casework/stage_facts.h"

#include <algorithm>

#include "base/order.h"
#include "base/text.h"
#include "casework/stage_words.h"

namespace casework {

const policy::Policy* version_of(const Case& state, const Setting& setting,
                                 const std::string& hash) {
  if (hash == state.policy_hash()) return &setting.policy;
  for (const policy::Policy* earlier : setting.earlier) {
    if (earlier && earlier->hash == hash) return earlier;
  }
  return nullptr;
}

const policy::Policy* policy_at(const Case& state, const Setting& setting, size_t passage) {
  return version_of(state, setting, state.passages[passage].policy_hash);
}

bool same_stage(const Case& state, size_t passage, size_t other) {
  if (passage == other) return true;
  if (passage == kNoPassage || other == kNoPassage) return false;
  const StagePassage& a = state.passages[passage];
  const StagePassage& b = state.passages[other];
  return a.stage == b.stage && a.policy_hash == b.policy_hash;
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
  for (const auto& discussion : state.discussions) {
    if (discussion.passage == passage) found.push_back({&discussion, {}});
  }
  for (const auto& reply : state.replies) {
    if (reply.passage == passage) found.push_back({{}, &reply});
  }
  base::sort(found, [](const Exchange& a, const Exchange& b) {
    return a.day() != b.day() ? a.day() < b.day() : a.recorded_at() < b.recorded_at();
  });
  return found;
}

SetTimes times_set(const Case& state, std::string_view clock_id, size_t first, size_t last) {
  SetTimes found;
  for (const auto& time : state.times) {
    if (time.fact.clock != clock_id || time.passage == kNoPassage) continue;
    if (time.passage >= first && time.passage <= last) found.push_back(&time);
  }
  return found;
}

const Recorded<NoticeIssued>* notice_sent(const Case& state, std::string_view form,
                                          size_t passage) {
  for (const auto& notice : state.notices) {
    if (notice.fact.form == form && notice.passage == passage) return &notice;
  }
  return nullptr;
}

bool holds_for_case(const std::optional<policy::Condition>& condition, const Case& state) {
  return holds_for_case(condition, state, state.priority());
}

bool holds_for_case(const std::optional<policy::Condition>& condition, const Case& state,
                    const std::string& priority) {
  if (!condition) return true;
  const CaseOpened& opened = state.opened.fact;
  if (condition->immediate_risk && *condition->immediate_risk != opened.immediate_risk)
    return false;
  const auto& priorities = condition->priorities;
  return priorities.empty() ||
         std::find(priorities.begin(), priorities.end(), priority) != priorities.end();
}

bool outcome_holds(const std::optional<policy::Condition>& condition, const Exchanges& exchanges) {
  if (!condition || !condition->outcome) return true;
  return !exchanges.empty() &&
         exchanges.back().agreed() == (*condition->outcome == policy::Outcome::kAgreed);
}

}  // namespace casework
