// What is asked before it is done: it destroys something, and Undo does not bring that back. Not
// here: what Undo covers, and locking, which must not wait.
#pragma once

#include <optional>

#include "app/commands.h"

namespace app {

// `has_typed`: a person has typed something since the session of `state` began. Nothing: it is done
// at once.
std::optional<Question> question_before(const AppState& state, const Command& command,
                                        bool has_typed);

}  // namespace app
