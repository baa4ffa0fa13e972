// Raising a case: what must be known before it can be opened.
#include <algorithm>

#include "base/text.h"
#include "casework/fact_checks.h"
#include "casework/stage_words.h"

namespace casework {
namespace {

using base::ErrorCode;

void check_area(CaseOpened& fact, const policy::Policy& policy, FormErrors& errors) {
  if (policy.areas.empty()) {
    fact.area.clear();
  } else if (fact.area.empty() && policy.areas.size() == 1) {
    fact.area = policy.areas.front().id;
  } else if (!policy.area(fact.area)) {
    errors.add(fact.area.empty() ? ErrorCode::kRequired : ErrorCode::kMissingReference, "area",
               "Select the area that the child lives in", nullptr, fact.area);
  }
}

void check_people(const CaseOpened& fact, const policy::Policy& policy, FormErrors& errors) {
  const auto& kinds = policy.subjects;
  if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), fact.subject.kind) == kinds.end()) {
    errors.add(fact.subject.kind.empty() ? ErrorCode::kRequired : ErrorCode::kMissingReference,
               "subject.kind", "Select who the disagreement is about", nullptr, fact.subject.kind);
  }
  errors.require(fact.subject.name, "subject.name", "Enter a name, initials or a reference");
  errors.require(fact.responding.agency, "responding.agency",
                 "Enter the agency that made the decision or took the action");
  errors.check_email(fact.responding.email, "responding.email");
}

void check_categories(CaseOpened& fact, const policy::Policy& policy, FormErrors& errors) {
  std::sort(fact.categories.begin(), fact.categories.end());
  fact.categories.erase(std::unique(fact.categories.begin(), fact.categories.end()),
                        fact.categories.end());
  for (const std::string& category : fact.categories) {
    const bool known = std::any_of(policy.disagreements.begin(), policy.disagreements.end(),
                                   [&](const auto& area) { return area.id == category; });
    if (known) continue;
    errors.add(ErrorCode::kMissingReference, "categories",
               "Select what the disagreement is about from the list", nullptr, category);
  }
}

void check_date(const CaseOpened& fact, const Setting& setting, FormErrors& errors) {
  if (!fact.concern_arose.ok()) {
    errors.add(ErrorCode::kRequired, "concern_arose", "Enter the date the concern arose");
  } else if (fact.concern_arose > calendar::uk_date(setting.now)) {
    errors.add(ErrorCode::kRefused, "concern_arose",
               "The date the concern arose must be today or in the past", nullptr,
               calendar::in_words(fact.concern_arose));
  }
}

// Questions answered, none invented. Returns the citation of the first answer that speaks against
// this procedure: a test answered no, an exclusion answered yes.
template <typename Question>
const policy::Citation* check_answers(const std::vector<Question>& questions,
                                      const std::map<std::string, bool>& answers, bool against,
                                      const std::string& key, FormErrors& errors) {
  const policy::Citation* first = nullptr;
  for (const Question& question : questions) {
    const auto answer = answers.find(question.id);
    if (answer == answers.end()) {
      errors.add(ErrorCode::kRequired, key + "." + question.id,
                 "Select yes or no: " + question.question, &question.cite);
    } else if (answer->second == against && !first) {
      first = &question.cite;
    }
  }
  for (const auto& [id, yes] : answers) {
    const bool asked =
        std::any_of(questions.begin(), questions.end(),
                    [&, wanted = id](const Question& question) { return question.id == wanted; });
    if (asked) continue;
    errors.add(ErrorCode::kMissingReference, key + "." + id,
               "This procedure does not ask that question", nullptr, id);
  }
  return first;
}

void check_scope(const CaseOpened& fact, const policy::Policy& policy, FormErrors& errors) {
  const auto* failed = check_answers(policy.tests, fact.tests, false, "tests", errors);
  const auto* excluded =
      check_answers(policy.exclusions, fact.exclusions, true, "exclusions", errors);
  const policy::Citation* against = excluded ? excluded : failed;
  if (!against || !fact.scope_reason.empty()) return;
  errors.add(ErrorCode::kRequired, "scope_reason",
             excluded
                 ? "Say why you are using this procedure although another one covers this"
                 : "Say why you are using this procedure although not all its conditions are met",
             against);
}

void check_priority(CaseOpened& fact, const policy::Policy& policy, FormErrors& errors) {
  if (policy.priorities.empty()) {
    fact.priority.clear();
  } else if (!policy.priority(fact.priority)) {
    errors.add(fact.priority.empty() ? ErrorCode::kRequired : ErrorCode::kMissingReference,
               "priority", "Select which priority applies", &policy.priorities.front().cite,
               fact.priority);
  }
}

void check_first_stage(CaseOpened& fact, const policy::Policy& policy, FormErrors& errors) {
  if (fact.first_stage.empty()) {
    errors.add(ErrorCode::kRequired, "first_stage",
               "Select the " + policy.stage_word + " to start at");
  } else if (!policy.stage(fact.first_stage)) {
    errors.add(ErrorCode::kMissingReference, "first_stage",
               "Select a " + policy.stage_word + " of this procedure", nullptr, fact.first_stage);
  } else if (fact.first_stage == policy.stages.front().id) {
    fact.direct_reason.clear();
  } else {
    errors.require(fact.direct_reason, "direct_reason",
                   "Say why the case starts at " + stage_in_words(policy, fact.first_stage));
  }
}

}  // namespace

void check_opening(CaseOpened& fact, const Setting& setting, FormErrors& errors) {
  const policy::Policy& policy = setting.policy;
  fact.policy_id = policy.id;
  fact.policy_version = policy.version;
  fact.policy_hash = policy.hash;
  errors.require(fact.reference, "reference", "Enter a reference for the case");
  check_area(fact, policy, errors);
  check_people(fact, policy, errors);
  check_categories(fact, policy, errors);
  check_scope(fact, policy, errors);
  errors.require(fact.decision, "decision", "Enter what was decided or done");
  errors.require(fact.concern, "concern", "Enter why it worries you");
  check_date(fact, setting, errors);
  check_priority(fact, policy, errors);
  check_first_stage(fact, policy, errors);
}

}  // namespace casework
