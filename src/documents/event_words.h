// What one record of a case says, in sentences, and how it and its parts are called. Words only: in
// which order records stand and which of them a document has is case_words.h's and the documents'.
#pragma once

#include <string>
#include <vector>

#include "casework/decide.h"
#include "documents/case_words.h"

namespace documents {

// `policy`: the version of the procedure under which it was written.
std::string told(const casework::Payload& payload, const casework::Case& state,
                 const policy::Policy& policy, Detail detail);

// " It settles the disagreement."
const char* settling_in_words(const casework::ReplyReceived& reply);
// "Visit the family (Priya Shah), by 2 April 2026; …"
std::string actions_in_words(const std::vector<casework::Action>& actions);
// "the discussion of 2 April 2026"
std::string record_in_words(const casework::Event& event);
// What a field of it is called, by the keys of casework::amendable(): "What was said"; of the
// second action "Who does it, action 2".
std::string field_in_words(const casework::Payload& payload, const std::string& key);

}  // namespace documents
