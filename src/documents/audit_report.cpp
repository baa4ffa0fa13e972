#include "documents/audit_report.h"

#include <string>
#include <utility>
#include <vector>

#include "casework/audit_words.h"
#include "documents/case_facts.h"
#include "documents/case_words.h"

namespace documents {
namespace {

using casework::Audit;
using casework::AuditRemark;
using casework::Case;
using casework::Requirement;
using casework::Setting;

// The rule in the procedure's words, with its time, its force and its source, a line each.
std::string required(const Requirement& row, const Case& state, const Setting& setting) {
  std::string text = sentence(row.text);
  if (!row.detail.empty()) text += "\n" + sentence(row.detail);
  const std::string force = casework::force_in_words(row);
  if (!force.empty()) text += "\n" + sentence(force);
  return text + "\n" + casework::source_of(row.cite, row.policy_hash, state, setting);
}

std::string or_else(std::string text, const char* otherwise) {
  return text.empty() ? otherwise : text;
}

Table table_of(const Audit& audit, size_t passage, const Case& state, const Setting& setting) {
  Table table{"", {"What the procedure asks", "By", "What is recorded", "Finding"}, {}};
  for (const Requirement& row : audit.requirements) {
    if (row.passage != passage) continue;
    table.rows.push_back({required(row, state, setting),
                          or_else(casework::by_in_words(row), "No date"),
                          or_else(casework::record_in_words(row), "Nothing"),
                          casework::finding_in_words(row, state, setting)});
  }
  return table;
}

Table remarks_of(const Audit& audit, const Case& state, const Setting& setting) {
  Table table{"", {"Where", "What is recorded", "Reason recorded"}, {}};
  for (const AuditRemark& remark : audit.remarks) {
    const bool whole = remark.passage == casework::kNoPassage;
    const std::string where =
        whole ? "Whole case"
              : stage_label(version(state, setting, state.passages[remark.passage].policy_hash),
                            state.passages[remark.passage].stage);
    std::string text = remark.text;
    if (remark.cite) {
      text += "\n" + casework::source_of(*remark.cite, remark.policy_hash, state, setting);
    }
    table.rows.push_back({where, std::move(text), or_else(sentence(remark.reason), "None")});
  }
  return table;
}

void add_table(std::vector<Block>& blocks, std::string title, Table table) {
  if (table.rows.empty()) return;
  blocks.push_back(Heading{2, std::move(title)});
  blocks.push_back(std::move(table));
}

}  // namespace

Document audit_report(const Case& state, const Setting& setting) {
  const Audit audit = casework::audit(state, setting);
  Document document;
  document.reference = state.opened.fact.reference;
  document.title = kAuditTitle + (", " + document.reference);
  document.fingerprint = casework::fingerprint(state);
  document.author = person_in_words(setting.author);
  document.created = calendar::iso(setting.now);

  std::vector<Block>& blocks = document.blocks;
  blocks.push_back(Heading{1, kAuditTitle});
  blocks.push_back(case_facts(state, setting, "Looked at"));
  blocks.push_back(Paragraph{casework::in_words(casework::counts(audit)), Emphasis::kStrong});
  blocks.push_back(
      Paragraph{"What is not recorded may have been done all the same, and there may be good "
                "reasons where it was not. The procedure guides; the professional decides.",
                Emphasis::kHint});
  for (size_t i = 0; i < state.passages.size(); ++i) {
    const casework::StagePassage& passage = state.passages[i];
    add_table(blocks, stage_heading(version(state, setting, passage.policy_hash), passage.stage),
              table_of(audit, i, state, setting));
  }
  add_table(blocks, "The whole case", table_of(audit, casework::kNoPassage, state, setting));
  add_table(blocks, "Recorded besides", remarks_of(audit, state, setting));
  return document;
}

}  // namespace documents
