// By what a clock of a stage was met, and whether in time. Rules: policy::MetBy. Internal to
// casework.
#pragma once

#include <optional>
#include <string>

#include "casework/duty_record.h"
#include "casework/stage_facts.h"

namespace casework {

// By the day when only the day is known.
struct Met {
  bool met = false;
  bool late = false;
  std::string event_id = {};  // of what met it
};
Met met_by(const DutyRecord& record, const calendar::Deadline& deadline);
Met met_by(const Exchange& exchange, const calendar::Deadline& deadline);

// The first of the exchanges that meets a clock waiting for a discussion, a meeting or a reply: it
// comes after what starts the clock and what makes its condition hold, where it waits for those.
// `exchanges`: exchanges_at(state, passage).
std::optional<size_t> meeting_exchange(const policy::Clock& clock, const Case& state,
                                       size_t passage, const Exchanges& exchanges);

// Of a clock that waits for something else: the stage's end or a duty. `last` is the passage whose
// end is the clock's: of a budget, the last of its stages. Empty: it has not happened.
std::optional<DutyRecord> other_record(const policy::Clock& clock, const Case& state,
                                       const Setting& setting, size_t last);
Met met_by_other(const policy::Clock& clock, const Case& state, const Setting& setting, size_t last,
                 const calendar::Deadline& deadline);
// What closed the case or entered the stage after this one. Requires: the passage has ended.
std::string ending_event(const Case& state, size_t passage);

}  // namespace casework
