#include "app/state.h"

#include <algorithm>

namespace app {

const std::string& Draft::get(const std::string& key) const {
  static const std::string kNothing;
  const auto found = text.find(key);
  return found == text.end() ? kNothing : found->second;
}

const std::vector<std::string>& Draft::list(const std::string& key) const {
  static const std::vector<std::string> kNothing;
  const auto found = chosen.find(key);
  return found == chosen.end() ? kNothing : found->second;
}

bool is_of_a_case(Page page) {
  return (page >= Page::kCase && page <= Page::kGuidance) || page == Page::kReply ||
         page == Page::kChangePolicy || page == Page::kRisk;
}
bool is_raising(Page page) {
  return page >= Page::kRaiseProcedure && page <= Page::kRaiseCheck;
}

std::vector<std::string> versions_of(const casework::Case& state) {
  // A passage keeps only the last version that it ran under.
  std::vector<std::string> hashes = {state.opened.fact.policy_hash};
  for (const auto& change : state.policy_changes) hashes.push_back(change.fact.policy_hash);
  for (const casework::StagePassage& passage : state.passages) {
    hashes.push_back(passage.policy_hash);
  }
  return hashes;
}

const casework::Case* AppState::open_case() const {
  for (const casework::Case& each : cases) {
    if (each.id == case_id) return &each;
  }
  return nullptr;
}

const KnownPolicy* AppState::known_policy(const std::string& hash) const {
  for (const KnownPolicy& known : policies) {
    if (known.policy->hash == hash) return &known;
  }
  return nullptr;
}

const policy::Policy* AppState::policy_of(const casework::Case& state) const {
  const KnownPolicy* known = known_policy(state.policy_hash());
  return known ? known->policy.get() : nullptr;
}

const policy::Policy* AppState::other_policy_of(const casework::Case& state) const {
  const policy::Policy* offered = offered_policy(state.opened.fact.policy_id);
  return offered && offered->hash != state.policy_hash() ? offered : nullptr;
}

const policy::Policy* AppState::offered_policy(const std::string& id) const {
  for (const KnownPolicy& known : policies) {
    if (known.offered && known.policy->id == id) return known.policy.get();
  }
  return nullptr;
}

const policy::Policy* AppState::chosen_policy() const {
  return offered_policy(draft.get("policy"));
}

const calendar::HolidaySet& AppState::holidays_of(const policy::Policy& policy) const {
  static const calendar::HolidaySet
      kNone;  // every deadline is then provisional, never silently wrong
  const auto found = days.divisions.find(policy.division);
  return found == days.divisions.end() ? kNone : found->second;
}

casework::Setting AppState::setting(const policy::Policy& policy) const {
  casework::Setting setting{policy, holidays_of(policy), profile.person, now};
  for (const EarlierDays& each : days.earlier) {
    const auto found = each.divisions.find(policy.division);
    if (found != each.divisions.end()) setting.earlier_days.push_back({each.until, &found->second});
  }
  return setting;
}

casework::Setting AppState::setting(const policy::Policy& policy,
                                    const casework::Case& state) const {
  casework::Setting setting = this->setting(policy);
  for (const std::string& hash : versions_of(state)) {
    const KnownPolicy* known = known_policy(hash);
    if (!known || hash == policy.hash) continue;
    const policy::Policy* earlier = known->policy.get();
    if (std::find(setting.earlier.begin(), setting.earlier.end(), earlier) ==
        setting.earlier.end()) {
      setting.earlier.push_back(earlier);
    }
  }
  return setting;
}

}  // namespace app
