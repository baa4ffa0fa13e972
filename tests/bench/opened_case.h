// What a measurement opens its cases with, under any procedure. The texts are the measurement's
// own.
#pragma once

#include <cstdio>
#include <string>

#include "casework/decide.h"

namespace bench {

// Thirty-two digits, the last of them the number.
inline std::string case_id(int number) {
  std::string id = std::to_string(number);
  id.insert(0, 32 - id.size(), '0');
  return id;
}

// With every answer that the procedure asks for, but without words.
inline casework::CaseOpened opening_under(const policy::Policy& policy, int number,
                                          calendar::Date concern_arose) {
  casework::CaseOpened fact;
  fact.reference = "CG-" + std::to_string(100'000 + number);
  fact.area = policy.areas.empty() ? "" : policy.areas.front().id;
  fact.subject.kind = policy.subjects.front();
  fact.responding = {"A. Fenwick", "Team manager", "Northgate Assessment Team", ""};
  fact.concern_arose = concern_arose;
  for (const auto& test : policy.tests) fact.tests[test.id] = true;
  for (const auto& exclusion : policy.exclusions) fact.exclusions[exclusion.id] = false;
  if (!policy.priorities.empty()) fact.priority = policy.priorities.front().id;
  fact.first_stage = policy.stages.front().id;
  return fact;
}

// The case that begins with it. What speaks against it is printed, and ends the measurement.
inline casework::Case opened(const casework::Setting& setting, int number,
                             const casework::CaseOpened& fact) {
  const auto event = casework::open_case(setting, case_id(number), fact);
  if (!event) std::printf("# %s\n", base::describe(event.error()).c_str());
  return casework::fold({*event}).value();
}

}  // namespace bench
