#include "app/case_texts.h"

namespace app {
namespace {

struct Collector {
  std::string all;

  void put(const std::string& text) {
    all += text;
    all += '\n';
  }
  void put(const casework::Person& person) {
    put(person.name);
    put(person.role);
    put(person.agency);
    put(person.email);
  }

  void operator()(const casework::CaseOpened& fact) {
    put(fact.reference);
    put(fact.subject.name);
    put(fact.responding);
    put(fact.decision);
    put(fact.concern);
    put(fact.impact);
    put(fact.desired_outcome);
    put(fact.risk_action);
    put(fact.scope_reason);
    put(fact.direct_reason);
  }
  void operator()(const casework::StageEntered& fact) { put(fact.reason); }
  void operator()(const casework::DiscussionRecorded& fact) {
    put(fact.channel);
    put(fact.with);
    put(fact.account);
    put(fact.agreed);
  }
  void operator()(const casework::TimeAgreed& fact) {
    put(fact.with);
    put(fact.reason);
  }
  void operator()(const casework::ReplyReceived& fact) {
    put(fact.from);
    put(fact.account);
  }
  void operator()(const casework::PolicyChanged& fact) { put(fact.reason); }
  void operator()(const casework::DutyDone& fact) { put(fact.note); }
  void operator()(const casework::NoticeIssued& fact) {
    for (const auto& [field, answers] : fact.answers) {
      for (const std::string& answer : answers) put(answer);
    }
    put(fact.copied_to);
    put(fact.sent_to);
  }
  void operator()(const casework::CaseResolved& fact) {
    put(fact.outcome);
    put(fact.agreed_with);
    put(fact.learning);
  }
  void operator()(const casework::CaseWithdrawn& fact) { put(fact.reason); }
  void operator()(const casework::NoteAdded& fact) { put(fact.text); }
};

}  // namespace

std::string texts_of(const casework::Event& event) {
  Collector collector;
  collector.put(event.author);
  std::visit(collector, event.payload);
  return std::move(collector.all);
}

}  // namespace app
