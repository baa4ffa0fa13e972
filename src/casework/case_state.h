// A case as it stands: the fold of its events. Total order: by parents first, then recorded_at,
// then id, so that every device folds the same events to the same state whatever order they arrived
// in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casework/event.h"

namespace casework {

// What gave a passage's stage its id: the event that entered it, or one that changed the version.
struct StageName {
  std::string event_id;
  std::string stage;
};

struct StagePassage {
  std::string stage;
  Instant entered_at;
  std::optional<Instant> ended_at;  // when the next stage was entered or the case closed
  bool direct = false;
  std::string reason;                 // why it was entered
  std::string policy_hash;            // the version of the procedure under which it ended, or runs
  std::string priority;               // in force when it ended, or now; empty: none
  std::vector<std::string> formerly;  // ids of the stage in versions before a PolicyChanged
  std::vector<StageName> names = {};  // every id it was given, as the events came
};

// Of a fact that is about the whole case, or about a stage that was not entered yet.
inline constexpr size_t kNoPassage = static_cast<size_t>(-1);

template <typename Fact>
struct Recorded {  // a fact with when, by whom and in which event
  Fact fact;
  std::string event_id;
  Instant occurred_at;
  Instant recorded_at;
  Person author;
  size_t passage = kNoPassage;  // the one that the fact's stage was, for all that its author knew
};

enum class CaseStatus { kOpen, kResolved, kWithdrawn };

struct Case {
  std::string id;
  Recorded<CaseOpened> opened;
  CaseStatus status = CaseStatus::kOpen;
  std::vector<StagePassage> passages;  // in order; the last is the current stage
  std::vector<Recorded<DiscussionRecorded>> discussions;
  std::vector<Recorded<TimeAgreed>> times;
  std::vector<Recorded<ReplyReceived>> replies;
  std::vector<Recorded<PolicyChanged>> policy_changes;
  std::vector<Recorded<DutyDone>> duties;
  std::vector<Recorded<NoticeIssued>> notices;
  std::vector<Recorded<NoteAdded>> notes;
  std::optional<Recorded<CaseResolved>> resolved;
  std::optional<Recorded<CaseWithdrawn>> withdrawn;
  std::vector<Event> events;       // in fold order
  std::vector<std::string> heads;  // ids that no other event follows, sorted
  // Ids of events that no longer fitted where the fold put them, because two devices wrote apart:
  // both closed the case, both moved it on. They stay in `events`; they are shown to people and
  // never silently resolved.
  std::vector<std::string> conflicts;

  const StagePassage& current() const { return passages.back(); }
  const std::string& stage() const { return passages.back().stage; }
  const std::string& policy_hash() const { return passages.back().policy_hash; }
  // The last one given, when the case was raised or its version changed.
  const std::string& priority() const { return passages.back().priority; }
  bool is_open() const { return status == CaseStatus::kOpen; }
};

// A PolicyChanged renames the stage that the case is in: what was recorded there is found under the
// new id, and `events` keep what was written.
// kTampered, kBadValue when the events are not one case beginning with CaseOpened.
base::Result<Case> fold(std::vector<Event> events);
// Requires: event follows case.heads (decide() makes such events).
void apply(Case& state, const Event& event);

// "7F3K-2M9Q-…": the heads' hashes in short readable form, for paper (16 characters of Crockford
// base32).
std::string fingerprint(const Case& state);
// "A late entry": written more than a day after it happened.
bool is_late(Instant occurred_at, Instant recorded_at);

}  // namespace casework
