// Everything a person can do, as data. Views return these; Session::handle carries them out.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "app/state.h"

namespace app {

struct Go {
  Page page;
  std::string target;
};  // also "Back"
struct SetText {
  std::string key;
  std::string value;
};  // into the draft
struct SetChosen {
  std::string key;
  std::vector<std::string> values;
};
struct CreateVault {};
struct RecoveryKeyKept {};
struct Unlock {};
struct UnlockWithRecoveryKey {};
struct Lock {};
struct SaveProfile {};
struct StartRaise {};
struct Continue {};  // the question page is answered
struct Change {
  Page page;
};  // from "Check your answers"
struct RaiseCase {};
struct OpenCase {
  std::string case_id;
};
struct StartStep {
  casework::StepKind kind;
  std::string target;
};
struct StartDuty {
  std::string duty;
  std::string stage;
};
struct Submit {};  // the form of the page kDiscussion … kNote
struct PreviewNotice {};
struct IssueNotice {};
struct ShowRecord {};
struct ShowNotice {
  std::string event_id;
};  // one issued before
enum class FileKind { kPdf, kJson, kHtml, kText };
struct Download {
  FileKind kind;
};
struct CancelDownload {};
struct ShowProcedure {
  std::string hash;
};
struct ShowComparison {
  std::string first, second;  // hashes
};
struct EditContacts {
  std::string hash;
};
struct SaveContacts {};      // what kContacts holds, by keys "<contact id>.name" and ".email"
struct RestoreContacts {};   // the policy's own again
struct PickPolicy {};        // opens the browser's file picker; leads to kImportPolicy
struct KeepPickedPolicy {};  // into the vault; offered from then on
struct ForgetPolicy {
  std::string hash;
};                            // an imported one; cases opened under it keep it
struct StartPolicyChange {};  // of the case shown, to other_policy_of()
// The calendar at this month, or at a month beside the one shown.
struct ShowMonth {
  enum class Which { kNow, kBefore, kAfter } which = Which::kNow;
};
// The deadlines of the case shown, or of all cases, as a calendar file.
struct DownloadCalendar {
  enum class Of { kAllCases, kCaseShown } of = Of::kAllCases;
  bool names = false;  // who each case is about is written into it
};
struct ShowWhatIf {};  // kWhatIf, of the case shown
struct Suppose {};     // what kWhatIf holds: "event", kTheConcern or a stage, and the date "day"
struct TakeBack {
  std::string event;  // as Suppose's; empty: all that is supposed
};
struct ShowCases {
  CaseFilter filter;
};
struct SortCases {
  CaseOrder order;  // the same again: the other way round
};
struct ShowCasesAs {
  bool table;
};
struct SearchCases {
  std::string text;
};
struct StartStepOf {  // a case's step, from outside the case
  std::string case_id;
  StartStep step;
};
struct ShowRisk {};  // kRisk; of the case shown when its page, or one of its pages, is
struct Find {
  std::string text;  // kFind, with this typed
};
struct GoBack {};       // from a page of that kind (places.h, Aside) to the one it was opened from
struct EditProfile {};  // kProfile, filled in; leads back to kSettings
struct SetDisplay {
  DisplayChoice choice;
};
struct ResumeDraft {
  std::string key;  // HalfWritten::key
};
struct DiscardDraft {
  std::string key;
};
struct Answer {  // to AppState::question
  bool yes;
};
struct Undo {};  // of what is typed or chosen on this page, or of a draft thrown away
struct Redo {};
struct PickHolidays {};        // opens the browser's file picker; leads to kImportHolidays
struct KeepPickedHolidays {};  // into the vault; every deadline is worked out anew
struct ForgetHolidays {
  size_t index;  // of KnownDays::brought
};
struct AddClosure {};   // kClosure, as far as it is written
struct SaveClosure {};  // what kClosure holds: "label", and the dates "first" and "last"
struct TurnClosure {
  size_t index;  // of KnownDays::closures
  bool on;
};
struct ForgetClosure {
  size_t index;
};
struct SetQuietAfter {
  int days;  // of kQuietChoices
};
struct TurnNotifications {
  bool on;  // the browser asks the person when it has not yet
};
struct StartTrial {};  // an invented case to play with, beside the vault and never in it
struct EndTrial {};
struct ShowTourStep {
  int step;  // leads to the page that it is about; -1: no more tour, the trial stays
};

using Command = std::variant<
    Go, SetText, SetChosen, CreateVault, RecoveryKeyKept, Unlock, UnlockWithRecoveryKey, Lock,
    SaveProfile, StartRaise, Continue, Change, RaiseCase, OpenCase, StartStep, StartDuty, Submit,
    PreviewNotice, IssueNotice, ShowRecord, ShowNotice, Download, CancelDownload, ShowProcedure,
    ShowComparison, EditContacts, SaveContacts, RestoreContacts, PickPolicy, KeepPickedPolicy,
    ForgetPolicy, StartPolicyChange, ShowMonth, DownloadCalendar, ShowCases, SearchCases,
    StartStepOf, ShowRisk, Find, GoBack, EditProfile, SetDisplay, SortCases, ShowCasesAs,
    ResumeDraft, DiscardDraft, Undo, Redo, StartTrial, EndTrial, ShowTourStep, Answer, PickHolidays,
    KeepPickedHolidays, ForgetHolidays, AddClosure, SaveClosure, TurnClosure, ForgetClosure,
    SetQuietAfter, TurnNotifications, ShowWhatIf, Suppose, TakeBack>;
using Commands = std::vector<Command>;

}  // namespace app
