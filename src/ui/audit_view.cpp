// What the procedure asked of a case, stage by stage, beside what is recorded. A row that waits for
// a record leads to where it is written.
#include <algorithm>
#include <optional>

#include "casework/audit_words.h"
#include "documents/audit_report.h"
#include "documents/case_words.h"
#include "ui/app_view.h"
#include "ui/downloads.h"
#include "ui/form.h"

namespace ui {
namespace {

using app::Page;
using casework::Finding;
using casework::Requirement;
using casework::RequirementKind;
using casework::StepKind;

constexpr const char* kDownload = "Download";

TagKind kind_of(Finding finding) {
  switch (finding) {
    case Finding::kKept:
      return TagKind::kDone;
    case Finding::kNotRecorded:
    case Finding::kMayEscalate:
      return TagKind::kDue;
    case Finding::kNotDueYet:
      return TagKind::kRunning;
    case Finding::kKeptLate:
    case Finding::kNotApplicable:
      break;
  }
  return TagKind::kNeutral;
}

bool is_shown(const Requirement& row, const std::string& rows) {
  if (rows == app::kMissingRows) return row.finding == Finding::kNotRecorded;
  if (rows == app::kLateRows) return row.finding == Finding::kKeptLate;
  return true;
}

class AuditPage {
 public:
  AuditPage(const app::AppState& state, app::Commands& commands, const casework::Case& open,
            const casework::Setting& setting)
      : state_(state),
        commands_(commands),
        open_(open),
        setting_(setting),
        audit_(casework::audit(open, setting)),
        steps_(casework::next_steps(open, setting)),
        owed_(casework::duties(open, setting)) {}

  void draw() {
    const casework::AuditCounts counts = casework::counts(audit_);
    caption(open_.opened.fact.reference + " · " + setting_.policy.short_title);
    heading(1, documents::kAuditTitle);
    paragraph(casework::in_words(counts), TextKind::kLead);
    paragraph(
        "What is not recorded may have been done all the same. The procedure guides; you decide.",
        TextKind::kHint);
    if (link("to-downloads", "Download or print it")) focus_heading(kDownload);
    filter(counts);
    bool any = false;
    for (size_t i = 0; i < open_.passages.size(); ++i) {
      const casework::StagePassage& passage = open_.passages[i];
      any |= rows("stage-" + std::to_string(i),
                  documents::stage_heading(documents::version(open_, setting_, passage.policy_hash),
                                           passage.stage),
                  i);
    }
    any |= rows("whole", "The whole case", casework::kNoPassage);
    if (!any) paragraph("There is none of these.");
    if (state_.target.empty()) remarks();
    downloads(state_, commands_);
  }

 private:
  void filter(const casework::AuditCounts& counts) {
    const auto labelled = [](const char* label, size_t count) {
      return std::string(label) + " " + std::to_string(count);
    };
    const std::vector<Option> options = {
        {app::kAllAsked, labelled("All", audit_.requirements.size()), ""},
        {app::kMissingRows, labelled("Not recorded", counts.missing), ""},
        {app::kLateRows, labelled("Recorded late", counts.late), ""}};
    std::string chosen = state_.target;
    if (choice_bar("rows", "Which rows are listed", options, chosen)) {
      commands_.push_back(app::Go{Page::kAudit, chosen});
    }
  }

  // Whether there were any.
  bool rows(const std::string& key, const std::string& title, size_t passage) {
    std::vector<Task> tasks;
    std::vector<std::optional<app::Command>> leads;
    for (size_t i = 0; i < audit_.requirements.size(); ++i) {
      const Requirement& row = audit_.requirements[i];
      if (row.passage != passage || !is_shown(row, state_.target)) continue;
      leads.push_back(lead(row));
      Task task;
      task.key = "row-" + std::to_string(i);
      task.title = row.text;
      task.hint = beneath(row);
      task.state = casework::finding_tag(row);
      task.state_kind = kind_of(row.finding);
      task.actionable = leads.back().has_value();
      tasks.push_back(std::move(task));
    }
    if (tasks.empty()) return false;
    heading(2, title);
    const int pressed = task_list(key, title, tasks);
    if (pressed >= 0) commands_.push_back(*leads[size_t(pressed)]);
    return true;
  }

  // Its time, what is recorded, what was found where the tag does not say it all, and the source.
  std::string beneath(const Requirement& row) const {
    std::string text;
    const auto add = [&](const std::string& line) {
      if (!line.empty()) text += (text.empty() ? "" : "\n") + line;
    };
    const std::string force = casework::force_in_words(row);
    add(row.detail.empty() ? documents::sentence(force)
                           : documents::sentence(row.detail) +
                                 (force.empty() ? "" : " " + documents::sentence(force)));
    const std::string by = casework::by_in_words(row);
    if (!by.empty()) add("By: " + by);
    const std::string record = casework::record_in_words(row);
    if (!record.empty()) add("Record: " + record);
    const std::string found = casework::finding_in_words(row, open_, setting_);
    if (found != casework::finding_tag(row) + ".") add(found);
    add(casework::source_of(row.cite, row.policy_hash, open_, setting_));
    return text;
  }

  // Where the record is written that this row waits for; empty: there is none, or it is there.
  std::optional<app::Command> lead(const Requirement& row) const {
    const bool waits = row.finding == Finding::kNotRecorded || row.finding == Finding::kNotDueYet ||
                       row.finding == Finding::kMayEscalate;
    if (!waits || row.policy_hash != setting_.policy.hash) return std::nullopt;
    switch (row.kind) {
      case RequirementKind::kDuty:
        return app::StartDuty{row.id, row.stage};
      case RequirementKind::kNotice:
        return notice(row);
      case RequirementKind::kDiscussion:
        return talk(StepKind::kRecordDiscussion, row);
      case RequirementKind::kTime:
        return offered(StepKind::kAgreeTime, row.id);
      case RequirementKind::kOutcome:
        return offered(StepKind::kResolve, row.stage);
      case RequirementKind::kClock:
        return of_clock(row);
      case RequirementKind::kEntry:
        break;
    }
    return std::nullopt;
  }

  std::optional<app::Command> of_clock(const Requirement& row) const {
    const policy::Clock* clock = setting_.policy.clock(row.id);
    switch (row.met_by) {
      case policy::MetBy::kRecord:
      case policy::MetBy::kMeeting:
        return talk(StepKind::kRecordDiscussion, row);
      case policy::MetBy::kReply:
        return talk(StepKind::kRecordReply, row);
      case policy::MetBy::kDutyDone:
        for (const Requirement& other : audit_.requirements) {
          const bool is_it = clock && other.id == clock->met_by_duty && other.stage == row.stage &&
                             other.kind != RequirementKind::kClock;
          if (is_it) return lead(other);
        }
        break;
      case policy::MetBy::kStageEnded:
        break;
    }
    // To what comes next in the case, which ends the stage.
    const bool here =
        row.passage == casework::kNoPassage || row.passage + 1 == open_.passages.size();
    if (!open_.is_open() || !here) return std::nullopt;
    return app::Go{Page::kCase, app::kNowPart};
  }

  std::optional<app::Command> talk(StepKind kind, const Requirement& row) const {
    if (!open_.is_open() || row.stage.empty()) return std::nullopt;
    return app::StartStep{kind, row.stage};
  }

  std::optional<app::Command> offered(StepKind kind, const std::string& target) const {
    const bool is_offered = std::any_of(
        steps_.begin(), steps_.end(),
        [&](const casework::Step& step) { return step.kind == kind && step.target == target; });
    if (!is_offered) return std::nullopt;
    return app::StartStep{kind, target};
  }

  // One that is sent now counts only where it is still owed.
  std::optional<app::Command> notice(const Requirement& row) const {
    const bool is_owed =
        std::any_of(owed_.begin(), owed_.end(), [&](const casework::OwedDuty& duty) {
          return duty.duty == row.id && duty.stage == row.stage && !duty.done;
        });
    if (!is_owed) return std::nullopt;
    return app::StartStep{StepKind::kIssueNotice, row.form};
  }

  void remarks() const {
    if (audit_.remarks.empty()) return;
    heading(2, "Recorded besides");
    std::vector<std::string> lines;
    for (const casework::AuditRemark& remark : audit_.remarks) {
      lines.push_back(remark.text);
      if (!remark.reason.empty()) {
        lines.back() += " Reason recorded: " + documents::sentence(remark.reason);
      }
    }
    bullet_list(lines);
  }

  const app::AppState& state_;
  app::Commands& commands_;
  const casework::Case& open_;
  const casework::Setting& setting_;
  casework::Audit audit_;
  std::vector<casework::Step> steps_;
  std::vector<casework::OwedDuty> owed_;
};

}  // namespace

void audit_view(const app::AppState& state, app::Commands& commands) {
  const casework::Case* open = state.open_case();
  const policy::Policy* policy = open ? state.policy_of(*open) : nullptr;
  begin_page("audit-" + state.case_id, documents::kAuditTitle);
  if (back_link("Back to the case")) commands.push_back(app::Go{Page::kCase, state.case_part});
  trouble_banner(state);
  success_banner(state);
  if (policy) {
    const casework::Setting setting = state.setting(*policy, *open);
    AuditPage(state, commands, *open, setting).draw();
  }
  end_page();
}

}  // namespace ui
