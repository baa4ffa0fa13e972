// The facts at the head of every document about a whole case: which case, how it stands, under
// which procedure, and by whom and when the document was made. What happened is the document's own.
#pragma once

#include <string_view>

#include "casework/decide.h"
#include "documents/document.h"

namespace documents {

// `made`: what the day of making is called, "Record made".
KeyValues case_facts(const casework::Case& state, const casework::Setting& setting,
                     std::string_view made);
// Nothing is added for a blank value.
void add_fact(KeyValues& facts, std::string_view key, std::string_view value);

}  // namespace documents
