#include "casework/ladder.h"

#include <algorithm>
#include <set>

#include "casework/budget_clocks.h"
#include "casework/stage_words.h"

namespace casework {
namespace {

using calendar::Deadline;
using policy::Clock;
using policy::StartEvent;

// A clock, and when it ends.
struct Ending {
  Deadline deadline;
  std::string clock, what;
  policy::Citation cite;
};

struct Moment {
  Instant at;
  bool provisional = false;
};

// The last moment that is in time.
Instant last_moment(const Deadline& deadline) {
  return {deadline.ends.ms - 1};
}

void take_earlier(std::optional<Ending>& earliest, const std::optional<Ending>& other) {
  if (other && (!earliest || other->deadline.ends < earliest->deadline.ends)) earliest = other;
}

Ending ending_of(const RunningClock& clock) {
  return {clock.deadline, clock.id, clock.what, clock.cite};
}

class Climb {
 public:
  Climb(const Case& state, const Setting& setting, const WhatIf& what_if)
      : state_(state), setting_(setting), what_if_(what_if) {
    for (const StagePassage& passage : state.passages) {
      if (passage.ended_at) ends_[passage.stage] = {*passage.ended_at};
    }
    for (const RunningClock& shared : current_budget_clocks(state, setting)) {
      budgets_[shared.id] = ending_of(shared);
    }
  }

  Ladder climbed() {
    Ladder ladder;
    std::set<std::string> seen = {state_.stage()};
    const policy::Stage* stage = setting_.policy.stage(state_.stage());
    std::optional<Ending> ending = current_ending();
    Moment entered{state_.current().entered_at};
    while (stage && !stage->next.empty()) {
      const auto end = end_of_stage(stage->id, ending, entered);
      if (!end) {
        ladder.unknown_after = stage->id;
        break;
      }
      entered = ends_[stage->id] = *end;
      stage = setting_.policy.stage(stage->next.front());
      if (!stage || !seen.insert(stage->id).second) break;
      ending = ending_if_entered(*stage, entered);
      LadderRung rung{stage->id, entered.at, entered.provisional, {}, {}, {}, {}};
      if (ending) {
        rung.deadline = ending->deadline;
        rung.clock = ending->clock;
        rung.what = ending->what;
        rung.cite = ending->cite;
      }
      ladder.rungs.push_back(std::move(rung));
      if (stage->next.empty()) ladder.last_stage_entered = calendar::uk_date(entered.at);
    }
    return ladder;
  }

 private:
  // Its last moment, or when that has passed by then, when it is entered or now: nothing can move
  // on in the past, and no stage ends before it begins.
  std::optional<Moment> end_of_stage(const std::string& stage, const std::optional<Ending>& ending,
                                     const Moment& entered) const {
    const auto said = what_if_.ended.find(stage);
    if (said == what_if_.ended.end() && !ending) return std::nullopt;
    const Moment end = said != what_if_.ended.end()
                           ? Moment{{calendar::end_of_day(said->second).ms - 1}}
                           : Moment{last_moment(ending->deadline), ending->deadline.provisional};
    if (end.at < entered.at) return entered.at < setting_.now ? Moment{setting_.now} : entered;
    return end.at < setting_.now ? Moment{setting_.now} : end;
  }

  // The earliest of the stage that the case is in, of those still to be met if there are any.
  std::optional<Ending> current_ending() const {
    std::optional<Ending> going;
    std::optional<Ending> any;
    for (const RunningClock& clock :
         clocks_of_passage(state_, setting_, state_.passages.size() - 1)) {
      take_earlier(any, ending_of(clock));
      if (is_going(clock)) take_earlier(going, ending_of(clock));
    }
    for (const auto& [id, ending] : budgets_) take_earlier(going, ending);
    return going ? going : any;
  }

  std::optional<Ending> ending_if_entered(const policy::Stage& stage, const Moment& entered) {
    std::optional<Ending> earliest;
    for (const Clock& clock : stage.clocks) take_earlier(earliest, end_of(clock, entered));
    for (const policy::Budget& budget : setting_.policy.budgets) {
      const std::string& id = budget.clock.id;
      if (!names_stage(budget.stages, stage.id)) {
        budgets_.erase(id);
      } else if (const auto running = budgets_.find(id); running != budgets_.end()) {
        take_earlier(earliest, running->second);
      } else if (const auto end = end_of(budget.clock, entered)) {
        budgets_[id] = *end;
        take_earlier(earliest, end);
      }
    }
    return earliest;
  }

  // Of a clock of a stage that is yet to come, if it were entered at that moment. What that stage
  // will agree or declare, and what will be said there, is not known.
  std::optional<Ending> end_of(const Clock& clock, const Moment& entered) const {
    if (!is_counted(clock) || !holds_for_case(clock.only_if, state_) ||
        !outcome_holds(clock.only_if, {})) {
      return std::nullopt;
    }
    const auto start = start_if_entered(clock, entered);
    if (!start) return std::nullopt;
    Deadline deadline = calendar::deadline_after(start->at, clock.amount, setting_.holidays);
    deadline.provisional = deadline.provisional || start->provisional;
    return Ending{std::move(deadline), clock.id, clock.what, clock.cite};
  }

  std::optional<Moment> start_if_entered(const Clock& clock, const Moment& entered) const {
    bool all_known = true;
    const auto taken = taken_start(clock, [&](StartEvent event) {
      const auto start = start_if_entered(clock, event, entered);
      all_known = all_known && start;
      return start;
    });
    // The latest of them may be one that is not known yet.
    return all_known || clock.take == policy::TakeStart::kEarliest ? taken : std::nullopt;
  }

  std::optional<Moment> start_if_entered(const Clock& clock, StartEvent event,
                                         const Moment& entered) const {
    switch (event) {
      case StartEvent::kConcernArose:
        return Moment{calendar::from_uk(state_.opened.fact.concern_arose, {0, 0})};
      case StartEvent::kCaseRaised:
        return Moment{state_.opened.occurred_at};
      case StartEvent::kStageEntered:
        return start_after(clock, entered);
      case StartEvent::kStageEnded: {
        const auto named = ends_.find(clock.start_stage);
        return start_after(clock, named == ends_.end() ? entered : named->second);
      }
      case StartEvent::kMeetingHeld:
      case StartEvent::kNoticeSent:
      case StartEvent::kReplyReceived:
      case StartEvent::kResolved:
        break;
    }
    return std::nullopt;
  }

  // Hours that follow a day begin when it is over: 24 of them end with the next day.
  static Moment start_after(const Clock& clock, Moment last) {
    if (clock.amount.unit == calendar::Unit::kHours) ++last.at.ms;
    return last;
  }

  const Case& state_;
  const Setting& setting_;
  const WhatIf& what_if_;
  std::map<std::string, Moment> ends_;     // of stages
  std::map<std::string, Ending> budgets_;  // that run at the stage reached, by clock id
};

}  // namespace

Ladder ladder(const Case& state, const Setting& setting, const WhatIf& what_if) {
  if (!state.is_open()) return {};
  if (!what_if.concern_arose) return Climb(state, setting, what_if).climbed();
  Case moved = state;
  moved.opened.fact.concern_arose = *what_if.concern_arose;
  return Climb(moved, setting, what_if).climbed();
}

}  // namespace casework
