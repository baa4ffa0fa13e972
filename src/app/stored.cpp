#include "app/stored.h"

namespace app {

Stored stored(const AppState& state) {
  Stored all;
  for (const casework::Case& each : state.cases) {
    ++(each.is_open() ? all.open_cases : all.closed_cases);
    all.entries += each.events.size();
  }
  all.half_written = state.half_written.size();
  for (const KnownPolicy& known : state.policies) {
    if (known.origin == KnownPolicy::Origin::kImported) ++all.imported;
  }
  all.holiday_files = state.days.brought.size();
  all.closures = state.days.closures.size();
  for (const auto& [case_id, written] : state.calendars_written) all.in_calendars += written.size();
  for (const auto& [policy_id, contacts] : state.local_contacts) all.contacts += contacts.size();
  return all;
}

size_t local_contacts_of(const AppState& state, const std::string& policy_id) {
  const auto found = state.local_contacts.find(policy_id);
  return found == state.local_contacts.end() ? 0 : found->second.size();
}

}  // namespace app
