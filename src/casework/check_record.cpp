// What belongs to the case file besides the stages: who takes part, how great the risk is, what
// arrived and what did not, confirmations, and what follows the end.
#include <algorithm>
#include <array>
#include <string_view>

#include "casework/fact_checks.h"
#include "casework/stage_words.h"

namespace casework {
namespace {

using base::ErrorCode;

constexpr std::int64_t kLargestFile = 5'000'000;  // bytes
constexpr size_t kIdLength = 64;

void at_present_stage(std::string& stage, CheckedCommand& command) {
  if (stage.empty()) stage = command.state.stage();
  if (was_at(command.state, stage)) return;
  command.errors.add(ErrorCode::kRefused, "stage",
                     "The case has not been at " + stage_in_words(command.setting.policy, stage),
                     nullptr, stage);
}

const Event* issued(const std::string& notice, CheckedCommand& command) {
  const Event* event = event_of(command.state, notice);
  if (event && std::holds_alternative<NoticeIssued>(event->payload)) return event;
  command.errors.add(ErrorCode::kMissingReference, "notice", "Select a notice of this case",
                     nullptr, notice);
  return nullptr;
}

// `what` came after the event: a notice's receipt is not before the notice.
void not_before(const Event* event, const Date& day, const std::string& pointer,
                const std::string& what, CheckedCommand& command) {
  if (!event || !day.ok() || day >= calendar::uk_date(event->occurred_at)) return;
  command.errors.add(ErrorCode::kRefused, pointer,
                     "The date of the " + what + " must be on or after " +
                         calendar::in_words(calendar::uk_date(event->occurred_at)),
                     nullptr, calendar::in_words(day));
}

}  // namespace

void check(ParticipantNamed& fact, CheckedCommand& command) {
  at_present_stage(fact.stage, command);
  FormErrors& errors = command.errors;
  if (fact.person.name.empty() && fact.person.role.empty()) {
    errors.add(ErrorCode::kRequired, "person.name", "Enter their name, or their role");
  }
  errors.require(fact.person.agency, "person.agency", "Enter their agency or team");
  errors.check_email(fact.person.email, "person.email");
  constexpr std::array<std::string_view, 4> kSides = {kRaisingSide, kRespondingSide,
                                                      kPartnershipSide, kOtherSide};
  if (std::find(kSides.begin(), kSides.end(), fact.side) == kSides.end()) {
    errors.add(ErrorCode::kRequired, "side", "Select which side they are on", nullptr, fact.side);
  }
}

void check(RiskChanged& fact, CheckedCommand& command) {
  at_present_stage(fact.stage, command);
  command.errors.require(fact.account, "account", "Enter what has changed, and how you know");
  if (fact.immediate) {
    command.errors.require(fact.action, "action", "Enter what was done at once");
  }
}

void check(NoticeAcknowledged& fact, CheckedCommand& command) {
  const Event* notice = issued(fact.notice, command);
  check_day(fact.received_on, "received_on", "receipt", command);
  not_before(notice, fact.received_on, "received_on", "receipt", command);
  command.errors.require(fact.from, "from", "Enter who says that it has arrived");
}

void check(SilenceRecorded& fact, CheckedCommand& command) {
  at_present_stage(fact.stage, command);
  const Event* notice = fact.notice.empty() ? nullptr : issued(fact.notice, command);
  check_day(fact.waited_until, "waited_until", "last day on which you waited", command);
  not_before(notice, fact.waited_until, "waited_until", "last day on which you waited", command);
  command.errors.require(fact.tried, "tried", "Enter how you asked for an answer, and whom");
}

void check(OutcomeConfirmed& fact, CheckedCommand& command) {
  FormErrors& errors = command.errors;
  const Case& state = command.state;
  check_day(fact.confirmed_on, "confirmed_on", "confirmation", command);
  errors.require(fact.from, "from", "Enter who confirmed it");
  if (fact.side != kRaisingSide && fact.side != kRespondingSide) {
    errors.add(ErrorCode::kRequired, "side", "Select which side confirmed it", nullptr, fact.side);
  }
  if (!state.resolved) {
    errors.add(ErrorCode::kRefused, "", "There is no outcome yet that could be confirmed");
    return;
  }
  not_before(event_of(state, state.resolved->event_id), fact.confirmed_on, "confirmed_on",
             "confirmation", command);
}

void check(DebriefHeld& fact, CheckedCommand& command) {
  check_day(fact.held_on, "held_on", "debrief", command);
  command.errors.require(fact.with, "with", "Enter who took part");
}

void check(LearningSent& fact, CheckedCommand& command) {
  check_day(fact.sent_on, "sent_on", "message", command);
  command.errors.require(fact.to, "to", "Enter whom it was sent to");
  command.errors.require(fact.account, "account", "Enter what there is to learn");
}

void check(FeedbackGiven& fact, CheckedCommand& command) {
  check_day(fact.given_on, "given_on", "feedback", command);
  command.errors.require(fact.to, "to", "Enter who was told");
  command.errors.require(fact.account, "account", "Enter what they were told");
}

void check(CaseReopened& fact, CheckedCommand& command) {
  const Case& state = command.state;
  if (state.is_open()) {
    command.errors.add(ErrorCode::kRefused, "", "The case is open already");
    return;
  }
  if (fact.stage.empty()) fact.stage = state.stage();
  if (!command.setting.policy.stage(fact.stage)) {
    command.errors.add(ErrorCode::kMissingReference, "stage",
                       "Select a " + command.setting.policy.stage_word + " of this procedure",
                       nullptr, fact.stage);
  }
  command.errors.require(fact.reason, "reason", "Enter why the case is opened again");
}

void check(FileAttached& fact, CheckedCommand& command) {
  FormErrors& errors = command.errors;
  const Event* about = fact.event.empty() ? nullptr : event_of(command.state, fact.event);
  if (!fact.event.empty() && !about) {
    errors.add(ErrorCode::kMissingReference, "event", "Select a record of this case", nullptr,
               fact.event);
  }
  errors.require(fact.name, "name", "Choose a file");
  const bool hashed = fact.sha256.size() == kIdLength &&
                      fact.sha256.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!hashed || fact.size < 0) {
    errors.add(ErrorCode::kBadValue, "name", "This file could not be read; choose it again");
  } else if (fact.size > kLargestFile) {
    errors.add(ErrorCode::kTooLarge, "name", "The file must be 5 MB or smaller");
  } else if (fact.size == 0) {
    errors.add(ErrorCode::kRefused, "name", "The file is empty; choose another");
  }
}

}  // namespace casework
