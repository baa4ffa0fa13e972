#include "casework/audit_words.h"

#include <vector>

#include "base/text.h"
#include "casework/stage_facts.h"
#include "casework/stage_words.h"
#include "policy/words.h"

namespace casework {
namespace {

const policy::Policy& version_for(const std::string& hash, const Case& state,
                                  const Setting& setting) {
  const policy::Policy* policy = version_of(state, setting, hash);
  return policy ? *policy : setting.policy;
}

std::string at_stage(const Requirement& row, const policy::Policy& policy) {
  return row.stage.empty() ? "" : " at " + stage_in_words(policy, row.stage);
}

// "No discussion is recorded at stage 1"
std::string missing_in_words(const Requirement& row, const policy::Policy& policy) {
  const std::string discussion = "No discussion is recorded" + at_stage(row, policy);
  switch (row.kind) {
    case RequirementKind::kDiscussion:
      return discussion;
    case RequirementKind::kNotice: {
      const policy::Form* form = policy.form(row.form);
      return (form ? "The " + title_within_sentence(form->title) : "The notice") +
             " is not recorded as issued";
    }
    case RequirementKind::kTime:
      return "No time is recorded";
    case RequirementKind::kClock:
      switch (row.met_by) {
        case policy::MetBy::kRecord:
          return discussion;
        case policy::MetBy::kMeeting:
          return "No meeting is recorded" + at_stage(row, policy);
        case policy::MetBy::kReply:
          return "No reply is recorded" + at_stage(row, policy);
        case policy::MetBy::kStageEnded:
          return "No outcome is recorded" + at_stage(row, policy);
        case policy::MetBy::kDutyDone:
          break;
      }
      break;
    case RequirementKind::kDuty:
    case RequirementKind::kEntry:
    case RequirementKind::kOutcome:
      break;
  }
  return "This is not recorded as done";
}

std::string late_in_words(const Requirement& row) {
  if (row.late_by < 1) return "Recorded after the time had passed.";
  return "Recorded " + base::number_word(row.late_by) + " working day" +
         (row.late_by == 1 ? "" : "s") + " after the last day.";
}

std::string bare_finding(const Requirement& row, const policy::Policy& policy) {
  const std::string by = row.by ? " by " + calendar::end_in_words(*row.by) : "";
  switch (row.finding) {
    case Finding::kKeptLate:
      return late_in_words(row);
    case Finding::kNotRecorded:
      return missing_in_words(row, policy) + ".";
    case Finding::kMayEscalate:
      return missing_in_words(row, policy) + by +
             "; the procedure lets that be treated as not resolved.";
    case Finding::kKept:
    case Finding::kNotDueYet:
    case Finding::kNotApplicable:
      break;
  }
  return finding_tag(row) + ".";
}

}  // namespace

std::string finding_tag(const Requirement& row) {
  switch (row.finding) {
    case Finding::kKept:
      return row.by ? "Recorded in time" : "Recorded";
    case Finding::kKeptLate:
      return "Recorded late";
    case Finding::kNotRecorded:
      return "Not recorded";
    case Finding::kNotDueYet:
      return row.by ? "Not due yet" : "Not recorded yet";
    case Finding::kMayEscalate:
      return "May be escalated";
    case Finding::kNotApplicable:
      return "Does not apply";
  }
  return "";
}

std::string finding_in_words(const Requirement& row, const Case& state, const Setting& setting) {
  std::string text = bare_finding(row, version_for(row.policy_hash, state, setting));
  if (!row.why.empty()) text += " " + row.why;
  if (!row.reason.empty()) text += " Reason recorded: " + policy::sentence(row.reason);
  return text;
}

std::string by_in_words(const Requirement& row) {
  if (!row.by) return "";
  return base::capitalised(calendar::end_in_words(*row.by)) +
         (row.by->provisional ? " (provisional)" : "");
}

std::string record_in_words(const Requirement& row) {
  if (!row.record) return "";
  const OnRecord& record = *row.record;
  std::string text = record.title + ", " + calendar::in_words(record.when.on);
  if (record.until) text += ": by " + calendar::in_words(*record.until);
  if (record.when.late) {
    text += "; written down on " + calendar::in_words(calendar::uk_date(record.recorded_at)) +
            ", a late entry";
  }
  return text;
}

std::string force_in_words(const Requirement& row) {
  if (!row.force) return "";
  switch (*row.force) {
    case policy::Force::kMust:
      return "Must";
    case policy::Force::kShould:
      return "Should";
    case policy::Force::kIndicative:
      return "As a guide";
  }
  return "";
}

std::string source_of(const policy::Citation& cite, const std::string& policy_hash,
                      const Case& state, const Setting& setting) {
  return source_sentence(version_for(policy_hash, state, setting), cite);
}

std::string in_words(const AuditCounts& counts) {
  const auto are = [](size_t count) {
    return std::to_string(count) + (count == 1 ? " is " : " are ");
  };
  std::vector<std::string> parts;
  if (counts.kept > 0) parts.push_back(are(counts.kept) + "recorded");
  if (counts.late > 0) parts.push_back(are(counts.late) + "recorded late");
  if (counts.missing > 0) parts.push_back(are(counts.missing) + "not recorded");
  if (counts.open > 0) parts.push_back(are(counts.open) + "still open");
  const size_t asked = counts.asked();
  std::string text =
      asked == 0
          ? "Nothing is known to have been asked for."
          : (asked == 1 ? "Of the one thing" : "Of the " + std::to_string(asked) + " things") +
                " that the procedure has asked for so far, " + base::listed(parts) + ".";
  if (counts.not_applicable > 0) {
    text += " " + std::to_string(counts.not_applicable) +
            (counts.not_applicable == 1 ? " other does not apply." : " others do not apply.");
  }
  return text;
}

}  // namespace casework
