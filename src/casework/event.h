// What happened in a case, as immutable facts. A case is the fold of its events and nothing else is
// stored. Each event names the events it follows and is identified by the SHA-256 of its canonical
// JSON, so that a case file is a Merkle DAG: one changed byte is found and named. Corrections are
// new events.
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "base/strict_json.h"
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

// ---- what can happen --------------------------------------------------------------------------
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
};
// The channel of a discussion that was a meeting, for timescales that only a meeting keeps.
inline constexpr const char* kMeetingChannel = "Meeting";
struct DiscussionRecorded {
  std::string stage;
  Date held_on{};
  std::string channel;  // "Telephone", "Video call", "In person", "Email or letter", "Meeting"
  std::string with;     // who took part, with role and agency
  std::string account;  // what was said; each side's position
  std::string agreed;   // what was agreed, who does it, by when; may be empty
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

using Payload =
    std::variant<CaseOpened, StageEntered, DiscussionRecorded, TimeAgreed, DutyDone, NoticeIssued,
                 CaseResolved, CaseWithdrawn, NoteAdded, ReplyReceived, PolicyChanged>;

struct Event {
  std::string id;                    // SHA-256 of canonical(to_json(event) without "id")
  std::string case_id;               // 32 lower-case hexadecimal characters, random
  std::vector<std::string> parents;  // ids, sorted; empty only for CaseOpened
  Instant occurred_at;               // when it happened
  Instant recorded_at;               // when it was written down
  Person author;
  Payload payload;
};

// "case_opened", "stage_entered", … : the "type" in JSON.
std::string type_name(const Payload& payload);
// "Case raised", "Case moved on", "Discussion recorded", … : for people.
std::string title(const Payload& payload);

// {"format":1,"id":…,"case_id":…,"parents":[…],"occurred_at":…,"recorded_at":…,"author":{…},"type":…,"data":{…}}
base::Json to_json(const Event& event);
// Strict: unknown keys, wrong types, a wrong id (kTampered), a later format (kNewerFormat).
base::Result<Event> event_from_json(const base::Json& json, std::string_view file);
// Sets event.id from the content.
void seal(Event& event);

}  // namespace casework
