// case audit: what the procedure asked of a case beside what is recorded.
#include "casework/audit_words.h"
#include "cli/case_files.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "documents/audit_report.h"

namespace cli {
namespace {

using base::Json;
using casework::Finding;
using casework::Requirement;
using casework::RequirementKind;

const char* kind_name(RequirementKind kind) {
  switch (kind) {
    case RequirementKind::kEntry:
      return "entry";
    case RequirementKind::kClock:
      return "clock";
    case RequirementKind::kTime:
      return "time";
    case RequirementKind::kDuty:
      return "duty";
    case RequirementKind::kNotice:
      return "notice";
    case RequirementKind::kDiscussion:
      return "discussion";
    case RequirementKind::kOutcome:
      return "outcome";
  }
  return "";
}

const char* finding_name(Finding finding) {
  switch (finding) {
    case Finding::kKept:
      return "kept";
    case Finding::kKeptLate:
      return "kept_late";
    case Finding::kNotRecorded:
      return "not_recorded";
    case Finding::kNotDueYet:
      return "not_due_yet";
    case Finding::kMayEscalate:
      return "may_escalate";
    case Finding::kNotApplicable:
      return "not_applicable";
  }
  return "";
}

Json json_of(const casework::OnRecord& record) {
  return {{"event", record.event_id},
          {"title", record.title},
          {"day", calendar::iso(record.when.on)},
          {"recorded_at", calendar::iso(record.recorded_at)},
          {"late_entry", record.when.late}};
}

// The stage that it stands at; of the whole case, none.
Json stage_of(size_t passage, const casework::Case& state) {
  return passage == casework::kNoPassage ? Json() : Json(state.passages[passage].stage);
}

Json json_of(const Requirement& row, const casework::Case& state,
             const casework::Setting& setting) {
  return {{"at", stage_of(row.passage, state)},
          {"kind", kind_name(row.kind)},
          {"id", row.id},
          {"text", row.text},
          {"detail", row.detail},
          {"force", casework::force_in_words(row)},
          {"cite", to_json(row.cite)},
          {"by", row.by ? Json(calendar::iso(row.by->last_day)) : Json()},
          {"provisional", row.by && row.by->provisional},
          {"recorded", row.record ? json_of(*row.record) : Json()},
          {"finding", finding_name(row.finding)},
          {"late_by", row.late_by},
          {"why", row.why},
          {"reason", row.reason},
          {"words", casework::finding_in_words(row, state, setting)}};
}

}  // namespace

int audit_case(const CaseOptions& options) {
  const CaseFile file = read_case_file(options.file);
  if (!file.state) return refuse(file.state.errors(), file.path, file.text, options.json);
  const casework::Case& state = *file.state;
  const auto with = counted(state, options);
  if (!with) return kWrongInput;
  const casework::Setting setting = with->setting();
  if (!options.json) {
    print_text(documents::to_text(documents::audit_report(state, setting)));
    return kDone;
  }
  const casework::Audit audit = casework::audit(state, setting);
  const casework::AuditCounts counts = casework::counts(audit);
  Json out = {{"case", state.id},
              {"reference", state.opened.fact.reference},
              {"fingerprint", casework::fingerprint(state)},
              {"counts",
               {{"kept", counts.kept},
                {"late", counts.late},
                {"missing", counts.missing},
                {"open", counts.open},
                {"not_applicable", counts.not_applicable}}},
              {"requirements", Json::array()},
              {"remarks", Json::array()}};
  for (const Requirement& row : audit.requirements) {
    out["requirements"].push_back(json_of(row, state, setting));
  }
  for (const casework::AuditRemark& remark : audit.remarks) {
    out["remarks"].push_back({{"at", stage_of(remark.passage, state)},
                              {"text", remark.text},
                              {"reason", remark.reason},
                              {"event", remark.event_id},
                              {"cite", remark.cite ? to_json(*remark.cite) : Json()}});
  }
  print_json(out);
  return kDone;
}

}  // namespace cli
