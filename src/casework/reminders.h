// What somebody is reminded of about a case: that something is overdue, due today or due tomorrow,
// and that nothing has been recorded for a while. Days are the UK's. Not the words, nor when a
// reminder is given: app/reminders.h. No procedure says how long a case may rest without a record,
// so the number is the person's own choice.
#pragma once

#include "casework/case_state.h"

namespace casework {

enum class DueWhen { kOverdue, kToday, kTomorrow, kLater };
// Of a deadline that ends on `last_day`, or within it: `ends` is the first instant that is too
// late.
DueWhen due_when(Date last_day, Instant ends, Instant now);

// The day on which something was last written about the case, whenever it happened.
Date last_recorded(const Case& state);

// Of an open case, whether nothing was recorded for so many whole calendar days: on the tenth day
// after the last record for 10. 0 is never.
bool is_quiet(Date last_recorded, Date today, int days);

}  // namespace casework
