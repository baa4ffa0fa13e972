// Why a clock ends on its day, as data: reasons one after another, each with the rule that gives
// it, and every day from the start to the end. Read together the reasons are the explanation in
// sentences; the days are its list and its picture. Not which day: that is clocks.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casework/clocks.h"

namespace casework {

struct Reason {
  enum class Kind {
    kCounted,  // the amount, its start, the days left out, the end
    kSet,      // a time was agreed, declared, or set to protect the child
    kAtMost,   // that time is later than the procedure allows, so the latest allowed counts
    kTooLate,  // the time to protect the child comes no earlier than the amount, so does not count
    kMoved,    // another bank holiday is known now than when it started
    kDayOff,   // the time that was set is not a working day
    kDayOnly,  // hours count from a day whose time was not recorded
    kStart,    // why it counts from there
    kNothingSet,    // the procedure asks for a time, and there is none
    kOtherReading,  // the procedure's other words for the amount
    kForce,         // the procedure gives the time as a guide
    kSource,        // whose rule it is
  } kind;
  std::string text;  // a sentence or two
  std::optional<policy::Citation> cite;
};

// Where the procedure's other words for the amount would lead: "48 hours" beside two working days.
struct OtherReading {
  calendar::Amount amount;
  calendar::Deadline deadline;
  std::vector<std::string> by_day;
};

struct Explanation {
  std::vector<Reason> reasons;
  // Every day from the start to where the count ends, also when a time set comes before that:
  // without a start or a count, none.
  std::vector<calendar::DayStep> days;
  std::vector<std::string> by_day;    // the same in words, a line each
  std::optional<OtherReading> other;  // which does not count; most procedures have one reading
};
// Requires: the setting is the one that the clock was reckoned with.
Explanation explain(const RunningClock& clock, const Setting& setting);
// The reasons, one after another.
std::string in_words(const Explanation& explanation);
// The same, for those who want the text alone: no list of days is written.
std::string why_in_words(const RunningClock& clock, const Setting& setting);

}  // namespace casework
