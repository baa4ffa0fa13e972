// The timescales of a case: which clocks run, when each ends, why that day, and whether it was met.
// Rules come from the policy; conventions of counting from calendar/deadline.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/deadline.h"
#include "casework/case_state.h"
#include "casework/decide.h"
#include "policy/model.h"

namespace casework {

enum class ClockStatus {
  kRunning,   // not yet met, not yet late
  kDueToday,  // running, and today is its last day
  kOverdue,   // its last day has passed and it was not met
  kMet,       // met in time
  kMetLate,   // met after its last day
  kEnded,     // its stage ended, or the case closed, before it was met
};

// From when a clock counts.
struct ClockStart {
  Instant at;
  std::string event;  // in words, for calendar::explain(): "the concern arose"
  std::string note;   // a sentence when it does not count from where the policy says; may be empty
  bool day_only = false;  // the time of day was not recorded: `at` is the day's first moment
  Instant known{};        // when it was written down: nobody was shown a deadline before
};

// A time agreed, declared or set to protect the child, as it was recorded.
struct SetTime {
  Date until{};
  std::string author, with;
  Instant recorded_at;
};

// A bank holiday that became known, or was taken away, after the clock had started.
struct MovedDay {
  calendar::Deadline before;            // where it would end without that
  Instant known;                        // when this device learnt of it
  std::vector<calendar::Holiday> days;  // that came or went between the start and the end
};

// What the day of a clock was worked out from: explanation.h makes the reasons of it, when somebody
// asks.
struct Reckoning {
  std::string policy_hash;                    // of the version that the clock is of
  std::optional<ClockStart> start;            // empty: it has not happened, and the time set tells
  std::optional<calendar::Amount> amount;     // when it is counted from the start
  std::optional<calendar::Amount> stated_as;  // the same in the procedure's other words
  calendar::Deadline counted;                 // where the amount ends; without one, nothing
  std::optional<MovedDay> moved;              // when it ended on another day at first
  std::optional<SetTime> time;                // the last that was set
  enum class Use { kEnds, kAtMost, kTooLate } use = Use::kEnds;  // what became of that time
  bool over = false;       // its stage ended, or the case closed
  bool lost_time = false;  // a time was set under the version before, which this one does not know
};

struct RunningClock {
  std::string id;  // policy::Clock::id
  // The same clock for ever: its id and the event that entered the stage, or began the case.
  std::string key;
  std::string stage;  // the stage that it runs in, or empty for a clock of the whole case
  std::vector<std::string> stages;  // of a budget: the stages that share it
  std::string what;                 // "The discussion takes place"
  ClockStatus status = ClockStatus::kRunning;
  calendar::Deadline deadline;
  std::optional<Date> agreed;  // the time agreed, declared or set to protect, when it counts
  bool needs_agreement =
      false;  // the policy asks for an agreed time and none is recorded: deadline is the maximum
  std::string amount;  // "two working days"
  Reckoning reckoning;
  policy::Force force = policy::Force::kShould;
  policy::Citation cite;
  policy::ClockKind kind = policy::ClockKind::kFixed;
  policy::Lapse lapse = policy::Lapse::kOverdue;
  policy::MetBy met_by = policy::MetBy::kRecord;
};

// Clocks of every stage passed through, in order; the current stage's last; then those of the whole
// case: budgets, the other procedure's that an exclusion names, and the clocks of duties. Left out,
// because they have no date: immediate clocks, clocks whose start has not happened yet (no meeting
// held), clocks whose condition does not hold or is not known yet, and times to be agreed or
// declared without a maximum while none is (next_steps() asks for those).
std::vector<RunningClock> clocks(const Case& state, const Setting& setting);
// Those of one passage's stage, without budgets. Requires: passage < state.passages.size().
std::vector<RunningClock> clocks_of_passage(const Case& state, const Setting& setting,
                                            size_t passage);

// The latest day that may be agreed or declared for a clock of the current stage or of a budget
// over it: its own maximum or the end of a budget, whichever is earlier. Empty: no such clock, or
// no maximum.
std::optional<calendar::Deadline> latest_agreeable(const Case& state, const Setting& setting,
                                                   std::string_view clock_id);

// The clock that matters most now: the earliest deadline of those running or overdue. Empty: none
// runs.
std::optional<RunningClock> next_deadline(const std::vector<RunningClock>& clocks);
std::optional<RunningClock> next_deadline(const Case& state, const Setting& setting);

// Overdue, where the procedure lets people escalate the silence: nobody's failing yet.
bool may_escalate(const RunningClock& clock);

// The version of the procedure that the clock is of.
const policy::Policy& policy_of(const RunningClock& clock, const Setting& setting);

// "Stage 1", of a budget "Stages 1 and 2 together", or "Whole case".
std::string place_in_words(const RunningClock& clock, const Setting& setting);

// "Due today", "Due tomorrow, Tuesday 7 April", "2 working days overdue, since …", "No time agreed
// yet: at the latest …"
std::string status_in_words(const RunningClock& clock, const Setting& setting);

}  // namespace casework
