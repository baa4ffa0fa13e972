// If nothing is resolved: when each later stage is entered and falls due, each clock taken to its
// last day (today, when that has passed), and what would change if something ended on another day.
// Of the ways on from a stage the first that the policy names is followed; to a stage that may be
// entered directly no ladder leads. What may be supposed, and its words: suppose.h, ladder_words.h.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "casework/clocks.h"

namespace casework {

struct LadderRung {
  std::string stage;
  Instant entered;                   // the last moment of the stage before
  bool entered_provisional = false;  // that moment is, as a deadline's (calendar/deadline.h)
  // The earliest of its clocks and of the budgets over it. Empty: what it waits for cannot be known
  // yet, and nothing after it either.
  std::optional<calendar::Deadline> deadline;
  std::string clock, what;  // the one that ends first: its id and its words
  policy::Citation cite;
};

struct Ladder {
  std::vector<LadderRung> rungs;  // the later stages in order, each following the one before
  std::string unknown_after;      // the stage whose end is not known, where the ladder breaks off
  // The last day on which the last stage is entered, if every stage before takes its whole time.
  // Empty: the case is there already, or the ladder breaks off before.
  std::optional<Date> last_stage_entered;
};

struct WhatIf {
  std::optional<Date> concern_arose;
  // Stage → the day on which it ends unresolved. One before today, or before it is entered, counts
  // as that day.
  std::map<std::string, Date> ended;
  bool empty() const { return !concern_arose && ended.empty(); }
};

// Without rungs for a closed case and at the last stage.
Ladder ladder(const Case& state, const Setting& setting, const WhatIf& what_if = {});

}  // namespace casework
