// The names that a policy defines, and whether what refers to them leads somewhere. Where the names
// themselves could not be read, nobody is told that references to them fail.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/findings.h"
#include "policy/model.h"

namespace policy {

using Ids = std::vector<std::string>;

template <typename Parts>
Ids ids_of(const Parts& parts) {
  Ids ids;
  for (const auto& part : parts) ids.push_back(part.id);
  return ids;
}

bool holds(const Ids& ids, std::string_view id);

// A list that other parts name: "/roles", "role", the ids, and whether all of them could be read.
struct Names {
  std::string_view list;
  std::string_view word;
  Ids ids;
  bool known;
};

class References {
 public:
  // Both must outlive this.
  References(const Policy& policy, Findings& findings);

  const Names sources, areas, roles, stages, duties, forms, priorities;

  // Whether `id` is the name of something, or empty; noted when it is not.
  bool hold(const std::string& id, const Names& all, std::string pointer);
  bool all_hold(const Ids& ids, const Names& all, const std::string& pointer);
  // Each entry of a list once, noted at those that come again.
  void each_once(const Ids& words, const std::string& pointer);
  void parties(const std::vector<Party>& parties, const std::string& pointer);

 private:
  Findings& findings_;
};

}  // namespace policy
