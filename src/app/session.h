// The running application without a screen: commands in, state out, everything outside through
// ports. A fact is in the state only once the vault has confirmed it; until then it is "Saving".
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/state.h"
#include "policy/policy_set.h"
#include "ports/platform.h"
#include "ports/vault.h"

namespace app {

struct Ports {
  ports::Vault& vault;
  ports::Clock& clock;
  ports::Random& random;
  ports::Files& files;
  ports::PdfWriter& pdf;
};

class Session {
 public:
  explicit Session(Ports ports);

  void start();  // reads policies and calendar, then probes the vault
  void handle(const Command& command);
  void tick();  // brings "now" up to date; before each frame
  const AppState& state() const { return state_; }
  // Text was typed that is not in the vault yet: the browser asks before the page is left.
  bool has_unsaved_text() const;

 private:
  void go(Page page, std::string target = {});
  void fail(std::vector<FieldError> errors);
  // Answers are kept for each thing being written (a raise, a step of a case) until it is saved, so
  // that looking elsewhere loses nothing. True when the draft is new.
  bool open_draft(const std::string& key);
  void finish_draft();
  // Everything typed and not yet saved, but for the draft `without`.
  std::map<std::string, Draft> typed_drafts(const std::string& without) const;
  void lock();
  std::string random_hex(int bytes);
  void refresh_home();

  // Commits records and removals; on success runs `then`, else shows the trouble and keeps the page
  // as it is.
  void commit(std::vector<ports::Record> records, std::vector<std::string> erased,
              std::function<void()> then);
  // Commits what the draft amounts to, which is finished by it.
  void save(std::vector<ports::Record> records, std::function<void()> then);
  // The same for one event, which joins its case only then, and the records that go with it.
  void save_event(const casework::Event& event, std::function<void()> then,
                  std::vector<ports::Record> with = {});

  // session_start.cpp
  void load_policies(const std::string& index_text);
  void policies_loaded();
  void create_vault();
  void unlock(bool with_recovery_key);
  void vault_refused(const ports::VaultReply& reply);
  void opened(const ports::VaultReply& reply, std::vector<ports::Record> records);
  void save_profile();

  // session_case.cpp
  void start_raise();
  void continue_raise();
  void raise_case();
  void start_step(const StartStep& step);
  void submit();

  // session_policies.cpp
  void show_procedure(const std::string& hash);
  void show_comparison(const ShowComparison& wanted);
  void edit_contacts(const std::string& hash);
  void save_contacts();
  void restore_contacts();
  void commit_contacts(LocalContacts contacts, const std::string& done);
  void pick_policy();
  void keep_picked_policy();
  void forget_policy(const std::string& hash);
  void start_policy_change();

  // session_documents.cpp
  void submit_notice(bool issue);
  void show_notice(const std::string& event_id);
  void show_record();
  void download(FileKind kind);

  Ports ports_;
  AppState state_;
  std::map<std::string, Draft> kept_drafts_;
  std::set<std::string> touched_;  // drafts that a person has typed in
  bool drafts_stored_ = false;     // the vault holds drafts, which a saved one must leave
  std::string draft_key_;
  policy::Index index_;
  std::vector<policy::PolicyFile> policy_files_;  // as they arrive
  int files_awaited_ = 0;
};

}  // namespace app
