#include "documents/event_words.h"

#include <array>
#include <map>
#include <utility>

#include "base/text.h"
#include "casework/amend.h"
#include "casework/stage_words.h"

namespace documents {
namespace {

using policy::Policy;

// "200 KB", never nothing.
std::string size_in_words(std::int64_t bytes) {
  constexpr std::int64_t kKilobyte = 1000, kMegabyte = 1000 * kKilobyte;
  if (bytes >= kMegabyte) return std::to_string((bytes + kMegabyte / 2) / kMegabyte) + " MB";
  return std::to_string((bytes + kKilobyte - 1) / kKilobyte) + " KB";
}

// What one event says, for a chronology.
struct Teller {
  const casework::Case& state;
  const Policy& policy;
  Detail detail;

  bool full() const { return detail == Detail::kFull; }
  std::string with(std::string text, std::string_view more) const {
    if (full() && !base::trimmed(more).empty()) text += " " + sentence(more);
    return text;
  }

  std::string also(std::string text, const char* before, std::string_view more) const {
    if (full() && !base::trimmed(more).empty()) text += " " + (before + sentence(more));
    return text;
  }
  // "the discussion of 2 April 2026", "the note"
  std::string record(const std::string& id) const {
    const casework::Event* event = casework::event_of(state, id);
    return event ? record_in_words(*event) : "a record that is not here";
  }
  std::string by(const char* before, const std::string& who) const {
    return base::trimmed(who).empty() ? "" : before + who;
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
    std::string text = (entered.direct ? "Moved straight to " : "Moved to ") +
                       casework::within_sentence(stage_heading(policy, entered.stage));
    text = with(sentence(text), entered.reason);
    return also(std::move(text), "Asked before: ", entered.consulted);
  }
  std::string operator()(const casework::DiscussionRecorded& discussion) const {
    std::string text = "Discussion at " + casework::stage_in_words(policy, discussion.stage);
    if (!discussion.channel.empty()) text += ", " + casework::within_sentence(discussion.channel);
    if (!discussion.with.empty()) text += ", with " + discussion.with;
    text = with(sentence(text), discussion.account);
    text = also(std::move(text), "The side that raised it: ", discussion.ours);
    text = also(std::move(text), "The other side: ", discussion.theirs);
    text = also(std::move(text), "Evidence: ", discussion.evidence);
    text = also(std::move(text), "What it means for the child: ", discussion.impact);
    text = also(std::move(text), "Agreed: ", discussion.agreed);
    text = also(std::move(text), "Why: ", discussion.reasons);
    return also(std::move(text), "Actions: ", actions_in_words(discussion.actions));
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
    return text + settling_in_words(reply);
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

  std::string operator()(const casework::ParticipantNamed& named) const {
    const std::string side = named.side == casework::kRaisingSide ? " for the side that raised it"
                             : named.side == casework::kRespondingSide  ? " for the other side"
                             : named.side == casework::kPartnershipSide ? " for the partnership"
                                                                        : "";
    return with(sentence("Takes part" + side + ": " + person_in_words(named.person)), named.note);
  }
  std::string operator()(const casework::RiskChanged& risk) const {
    std::string text = risk.immediate ? "Immediate risk of harm." : "No immediate risk of harm.";
    return also(with(std::move(text), risk.account), "Done at once: ", risk.action);
  }
  std::string operator()(const casework::NoticeAcknowledged& fact) const {
    return with(sentence(base::capitalised(record(fact.notice)) + " has arrived" +
                         by(", says ", fact.from)),
                fact.note);
  }
  std::string operator()(const casework::SilenceRecorded& fact) const {
    const std::string to = fact.notice.empty() ? "" : " to " + record(fact.notice);
    return with("No answer" + to + " up to " + calendar::in_words(fact.waited_until) + ".",
                fact.tried);
  }
  std::string operator()(const casework::OutcomeConfirmed& fact) const {
    const char* side =
        fact.side == casework::kRaisingSide ? "the side that raised it" : "the other side";
    return with(sentence(std::string("The outcome is confirmed in writing by ") + side +
                         by(": ", fact.from)),
                fact.account);
  }
  std::string operator()(const casework::DebriefHeld& fact) const {
    return with(sentence("Debrief" + by(", with ", fact.with)), fact.account);
  }
  std::string operator()(const casework::LearningSent& fact) const {
    return with(sentence("Learning passed on" + by(" to ", fact.to)), fact.account);
  }
  std::string operator()(const casework::FeedbackGiven& fact) const {
    return with(sentence("Feedback given" + by(" to ", fact.to)), fact.account);
  }
  std::string operator()(const casework::CaseReopened& fact) const {
    return with("Reopened at " + casework::stage_in_words(policy, fact.stage) + ".", fact.reason);
  }
  std::string operator()(const casework::RecordApproved& fact) const {
    return with(sentence("Approved: " + record(fact.event) + by(", by ", fact.from)), fact.note);
  }
  std::string operator()(const casework::EventAmended& fact) const {
    const std::string what = "Corrected: " + record(fact.event) + ".";
    const casework::Event* event = casework::event_of(state, fact.event);
    if (!full() || !event) return what;
    std::string text = what;
    for (const casework::AmendableField& field : casework::amendable(event->payload)) {
      const auto change = fact.changes.find(field.key);
      if (change == fact.changes.end()) continue;
      text += " " + field_in_words(event->payload, field.key) + ": “" + change->second +
              "”; written first: “" + field.value + "”.";
    }
    return with(std::move(text), fact.reason);
  }
  std::string operator()(const casework::ConflictSettled& fact) const {
    std::vector<std::string> about;
    for (const std::string& id : fact.events) about.push_back(record(id));
    std::string text = "Settled, what was written apart: " + base::listed(about) + ".";
    if (!fact.stage.empty()) {
      text += " The case stands at " + casework::stage_in_words(policy, fact.stage) + ".";
    }
    if (!fact.outcome.empty()) text += " What holds is " + record(fact.outcome) + ".";
    return with(std::move(text), fact.reason);
  }
  std::string operator()(const casework::FileAttached& fact) const {
    const std::string to = fact.event.empty() ? "" : ", to " + record(fact.event);
    return with(
        sentence("File attached: " + fact.name + " (" + size_in_words(fact.size) + ")" + to),
        fact.note);
  }
};

}  // namespace

std::string told(const casework::Payload& payload, const casework::Case& state,
                 const Policy& policy, Detail detail) {
  return std::visit(Teller{state, policy, detail}, payload);
}

const char* settling_in_words(const casework::ReplyReceived& reply) {
  return reply.agreed ? " It settles the disagreement." : " It does not settle the disagreement.";
}

std::string actions_in_words(const std::vector<casework::Action>& actions) {
  std::vector<std::string> said;
  for (const casework::Action& action : actions) {
    std::string words = action.what;
    if (!action.owner.empty()) words += " (" + action.owner + ")";
    if (action.by.ok()) words += ", by " + calendar::in_words(action.by);
    said.push_back(std::move(words));
  }
  return base::joined(said, "; ");
}

std::string record_in_words(const casework::Event& event) {
  // In the order of Payload.
  constexpr std::array<const char*, std::variant_size_v<casework::Payload>> kCalled = {
      "what was raised",
      "the move",
      "the discussion",
      "the time set",
      "what was ticked off",
      "the notice",
      "the outcome",
      "the withdrawal",
      "the note",
      "the reply",
      "the other version",
      "who takes part",
      "the look at the risk",
      "the acknowledgement",
      "the silence",
      "the confirmation",
      "the debrief",
      "the learning",
      "the feedback",
      "the reopening",
      "the approval",
      "the correction",
      "the settlement",
      "the file"};
  static_assert(kCalled.back() != nullptr);
  const auto day = casework::day_named(event.payload);
  return std::string(kCalled[event.payload.index()]) + " of " +
         calendar::in_words(day ? *day : calendar::uk_date(event.occurred_at));
}

std::string field_in_words(const casework::Payload& payload, const std::string& key) {
  static const std::map<std::string, const char*> kWords = {
      {"held_on", "When it took place"},
      {"channel", "How"},
      {"with", "With whom"},
      {"account", "What was said"},
      {"agreed", "What was agreed"},
      {"ours", "The position of the side that raised it"},
      {"theirs", "The position of the other side"},
      {"evidence", "The evidence"},
      {"impact", "What it means for the child"},
      {"reasons", "Why it was decided so"},
      {"received_on", "When it arrived"},
      {"from", "From whom"},
      {"reason", "The reason"},
      {"note", "The note"},
      {"text", "The note"},
      {"outcome", "What was agreed"},
      {"agreed_with", "Agreed with whom"},
      {"learning", "What there is to learn"},
      {"decision", "What was decided"},
      {"concern", "The concern"},
      {"desired_outcome", "The outcome sought"},
      {"concern_arose", "When the concern arose"},
      {"risk_action", "What was done at once"},
      {"scope_reason", "Why the procedure is used"},
      {"direct_reason", "Why it starts there"},
      {"subject.name", "Whom it is about"},
      {"name", "Name"},
      {"role", "Role"},
      {"agency", "Agency or team"},
      {"email", "Email"},
      {"action", "What was done at once"},
      {"waited_until", "Waited until"},
      {"tried", "How an answer was sought"},
      {"confirmed_on", "When it was confirmed"},
      {"sent_on", "When it was sent"},
      {"given_on", "When it was given"},
      {"to", "To whom"},
      {"what", "What is to be done"},
      {"owner", "Who does it"},
      {"by", "By when"},
  };
  const bool of_reply = std::holds_alternative<casework::ReplyReceived>(payload);
  if (of_reply && key == "agreed") return "Whether it settles the disagreement";
  if (of_reply && key == "account") return "What it says";
  const auto whole = kWords.find(key);
  const size_t dot = key.rfind('.');
  const auto found =
      whole != kWords.end() || dot == key.npos ? whole : kWords.find(key.substr(dot + 1));
  std::string words = found == kWords.end() ? key : found->second;
  if (key.starts_with("responding.")) words += " of the other side";
  if (key.starts_with("actions.")) {
    words += ", action " + std::to_string(std::stoi(key.substr(8)) + 1);
  }
  return words;
}

}  // namespace documents
