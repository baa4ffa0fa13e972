// All the policies of a folder: those that can be used, and for each other file what is wrong with
// it. A bad policy never hides the good ones. Fetching the files is the caller's; order is the
// index's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/read.h"

namespace policy {

struct PolicyFile {
  std::string name;  // as the index names it: "our-policy.json"
  std::string text;
};

struct UsablePolicy {
  std::string file;
  std::string text;  // a whole policy, to be kept beside the cases opened under it: as it was read,
                     // or with the local changes in it
  Policy policy;
};

struct RefusedPolicy {
  std::string file;
  std::vector<base::Error> errors;
};

struct PolicySet {
  std::vector<UsablePolicy> usable;
  std::vector<RefusedPolicy> refused;

  // Null when there is none.
  const Policy* find(std::string_view policy_id) const;
};

// Every file of `index` is in exactly one of the two lists. A file that `files` lacks is refused
// (kNotFound), and so is a second policy with the same id (kBadValue). Files that the index does
// not name are left aside. Local changes (local_changes.h) find their base by its id, wherever in
// the index it stands; without a usable base they are refused. Errors name each file with `folder`
// in front: "policies/".
PolicySet read_policies(const Index& index, std::vector<PolicyFile> files,
                        std::string_view folder = {});

}  // namespace policy
