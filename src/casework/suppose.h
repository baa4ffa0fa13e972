// Which days may be supposed of a case, to see on its ladder what would follow, and why one may
// not. Nothing of it is recorded. What follows from them: ladder.h.
#pragma once

#include <string>
#include <vector>

#include "casework/ladder.h"

namespace casework {

// `ladder` is here the one of the case with all that is supposed so far.

// The stages whose end may be supposed: the one that the case is in, and those that the ladder
// reaches. Not the last, whose end moves no day. In order.
std::vector<std::string> stages_to_suppose(const Case& state, const Setting& setting,
                                           const Ladder& ladder);

// A day that cannot be, or that has no effect.
struct Doubt {
  std::string stage;  // whose end is supposed; empty: that the concern arose
  std::string why;    // "Stage 1 has not ended yet, so it cannot end before today."
  std::string mend;   // "Enter today or a later day."
};
// Of each day that is supposed, at most one; the concern's first, then in the order of the ids.
std::vector<Doubt> doubts(const Case& state, const Setting& setting, const WhatIf& what_if,
                          const Ladder& ladder);
const Doubt* doubt_of(const std::vector<Doubt>& doubts, const std::string& stage);

// "stage 1 ends on Friday 10 April 2026"; without a stage: "the concern arose on …".
std::string supposed_in_words(const policy::Policy& policy, const std::string& stage, Date day);
// "stage 1 ends", "the concern arose".
std::string supposed_event(const policy::Policy& policy, const std::string& stage);

}  // namespace casework
