// Which policies the application knows, which of them new cases open under, and the contacts that
// this device puts in place of theirs. Pure: the vault is session_policies.cpp's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/state.h"

namespace app {

// One that is known already (by its hash) keeps its place and takes the more lasting origin:
// shipped before imported before pinned. An import takes the place of the one imported before it
// with the same id, which stays only where `cases` run under it. Contacts and offers are brought
// up to date. `replaced` is KnownPolicy::replaced.
void learn(AppState& state, policy::Policy policy, std::string text, KnownPolicy::Origin origin,
           std::string file, std::optional<std::string> replaced = std::nullopt);
// Of the shipped policy with that id; empty when there is none.
std::string shipped_hash(const AppState& state, const std::string& id);
// The imported one is no longer offered; it stays, as pinned, only where cases run under it.
void forget(AppState& state, const std::string& hash);

// After a change of AppState::local_contacts: they hold for every version of a policy.
void place_contacts(AppState& state);

// The policy as it stood when a notice was issued: the contacts that it went to have the email
// addresses that were recorded.
policy::Policy with_contacts_of(const KnownPolicy& known, const casework::NoticeIssued& notice,
                                const std::string& area);

}  // namespace app
