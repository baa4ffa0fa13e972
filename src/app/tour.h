// The tour of an invented case: where it stops and what it says there. Two minutes in all.
#pragma once

#include <array>

#include "app/state.h"

namespace app {

struct TourStop {
  Page page;
  const char* target;  // of kCase
  const char* title;
  const char* text;
};

const std::array<TourStop, 8>& tour();

}  // namespace app
