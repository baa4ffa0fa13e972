#include "documents/case_record.h"

#include <algorithm>

#include "base/text.h"
#include "casework/stage_words.h"
#include "documents/case_words.h"
#include "documents/stage_account.h"

namespace documents {
namespace {

using casework::Case;
using casework::CaseOpened;
using casework::Person;
using casework::Setting;

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

void add(KeyValues& facts, std::string_view key, std::string_view value) {
  if (!base::trimmed(value).empty()) facts.rows.push_back({std::string(key), std::string(value)});
}

KeyValues summary(const Case& state, const Setting& setting) {
  const CaseOpened& opened = state.opened.fact;
  KeyValues facts;
  add(facts, "Case reference", opened.reference);
  add(facts, subject_kind(opened.subject.kind), opened.subject.name);
  add(facts, "Status", status(state, setting.policy));
  add(facts, "Raised", calendar::in_words(state.opened.occurred_at));
  add(facts, "Procedure", setting.policy.title);
  if (state.policy_changes.empty()) {
    add(facts, "Version", opened.policy_version);
  } else {
    add(facts, "Version", state.policy_changes.back().fact.policy_version);
    add(facts, "Version it was raised under", opened.policy_version);
  }
  add(facts, "Partnership", partnership(setting.policy, state));
  add(facts, "Record made", calendar::in_words(setting.now));
  add(facts, "Made by", person_in_words(setting.author));
  add(facts, "Case file check code", casework::fingerprint(state));
  return facts;
}

Table parties(const Case& state) {
  Table table{"", {"Side", "Name", "Role", "Agency", "Email"}, {}};
  const auto row = [&](const char* side, const Person& person) {
    table.rows.push_back({side, person.name.empty() ? "Not known" : person.name, person.role,
                          person.agency, person.email});
  };
  row("Raised the disagreement", state.opened.author);
  row("Made the decision", state.opened.fact.responding);
  return table;
}

KeyValues disagreement(const Case& state, const policy::Policy& policy) {
  const CaseOpened& opened = state.opened.fact;
  std::vector<std::string> categories;
  for (const std::string& id : opened.categories) {
    categories.push_back(id);
    for (const policy::DisagreementArea& area : policy.disagreements) {
      if (area.id == id) categories.back() = area.text;
    }
  }
  KeyValues facts;
  add(facts, "What was decided or done", opened.decision);
  add(facts, "The concern", opened.concern);
  add(facts, "Impact", opened.impact);
  add(facts, "Outcome sought", opened.desired_outcome);
  add(facts, "Concern arose", calendar::in_words(opened.concern_arose));
  add(facts, "About", base::joined(categories, "\n"));
  const policy::Priority* priority = policy.priority(opened.priority);
  add(facts, "Priority", priority ? priority->title : opened.priority);
  add(facts, "Immediate risk of harm", opened.immediate_risk ? "Yes" : "No");
  add(facts, "What was done at once", opened.risk_action);
  add(facts, "Why it began at a later " + policy.stage_word, opened.direct_reason);
  return facts;
}

// The answers to "when to use" and to the exclusions, in the order of the policy that asked; then
// any it does not know.
Table scope(const CaseOpened& opened, const policy::Policy& policy) {
  Table table{"", {"Question", "Answer"}, {}};
  const auto word = [](bool yes) { return std::string(yes ? "Yes" : "No"); };
  const auto rows = [&](const auto& questions, const std::map<std::string, bool>& answers) {
    std::map<std::string, bool> left = answers;
    for (const auto& question : questions) {
      const auto answer = left.find(question.id);
      if (answer == left.end()) {
        table.rows.push_back({question.question, "Not answered"});
      } else {
        table.rows.push_back({question.question, word(answer->second)});
        left.erase(answer);
      }
    }
    for (const auto& [id, yes] : left) table.rows.push_back({id, word(yes)});
  };
  rows(policy.tests, opened.tests);
  rows(policy.exclusions, opened.exclusions);
  return table;
}

void add_outcome(std::vector<Block>& blocks, const Case& state) {
  KeyValues facts;
  if (state.resolved) {
    const auto& resolved = *state.resolved;
    add(facts, "Resolved", calendar::in_words(resolved.occurred_at));
    add(facts, "Outcome agreed", resolved.fact.outcome);
    add(facts, "Agreed with", resolved.fact.agreed_with);
    add(facts, "Debrief held", resolved.fact.debrief_held ? "Yes" : "No");
    add(facts, "Learning for the partnership", resolved.fact.learning);
    add(facts, "Recorded by", person_in_words(resolved.author));
  }
  if (state.withdrawn) {
    add(facts, "Withdrawn", calendar::in_words(state.withdrawn->occurred_at));
    add(facts, "Reason", state.withdrawn->fact.reason);
    add(facts, "Recorded by", person_in_words(state.withdrawn->author));
  }
  blocks.push_back(Heading{2, "Outcome"});
  if (facts.rows.empty()) {
    blocks.push_back(Paragraph{"No outcome is recorded. The case is open.", Emphasis::kHint});
  } else {
    blocks.push_back(std::move(facts));
  }
}

void add_notes(std::vector<Block>& blocks, const Case& state) {
  if (state.notes.empty()) return;
  blocks.push_back(Heading{2, "Notes"});
  for (const auto& note : state.notes) {
    std::string heading = calendar::in_words(note.occurred_at);
    heading += ", " + person_in_words(note.author);
    blocks.push_back(Heading{3, std::move(heading)});
    blocks.push_back(Paragraph{note.fact.text});
  }
}

Table chronology_table(const Case& state, const Setting& setting) {
  Table table{"", {"Happened", "Written down", "Who", "What"}, {}};
  for (const ChronologyEntry& entry : chronology(state, setting, Detail::kBrief)) {
    table.rows.push_back({entry.happened,
                          entry.late ? entry.recorded + " (late entry)" : entry.recorded, entry.who,
                          entry.what});
  }
  return table;
}

// What two devices wrote apart and what no longer fitted: in no stage's account, so told here in
// full.
void add_conflicts(std::vector<Block>& blocks, const Case& state, const Setting& setting) {
  Table table{"", {"Happened", "Written down", "Who", "What"}, {}};
  for (const ChronologyEntry& entry : chronology(state, setting, Detail::kFull)) {
    const auto& ids = state.conflicts;
    if (std::find(ids.begin(), ids.end(), entry.event_id) == ids.end()) continue;
    table.rows.push_back({entry.happened, entry.recorded, entry.who, entry.what});
  }
  if (table.rows.empty()) return;
  blocks.push_back(Heading{2, "Entries that disagree"});
  blocks.push_back(
      Paragraph{"These were written on another device while the case had already moved on. They "
                "stand as they were "
                "written; the account above follows the earlier entries.",
                Emphasis::kWarning});
  blocks.push_back(std::move(table));
}

}  // namespace

Document case_record(const Case& state, const Setting& setting) {
  const CaseOpened& opened = state.opened.fact;
  const policy::Policy& raised_under = version(state, setting, opened.policy_hash);
  Document document;
  document.reference = opened.reference;
  document.title = "Case record, " + opened.reference;
  document.fingerprint = casework::fingerprint(state);
  document.author = person_in_words(setting.author);
  document.created = calendar::iso(setting.now);

  std::vector<Block>& blocks = document.blocks;
  blocks.push_back(Heading{1, "Case record"});
  blocks.push_back(summary(state, setting));
  blocks.push_back(Heading{2, "Parties"});
  blocks.push_back(parties(state));
  blocks.push_back(Heading{2, "The disagreement"});
  blocks.push_back(disagreement(state, raised_under));
  blocks.push_back(Heading{2, "Whether this procedure applies"});
  if (Table answers = scope(opened, raised_under); !answers.rows.empty()) {
    blocks.push_back(std::move(answers));
  }
  if (!opened.scope_reason.empty()) {
    blocks.push_back(Paragraph{"Why it is used: " + sentence(opened.scope_reason)});
  }
  add_stage_accounts(blocks, state, setting);
  add_outcome(blocks, state);
  add_notes(blocks, state);
  add_conflicts(blocks, state, setting);
  blocks.push_back(Heading{2, "Chronology"});
  blocks.push_back(chronology_table(state, setting));
  return document;
}

}  // namespace documents
