// How a clock stands, in words (clocks.h, status_in_words()).
#include "casework/clock_run.h"
#include "casework/reminders.h"
#include "casework/stage_words.h"

namespace casework {
namespace {

std::string time_of(const calendar::Deadline& deadline) {
  return calendar::ends_within_day(deadline)
             ? " at " + calendar::in_words(calendar::to_uk(deadline.ends).time)
             : "";
}

std::string counted(int count, const char* unit) {
  return std::to_string(count) + " " + unit + (count == 1 ? "" : "s");
}

// "agreed" or "declared".
std::string set(const RunningClock& clock) {
  return clock.kind == policy::ClockKind::kDeclared ? "declared" : "agreed";
}

std::string overdue_in_words(const RunningClock& clock, const Setting& setting, Date today) {
  const calendar::Deadline& deadline = clock.deadline;
  const std::string day = (calendar::ends_within_day(deadline) ? "" : "the end of ") +
                          calendar::in_words_with_day(deadline.last_day) + time_of(deadline);
  if (clock.lapse == policy::Lapse::kMayEscalate) {
    return silence_in_words(clock) + " by " + day + ": you may treat that as not resolved";
  }
  const int days = calendar::working_days_between(deadline.last_day, today, setting.holidays);
  const std::string late =
      (days > 0 ? counted(days, "working day") + " overdue, since " : "Overdue since ") + day;
  if (!clock.needs_agreement) return late;
  return "No time was " + set(clock) + ", and the latest has passed: " + within_sentence(late);
}

}  // namespace

const policy::Policy& policy_of(const RunningClock& clock, const Setting& setting) {
  for (const policy::Policy* earlier : setting.earlier) {
    if (earlier && earlier->hash == clock.reckoning.policy_hash) return *earlier;
  }
  return setting.policy;
}

std::string place_in_words(const RunningClock& clock, const Setting& setting) {
  if (clock.stage.empty() && clock.stages.empty()) return "Whole case";
  const std::vector<std::string> one = {clock.stage};
  return stages_together(policy_of(clock, setting), clock.stages.empty() ? one : clock.stages);
}

std::string silence_in_words(const RunningClock& clock) {
  return clock.met_by == policy::MetBy::kReply ? "No reply came" : "This was not done";
}

namespace {

std::string standing(const RunningClock& clock, const Setting& setting) {
  const Date today = calendar::uk_date(setting.now);
  const calendar::Deadline& deadline = clock.deadline;
  const std::string day = calendar::in_words_with_day(deadline.last_day);
  switch (clock.status) {
    case ClockStatus::kMet:
      return "Done in time";
    case ClockStatus::kMetLate:
      return "Done after the last day, " + day;
    case ClockStatus::kEnded:
      return "Not done before the case moved on";
    case ClockStatus::kOverdue:
      return overdue_in_words(clock, setting, today);
    case ClockStatus::kDueToday:
      if (clock.needs_agreement)
        return "No time " + set(clock) + " yet: at the latest today" + time_of(deadline);
      return "Due today" + time_of(deadline);
    case ClockStatus::kRunning:
      break;
  }
  if (clock.needs_agreement) {
    return "No time " + set(clock) + " yet: at the latest " + day + time_of(deadline);
  }
  if (due_when(deadline.last_day, deadline.ends, setting.now) == DueWhen::kTomorrow) {
    return "Due tomorrow, " + day + time_of(deadline);
  }
  const int days = calendar::working_days_between(today, deadline.last_day, setting.holidays);
  if (days < 1) return "Due on " + day + time_of(deadline);
  return "Due in " + counted(days, "working day") + ", " + day + time_of(deadline);
}

}  // namespace

std::string status_in_words(const RunningClock& clock, const Setting& setting) {
  const std::string words = standing(clock, setting);
  return clock.deadline.provisional && is_going(clock) ? words + " (provisional)" : words;
}

}  // namespace casework
