// A case's clocks as the command line prints them, and the moment it looks from.
#pragma once

#include <string>
#include <vector>

#include "base/strict_json.h"
#include "casework/clocks.h"

namespace cli {

std::string in_words(const casework::RunningClock& clock, const casework::Setting& setting);
base::Json to_json(const std::vector<casework::RunningClock>& clocks,
                   const casework::Setting& setting);
// What --now says, or `otherwise` when it says nothing.
base::Result<calendar::Instant> now_of(const std::string& text, calendar::Instant otherwise);

}  // namespace cli
