// What must hold of the audit of any case under any procedure.
#include "casework/audit.h"

#include <algorithm>
#include <set>

#include "casework/audit_words.h"
#include "properties/any_case.h"

using namespace properties;
using casework::Finding;
using casework::Requirement;

TEST_CASE("an audit names where each rule comes from, and the event that kept it") {
  CHECK(rc::check("of any case, whatever was recorded in it when", [] {
    const AnyCase any = any_case();
    const casework::Case& state = any.running.state();
    const auto audit = casework::audit(state, any.running.setting());
    std::set<std::string> events;
    for (const casework::Event& event : state.events) events.insert(event.id);
    for (const Requirement& row : audit.requirements) {
      RC_ASSERT(!row.cite.source.empty() && !row.cite.place.empty());
      const bool kept = row.finding == Finding::kKept || row.finding == Finding::kKeptLate;
      RC_ASSERT(kept == row.record.has_value());
      if (row.record) {
        RC_ASSERT(events.count(row.record->event_id) == 1);
        RC_ASSERT(!row.record->title.empty());
      }
      RC_ASSERT(!casework::finding_in_words(row, state, any.running.setting()).empty());
      RC_ASSERT(row.passage == casework::kNoPassage || row.passage < state.passages.size());
    }
    for (const auto& remark : audit.remarks) RC_ASSERT(!remark.text.empty());
    const auto counts = casework::counts(audit);
    RC_ASSERT(counts.asked() + counts.not_applicable == audit.requirements.size());
  }));
}

TEST_CASE("an audit finds of each clock what clocks() found") {
  CHECK(rc::check("kept, late, overdue and running alike", [] {
    const AnyCase any = any_case();
    const casework::Case& state = any.running.state();
    const auto audit = casework::audit(state, any.running.setting());
    for (const casework::RunningClock& clock : casework::clocks(state, any.running.setting())) {
      const auto found = std::count_if(
          audit.requirements.begin(), audit.requirements.end(), [&](const Requirement& row) {
            if (row.kind != casework::RequirementKind::kClock || row.id != clock.id) return false;
            if (!row.by || row.by->ends != clock.deadline.ends) return false;
            switch (clock.status) {
              case casework::ClockStatus::kMet:
                return row.finding == Finding::kKept;
              case casework::ClockStatus::kMetLate:
                return row.finding == Finding::kKeptLate && row.late_by >= 0;
              case casework::ClockStatus::kOverdue:
                return row.finding == Finding::kNotRecorded;
              case casework::ClockStatus::kEnded:
                return !row.record.has_value();
              default:
                return row.finding == Finding::kNotDueYet;
            }
          });
      RC_ASSERT(found >= 1);
    }
  }));
}
