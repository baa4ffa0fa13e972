#include "casework/clock_run.h"

#include <algorithm>

#include "casework/reminders.h"
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

// Those of one set that the other lacks, with the first day and the last.
void add_missing(std::vector<calendar::Holiday>& days, const calendar::HolidaySet& these,
                 const calendar::HolidaySet& those, Date first, Date last) {
  for (const calendar::Holiday& each : these.all()) {
    if (first <= each.date && each.date <= last && !those.on(each.date)) days.push_back(each);
  }
}

// By the last change that moved it, of those after it could be seen: changes that moved nothing, or
// came before anybody wrote the start down, are not told.
std::optional<MovedDay> moved_day(const calendar::Deadline& now, const ClockStart& start,
                                  calendar::Amount amount, const Setting& setting) {
  if (!calendar::counts_working_days(amount.unit)) return std::nullopt;
  for (auto each = setting.earlier_days.rbegin(); each != setting.earlier_days.rend(); ++each) {
    if (each->until <= std::max(start.at, start.known)) break;
    const calendar::HolidaySet& then = *each->holidays;
    MovedDay moved{calendar::deadline_after(start.at, amount, then), each->until, {}};
    if (moved.before.last_day == now.last_day) continue;
    const int first = amount.count == 0 ? 0 : 1;  // day 0 counts for "the same working day" alone
    const Date from = calendar::plus_days(calendar::uk_date(start.at), first);
    const Date to = std::max(now.last_day, moved.before.last_day);
    add_missing(moved.days, setting.holidays, then, from, to);
    add_missing(moved.days, then, setting.holidays, from, to);
    return moved;
  }
  return std::nullopt;
}

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
                                     const policy::Policy& policy, const Setting& setting) {
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
  Reckoning& how = running.reckoning;
  how.policy_hash = policy.hash;
  how.start = run.start;
  how.over = run.over;
  how.lost_time = run.lost_time;
  if (counted) {
    how.amount = clock.amount;
    how.stated_as = clock.stated_as;
    how.counted = calendar::deadline_after(run.start->at, clock.amount, setting.holidays);
    how.moved = moved_day(how.counted, *run.start, clock.amount, setting);
    running.deadline = how.counted;
  }
  // The last that was set. One that protects and comes too late does not displace one that counts.
  const auto comes_earlier = [&](const Recorded<TimeAgreed>* time) {
    return !counted || end_of(time->fact.until).ends < how.counted.ends;
  };
  const Recorded<TimeAgreed>* time = may_count ? run.times.back() : nullptr;
  for (size_t i = run.times.size(); may_count && !asks && i-- > 0;) {
    if (!comes_earlier(run.times[i])) continue;
    time = run.times[i];
    break;
  }
  if (time) {
    how.time = {time->fact.until, time->author.name, time->fact.with, time->recorded_at};
    // Never later than the maximum (README, "Time"). It was in time when it was recorded; another
    // version or a new bank holiday made the maximum earlier since.
    const bool within = comes_earlier(time) || (asks && time->fact.until <= how.counted.last_day);
    how.use = within ? Reckoning::Use::kEnds
              : asks ? Reckoning::Use::kAtMost
                     : Reckoning::Use::kTooLate;
  }
  if (time && how.use == Reckoning::Use::kEnds) {
    running.agreed = time->fact.until;
    // Hours may end within the day that was agreed.
    if (!counted || comes_earlier(time)) running.deadline = end_of(time->fact.until);
  }
  running.needs_agreement = asks && !time;
  return running;
}

ClockStatus status_of(Met met, bool over, const calendar::Deadline& deadline, Instant now) {
  if (met.met) return met.late ? ClockStatus::kMetLate : ClockStatus::kMet;
  if (over) return ClockStatus::kEnded;
  switch (due_when(deadline.last_day, deadline.ends, now)) {
    case DueWhen::kOverdue:
      return ClockStatus::kOverdue;
    case DueWhen::kToday:
      return ClockStatus::kDueToday;
    case DueWhen::kTomorrow:
    case DueWhen::kLater:
      break;
  }
  return ClockStatus::kRunning;
}

bool is_going(const RunningClock& clock) {
  return clock.status == ClockStatus::kRunning || clock.status == ClockStatus::kDueToday ||
         clock.status == ClockStatus::kOverdue;
}

bool may_escalate(const RunningClock& clock) {
  return clock.status == ClockStatus::kOverdue && clock.lapse == policy::Lapse::kMayEscalate;
}

}  // namespace casework
