#include "casework/clocks.h"

#include <algorithm>

#include "casework/budget_clocks.h"
#include "casework/duty_record.h"
#include "casework/next_steps.h"
#include "casework/set_times.h"

namespace casework {
namespace {

using policy::Clock;
using policy::MetBy;

std::optional<RunningClock> clock_of_stage(const Clock& clock, const Case& state,
                                           const Setting& setting, const policy::Policy& policy,
                                           size_t passage) {
  const StagePassage& at = state.passages[passage];
  if (!holds_for_case(clock.only_if, state, at.priority)) return std::nullopt;
  const Exchanges exchanges = exchanges_at(state, passage);
  const auto* notice = counts_from(clock, policy::StartEvent::kNoticeSent)
                           ? notice_sent(state, clock.start_form, passage)
                           : nullptr;
  const auto met_in = meeting_exchange(clock, exchanges, notice);
  // What met the clock does not start it anew, nor does it undo the condition under which it ran.
  Exchanges before = exchanges;
  if (met_in) before.resize(*met_in);
  const bool lost_time =
      std::any_of(state.times.begin(), state.times.end(), [&](const Recorded<TimeAgreed>& time) {
        return time.passage == passage && !policy.clock(time.fact.clock);
      });
  auto running =
      measured(clock,
               {clock_start(state, setting, clock, passage, before),
                times_set(state, clock.id, passage, passage), at.ended_at.has_value(), lost_time},
               policy, setting);
  if (!running) return std::nullopt;
  running->stage = at.stage;
  running->key = clock.id + '@' + at.names.front().event_id;
  const Met met = met_in ? Met{true, exchanges[*met_in].day() > running->deadline.last_day}
                         : met_by_other(clock, state, setting, passage, running->deadline);
  const bool held = std::any_of(exchanges.begin(), exchanges.end(), [&](const Exchange& each) {
    return outcome_holds(clock.only_if, {each});
  });
  const bool kept = met_in || (clock.met_by == MetBy::kDutyDone && met.met && held);
  if (!kept && !outcome_holds(clock.only_if, exchanges)) return std::nullopt;
  running->status = status_of(met, at.ended_at.has_value(), running->deadline, setting.now);
  return running;
}

// The other procedure's clock, for a case that goes on here although that one covers it. Closing
// the case keeps it, however it is closed.
std::optional<RunningClock> clock_of_exclusion(const policy::Exclusion& exclusion,
                                               const Case& state, const Setting& setting,
                                               const policy::Policy& policy) {
  const auto answer = state.opened.fact.exclusions.find(exclusion.id);
  if (!exclusion.clock || answer == state.opened.fact.exclusions.end() || !answer->second) {
    return std::nullopt;
  }
  const Clock& clock = *exclusion.clock;
  if (!holds_for_case(clock.only_if, state, state.opened.fact.priority)) return std::nullopt;
  const auto& closed = state.current().ended_at;
  auto running = measured(clock, {clock_start(state, setting, clock, 0), {}, closed.has_value()},
                          policy, setting);
  if (!running) return std::nullopt;
  running->key = clock.id + '@' + state.opened.event_id;
  running->status = status_of(closed ? met_at(*closed, running->deadline) : Met{},
                              closed.has_value(), running->deadline, setting.now);
  return running;
}

}  // namespace

std::vector<RunningClock> clocks_of_passage(const Case& state, const Setting& setting,
                                            size_t passage) {
  std::vector<RunningClock> found;
  const policy::Policy* policy = policy_at(state, setting, passage);
  const policy::Stage* stage = policy ? policy->stage(state.passages[passage].stage) : nullptr;
  if (!stage) return found;
  for (const Clock& clock : stage->clocks) {
    if (auto running = clock_of_stage(clock, state, setting, *policy, passage))
      found.push_back(std::move(*running));
  }
  return found;
}

std::vector<RunningClock> clocks(const Case& state, const Setting& setting) {
  std::vector<RunningClock> all;
  for (size_t i = 0; i < state.passages.size(); ++i) {
    for (RunningClock& running : clocks_of_passage(state, setting, i))
      all.push_back(std::move(running));
  }
  for (RunningClock& running : budget_clocks(state, setting)) all.push_back(std::move(running));
  // The questions were those of the version that the case was raised under.
  const policy::Policy* first = version_of(state, setting, state.opened.fact.policy_hash);
  const policy::Policy& asked = first ? *first : setting.policy;
  for (const policy::Exclusion& exclusion : asked.exclusions) {
    if (auto running = clock_of_exclusion(exclusion, state, setting, asked))
      all.push_back(std::move(*running));
  }
  for (OwedDuty& owed : duties(state, setting)) {
    if (owed.clock) all.push_back(std::move(*owed.clock));
  }
  return all;
}

std::optional<calendar::Deadline> latest_agreeable(const Case& state, const Setting& setting,
                                                   std::string_view clock_id) {
  const auto latest = latest_time(state, setting, clock_id);
  return latest ? std::optional(latest->deadline) : std::nullopt;
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

}  // namespace casework
