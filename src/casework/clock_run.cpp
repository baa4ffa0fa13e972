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
      : clock_(clock),
        run_(run),
        policy_(policy),
        holidays_(holidays),
        is_counted_(run.start && is_counted(clock)) {}

  // `most`: the clock's own end when it is counted. `time`: the one set that tells, which ends it
  // when `time_counts`.
  std::string text(const calendar::Deadline& most, const Recorded<TimeAgreed>* time,
                   bool time_counts) const {
    const std::string counted =
        is_counted_ ? calendar::explain(most, clock_.amount, run_.start->at, run_.start->event)
                    : "";
    std::string text = counted;
    if (time_counts) {
      text = set_in_words(clock_, *time);
      if (!counted.empty()) {
        text += asks_for_time(clock_) ? " The latest it could be: " : " Without that: ";
        text += within_sentence(counted);
      }
    } else if (time) {
      text += " The time set to protect the child, " +
              calendar::in_words_with_day(time->fact.until) + ", is " +
              (time->fact.until > most.last_day ? "later" : "no earlier") +
              " than that and so does not count.";
    }
    if (run_.start && !run_.start->note.empty()) text += " " + run_.start->note;
    if (asks_for_time(clock_) && !time_counts) text += " " + nothing_set();
    return text + stated() + " " + source_sentence(policy_, clock_.cite);
  }

 private:
  std::string nothing_set() const {
    return procedure_in_words(policy_) + " asks for a time to be " +
           (is_declared(clock_) ? "declared. " : "agreed. ") +
           (run_.lost_time ? "The time recorded under the earlier version does not carry over, so "
                             "this is the latest it may be."
            : run_.over    ? "None was recorded, so this was the latest it could be."
                           : "None is recorded yet, so this is the latest it may be.");
  }

  // The source's other words for the amount, and where they would lead.
  std::string stated() const {
    if (!clock_.stated_as || !is_counted_) return "";
    const auto other = calendar::deadline_after(run_.start->at, *clock_.stated_as, holidays_);
    return " The procedure also says " + calendar::in_words(*clock_.stated_as) +
           ": those would end at " + calendar::end_in_words(other) + "; the " +
           unit_in_words(clock_.amount.unit) + " count.";
  }

  const Clock& clock_;
  const ClockRun& run_;
  const policy::Policy& policy_;
  const calendar::HolidaySet& holidays_;
  bool is_counted_;
};

}  // namespace

bool asks_for_time(const Clock& clock) {
  return clock.kind == ClockKind::kAgreed || is_declared(clock);
}

bool takes_time(const Clock& clock) {
  return asks_for_time(clock) || clock.or_protective;
}

bool is_counted(const Clock& clock) {
  return clock.kind == ClockKind::kFixed || (asks_for_time(clock) && clock.amount.count > 0);
}

std::optional<RunningClock> measured(const Clock& clock, const ClockRun& run,
                                     const policy::Policy& policy,
                                     const calendar::HolidaySet& holidays) {
  const bool asks = asks_for_time(clock);
  const bool counted = run.start && is_counted(clock);
  const bool may_count = !run.times.empty() && takes_time(clock) && (run.start || asks);
  if (clock.kind == ClockKind::kImmediate || (!counted && !may_count)) return std::nullopt;
  RunningClock running;
  running.id = clock.id;
  running.what = clock.what;
  running.amount = amount_of(clock);
  running.force = clock.force;
  running.cite = clock.cite;
  running.kind = clock.kind;
  running.lapse = clock.lapse;
  running.met_by = clock.met_by;
  if (counted) {
    running.deadline = calendar::deadline_after(run.start->at, clock.amount, holidays);
  }
  const calendar::Deadline most = running.deadline;
  const auto can_end_it = [&](const Recorded<TimeAgreed>* time) {
    return asks || end_of(time->fact.until).ends < most.ends;
  };
  // The last that was set. One that comes too late to count does not displace one that counts.
  const Recorded<TimeAgreed>* time = may_count ? run.times.back() : nullptr;
  for (size_t i = run.times.size(); may_count && i-- > 0;) {
    if (!can_end_it(run.times[i])) continue;
    time = run.times[i];
    break;
  }
  const bool counts = time && can_end_it(time);
  if (counts) {
    running.agreed = time->fact.until;
    running.deadline = end_of(time->fact.until);
  }
  running.needs_agreement = asks && !counts;
  running.explanation = Explanation(clock, run, policy, holidays).text(most, time, counts);
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

}  // namespace casework
