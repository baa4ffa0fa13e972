// What a case knows already of the people and of what was agreed where it stands now, so that no
// form asks for it a second time. Offered for the author to change, never recorded by itself.
#pragma once

#include <string>

#include "casework/decide.h"

namespace documents {

// The last discussion recorded where the case stands, or nullptr.
const casework::DiscussionRecorded* last_discussion(const casework::Case& state);
// The last of them that was a meeting, or nullptr.
const casework::DiscussionRecorded* last_meeting(const casework::Case& state);

// Who spoke for the other side there: as the last discussion, reply or agreed time names them. Else
// the other side as the case was raised with it, by name where the procedure first speaks with that
// side and by agency later. Empty where the procedure speaks with somebody else.
std::string other_side(const casework::Case& state, const policy::Policy& policy);

// Why the stage did not settle it, as far as the record says so: "The reply of 2 April 2026 did not
// settle it." Empty while it says nothing of the kind.
std::string why_not_settled(const casework::Case& state);

}  // namespace documents
