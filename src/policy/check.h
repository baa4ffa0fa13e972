// What must hold across a whole policy, beyond the form of its parts: names are unique, references
// lead somewhere, clocks have a start, every stage can be reached and every case can end.
#pragma once

#include "policy/findings.h"
#include "policy/model.h"

namespace policy {

class References;

// Notes everything wrong. Parts in which `findings` holds earlier errors are not judged again.
void check_whole(const Policy& policy, Findings& findings);

// Clocks, their starts and conditions, and budgets (check_time.cpp).
void check_time(const Policy& policy, References& refer, Findings& findings);

// Reachable stages and ways to an end (check_ways.cpp). Requires: all stage references hold.
void check_ways(const Policy& policy, Findings& findings);

}  // namespace policy
