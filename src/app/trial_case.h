// The case of a trial: invented, and unmistakably so. It runs under a procedure that is offered on
// this device, so that what a person learns on it holds for their own.
#pragma once

#include <string>
#include <vector>

#include "app/state.h"

namespace app {

extern const casework::Person kTrialPerson;

// Raised on the last weekday before state.now and waiting to be talked about, under the procedure
// used last or the first that it fits. Empty: it fits none.
std::vector<casework::Event> trial_case(const AppState& state, const std::string& case_id);

}  // namespace app
