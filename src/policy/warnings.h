// What an administrator should look at although the policy can be used: a review that is past, a
// rule that quotes no words of its source. Not errors (read.h), and not a matter of taste.
#pragma once

#include <string>
#include <vector>

#include "calendar/civil_date.h"
#include "policy/model.h"

namespace policy {

// One sentence each, in the order of their weight. Empty: nothing to look at. Requires: a policy
// that read_policy() accepted.
std::vector<std::string> warnings(const Policy& policy, calendar::Date today);

}  // namespace policy
