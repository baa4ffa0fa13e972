#include "app/state.h"

#include <cassert>

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

const casework::Case* AppState::open_case() const {
  for (const casework::Case& each : cases) {
    if (each.id == case_id) return &each;
  }
  return nullptr;
}

const policy::Policy* AppState::policy_of(const casework::Case& state) const {
  for (const KnownPolicy& known : policies) {
    if (known.policy->hash == state.opened.fact.policy_hash) return known.policy.get();
  }
  return nullptr;
}

const policy::Policy* AppState::chosen_policy() const {
  const std::string& id = draft.get("policy");
  for (const KnownPolicy& known : policies) {
    if (known.shipped && known.policy->id == id) return known.policy.get();
  }
  return nullptr;
}

const calendar::HolidaySet& AppState::holidays_of(const policy::Policy& policy) const {
  static const calendar::HolidaySet
      kNone;  // every deadline is then provisional, never silently wrong
  const auto found = holidays.find(policy.division);
  return found == holidays.end() ? kNone : found->second;
}

casework::Setting AppState::setting(const policy::Policy& policy) const {
  return {policy, holidays_of(policy), profile.person, now};
}

}  // namespace app
