// A policy file into the model, strictly: the only place that reads policy JSON. Every error of a
// file is reported at once, each with file, JSON pointer, what was found and what was expected.
// Checks that need the whole policy (references, reachability, ways on) are made here too, by
// check.cpp.
#pragma once

#include <string_view>

#include "base/result.h"
#include "policy/model.h"

namespace policy {

base::Result<Policy> read_policy(std::string_view json, std::string_view file);

// policies/index.json:
// {"format":1,"calendar":"calendars/bank-holidays.json","policies":["our-policy.json", …]} A static
// host cannot list a folder, so this file does.
struct Index {
  std::string calendar;
  std::vector<std::string> policies;
  std::vector<std::string> newer_calendars = {};  // over it one after another; may be left out
};
base::Result<Index> read_index(std::string_view json, std::string_view file);

// Everything wrong with a policy as a whole. Empty: it can be used.
std::vector<base::Error> check(const Policy& policy, std::string_view file);

}  // namespace policy
