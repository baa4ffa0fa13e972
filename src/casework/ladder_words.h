// The ladder in words, the same on the screen and on a command line: what each rung says, how it
// differs from another ladder of the same case, and up to where it leads.
#pragma once

#include <string>

#include "casework/ladder.h"

namespace casework {

// "the end of Friday 10 April 2026", " (provisional)" and ", which has passed by then" where so;
// "no time is set", "no day can be known yet".
std::string due_in_words(const LadderRung& rung, const policy::Policy& policy);
// "Wednesday 1 April 2026", " (provisional)" where so.
std::string entered_in_words(const LadderRung& rung);

// "two working days later", "one day earlier" when only days off are between, "the same day".
std::string moved_in_words(Date from, Date to, const calendar::HolidaySet& holidays);
// Of a rung, beside the ladder as it stands: "two working days later"; "begins two working days
// later, due the same day"; "not known before".
std::string difference_in_words(const LadderRung& rung, const Ladder& as_it_stands,
                                const calendar::HolidaySet& holidays);

// "Stage 3 is reached on Tuesday 21 April 2026 at the latest, if every stage before it takes its
// whole time." Or after which stage nothing can be known. Empty: there is no later stage.
// `as_it_stands`: the ladder without what is supposed; null: nothing is.
std::string outlook_in_words(const Ladder& ladder, const Ladder* as_it_stands,
                             const Setting& setting);

}  // namespace casework
