// A record made of what was typed on a form, field by field.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "casework/event.h"

namespace casework {

// The fact of that type (type_name()) with these answers: texts as they are, a date "2026-06-04",
// an answer "yes" or "no", by the keys of the fact's fields; a field within another is
// "person.name", of the first of several actions "actions.0.what". What is not among them stays
// empty, and so does a date that is none. Empty: there is no such type.
std::optional<Payload> entry_of(std::string_view type,
                                const std::map<std::string, std::string>& answers);

}  // namespace casework
