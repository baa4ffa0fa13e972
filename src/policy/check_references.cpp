#include "policy/check_references.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"

namespace policy {

using base::ErrorCode;

bool holds(const Ids& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

References::References(const Policy& policy, Findings& findings)
    : sources{"/sources", "source", ids_of(policy.sources), findings.names_known("/sources")},
      areas{"/areas", "area", ids_of(policy.areas), findings.names_known("/areas")},
      roles{"/roles", "role", ids_of(policy.roles), findings.names_known("/roles")},
      stages{"/stages", "stage", ids_of(policy.stages), findings.names_known("/stages")},
      duties{"/duties", "duty", ids_of(policy.duties), findings.names_known("/duties")},
      forms{"/forms", "form", ids_of(policy.forms), findings.names_known("/forms")},
      priorities{"/priorities", "priority", ids_of(policy.priorities),
                 findings.names_known("/priorities")},
      findings_(findings) {}

bool References::hold(const std::string& id, const Names& all, std::string pointer) {
  if (id.empty() || holds(all.ids, id)) return true;
  if (all.known) {
    findings_.add(ErrorCode::kMissingReference, std::move(pointer),
                  "There is no " + std::string(all.word) +
                      " with this id; check the spelling or add it to " + std::string(all.list) +
                      ".",
                  in_quotes(id),
                  all.ids.empty() ? "an entry in " + std::string(all.list)
                                  : "one of " + base::joined(all.ids, ", "));
  }
  return false;
}

bool References::all_hold(const Ids& ids, const Names& all, const std::string& pointer) {
  bool held = true;
  for (size_t i = 0; i < ids.size(); ++i) held = hold(ids[i], all, below(pointer, i)) && held;
  return held;
}

void References::each_once(const Ids& words, const std::string& pointer) {
  std::set<std::string_view> before;
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].empty() || before.insert(words[i]).second) continue;
    findings_.add(ErrorCode::kBadValue, below(pointer, i), "This is here already; name each once.",
                  in_quotes(words[i]), "each once");
  }
}

void References::parties(const std::vector<Party>& parties, const std::string& pointer) {
  for (size_t i = 0; i < parties.size(); ++i) {
    hold(parties[i].role, roles, below(below(pointer, i), "role"));
  }
}

}  // namespace policy
