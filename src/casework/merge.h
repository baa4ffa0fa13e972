// Two devices' parts of one case put together: the union of their events, folded. Nobody's entry is
// lost and none comes first by being here already: whichever device merges, and in whatever order,
// the case is the same. What the two wrote apart and what does not go together is a conflict, for a
// person to settle; it is never settled here.
#pragma once

#include <string>
#include <vector>

#include "casework/case_state.h"

namespace casework {

struct Merged {
  Case state;
  std::vector<std::string> added;      // ids of what was not here, in the order of the fold
  std::vector<std::string> lacking;    // ids of what the other side does not have, in that order
  std::vector<std::string> conflicts;  // of state.conflicts, those that were none before
};

// `theirs`: in any order, each any number of times; with what is here they must make up one case.
// kBadValue when they are of another case; kTampered when they begin another case under this id
// (another child, perhaps); otherwise as fold(). `mine` is unchanged whatever happens.
base::Result<Merged> merge(const Case& mine, const std::vector<Event>& theirs);

}  // namespace casework
