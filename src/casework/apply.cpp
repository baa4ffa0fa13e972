// What each fact does to a case (case_state.h). The first in the order of the fold stands; what
// does not fit any more, because two devices wrote apart, is applied as far as it makes sense and
// told.
#include "casework/apply.h"

#include <algorithm>
#include <set>

#include "casework/amend.h"

namespace casework {
namespace {

// What of the case the author of an event knew when it was written.
class Knowledge {
 public:
  Knowledge(const Case& state, const Event& event) : state_(state) {
    const auto is_parent = [&](const std::string& head) {
      return std::binary_search(event.parents.begin(), event.parents.end(), head);
    };
    all_ = std::all_of(state.heads.begin(), state.heads.end(), is_parent);
    if (all_) return;
    known_.insert(event.parents.begin(), event.parents.end());
    for (size_t i = state.events.size(); i-- > 0;) {
      const Event& earlier = state.events[i];
      if (known_.count(earlier.id)) known_.insert(earlier.parents.begin(), earlier.parents.end());
    }
  }
  bool of(const std::string& event_id) const { return all_ || known_.count(event_id) > 0; }
  // Of every event that moved the case to another stage or version.
  bool where_it_stood() const {
    return std::all_of(state_.events.begin(), state_.events.end(), [&](const Event& earlier) {
      return of(earlier.id) || (!std::holds_alternative<StageEntered>(earlier.payload) &&
                                !std::holds_alternative<PolicyChanged>(earlier.payload));
    });
  }
  // The passage that they called by this id: the last that had begun by then. Only a stage that
  // was entered twice has more than one.
  size_t passage_of(const std::string& stage, Instant recorded_at) const {
    size_t found = kNoPassage;
    const auto look_for = [&](auto is_called) {
      for (size_t i = 0; i < state_.passages.size() && !stage.empty(); ++i) {
        const StagePassage& passage = state_.passages[i];
        if (!is_called(passage)) continue;
        if (found == kNoPassage || passage.entered_at <= recorded_at) found = i;
      }
    };
    look_for([&](const StagePassage& passage) {
      for (size_t i = passage.names.size(); i-- > 0;) {
        if (of(passage.names[i].event_id)) return passage.names[i].stage == stage;
      }
      return false;
    });
    // They spoke of a stage still to come, which somebody else had entered.
    if (found == kNoPassage) {
      look_for([&](const StagePassage& passage) { return passage.stage == stage; });
    }
    return found;
  }

 private:
  const Case& state_;
  bool all_ = false;
  std::set<std::string> known_;
};

bool knew_where_it_stood(const Case& state, const Event& event) {
  return Knowledge(state, event).where_it_stood();
}

// What each fact does to the case. Returns whether it still fitted.
struct Applier {
  Case& state;
  const Event& event;
  const Corrections& corrections;

  template <typename Fact>
  Recorded<Fact> recorded(const Fact& fact) const {
    return {fact, event.id, happened_at(event, corrections), event.recorded_at, event.author};
  }
  // Keeps a fact that changes nothing but the record.
  template <typename Fact>
  bool keep(std::vector<Recorded<Fact>>& facts, const Fact& fact) const {
    facts.push_back(recorded(fact));
    return true;
  }
  template <typename Fact>
  bool keep_at_stage(std::vector<Recorded<Fact>>& facts, const Fact& fact) const {
    facts.push_back(at_stage(fact));
    return true;
  }
  // Under the id that the stage goes by now.
  template <typename Fact>
  Recorded<Fact> at_stage(const Fact& fact) const {
    Recorded<Fact> made = recorded(fact);
    made.passage = Knowledge(state, event).passage_of(fact.stage, event.recorded_at);
    if (made.passage != kNoPassage) made.fact.stage = state.passages[made.passage].stage;
    return made;
  }

  bool operator()(const CaseOpened&) const { return false; }  // fold() has refused it
  bool operator()(const StageEntered& fact) const {
    // Two devices moved the case on, or one closed it: the first in the order of the fold stands.
    if (!state.is_open()) return false;
    if (fact.stage == state.stage()) {
      state.passages.back().names.push_back({event.id, fact.stage});
      return false;
    }
    const bool fits = fact.from == state.stage() &&
                      (state.policy_changes.empty() || knew_where_it_stood(state, event));
    enter(fact.stage, fact.direct, fact.reason);
    return fits;
  }
  bool operator()(const DiscussionRecorded& fact) const {
    state.discussions.push_back(at_stage(fact));
    return state.is_open();
  }
  bool operator()(const TimeAgreed& fact) const {
    state.times.push_back(at_stage(fact));
    return state.is_open() && state.times.back().passage + 1 == state.passages.size();
  }
  bool operator()(const ReplyReceived& fact) const {
    state.replies.push_back(at_stage(fact));
    return state.is_open();
  }
  // Made by somebody who did not know where the case stood, it changes nothing: the stage that it
  // names would be the wrong one. The same version with another stage puts that stage right.
  bool operator()(const PolicyChanged& fact) const {
    if (!state.is_open() || !knew_where_it_stood(state, event)) return false;
    if (fact.policy_hash == state.policy_hash() && fact.stage == state.stage()) return false;
    rename_stage(fact.stage);
    state.passages.back().policy_hash = fact.policy_hash;
    if (!fact.priority.empty()) state.passages.back().priority = fact.priority;
    state.policy_changes.push_back(recorded(fact));
    return true;
  }
  bool operator()(const DutyDone& fact) const { return keep_at_stage(state.duties, fact); }
  bool operator()(const NoticeIssued& fact) const { return keep_at_stage(state.notices, fact); }
  bool operator()(const CaseResolved& fact) const {
    if (!state.is_open()) return false;
    const bool fits = fact.stage == state.stage();
    state.resolved = recorded(fact);
    close(CaseStatus::kResolved);
    return fits;
  }
  bool operator()(const CaseWithdrawn& fact) const {
    if (!state.is_open()) return false;
    state.withdrawn = recorded(fact);
    close(CaseStatus::kWithdrawn);
    return true;
  }
  bool operator()(const NoteAdded& fact) const { return keep(state.notes, fact); }
  bool operator()(const ParticipantNamed& fact) const {
    return keep_at_stage(state.participants, fact);
  }
  bool operator()(const RiskChanged& fact) const {
    keep_at_stage(state.risks, fact);
    return state.is_open();
  }
  bool operator()(const NoticeAcknowledged& fact) const {
    return keep(state.acknowledgements, fact);
  }
  bool operator()(const SilenceRecorded& fact) const { return keep_at_stage(state.silences, fact); }
  // It confirms the outcome that its author knew.
  bool operator()(const OutcomeConfirmed& fact) const {
    keep(state.confirmations, fact);
    return state.resolved && Knowledge(state, event).of(state.resolved->event_id);
  }
  bool operator()(const DebriefHeld& fact) const { return keep(state.debriefs, fact); }
  bool operator()(const LearningSent& fact) const { return keep(state.learning, fact); }
  bool operator()(const FeedbackGiven& fact) const { return keep(state.feedback, fact); }
  bool operator()(const RecordApproved& fact) const { return keep(state.approvals, fact); }
  bool operator()(const FileAttached& fact) const { return keep(state.files, fact); }
  bool operator()(const CaseReopened& fact) const {
    if (state.is_open()) return false;
    if (state.resolved) state.former_outcomes.push_back(std::move(*state.resolved));
    if (state.withdrawn) state.former_withdrawals.push_back(std::move(*state.withdrawn));
    state.resolved.reset();
    state.withdrawn.reset();
    state.status = CaseStatus::kOpen;
    keep(state.reopenings, fact);
    enter(fact.stage, true, fact.reason);
    return true;
  }
  // Two people who did not know of each other corrected the same words: the later one stands.
  bool operator()(const EventAmended& fact) const {
    const Event* about = event_of(state, fact.event);
    bool fits = about && amended(about->payload, fact.changes).ok();
    const Knowledge knowledge(state, event);
    for (const auto& earlier : state.amendments) {
      if (earlier.fact.event != fact.event || knowledge.of(earlier.event_id)) continue;
      fits = fits && std::none_of(fact.changes.begin(), fact.changes.end(), [&](const auto& each) {
               return earlier.fact.changes.count(each.first) > 0;
             });
    }
    keep(state.amendments, fact);
    return fits;
  }
  bool operator()(const ConflictSettled& fact) const {
    const auto is_settled = [&](const std::string& id) {
      return std::find(fact.events.begin(), fact.events.end(), id) != fact.events.end();
    };
    const size_t settled = std::erase_if(state.conflicts, is_settled);
    keep(state.settlements, fact);
    if (settled < fact.events.size()) return false;  // somebody else has settled it
    if (const Event* outcome = event_of(state, fact.outcome)) let_hold(*outcome);
    if (!fact.stage.empty() && state.is_open() && fact.stage != state.stage()) {
      enter(fact.stage, true, fact.reason);
    }
    return true;
  }

  void let_hold(const Event& outcome) const {
    const auto* fact = std::get_if<CaseResolved>(&told(outcome, corrections));
    if (!fact || state.is_open()) return;
    if (state.resolved) state.former_outcomes.push_back(std::move(*state.resolved));
    state.resolved = Applier{state, outcome, corrections}.recorded(*fact);
    state.withdrawn.reset();
    state.status = CaseStatus::kResolved;
  }

  void enter(const std::string& stage, bool direct, const std::string& reason) const {
    StagePassage& last = state.passages.back();
    if (!last.ended_at) last.ended_at = event.occurred_at;
    StagePassage passage;
    passage.stage = stage;
    passage.entered_at = event.occurred_at;
    passage.direct = direct;
    passage.reason = reason;
    passage.policy_hash = state.policy_hash();
    passage.priority = state.priority();
    passage.names = {{event.id, stage}};
    state.passages.push_back(std::move(passage));
    // Done before the stage was entered, it was done for this.
    for (auto& done : state.duties) {
      if (done.passage == kNoPassage && done.fact.stage == stage) {
        done.passage = state.passages.size() - 1;
      }
    }
  }

  void close(CaseStatus status) const {
    state.status = status;
    state.passages.back().ended_at = event.occurred_at;
  }

  void rename_stage(const std::string& stage) const {
    StagePassage& current = state.passages.back();
    const std::string before = current.stage;
    if (before == stage) return;
    const size_t last = state.passages.size() - 1;
    const auto rename = [&](auto& facts) {
      for (auto& each : facts) {
        if (each.passage == last) each.fact.stage = stage;
      }
    };
    rename(state.discussions);
    rename(state.times);
    rename(state.replies);
    rename(state.duties);
    rename(state.notices);
    rename(state.participants);
    rename(state.risks);
    rename(state.silences);
    current.formerly.push_back(before);
    current.stage = stage;
    current.names.push_back({event.id, stage});
  }
};

}  // namespace

Corrections corrections_of(const std::vector<Event>& events) {
  Corrections corrections;
  std::map<std::string_view, const Payload*> before;
  for (const Event& event : events) {
    const auto* correction = std::get_if<EventAmended>(&event.payload);
    const auto about = correction ? before.find(correction->event) : before.end();
    if (about != before.end()) {
      const auto present = corrections.find(correction->event);
      auto changed = amended(present == corrections.end() ? *about->second : present->second,
                             correction->changes);
      if (changed) corrections[correction->event] = std::move(changed).value();
    }
    before.emplace(event.id, &event.payload);
  }
  return corrections;
}

const Payload& told(const Event& event, const Corrections& corrections) {
  const auto found = corrections.find(event.id);
  return found == corrections.end() ? event.payload : found->second;
}

Instant happened_at(const Event& event, const Corrections& corrections) {
  const auto found = corrections.find(event.id);
  if (found == corrections.end()) return event.occurred_at;
  const std::optional<Date> day = day_named(found->second);
  if (!day || day == day_named(event.payload)) return event.occurred_at;
  return calendar::from_uk(*day, {12, 0});
}

bool apply_fact(Case& state, const Event& event, const Corrections& corrections) {
  return std::visit(Applier{state, event, corrections}, told(event, corrections));
}

}  // namespace casework
