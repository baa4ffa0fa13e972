#include "documents/readiness.h"

#include <algorithm>

#include "base/text.h"
#include "casework/next_steps.h"
#include "casework/stage_words.h"
#include "documents/case_words.h"

namespace documents {
namespace {

using casework::Case;
using casework::Setting;
using policy::Form;
using policy::FormField;
using policy::Prefill;

std::string key_of(const FormField& field) {
  return "answers." + field.id;
}
std::string named(const FormField& field) {
  return "“" + base::shortened(field.label, 60) + "”";
}

std::string answer(const FormField& field, const Answers& answers) {
  const auto found = answers.find(field.id);
  return found == answers.end() ? ""
                                : std::string(base::trimmed(base::joined(found->second, "\n")));
}

Check answers_given(const Form& form, const Answers& answers) {
  Check check{"Answers", "Every question has an answer."};
  std::vector<std::string> left;
  for (const FormField& field : form.fields) {
    if (!answer(field, answers).empty()) continue;
    left.push_back(named(field));
    if (!field.required || !check.ready) continue;
    check.ready = false;
    check.field = key_of(field);
  }
  if (left.empty()) return check;
  check.hint = (check.ready ? "What must be answered is. Left empty: " : "Left empty: ") +
               base::listed(left) + ".";
  return check;
}

Check recipient(const Form& form, const Case& state, const policy::Policy& policy) {
  Check check{"Recipient", ""};
  const std::string to = sent_to(form, state, policy), copy = copied_to(form, state, policy);
  if (!to.empty()) {
    check.hint = "It goes to " + to + ".";
  } else if (form.send_to.empty()) {
    check.hint = "It goes to the people you deal with at " +
                 casework::stage_in_words(policy, state.stage()) + ".";
  } else {
    check.hint = "The procedure gives no address that it goes to.";
    check.ready = false;
  }
  if (!copy.empty()) {
    check.hint += " A copy goes to " + copy + ".";
  } else if (!form.copy_to.empty()) {
    check.hint += " The procedure gives no address for the copy.";
    check.ready = false;
  }
  check.of_case = !check.ready;
  return check;
}

// The day is no earlier than the concern and the entry into its stage, and no later than today.
std::string wrong_day(const std::string& what, casework::Date day, size_t passage,
                      const Case& state, const Setting& setting) {
  const std::string told = what + " of " + calendar::in_words(day) + " is dated ";
  if (day > calendar::uk_date(setting.now)) return told + "in the future.";
  const casework::Date arose = state.opened.fact.concern_arose;
  if (day < arose) return told + "before the concern arose on " + calendar::in_words(arose) + ".";
  if (passage == 0 || passage >= state.passages.size()) return "";  // talks come before a case
  const casework::StagePassage& at = state.passages[passage];
  const casework::Date entered = calendar::uk_date(at.entered_at);
  if (day >= entered) return "";
  return told + "before " + casework::stage_in_words(setting.policy, at.stage) +
         " was entered on " + calendar::in_words(entered) + ".";
}

Check dates(const Form& form, const Answers& answers, const Case& state, const Setting& setting) {
  Check check{"Dates", "The days of the case follow each other."};
  std::string wrong;
  for (const auto& each : state.discussions) {
    if (wrong.empty())
      wrong = wrong_day("The discussion", each.fact.held_on, each.passage, state, setting);
  }
  for (const auto& each : state.replies) {
    if (wrong.empty())
      wrong = wrong_day("The reply", each.fact.received_on, each.passage, state, setting);
  }
  check.of_case = !wrong.empty();
  const casework::Date today = calendar::uk_date(setting.now);
  for (const FormField& field : form.fields) {
    if (!wrong.empty() || field.type != policy::FieldType::kDate) continue;
    const auto day = calendar::parse_iso(answer(field, answers));
    if (!day) continue;
    if (field.prefill == Prefill::kToday && *day != today) {
      wrong = named(field) + " says " + calendar::in_words(*day) + "; today is " +
              calendar::in_words(today) + ".";
    } else if (field.prefill == Prefill::kTimeSet && *day < today) {
      wrong = named(field) + " says " + calendar::in_words(*day) + ", which has passed.";
    }
    if (!wrong.empty()) check.field = key_of(field);
  }
  if (wrong.empty()) return check;
  check.ready = false;
  check.hint = std::move(wrong);
  return check;
}

// What the side that writes owes where the case stands, but for what this form does itself.
void add_duties(std::vector<Check>& checks, const Form& form, const Case& state,
                const Setting& setting) {
  std::vector<std::string> open;
  bool any = false;
  for (const casework::OwedDuty& owed : casework::duties(state, setting)) {
    const policy::Duty* duty = setting.policy.duty(owed.duty);
    const bool here = owed.stage.empty() || owed.stage == state.stage();
    const bool afterwards = duty && (duty->when == policy::DutyMoment::kOnResolution ||
                                     duty->when == policy::DutyMoment::kAfterwards);
    if (!here || afterwards || owed.form == form.id || owed.force == policy::Force::kIndicative ||
        owed.by != policy::Party::Side::kConcerned) {
      continue;
    }
    any = true;
    if (!owed.done) open.push_back(owed.text);
  }
  if (!any) return;
  Check check{"What comes before it", "What the procedure asks by now is recorded as done."};
  if (!open.empty()) {
    const size_t more = open.size() - std::min<size_t>(open.size(), 3);
    open.resize(open.size() - more);
    check.ready = false;
    check.of_case = true;
    check.hint = "Not recorded as done yet: " + base::joined(open, "; ") +
                 (more > 0 ? "; and " + base::number_word(int(more)) + " more." : ".");
  }
  checks.push_back(std::move(check));
}

void add_times(std::vector<Check>& checks, const Case& state, const Setting& setting) {
  bool any = false;
  for (const casework::RunningClock& clock : casework::clocks(state, setting)) {
    any = any || clock.status == casework::ClockStatus::kRunning ||
          clock.status == casework::ClockStatus::kDueToday;
    if (clock.status != casework::ClockStatus::kOverdue) continue;
    checks.push_back(
        {"Times",
         sentence(clock.what + ": " +
                  casework::within_sentence(casework::status_in_words(clock, setting))) +
             " Say why in the notice, if you can.",
         false, "", true});
    return;
  }
  if (any) checks.push_back({"Times", "No time that runs now has passed."});
}

bool holds(const std::string& text, const std::string& account) {
  const auto lines = base::split_lines(account);
  return lines.empty() || text.find(lines.front().substr(0, 40)) != text.npos;
}

// What the case holds and the answer does not: recorded since the answer was filled in, or left
// out.
std::string missing(const FormField& field, const std::string& text, const Case& state) {
  switch (field.prefill) {
    case Prefill::kStageRecords:
    case Prefill::kChronology:
      for (const auto& each : state.discussions) {
        if (casework::names_stage(field.prefill_stages, each.fact.stage) &&
            !holds(text, each.fact.account)) {
          return "the discussion of " + calendar::in_words(each.fact.held_on);
        }
      }
      for (const auto& each : state.replies) {
        if (casework::names_stage(field.prefill_stages, each.fact.stage) &&
            !holds(text, each.fact.account)) {
          return "the reply of " + calendar::in_words(each.fact.received_on);
        }
      }
      return "";
    case Prefill::kOutcome:
      if (!state.resolved || holds(text, state.resolved->fact.outcome)) return "";
      return "the outcome as it is recorded";
    case Prefill::kIsResolved:
      return state.resolved && text == "No" ? "that the case is resolved" : "";
    default:
      return "";
  }
}

void add_what_is_missing(std::vector<Check>& checks, const Form& form, const Answers& answers,
                         const Case& state) {
  bool any = false;
  for (const FormField& field : form.fields) {
    any = any || field.prefill == Prefill::kStageRecords || field.prefill == Prefill::kChronology ||
          field.prefill == Prefill::kOutcome || field.prefill == Prefill::kIsResolved;
    const std::string what = missing(field, answer(field, answers), state);
    if (what.empty()) continue;
    checks.push_back({"What the case holds", named(field) + " does not hold " + what + ".", false,
                      key_of(field)});
    return;
  }
  if (any) checks.push_back({"What the case holds", "What is recorded so far is in it."});
}

bool add_remarks(std::vector<Check>& checks, const std::string& title, const std::string& field,
                 const std::vector<Remark>& found) {
  std::string hint;
  for (const Remark& remark : found) hint += (hint.empty() ? "" : " ") + remark.words;
  if (hint.empty()) return false;
  checks.push_back({title, std::move(hint), false, field});
  return true;
}

void add_fine_words(std::vector<Check>& checks) {
  checks.push_back({"How it reads", "It says what happened, who and when."});
}

}  // namespace

std::vector<Check> readiness(const Form& form, const Answers& answers, const Case& state,
                             const Setting& setting) {
  std::vector<Check> checks = {answers_given(form, answers)};
  if (form.kind == Form::Kind::kNotice) {
    checks.push_back(recipient(form, state, setting.policy));
    add_duties(checks, form, state, setting);
  }
  checks.push_back(dates(form, answers, state, setting));
  if (form.kind == Form::Kind::kNotice) add_times(checks, state, setting);
  add_what_is_missing(checks, form, answers, state);
  const RemarkContext context = remark_context(state, setting.policy);
  bool any = false, remarked = false;
  for (const FormField& field : form.fields) {
    const std::string text = answer(field, answers);
    const Purpose purpose = purpose_of(field);
    if (text.empty() || purpose == Purpose::kNone) continue;
    any = true;
    remarked |= add_remarks(checks, named(field), key_of(field), remarks(text, purpose, context));
  }
  if (any && !remarked) add_fine_words(checks);
  return checks;
}

std::vector<Check> readiness(const casework::CaseOpened& opening, const policy::Policy& policy) {
  std::vector<Check> checks;
  int met = 0;
  for (const auto& [id, yes] : opening.tests) met += yes ? 1 : 0;
  const int all = static_cast<int>(opening.tests.size());
  bool excluded = false;
  for (const auto& [id, yes] : opening.exclusions) excluded = excluded || yes;
  if (excluded) {
    checks.push_back({"The right procedure",
                      "Another procedure may cover this. You say why it is "
                      "recorded here.",
                      false, "exclusions"});
  } else if (met < all) {
    checks.push_back(
        {"The right procedure",
         "Its conditions: " + std::to_string(met) + " of " + std::to_string(all) + " are met.",
         false, "tests"});
  } else if (all > 0) {
    checks.push_back({"The right procedure", "All its conditions are met."});
  }
  if (opening.immediate_risk && opening.risk_action.empty()) {
    checks.push_back({"Immediate risk", "Nothing is recorded as done yet.", false, "risk_action"});
  }
  const RemarkContext context = remark_context(opening, policy);
  bool remarked = add_remarks(checks, "The decision", "decision",
                              remarks(opening.decision, Purpose::kAccount, context));
  remarked |= add_remarks(checks, "Why you disagree", "concern",
                          remarks(opening.concern, Purpose::kConcern, context));
  const bool impact_asked =
      std::any_of(policy.forms.begin(), policy.forms.end(), [](const Form& form) {
        return std::any_of(form.fields.begin(), form.fields.end(), [](const FormField& field) {
          return field.required && field.prefill == Prefill::kImpact;
        });
      });
  if (impact_asked && opening.impact.empty()) {
    checks.push_back({"What it is likely to mean",
                      casework::procedure_in_words(policy) + " asks for it in its notice.", false,
                      "impact"});
  } else if (!opening.impact.empty()) {
    remarked |= add_remarks(checks, "What it is likely to mean", "impact",
                            remarks(opening.impact, Purpose::kAnswer, context));
  }
  remarked |= add_remarks(checks, "The outcome you are seeking", "desired_outcome",
                          remarks(opening.desired_outcome, Purpose::kOutcome, context));
  if (!remarked) add_fine_words(checks);
  return checks;
}

RemarkContext remark_context(const casework::CaseOpened& opening, const policy::Policy& policy) {
  RemarkContext context;
  context.subject = opening.subject.name;
  context.names = {opening.responding.name};
  context.known = policy.title + " " + policy.short_title + " " + policy.partnership + " " +
                  opening.subject.name + " " + opening.responding.name + " " +
                  opening.responding.agency;
  if (const policy::Area* area = policy.area(opening.area))
    context.known += " " + area->partnership;
  for (const policy::Contact& contact : policy.contacts) context.known += " " + contact.name;
  return context;
}

RemarkContext remark_context(const Case& state, const policy::Policy& policy) {
  RemarkContext context = remark_context(state.opened.fact, policy);
  context.names.push_back(state.opened.author.name);
  context.known += " " + state.opened.author.agency;
  for (const auto& each : state.discussions) context.names.push_back(each.fact.with);
  for (const auto& each : state.replies) context.names.push_back(each.fact.from);
  return context;
}

}  // namespace documents
