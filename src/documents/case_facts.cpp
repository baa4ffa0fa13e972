#include "documents/case_facts.h"

#include <string>

#include "base/text.h"
#include "casework/stage_words.h"
#include "documents/case_words.h"

namespace documents {
namespace {

using casework::Case;

std::string subject_kind(const std::string& kind) {
  if (kind == "unborn") return "Unborn child";
  std::string word = kind.empty() ? std::string("subject") : kind;
  if (word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

std::string status(const Case& state, const policy::Policy& policy) {
  const std::string at = casework::stage_in_words(policy, state.stage());
  if (state.resolved) {
    return "Resolved at " + at + " on " +
           calendar::in_words(calendar::uk_date(state.resolved->occurred_at));
  }
  if (state.withdrawn) {
    return "Withdrawn at " + at + " on " +
           calendar::in_words(calendar::uk_date(state.withdrawn->occurred_at));
  }
  return "Open, at " + at;
}

}  // namespace

void add_fact(KeyValues& facts, std::string_view key, std::string_view value) {
  if (!base::trimmed(value).empty()) facts.rows.push_back({std::string(key), std::string(value)});
}

KeyValues case_facts(const Case& state, const casework::Setting& setting, std::string_view made) {
  const casework::CaseOpened& opened = state.opened.fact;
  KeyValues facts;
  add_fact(facts, "Case reference", opened.reference);
  add_fact(facts, subject_kind(opened.subject.kind), opened.subject.name);
  add_fact(facts, "Status", status(state, setting.policy));
  add_fact(facts, "Raised", calendar::in_words(state.opened.occurred_at));
  add_fact(facts, "Procedure", setting.policy.title);
  if (state.policy_changes.empty()) {
    add_fact(facts, "Version", opened.policy_version);
  } else {
    add_fact(facts, "Version", state.policy_changes.back().fact.policy_version);
    add_fact(facts, "Version it was raised under", opened.policy_version);
  }
  add_fact(facts, "Partnership", partnership(setting.policy, state));
  add_fact(facts, made, calendar::in_words(setting.now));
  add_fact(facts, "Made by", person_in_words(setting.author));
  add_fact(facts, "Case file check code", casework::fingerprint(state));
  return facts;
}

}  // namespace documents
