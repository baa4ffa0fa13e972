#include "policy/policy_set.h"

#include <algorithm>
#include <utility>

namespace policy {

const Policy* PolicySet::find(std::string_view policy_id) const {
  for (const UsablePolicy& one : usable) {
    if (one.policy.id == policy_id) return &one.policy;
  }
  return nullptr;
}

PolicySet read_policies(const Index& index, std::vector<PolicyFile> files) {
  PolicySet set;
  for (const std::string& name : index.policies) {
    const auto file = std::find_if(files.begin(), files.end(),
                                   [&](const PolicyFile& one) { return one.name == name; });
    if (file == files.end()) {
      set.refused.push_back(
          {name,
           {{base::ErrorCode::kNotFound,
             "The index names this file, but it could not be fetched; check that it is in "
             "the policies folder.",
             {name, ""},
             "",
             "a policy file"}}});
      continue;
    }
    base::Result<Policy> policy = read_policy(file->text, name);
    if (!policy) {
      set.refused.push_back({name, policy.errors()});
      continue;
    }
    if (set.find(policy->id)) {
      set.refused.push_back({name,
                             {{base::ErrorCode::kBadValue,
                               "Another policy has this id already; give each its own.",
                               {name, "/id"},
                               "“" + policy->id + "”",
                               "an id that no other file uses"}}});
      continue;
    }
    set.usable.push_back({name, std::move(file->text), std::move(policy).value()});
  }
  return set;
}

}  // namespace policy
