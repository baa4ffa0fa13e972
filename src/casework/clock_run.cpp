#include "casework/clock_run.h"

#include "casework/stage_words.h"

namespace casework {
namespace {

using policy::Clock;
using policy::ClockKind;

calendar::Deadline end_of(Date day) {
  calendar::Deadline deadline;
  deadline.last_day = day;
  deadline.ends = calendar::end_of_day(day);
  return deadline;
}

bool is_declared(const Clock& clock) {
  return clock.kind == ClockKind::kDeclared;
}
bool asks_for_time(const Clock& clock) {
  return clock.kind == ClockKind::kAgreed || is_declared(clock);
}

std::string amount_of(const Clock& clock) {
  if (!asks_for_time(clock)) return calendar::in_words(clock.amount);
  if (is_counted(clock)) return "at most " + calendar::in_words(clock.amount);
  return is_declared(clock) ? "a time to be declared" : "a time to be agreed";
}

std::string set_in_words(const Clock& clock, const Recorded<TimeAgreed>& time) {
  const std::string& with = time.fact.with;
  const bool agreed = clock.kind == ClockKind::kAgreed;
  std::string text = is_declared(clock) ? "Declared by " + time.author.name
                     : agreed           ? "Agreed"
                                        : "Set to protect the child";
  if (agreed && !with.empty()) text += " with " + with;
  text += " on " + calendar::in_words(calendar::uk_date(time.recorded_at));
  if (!agreed && !with.empty()) text += " and told to " + with;
  return text + ": by the end of " + calendar::in_words_with_day(time.fact.until) + ".";
}

const char* unit_in_words(calendar::Unit unit) {
  switch (unit) {
    case calendar::Unit::kWorkingDays:
      return "working days";
    case calendar::Unit::kWorkingWeeks:
      return "working weeks";
    case calendar::Unit::kHours:
      return "hours";
    case calendar::Unit::kWeeks:
      return "weeks";
    case calendar::Unit::kMonths:
      return "months";
    case calendar::Unit::kCalendarDays:
      break;
  }
  return "days";
}

class Explanation {
 public:
  Explanation(const Clock& clock, const ClockRun& run, const policy::Policy& policy,
              const calendar::HolidaySet& holidays)
      : clock_(clock), run_(run), policy_(policy), holidays_(holidays) {}

  // `most`: the clock's own end when it is counted. `time_counts`: the time that was set ends it.
  std::string text(const calendar::Deadline& most, bool time_counts) const {
    const std::string counted =
        is_counted(clock_) ? calendar::explain(most, clock_.amount, run_.start.at, run_.start.event)
                           : "";
    std::string text = counted;
    if (time_counts) {
      text = set_in_words(clock_, *run_.time);
      if (!counted.empty()) {
        text += asks_for_time(clock_) ? " The latest it could be: " : " Without that: ";
        text += within_sentence(counted);
      }
    } else if (run_.time) {
      text += " The time set to protect the child, " +
              day_in_words(run_.time->fact.until, most.last_day.year()) + ", is " +
              (run_.time->fact.until > most.last_day ? "later" : "no earlier") +
              " than that and so does not count.";
    }
    if (!run_.start.note.empty()) text += " " + run_.start.note;
    if (asks_for_time(clock_) && !time_counts) text += " " + nothing_set();
    return text + stated() + " " + source_sentence(policy_, clock_.cite);
  }

 private:
  std::string nothing_set() const {
    return procedure_in_words(policy_) + " asks for a time to be " +
           (is_declared(clock_) ? "declared. " : "agreed. ") +
           (run_.over ? "None was recorded, so this was the latest it could be."
                      : "None is recorded yet, so this is the latest it may be.");
  }

  // The source's other words for the amount, and where they would lead.
  std::string stated() const {
    if (!clock_.stated_as || !is_counted(clock_)) return "";
    const auto other = calendar::deadline_after(run_.start.at, *clock_.stated_as, holidays_);
    return " The procedure also says " + calendar::in_words(*clock_.stated_as) +
           ": those would end at " + end_in_words(other) + "; the " +
           unit_in_words(clock_.amount.unit) + " count.";
  }

  const Clock& clock_;
  const ClockRun& run_;
  const policy::Policy& policy_;
  const calendar::HolidaySet& holidays_;
};

}  // namespace

bool takes_time(const Clock& clock) {
  return asks_for_time(clock) || clock.or_protective;
}

bool is_counted(const Clock& clock) {
  return clock.kind == ClockKind::kFixed || (asks_for_time(clock) && clock.amount.count > 0);
}

std::optional<RunningClock> measured(const Clock& clock, const ClockRun& run,
                                     const policy::Policy& policy,
                                     const calendar::HolidaySet& holidays) {
  const bool may_count = run.time && takes_time(clock);
  if (clock.kind == ClockKind::kImmediate || (!is_counted(clock) && !may_count))
    return std::nullopt;
  RunningClock running;
  running.id = clock.id;
  running.what = clock.what;
  running.amount = amount_of(clock);
  running.force = clock.force;
  running.cite = clock.cite;
  running.kind = clock.kind;
  running.lapse = clock.lapse;
  running.met_by = clock.met_by;
  if (is_counted(clock)) {
    running.deadline = calendar::deadline_after(run.start.at, clock.amount, holidays);
  }
  const calendar::Deadline most = running.deadline;
  const bool counts =
      may_count && (asks_for_time(clock) || end_of(run.time->fact.until).ends < most.ends);
  if (counts) {
    running.agreed = run.time->fact.until;
    running.deadline = end_of(run.time->fact.until);
  }
  running.needs_agreement = asks_for_time(clock) && !counts;
  ClockRun told = run;
  if (!may_count) told.time = nullptr;
  running.explanation = Explanation(clock, told, policy, holidays).text(most, counts);
  return running;
}

ClockStatus status_of(Met met, bool over, const calendar::Deadline& deadline, Instant now) {
  if (met.met) return met.late ? ClockStatus::kMetLate : ClockStatus::kMet;
  if (over) return ClockStatus::kEnded;
  if (now >= deadline.ends) return ClockStatus::kOverdue;
  return calendar::uk_date(now) == deadline.last_day ? ClockStatus::kDueToday
                                                     : ClockStatus::kRunning;
}

bool is_going(const RunningClock& clock) {
  return clock.status == ClockStatus::kRunning || clock.status == ClockStatus::kDueToday ||
         clock.status == ClockStatus::kOverdue;
}

std::string end_in_words(const calendar::Deadline& deadline) {
  const std::string day = calendar::in_words_with_day(deadline.last_day);
  if (!ends_within_day(deadline)) return "the end of " + day;
  return calendar::in_words(calendar::to_uk(deadline.ends).time) + " on " + day;
}

std::string day_in_words(Date day, std::chrono::year year) {
  if (day.year() != year) return calendar::in_words_with_day(day);
  return calendar::weekday_name(day) + " " + std::to_string(static_cast<unsigned>(day.day())) +
         " " + calendar::month_name(day);
}

bool ends_within_day(const calendar::Deadline& deadline) {
  return deadline.ends != calendar::end_of_day(deadline.last_day);
}

}  // namespace casework
