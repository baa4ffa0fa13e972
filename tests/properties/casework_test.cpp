// What must hold of any case under any procedure, whatever was said, agreed and entered in it when.
#include <algorithm>
#include <map>
#include <optional>

#include "properties/any_case.h"

using namespace properties;
using casework::Case;
using casework::RunningClock;
using casework::Setting;

namespace {

constexpr auto no_later = [](const calendar::Deadline& one, const calendar::Deadline& other) {
  return one.ends <= other.ends;
};

Setting with_holidays(const Running& running, const calendar::HolidaySet& holidays) {
  const Setting real = running.setting();
  return {real.policy, holidays, real.author, real.now};
}

std::map<std::string, RunningClock> by_key(const std::vector<RunningClock>& clocks) {
  std::map<std::string, RunningClock> found;
  for (const RunningClock& clock : clocks) {
    const bool is_new = found.emplace(clock.key, clock).second;
    RC_ASSERT(is_new);
  }
  return found;
}

// The last of the times set for the clock where it runs now: at the stage, or since the first stage
// of a budget was entered.
std::optional<Date> last_time(const Case& state, const std::string& clock, size_t first_passage) {
  std::optional<Date> last;
  for (const auto& time : state.times) {
    if (time.fact.clock == clock && time.passage >= first_passage &&
        time.passage != casework::kNoPassage) {
      last = time.fact.until;
    }
  }
  return last;
}

// Everything that the end of a clock of the current stage, or of a budget over it, may not pass.
std::vector<Instant> bounds(const Clock& clock, size_t first_passage, const Running& running) {
  const Setting setting = running.setting();
  std::vector<Instant> ends;
  const auto start = casework::clock_start(running.state(), setting, clock, first_passage);
  const bool counted = clock.kind == ClockKind::kFixed || clock.amount.count > 0;
  if (counted && start) {
    ends.push_back(calendar::deadline_after(start->at, clock.amount, setting.holidays).ends);
  }
  const auto time = last_time(running.state(), clock.id, first_passage);
  const bool asks = clock.kind != ClockKind::kFixed;
  if (time && (asks || (clock.or_protective && start))) {
    ends.push_back(calendar::end_of_day(*time));
  }
  return ends;
}

// By the id of each clock that runs at the current stage.
std::map<std::string, std::vector<Instant>> all_bounds(const Running& running) {
  const policy::Policy& policy = running.setting().policy;
  const Case& state = running.state();
  std::map<std::string, std::vector<Instant>> found;
  const size_t here = state.passages.size() - 1;
  for (const Clock& clock : policy.stage(state.stage())->clocks) {
    found[clock.id] = bounds(clock, here, running);
  }
  for (const policy::Budget& budget : policy.budgets) {
    const auto shares = [&](const std::string& stage) {
      return std::find(budget.stages.begin(), budget.stages.end(), stage) != budget.stages.end();
    };
    if (!shares(state.stage())) continue;
    size_t first = here;
    while (first > 0 && shares(state.passages[first - 1].stage)) --first;
    found[budget.clock.id] = bounds(budget.clock, first, running);
  }
  return found;
}

std::optional<RunningClock> running_clock(const Running& running, const std::string& id) {
  std::optional<RunningClock> found;
  for (const RunningClock& clock : casework::clocks(running.state(), running.setting())) {
    if (clock.id == id) found = clock;  // the last is of the passage that the case is in
  }
  return found;
}

casework::Ladder ladder_of(const Running& running, const casework::WhatIf& what_if = {}) {
  return casework::ladder(running.state(), running.setting(), what_if);
}

// Where both have a date, the other's is no earlier.
void assert_no_earlier(const casework::Ladder& ladder, const casework::Ladder& other) {
  RC_ASSERT(ladder.rungs.size() == other.rungs.size());
  for (size_t i = 0; i < ladder.rungs.size(); ++i) {
    RC_ASSERT(ladder.rungs[i].entered <= other.rungs[i].entered);
    RC_ASSERT(ladder.rungs[i].deadline.has_value() == other.rungs[i].deadline.has_value());
    if (ladder.rungs[i].deadline) {
      RC_ASSERT(no_later(*ladder.rungs[i].deadline, *other.rungs[i].deadline));
    }
  }
}

using Days = std::vector<std::pair<Date, std::optional<Date>>>;
Days days_of(const casework::Ladder& ladder) {
  Days days;
  for (const auto& rung : ladder.rungs) {
    days.emplace_back(calendar::uk_date(rung.entered),
                      rung.deadline ? std::optional(rung.deadline->last_day) : std::nullopt);
  }
  return days;
}

}  // namespace

TEST_CASE("a stage is due no later than anything that bounds it") {
  CHECK(rc::check("own clocks, budgets, the time agreed and the time that protects", [] {
    const AnyCase any = any_case();
    const Running& running = any.running;
    const auto clocks = casework::clocks(running.state(), running.setting());
    const auto next = casework::next_deadline(running.state(), running.setting());
    const auto of_now = all_bounds(running);
    bool some = false;
    for (const RunningClock& clock : clocks) {
      if (!casework::is_going(clock)) continue;
      some = true;
      RC_ASSERT(next && no_later(next->deadline, clock.deadline));
      const auto bounded = of_now.find(clock.id);
      if (bounded == of_now.end()) continue;
      RC_ASSERT(!bounded->second.empty());
      for (const Instant end : bounded->second) {
        RC_ASSERT(clock.deadline.ends <= end);
        RC_ASSERT(next->deadline.ends <= end);
      }
      // And no earlier: the first of them. A time to protect that comes too late leaves one that
      // was set before it in force, which is none of these.
      const bool protects = clock.kind == ClockKind::kFixed && clock.agreed;
      const auto first = std::min_element(bounded->second.begin(), bounded->second.end());
      RC_ASSERT(protects || clock.deadline.ends == *first);
    }
    RC_ASSERT(next.has_value() == some);
    by_key(clocks);
  }));
}

TEST_CASE("a time that is agreed or declared makes no maximum later") {
  CHECK(rc::check("whatever was set, and what may be set is what the maximum leaves", [] {
    AnyCase any = any_case();
    Running& running = any.running;
    const auto settable = casework::settable_clocks(running.state(), running.setting());
    RC_PRE(!settable.empty());
    const Clock clock = *any_among(settable).clock;
    const bool asks = clock.kind != ClockKind::kFixed;
    const auto latest = casework::latest_agreeable(running.state(), running.setting(), clock.id);
    const Date until = any_day_after(calendar::uk_date(running.now()), 60);
    const casework::TimeAgreed fact{running.state().stage(), clock.id, until, "Priya Shah", ""};
    const auto event = running.attempt(fact);
    RC_ASSERT(event.ok() == (!asks || !latest || until <= latest->last_day));
    if (event) running.take(*event);
    for (const auto& [id, ends] : all_bounds(running)) {
      const auto found = running_clock(running, id);
      if (!found || !found->reckoning.amount) continue;
      RC_ASSERT(no_later(found->deadline, found->reckoning.counted));
    }
    const auto found = running_clock(running, clock.id);
    if (event && asks && found && casework::is_going(*found)) {
      // A maximum of hours ends within its last day, and so does a time that is agreed for that
      // day.
      RC_ASSERT(found->deadline.last_day == until);
      if (latest) RC_ASSERT(no_later(found->deadline, *latest));
    }
  }));
}

TEST_CASE("a bank holiday that is announced makes nothing in a case earlier") {
  CHECK(rc::check("no clock, no rung of the ladder, no time that may be agreed", [] {
    const AnyCase any = any_case();
    const Running& running = any.running;
    const calendar::HolidaySet later = with_one_more(running);
    const Setting after = with_holidays(running, later);
    const auto clocks = by_key(casework::clocks(running.state(), running.setting()));
    const auto moved = by_key(casework::clocks(running.state(), after));
    RC_ASSERT(clocks.size() == moved.size());
    for (const auto& [key, clock] : clocks) {
      RC_ASSERT(moved.count(key) == 1);
      RC_ASSERT(no_later(clock.deadline, moved.at(key).deadline));
      const auto latest = casework::latest_agreeable(running.state(), running.setting(), clock.id);
      const auto latest_after = casework::latest_agreeable(running.state(), after, clock.id);
      RC_ASSERT(latest.has_value() == latest_after.has_value());
      if (latest) RC_ASSERT(no_later(*latest, *latest_after));
    }
    assert_no_earlier(ladder_of(running), casework::ladder(running.state(), after));
  }));
}

TEST_CASE("a budget ends when it ends, however the stages share it") {
  CHECK(rc::check("two ways through its stages from the same start", [] {
    policy::Policy policy = invented::procedure();
    policy.stages.clear();
    const int stages = 3 + any_below(3);
    policy::Budget budget;
    for (int number = 1; number <= stages; ++number) {
      policy.stages.push_back(invented::stage(
          number, "A stage",
          {any_clock("clock-" + std::to_string(number), number == 1, Units::kAll)}));
      if (number > 1) {
        policy.stages[policy.stages.size() - 2].next = {policy.stages.back().id};
        budget.stages.push_back(policy.stages.back().id);
      }
    }
    budget.clock = invented::clock("budget", 0, StartEvent::kStageEntered);
    budget.clock.amount = any_amount(Units::kAll);
    budget.clock.met_by = policy::MetBy::kStageEnded;
    policy.budgets = {budget};
    const Date arose = any_day_after(calendar::date(2025, 11, 1), 400);
    const Instant begins = invented::at(any_day_after(arose, 9), 10 + any_below(14));
    const auto gone_through = [&] {
      Running running(policy, arose);
      running.on(begins).enter("stage-2");
      const int reached = 2 + any_below(stages - 1);
      for (int number = 3; number <= reached; ++number) {
        const Date day = any_day_after(calendar::uk_date(running.now()), 8);
        running.on(std::max(running.now(), invented::at(day, any_below(24))));
        for (int left = any_below(3); left > 0; --left) any_step(running, policy);
        if (running.state().stage() != "stage-" + std::to_string(number)) {
          running.enter("stage-" + std::to_string(number));
        }
      }
      return running;
    };
    const Running one = gone_through();
    const Running other = gone_through();
    const auto end_of = [](const Running& running) {
      const auto found = casework::current_budget_clocks(running.state(), running.setting());
      RC_ASSERT(found.size() == 1);
      return found.front();
    };
    const auto expected =
        calendar::deadline_after(begins, budget.clock.amount, invented::holidays());
    RC_ASSERT(end_of(one).deadline.ends == expected.ends);
    RC_ASSERT(end_of(other).deadline.ends == expected.ends);
    RC_ASSERT(end_of(one).key == end_of(other).key);
  }));
}

TEST_CASE("the ladder only climbs") {
  CHECK(rc::check("no stage is entered before the one beneath it, or in the past", [] {
    const AnyCase any = any_case();
    const casework::Ladder ladder = ladder_of(any.running);
    Instant before = any.running.now();
    for (const casework::LadderRung& rung : ladder.rungs) {
      RC_ASSERT(rung.entered >= before);
      before = rung.entered;
    }
  }));
  CHECK(rc::check("an end that is later makes nothing after it earlier", [] {
    const AnyCase any = any_case();
    const casework::Ladder ladder = ladder_of(any.running);
    RC_PRE(!ladder.rungs.empty());
    std::vector<std::string> stages = {any.running.state().stage()};
    for (const casework::LadderRung& rung : ladder.rungs) stages.push_back(rung.stage);
    const std::string stage = any_among(stages);
    const Date end = any_day_after(calendar::uk_date(any.running.now()), 60);
    const Date later = any_day_after(end, 30);
    assert_no_earlier(ladder_of(any.running, {{}, {{stage, end}}}),
                      ladder_of(any.running, {{}, {{stage, later}}}));
    const Date arose = any.running.state().opened.fact.concern_arose;
    const Date sooner = calendar::plus_days(arose, -any_below(30));
    assert_no_earlier(ladder_of(any.running, {sooner, {}}), ladder);
  }));
}

TEST_CASE("supposing what is so changes nothing") {
  CHECK(rc::check("the day on which the concern arose", [] {
    const AnyCase any = any_case();
    const casework::Ladder real = ladder_of(any.running);
    const casework::Ladder supposed =
        ladder_of(any.running, {any.running.state().opened.fact.concern_arose, {}});
    assert_no_earlier(real, supposed);
    assert_no_earlier(supposed, real);
    RC_ASSERT(real.last_stage_entered == supposed.last_stage_entered);
    RC_ASSERT(real.unknown_after == supposed.unknown_after);
  }));
  CHECK(rc::check("the days on which the stages end", [] {
    const AnyCase any = any_case(Units::kWholeDays);
    const casework::Ladder real = ladder_of(any.running);
    casework::WhatIf what_if;
    std::string ended = any.running.state().stage();
    for (const casework::LadderRung& rung : real.rungs) {
      if (one_in(2)) what_if.ended[ended] = calendar::uk_date(rung.entered);
      ended = rung.stage;
    }
    const casework::Ladder supposed = ladder_of(any.running, what_if);
    RC_ASSERT(days_of(real) == days_of(supposed));
    RC_ASSERT(real.last_stage_entered == supposed.last_stage_entered);
  }));
}
