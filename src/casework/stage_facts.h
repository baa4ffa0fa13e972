// What was recorded in one passage through a stage: discussions and replies in the order in which
// they took place, times, notices; and whether a rule's condition holds there. Not from when a
// clock counts (clock_start.h). Internal to casework.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casework/decide.h"

namespace casework {

// The passage in which a fact about a stage was recorded: the last that had begun by then. Only a
// stage that was entered twice has more than one. Empty: the case never was at that stage.
std::optional<size_t> passage_of(const Case& state, std::string_view stage, Instant recorded_at);

// "stage 1", in the words of that version.
std::string stage_at_in_words(const Case& state, const Setting& setting, size_t passage);

// A discussion or a reply; one of the two pointers is set.
struct Exchange {
  const Recorded<DiscussionRecorded>* discussion = nullptr;
  const Recorded<ReplyReceived>* reply = nullptr;

  Date day() const { return discussion ? discussion->fact.held_on : reply->fact.received_on; }
  Instant recorded_at() const { return discussion ? discussion->recorded_at : reply->recorded_at; }
  bool agreed() const;
};
using Exchanges = std::vector<Exchange>;
// By the day they took place, then as they were written down.
Exchanges exchanges_at(const Case& state, size_t passage);

// The last time set for the clock in these passages, or nullptr.
const Recorded<TimeAgreed>* time_set(const Case& state, std::string_view clock_id, size_t first,
                                     size_t last);
// The first issue of the form in that passage, or nullptr. A second one gives nobody more time.
const Recorded<NoticeIssued>* notice_sent(const Case& state, std::string_view form, size_t passage);

// Whether everything but the outcome holds; that much is known for the whole case.
bool holds_for_case(const std::optional<policy::Condition>& condition, const Case& state);
// Whether the last of the exchanges ended as the condition asks. Before one is recorded it did not.
bool outcome_holds(const std::optional<policy::Condition>& condition, const Exchanges& exchanges);

}  // namespace casework
