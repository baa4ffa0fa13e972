// The files that a finished document can be had as, and how far the one being made is.
#pragma once

#include "app/commands.h"

namespace ui {

void downloads(const app::AppState& state, app::Commands& commands);

}  // namespace ui
