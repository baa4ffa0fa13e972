// One invented case under an invented policy, told through every kind of event, for the tests of
// documents.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "casework/decide.h"

namespace example {

using calendar::date;
using casework::Instant;
using casework::Person;

inline const Person kTeacher{"Mara Ellwood", "Designated safeguarding lead", "Larkfield School",
                             "m.ellwood@larkfield.example"};
inline const Person kManager{"Tomasz Brandt", "Deputy head", "Larkfield School", ""};
inline const Person kOther{"Priya Shah", "Team manager", "Children's Assessment Team", ""};

inline Instant at(int month, unsigned day, int hour = 9, int minute = 0) {
  return calendar::from_uk(date(2026, unsigned(month), day), {hour, minute});
}

inline policy::Clock clock(const char* id, const char* what) {
  policy::Clock clock;
  clock.id = id;
  clock.what = what;
  clock.kind = policy::ClockKind::kAgreed;
  clock.amount = {10, calendar::Unit::kWorkingDays};
  clock.cite = {"procedure", "Timescales", "should not exceed ten working days"};
  return clock;
}

inline policy::Stage stage(const char* id, int number, const char* title, const char* next) {
  policy::Stage stage;
  stage.id = id;
  stage.number = number;
  stage.label = "Stage " + std::to_string(number);
  stage.title = title;
  if (*next) stage.next = {next};
  stage.clocks = {clock((std::string(id) + "-discussion").c_str(), "The discussion takes place")};
  stage.cite = {"procedure", stage.label, ""};
  return stage;
}

inline policy::FormField field(const char* id, const char* label, policy::FieldType type,
                               policy::Prefill prefill = policy::Prefill::kNone) {
  policy::FormField field;
  field.id = id;
  field.label = label;
  field.type = type;
  field.prefill = prefill;
  return field;
}

inline policy::Form notice_form() {
  using policy::FieldType;
  using policy::Prefill;
  policy::Form form;
  form.id = "resolution-notice";
  form.title = "Resolution Notice";
  form.group = "Notice completed by";
  form.copy_to = "business-manager";
  form.cite = {"procedure", "Appendix 1", "this notice should be used"};
  form.fields = {
      field("name", "Name:", FieldType::kText, Prefill::kAuthorName),
      field("email", "Email:", FieldType::kEmail, Prefill::kAuthorEmail),
      field("date", "Date of notification:", FieldType::kDate, Prefill::kToday),
      field("area", "Area of disagreement", FieldType::kChoiceOfMany, Prefill::kCategories),
      field("problem", "The problem", FieldType::kLongText, Prefill::kDecisionAndConcern),
      field("evidence", "Evidence of stages 1 to 3", FieldType::kLongText, Prefill::kStageRecords),
      field("agreed", "Has an outcome been agreed?", FieldType::kYesNo, Prefill::kIsResolved),
      field("learning", "General issues", FieldType::kLongText),
  };
  form.fields[3].options = {"Referrals not accepted", "Information not shared"};
  form.fields[5].prefill_stages = {"stage-1", "stage-2", "stage-3"};
  return form;
}

inline policy::Policy make_policy() {
  policy::Policy policy;
  policy.id = "westmarsh-2026";
  policy.title = "Resolving Disagreements Procedure";
  policy.partnership = "Westmarsh Safeguarding Partnership";
  policy.version = "2026.1";
  policy.division = "england-and-wales";
  policy.subjects = {"child"};
  policy.hash = std::string(64, 'a');
  policy.sources = {{"procedure", "Westmarsh Procedure", "Westmarsh", "2026", ""}};
  policy.disagreements = {{"referrals", "Referrals not accepted", {}},
                          {"sharing", "Information not shared", {}},
                          {"plans", "Plans not produced", {}}};
  policy.tests = {{"risk", "Might the child be at risk of harm?", "", {}}};
  policy.exclusions = {{"conference", "Is it about a conference decision?", "", {}}};
  policy.stages = {stage("stage-1", 1, "Practitioner to practitioner", "stage-2"),
                   stage("stage-2", 2, "Line manager to line manager", "stage-3"),
                   stage("stage-3", 3, "Heads of service", "")};
  policy::Duty tell;
  tell.id = "tell-lead";
  tell.text = "Tell the lead professional";
  tell.when = policy::DutyMoment::kOnEntry;
  tell.stages = {"stage-1"};
  tell.cite = {"procedure", "Stage 1", "Inform the lead professional"};
  policy::Duty consult;
  consult.id = "consult-lead";
  consult.text = "Consult the safeguarding lead";
  consult.cite = {"procedure", "Every stage", "at each stage"};
  policy.duties = {tell, consult};
  policy.forms = {notice_form()};
  policy.contacts = {
      {"business-manager", "Business manager", "manager@westmarsh.example", "", {}, ""}};
  return policy;
}

inline casework::CaseOpened opening(const policy::Policy& policy) {
  casework::CaseOpened opened;
  opened.reference = "CG-7K2M-9QXD";
  opened.policy_id = policy.id;
  opened.policy_version = policy.version;
  opened.policy_hash = policy.hash;
  opened.subject = {"child", "J.T."};
  opened.responding = kOther;
  opened.categories = {"referrals", "plans"};
  opened.decision = "The referral was closed without an assessment.";
  opened.concern = "Bruising was seen twice in one week";
  opened.impact = "He is afraid to go home.";
  opened.desired_outcome = "A strategy discussion is held.";
  opened.concern_arose = date(2026, 3, 31);
  opened.immediate_risk = true;
  opened.risk_action = "The duty team was rung at once.";
  opened.tests = {{"risk", true}};
  opened.exclusions = {{"conference", false}};
  opened.first_stage = "stage-1";
  return opened;
}

// Appends events as one device would: each follows the one before.
class Story {
 public:
  void tell(casework::Payload payload, Instant occurred_at, const Person& author = kTeacher) {
    tell_late(std::move(payload), occurred_at, occurred_at, author);
  }
  void tell_late(casework::Payload payload, Instant occurred_at, Instant recorded_at,
                 const Person& author = kTeacher) {
    casework::Event event;
    event.case_id = "0123456789abcdef0123456789abcdef";
    if (!events_.empty()) event.parents = {events_.back().id};
    event.occurred_at = occurred_at;
    event.recorded_at = recorded_at;
    event.author = author;
    event.payload = std::move(payload);
    casework::seal(event);
    events_.push_back(std::move(event));
  }
  casework::Case state() const {
    auto folded = casework::fold(events_);
    if (!folded.ok()) FAIL(base::describe(folded.error()));
    return *folded;
  }

 private:
  std::vector<casework::Event> events_;
};

inline Story story(const policy::Policy& policy) {
  Story story;
  story.tell(opening(policy), at(4, 1, 9, 30));
  story.tell_late(casework::DiscussionRecorded{"stage-1", date(2026, 4, 2), "Telephone",
                                               "Priya Shah, team manager",
                                               "She holds that the threshold is not met.\n\n"
                                               "I set out both sightings",
                                               "A second opinion by 9 April"},
                  at(4, 2, 14), at(4, 9, 10));
  story.tell(casework::TimeAgreed{"stage-1", "stage-1-discussion", date(2026, 4, 10), "Priya Shah",
                                  "School holidays"},
             at(4, 2, 15));
  story.tell(casework::DutyDone{"tell-lead", "stage-1", "Rang Ines Calder"}, at(4, 9, 11));
  story.tell(casework::StageEntered{"stage-2", "stage-1", false,
                                    "The second opinion agreed with the first"},
             at(4, 13, 9), kManager);
  story.tell(casework::NoteAdded{"Absent from school today"}, at(4, 14, 9));
  story.tell(casework::StageEntered{"stage-3", "stage-2", false, "No reply to three calls"},
             at(4, 20, 9), kManager);
  return story;
}

inline void resolve(Story& story) {
  story.tell(
      casework::DiscussionRecorded{"stage-3", date(2026, 4, 21), "Meeting",
                                   "Olu Danso, head of service", "Both accounts were heard.", ""},
      at(4, 21, 16));
  story.tell(casework::CaseResolved{"stage-3", "An assessment starts on 22 April.", "Olu Danso",
                                    true, "Sightings by schools are to be logged"},
             at(4, 21, 17), kManager);
}

struct World {
  policy::Policy policy = make_policy();
  calendar::HolidaySet holidays{
      "england-and-wales",
      {{date(2026, 4, 3), "Good Friday", false}, {date(2026, 4, 6), "Easter Monday", false}},
      "0123456789ab"};
  casework::Setting setting{policy, holidays, kManager, at(4, 22, 14, 30)};
};

inline bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace example
