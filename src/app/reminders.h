// What a notification says and when the next one is: how many deadlines, never whose. Computes
// only: Session shows and remembers it (session_reminders.cpp).
#pragma once

#include <string>
#include <vector>

#include "app/state.h"

namespace app {

// A look at all deadlines.
struct Reminder {
  std::string words;        // "Two deadlines are due today."; empty: there is nothing to tell
  bool of_the_day = false;  // tells what is overdue, due today and due tomorrow
  calendar::Instant next;   // when to look again
};

// Tells what is an hour off and what has passed today, of those moments that came after `since`;
// and when `day` is asked for, what is overdue, due today and due tomorrow. The next look is an
// hour before a deadline within a day, when it passes, or at morning_of() a day.
Reminder reminder_of(const std::vector<HomeRow>& rows, calendar::Instant since,
                     calendar::Instant now, bool day);

// "Two cases are overdue, one is due today and one is due tomorrow"; empty when all are none. `one`
// and `many` name what is counted.
std::string due_in_words(size_t overdue, size_t today, size_t tomorrow, const char* one,
                         const char* many);

// When a day's deadlines are told to a page that is open already: 9am in the UK.
calendar::Instant morning_of(calendar::Date day);

}  // namespace app
