// Rules in sentences are made once while the same procedures are shown.
#include "ui/kept_rules.h"

#include <doctest/doctest.h>

#include "ui/screens.h"

using namespace ui;

TEST_CASE("rules and differences are kept for the same procedures, and made anew for others") {
  const SharedPolicy first = std::make_shared<const policy::Policy>(northmoor());
  policy::Policy changed = northmoor();
  changed.principles[0].text = "Nobody waits.";  // with the same hash
  const SharedPolicy second = std::make_shared<const policy::Policy>(changed);
  const auto says = [](const std::vector<policy::RuleSection>& sections) {
    for (const policy::RuleSection& section : sections) {
      for (const policy::Rule& rule : section.rules) {
        if (rule.text.find("Nobody waits") != rule.text.npos) return true;
      }
    }
    return false;
  };
  const policy::RuleSection* kept = rules_of(first).data();
  CHECK(rules_of(first).data() == kept);
  CHECK_FALSE(says(rules_of(first)));
  CHECK(says(rules_of(second)));
  const policy::ComparedSection* differences = compared(first, second).data();
  CHECK(compared(first, second).data() == differences);
  const auto changes = [](const std::vector<policy::ComparedSection>& sections) {
    int count = 0;
    for (const policy::ComparedSection& section : sections) {
      for (const policy::ComparedRule& rule : section.rules) {
        count += rule.change == policy::Change::kSame ? 0 : 1;
      }
    }
    return count;
  };
  CHECK(changes(compared(first, second)) > 0);
  CHECK(changes(compared(first, first)) == 0);
  const policy::SideBySide* lines = side_by_side(first, second).data();
  CHECK(side_by_side(first, second).data() == lines);
}
