// The rows of an audit, one of each kind of rule: what is asked, and what was found. Which rules
// are asked at all is audit.cpp's. Internal to casework.
#pragma once

#include <optional>
#include <string>

#include "casework/audit.h"
#include "casework/duty_record.h"
#include "casework/stage_facts.h"

namespace casework {

class AuditRows {
 public:
  AuditRows(const Case& state, const Setting& setting) : state_(state), setting_(setting) {}

  // Where a clock runs: the version it is of, the passage that the row stands at (kNoPassage: of
  // the whole case), and the passages from the first to the last that it runs through.
  struct ClockPlace {
    const policy::Policy& policy;
    size_t row = kNoPassage;
    size_t first = 0;
    size_t last = 0;
  };
  // `running`: the clock as clocks() has it, or nullptr when it has no date.
  Requirement of_clock(const policy::Clock& clock, const RunningClock* running,
                       const ClockPlace& place) const;
  // That a time is agreed or declared for it. Empty: the clock asks for none, or not here.
  std::optional<Requirement> of_time(const policy::Clock& clock, const RunningClock* running,
                                     const ClockPlace& place) const;
  // Of the whole case when `place` has no stage.
  Requirement of_duty(const policy::Duty& duty, const DutyPlace& place) const;
  // Requires: the version has the stage of the passage.
  Requirement of_entry(size_t passage, const policy::Policy& policy) const;
  Requirement of_discussion(size_t passage, const policy::Policy& policy) const;
  // Of a stage that was passed over when this passage was entered directly.
  Requirement of_skipped(const policy::Stage& stage, size_t passage,
                         const policy::Policy& policy) const;
  // Of the stage that the case is at.
  Requirement of_outcome(const policy::Stage& stage) const;

  OnRecord on_record(const std::string& event_id) const;

 private:
  bool is_over(size_t passage) const { return state_.passages[passage].ended_at.has_value(); }
  bool closed_at(size_t passage) const {
    return !state_.is_open() && passage + 1 == state_.passages.size();
  }
  std::string name_of(size_t passage) const { return stage_at_in_words(state_, setting_, passage); }
  std::string ended_in_words(size_t passage) const;
  std::string reason_for_ending(size_t passage) const;
  void take_clock(Requirement& row, const RunningClock& running, size_t last) const;
  void take_end(Requirement& row, const RunningClock& running, size_t last) const;
  void without_date(Requirement& row, const policy::Clock& clock, const ClockPlace& place) const;
  void not_recorded(Requirement& row, size_t passage) const;

  const Case& state_;
  const Setting& setting_;
};

}  // namespace casework
