#include "casework/event.h"

#include <array>

#include "base/sha256.h"

namespace casework {
namespace {

struct Names {
  const char* type;
  const char* title;
};
// In the order of Payload.
constexpr std::array<Names, std::variant_size_v<Payload>> kNames = {{
    {"case_opened", "Case raised"},
    {"stage_entered", "Case moved on"},
    {"discussion_recorded", "Discussion recorded"},
    {"time_agreed", "Time agreed"},
    {"duty_done", "Duty done"},
    {"notice_issued", "Notice issued"},
    {"case_resolved", "Case resolved"},
    {"case_withdrawn", "Case withdrawn"},
    {"note_added", "Note added"},
    {"reply_received", "Reply received"},
    {"policy_changed", "Procedure changed to another version"},
    {"participant_named", "Somebody takes part"},
    {"risk_changed", "Risk looked at again"},
    {"notice_acknowledged", "Notice acknowledged"},
    {"silence_recorded", "No answer"},
    {"outcome_confirmed", "Outcome confirmed in writing"},
    {"debrief_held", "Debrief held"},
    {"learning_sent", "Learning passed on"},
    {"feedback_given", "Feedback given"},
    {"case_reopened", "Case reopened"},
    {"record_approved", "Record approved"},
    {"event_amended", "Record corrected"},
    {"conflict_settled", "Conflict settled"},
    {"file_attached", "File attached"},
}};
static_assert(kNames.back().type != nullptr);

template <size_t index = 0>
std::optional<Payload> payload_with(std::string_view type) {
  if constexpr (index == std::variant_size_v<Payload>) {
    return std::nullopt;
  } else {
    if (type == kNames[index].type) return Payload(std::in_place_index<index>);
    return payload_with<index + 1>(type);
  }
}

}  // namespace

std::optional<Payload> payload_of_type(std::string_view type) {
  return payload_with(type);
}

std::string type_name(const Payload& payload) {
  return kNames[payload.index()].type;
}
std::string title(const Payload& payload) {
  return kNames[payload.index()].title;
}

void seal(Event& event) {
  base::Json json = to_json(event);
  json.erase("id");
  event.id = base::sha256_hex(base::canonical(json));
}

}  // namespace casework
