// Everything that has happened in a case, newest first, late entries marked.
#pragma once

#include "app/commands.h"

namespace ui {

void case_history(const casework::Case& open, const casework::Setting& setting,
                  app::Commands& commands);

}  // namespace ui
