// Procedures to read and compare, contacts of this device, policy files that a person brings, and
// moving a case to another version.
#include "app/draft_kinds.h"
#include "app/known_policies.h"
#include "app/picked_policy.h"
#include "app/records.h"
#include "app/session.h"
#include "base/text.h"

namespace app {

// Also the file that was picked, before it is kept.
bool Session::is_here(const std::string& hash) const {
  const bool picked = state_.picked && state_.picked->policy && state_.picked->policy->hash == hash;
  return picked || state_.known_policy(hash);
}

void Session::show_procedure(const std::string& hash) {
  if (!state_.known_policy(hash)) return;
  state_.procedure = hash;
  go(Page::kProcedure);
}

void Session::show_comparison(const ShowComparison& wanted) {
  if (!is_here(wanted.first) || !is_here(wanted.second)) return;
  state_.procedure = wanted.first;
  state_.compared = wanted.second;
  go(Page::kCompare);
}

void Session::edit_contacts(const std::string& hash) {
  const KnownPolicy* known = state_.known_policy(hash);
  if (!known || !state_.vault_open()) return;
  state_.procedure = hash;
  open_draft(kContactsChange + hash);
  if (touched_.count(draft_key_) == 0) {
    for (const policy::Contact& contact : known->policy->contacts) {
      state_.draft.text[contact.id + ".name"] = contact.name;
      state_.draft.text[contact.id + ".email"] = contact.email;
    }
  }
  go(Page::kContacts);
}

void Session::save_contacts() {
  const KnownPolicy* known = state_.known_policy(state_.procedure);
  if (!known || state_.page != Page::kContacts) return;
  LocalContacts contacts = state_.local_contacts;
  std::map<std::string, LocalContact>& of_policy = contacts[known->own->id];
  std::vector<FieldError> errors;
  for (const policy::Contact& contact : known->own->contacts) {
    const std::string name_key = contact.id + ".name";
    const std::string email_key = contact.id + ".email";
    const LocalContact mine{std::string(base::trimmed(state_.draft.get(name_key))),
                            std::string(base::trimmed(state_.draft.get(email_key)))};
    if (mine.name.empty()) {
      errors.push_back({name_key, "Enter a name in place of “" + contact.name + "”"});
    }
    if (!base::is_email(mine.email)) {
      errors.push_back({email_key, "Enter an email address for " +
                                       (mine.name.empty() ? contact.name : mine.name) +
                                       ", like name@example.org"});
    }
    // What is the same as the procedure's follows the procedure when that is changed.
    of_policy.erase(contact.id);
    if (mine != LocalContact{contact.name, contact.email}) of_policy[contact.id] = mine;
  }
  if (!errors.empty()) {
    fail(std::move(errors));
    return;
  }
  commit_contacts(std::move(contacts), "The contacts are changed on this device.");
}

void Session::restore_contacts() {
  const KnownPolicy* known = state_.known_policy(state_.procedure);
  if (!known || !state_.vault_open()) return;
  open_draft(kContactsChange + state_.procedure);  // what was half typed there is given up
  LocalContacts contacts = state_.local_contacts;
  contacts.erase(known->own->id);
  commit_contacts(std::move(contacts), "The contacts are the procedure’s own again.");
}

void Session::commit_contacts(LocalContacts contacts, const std::string& done) {
  std::erase_if(contacts, [](const auto& of_policy) { return of_policy.second.empty(); });
  std::vector<ports::Record> records = {contacts_record(contacts)};
  save(std::move(records), [this, contacts = std::move(contacts), done] {
    state_.local_contacts = contacts;
    place_contacts(state_);
    finish_draft();
    go(Page::kProcedure);
    state_.success = done;
  });
}

void Session::pick_policy() {
  if (!state_.vault_open()) return;
  ports_.files.pick(".json", most_policy_bytes(),
                    [this, alive = std::weak_ptr<bool>(alive_)](std::string name, size_t size,
                                                                std::string bytes) {
                      if (alive.expired()) return;
                      state_.picked = look_at(std::move(name), size, std::move(bytes), state_);
                      go(Page::kImportPolicy);
                    });
}

void Session::keep_picked_policy() {
  if (!state_.picked || !state_.picked->policy || !state_.vault_open()) return;
  const PickedPolicy& picked = *state_.picked;
  const KnownPolicy* known = state_.known_policy(picked.policy->hash);
  if (known && known->offered) {
    show_procedure(known->policy->hash);
    state_.success = "This procedure was here already. New cases use it.";
    return;
  }
  const std::string replaced = shipped_hash(state_, picked.policy->id);
  const ports::Record record = imported_record(*picked.policy, picked.text, picked.file, replaced);
  std::vector<ports::Record> kept;
  std::vector<std::string> erased;
  if (known && known->origin == KnownPolicy::Origin::kShipped) {
    erased.push_back(record.id);  // the version imported before gives way to the folder's
  } else {
    kept.push_back(record);
  }
  commit(std::move(kept), std::move(erased), [this, keep = picked, replaced] {
    learn(state_, *keep.policy, keep.text, KnownPolicy::Origin::kImported, keep.file, replaced);
    state_.picked.reset();
    show_procedure(keep.policy->hash);
    state_.success = "The procedure is kept on this device. New cases use it.";
  });
}

void Session::forget_policy(const std::string& hash) {
  const KnownPolicy* known = state_.known_policy(hash);
  if (!known || known->origin != KnownPolicy::Origin::kImported) return;
  const std::string record_id = imported_record(*known->policy, "", "", "").id;
  commit({}, {record_id}, [this, hash, id = known->policy->id] {
    drop_draft(kContactsChange + hash);
    forget(state_, hash);
    if (!state_.known_policy(state_.procedure)) state_.procedure.clear();
    go(Page::kProcedures);
    state_.success = state_.offered_policy(id)
                         ? "The imported version is removed. New cases use the one that came with "
                           "Common Ground."
                         : "The procedure is removed from this device.";
  });
}

void Session::start_policy_change() {
  const casework::Case* open = state_.open_case();
  const policy::Policy* newer = open ? state_.other_policy_of(*open) : nullptr;
  if (!newer || !open->is_open()) return;
  open_draft(draft_key(state_.case_id, Page::kChangePolicy, newer->hash));
  if (touched_.count(draft_key_) == 0 && newer->stage(open->stage())) {
    state_.draft.text["stage"] = open->stage();
  }
  go(Page::kChangePolicy, newer->hash);
}

}  // namespace app
