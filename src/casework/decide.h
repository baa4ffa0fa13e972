// Commands, and what they become. The policy guides and the professional decides: entering a later
// stage, missing a duty, passing a deadline is allowed with a recorded reason. What is refused is
// only what would falsify the record (a discussion in the future, an event on a closed case, a time
// beyond the policy's maximum).
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "calendar/holidays.h"
#include "casework/case_state.h"
#include "policy/model.h"

namespace casework {

// The bank holidays that were known until a moment, with the closure days of today: what a deadline
// that another bank holiday moved was worked out with.
struct DaysUntil {
  Instant until;
  const calendar::HolidaySet* holidays = nullptr;
};

// Everything that a decision may look at besides the case. `policy` is the version that the case
// runs under, state.policy_hash(); only for a PolicyChanged it is the version to move to.
struct Setting {
  const policy::Policy& policy;
  const calendar::HolidaySet& holidays;
  Person author;
  Instant now;
  // The versions that the case ran under before a PolicyChanged, as far as they are known. Stages
  // passed under a version that is not here keep no clocks.
  std::vector<const policy::Policy*> earlier = {};
  std::vector<DaysUntil> earlier_days = {};  // oldest first
};

// The version that a passage ran under: `policy`, or one of the earlier ones. nullptr: not known.
const policy::Policy* policy_at(const Case& state, const Setting& setting, size_t passage);

// The payload itself is the command: what the author states. `occurred_at` is when it happened
// (now, unless the command is about an earlier moment).
struct Command {
  Payload payload;
  Instant occurred_at;
};

// The sealed event to append, or every reason against it. Error::where.pointer is the field's key
// ("decision", "held_on", "until", "subject.name", "tests.<id>", "exclusions.<id>", "answers.<field
// id>", …) and the message is what the form shows: "Enter what was decided or done", "The date of
// the discussion must be today or in the past". A refusal by the policy quotes its citation in
// `expected`. Texts are trimmed and freed of control characters; what follows from the case (its
// policy, the stage when left empty, `from`, `direct`) is filled in. A discussion held on another
// day than `occurred_at` is dated midday of that day.
base::Result<Event> open_case(const Setting& setting, const std::string& case_id,
                              const CaseOpened& opening);
base::Result<Event> decide(const Case& state, const Setting& setting, const Command& command);

}  // namespace casework
