#include "casework/case_state.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <queue>
#include <set>
#include <tuple>

#include "base/order.h"
#include "base/sha256.h"
#include "base/text.h"

namespace casework {
namespace {

using base::Error;
using base::ErrorCode;

constexpr int64_t kDay = 24 * 60 * 60 * 1000;
constexpr size_t kShortId = 12;

std::string named(const Event& event) {
  return "“" + title(event.payload) + "” (" + event.id.substr(0, kShortId) + ")";
}

Error damaged(ErrorCode code, std::string message, std::string found = "",
              std::string expected = "") {
  return Error{code, std::move(message), {}, std::move(found), std::move(expected)};
}

// Every reason why these events are not one case. Requires: sorted by id, each once.
std::vector<Error> faults(const std::vector<Event>& events,
                          const std::map<std::string, size_t>& places) {
  std::vector<Error> errors;
  const Event* opening = nullptr;
  for (const Event& event : events) {
    const bool opens = std::holds_alternative<CaseOpened>(event.payload);
    if (opens && opening) {
      errors.push_back(damaged(ErrorCode::kBadValue,
                               "Two events open the case; there can be one only.", named(event),
                               named(*opening)));
    }
    if (opens) opening = &event;
    if (opens != event.parents.empty()) {
      errors.push_back(damaged(ErrorCode::kBadValue,
                               opens ? "The event that opens the case follows another."
                                     : "An event that does not open the case follows no other.",
                               named(event)));
    }
    if (event.case_id != events.front().case_id) {
      errors.push_back(damaged(ErrorCode::kBadValue, "The events belong to different cases.",
                               event.case_id, events.front().case_id));
    }
    for (const std::string& parent : event.parents) {
      if (places.count(parent)) continue;
      errors.push_back(damaged(ErrorCode::kTampered,
                               "An event is missing from the case file: " + named(event) +
                                   " follows one that is not there.",
                               "", parent));
    }
  }
  if (!opening) {
    errors.push_back(damaged(ErrorCode::kBadValue, "No event opens the case.", "", "Case raised"));
  }
  return errors;
}

// Places of the events, parents first, then by recorded_at, then by id. Shorter than the events
// when they follow one another in a ring. Requires: every parent is there.
std::vector<size_t> order(const std::vector<Event>& events,
                          const std::map<std::string, size_t>& places) {
  std::vector<std::vector<size_t>> children(events.size());
  std::vector<size_t> waiting_for(events.size());
  const auto later = [&](size_t a, size_t b) {
    return std::tie(events[a].recorded_at, events[a].id) >
           std::tie(events[b].recorded_at, events[b].id);
  };
  std::priority_queue<size_t, std::vector<size_t>, decltype(later)> ready(later);
  for (size_t i = 0; i < events.size(); ++i) {
    waiting_for[i] = events[i].parents.size();
    for (const std::string& parent : events[i].parents) children[places.at(parent)].push_back(i);
    if (waiting_for[i] == 0) ready.push(i);
  }
  std::vector<size_t> ordered;
  ordered.reserve(events.size());
  while (!ready.empty()) {
    const size_t next = ready.top();
    ready.pop();
    ordered.push_back(next);
    for (const size_t child : children[next]) {
      if (--waiting_for[child] == 0) ready.push(child);
    }
  }
  return ordered;
}

Case opened_by(const Event& event) {
  Case state;
  state.id = event.case_id;
  const auto& opening = *std::get_if<CaseOpened>(&event.payload);
  state.opened = {opening, event.id, event.occurred_at, event.recorded_at, event.author};
  StagePassage first;
  first.stage = opening.first_stage;
  first.entered_at = event.occurred_at;
  first.direct = !opening.direct_reason.empty();
  first.reason = opening.direct_reason;
  first.policy_hash = opening.policy_hash;
  first.priority = opening.priority;
  first.names = {{event.id, first.stage}};
  state.passages.push_back(std::move(first));
  state.events.push_back(event);
  state.heads = {event.id};
  return state;
}

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

  template <typename Fact>
  Recorded<Fact> recorded(const Fact& fact) const {
    return {fact, event.id, event.occurred_at, event.recorded_at, event.author};
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
    state.passages.back().ended_at = event.occurred_at;
    StagePassage passage;
    passage.stage = fact.stage;
    passage.entered_at = event.occurred_at;
    passage.direct = fact.direct;
    passage.reason = fact.reason;
    passage.policy_hash = state.policy_hash();
    passage.priority = state.priority();
    passage.names = {{event.id, fact.stage}};
    state.passages.push_back(std::move(passage));
    // Done before the stage was entered, it was done for this.
    for (auto& done : state.duties) {
      if (done.passage == kNoPassage && done.fact.stage == fact.stage) {
        done.passage = state.passages.size() - 1;
      }
    }
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
  bool operator()(const DutyDone& fact) const {
    state.duties.push_back(at_stage(fact));
    return true;
  }
  bool operator()(const NoticeIssued& fact) const {
    state.notices.push_back(at_stage(fact));
    return true;
  }
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
  bool operator()(const NoteAdded& fact) const {
    state.notes.push_back(recorded(fact));
    return true;
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
    current.formerly.push_back(before);
    current.stage = stage;
    current.names.push_back({event.id, stage});
  }
};

}  // namespace

base::Result<Case> fold(std::vector<Event> events) {
  if (events.empty()) return damaged(ErrorCode::kBadValue, "The case file is empty.");
  const auto by_id = [](const Event& a, const Event& b) { return a.id < b.id; };
  const auto same_id = [](const Event& a, const Event& b) { return a.id == b.id; };
  base::sort(events, by_id);
  events.erase(std::unique(events.begin(), events.end(), same_id), events.end());
  std::map<std::string, size_t> places;
  for (size_t i = 0; i < events.size(); ++i) places.emplace(events[i].id, i);

  if (auto errors = faults(events, places); !errors.empty()) return errors;
  const std::vector<size_t> ordered = order(events, places);
  if (ordered.size() != events.size()) {
    return damaged(ErrorCode::kTampered, "Events of the case file follow one another in a ring.");
  }
  Case state = opened_by(events[ordered.front()]);
  for (size_t i = 1; i < ordered.size(); ++i) apply(state, events[ordered[i]]);
  return state;
}

void apply(Case& state, const Event& event) {
  assert(!event.parents.empty() && event.case_id == state.id);
  if (!std::visit(Applier{state, event}, event.payload)) state.conflicts.push_back(event.id);
  state.events.push_back(event);
  std::vector<std::string> heads;
  for (std::string& head : state.heads) {
    if (!std::binary_search(event.parents.begin(), event.parents.end(), head)) {
      heads.push_back(std::move(head));
    }
  }
  heads.insert(std::lower_bound(heads.begin(), heads.end(), event.id), event.id);
  state.heads = std::move(heads);
}

std::string fingerprint(const Case& state) {
  constexpr std::string_view kCrockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  constexpr size_t kCharacters = 16;
  constexpr size_t kGroup = 4;
  const std::string hash = base::sha256_hex(base::joined(state.heads, "\n"));
  // The first 80 bits, five at a time.
  std::string text;
  for (size_t i = 0; i < kCharacters; ++i) {
    unsigned bits = 0;
    for (size_t bit = i * 5; bit < i * 5 + 5; ++bit) {
      const char figure = hash[bit / 4];
      const auto value = static_cast<unsigned>(figure <= '9' ? figure - '0' : figure - 'a' + 10);
      bits = bits << 1 | (value >> (3 - bit % 4) & 1u);
    }
    if (i > 0 && i % kGroup == 0) text += '-';
    text += kCrockford[bits];
  }
  return text;
}

bool is_late(Instant occurred_at, Instant recorded_at) {
  return recorded_at.ms - occurred_at.ms > kDay;
}

}  // namespace casework
