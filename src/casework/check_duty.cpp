// Duties ticked off and notices issued.
#include <algorithm>

#include "base/text.h"
#include "casework/duty_record.h"
#include "casework/fact_checks.h"
#include "casework/stage_words.h"

namespace casework {
namespace {

using base::ErrorCode;
using policy::FieldType;
using policy::FormField;

constexpr size_t kLabelLength = 80;

// ISO, or as people write it: "4 June 2026".
bool is_date(const std::string& text) {
  if (calendar::parse_iso(text)) return true;
  const size_t first = text.find(' ');
  const size_t last = text.rfind(' ');
  if (first == std::string::npos || first == last) return false;
  return calendar::parse_fields(text.substr(0, first), text.substr(first + 1, last - first - 1),
                                text.substr(last + 1), "The date")
      .ok();
}

std::string missing_message(const FormField& field, const std::string& label) {
  switch (field.type) {
    case FieldType::kChoiceOfMany:
      return "Select at least one: " + label;
    case FieldType::kYesNo:
      return "Select yes or no: " + label;
    case FieldType::kText:
    case FieldType::kLongText:
    case FieldType::kDate:
    case FieldType::kEmail:
      break;
  }
  return "Enter an answer: " + label;
}

void check_answer(const FormField& field, const std::vector<std::string>& values,
                  FormErrors& errors) {
  const std::string pointer = "answers." + field.id;
  const std::string label = base::shortened(base::trimmed(field.label), kLabelLength);
  if (values.empty()) {
    if (field.required) errors.add(ErrorCode::kRequired, pointer, missing_message(field, label));
    return;
  }
  if (field.type == FieldType::kChoiceOfMany) {
    for (const std::string& value : values) {
      if (std::find(field.options.begin(), field.options.end(), value) != field.options.end())
        continue;
      errors.add(ErrorCode::kBadValue, pointer, "Select from the list: " + label, nullptr, value);
    }
    return;
  }
  const bool yes_or_no = values.front() == "Yes" || values.front() == "No";
  if (field.type == FieldType::kYesNo && (values.size() != 1 || !yes_or_no)) {
    errors.add(ErrorCode::kBadValue, pointer, "Select yes or no: " + label, nullptr,
               values.front());
  } else if (values.size() != 1) {
    errors.add(ErrorCode::kBadValue, pointer, "Enter one answer: " + label, nullptr,
               std::to_string(values.size()) + " answers");
  } else if (field.type == FieldType::kDate && !is_date(values.front())) {
    errors.add(ErrorCode::kBadDate, pointer, "Enter a real date, like 4 June 2026: " + label,
               nullptr, values.front());
  } else if (field.type == FieldType::kEmail) {
    errors.check_email(values.front(), pointer);
  }
}

// The stage that a duty is owed at, or has been, or will be next.
bool may_be_owed_at(const policy::Duty& duty, const std::string& stage,
                    const CheckedCommand& command) {
  if (!names_stage(duty.stages, stage)) return false;
  if (was_at(command.state, stage)) return true;
  return duty.when == policy::DutyMoment::kBeforeEntry &&
         leads_to(command.setting.policy, command.state.stage(), stage);
}

}  // namespace

void check(DutyDone& fact, CheckedCommand& command) {
  const Case& state = command.state;
  const policy::Policy& policy = command.setting.policy;
  FormErrors& errors = command.errors;
  const policy::Duty* duty = policy.duty(fact.duty);
  if (!duty) {
    errors.add(ErrorCode::kMissingReference, "duty",
               "Select something that this procedure asks for", nullptr, fact.duty);
    return;
  }
  if (!is_per_stage(duty->when)) {
    fact.stage.clear();
  } else if (fact.stage.empty() && duty->when != policy::DutyMoment::kBeforeEntry) {
    fact.stage = state.stage();
  }
  if (duty->action == policy::DutyAction::kNotice) {
    const policy::Form* form = policy.form(duty->form);
    errors.add(ErrorCode::kRefused, "duty",
               "This is done by completing the " +
                   (form ? title_within_sentence(form->title) : duty->form),
               &duty->cite, fact.duty);
  } else if (needs_record(*duty)) {
    errors.add(ErrorCode::kRefused, "duty", "This is done by recording the discussion", &duty->cite,
               fact.duty);
  } else if (is_after_resolution(duty->when) && !state.resolved) {
    errors.add(ErrorCode::kRefused, "duty", "This is asked for once the case is resolved",
               &duty->cite, fact.duty);
  } else if (is_per_stage(duty->when) && !may_be_owed_at(*duty, fact.stage, command)) {
    errors.add(
        ErrorCode::kRefused, "stage",
        "This is not asked for at " +
            (fact.stage.empty() ? "that " + policy.stage_word : stage_in_words(policy, fact.stage)),
        &duty->cite, fact.stage);
  } else if (duty_record(state, policy, *duty, fact.stage)) {
    errors.add(ErrorCode::kRefused, "duty", "This is recorded as done already", nullptr, fact.duty);
  }
}

void check(NoticeIssued& fact, CheckedCommand& command) {
  const policy::Policy& policy = command.setting.policy;
  FormErrors& errors = command.errors;
  if (fact.stage.empty()) fact.stage = command.state.stage();
  if (!was_at(command.state, fact.stage)) {
    errors.add(ErrorCode::kRefused, "stage",
               "The case has not been at " + stage_in_words(policy, fact.stage), nullptr,
               fact.stage);
  }
  errors.check_email(fact.copied_to, "copied_to");
  const policy::Form* form = policy.form(fact.form);
  if (!form) {
    errors.add(ErrorCode::kMissingReference, "form", "Select a form of this procedure", nullptr,
               fact.form);
    return;
  }
  for (const FormField& field : form->fields) {
    const auto answer = fact.answers.find(field.id);
    check_answer(field, answer == fact.answers.end() ? std::vector<std::string>() : answer->second,
                 errors);
  }
  for (const auto& answer : fact.answers) {
    const bool asked =
        std::any_of(form->fields.begin(), form->fields.end(),
                    [&](const FormField& field) { return field.id == answer.first; });
    if (asked) continue;
    errors.add(ErrorCode::kUnknownKey, "answers." + answer.first, "The form has no such field",
               nullptr, answer.first);
  }
}

}  // namespace casework
