// All that the screen shows, as data. Views (src/ui) read it and return commands (commands.h); only
// Session (session.h) changes it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/display_choice.h"
#include "app/known_days.h"
#include "app/reminder_choice.h"
#include "base/json_place.h"
#include "casework/case_state.h"
#include "casework/clocks.h"
#include "casework/ladder.h"
#include "casework/next_steps.h"
#include "documents/calendar_entries.h"
#include "documents/document.h"
#include "policy/model.h"
#include "ports/notifications.h"
#include "ports/vault.h"

namespace app {

enum class Page {
  kLoading,
  kCannotStart,  // AppState::trouble says why: plain http, no database, no policies
  kWelcome,
  kCreateVault,
  kRecoveryKey,
  kUnlock,
  kUnlockWithRecoveryKey,
  kProfile,
  kHome,
  // Raising a disagreement, in this order (app/answers.h, raise_pages).
  kRaiseProcedure,
  kRaiseSubject,
  kRaiseRisk,
  kRaiseScope,
  kRaiseDecision,
  kRaiseConcern,
  kRaiseCheck,
  // One case.
  kCase,
  kDiscussion,
  kAgreeTime,
  kEnterStage,
  kDuty,
  kResolve,
  kWithdraw,
  kNote,
  kNotice,  // filling in a form of the policy
  kNoticePreview,
  kNoticeIssued,  // done: download it
  kRecord,        // the full case record
  kWhatIf,        // when later stages fall due, and what other days would change
  kGuidance,      // conversation prompts and the procedure's guidance
  kPrivacy,       // how the data is kept
  kReply,         // the other side's reply
  kChangePolicy,  // moving a case to another version of its procedure
  // Procedures.
  kProcedures,    // all of them
  kProcedure,     // one: AppState::procedure
  kContacts,      // its contacts, which may be changed on this device
  kCompare,       // two: AppState::procedure and AppState::compared
  kImportPolicy,  // a file that was picked: what it holds, or what is wrong with it
  kRisk,          // a child at immediate risk: what to do now; of the case shown, if one is
  kFind,          // commands, cases and procedures, by what is typed
  kCalendar,      // a month with every deadline: AppState::month
  // Settings.
  kSettings,        // all of them, each leading on; the profile is kProfile
  kDisplay,         // text size, density, theme
  kWorkingDays,     // which days count, and up to when that is known
  kImportHolidays,  // a file of bank holidays that was picked: what it changes, or what is wrong
  kClosure,         // days on which the agency is closed, to be added
  kStored,          // what is kept on this device
  kReminders,       // when a case without a record is pointed out, and notifications
};

// The parts of a case: of kCase, AppState::target.
inline constexpr char kNowPart[] = "";  // what to do now
inline constexpr char kChronologyPart[] = "chronology";
inline constexpr char kPeoplePart[] = "people";
inline constexpr char kDocumentsPart[] = "documents";

// Of what kWhatIf offers to be on another day; the others are ids of stages, that end.
inline constexpr char kTheConcern[] = "(concern)";

// The page shows or changes the case of AppState::case_id.
bool is_of_a_case(Page page);
// A question of a disagreement being raised, or the check of the answers.
bool is_raising(Page page);

struct FieldError {
  std::string key;
  std::string message;
};

// Answers being typed, by field key. Dates are held as "key.day", "key.month", "key.year".
struct Draft {
  std::map<std::string, std::string> text;
  std::map<std::string, std::vector<std::string>> chosen;
  const std::string& get(const std::string& key) const;  // "" when not typed yet
  const std::vector<std::string>& list(const std::string& key) const;
};

// The person at this device and where they usually work.
struct Profile {
  casework::Person person;
  std::string policy_id;
  std::string area;
};

// What could not be done, in three plain sentences.
struct Trouble {
  std::string title;  // what happened
  std::string safe;   // what is safe
  std::string next;   // what to do
};

enum class Saving { kIdle, kSaving, kSaved, kFailed };

// A contact as this device knows it, instead of the policy's.
struct LocalContact {
  std::string name;
  std::string email;
  bool operator==(const LocalContact&) const = default;
};
// By policy id, then contact id.
using LocalContacts = std::map<std::string, std::map<std::string, LocalContact>>;

// A policy that cases run under: shipped in the folder, imported on this device, or pinned by a
// case in the vault.
struct KnownPolicy {
  enum class Origin { kShipped, kImported, kPinned };
  std::shared_ptr<const policy::Policy> policy;  // with the local contacts in place of its own
  std::string text;                              // a whole policy; pinned beside the case
  Origin origin = Origin::kPinned;
  bool offered = false;  // new cases open under it: the imported one of an id before the shipped
  std::string file;      // as the folder or the person named it; empty for a pinned one
  std::shared_ptr<const policy::Policy> own = policy;  // as the text has it, with its own contacts
  // Of an imported one, the hash of the shipped one of its id when it was brought, "" when there
  // was none. It leads while that is still so; when this is not known, it always does.
  std::optional<std::string> replaced = std::nullopt;
};

// A policy file that a person picked, before it is kept.
struct PickedPolicy {
  struct Fault {
    base::Error error;
    std::optional<base::TextPlace> place;
  };
  std::string file;
  std::string text;
  std::shared_ptr<const policy::Policy> policy;  // null: faults say why
  std::vector<Fault> faults;
  std::vector<std::string> warnings;  // "The review of this procedure was due on 1 March 2026."
  std::string replaces;               // hash of the offered policy of the same id, or empty
};

// Which cases home lists.
enum class CaseFilter {
  kOpen,
  kOverdue,
  kDueToday,
  kDueTomorrow,
  kDueThisWeek,
  kQuiet,  // nothing recorded for as long as ReminderChoice::quiet_after
  kClosed,
};

// By what home orders them.
enum class CaseOrder { kSubject, kProcedure, kStage, kDue };

// A deadline of a case that runs or has passed unmet.
struct DueDay {
  calendar::Date day;
  calendar::Instant ends;  // the first that is too late
  std::string what;        // "The discussion takes place"
  casework::ClockStatus status = casework::ClockStatus::kRunning;
  bool provisional = false;
  bool may_escalate = false;  // it has passed, and silence may be escalated
  std::string stage;          // casework::place_in_words()

  // Counted as overdue; where silence may be escalated too, though nobody failed.
  bool is_late() const { return status == casework::ClockStatus::kOverdue; }
};

struct HomeRow {
  std::string case_id;
  std::string reference;
  std::string subject;
  std::string procedure;
  std::string stage;  // "Stage 2: Line manager to line manager"; "Resolved" when closed
  std::optional<casework::RunningClock> next;
  std::string due;               // "Due tomorrow, Tuesday 7 April 2026"
  std::vector<DueDay> due_days;  // all of them, in the order of the case's clocks
  bool open = true;
  calendar::Date recorded{};           // when something was last written about it
  std::optional<casework::Step> step;  // the one thing to do now
  std::string searched;                // what the row says, folded (base/fold.h)
  std::uint32_t subject_from = 0;      // where these begin in `searched`, each up to the next
  std::uint32_t procedure_from = 0;
  std::uint32_t stage_from = 0;
  std::optional<calendar::Instant> closed_at;
  size_t at = 0;  // of AppState::cases
};

// What home shows of its rows.
struct HomeList {
  CaseFilter filter = CaseFilter::kOpen;
  std::string search;     // as typed
  bool as_table = false;  // instead of cards
  CaseOrder order = CaseOrder::kDue;
  bool descending = false;
  std::vector<std::uint32_t> ranks;     // of AppState::home in that order; empty: not worked out
  std::vector<size_t> rows;             // of AppState::home, in order
  std::map<CaseFilter, size_t> counts;  // whatever the search
  size_t found_open = 0;                // by the search, whatever the filter
  size_t found_closed = 0;
};

// Something half written that is kept: on home, to go on with or to throw away.
struct HalfWritten {
  std::string key;    // of the draft
  std::string title;  // "Record a discussion", "Raise a disagreement"
  std::string about;  // "Marigold Quill, CG-7K2M-9QXD"; may be empty
};

// What is supposed of a case on kWhatIf. Recorded nowhere; another case begins with nothing.
struct Supposed {
  std::string case_id;
  casework::WhatIf what_if;
  int serial = 0;  // changes with what is supposed
};

// Asked in front of the page before something goes that Undo does not bring back (questions.h).
struct Question {
  std::string title;    // "End the trial?"
  std::string text;     // what goes, and what stays
  std::string confirm;  // "End the trial"
  std::string cancel;   // "Go on with the trial"
};

// Said for a few seconds at the foot of the page, and announced.
struct Toast {
  int serial = 0;     // another one is another message
  std::string words;  // "Thrown away: Record a discussion."
  bool undo = false;  // with a button that takes it back (Undo)
};

// The tour of an invented case: what is said about the page shown (tour.h).
struct TourState {
  int step = 0;  // 0-based
  int steps = 0;
  std::string title;
  std::string text;
};

// Hashes of every version of its procedure that the case was opened under or moved to.
std::vector<std::string> versions_of(const casework::Case& state);

// What the calendar files of this device said, by case: so that a later one moves entries.
using CalendarsWritten = std::map<std::string, std::vector<documents::EntryWritten>>;

struct AppState {
  Page page = Page::kLoading;
  calendar::Instant now;
  ports::VaultState vault = ports::VaultState::kAbsent;  // what is on this device
  int page_serial = 0;  // changes whenever a page is entered, also the same one again
  std::vector<FieldError> errors;
  int error_serial = 0;            // changes whenever errors are to be announced
  std::optional<Trouble> trouble;  // shown above the page, or as the page kCannotStart
  std::string busy;                // "Unlocking…"; empty: nothing is under way
  float busy_share = -1;           // of that, done: 0 to 1; below 0: not known
  Saving saving = Saving::kIdle;
  std::string success;       // "The discussion is recorded and saved."
  std::string recovery_key;  // only while kRecoveryKey is shown

  Profile profile;
  Draft draft;
  bool changing = false;  // a raise question was reached from "Check your answers"

  std::vector<KnownPolicy> policies;
  LocalContacts local_contacts;
  std::string procedure;  // hash of the policy that kProcedure, kContacts and kCompare are about
  std::string compared;   // hash of the other, on kCompare
  std::optional<PickedPolicy> picked;  // on kImportPolicy
  std::vector<base::Error> policy_errors;
  KnownDays days;
  std::optional<PickedHolidays> picked_holidays;  // on kImportHolidays
  std::vector<casework::Case> cases;
  std::vector<HomeRow> home;  // overdue first, then by deadline, closed last
  HomeList home_list;
  CalendarsWritten calendars_written;
  calendar::Date month{};                 // any day of the one that kCalendar shows
  std::string find;                       // typed on kFind
  std::vector<HalfWritten> half_written;  // of home
  bool can_undo = false;                  // of the page shown: Undo, Redo would change something
  bool can_redo = false;
  Toast toast;
  std::optional<Question> question;  // in front of the page; the answer is no until it is yes
  DisplayChoice display;
  ReminderChoice reminders;
  // As the browser said last: after unlocking when they are on, and while kReminders is shown.
  ports::Permission notifications = ports::Permission::kNotAsked;
  bool trial = false;             // an invented case, nothing of which is kept
  std::optional<TourState> tour;  // of a trial

  std::string case_id;    // the case shown
  std::string target;     // the stage, clock, duty or form that the page is about
  std::string case_part;  // of the case: the part shown last, where "Back" leads
  Supposed supposed;
  documents::Document document;  // shown by kNoticePreview, kNoticeIssued, kRecord
  std::string document_json;     // the notice's own JSON; empty for other documents
  std::string file_stem;         // of downloads: "outcome-resolution-notice-CG-7K2M-9QXD"

  // Procedures can be read without a vault; contacts and imports are kept in it.
  bool vault_open() const { return vault == ports::VaultState::kOpen; }
  // Turned on by the person, and the browser still allows them.
  bool notifications_on() const {
    return reminders.notify && notifications == ports::Permission::kAllowed;
  }
  const casework::Case* open_case() const;                             // by case_id
  const policy::Policy* policy_of(const casework::Case& state) const;  // pinned by hash
  // The offered version of the case's policy when it is not the one that the case runs under; a
  // later one or an earlier.
  const policy::Policy* other_policy_of(const casework::Case& state) const;
  const policy::Policy* chosen_policy() const;  // of the draft's "policy" (offered)
  const policy::Policy* offered_policy(const std::string& id) const;
  const KnownPolicy* known_policy(const std::string& hash) const;
  const calendar::HolidaySet& holidays_of(const policy::Policy& policy) const;
  casework::Setting setting(const policy::Policy& policy) const;
  // The same with the versions that the case ran under before.
  casework::Setting setting(const policy::Policy& policy, const casework::Case& state) const;
};

}  // namespace app
