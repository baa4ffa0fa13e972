// The audit of a case against its procedure: what was asked at each stage passed through and of the
// whole case, by when, beside what is recorded. It reads; it judges nobody: what is not recorded
// may have been done, and a reason may stand in the record. Which clock was kept and which duty is
// done are clocks.h's and duty_record.h's to say; the words, audit_words.h's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casework/clocks.h"
#include "casework/happened.h"

namespace casework {

enum class RequirementKind {
  kEntry,       // the stage is entered
  kClock,       // something happens within a time
  kTime,        // a time is agreed or declared
  kDuty,        // something is done
  kNotice,      // a notice is issued
  kDiscussion,  // a discussion is recorded
  kOutcome,     // the disagreement is resolved
};

enum class Finding {
  kKept,         // recorded; where there is a time for it, in time
  kKeptLate,     // recorded, after the last day
  kNotRecorded,  // not recorded, and its time or its stage is over
  kNotDueYet,    // not recorded, and there is time for it
  kMayEscalate,  // not recorded by the last day; the procedure lets people escalate the silence
  kNotApplicable,
};

// What is recorded.
struct OnRecord {
  std::string event_id;
  std::string title;  // "Discussion recorded"
  Happened when;
  Instant recorded_at;
  std::optional<Date> until;  // of a time agreed or declared
};

struct Requirement {
  RequirementKind kind = RequirementKind::kDuty;
  size_t passage = kNoPassage;  // of Case::passages; kNoPassage: of the whole case
  std::string id;      // of the clock or the duty; of an entry, a discussion, an outcome: the stage
  std::string stage;   // the stage that it is asked at, or empty
  std::string form;    // of a notice
  std::string text;    // the procedure's words: "Tell the lead professional"
  std::string detail;  // its timescale, or who judges the outcome; may be empty
  std::optional<policy::Force> force;  // empty: the procedure does not say
  policy::Citation cite;
  std::string policy_hash;                        // of the version that asks for it
  std::optional<calendar::Deadline> by;           // empty: it has no date
  policy::MetBy met_by = policy::MetBy::kRecord;  // of a clock
  std::optional<OnRecord> record;
  Finding finding = Finding::kNotDueYet;
  int late_by = 0;     // of kKeptLate: working days after the last day
  std::string why;     // of the finding, a sentence: "Stage 1 ended on …"; may be empty
  std::string reason;  // what the record gives as the reason; may be empty
};

// What is recorded besides: a stage entered directly, a time later than the procedure allows.
struct AuditRemark {
  size_t passage = kNoPassage;
  std::string text;      // a sentence or two
  std::string reason;    // as recorded; may be empty
  std::string event_id;  // empty: of no single event
  std::optional<policy::Citation> cite;
  std::string policy_hash;  // of the version that the citation is of
};

struct AuditCounts {
  size_t kept = 0;
  size_t late = 0;     // kept, but late
  size_t missing = 0;  // not recorded
  size_t open = 0;     // not due yet, or may be escalated
  size_t not_applicable = 0;
  size_t asked() const { return kept + late + missing + open; }
};

struct Audit {
  // In the order of the stages passed through, then of the whole case. A duty of a stage that was
  // passed through twice stands at the last time. Nothing of stages ahead; of a stage passed over,
  // its entry alone.
  std::vector<Requirement> requirements;
  std::vector<AuditRemark> remarks;
};
Audit audit(const Case& state, const Setting& setting);
AuditCounts counts(const Audit& audit);

}  // namespace casework
