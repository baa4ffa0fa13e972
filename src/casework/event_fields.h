// The fields of every fact, named once, in the order people read them. The writer, the strict
// reader and the cleaner of texts all walk this list, so none of them can forget a field. Internal
// to casework.
#pragma once

#include <concepts>
#include <type_traits>

#include "casework/event.h"

namespace casework {

template <typename Fact, typename Wanted>
concept Is = std::same_as<std::remove_const_t<Fact>, Wanted>;

// visit("key", field) for each field of the fact, const or not; visit.optional("key", text) for a
// text that older events do not have and that is left out when it is empty; visit.later("key",
// field) for a field of format 2, left out when it is empty.
template <typename Visitor, Is<Person> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("name", fact.name);
  visit("role", fact.role);
  visit("agency", fact.agency);
  visit("email", fact.email);
}

template <typename Visitor, Is<Subject> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("kind", fact.kind);
  visit("name", fact.name);
}

template <typename Visitor, Is<CaseOpened> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("reference", fact.reference);
  visit("policy_id", fact.policy_id);
  visit("policy_version", fact.policy_version);
  visit("policy_hash", fact.policy_hash);
  visit("area", fact.area);
  visit("subject", fact.subject);
  visit("responding", fact.responding);
  visit("categories", fact.categories);
  visit("decision", fact.decision);
  visit("concern", fact.concern);
  visit("impact", fact.impact);
  visit("desired_outcome", fact.desired_outcome);
  visit("concern_arose", fact.concern_arose);
  visit("immediate_risk", fact.immediate_risk);
  visit("risk_action", fact.risk_action);
  visit("tests", fact.tests);
  visit("exclusions", fact.exclusions);
  visit("scope_reason", fact.scope_reason);
  visit.optional("priority", fact.priority);
  visit("first_stage", fact.first_stage);
  visit("direct_reason", fact.direct_reason);
}

template <typename Visitor, Is<StageEntered> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("stage", fact.stage);
  visit("from", fact.from);
  visit("direct", fact.direct);
  visit("reason", fact.reason);
  visit.later("consulted", fact.consulted);
}

template <typename Visitor, Is<Action> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("what", fact.what);
  visit("owner", fact.owner);
  visit.later("by", fact.by);
}

template <typename Visitor, Is<DiscussionRecorded> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("stage", fact.stage);
  visit("held_on", fact.held_on);
  visit("channel", fact.channel);
  visit("with", fact.with);
  visit("account", fact.account);
  visit("agreed", fact.agreed);
  visit.later("ours", fact.ours);
  visit.later("theirs", fact.theirs);
  visit.later("evidence", fact.evidence);
  visit.later("impact", fact.impact);
  visit.later("reasons", fact.reasons);
  visit.later("actions", fact.actions);
}

template <typename Visitor, Is<TimeAgreed> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("stage", fact.stage);
  visit("clock", fact.clock);
  visit("until", fact.until);
  visit("with", fact.with);
  visit("reason", fact.reason);
}

template <typename Visitor, Is<ReplyReceived> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("stage", fact.stage);
  visit("received_on", fact.received_on);
  visit("from", fact.from);
  visit("account", fact.account);
  visit("agreed", fact.agreed);
}

template <typename Visitor, Is<PolicyChanged> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("policy_id", fact.policy_id);
  visit("policy_version", fact.policy_version);
  visit("policy_hash", fact.policy_hash);
  visit("stage", fact.stage);
  visit("reason", fact.reason);
  visit.optional("priority", fact.priority);
}

template <typename Visitor, Is<DutyDone> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("duty", fact.duty);
  visit("stage", fact.stage);
  visit("note", fact.note);
}

template <typename Visitor, Is<NoticeIssued> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("form", fact.form);
  visit("stage", fact.stage);
  visit("answers", fact.answers);
  visit("copied_to", fact.copied_to);
  visit.optional("sent_to", fact.sent_to);
}

template <typename Visitor, Is<CaseResolved> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("stage", fact.stage);
  visit("outcome", fact.outcome);
  visit("agreed_with", fact.agreed_with);
  visit("debrief_held", fact.debrief_held);
  visit("learning", fact.learning);
}

template <typename Visitor, Is<CaseWithdrawn> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("reason", fact.reason);
}

template <typename Visitor, Is<NoteAdded> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("text", fact.text);
}

template <typename Visitor, Is<ParticipantNamed> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("stage", fact.stage);
  visit("person", fact.person);
  visit("side", fact.side);
  visit("note", fact.note);
}

template <typename Visitor, Is<RiskChanged> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("stage", fact.stage);
  visit("immediate", fact.immediate);
  visit("account", fact.account);
  visit("action", fact.action);
}

template <typename Visitor, Is<NoticeAcknowledged> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("notice", fact.notice);
  visit("received_on", fact.received_on);
  visit("from", fact.from);
  visit("note", fact.note);
}

template <typename Visitor, Is<SilenceRecorded> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("stage", fact.stage);
  visit("notice", fact.notice);
  visit("waited_until", fact.waited_until);
  visit("tried", fact.tried);
}

template <typename Visitor, Is<OutcomeConfirmed> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("side", fact.side);
  visit("confirmed_on", fact.confirmed_on);
  visit("from", fact.from);
  visit("account", fact.account);
}

template <typename Visitor, Is<DebriefHeld> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("held_on", fact.held_on);
  visit("with", fact.with);
  visit("account", fact.account);
}

template <typename Visitor, Is<LearningSent> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("sent_on", fact.sent_on);
  visit("to", fact.to);
  visit("account", fact.account);
}

template <typename Visitor, Is<FeedbackGiven> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("given_on", fact.given_on);
  visit("to", fact.to);
  visit("account", fact.account);
}

template <typename Visitor, Is<CaseReopened> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("stage", fact.stage);
  visit("reason", fact.reason);
}

template <typename Visitor, Is<RecordApproved> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("event", fact.event);
  visit("approved_on", fact.approved_on);
  visit("from", fact.from);
  visit("note", fact.note);
}

template <typename Visitor, Is<EventAmended> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("event", fact.event);
  visit("changes", fact.changes);
  visit("reason", fact.reason);
}

template <typename Visitor, Is<ConflictSettled> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("events", fact.events);
  visit("stage", fact.stage);
  visit("outcome", fact.outcome);
  visit("reason", fact.reason);
}

template <typename Visitor, Is<FileAttached> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("name", fact.name);
  visit("media_type", fact.media_type);
  visit("sha256", fact.sha256);
  visit("size", fact.size);
  visit("event", fact.event);
  visit("note", fact.note);
}

}  // namespace casework
