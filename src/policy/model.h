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
  std::string id;
  std::string title;  // "Line manager or safeguarding lead"
  std::vector<Equivalent> equivalents;
  std::optional<Citation> cite;
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
struct Exclusion {
  std::string id;
  std::string question;  // "Is this about a decision of a child protection conference?"
  std::string use_instead;
  Citation cite;
};
struct DisagreementArea {
  std::string id;
  std::string text;
  Citation cite;
};

enum class StageKind { kInternal, kInformal, kFormal, kPartnership, kExternal };
enum class Channel { kAny, kVerbalThenWritten, kWritten };

// From what a clock counts.
enum class StartEvent {
  kConcernArose,  // when the disagreement or concern arose
  kCaseRaised,    // when the case was opened
  kStageEntered,  // when the stage was entered
  kStageEnded,    // when the stage before it ended (Clock::start_stage names another)
  kMeetingHeld,   // when the stage's meeting or review was held
  kResolved,      // when the case was resolved
};
enum class ClockKind {
  kFixed,      // amount
  kAgreed,     // agreed by the parties at the stage; amount is the most it may be (0: no maximum)
  kImmediate,  // at once; no count
};
// What stops a clock.
enum class MetBy {
  kRecord,      // a discussion or meeting recorded at the stage
  kStageEnded,  // the stage is left or the case resolved
  kDutyDone,    // the duty that the clock belongs to is done
};
enum class Force { kMust, kShould, kIndicative };

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
};

struct Party {
  std::string role;  // id of one of Policy::roles
  enum class Side { kConcerned, kResponding, kPartnership, kExternal } side = Side::kConcerned;
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

struct Policy {
  int format = 1;
  std::string id;
  std::string title;
  std::string short_title;
  std::string partnership;  // who issues it
  std::string version;
  std::string adopted;  // as the source gives it; may be empty
  std::optional<calendar::Date> review_due;
  std::string division;  // "england-and-wales"
  std::string stage_word = "stage";
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
  std::vector<Duty> duties;
  ImmediateRisk risk;
  std::vector<Form> forms;
  std::vector<PromptGroup> prompts;
  std::vector<Statement> prompt_values;  // how to hold the conversation
  std::vector<Statement> afterwards;     // learning, reporting, feedback
  std::vector<Contact> contacts;

  std::string hash;  // SHA-256 of the canonical JSON it was read from: pinned by each case

  const Stage* stage(std::string_view stage_id) const;
  const Role* role(std::string_view role_id) const;
  const Form* form(std::string_view form_id) const;
  const Contact* contact(std::string_view contact_id) const;
  // The contact with that id, or the one that holds that post for the area (else for every area).
  const Contact* contact_for(std::string_view id_or_post, std::string_view area_id) const;
  const Source* source(std::string_view source_id) const;
  const Area* area(std::string_view area_id) const;
  const Duty* duty(std::string_view duty_id) const;
};

// "Northmoor 2026, Stage 2: “within two working days of the completion of stage 1”"; without words,
// the place alone.
std::string in_words(const Citation& citation, const Policy& policy);

}  // namespace policy
