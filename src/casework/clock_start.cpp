#include "casework/clock_start.h"

#include <algorithm>

#include "casework/stage_words.h"

namespace casework {
namespace {

using policy::Clock;
using policy::StartEvent;

ClockStart of_day(Date day, const char* event, Instant known) {
  return {calendar::from_uk(day, {0, 0}), event, "", true, known};
}

class Starts {
 public:
  Starts(const Case& state, const Setting& setting, const Clock& clock, size_t passage,
         const Exchanges& exchanges)
      : state_(state),
        setting_(setting),
        clock_(clock),
        passage_(passage),
        exchanges_(exchanges),
        at_(state.passages[passage]) {}

  std::optional<ClockStart> of(StartEvent event) const {
    switch (event) {
      case StartEvent::kConcernArose:
        return of_day(state_.opened.fact.concern_arose, "the concern arose",
                      state_.opened.recorded_at);
      case StartEvent::kCaseRaised:
        return ClockStart{state_.opened.occurred_at, "the case was raised", "", false,
                          state_.opened.recorded_at};
      case StartEvent::kStageEntered:
        return ClockStart{at_.entered_at, name_of(passage_) + " was entered", "", false,
                          known_of(passage_)};
      case StartEvent::kStageEnded:
        return stage_ended();
      case StartEvent::kMeetingHeld:
        return last([](const Exchange& each) { return each.discussion; }, "the meeting was held");
      case StartEvent::kReplyReceived:
        return last([](const Exchange& each) { return each.reply; }, "the reply came");
      case StartEvent::kNoticeSent: {
        const auto* notice = notice_sent(state_, clock_.start_form, passage_);
        if (!notice) return std::nullopt;
        const policy::Policy* policy = policy_at(state_, setting_, passage_);
        const policy::Form* form = policy ? policy->form(clock_.start_form) : nullptr;
        return ClockStart{
            notice->occurred_at,
            (form ? "the " + title_within_sentence(form->title) : "the notice") + " was sent", "",
            false, notice->recorded_at};
      }
      case StartEvent::kResolved:
        if (!state_.resolved) return std::nullopt;
        return ClockStart{state_.resolved->occurred_at, "the case was resolved", "", false,
                          state_.resolved->recorded_at};
    }
    return std::nullopt;
  }

 private:
  // "when the stage before it ended".
  ClockStart stage_ended() const {
    if (!at_.direct) {
      for (size_t i = passage_; i-- > 0;) {
        const StagePassage& before = state_.passages[i];
        if (before.ended_at && (clock_.start_stage.empty() || clock_.start_stage == before.stage)) {
          return {*before.ended_at, name_of(i) + " ended", "", false, known_of(passage_)};
        }
      }
    }
    const std::string name = name_of(passage_);
    if (passage_ == 0 && !at_.direct) {
      return {at_.entered_at, name + " was entered",
              "No " + setting_.policy.stage_word + " came before " + name +
                  ", so it counts from the day it was entered.",
              false, known_of(passage_)};
    }
    return {at_.entered_at, name + " was entered directly",
            "Because " + name +
                " was entered directly, it counts from that day and not from the end of the " +
                setting_.policy.stage_word + " before.",
            false, known_of(passage_)};
  }

  template <typename Predicate>
  std::optional<ClockStart> last(Predicate starts, const char* event) const {
    const auto found = std::find_if(exchanges_.rbegin(), exchanges_.rend(), starts);
    if (found == exchanges_.rend()) return std::nullopt;
    return of_day(found->day(), event, found->recorded_at());
  }

  // When the entering of a stage was written down; asked for only where something may have moved.
  Instant known_of(size_t passage) const {
    if (setting_.earlier_days.empty()) return {};
    const std::string& id = state_.passages[passage].names.front().event_id;
    for (const Event& event : state_.events) {
      if (event.id == id) return event.recorded_at;
    }
    return {};
  }

  std::string name_of(size_t passage) const { return stage_at_in_words(state_, setting_, passage); }

  const Case& state_;
  const Setting& setting_;
  const Clock& clock_;
  size_t passage_;
  const Exchanges& exchanges_;
  const StagePassage& at_;
};

}  // namespace

bool counts_from(const Clock& clock, StartEvent event) {
  const auto& others = clock.other_starts;
  return clock.start == event || std::find(others.begin(), others.end(), event) != others.end();
}

std::optional<ClockStart> clock_start(const Case& state, const Setting& setting, const Clock& clock,
                                      size_t passage, const Exchanges& exchanges) {
  const Starts starts(state, setting, clock, passage, exchanges);
  auto taken = taken_start(clock, [&](StartEvent event) { return starts.of(event); });
  if (taken && !clock.other_starts.empty()) {
    const bool latest = clock.take == policy::TakeStart::kLatest;
    if (!taken->note.empty()) taken->note += " ";
    taken->note += "The procedure counts from whichever " +
                   std::string(latest ? "comes last." : "comes first.");
  }
  return taken;
}

std::optional<ClockStart> clock_start(const Case& state, const Setting& setting, const Clock& clock,
                                      size_t passage) {
  return clock_start(state, setting, clock, passage, exchanges_at(state, passage));
}

}  // namespace casework
