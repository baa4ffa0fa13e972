// Why a clock ends on its day: the days as a picture, the reasons in sentences, and every day in a
// list one key away.
#pragma once

#include <string>

#include "casework/clocks.h"

namespace ui {

// `of`: which clock, where several stand on a page; named with the list.
void why_that_day(const casework::RunningClock& clock, const casework::Setting& setting,
                  const std::string& of = "");

}  // namespace ui
