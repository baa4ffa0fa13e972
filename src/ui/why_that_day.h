// Why a clock ends on its day: the days as a picture, the reasons in sentences, and every day in a
// list one key away.
#pragma once

#include "casework/clocks.h"

namespace ui {

void why_that_day(const casework::RunningClock& clock, const casework::Setting& setting);

}  // namespace ui
