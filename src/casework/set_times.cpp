#include "casework/set_times.h"

#include "casework/duty_record.h"

namespace casework {
namespace {

using policy::Clock;

class Settable {
 public:
  Settable(const Case& state, const Setting& setting)
      : state_(state),
        setting_(setting),
        passage_(state.passages.size() - 1),
        exchanges_(exchanges_at(state, passage_)) {}

  std::vector<SettableClock> all(const std::vector<OwedDuty>& duties) {
    const policy::Policy& policy = setting_.policy;
    if (const policy::Stage* stage = policy.stage(state_.stage())) {
      for (const Clock& clock : stage->clocks) add(clock, passage_, passage_);
    }
    for (const policy::Budget& budget : policy.budgets) {
      if (const auto run = current_run(state_, setting_, budget))
        add(budget.clock, run->first, run->last);
    }
    for (const OwedDuty& owed : duties) {
      const policy::Duty* duty = policy.duty(owed.duty);
      if (owed.done || !duty || !duty->clock) continue;
      const size_t from = duty_passage(state_, *duty, owed.stage);
      add(*duty->clock, from, passage_);
    }
    return std::move(found_);
  }

 private:
  void add(const Clock& clock, size_t first, size_t last) {
    if (!takes_time(clock) || !holds_for_case(clock.only_if, state_) ||
        !outcome_holds(clock.only_if, exchanges_)) {
      return;
    }
    const SetTimes times = times_set(state_, clock.id, first, last);
    found_.push_back({&clock, clock_start(state_, setting_, clock, first),
                      times.empty() ? nullptr : times.back()});
  }

  const Case& state_;
  const Setting& setting_;
  size_t passage_;
  Exchanges exchanges_;
  std::vector<SettableClock> found_;
};

}  // namespace

std::vector<SettableClock> settable_clocks(const Case& state, const Setting& setting) {
  return settable_clocks(state, setting, duties(state, setting));
}

std::vector<SettableClock> settable_clocks(const Case& state, const Setting& setting,
                                           const std::vector<OwedDuty>& duties) {
  return Settable(state, setting).all(duties);
}

std::optional<SettableClock> settable_clock(const Case& state, const Setting& setting,
                                            std::string_view clock_id) {
  for (const SettableClock& each : settable_clocks(state, setting)) {
    if (each.clock->id == clock_id) return each;
  }
  return std::nullopt;
}

std::optional<LatestTime> latest_time(const Case& state, const Setting& setting,
                                      std::string_view clock_id) {
  const auto settable = settable_clock(state, setting, clock_id);
  return settable ? latest_time(state, setting, *settable) : std::nullopt;
}

std::optional<LatestTime> latest_time(const Case& state, const Setting& setting,
                                      const SettableClock& settable) {
  const Clock& clock = *settable.clock;
  if (!asks_for_time(clock)) return std::nullopt;
  std::optional<LatestTime> latest;
  if (is_counted(clock) && settable.start) {
    latest = {calendar::deadline_after(settable.start->at, clock.amount, setting.holidays),
              clock.cite, calendar::in_words(clock.amount) + " after " + settable.start->event};
  }
  const std::vector<RunningClock> running = current_budget_clocks(state, setting);
  for (const policy::Budget& budget : setting.policy.budgets) {
    if (budget.clock.id == clock.id) continue;
    for (const RunningClock& shared : running) {
      if (shared.id != budget.clock.id || !is_going(shared)) continue;
      if (latest && latest->deadline.ends <= shared.deadline.ends) continue;
      const auto run = current_run(state, setting, budget);
      const auto start = clock_start(state, setting, budget.clock, run->first);
      latest = {shared.deadline, shared.cite,
                shared.agreed ? "when “" + shared.what + "” ends"
                              : calendar::in_words(budget.clock.amount) + " after " + start->event};
    }
  }
  return latest;
}

}  // namespace casework
