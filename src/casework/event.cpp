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
}};

}  // namespace

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
