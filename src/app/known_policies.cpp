#include "app/known_policies.h"

#include <algorithm>
#include <utility>

namespace app {
namespace {

using Origin = KnownPolicy::Origin;

void place(KnownPolicy& known, const LocalContacts& local) {
  known.policy = known.own;
  const auto of_policy = local.find(known.own->id);
  if (of_policy == local.end()) return;
  auto changed = std::make_shared<policy::Policy>(*known.own);
  for (policy::Contact& contact : changed->contacts) {
    const auto mine = of_policy->second.find(contact.id);
    if (mine == of_policy->second.end()) continue;
    contact.name = mine->second.name;
    contact.email = mine->second.email;
  }
  known.policy = std::move(changed);
}

bool runs_under(const casework::Case& state, const std::string& hash) {
  const std::vector<std::string> hashes = versions_of(state);
  return std::find(hashes.begin(), hashes.end(), hash) != hashes.end();
}

// Imported ones that are no longer so.
void release(AppState& state, size_t at) {
  KnownPolicy& known = state.policies[at];
  const bool in_use =
      std::any_of(state.cases.begin(), state.cases.end(),
                  [&](const casework::Case& each) { return runs_under(each, known.policy->hash); });
  if (in_use) {
    known.origin = Origin::kPinned;
    known.file.clear();
    known.replaced.reset();
  } else {
    state.policies.erase(state.policies.begin() + std::ptrdiff_t(at));
  }
}

const KnownPolicy* with_origin(const std::vector<KnownPolicy>& policies, Origin origin,
                               const std::string& id) {
  for (const KnownPolicy& each : policies) {
    if (each.origin == origin && each.policy->id == id) return &each;
  }
  return nullptr;
}

// Unless the folder brought another version since it was imported.
bool leads(const KnownPolicy& imported, const std::vector<KnownPolicy>& policies) {
  const KnownPolicy* shipped = with_origin(policies, Origin::kShipped, imported.policy->id);
  return !shipped || !imported.replaced || *imported.replaced == shipped->policy->hash;
}

void settle_offers(std::vector<KnownPolicy>& policies) {
  for (KnownPolicy& each : policies) {
    const KnownPolicy* imported = with_origin(policies, Origin::kImported, each.policy->id);
    const bool import_leads = imported && leads(*imported, policies);
    each.offered = each.origin == (import_leads ? Origin::kImported : Origin::kShipped);
  }
}

}  // namespace

std::string shipped_hash(const AppState& state, const std::string& id) {
  const KnownPolicy* shipped = with_origin(state.policies, Origin::kShipped, id);
  return shipped ? shipped->policy->hash : "";
}

void learn(AppState& state, policy::Policy policy, std::string text, Origin origin,
           std::string file, std::optional<std::string> replaced) {
  if (origin == Origin::kImported) {
    for (size_t i = state.policies.size(); i-- > 0;) {
      const KnownPolicy& each = state.policies[i];
      if (each.origin == Origin::kImported && each.policy->id == policy.id &&
          each.policy->hash != policy.hash) {
        release(state, i);
      }
    }
  }
  const auto known =
      std::find_if(state.policies.begin(), state.policies.end(),
                   [&](const KnownPolicy& each) { return each.policy->hash == policy.hash; });
  if (known == state.policies.end()) {
    KnownPolicy added{std::make_shared<policy::Policy>(std::move(policy)), std::move(text), origin,
                      false, std::move(file)};
    added.replaced = std::move(replaced);
    place(added, state.local_contacts);
    state.policies.push_back(std::move(added));
  } else if (origin < known->origin || (origin == Origin::kImported && origin == known->origin)) {
    known->origin = origin;
    known->file = std::move(file);
    known->replaced = std::move(replaced);
  }
  settle_offers(state.policies);
}

void forget(AppState& state, const std::string& hash) {
  for (size_t i = state.policies.size(); i-- > 0;) {
    const KnownPolicy& each = state.policies[i];
    if (each.origin == Origin::kImported && each.policy->hash == hash) release(state, i);
  }
  settle_offers(state.policies);
}

void place_contacts(AppState& state) {
  for (KnownPolicy& each : state.policies) place(each, state.local_contacts);
}

policy::Policy with_contacts_of(const KnownPolicy& known, const casework::NoticeIssued& notice,
                                const std::string& area) {
  policy::Policy then = *known.own;
  const policy::Form* form = then.form(notice.form);
  const auto put = [&](const std::string& contact_id, const std::string& email) {
    const policy::Contact* found = then.contact_for(contact_id, area);
    if (!found || email.empty() || found->email == email) return;
    const policy::Contact* now = known.policy->contact(found->id);
    policy::Contact& contact = then.contacts[size_t(found - then.contacts.data())];
    // Whose address it was is known only while it is still the same.
    contact.name = now && now->email == email ? now->name : "";
    contact.email = email;
  };
  if (form) {
    put(form->copy_to, notice.copied_to);
    put(form->send_to, notice.sent_to);
  }
  return then;
}

}  // namespace app
