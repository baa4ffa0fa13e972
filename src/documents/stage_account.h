// The part of a case record that goes stage by stage: dates, deadlines and why they fell where they
// fell, discussions, agreed times, duties done and not done, notices with their answers. Counting
// is casework's.
#pragma once

#include <vector>

#include "casework/decide.h"
#include "documents/document.h"

namespace documents {

// One section for each passage through a stage, then what belongs to the whole case. Every recorded
// fact is in exactly one section: a fact at a stage passed through twice belongs to the passage in
// which it was recorded.
void add_stage_accounts(std::vector<Block>& blocks, const casework::Case& state,
                        const casework::Setting& setting);

}  // namespace documents
