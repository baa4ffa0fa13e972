// From the address bar to an open vault: policies and calendar, the vault's state, the passphrase,
// the profile.
#include "app/known_policies.h"
#include "app/messages.h"
#include "app/records.h"
#include "app/session.h"
#include "base/text.h"

namespace app {
namespace {

constexpr char kPolicyFolder[] = "policies/";

Trouble no_policies() {
  return {"No procedure could be read, so no disagreement can be raised here",
          "Nothing that you saved has been touched.",
          "Ask your IT service to check the folder “policies” of Common Ground."};
}

}  // namespace

void Session::start() {
  state_.page = Page::kLoading;
  ports_.files.read_own(
      std::string(kPolicyFolder) + "index.json", [this](bool ok, std::string text) {
        if (ok) {
          load_policies(text);
        } else {
          state_.policy_errors.push_back({base::ErrorCode::kNotFound,
                                          "The list of procedures could not be read.",
                                          {"policies/index.json", ""},
                                          "",
                                          "a file that lists the procedures"});
          policies_loaded();
        }
      });
}

void Session::load_policies(const std::string& index_text) {
  base::Result<policy::Index> index = policy::read_index(index_text, "policies/index.json");
  if (!index) {
    state_.policy_errors = index.errors();
    policies_loaded();
    return;
  }
  std::vector<std::string> calendars = {index->calendar};
  calendars.insert(calendars.end(), index->newer_calendars.begin(), index->newer_calendars.end());
  state_.days.supplied.resize(calendars.size());
  files_awaited_ = int(index->policies.size() + calendars.size());
  const auto arrived = [this] {
    if (--files_awaited_ == 0) policies_loaded();
  };
  for (size_t i = 0; i < calendars.size(); ++i) {
    const std::string name = kPolicyFolder + calendars[i];
    ports_.files.read_own(name, [this, arrived, name, i](bool ok, std::string text) {
      // A newer file is GOV.UK's own: it may have what was added since.
      const auto keys = i == 0 ? calendar::Keys::kExact : calendar::Keys::kMayBeMore;
      auto read = calendar::read_holidays(ok ? text : "", name, keys);
      if (read) {
        state_.days.supplied[i] = {name, std::move(text), {}, std::move(read).value()};
      } else {
        // Deadlines are still shown, each marked provisional.
        state_.policy_errors.insert(state_.policy_errors.end(), read.errors().begin(),
                                    read.errors().end());
      }
      arrived();
    });
  }
  for (const std::string& name : index->policies) {
    ports_.files.read_own(kPolicyFolder + name, [this, arrived, name](bool ok, std::string text) {
      if (ok) policy_files_.push_back({name, std::move(text)});
      arrived();
    });
  }
  index_ = std::move(index).value();
}

void Session::policies_loaded() {
  const std::vector<base::Error> gaps = count_days(state_.days);
  state_.policy_errors.insert(state_.policy_errors.end(), gaps.begin(), gaps.end());
  policy::PolicySet set = policy::read_policies(index_, std::move(policy_files_), kPolicyFolder);
  for (policy::UsablePolicy& each : set.usable) {
    learn(state_, std::move(each.policy), std::move(each.text), KnownPolicy::Origin::kShipped,
          std::move(each.file));
  }
  for (const policy::RefusedPolicy& each : set.refused) {
    state_.policy_errors.insert(state_.policy_errors.end(), each.errors.begin(), each.errors.end());
  }
  ports_.vault.probe([this](ports::VaultReply reply, ports::VaultState vault) {
    state_.vault = vault;
    if (prevents_start(reply.fault)) {
      go(Page::kCannotStart);
      state_.trouble = trouble(reply);
    } else if (vault == ports::VaultState::kLocked) {
      go(Page::kUnlock);
    } else if (state_.policies.empty()) {
      // Without a procedure nothing can be raised; a vault that is here can still be opened and
      // read.
      go(Page::kCannotStart);
      state_.trouble = reply.fault == ports::VaultFault::kNone ? no_policies() : trouble(reply);
    } else {
      go(Page::kWelcome);
      if (reply.fault != ports::VaultFault::kNone) state_.trouble = trouble(reply);
    }
  });
}

void Session::vault_refused(const ports::VaultReply& reply) {
  if (std::optional<FieldError> error = field_error(reply.fault)) {
    fail({*error});
    return;
  }
  fail({});
  state_.trouble =
      reply.fault == ports::VaultFault::kAborted
          ? Trouble{"Your records did not open", "Nothing is lost and nothing was changed.",
                    "Try again. If it happens again, close and reopen the browser."}
          : trouble(reply);
}

void Session::create_vault() {
  state_.busy = "Setting up…";
  state_.errors.clear();
  ports_.vault.create([this](ports::VaultReply reply, std::string recovery_key) {
    state_.busy.clear();
    if (reply.fault != ports::VaultFault::kNone) {
      vault_refused(reply);
      return;
    }
    state_.vault = ports::VaultState::kOpen;
    remember_folder_days();
    go(Page::kRecoveryKey);
    state_.recovery_key = std::move(recovery_key);
  });
}

void Session::unlock(bool with_recovery_key) {
  state_.busy = "Unlocking…";
  state_.errors.clear();
  const auto answered = [this](ports::VaultReply reply, std::vector<ports::Record> records) {
    state_.busy.clear();
    if (reply.fault == ports::VaultFault::kNone || reply.fault == ports::VaultFault::kDamaged) {
      opened(reply, std::move(records));
    } else {
      vault_refused(reply);
    }
  };
  if (with_recovery_key) {
    ports_.vault.unlock_with_recovery_key(answered);
  } else {
    ports_.vault.unlock(answered);
  }
}

void Session::opened(const ports::VaultReply& reply, std::vector<ports::Record> records) {
  state_.vault = ports::VaultState::kOpen;
  Unpacked unpacked = unpack(records);
  state_.local_contacts = std::move(unpacked.contacts);
  place_contacts(state_);
  state_.calendars_written = std::move(unpacked.calendars_written);
  state_.reminders = unpacked.reminders;
  looked_ = state_.reminders.told;
  if (state_.reminders.notify) state_.notifications = ports_.notifications.permission();
  const auto read = [&](const std::string& text, KnownPolicy::Origin origin,
                        const std::string& file, std::optional<std::string> replaced) {
    auto policy = policy::read_policy(text, file.empty() ? "policy kept with a case" : file);
    if (policy) {
      learn(state_, std::move(policy).value(), text, origin, file, std::move(replaced));
    } else {
      unpacked.errors.insert(unpacked.errors.end(), policy.errors().begin(), policy.errors().end());
    }
  };
  for (const Unpacked::Imported& each : unpacked.imported) {
    const size_t before = state_.policies.size();
    const size_t faults = unpacked.errors.size();
    read(each.text, KnownPolicy::Origin::kImported, each.file, each.replaced);
    // The folder has that very version by now: it is not kept twice, and the folder leads again.
    if (state_.policies.size() == before && unpacked.errors.size() == faults) {
      ports_.vault.commit({}, {each.record_id}, [](ports::VaultReply) {});
    }
  }
  for (const std::string& text : unpacked.policy_texts) {
    read(text, KnownPolicy::Origin::kPinned, "", std::nullopt);
  }
  open_days(unpacked, reply.fault == ports::VaultFault::kDamaged);
  state_.cases = cases_of(std::move(unpacked.events), unpacked.errors);
  drafts_stored_ = !unpacked.drafts.empty();
  for (auto& [key, draft] : unpacked.drafts) {
    touched_.insert(key);
    kept_drafts_[key] = std::move(draft);
  }
  if (!unpacked.profile) open_draft("profile");
  if (unpacked.profile) state_.profile = *unpacked.profile;
  refresh_home();
  go(unpacked.profile ? Page::kHome : Page::kProfile);
  if (unpacked.profile && !wanted_route_.empty()) follow(wanted_route_);
  wanted_route_.clear();
  if (reply.fault == ports::VaultFault::kDamaged) {
    state_.trouble = trouble(reply);
  } else if (!unpacked.errors.empty()) {
    Trouble found = trouble(
        {ports::VaultFault::kDamaged, std::to_string(unpacked.errors.size()) + " record(s)"});
    for (const base::Error& error : unpacked.errors) found.next += "\n" + base::describe(error);
    state_.trouble = found;
  }
}

void Session::save_profile() {
  const Draft& draft = state_.draft;
  Profile profile = state_.profile;
  const auto typed = [&](const char* key) { return std::string(base::trimmed(draft.get(key))); };
  profile.person = {typed("name"), typed("role"), typed("agency"), typed("email")};
  std::vector<FieldError> errors;
  if (profile.person.name.empty()) errors.push_back({"name", "Enter your name"});
  if (profile.person.role.empty()) errors.push_back({"role", "Enter your role"});
  if (profile.person.agency.empty()) errors.push_back({"agency", "Enter your agency or team"});
  if (!errors.empty()) {
    fail(std::move(errors));
    return;
  }
  const bool first = state_.profile.person.name.empty();
  save({profile_record(profile)}, [this, profile, first] {
    state_.profile = profile;
    finish_draft();
    go(first ? Page::kHome : Page::kSettings);
    if (!first) state_.success = "Your details are changed, for what you write from now on.";
  });
}

}  // namespace app
