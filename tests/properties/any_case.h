// Any procedure of a few stages with any clocks, and any case under it, for the properties of
// casework. Everything is drawn by rapidcheck, so that a counterexample is made small.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "casework/budget_clocks.h"
#include "casework/invented.h"
#include "casework/set_times.h"
#include "properties/drawn.h"

namespace properties {

using calendar::Date;
using calendar::Instant;
using calendar::Unit;
using invented::Running;
using policy::Clock;
using policy::ClockKind;
using policy::StartEvent;

enum class Units { kAll, kWholeDays };

inline calendar::Amount any_amount(Units units) {
  std::vector<Unit> all = {Unit::kWorkingDays,  Unit::kWorkingDays, Unit::kWorkingWeeks,
                           Unit::kCalendarDays, Unit::kWeeks,       Unit::kMonths};
  if (units == Units::kAll) all.push_back(Unit::kHours);
  const Unit unit = any_among(all);
  const bool days = unit == Unit::kWorkingDays || unit == Unit::kCalendarDays;
  const int most = days ? 30 : unit == Unit::kHours ? 100 : 4;
  return {any_below(most) + (days ? 0 : 1), unit};
}

inline Clock any_clock(const std::string& id, bool first_stage, Units units) {
  std::vector<StartEvent> starts = {StartEvent::kConcernArose, StartEvent::kCaseRaised,
                                    StartEvent::kStageEntered, StartEvent::kMeetingHeld,
                                    StartEvent::kReplyReceived};
  if (!first_stage) starts.push_back(StartEvent::kStageEnded);
  Clock clock = invented::clock(id, 0, any_among(starts));
  clock.amount = any_amount(units);
  clock.kind = any_among<ClockKind>(
      {ClockKind::kFixed, ClockKind::kFixed, ClockKind::kAgreed, ClockKind::kDeclared});
  clock.or_protective = clock.kind == ClockKind::kFixed && one_in(3);
  if (one_in(4)) clock.other_starts = {any_among(starts)};
  if (one_in(2)) clock.take = policy::TakeStart::kLatest;
  clock.met_by = any_among<policy::MetBy>(
      {policy::MetBy::kRecord, policy::MetBy::kReply, policy::MetBy::kStageEnded});
  return clock;
}

// Stages one after another, with up to three clocks each and up to two budgets over some of them.
inline policy::Policy any_procedure(Units units = Units::kAll) {
  policy::Policy policy = invented::procedure();
  policy.stages.clear();
  const int stages = 2 + any_below(4);
  for (int number = 1; number <= stages; ++number) {
    std::vector<Clock> clocks;
    for (int left = any_below(4); left > 0; --left) {
      clocks.push_back(any_clock("clock-" + std::to_string(number) + "-" + std::to_string(left),
                                 number == 1, units));
    }
    policy.stages.push_back(invented::stage(number, "A stage", std::move(clocks)));
    if (number > 1) {
      policy.stages[policy.stages.size() - 2].next = {policy.stages.back().id};
    }
  }
  policy.risk.direct_entry.clear();
  for (int left = any_below(3); left > 0; --left) {
    policy::Budget budget;
    const int first = any_below(stages);
    const int last = first + any_below(stages - first);
    for (int i = first; i <= last; ++i) {
      budget.stages.push_back(policy.stages[static_cast<size_t>(i)].id);
    }
    budget.clock =
        invented::clock("budget-" + std::to_string(left), 0,
                        any_among<StartEvent>({StartEvent::kStageEntered, StartEvent::kCaseRaised,
                                               StartEvent::kConcernArose}));
    budget.clock.amount = any_amount(units);
    budget.clock.met_by = policy::MetBy::kStageEnded;
    budget.clock.or_protective = one_in(3);
    policy.budgets.push_back(std::move(budget));
  }
  return policy;
}

inline Date any_day_after(Date day, int most) {
  return calendar::plus_days(day, any_below(most + 1));
}

struct AnyCase {
  std::unique_ptr<policy::Policy> policy;
  Running running;
};

// A time for one of the clocks, as a person may set it here or, unchecked, as it may come from
// another device or have been set before the procedure or the calendar changed.
inline void any_time(Running& running) {
  const auto settable = casework::settable_clocks(running.state(), running.setting());
  if (settable.empty()) return;
  const casework::TimeAgreed fact{running.state().stage(), any_among(settable).clock->id,
                                  any_day_after(calendar::uk_date(running.now()), 45), "Priya Shah",
                                  ""};
  if (one_in(2)) {
    if (const auto event = running.attempt(fact)) running.take(*event);
    return;
  }
  casework::Event event{"",
                        invented::kCaseId,
                        running.state().heads,
                        running.now(),
                        running.now(),
                        invented::kTeacher,
                        fact};
  casework::seal(event);
  running.take(event);
}

inline void any_step(Running& running, const policy::Policy& policy) {
  const Date day = calendar::uk_date(running.now());
  const auto told = [&](casework::Payload payload) {
    if (const auto event = running.attempt(std::move(payload))) running.take(*event);
  };
  switch (any_below(5)) {
    case 0:
      return told(casework::DiscussionRecorded{"", day,
                                               one_in(2) ? casework::kMeetingChannel : "Telephone",
                                               "Priya Shah", "We disagreed.", ""});
    case 1:
      return told(Running::reply_on(day, false));
    case 2: {
      const policy::Stage* stage = policy.stage(running.state().stage());
      if (stage->next.empty()) return;
      return told(casework::StageEntered{stage->next.front(), "", false, "It was not resolved."});
    }
    default:
      return any_time(running);
  }
}

inline AnyCase any_case(Units units = Units::kAll) {
  auto policy = std::make_unique<policy::Policy>(any_procedure(units));
  const Date arose = any_day_after(calendar::date(2025, 11, 1), 400);
  const Date opened = any_day_after(arose, 5);
  Running running(*policy, invented::opening(*policy, arose), invented::at(opened, 9));
  for (int left = any_below(9); left > 0; --left) {
    const Date day = any_day_after(calendar::uk_date(running.now()), 6);
    const Instant then = invented::at(day, any_below(24));
    if (then > running.now()) running.on(then);
    any_step(running, *policy);
  }
  if (one_in(2)) running.on(any_day_after(calendar::uk_date(running.now()), 30), 12);
  return {std::move(policy), std::move(running)};
}

// One more bank holiday, on a weekday that the case may come past.
inline calendar::HolidaySet with_one_more(const Running& running) {
  std::vector<calendar::Holiday> holidays = invented::holidays().all();
  Date day = any_day_after(running.state().opened.fact.concern_arose, 90);
  while (!calendar::is_working_day(day, invented::holidays())) day = calendar::plus_days(day, 1);
  holidays.push_back({day, "Announced", false});
  return {"england-and-wales", std::move(holidays), "later"};
}

}  // namespace properties
