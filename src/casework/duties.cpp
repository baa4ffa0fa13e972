#include <algorithm>

#include "base/order.h"
#include "casework/clock_run.h"
#include "casework/duty_record.h"
#include "casework/next_steps.h"
#include "casework/stage_words.h"

namespace casework {
namespace {

using policy::Duty;
using policy::DutyAction;
using policy::DutyMoment;

bool comes_before(const Case& state, const std::string& event_id, const std::string& other) {
  for (const Event& event : state.events) {
    if (event.id == event_id) return true;
    if (event.id == other) return false;
  }
  return false;
}

size_t last_passage_of(const Case& state, std::string_view stage) {
  for (size_t i = state.passages.size(); i-- > 0;) {
    if (state.passages[i].stage == stage) return i;
  }
  return kNoPassage;
}

// Issued while in a stage that leads to the target, while in the stage from which it was entered,
// or at the target.
bool issued_before_entry(const Case& state, const policy::Policy& policy, size_t at,
                         std::string_view target, size_t entered) {
  if (at == kNoPassage) return false;
  if (same_stage(state, at, entered)) return true;
  for (size_t i = 1; i < state.passages.size(); ++i) {
    if (same_stage(state, i, entered) && same_stage(state, i - 1, at)) return true;
  }
  // An id that a later version gave to another stage does not say where this was.
  const std::string& stage = state.passages[at].stage;
  return leads_to(policy, stage, target) && same_stage(state, at, last_passage_of(state, stage));
}

bool notice_counts(const Case& state, const policy::Policy& policy, const Duty& duty,
                   std::string_view stage, size_t passage, const Recorded<NoticeIssued>& notice) {
  if (notice.fact.form != duty.form) return false;
  switch (duty.when) {
    case DutyMoment::kAtEveryStage:
      return same_stage(state, notice.passage, passage);
    case DutyMoment::kOnEntry:  // sent before moving on, it is what the stage is entered with
    case DutyMoment::kBeforeEntry:
      return issued_before_entry(state, policy, notice.passage, stage, passage);
    case DutyMoment::kOnRaising:
      return true;
    case DutyMoment::kOnResolution:
    case DutyMoment::kAfterwards:
      return state.resolved && comes_before(state, state.resolved->event_id, notice.event_id);
  }
  return false;
}

template <typename Fact, typename Counts>
std::optional<DutyRecord> first_of(const std::vector<Recorded<Fact>>& facts, Counts counts) {
  const auto found = std::find_if(facts.begin(), facts.end(), counts);
  if (found == facts.end()) return std::nullopt;
  return DutyRecord{found->event_id, found->occurred_at};
}

class Owed {
 public:
  Owed(const Case& state, const Setting& setting) : state_(state), setting_(setting) {}

  std::vector<OwedDuty> all() {
    for (const Duty& duty : setting_.policy.duties) add_owed(duty);
    base::put_first(owed_, [](const OwedDuty& duty) { return !duty.done; });
    return std::move(owed_);
  }

 private:
  void add_owed(const Duty& duty) {
    const std::string& current = state_.stage();
    switch (duty.when) {
      case DutyMoment::kAtEveryStage:
        if (names_stage(duty.stages, current))
          add(duty, current, "At every " + setting_.policy.stage_word);
        break;
      case DutyMoment::kOnEntry:
        if (names_stage(duty.stages, current)) {
          add(duty, current, "On entering " + name_of(current));
        }
        break;
      case DutyMoment::kBeforeEntry:
        for (const policy::Stage& stage : setting_.policy.stages) {
          if (stage.id == setting_.policy.stages.front().id || !names_stage(duty.stages, stage.id))
            continue;
          if (stage.id == current ||
              (state_.is_open() && leads_to(setting_.policy, current, stage.id))) {
            add(duty, stage.id, "Before " + name_of(stage.id) + " is entered");
          }
        }
        break;
      case DutyMoment::kOnRaising:
        if (names_stage(duty.stages, state_.passages.front().stage)) {
          add(duty, "", "When the case is raised");
        }
        break;
      case DutyMoment::kOnResolution:
        if (state_.resolved && names_stage(duty.stages, current)) {
          add(duty, "", "Because the case is resolved");
        }
        break;
      case DutyMoment::kAfterwards:
        if (state_.resolved && names_stage(duty.stages, current)) {
          add(duty, "", "After the case is resolved");
        }
        break;
    }
  }

  void add(const Duty& duty, const std::string& stage, std::string why) {
    if (!holds_for_case(duty.only_if, state_)) return;
    const auto record = duty_record(state_, setting_.policy, duty, stage);
    // What was done stays done, whatever is said afterwards.
    const Exchanges exchanges = exchanges_at(state_, duty_passage(state_, duty, stage));
    if (!record && !outcome_holds(duty.only_if, exchanges)) return;
    // A closed case takes no discussions: what can no longer be done is not owed now.
    if (!record && needs_record(duty) && !state_.is_open()) return;
    OwedDuty owed;
    owed.duty = duty.id;
    owed.stage = stage;
    owed.text = duty.text;
    owed.why = std::move(why);
    owed.done = record.has_value();
    if (record) owed.done_by_event = record->event_id;
    if (duty.action == DutyAction::kNotice) owed.form = duty.form;
    if (const auto* contact = setting_.policy.contact_for(duty.copy_to, state_.opened.fact.area)) {
      owed.copy_to = contact->email;
    }
    owed.needs_record = needs_record(duty);
    owed.clock = duty_clock(state_, setting_, duty, stage, record);
    owed.cite = duty.cite;
    owed.by = duty.by;
    owed.force = duty.force;
    owed_.push_back(std::move(owed));
  }

  std::string name_of(const std::string& stage) const {
    return stage_in_words(setting_.policy, stage);
  }

  const Case& state_;
  const Setting& setting_;
  std::vector<OwedDuty> owed_;
};

}  // namespace

bool is_per_stage(DutyMoment moment) {
  return moment == DutyMoment::kAtEveryStage || moment == DutyMoment::kOnEntry ||
         moment == DutyMoment::kBeforeEntry;
}

bool is_after_resolution(DutyMoment moment) {
  return moment == DutyMoment::kOnResolution || moment == DutyMoment::kAfterwards;
}

bool needs_record(const Duty& duty) {
  return duty.action == DutyAction::kRecord && !is_after_resolution(duty.when);
}

bool leads_to(const policy::Policy& policy, std::string_view stage, std::string_view target) {
  const policy::Stage* from = policy.stage(stage);
  return from && std::find(from->next.begin(), from->next.end(), target) != from->next.end();
}

std::optional<DutyRecord> duty_record(const Case& state, const policy::Policy& policy,
                                      const Duty& duty, std::string_view stage) {
  return duty_record(state, policy, duty, stage, last_passage_of(state, stage));
}

std::optional<DutyRecord> duty_record(const Case& state, const policy::Policy& policy,
                                      const Duty& duty, std::string_view stage, size_t passage) {
  if (duty.action == DutyAction::kNotice) {
    return first_of(state.notices, [&](const Recorded<NoticeIssued>& notice) {
      return notice_counts(state, policy, duty, stage, passage, notice);
    });
  }
  if (needs_record(duty)) {
    return first_of(state.discussions, [&](const Recorded<DiscussionRecorded>& discussion) {
      if (stage.empty()) return true;
      if (duty.when == DutyMoment::kBeforeEntry) {
        return issued_before_entry(state, policy, discussion.passage, stage, passage);
      }
      return same_stage(state, discussion.passage, passage);
    });
  }
  return first_of(state.duties, [&](const Recorded<DutyDone>& done) {
    return done.fact.duty == duty.id && done.fact.stage == stage &&
           same_stage(state, done.passage, passage);
  });
}

size_t duty_passage(const Case& state, const Duty& duty, std::string_view stage) {
  if (duty.when == DutyMoment::kOnRaising) return 0;
  const size_t last = last_passage_of(state, stage);
  return last == kNoPassage ? state.passages.size() - 1 : last;
}

std::optional<RunningClock> duty_clock(const Case& state, const Setting& setting, const Duty& duty,
                                       std::string_view stage,
                                       const std::optional<DutyRecord>& done) {
  if (!duty.clock) return std::nullopt;
  const policy::Clock& clock = *duty.clock;
  const size_t passage = duty_passage(state, duty, stage);
  // Owed before its stage is entered, it does not count from what happened at the stage before.
  const bool not_entered = duty.when == DutyMoment::kBeforeEntry && stage != state.stage();
  const bool at_stage = counts_from(clock, policy::StartEvent::kStageEntered) ||
                        counts_from(clock, policy::StartEvent::kMeetingHeld) ||
                        counts_from(clock, policy::StartEvent::kNoticeSent) ||
                        counts_from(clock, policy::StartEvent::kReplyReceived);
  if (not_entered && at_stage) return std::nullopt;
  const Exchanges exchanges = exchanges_at(state, passage);
  if (!holds_for_case(clock.only_if, state)) return std::nullopt;
  if (!done && !outcome_holds(clock.only_if, exchanges)) return std::nullopt;
  auto running =
      measured(clock,
               {clock_start(state, setting, clock, passage, exchanges),
                times_set(state, clock.id, passage, state.passages.size() - 1), !state.is_open()},
               setting.policy, setting);
  if (!running) return running;
  running->stage = stage;
  // Owed before its stage is entered, it is the clock of the stage before, and stays that.
  const bool entered = duty.when == DutyMoment::kBeforeEntry && !not_entered && passage > 0;
  running->key = clock.id + '/' + std::string(stage) + '@' +
                 state.passages[entered ? passage - 1 : passage].names.front().event_id;
  running->status =
      status_of(done ? met_at(done->at, running->deadline) : Met{},
                state.status == CaseStatus::kWithdrawn, running->deadline, setting.now);
  return running;
}

std::vector<OwedDuty> duties(const Case& state, const Setting& setting) {
  return Owed(state, setting).all();
}

}  // namespace casework
