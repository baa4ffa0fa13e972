#include "casework/clocks.h"

#include <algorithm>

#include "base/text.h"
#include "casework/clock_start.h"
#include "casework/duty_record.h"
#include "casework/next_steps.h"
#include "casework/stage_words.h"

namespace casework {
namespace {

using policy::Clock;
using policy::ClockKind;
using policy::MetBy;

// When and whether something was done: by the day when only the day is known.
struct Met {
  bool met = false;
  bool late = false;
};

Met met_at(Instant at, const calendar::Deadline& deadline) {
  return {true, at >= deadline.ends};
}

ClockStatus status_of(Met met, bool ended, const calendar::Deadline& deadline, Instant now) {
  if (met.met) return met.late ? ClockStatus::kMetLate : ClockStatus::kMet;
  if (ended) return ClockStatus::kEnded;
  if (now >= deadline.ends) return ClockStatus::kOverdue;
  return calendar::uk_date(now) == deadline.last_day ? ClockStatus::kDueToday
                                                     : ClockStatus::kRunning;
}

calendar::Deadline end_of(Date day) {
  calendar::Deadline deadline;
  deadline.last_day = day;
  deadline.ends = calendar::end_of_day(day);
  return deadline;
}

std::string amount_of(const Clock& clock) {
  if (clock.kind != ClockKind::kAgreed) return calendar::in_words(clock.amount);
  if (clock.amount.count == 0) return "a time to be agreed";
  return "at most " + calendar::in_words(clock.amount);
}

class PassageClocks {
 public:
  PassageClocks(const Case& state, const Setting& setting, size_t passage)
      : state_(state), setting_(setting), passage_(passage), at_(state.passages[passage]) {}

  std::optional<RunningClock> running(const Clock& clock) const {
    if (clock.kind == ClockKind::kImmediate) return std::nullopt;
    const auto start = clock_start(state_, setting_.policy, clock, passage_);
    if (!start) return std::nullopt;
    const auto* agreed =
        clock.kind == ClockKind::kAgreed ? time_agreed(state_, passage_, clock.id) : nullptr;
    const bool counted = clock.kind == ClockKind::kFixed || clock.amount.count > 0;
    if (!agreed && !counted) return std::nullopt;

    RunningClock running;
    running.id = clock.id;
    running.stage = at_.stage;
    running.what = clock.what;
    running.amount = amount_of(clock);
    running.force = clock.force;
    running.cite = clock.cite;
    if (counted)
      running.deadline = calendar::deadline_after(start->at, clock.amount, setting_.holidays);
    running.explanation = explanation(clock, *start, running.deadline, agreed);
    if (agreed) {
      running.agreed = agreed->fact.until;
      running.deadline = end_of(agreed->fact.until);
    }
    running.needs_agreement = clock.kind == ClockKind::kAgreed && !agreed;
    running.status = status_of(met(clock, running.deadline), at_.ended_at.has_value(),
                               running.deadline, setting_.now);
    return running;
  }

 private:
  Met met(const Clock& clock, const calendar::Deadline& deadline) const {
    switch (clock.met_by) {
      case MetBy::kRecord: {
        const auto held = discussions_at(state_, passage_);
        if (held.empty()) return {};
        const auto earlier = [](const auto* a, const auto* b) {
          return a->fact.held_on < b->fact.held_on;
        };
        const auto* first = *std::min_element(held.begin(), held.end(), earlier);
        return {true, first->fact.held_on > deadline.last_day};
      }
      case MetBy::kStageEnded: {
        const bool given_up =
            state_.status == CaseStatus::kWithdrawn && passage_ + 1 == state_.passages.size();
        if (!at_.ended_at || given_up) return {};
        return met_at(*at_.ended_at, deadline);
      }
      case MetBy::kDutyDone: {
        const policy::Duty* duty = setting_.policy.duty(clock.met_by_duty);
        if (!duty) return {};
        const auto done = duty_record(state_, setting_.policy, *duty,
                                      is_per_stage(duty->when) ? at_.stage : std::string());
        return done ? met_at(done->at, deadline) : Met{};
      }
    }
    return {};
  }

  std::string explanation(const Clock& clock, const ClockStart& start,
                          const calendar::Deadline& most,
                          const Recorded<TimeAgreed>* agreed) const {
    std::string counted;
    if (clock.kind == ClockKind::kFixed || clock.amount.count > 0) {
      counted = calendar::explain(most, clock.amount, start.at, start.event);
    }
    std::string text;
    if (agreed) {
      text = "Agreed with " + agreed->fact.with + " on " +
             calendar::in_words(calendar::uk_date(agreed->recorded_at)) + ": by the end of " +
             calendar::in_words_with_day(agreed->fact.until) + ".";
      if (!counted.empty()) text += " The latest it could be: " + within_sentence(counted);
    } else {
      text = counted;
    }
    if (!start.note.empty()) text += " " + start.note;
    if (clock.kind == ClockKind::kAgreed && !agreed) {
      text += " " + procedure_in_words(setting_.policy) + " asks for a time to be agreed. " +
              (at_.ended_at ? "None was recorded, so this was the latest it could be."
                            : "None is recorded yet, so this is the latest it may be.");
    }
    return text + " " + source_sentence(setting_.policy, clock.cite);
  }

  const Case& state_;
  const Setting& setting_;
  size_t passage_;
  const StagePassage& at_;
};

std::optional<RunningClock> clock_of(const OwedDuty& owed, const Case& state,
                                     const Setting& setting) {
  const policy::Duty* duty = setting.policy.duty(owed.duty);
  if (!owed.deadline || !duty || !duty->clock) return std::nullopt;
  const Clock& clock = *duty->clock;
  const auto start =
      clock_start(state, setting.policy, clock, duty_passage(state, *duty, owed.stage));
  if (!start) return std::nullopt;
  RunningClock running;
  running.id = clock.id;
  running.stage = owed.stage;
  running.what = clock.what;
  running.deadline = *owed.deadline;
  running.amount = amount_of(clock);
  running.force = clock.force;
  running.cite = clock.cite;
  running.explanation = calendar::explain(running.deadline, clock.amount, start->at, start->event) +
                        (start->note.empty() ? "" : " " + start->note) + " " +
                        source_sentence(setting.policy, clock.cite);
  const auto done = duty_record(state, setting.policy, *duty, owed.stage);
  running.status = status_of(done ? met_at(done->at, running.deadline) : Met{},
                             state.status == CaseStatus::kWithdrawn, running.deadline, setting.now);
  return running;
}

bool is_going(const RunningClock& clock) {
  return clock.status == ClockStatus::kRunning || clock.status == ClockStatus::kDueToday ||
         clock.status == ClockStatus::kOverdue;
}

// "Tuesday 7 April", with the year unless it is this one.
std::string day_in_words(Date day, Date today) {
  const std::string number = std::to_string(static_cast<unsigned>(day.day()));
  if (day.year() != today.year()) return calendar::in_words_with_day(day);
  return calendar::weekday_name(day) + " " + number + " " + calendar::month_name(day);
}

// Hours end within a day.
bool ends_within_day(const calendar::Deadline& deadline) {
  return deadline.ends != calendar::end_of_day(deadline.last_day);
}

std::string time_of(const calendar::Deadline& deadline) {
  return ends_within_day(deadline)
             ? " at " + calendar::in_words(calendar::to_uk(deadline.ends).time)
             : "";
}

std::string counted(int count, const char* unit) {
  return std::to_string(count) + " " + unit + (count == 1 ? "" : "s");
}

std::string overdue_in_words(const RunningClock& clock, const Setting& setting, Date today) {
  const calendar::Deadline& deadline = clock.deadline;
  const int days = calendar::working_days_between(deadline.last_day, today, setting.holidays);
  const std::string since = "since " + std::string(ends_within_day(deadline) ? "" : "the end of ") +
                            day_in_words(deadline.last_day, today) + time_of(deadline);
  const std::string late = days > 0 ? counted(days, "working day") + " overdue, " : "Overdue ";
  if (!clock.needs_agreement) return late + since;
  return "No time was agreed, and the latest has passed: " + within_sentence(late) + since;
}

}  // namespace

std::vector<RunningClock> clocks_of_passage(const Case& state, const Setting& setting,
                                            size_t passage) {
  std::vector<RunningClock> found;
  const policy::Stage* stage = setting.policy.stage(state.passages[passage].stage);
  if (!stage) return found;
  const PassageClocks clocks(state, setting, passage);
  for (const Clock& clock : stage->clocks) {
    if (auto running = clocks.running(clock)) found.push_back(std::move(*running));
  }
  return found;
}

std::vector<RunningClock> clocks(const Case& state, const Setting& setting) {
  std::vector<RunningClock> all;
  for (size_t i = 0; i < state.passages.size(); ++i) {
    for (RunningClock& running : clocks_of_passage(state, setting, i))
      all.push_back(std::move(running));
  }
  for (const OwedDuty& owed : duties(state, setting)) {
    if (auto running = clock_of(owed, state, setting)) all.push_back(std::move(*running));
  }
  return all;
}

std::optional<calendar::Deadline> latest_agreeable(const Case& state, const Setting& setting,
                                                   std::string_view clock_id) {
  const policy::Stage* stage = setting.policy.stage(state.stage());
  if (!stage) return std::nullopt;
  for (const Clock& clock : stage->clocks) {
    if (clock.id != clock_id || clock.kind != ClockKind::kAgreed || clock.amount.count == 0)
      continue;
    const auto start = clock_start(state, setting.policy, clock, state.passages.size() - 1);
    if (!start) return std::nullopt;
    return calendar::deadline_after(start->at, clock.amount, setting.holidays);
  }
  return std::nullopt;
}

std::optional<RunningClock> next_deadline(const std::vector<RunningClock>& clocks) {
  const RunningClock* next = nullptr;
  for (const RunningClock& clock : clocks) {
    if (is_going(clock) && (!next || clock.deadline.ends < next->deadline.ends)) next = &clock;
  }
  return next ? std::optional<RunningClock>(*next) : std::nullopt;
}

std::optional<RunningClock> next_deadline(const Case& state, const Setting& setting) {
  return next_deadline(clocks(state, setting));
}

std::string status_in_words(const RunningClock& clock, const Setting& setting) {
  const Date today = calendar::uk_date(setting.now);
  const calendar::Deadline& deadline = clock.deadline;
  const std::string day = day_in_words(deadline.last_day, today);
  switch (clock.status) {
    case ClockStatus::kMet:
      return "Done in time";
    case ClockStatus::kMetLate:
      return "Done after the last day, " + day;
    case ClockStatus::kEnded:
      return "Ended before it was done";
    case ClockStatus::kOverdue:
      return overdue_in_words(clock, setting, today);
    case ClockStatus::kDueToday:
      if (clock.needs_agreement)
        return "No time agreed yet: at the latest today" + time_of(deadline);
      return "Due today" + time_of(deadline);
    case ClockStatus::kRunning:
      break;
  }
  if (clock.needs_agreement) return "No time agreed yet: at the latest " + day + time_of(deadline);
  if (calendar::days_between(today, deadline.last_day) == 1) {
    return "Due tomorrow, " + day + time_of(deadline);
  }
  const int days = calendar::working_days_between(today, deadline.last_day, setting.holidays);
  if (days < 1) return "Due on " + day + time_of(deadline);
  return "Due in " + counted(days, "working day") + ", " + day + time_of(deadline);
}

}  // namespace casework
