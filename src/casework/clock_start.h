// From when a clock counts in one passage through a stage, and the discussions and times that
// belong to that passage. Internal to casework.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casework/case_state.h"
#include "policy/model.h"

namespace casework {

// The passage in which a fact about a stage was recorded: the last that had begun by then. Only a
// stage that was entered twice has more than one. Empty: the case never was at that stage.
std::optional<size_t> passage_of(const Case& state, std::string_view stage, Instant recorded_at);

// Recorded at that passage, in fold order.
std::vector<const Recorded<DiscussionRecorded>*> discussions_at(const Case& state, size_t passage);
// The last time agreed for the clock in that passage, or nullptr.
const Recorded<TimeAgreed>* time_agreed(const Case& state, size_t passage,
                                        std::string_view clock_id);

struct ClockStart {
  Instant at;
  std::string event;  // in words, for calendar::explain(): "the concern arose"
  std::string note;   // a sentence when it does not count from where the policy says; may be empty
};
// Empty when that has not happened yet.
std::optional<ClockStart> clock_start(const Case& state, const policy::Policy& policy,
                                      const policy::Clock& clock, size_t passage);

}  // namespace casework
