// Every citation of a policy with its place, in the order of the file: for the checks and warnings
// that are about sources and not about rules.
#pragma once

#include <string>
#include <vector>

#include "policy/model.h"

namespace policy {

struct PlacedCitation {
  std::string pointer;  // "/stages/0/clocks/1/cite"
  const Citation* cite;
};
// They point into `policy`.
std::vector<PlacedCitation> citations_of(const Policy& policy);

}  // namespace policy
