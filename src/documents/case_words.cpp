#include "documents/case_words.h"

#include <algorithm>

#include "base/order.h"
#include "base/text.h"
#include "casework/stage_words.h"

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

const char* settles(const casework::ReplyReceived& reply) {
  return reply.agreed ? " It settles the disagreement." : " It does not settle the disagreement.";
}

// Written on a day that the form asked for, which is all that is known of when it was.
bool is_late_for(casework::Date day, casework::Instant occurred_at, casework::Instant recorded_at) {
  return casework::is_late(occurred_at, recorded_at) ||
         casework::is_late(calendar::from_uk(day, {23, 59}), recorded_at);
}

// What one event says, for a chronology.
struct Teller {
  const Policy& policy;
  Detail detail;

  bool full() const { return detail == Detail::kFull; }
  std::string with(std::string text, std::string_view more) const {
    if (full() && !base::trimmed(more).empty()) text += " " + sentence(more);
    return text;
  }

  std::string operator()(const casework::CaseOpened& opened) const {
    std::string text = "Raised at " + casework::stage_in_words(policy, opened.first_stage);
    const std::string other = person_in_words(opened.responding);
    if (!other.empty()) text += ", with " + other;
    text = sentence(text);
    text = with(std::move(text), opened.direct_reason);
    if (full() && !opened.decision.empty())
      text += " What was decided: " + sentence(opened.decision);
    if (full() && !opened.concern.empty()) text += " The concern: " + sentence(opened.concern);
    return text;
  }
  std::string operator()(const casework::StageEntered& entered) const {
    const std::string text = (entered.direct ? "Moved straight to " : "Moved to ") +
                             casework::within_sentence(stage_heading(policy, entered.stage));
    return with(sentence(text), entered.reason);
  }
  std::string operator()(const casework::DiscussionRecorded& discussion) const {
    std::string text = "Discussion at " + casework::stage_in_words(policy, discussion.stage);
    if (!discussion.channel.empty()) text += ", " + casework::within_sentence(discussion.channel);
    if (!discussion.with.empty()) text += ", with " + discussion.with;
    text = with(sentence(text), discussion.account);
    if (full() && !discussion.agreed.empty()) text += " Agreed: " + sentence(discussion.agreed);
    return text;
  }
  std::string operator()(const casework::TimeAgreed& agreed) const {
    const TimeKind kind = time_kind(policy, agreed.clock);
    std::string text = kind == TimeKind::kAgreed     ? "Time agreed"
                       : kind == TimeKind::kDeclared ? "Time declared"
                                                     : "Time set to protect the child";
    text += " at " + casework::stage_in_words(policy, agreed.stage) + ": by " +
            calendar::in_words(agreed.until);
    if (!agreed.with.empty()) {
      text += (kind == TimeKind::kAgreed ? ", with " : ", told to ") + agreed.with;
    }
    return with(sentence(text), agreed.reason);
  }
  std::string operator()(const casework::ReplyReceived& reply) const {
    std::string text = "Reply received at " + casework::stage_in_words(policy, reply.stage);
    if (!reply.from.empty()) text += ", from " + reply.from;
    text = with(sentence(text), reply.account);
    return text + settles(reply);
  }
  std::string operator()(const casework::PolicyChanged& changed) const {
    const std::string text = "The case goes on under version " + changed.policy_version +
                             " of the procedure, at " +
                             casework::stage_in_words(policy, changed.stage);
    return with(sentence(text), changed.reason);
  }
  std::string operator()(const casework::DutyDone& done) const {
    const policy::Duty* duty = policy.duty(done.duty);
    return with("Done: " + sentence(duty ? duty->text : done.duty), done.note);
  }
  std::string operator()(const casework::NoticeIssued& notice) const {
    const policy::Form* form = policy.form(notice.form);
    std::string text = "Issued: " + (form ? form->title : notice.form);
    if (!notice.copied_to.empty()) text += ", with a copy to " + notice.copied_to;
    return sentence(text);
  }
  std::string operator()(const casework::CaseResolved& resolved) const {
    std::string text = "Resolved at " + casework::stage_in_words(policy, resolved.stage);
    if (!resolved.agreed_with.empty()) text += ", agreed with " + resolved.agreed_with;
    text = with(sentence(text), resolved.outcome);
    if (full() && resolved.debrief_held) text += " A debrief was held.";
    if (full() && !resolved.learning.empty()) text += " Learning: " + sentence(resolved.learning);
    return text;
  }
  std::string operator()(const casework::CaseWithdrawn& withdrawn) const {
    return with("Case withdrawn.", withdrawn.reason);
  }
  std::string operator()(const casework::NoteAdded& note) const {
    return full() ? "Note: " + sentence(note.text) : std::string("Note added.");
  }
};

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
  return is_late_for(discussion.fact.held_on, discussion.occurred_at, discussion.recorded_at);
}
bool is_late(const casework::Recorded<casework::ReplyReceived>& reply) {
  return is_late_for(reply.fact.received_on, reply.occurred_at, reply.recorded_at);
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
                     sentence(fact.account) + settles(fact);
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

std::vector<ChronologyEntry> chronology(const Case& state, const casework::Setting& setting,
                                        Detail detail) {
  std::vector<ChronologyEntry> entries;
  std::string hash = state.opened.fact.policy_hash;
  for (const casework::Event& event : state.events) {
    for (const auto& change : state.policy_changes) {
      if (change.event_id == event.id) hash = change.fact.policy_hash;
    }
    ChronologyEntry entry;
    entry.event_id = event.id;
    const calendar::UkDateTime when = calendar::to_uk(event.occurred_at);
    entry.happened_on = when.date;
    entry.late = casework::is_late(event.occurred_at, event.recorded_at);
    entry.happened = when.time == calendar::TimeOfDay{} ? calendar::in_words(when.date)
                                                        : calendar::in_words(event.occurred_at);
    if (const auto* fact = std::get_if<casework::DiscussionRecorded>(&event.payload)) {
      entry.happened_on = fact->held_on;
      entry.happened = calendar::in_words(fact->held_on);
      entry.late = is_late_for(fact->held_on, event.occurred_at, event.recorded_at);
    }
    if (const auto* fact = std::get_if<casework::ReplyReceived>(&event.payload)) {
      entry.happened_on = fact->received_on;
      entry.happened = calendar::in_words(fact->received_on);
      entry.late = is_late_for(fact->received_on, event.occurred_at, event.recorded_at);
    }
    entry.recorded = calendar::in_words(event.recorded_at);
    entry.who = person_in_words(event.author);
    entry.what = std::visit(Teller{version(state, setting, hash), detail}, event.payload);
    entries.push_back(std::move(entry));
  }
  base::sort(entries, [](const ChronologyEntry& a, const ChronologyEntry& b) {
    return a.happened_on < b.happened_on;
  });
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
