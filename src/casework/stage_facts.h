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

// The version with that hash, or nullptr when it is not known.
const policy::Policy* version_of(const Case& state, const Setting& setting,
                                 const std::string& hash);
// Whether two passages went through the same stage of the same version: what was done at one of
// them is not owed again at the other.
bool same_stage(const Case& state, size_t passage, size_t other);

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

// The times set for the clock in these passages, as they were written down.
using SetTimes = std::vector<const Recorded<TimeAgreed>*>;
SetTimes times_set(const Case& state, std::string_view clock_id, size_t first, size_t last);
// The first issue of the form in that passage, or nullptr. A second one gives nobody more time.
const Recorded<NoticeIssued>* notice_sent(const Case& state, std::string_view form, size_t passage);

// Whether everything but the outcome holds, under the priority that is in force now or was then.
bool holds_for_case(const std::optional<policy::Condition>& condition, const Case& state);
bool holds_for_case(const std::optional<policy::Condition>& condition, const Case& state,
                    const std::string& priority);
// Whether the last of the exchanges ended as the condition asks. Before one is recorded it did not.
bool outcome_holds(const std::optional<policy::Condition>& condition, const Exchanges& exchanges);

}  // namespace casework
