#include "documents/case_words.h"

#include <algorithm>
#include <optional>

#include "base/order.h"
#include "base/text.h"
#include "casework/amend.h"
#include "casework/happened.h"
#include "casework/stage_words.h"
#include "documents/event_words.h"

namespace documents {
namespace {

using casework::Case;
using casework::StagePassage;
using policy::Policy;

std::string on_day(casework::Instant instant) {
  return calendar::in_words(calendar::uk_date(instant));
}

// How the passage ended: moved on, resolved, withdrawn, or not yet.
std::string end_in_words(const Case& state, const Policy& policy, size_t index) {
  const StagePassage& passage = state.passages[index];
  const std::string label = casework::stage_in_words(policy, passage.stage);
  if (index + 1 < state.passages.size()) {
    const StagePassage& next = state.passages[index + 1];
    return "Moved from " + label + " to " + casework::stage_in_words(policy, next.stage) + " on " +
           on_day(next.entered_at) + (next.reason.empty() ? "." : ": " + sentence(next.reason));
  }
  if (state.resolved) {
    const auto& resolved = *state.resolved;
    return "Resolved at " + label + " on " + on_day(resolved.occurred_at) + ": " +
           sentence(resolved.fact.outcome);
  }
  if (state.withdrawn) {
    return "Withdrawn at " + label + " on " + on_day(state.withdrawn->occurred_at) + ": " +
           sentence(state.withdrawn->fact.reason);
  }
  return "Entered " + label + " on " + on_day(passage.entered_at) + "; it has not ended.";
}

std::string not_entered(const Case& state, const Policy& policy, const std::string& stage) {
  std::string text = "No discussion is recorded at " + casework::stage_in_words(policy, stage) +
                     ": the case has not passed through it.";
  for (const StagePassage& passage : state.passages) {
    if (!passage.direct) continue;
    text += " It went directly to " + casework::stage_in_words(policy, passage.stage) + " on " +
            on_day(passage.entered_at) +
            (passage.reason.empty() ? "." : ": " + sentence(passage.reason));
  }
  return text;
}

}  // namespace

const Policy& version(const Case& state, const casework::Setting& setting, std::string_view hash) {
  static const Policy kNotKnown;
  if (state.policy_hash() == hash) return setting.policy;
  for (const Policy* earlier : setting.earlier) {
    if (earlier && earlier->hash == hash) return *earlier;
  }
  return kNotKnown;
}

std::string hash_at(const Case& state, std::string_view event_id) {
  std::string hash = state.opened.fact.policy_hash;
  if (state.policy_changes.empty()) return hash;
  for (const casework::Event& event : state.events) {
    for (const auto& change : state.policy_changes) {
      if (change.event_id == event.id) hash = change.fact.policy_hash;
    }
    if (event.id == event_id) break;
  }
  return hash;
}

std::string person_in_words(const casework::Person& person) {
  std::vector<std::string> parts;
  for (const std::string* part : {&person.name, &person.role, &person.agency}) {
    if (!base::trimmed(*part).empty()) parts.emplace_back(base::trimmed(*part));
  }
  return base::joined(parts, ", ");
}

std::string stage_heading(const Policy& policy, std::string_view stage_id) {
  const policy::Stage* stage = policy.stage(stage_id);
  if (!stage) return std::string(stage_id);
  if (stage->label.empty() || stage->title.empty()) return stage->label + stage->title;
  return stage->label + ": " + stage->title;
}

std::string stage_label(const Policy& policy, std::string_view stage_id) {
  const policy::Stage* stage = policy.stage(stage_id);
  if (!stage) return std::string(stage_id);
  return stage->label.empty() ? stage->title : stage->label;
}

std::string sentence(std::string_view text) {
  std::string result(base::trimmed(text));
  if (result.empty()) return result;
  for (const std::string_view end : {".", "!", "?", "…", ":", ";", ".”", ".\"", ".)"}) {
    if (result.ends_with(end)) return result;
  }
  return result + ".";
}

std::string partnership(const Policy& policy, const Case& state) {
  const policy::Area* area = policy.area(state.opened.fact.area);
  return area ? area->partnership : policy.partnership;
}

std::string contact_in_words(const Policy& policy, std::string_view id_or_post, const Case& state) {
  const policy::Contact* contact = policy.contact_for(id_or_post, state.opened.fact.area);
  if (!contact) return "";
  if (contact->name.empty() || contact->email.empty()) return contact->name + contact->email;
  return contact->name + " (" + contact->email + ")";
}

bool is_late(const casework::Recorded<casework::DiscussionRecorded>& discussion) {
  return casework::is_late(discussion.fact.held_on, discussion.occurred_at, discussion.recorded_at);
}
bool is_late(const casework::Recorded<casework::ReplyReceived>& reply) {
  return casework::is_late(reply.fact.received_on, reply.occurred_at, reply.recorded_at);
}

TimeKind time_kind(const Policy& policy, std::string_view clock_id) {
  const policy::Clock* clock = policy.clock(clock_id);
  if (!clock || clock->kind == policy::ClockKind::kAgreed) return TimeKind::kAgreed;
  return clock->kind == policy::ClockKind::kDeclared ? TimeKind::kDeclared : TimeKind::kProtective;
}

std::string in_words(const casework::Recorded<casework::DiscussionRecorded>& discussion,
                     const Policy& policy) {
  const casework::DiscussionRecorded& fact = discussion.fact;
  std::string text = stage_label(policy, fact.stage) + ", " + calendar::in_words(fact.held_on);
  if (!fact.channel.empty()) text += ", " + casework::within_sentence(fact.channel);
  if (!fact.with.empty()) text += ", with " + std::string(base::trimmed(fact.with));
  text = fact.account.empty() ? sentence(text) : text + ": " + sentence(fact.account);
  text += base::trimmed(fact.agreed).empty() ? " No agreement is recorded."
                                             : " Agreed: " + sentence(fact.agreed);
  if (is_late(discussion)) text += " (Written down on " + on_day(discussion.recorded_at) + ".)";
  return text;
}

std::string in_words(const casework::Recorded<casework::ReplyReceived>& reply,
                     const Policy& policy) {
  const casework::ReplyReceived& fact = reply.fact;
  std::string text = stage_label(policy, fact.stage) + ", " + calendar::in_words(fact.received_on) +
                     ", reply from " + std::string(base::trimmed(fact.from)) + ": " +
                     sentence(fact.account) + settling_in_words(fact);
  if (is_late(reply)) text += " (Written down on " + on_day(reply.recorded_at) + ".)";
  return text;
}

std::string stage_records(const Case& state, const Policy& policy,
                          const std::vector<std::string>& stages) {
  std::vector<std::string> asked = stages;
  if (asked.empty()) {
    for (const StagePassage& passage : state.passages) {
      if (std::find(asked.begin(), asked.end(), passage.stage) == asked.end()) {
        asked.push_back(passage.stage);
      }
    }
  }
  std::vector<std::string> parts;
  for (const std::string& stage : asked) {
    std::vector<const casework::Recorded<casework::DiscussionRecorded>*> held;
    for (const auto& discussion : state.discussions) {
      if (discussion.fact.stage == stage) held.push_back(&discussion);
    }
    base::sort(held,
               [](const auto* a, const auto* b) { return a->fact.held_on < b->fact.held_on; });
    for (const auto* discussion : held) parts.push_back(in_words(*discussion, policy));
    for (const auto& reply : state.replies) {
      if (reply.fact.stage == stage) parts.push_back(in_words(reply, policy));
    }
    bool entered = false;
    for (size_t i = 0; i < state.passages.size(); ++i) {
      if (state.passages[i].stage != stage) continue;
      if (held.empty() && !entered) {
        parts.push_back("No discussion is recorded at " + casework::stage_in_words(policy, stage) +
                        ".");
      }
      entered = true;
      std::string end = end_in_words(state, policy, i);
      if (held.empty() && parts.back().starts_with("No discussion")) {
        parts.back() += " " + end;
      } else {
        parts.push_back(std::move(end));
      }
    }
    if (!entered && held.empty()) parts.push_back(not_entered(state, policy, stage));
  }
  return base::joined(parts, "\n\n");
}

std::vector<size_t> chronology_order(const Case& state) {
  std::vector<casework::Date> days;
  days.reserve(state.events.size());
  for (const casework::Event& event : state.events) {
    const auto day = casework::day_named(event.payload);
    days.push_back(day ? *day : calendar::uk_date(event.occurred_at));
  }
  // A corrected day is where it happened.
  for (const auto& correction : state.amendments) {
    for (size_t i = 0; i < state.events.size(); ++i) {
      if (state.events[i].id != correction.fact.event) continue;
      const auto day = casework::day_named(casework::corrected(state, state.events[i]));
      if (day) days[i] = *day;
    }
  }
  return base::ordered(days.size(), [&](size_t a, size_t b) { return days[a] < days[b]; });
}

ChronologyEntry chronology_entry(const Case& state, const casework::Setting& setting, size_t place,
                                 Detail detail) {
  const casework::Event& event = state.events[place];
  const auto is_of_event = [&](const auto& each) { return each.fact.event == event.id; };
  ChronologyEntry entry;
  entry.event_id = event.id;
  entry.corrected = std::any_of(state.amendments.begin(), state.amendments.end(), is_of_event);
  const std::optional<casework::Payload> other =
      entry.corrected ? std::optional(casework::corrected(state, event)) : std::nullopt;
  const casework::Payload& now = other ? *other : event.payload;
  const casework::Happened happened = casework::happened(event, now);
  entry.happened_on = happened.on;
  entry.happened =
      happened.day_only ? calendar::in_words(happened.on) : calendar::in_words(event.occurred_at);
  entry.late = happened.late;
  entry.recorded = calendar::in_words(event.recorded_at);
  entry.who = person_in_words(event.author);
  entry.what = told(now, state, version(state, setting, hash_at(state, event.id)), detail);
  return entry;
}

std::vector<ChronologyEntry> chronology(const Case& state, const casework::Setting& setting,
                                        Detail detail) {
  std::vector<ChronologyEntry> entries;
  for (const size_t place : chronology_order(state)) {
    entries.push_back(chronology_entry(state, setting, place, detail));
  }
  return entries;
}

std::string chronology_in_words(const Case& state, const casework::Setting& setting) {
  std::vector<std::string> lines;
  for (const ChronologyEntry& entry : chronology(state, setting, Detail::kFull)) {
    std::string line = entry.happened + ", " + entry.who + ": " + entry.what;
    if (entry.late) line += " (Late entry, written down on " + entry.recorded + ".)";
    lines.push_back(std::move(line));
  }
  return base::joined(lines, "\n");
}

}  // namespace documents
