// Everything that people wrote in an event, in one text: what a search over cases looks at. Not
// what the program wrote (ids, hashes, dates), which nobody looks for and which would be found by
// chance.
#pragma once

#include <string>

#include "casework/event.h"

namespace app {

// Texts, names, roles, agencies and addresses, a line each; the author's too.
std::string texts_of(const casework::Event& event);

}  // namespace app
