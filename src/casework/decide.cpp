#include "casework/decide.h"

#include <cassert>

#include "casework/fact_checks.h"
#include "casework/record_text.h"
#include "casework/stage_words.h"

namespace casework {
namespace {

using base::ErrorCode;

// What a closed case still takes: learning, confirmations and notes come after the resolution.
bool may_follow_the_end(const Payload& payload) {
  return std::holds_alternative<NoticeIssued>(payload) ||
         std::holds_alternative<DutyDone>(payload) || std::holds_alternative<NoteAdded>(payload);
}

std::string closed_sentence(const Case& state) {
  return std::string("The case is ") +
         (state.status == CaseStatus::kResolved ? "resolved" : "withdrawn") +
         ", so only notices, duties and notes can be added. Raise a new case if there is still a "
         "disagreement";
}

void check_size(const Payload& payload, FormErrors& errors) {
  const TextSizes sizes = text_sizes(payload);
  if (sizes.longest > kLongestText) {
    errors.add(ErrorCode::kTooLarge, sizes.longest_field,
               "This must be " + std::to_string(kLongestText / 1000) + ",000 characters or fewer",
               nullptr, std::to_string(sizes.longest) + " characters");
  } else if (sizes.total > kLargestEvent) {
    errors.add(ErrorCode::kTooLarge, sizes.longest_field,
               "These answers together are too long to be stored");
  }
}

void check_author(const Person& author, FormErrors& errors) {
  errors.require(author.name, "author.name", "Enter your name in your profile");
}

void check_moment(const Case& state, const Setting& setting, Instant occurred_at,
                  FormErrors& errors) {
  const Date arose = state.opened.fact.concern_arose;
  if (occurred_at > setting.now) {
    errors.add(ErrorCode::kRefused, "occurred_at", "When it happened must be now or in the past",
               nullptr, calendar::in_words(occurred_at));
  } else if (calendar::uk_date(occurred_at) < arose) {
    errors.add(ErrorCode::kRefused, "occurred_at",
               "When it happened must be on or after " + calendar::in_words(arose) +
                   ", the day the concern arose",
               nullptr, calendar::in_words(occurred_at));
  }
}

Event sealed(Event event) {
  seal(event);
  return event;
}

}  // namespace

bool was_at(const Case& state, const std::string& stage) {
  for (const StagePassage& passage : state.passages) {
    if (passage.stage == stage) return true;
  }
  return false;
}

void check(CaseResolved& fact, CheckedCommand& command) {
  const Case& state = command.state;
  if (fact.stage.empty()) fact.stage = state.stage();
  if (fact.stage != state.stage()) {
    command.errors.add(ErrorCode::kRefused, "stage",
                       "The case is at " + stage_in_words(command.setting.policy, state.stage()) +
                           ", so that is where it is resolved",
                       nullptr, fact.stage);
  }
  command.errors.require(fact.outcome, "outcome", "Enter what was agreed for the child");
  command.errors.require(fact.agreed_with, "agreed_with", "Enter who agreed to it");
  if (command.occurred_at < state.current().entered_at) {
    command.errors.add(ErrorCode::kRefused, "occurred_at",
                       "When it was resolved must be after " +
                           stage_in_words(command.setting.policy, state.stage()) + " was entered");
  }
}

void check(CaseWithdrawn& fact, CheckedCommand& command) {
  command.errors.require(fact.reason, "reason", "Enter why the case is withdrawn");
}

void check(NoteAdded& fact, CheckedCommand& command) {
  command.errors.require(fact.text, "text", "Enter the note");
}

base::Result<Event> open_case(const Setting& setting, const std::string& case_id,
                              const CaseOpened& opening) {
  assert(case_id.size() == 32);
  Payload payload = cleaned(Payload(opening));
  CaseOpened& fact = *std::get_if<CaseOpened>(&payload);
  FormErrors errors(setting.policy);
  Event event;
  event.author = cleaned(setting.author);
  check_opening(fact, setting, errors);
  check_author(event.author, errors);
  check_size(payload, errors);
  if (!errors.empty()) return errors.take();

  event.case_id = case_id;
  event.occurred_at = setting.now;
  event.recorded_at = setting.now;
  event.payload = std::move(payload);
  return sealed(std::move(event));
}

base::Result<Event> decide(const Case& state, const Setting& setting, const Command& command) {
  FormErrors errors(setting.policy);
  if (std::holds_alternative<CaseOpened>(command.payload)) {
    errors.add(ErrorCode::kRefused, "", "The case is already raised");
  } else if (state.policy_hash() != setting.policy.hash &&
             !std::holds_alternative<PolicyChanged>(command.payload)) {
    errors.add(ErrorCode::kRefused, "policy_hash",
               "This case is run under another version of the procedure", nullptr,
               setting.policy.version);
  } else if (!state.is_open() && !may_follow_the_end(command.payload)) {
    errors.add(ErrorCode::kRefused, "", closed_sentence(state));
  }
  if (!errors.empty()) return errors.take();

  Event event;
  event.author = cleaned(setting.author);
  Payload payload = cleaned(command.payload);
  Instant occurred_at = command.occurred_at;
  CheckedCommand checked{state, setting, occurred_at, errors};
  std::visit(
      [&](auto& fact) {
        if constexpr (!std::is_same_v<std::decay_t<decltype(fact)>, CaseOpened>)
          check(fact, checked);
      },
      payload);
  check_moment(state, setting, occurred_at, errors);
  check_author(event.author, errors);
  check_size(payload, errors);
  if (!errors.empty()) return errors.take();

  event.case_id = state.id;
  event.parents = state.heads;
  event.occurred_at = occurred_at;
  event.recorded_at = setting.now;
  event.payload = std::move(payload);
  return sealed(std::move(event));
}

}  // namespace casework
