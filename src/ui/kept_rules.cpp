#include "ui/kept_rules.h"

#include <utility>

namespace ui {
namespace {

template <class Made>
struct Kept {
  SharedPolicy first, second;
  std::vector<Made> made;

  template <class Make>
  const std::vector<Made>& of(const SharedPolicy& one, const SharedPolicy& other, Make make) {
    if (first != one || second != other) {
      made = make(*one, *other);
      first = one;
      second = other;
    }
    return made;
  }
};

}  // namespace

const std::vector<policy::RuleSection>& rules_of(const SharedPolicy& policy) {
  static Kept<policy::RuleSection> kept;
  return kept.of(policy, policy, [](const policy::Policy& only, const policy::Policy&) {
    return policy::rules_of(only);
  });
}

const std::vector<policy::ComparedSection>& compared(const SharedPolicy& before,
                                                     const SharedPolicy& after) {
  static Kept<policy::ComparedSection> kept;
  return kept.of(before, after, policy::compare);
}

const std::vector<policy::SideBySide>& side_by_side(const SharedPolicy& first,
                                                    const SharedPolicy& second) {
  static Kept<policy::SideBySide> kept;
  return kept.of(first, second, policy::side_by_side);
}

}  // namespace ui
