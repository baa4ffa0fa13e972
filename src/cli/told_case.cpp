#include "cli/told_case.h"

#include <algorithm>

#include "casework/next_steps.h"

namespace cli {
namespace {

using base::Error;
using base::ErrorCode;
using calendar::Instant;
using casework::Payload;
using casework::Setting;

constexpr calendar::TimeOfDay kMorning{9, 0};
const casework::Person kSomebody{"Practitioner", "Practitioner", "The concerned agency", ""};

Error wrong(const std::string& event, std::string message, std::string expected) {
  return Error{
      ErrorCode::kBadValue, std::move(message), {"--event " + event, ""}, "", std::move(expected)};
}

struct Told {
  std::string text;  // as it was typed
  std::string kind;  // "enter"
  std::string of;    // "stage-2"
  calendar::Date day{};
  Instant at;
};

base::Result<Told> told(const std::string& text) {
  const size_t equals = text.find('=');
  if (equals == std::string::npos) {
    return wrong(text, "An event is a name and a moment.", "NAME=2026-04-01T10:00");
  }
  Told event;
  event.text = text;
  const std::string name = text.substr(0, equals);
  const size_t colon = name.find(':');
  event.kind = name.substr(0, colon);
  if (colon != std::string::npos) event.of = name.substr(colon + 1);
  const base::Result<Instant> at = moment(text.substr(equals + 1));
  if (!at) return wrong(text, at.error().message, at.error().expected);
  event.at = *at;
  event.day = calendar::uk_date(*at);
  return event;
}

// Nothing when the name is not one of event_names().
std::optional<Payload> payload_of(const Told& event) {
  const bool agreed = event.of == "agreed";
  if (event.kind == "enter") {
    return casework::StageEntered{event.of, "", false, "Not resolved"};
  }
  if (event.kind == "discussion" || event.kind == "meeting") {
    return casework::DiscussionRecorded{
        "",
        event.day,
        event.kind == "meeting" ? casework::kMeetingChannel : "Telephone",
        "Both sides",
        "As recorded",
        agreed ? "An agreement" : ""};
  }
  if (event.kind == "reply") {
    return casework::ReplyReceived{"", event.day, "The other side", "As recorded", agreed};
  }
  if (event.kind == "time") {
    return casework::TimeAgreed{"", event.of, event.day, "The other side", ""};
  }
  if (event.kind == "notice") return casework::NoticeIssued{event.of, "", {}, ""};
  if (event.kind == "duty") return casework::DutyDone{event.of, "", "Done"};
  if (event.kind == "resolved") {
    return casework::CaseResolved{"", "An agreement", "The other side", false, ""};
  }
  return std::nullopt;
}

// What a form must hold, so that it can be issued.
void fill(casework::NoticeIssued& notice, const policy::Policy& policy) {
  const policy::Form* form = policy.form(notice.form);
  if (!form) return;
  for (const policy::FormField& field : form->fields) {
    if (!field.required) continue;
    auto& answer = notice.answers[field.id];
    switch (field.type) {
      case policy::FieldType::kText:
      case policy::FieldType::kLongText:
        answer = {"As recorded"};
        break;
      case policy::FieldType::kDate:
        answer = {"2026-01-02"};
        break;
      case policy::FieldType::kEmail:
        answer = {"somebody@agency.example"};
        break;
      case policy::FieldType::kChoiceOfMany:
        answer = {field.options.front()};
        break;
      case policy::FieldType::kYesNo:
        answer = {"Yes"};
        break;
    }
  }
}

// A duty of a stage is done at the stage that the case is in.
void place(casework::DutyDone& done, const casework::Case& state, const Setting& setting) {
  for (const casework::OwedDuty& owed : casework::duties(state, setting)) {
    if (owed.duty == done.duty && !owed.done) done.stage = owed.stage;
  }
}

casework::CaseOpened opening(const policy::Policy& policy, const CaseStart& start,
                             calendar::Date concern_arose) {
  casework::CaseOpened fact{};
  fact.reference = "CG-0000-0000";
  fact.area = policy.areas.empty() ? "" : policy.areas.front().id;
  fact.subject = {policy.subjects.front(), "Invented"};
  fact.responding = {"", "", "The other agency", ""};
  if (!policy.disagreements.empty()) fact.categories = {policy.disagreements.front().id};
  fact.decision = "A decision";
  fact.concern = "A concern";
  fact.impact = "An impact";
  fact.desired_outcome = "An outcome";
  fact.concern_arose = concern_arose;
  fact.immediate_risk = start.immediate_risk;
  if (start.immediate_risk) fact.risk_action = "As the procedure says";
  for (const auto& test : policy.tests) fact.tests[test.id] = true;
  for (const auto& exclusion : policy.exclusions) fact.exclusions[exclusion.id] = false;
  fact.priority = start.priority;
  fact.first_stage = start.first_stage.empty() ? policy.stages.front().id : start.first_stage;
  if (fact.first_stage != policy.stages.front().id) fact.direct_reason = "It cannot wait";
  return fact;
}

std::vector<Error> about(const std::string& event, std::vector<Error> errors) {
  for (Error& error : errors) error.where.file = "--event " + event;
  return errors;
}

}  // namespace

std::string event_names() {
  return "  concern_arose        the day the concern arose; the day of case_raised when left out\n"
         "  case_raised          when the case was opened; nine that morning when left out\n"
         "  enter:STAGE          a stage was entered\n"
         "  discussion[:agreed]  a discussion at the stage, without or with an agreement\n"
         "  meeting[:agreed]     a meeting at the stage\n"
         "  reply[:agreed]       the other side’s reply\n"
         "  time:CLOCK           the day agreed or declared for a clock (told when it was agreed\n"
         "                       by its place in the list)\n"
         "  notice:FORM          a notice was issued\n"
         "  duty:DUTY            a duty was done\n"
         "  resolved             the case was resolved\n";
}

base::Result<Instant> moment(const std::string& text) {
  const size_t t = text.find('T');
  const base::Result<calendar::Date> day = calendar::parse_iso(text.substr(0, t));
  const base::Result<calendar::TimeOfDay> time = t == std::string::npos
                                                     ? base::Result<calendar::TimeOfDay>(kMorning)
                                                     : calendar::parse_time(text.substr(t + 1));
  if (!day || !time) {
    return Error{ErrorCode::kBadDate,
                 "This is not a moment in UK time.",
                 {},
                 text,
                 "2026-04-01T10:00, or the day alone"};
  }
  return calendar::from_uk(*day, *time);
}

base::Result<ToldCase> tell(const policy::Policy& policy, const calendar::HolidaySet& holidays,
                            const CaseStart& start, const std::vector<std::string>& events) {
  std::optional<calendar::Date> arose;
  std::optional<Instant> raised;
  std::vector<Told> rest;
  for (const std::string& text : events) {
    base::Result<Told> read = told(text);
    if (!read) return read.errors();
    Told event = std::move(read).value();
    if (event.kind == "concern_arose") {
      arose = event.day;
    } else if (event.kind == "case_raised") {
      raised = event.at;
    } else {
      rest.push_back(std::move(event));
    }
  }
  if (!arose && !raised) {
    return wrong("", "Nothing says when it began.", "concern_arose=… or case_raised=…");
  }
  if (!raised) raised = calendar::from_uk(*arose, kMorning);
  if (!arose) arose = calendar::uk_date(*raised);
  // A time is agreed before it comes: when, its place in the list says.
  for (size_t i = 0; i < rest.size(); ++i) {
    if (rest[i].kind == "time") rest[i].at = i == 0 ? *raised : rest[i - 1].at;
  }
  std::stable_sort(rest.begin(), rest.end(),
                   [](const Told& a, const Told& b) { return a.at < b.at; });

  const Setting at_start{policy, holidays, kSomebody, *raised};
  auto opened = casework::open_case(at_start, std::string(32, '0'), opening(policy, start, *arose));
  if (!opened) return about("case_raised", opened.errors());
  auto folded = casework::fold({*opened});
  if (!folded) return folded.errors();
  ToldCase out{std::move(folded).value(), *raised};
  for (const Told& event : rest) {
    std::optional<Payload> payload = payload_of(event);
    if (!payload) return wrong(event.text, "There is no event with this name.", "one of --help");
    out.last = std::max(out.last, event.at);
    const Setting setting{policy, holidays, kSomebody, out.last};
    if (auto* notice = std::get_if<casework::NoticeIssued>(&*payload)) fill(*notice, policy);
    if (auto* done = std::get_if<casework::DutyDone>(&*payload)) place(*done, out.state, setting);
    auto decided = casework::decide(out.state, setting, {std::move(*payload), out.last});
    if (!decided) return about(event.text, decided.errors());
    casework::apply(out.state, *decided);
  }
  return out;
}

}  // namespace cli
