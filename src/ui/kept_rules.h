// A procedure's rules in sentences, and what two procedures differ in, made once and kept while the
// same ones are shown: a page is drawn many times a second. The rules themselves are
// policy/rules.h's and policy/compare.h's.
#pragma once

#include <memory>
#include <vector>

#include "policy/compare.h"

namespace ui {

// The object is what is compared, and it is held, so that no other can take its address. One with
// other contacts has the same hash and is another object.
using SharedPolicy = std::shared_ptr<const policy::Policy>;

// Each holds until the next call with other procedures.
const std::vector<policy::RuleSection>& rules_of(const SharedPolicy& policy);
const std::vector<policy::ComparedSection>& compared(const SharedPolicy& before,
                                                     const SharedPolicy& after);
const std::vector<policy::SideBySide>& side_by_side(const SharedPolicy& first,
                                                    const SharedPolicy& second);

}  // namespace ui
