// What this device keeps, in numbers: for the page that tells a person so. It counts and says
// nothing about anybody.
#pragma once

#include "app/state.h"

namespace app {

struct Stored {
  size_t open_cases = 0;
  size_t closed_cases = 0;
  size_t entries = 0;        // in the histories of all cases
  size_t half_written = 0;   // as AppState::half_written
  size_t imported = 0;       // procedures that were added from a file
  size_t holiday_files = 0;  // of bank holidays that were brought
  size_t closures = 0;       // times when the agency is closed, on or off
  size_t in_calendars = 0;   // deadlines that were written to a calendar file
  size_t contacts = 0;       // that this device knows otherwise than their procedure
};

Stored stored(const AppState& state);

// Of one procedure, by its id.
size_t local_contacts_of(const AppState& state, const std::string& policy_id);

}  // namespace app
