// What happened in a case, as immutable facts. A case is the fold of its events and nothing else is
// stored. Each event names the events it follows and is identified by the SHA-256 of its canonical
// JSON, so that a case file is a Merkle DAG: one changed byte is found and named. Corrections are
// new events.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "base/strict_json.h"
#include "casework/facts.h"

namespace casework {

using Payload =
    std::variant<CaseOpened, StageEntered, DiscussionRecorded, TimeAgreed, DutyDone, NoticeIssued,
                 CaseResolved, CaseWithdrawn, NoteAdded, ReplyReceived, PolicyChanged,
                 ParticipantNamed, RiskChanged, NoticeAcknowledged, SilenceRecorded,
                 OutcomeConfirmed, DebriefHeld, LearningSent, FeedbackGiven, CaseReopened,
                 RecordApproved, EventAmended, ConflictSettled, FileAttached>;

struct Event {
  std::string id;                    // SHA-256 of canonical(to_json(event) without "id")
  std::string case_id;               // 32 lower-case hexadecimal characters, random
  std::vector<std::string> parents;  // ids, sorted; empty only for CaseOpened
  Instant occurred_at;               // when it happened
  Instant recorded_at;               // when it was written down
  Person author;
  Payload payload;
};

// "case_opened", "stage_entered", … : the "type" in JSON.
std::string type_name(const Payload& payload);
// The empty fact of a type. nullopt: no such type.
std::optional<Payload> payload_of_type(std::string_view type);
// "Case raised", "Case moved on", "Discussion recorded", … : for people.
std::string title(const Payload& payload);

// {"format":…,"id":…,"case_id":…,"parents":[…],"occurred_at":…,"recorded_at":…,"author":{…},"type":…,"data":{…}}
base::Json to_json(const Event& event);
// Strict: unknown keys, wrong types, a wrong id (kTampered), a later format (kNewerFormat).
base::Result<Event> event_from_json(const base::Json& json, std::string_view file);
// Sets event.id from the content.
void seal(Event& event);

}  // namespace casework
