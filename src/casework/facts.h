// What can happen in a case: one struct for each kind of fact, as it is written down. Plain data
// without rules: what may be recorded is decide.h's, what it does to a case case_state.h's, its
// fields by name event_fields.h's. Texts are UTF-8; ids are those of the policy or of events.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "calendar/uk_time.h"

namespace casework {

using calendar::Date;
using calendar::Instant;

struct Person {
  std::string name;
  std::string role;    // title, in the person's own words: "Designated safeguarding lead"
  std::string agency;  // "Meadowbank School"
  std::string email;   // may be empty
  bool operator==(const Person&) const = default;
};

struct Subject {
  std::string kind;  // one of Policy::subjects: "child"
  std::string name;  // full name, initials or reference: the agency's choice
  bool operator==(const Subject&) const = default;
};

struct CaseOpened {
  std::string reference;  // "CG-7K2M-9QXD": for people; the id is the case's
  std::string policy_id;
  std::string policy_version;
  std::string policy_hash;  // the policy is pinned; its content is stored beside the case
  std::string area;         // Area::id, or empty
  Subject subject;
  Person responding;                    // the other side; the name may not be known yet
  std::vector<std::string> categories;  // DisagreementArea ids
  std::string decision;                 // what was decided or done
  std::string concern;                  // why it worries the author
  std::string impact;                   // on the child
  std::string desired_outcome;
  Date concern_arose{};
  bool immediate_risk = false;
  std::string risk_action;                 // what was done at once; may be empty
  std::map<std::string, bool> tests;       // ScopeTest id → yes
  std::map<std::string, bool> exclusions;  // Exclusion id → yes
  std::string
      scope_reason;      // why the procedure is used although a test failed or an exclusion applies
  std::string priority;  // Priority::id; empty when the policy knows none
  std::string first_stage;
  std::string direct_reason;  // why it starts at a later stage; empty when it starts at the first
};
struct StageEntered {
  std::string stage;
  std::string from;
  bool direct = false;  // not the stage that the policy puts next
  std::string reason;   // why the last stage did not resolve it, or why this one is entered at once
  std::string consulted = {};  // who was asked before; may be empty
};
// Something that somebody undertook.
struct Action {
  std::string what;
  std::string owner;  // name, role or agency
  Date by{};          // no date of the calendar when none was set
  bool operator==(const Action&) const = default;
};
// The channel of a discussion that was a meeting, for timescales that only a meeting keeps.
inline constexpr const char* kMeetingChannel = "Meeting";
struct DiscussionRecorded {
  std::string stage;
  Date held_on{};
  std::string channel;  // "Telephone", "Video call", "In person", "Email or letter", "Meeting"
  std::string with;     // who took part, with role and agency
  std::string account;  // what was said
  std::string agreed;   // what was agreed; may be empty
  // May each be empty.
  std::string ours = {};      // the position of the side that raised the case
  std::string theirs = {};    // the other side's
  std::string evidence = {};  // what each relies on
  std::string impact = {};    // what it means for the child
  std::string reasons = {};   // why it was decided so
  std::vector<Action> actions = {};
};
// Agreed by the parties, declared by one of them, or set to protect the child: the clock says
// which.
struct TimeAgreed {
  std::string stage;
  std::string clock;  // of the stage, or of a budget
  Date until{};
  // Agreed with whom; of a time that the author declared or that protects the child, who was told:
  // may be empty then.
  std::string with;
  std::string reason;  // may be empty
};
struct ReplyReceived {
  std::string stage;
  Date received_on{};
  std::string from;     // who replied, with role and agency
  std::string account;  // what the reply says
  bool agreed = false;  // whether it settles the disagreement
};
// The case goes on under another version of its procedure. Nothing is counted anew: the stage that
// the case is in keeps the moment at which it was entered; stages passed before stay as they were.
struct PolicyChanged {
  std::string policy_id;
  std::string policy_version;
  std::string policy_hash;
  std::string stage;  // where the case stands in that version
  std::string reason;
  std::string priority = {};  // Priority::id of that version; empty: the case's own goes on
};
struct DutyDone {
  std::string duty;
  std::string stage;  // the stage it was owed at; empty for duties of the whole case
  std::string note;
};
struct NoticeIssued {
  std::string form;
  std::string stage;
  std::map<std::string, std::vector<std::string>>
      answers;               // field id → value, or the chosen options
  std::string copied_to;     // the contact's email at that time
  std::string sent_to = {};  // the same of the contact it went to; empty: the people at the stage
};
struct CaseResolved {
  std::string stage;
  std::string outcome;  // what was agreed, for the child
  std::string agreed_with;
  bool debrief_held = false;
  std::string learning;  // general issues for the partnership; may be empty
};
struct CaseWithdrawn {
  std::string reason;
};
struct NoteAdded {
  std::string text;
};

// Which side of the disagreement somebody stands on.
inline constexpr const char* kRaisingSide = "raising";
inline constexpr const char* kRespondingSide = "responding";
inline constexpr const char* kPartnershipSide = "partnership";  // or whoever is asked to decide
inline constexpr const char* kOtherSide = "other";              // support, a chair, an observer
// Somebody takes part in the case from now on.
struct ParticipantNamed {
  std::string stage;
  Person person;     // the name may not be known
  std::string side;  // one of the four above
  std::string note;  // may be empty
};
// Whether the child is at immediate risk of harm, as seen now.
struct RiskChanged {
  std::string stage;
  bool immediate = false;
  std::string account;  // what has changed, and how it is known
  std::string action;   // what was done at once; may be empty when there is no immediate risk
};
// The addressee says that a notice has arrived. Not an answer to it: that is a ReplyReceived.
struct NoticeAcknowledged {
  std::string notice;  // the event that issued it
  Date received_on{};
  std::string from;
  std::string note;  // may be empty
};
// A notice, or a request, that nobody answered.
struct SilenceRecorded {
  std::string stage;
  std::string notice;  // the event that issued it; empty: something else was asked
  Date waited_until{};
  std::string tried;  // how an answer was sought, and of whom
};
// One side says in writing what was agreed in the end.
struct OutcomeConfirmed {
  std::string side;  // kRaisingSide or kRespondingSide
  Date confirmed_on{};
  std::string from;
  std::string account;  // how, and in which words; may be empty
};
struct DebriefHeld {
  Date held_on{};
  std::string with;
  std::string account;  // may be empty
};
struct LearningSent {
  Date sent_on{};
  std::string to;
  std::string account;  // what there is to learn, without a name
};
// Those whom the case was about, or who raised it, are told how it ended.
struct FeedbackGiven {
  Date given_on{};
  std::string to;
  std::string account;
};
// A closed case goes on.
struct CaseReopened {
  std::string stage;  // where it goes on
  std::string reason;
};
// Somebody agrees that a record is right as it stands.
struct RecordApproved {
  std::string event;
  Date approved_on{};
  std::string from;
  std::string note;  // may be empty
};
// What a record should have said. The original stays legible; the case is folded with the changes.
struct EventAmended {
  std::string event;
  std::map<std::string, std::string> changes;  // field → text, a date as "2026-06-04"
  std::string reason;
};
// A person decides between what two devices wrote apart.
struct ConflictSettled {
  std::vector<std::string> events;  // of Case::conflicts
  std::string stage;    // where the case stands then; empty: where it stands now, or closed
  std::string outcome;  // the CaseResolved that holds; empty: the one that holds now, or none
  std::string reason;
};
// A file that belongs to the case. Its bytes are kept beside the events, encrypted.
struct FileAttached {
  std::string name;        // "minutes.pdf"
  std::string media_type;  // "application/pdf"
  std::string sha256;      // of its bytes, 64 lower-case hexadecimal characters
  std::int64_t size = 0;   // bytes
  std::string event;       // the record that it belongs to; empty: the whole case
  std::string note;        // may be empty
};

}  // namespace casework
