// A case on one line of time: its stages, what happened, when its times end, which days count, and
// today; and the same in sentences. No drawing (timeline() in widgets.h) and no rule of a
// procedure.
#pragma once

#include <string>
#include <vector>

#include "casework/clocks.h"
#include "ui/widgets.h"

namespace ui {

// From a week before the first event to two weeks after the last deadline, event or, of an open
// case, today. No more than this many days around today, or around the end of a closed case: what
// is outside is told in words only.
inline constexpr int kMostDaysDrawn = 732;

struct CaseTimeline {
  Timeline line;  // `today` is line.days.size() when it is not among the days
  std::string words;
};
CaseTimeline case_timeline(const casework::Case& open, const casework::Setting& setting,
                           const std::vector<casework::RunningClock>& clocks);

}  // namespace ui
