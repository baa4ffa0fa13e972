// Two policies rule by rule: two versions of one, for those who move a case on or check an edit; or
// two procedures side by side, when the agencies come from different areas.
#pragma once

#include <string>
#include <vector>

#include "policy/rules.h"

namespace policy {

enum class Change { kSame, kChanged, kAdded, kRemoved };

struct ComparedRule {
  Change change = Change::kSame;
  Rule before;  // empty when kAdded
  Rule after;   // empty when kRemoved
};
struct ComparedSection {
  std::string key;
  std::string heading;
  std::vector<ComparedRule> rules;
};
// Sections and rules are matched by key; statements without an id by their text first. A changed
// citation or reading is a change; a changed heading is one too, as a first rule "<key>/heading".
// In the order of `after`, what was removed in its old place.
std::vector<ComparedSection> compare(const Policy& before, const Policy& after);

// One line of two procedures beside each other: "Stage 2", "Manager to manager, within two working
// days", "…". Lines: who issues it, version, the stages in order (by number; an unnumbered one
// first), shared time, risk, who decides last, where notices go.
struct SideBySide {
  std::string topic;
  std::string first;  // empty: nothing there
  std::string second;
};
std::vector<SideBySide> side_by_side(const Policy& first, const Policy& second);

}  // namespace policy
