// One partnership's procedure as plain data. Every rule carries the citation it comes from. Read
// from JSON by read.h, checked by check.h; written by administrators and never by this program. The
// model knows nothing of a case: what happens under a policy is casework's.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/civil_date.h"
#include "calendar/deadline.h"

namespace policy {

// Where a rule comes from: "Northmoor 2026, Stage 2: 'within two working days of the completion of
// stage 1'".
struct Citation {
  std::string source;  // id of one of Policy::sources
  std::string place;   // heading, section, paragraph
  std::string words;   // the operative words, quoted; may be empty only for a paraphrased list item
  std::string reading = {};  // where the source can be read in two ways: which was taken, and why
};

struct Source {
  std::string id;
  std::string title;
  std::string publisher;
  std::string date;         // as the source gives it: "2024"; may be empty
  std::string short_title;  // "Northmoor 2026", for in_words(); empty: the title
};

struct Contact {
  std::string id;
  std::string name;
  std::string email;
  std::string area;  // id of one of Policy::areas, or empty: for every area
  Citation cite;
  std::string post;  // what it is there for, the same word in every area: "lscp"; may be empty
};

// One procedure may serve several partnerships; the case says which.
struct Area {
  std::string id;
  std::string name;         // "North"
  std::string partnership;  // "North Safeguarding Partnership"
};

struct Role {
  struct Equivalent {
    std::string agency;  // "School"
    std::string title;   // "Designated safeguarding lead"
  };
  // What happens in an agency that has nobody in this role.
  struct InAbsence {
    std::string role;  // id of the role that acts instead; may be empty
    std::string text;  // "The matter goes to the partnership manager"
    Citation cite;
  };
  std::string id;
  std::string title;  // "Line manager or safeguarding lead"
  std::vector<Equivalent> equivalents;
  std::optional<Citation> cite;
  std::optional<InAbsence> in_absence;
};

// A sentence of the policy that guides but demands nothing.
struct Statement {
  std::string text;
  Citation cite;
};

// "When to use" tests and exclusions are questions answered yes or no.
struct ScopeTest {
  std::string id;
  std::string question;
  std::string hint;
  Citation cite;
};
struct DisagreementArea {
  std::string id;
  std::string text;
  Citation cite;
};
// One row of a priority table; the case says which applies, and clocks may depend on it.
struct Priority {
  std::string id;
  std::string title;  // "Red"
  std::string text;   // when it applies
  Citation cite;
};

enum class StageKind { kInternal, kInformal, kFormal, kPartnership, kExternal };
enum class Channel { kAny, kVerbalThenWritten, kWritten };

// From what a clock counts.
enum class StartEvent {
  kConcernArose,   // when the disagreement or concern arose
  kCaseRaised,     // when the case was opened
  kStageEntered,   // when the stage was entered; of a budget: the first of its stages
  kStageEnded,     // when the stage before it ended (Clock::start_stage names another)
  kMeetingHeld,    // when the stage's last discussion, meeting or review was held
  kNoticeSent,     // when Clock::start_form was issued at the stage
  kReplyReceived,  // when the other side's reply was received at the stage
  kResolved,       // when the case was resolved
};
// Of several starts, the one that counts. None counts before it has happened.
enum class TakeStart { kEarliest, kLatest };
enum class ClockKind {
  kFixed,      // amount; 0 working or calendar days: the same day
  kAgreed,     // agreed by the parties at the stage; amount is the most it may be (0: no maximum)
  kDeclared,   // stated by the person who escalates; amount as for kAgreed
  kImmediate,  // at once; no count
};
// What stops a clock.
enum class MetBy {
  kRecord,      // a discussion or meeting recorded at the stage
  kMeeting,     // a meeting recorded at the stage
  kReply,       // the other side's reply, or a discussion with it, recorded at the stage
  kStageEnded,  // the stage is left or the case resolved; of a budget: the last of its stages
  kDutyDone,    // the duty that the clock belongs to is done
};
enum class Force { kMust, kShould, kIndicative };
// What the end of a clock that was not met leads to.
enum class Lapse {
  kOverdue,      // it is late, and shown so
  kMayEscalate,  // silence: it may be treated as not resolved and escalated without more
};
// Whether the last discussion or reply at the stage ended in agreement.
enum class Outcome { kAgreed, kNotAgreed };

// When a clock runs or a duty is owed at all. Every condition that is given must hold.
struct Condition {
  std::optional<bool> immediate_risk;
  std::optional<Outcome> outcome;       // not before a discussion or reply is recorded
  std::vector<std::string> priorities;  // any of these, ids of Policy::priorities; empty: any
  bool operator==(const Condition&) const = default;
};

struct Clock {
  std::string id;
  std::string what;  // "The discussion takes place" — completes "… by Tuesday 7 April 2026"
  ClockKind kind = ClockKind::kFixed;
  calendar::Amount amount;
  StartEvent start = StartEvent::kStageEntered;
  std::string
      start_stage;  // for kStageEnded: the stage that ended; empty: the one the case came from
  MetBy met_by = MetBy::kRecord;
  Force force = Force::kShould;
  std::string on_lapse;  // what the policy says then, in words; may be empty
  Citation cite;
  std::string met_by_duty;  // for MetBy::kDutyDone on a stage's clock: the duty's id; a duty's own
                            // clock leaves it empty
  std::string start_form;   // for kNoticeSent: the form that was sent
  std::vector<StartEvent> other_starts;  // besides `start`
  TakeStart take = TakeStart::kEarliest;
  std::optional<Condition> only_if;
  // "… or a time that protects the child, whichever is less": such a time may be recorded
  // (TimeAgreed) and counts when it is earlier.
  bool or_protective = false;
  Lapse lapse = Lapse::kOverdue;
  std::optional<calendar::Amount>
      stated_as;  // the source's other words for `amount`: 48 hours for two working days
};

// One time shared by several stages. Runs from the entry into the first of them (or another start)
// until the last of them is left.
struct Budget {
  std::vector<std::string> stages;
  Clock clock;  // met_by is kStageEnded
};

// What this procedure is not for.
struct Exclusion {
  std::string id;
  std::string question;  // "Is this about a decision of a child protection conference?"
  std::string use_instead;
  Citation cite;
  std::optional<Clock> clock = {};  // the other procedure's; starts at kConcernArose or kCaseRaised
};

struct Party {
  std::string role;  // id of one of Policy::roles
  enum class Side { kConcerned, kResponding, kPartnership, kExternal } side = Side::kConcerned;
};

// Somebody who may be asked instead of those who usually speak at a stage.
struct Alternative {
  std::string role;
  std::string text;  // "In health services, the designated doctor or nurse may be asked directly"
  Citation cite;
};
// Who says that a stage has resolved the disagreement.
struct Judge {
  std::vector<Party> parties;
  std::string text;
  Citation cite;
};
struct Meeting {
  // Who may lead it. kUninvolved: from an organisation that has no part in the disagreement.
  enum class Chair { kAnyone, kIndependent, kUninvolved };
  std::string text;  // who calls it, who comes, what for
  Chair chair = Chair::kAnyone;
  Citation cite;
};

struct Stage {
  std::string id;
  int number = 0;     // 0: an unnumbered pre-stage
  std::string label;  // "Stage 1"
  std::string title;  // "Practitioner to practitioner"
  StageKind kind = StageKind::kInformal;
  Channel channel = Channel::kAny;
  std::vector<Party> speaks;  // who …
  std::vector<Party> with;    // … speaks to whom
  std::string summary;        // what happens here, two sentences
  std::vector<Statement> guidance;
  std::vector<Clock> clocks;
  std::vector<std::string> next;  // stage ids; empty: the last
  bool may_resolve = true;
  Citation cite;
  std::vector<Alternative> alternatives;
  std::optional<Judge> judge;
  std::optional<Meeting> meeting;
  std::vector<Statement> outputs;  // plan, letter, minutes
};

// When a duty is owed.
enum class DutyMoment {
  kAtEveryStage,  // once in each stage
  kOnRaising,     // once, when the case is opened
  kOnEntry,       // when one of `stages` is entered
  kBeforeEntry,   // before one of `stages` is entered
  kOnResolution,  // when the case is resolved
  kAfterwards,    // after the case is resolved: learning, debrief
};
enum class DutyAction {
  kDo,      // ticked off with a note: "Tell the lead professional"
  kRecord,  // met by a recorded discussion
  kNotice,  // met by issuing `form`
};
struct Duty {
  std::string id;
  std::string text;  // imperative: "Tell the lead professional or chair"
  DutyMoment when = DutyMoment::kAtEveryStage;
  std::vector<std::string> stages;  // empty: all
  DutyAction action = DutyAction::kDo;
  std::string form;     // for kNotice
  std::string copy_to;  // a contact's id or post (contact_for), or empty
  Party::Side by = Party::Side::kConcerned;
  std::optional<Clock> clock;
  Force force = Force::kMust;
  Citation cite;
  std::optional<Condition> only_if;
};

struct RiskAction {
  std::string text;
  Citation cite;
};
struct DirectEntry {
  std::vector<std::string> stages;  // may be entered at once, whatever stage the case is in
  std::string when;                 // "if resolution requires this level of response"
  Citation cite;
};
struct ImmediateRisk {
  std::vector<RiskAction> actions;  // what to do at once
  std::vector<DirectEntry> direct_entry;
};

enum class FieldType { kText, kLongText, kDate, kEmail, kChoiceOfMany, kYesNo };
// What a field is filled with before the author edits it. Closed list; kNone: left empty.
enum class Prefill {
  kNone,
  kAuthorName,
  kAuthorRole,
  kAuthorAgency,
  kAuthorEmail,
  kToday,
  kRespondingAgency,
  kDecision,
  kConcern,
  kImpact,
  kDesiredOutcome,
  kCategories,
  kStageRecords,
  kOutcome,
  kIsResolved,
  kCaseReference,
  kChronology,
  kDecisionAndConcern,
  kResponding,   // the other side: name, role and agency
  kStage,        // where the case stands
  kEntryReason,  // why that stage was entered
  kTimeSet,      // the day agreed or declared there last
  kAgreed,       // what the last discussion there agreed
  kMeeting,      // the last meeting held there: its day and who took part
  kLearning,     // what was recorded for the partnership to learn from
};
struct FormField {
  std::string id;
  std::string label;
  std::string hint;
  FieldType type = FieldType::kText;
  std::vector<std::string> options;  // of kChoiceOfMany
  Prefill prefill = Prefill::kNone;
  std::vector<std::string> prefill_stages;  // for kStageRecords
  bool required = false;
};
struct Form {
  std::string id;
  std::string title;
  std::string purpose;  // one sentence shown before it is filled in
  enum class Kind { kNotice, kTemplate } kind = Kind::kNotice;
  std::vector<std::string> offered_at;  // stage ids at which it may be issued; empty: everywhere
  bool offered_on_resolution = false;
  std::string group;  // the heading of the first fields: "Completed by"
  std::vector<FormField> fields;
  std::string copy_to;  // a contact's id or post (contact_for)
  Citation cite;
  std::string send_to;  // a contact's id or post; empty: the people at the stage
};

struct PromptGroup {
  std::string heading;  // "What happened?"
  std::vector<std::string> prompts;
  Citation cite;
};

// Between whom a disagreement may lie for the procedure to be meant for it.
enum class Reach { kBetweenAgencies, kWithinAnAgency };

struct Policy {
  int format = 1;
  std::string id;
  std::string title;
  std::string short_title;
  std::string partnership;  // who issues it
  std::string version;
  std::string adopted;  // as the source gives it; may be empty
  std::optional<calendar::Date> review_due;
  std::string division;               // "england-and-wales"
  std::string stage_word = "stage";   // or "step", "level"
  std::vector<Reach> reach;           // never empty
  std::vector<std::string> subjects;  // "child", "unborn", "family", …
  std::string summary;
  std::vector<Source> sources;
  std::vector<Area> areas;
  std::vector<Statement> principles;
  std::vector<DisagreementArea> disagreements;
  std::vector<ScopeTest> tests;
  std::vector<Exclusion> exclusions;
  std::vector<Role> roles;
  std::vector<Stage> stages;
  std::vector<Budget> budgets;
  std::vector<Priority> priorities;  // empty: the procedure knows none
  std::vector<Duty> duties;
  ImmediateRisk risk;
  std::vector<Form> forms;
  std::vector<PromptGroup> prompts;
  std::vector<Statement> prompt_values;  // how to hold the conversation
  std::vector<Statement> afterwards;     // learning, reporting, feedback
  std::vector<Contact> contacts;

  std::string base;  // id of the policy that this one changes locally; empty: it stands alone
  std::string hash;  // SHA-256 of the canonical JSON of the whole policy: pinned by each case

  const Stage* stage(std::string_view stage_id) const;
  const Role* role(std::string_view role_id) const;
  const Form* form(std::string_view form_id) const;
  const Contact* contact(std::string_view contact_id) const;
  // The contact with that id, or the one that holds that post for the area (else for every area).
  const Contact* contact_for(std::string_view id_or_post, std::string_view area_id) const;
  const Source* source(std::string_view source_id) const;
  const Area* area(std::string_view area_id) const;
  const Duty* duty(std::string_view duty_id) const;
  const Priority* priority(std::string_view priority_id) const;
  // A clock of a stage, a budget or a duty (ids are unique in a policy); exclusions' clocks too.
  const Clock* clock(std::string_view clock_id) const;
  const Budget* budget(std::string_view clock_id) const;
};

// "Northmoor 2026, Stage 2: “within two working days of the completion of stage 1”"; without words,
// the place alone.
std::string in_words(const Citation& citation, const Policy& policy);

}  // namespace policy
