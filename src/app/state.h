// All that the screen shows, as data. Views (src/ui) read it and return commands (commands.h); only
// Session (session.h) changes it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "calendar/holidays.h"
#include "casework/case_state.h"
#include "casework/clocks.h"
#include "casework/next_steps.h"
#include "documents/document.h"
#include "policy/model.h"

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
  kGuidance,      // conversation prompts and the procedure's guidance
  kPrivacy,       // how the data is kept
};

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

// A policy that cases run under: the shipped ones and those pinned by cases in the vault.
struct KnownPolicy {
  std::shared_ptr<const policy::Policy> policy;
  std::string text;  // the file as it was read; pinned beside the case
  bool shipped = false;
};

struct HomeRow {
  std::string case_id;
  std::string reference;
  std::string subject;
  std::string procedure;
  std::string stage;  // "Stage 2: Line manager to line manager"; "Resolved" when closed
  std::optional<casework::RunningClock> next;
  std::string due;  // "Due tomorrow, Tuesday 7 April 2026"
  bool open = true;
};

struct AppState {
  Page page = Page::kLoading;
  calendar::Instant now;
  int page_serial = 0;  // changes whenever a page is entered, also the same one again
  std::vector<FieldError> errors;
  int error_serial = 0;            // changes whenever errors are to be announced
  std::optional<Trouble> trouble;  // shown above the page, or as the page kCannotStart
  std::string busy;                // "Unlocking…"; empty: nothing is under way
  Saving saving = Saving::kIdle;
  std::string success;       // "The discussion is recorded and saved."
  std::string recovery_key;  // only while kRecoveryKey is shown

  Profile profile;
  Draft draft;
  bool changing = false;  // a raise question was reached from "Check your answers"

  std::vector<KnownPolicy> policies;
  std::vector<base::Error> policy_errors;
  std::map<std::string, calendar::HolidaySet> holidays;  // by division
  std::vector<casework::Case> cases;
  std::vector<HomeRow> home;  // overdue first, then by deadline, closed last

  std::string case_id;           // the case shown
  std::string target;            // the stage, clock, duty or form that the page is about
  documents::Document document;  // shown by kNoticePreview, kNoticeIssued, kRecord
  std::string document_json;     // the notice's own JSON; empty for other documents
  std::string file_stem;         // of downloads: "outcome-resolution-notice-CG-7K2M-9QXD"

  const casework::Case* open_case() const;                             // by case_id
  const policy::Policy* policy_of(const casework::Case& state) const;  // pinned by hash
  const policy::Policy* chosen_policy() const;  // of the draft's "policy" (shipped)
  const calendar::HolidaySet& holidays_of(const policy::Policy& policy) const;
  casework::Setting setting(const policy::Policy& policy) const;
};

}  // namespace app
