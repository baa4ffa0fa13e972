// The running application without a screen: commands in, state out, everything outside through
// ports. A fact is in the state only once the vault has confirmed it; until then it is "Saving".
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/places.h"
#include "app/state.h"
#include "app/undo.h"
#include "app/word_index.h"
#include "policy/policy_set.h"
#include "ports/notifications.h"
#include "ports/platform.h"
#include "ports/preferences.h"
#include "ports/vault.h"

namespace app {

struct Unpacked;  // records.h

struct Ports {
  ports::Vault& vault;
  ports::Clock& clock;
  ports::Random& random;
  ports::Files& files;
  ports::PdfWriter& pdf;
  ports::Preferences& preferences;
  ports::Notifications& notifications;
};

// Of the page shown: its route (places.h), and a number that changes with each page.
struct Address {
  int serial;
  std::optional<std::string> route;
};

class Session {
 public:
  explicit Session(Ports ports);
  ~Session();

  void start();                         // reads policies and calendar, then probes the vault
  void handle(const Command& command);  // asks first where Undo would not bring back what goes
  void tick();                          // brings "now" up to date; before each frame
  // When tick() next has something to do, in milliseconds; -1: not by itself.
  int next_tick_ms() const;
  const AppState& state() const;
  Address address();
  // The browser's Back or Forward, an address typed, or the page's own at the start: to the page of
  // that number, as it was if it still can be, else to what the route names. Before the vault is
  // open: once it is.
  void return_to(int serial, const std::string& route);
  // The document that is shown, or the record of the case, as documents::to_json(); empty: the page
  // has neither.
  std::string printed() const;
  // Something is not in the vault yet: the browser asks before the page is left.
  bool has_unsaved_text() const;

 private:
  void carry_out(const Command& command);
  // Something is being saved or opened, or a file made of the document shown: nothing else may
  // change what is on the page.
  bool occupied() const;
  void go(Page page, std::string target = {});
  void fail(std::vector<FieldError> errors);
  // Answers are kept for each thing being written (a raise, a step of a case) until it is saved, so
  // that looking elsewhere loses nothing. True when the draft is new.
  bool open_draft(const std::string& key);
  void finish_draft();
  // Everything typed and not yet saved, but for the draft `without`.
  std::map<std::string, Draft> typed_drafts(const std::string& without) const;
  // Puts what is half written into the vault, without a word: at each rest in typing, and at Lock.
  void keep_drafts();
  void lock();
  std::string random_hex(int bytes);

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

  // session_home.cpp
  void refresh_home();                            // every case: at the start, and on a new day
  void refresh_home(const std::string& case_id);  // one, after an event of it
  void refresh_lapsed();                          // those whose deadline has passed since
  void refresh_row(size_t at);
  bool learning() const { return learnt_ < state_.cases.size(); }
  void learn_some_words();
  void learn_all_words();
  void learn_words(size_t at);
  void list_home();
  void show_cases(CaseFilter filter);
  void sort_cases(CaseOrder order);
  void search_cases(const std::string& text);

  // session_calendar.cpp
  void show_month(const ShowMonth& wanted);
  void download_calendar(const DownloadCalendar& wanted);

  // session_reminders.cpp
  void set_quiet_after(int days);
  void turn_notifications(bool on);
  void permission_given(ports::Permission permission);
  void keep_reminders(const ReminderChoice& choice, const std::string& done);
  bool notifies() const;
  int reminder_in_ms() const;  // -1: none
  void remind();

  // session_ladder.cpp
  void show_what_if();
  void suppose();
  void take_back(const std::string& event);
  void forget_what_if_of_another();
  void now_supposed(const casework::WhatIf& what_if);

  // session_questions.cpp
  bool ask_first(const Command& command);  // true: it is asked, and not done yet
  void answer(bool yes);
  void take_question_back();
  Session& shown();

  // session_places.cpp
  void note_place();
  void follow(const std::string& route);
  std::string draft_of_page() const;
  bool can_show(const Place& place) const;

  // session_aside.cpp
  void step_aside(Page page);
  void go_back();
  void show_document_of(const Place& place);

  // session_settings.cpp
  void edit_profile();
  void set_display(const DisplayChoice& choice);

  // session_drafts.cpp
  void type(const std::string& field, const std::function<void(Draft&)>& change);
  void tell_undo();
  void list_half_written();
  bool led_elsewhere(const std::string& key);  // what it began is not possible any more
  void resume_draft(const std::string& key);
  void discard_draft(const std::string& key);
  void drop_draft(const std::string& key);  // of something that is gone
  void undo();
  void redo();
  void show_moment(std::optional<UndoHistory::Moment> moment);
  void say(std::string words, bool undo = false);

  // session_trial.cpp
  void start_trial();
  void end_trial();
  void fill_trial(const AppState& from);
  bool pass_to_trial(const Command& command);  // true: it is dealt with
  void show_tour_step(int step);

  // session_policies.cpp
  bool is_here(const std::string& hash) const;  // known, or picked
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

  // session_days.cpp
  void open_days(Unpacked& unpacked, bool damaged);  // what the vault knows of days
  void remember_folder_days();                       // of a new vault
  void days_changed();
  void pick_holidays();
  void keep_picked_holidays();
  bool keeps_closures();
  void forget_holidays(size_t index);
  void add_closure();
  void save_closure();
  void turn_closure(size_t index, bool on);
  void forget_closure(size_t index);
  void commit_closures(std::vector<calendar::ClosureDays> closures, const std::string& done);

  // session_documents.cpp
  void submit_notice(bool issue);
  void show_notice(const std::string& event_id);
  void show_record();
  void download(FileKind kind);
  void make_pdf();
  std::string document_shown() const;  // which one; empty: the page shows none to download
  void show_pdf();                     // how far it is, on the page of its document only

  Ports ports_;
  AppState state_;
  std::map<std::string, Draft> kept_drafts_;
  std::set<std::string> touched_;  // drafts that a person has typed in
  bool drafts_stored_ = false;     // the vault holds drafts, which a saved one must leave
  std::optional<calendar::Instant> typed_at_;  // last, and not on its way into the vault
  int drafts_under_way_ = 0;
  std::map<std::string, UndoHistory> histories_;  // by draft
  struct Thrown {
    std::string key;
    Draft draft;
  };
  std::optional<Thrown> thrown_;  // a draft that may be taken back, until the page is left
  struct Trial;                   // a session of its own, in front of this one (trial.h)
  std::unique_ptr<Trial> trial_;
  bool drafts_refused_ = false;  // the vault could not take them
  struct PdfUnderWay {
    std::string of;  // document_shown()
    float share = 0;
  };
  std::optional<PdfUnderWay> pdf_;  // one at a time
  std::string notice_;              // event id of the one on kNoticeIssued
  // Held weakly by callbacks of ports that outlive a trial.
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
  std::string draft_key_;
  std::map<int, Place> places_;   // by page_serial
  int left_ = 0;                  // page_serial of the page that a page aside was opened from
  std::optional<Command> asked_;  // what AppState::question is about
  bool has_typed_ = false;        // anything, since the session began
  std::string wanted_route_;      // asked for before the vault was open
  WordIndex case_words_;          // what people wrote, by AppState::cases
  std::vector<size_t> words_of_events_;  // how many events of each case it has
  size_t learnt_ = 0;                    // how many cases it has
  policy::Index index_;
  std::vector<policy::PolicyFile> policy_files_;  // as they arrive
  int files_awaited_ = 0;
  calendar::Instant lapse_at_;                // when the next deadline passes: the rows change then
  calendar::Instant look_at_;                 // when the deadlines are looked at for a notification
  calendar::Instant looked_;                  // when they were last
  std::optional<calendar::Date> looked_day_;  // the last whose deadlines were looked at
};

}  // namespace app
