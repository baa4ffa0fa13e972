#include "casework/case_state.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <queue>
#include <tuple>

#include "base/order.h"
#include "base/sha256.h"
#include "base/text.h"
#include "casework/apply.h"

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

Case opened_by(const Event& event, const Corrections& corrections) {
  Case state;
  state.id = event.case_id;
  const auto& opening = *std::get_if<CaseOpened>(&told(event, corrections));
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

void append(Case& state, const Event& event, const Corrections& corrections) {
  if (!apply_fact(state, event, corrections)) state.conflicts.push_back(event.id);
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

// Requires: events in the order of the fold.
Case folded(const std::vector<Event>& events) {
  const Corrections corrections = corrections_of(events);
  Case state = opened_by(events.front(), corrections);
  for (size_t i = 1; i < events.size(); ++i) append(state, events[i], corrections);
  return state;
}

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
  std::vector<Event> in_order;
  in_order.reserve(events.size());
  for (const size_t place : ordered) in_order.push_back(std::move(events[place]));
  return folded(in_order);
}

void apply(Case& state, const Event& event) {
  assert(!event.parents.empty() && event.case_id == state.id);
  if (std::holds_alternative<EventAmended>(event.payload)) {  // it reaches back
    std::vector<Event> events = state.events;
    events.push_back(event);
    state = folded(events);
  } else {
    append(state, event, state.amendments.empty() ? Corrections() : corrections_of(state.events));
  }
}

const Event* event_of(const Case& state, std::string_view id) {
  const auto found = std::find_if(state.events.begin(), state.events.end(),
                                  [&](const Event& each) { return each.id == id; });
  return found == state.events.end() ? nullptr : &*found;
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
