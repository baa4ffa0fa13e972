// When what an event tells of happened, as people say it: by the day that its fact names, as that
// of a discussion or a reply, whatever time the event itself bears; and whether it is a late entry.
// One answer for every document and page.
#pragma once

#include "casework/case_state.h"

namespace casework {

struct Happened {
  Date on{};
  bool day_only = false;  // the time of day is not known
  bool late = false;      // written down more than a day after it happened
};
Happened happened(const Event& event);
// `now`: what it says by its corrections.
Happened happened(const Event& event, const Payload& now);
// Of something of which the form asks the day, which is all that is known of when it was.
bool is_late(Date day, Instant occurred_at, Instant recorded_at);

}  // namespace casework
