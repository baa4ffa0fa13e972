#include "casework/clock_met.h"

#include <algorithm>

#include "casework/clock_start.h"
#include "casework/duty_record.h"

namespace casework {
namespace {

using policy::Clock;
using policy::MetBy;
using policy::StartEvent;

bool meets(MetBy met_by, const Exchange& exchange) {
  switch (met_by) {
    case MetBy::kRecord:
      return exchange.discussion != nullptr;
    case MetBy::kMeeting:
      return exchange.discussion && exchange.discussion->fact.channel == kMeetingChannel;
    case MetBy::kReply:
      return true;
    case MetBy::kStageEnded:
    case MetBy::kDutyDone:
      break;
  }
  return false;
}

bool is_start(const Clock& clock, const Exchange& exchange) {
  return counts_from(clock, exchange.reply ? StartEvent::kReplyReceived : StartEvent::kMeetingHeld);
}

// Whether it can start without anything happening at the stage.
bool has_other_start(const Clock& clock) {
  const auto is_other = [](StartEvent event) {
    return event != StartEvent::kMeetingHeld && event != StartEvent::kReplyReceived &&
           event != StartEvent::kNoticeSent;
  };
  return is_other(clock.start) ||
         std::any_of(clock.other_starts.begin(), clock.other_starts.end(), is_other);
}

bool is_after(const Exchange& exchange, const Recorded<NoticeIssued>& notice) {
  const Date sent = calendar::uk_date(notice.occurred_at);
  return exchange.day() > sent ||
         (exchange.day() == sent && exchange.recorded_at() >= notice.recorded_at);
}

}  // namespace

Met met_at(Instant at, const calendar::Deadline& deadline) {
  return {true, at >= deadline.ends};
}

std::optional<size_t> meeting_exchange(const Clock& clock, const Exchanges& exchanges,
                                       const Recorded<NoticeIssued>* notice) {
  bool started = has_other_start(clock);
  bool holds = outcome_holds(clock.only_if, {});
  for (size_t i = 0; i < exchanges.size(); ++i) {
    started = started || (notice && is_after(exchanges[i], *notice));
    if (started && holds && meets(clock.met_by, exchanges[i])) return i;
    started = started || is_start(clock, exchanges[i]);
    holds = outcome_holds(clock.only_if, {exchanges[i]});
  }
  return std::nullopt;
}

Met met_by_other(const Clock& clock, const Case& state, const Setting& setting, size_t last,
                 const calendar::Deadline& deadline) {
  const StagePassage& at = state.passages[last];
  if (clock.met_by == MetBy::kStageEnded) {
    const bool given_up =
        state.status == CaseStatus::kWithdrawn && last + 1 == state.passages.size();
    return at.ended_at && !given_up ? met_at(*at.ended_at, deadline) : Met{};
  }
  if (clock.met_by != MetBy::kDutyDone) return {};
  const policy::Policy* policy = policy_at(state, setting, last);
  const policy::Duty* duty = policy ? policy->duty(clock.met_by_duty) : nullptr;
  if (!duty) return {};
  const auto done = is_per_stage(duty->when) ? duty_record(state, *policy, *duty, at.stage, last)
                                             : duty_record(state, *policy, *duty, "");
  return done ? met_at(done->at, deadline) : Met{};
}

}  // namespace casework
