// A policy as a person reads it: every rule as one sentence with its citation, under headings. The
// procedures screen, `policy show` and the comparison of two policies all read this, so that none
// says more or less than another. Not the picture of the stages: that is flow.h's.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/model.h"

namespace policy {

struct Rule {
  // Where it stands, by ids, the same in every version: "stages/stage-2/clocks/stage-2-time".
  // Statements, which have no id, are named by their place: "principles/3".
  std::string key;
  std::string text;  // "The discussion takes place within two working days of the concern arising."
  std::optional<Citation> cite;
};
struct RuleSection {
  std::string key;      // "about", "scope", "stages/stage-2", "duties", "risk", "contacts", …
  std::string heading;  // "Stage 2: Line manager to line manager"
  std::vector<Rule> rules;
};
// Every rule of the policy, each once, in the order of the file. Sections without a rule are left
// out. Forms appear with the labels of their fields.
std::vector<RuleSection> rules_of(const Policy& policy);

// "Within two working days of the concern arising", "A time agreed at the stage, at most ten
// working days after it was entered", "At once". With its condition and "or a time that protects
// the child, whichever is less".
std::string clock_in_words(const Clock& clock, const Policy& policy);
// "England and Wales": where those bank holidays are, of a policy's division.
std::string division_in_words(std::string_view division);
// "Practitioner and line manager", the titles of the parties.
std::string parties_in_words(const std::vector<Party>& parties, const Policy& policy);

}  // namespace policy
