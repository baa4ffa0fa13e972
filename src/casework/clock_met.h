// By what a clock of a stage was met, and whether in time. Rules: policy::MetBy. Internal to
// casework.
#pragma once

#include <optional>

#include "casework/stage_facts.h"

namespace casework {

// By the day when only the day is known.
struct Met {
  bool met = false;
  bool late = false;
};
Met met_at(Instant at, const calendar::Deadline& deadline);

// The first of the exchanges that meets a clock waiting for a discussion, a meeting or a reply: it
// comes after what starts the clock and what makes its condition hold, where it waits for those.
// `notice`: the one that starts the clock, or nullptr.
std::optional<size_t> meeting_exchange(const policy::Clock& clock, const Exchanges& exchanges,
                                       const Recorded<NoticeIssued>* notice);

// Of a clock that waits for something else: the stage's end or a duty. `last` is the passage whose
// end is the clock's: of a budget, the last of its stages.
Met met_by_other(const policy::Clock& clock, const Case& state, const Setting& setting, size_t last,
                 const calendar::Deadline& deadline);

}  // namespace casework
