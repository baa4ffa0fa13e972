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
// text that older events do not have and that is left out when it is empty.
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
}

template <typename Visitor, Is<DiscussionRecorded> Fact>
void visit_fields(Visitor& visit, Fact& fact) {
  visit("stage", fact.stage);
  visit("held_on", fact.held_on);
  visit("channel", fact.channel);
  visit("with", fact.with);
  visit("account", fact.account);
  visit("agreed", fact.agreed);
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

}  // namespace casework
