// What a person may want to do, found by a few typed letters: commands, the steps of the case
// shown, cases, procedures. It only finds; a command is carried out like any other. Not the search
// in the list of cases, which looks at everything that a case says.
#pragma once

#include <string>
#include <vector>

#include "app/commands.h"

namespace app {

struct Found {
  std::string label;
  std::string hint;  // where it is, or by when
  Command command;
};

// Every typed word occurs in the label or in what is said beside it, as base::folded compares
// them. Better ones first: a word at the start of the label, then at the start of a word, then
// inside one, then only beside it. Nothing typed: the commands. At most twelve.
std::vector<Found> found(const AppState& state, const std::string& typed);

}  // namespace app
