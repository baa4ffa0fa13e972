// From what is typed on the pages of entry_forms.h, and on a correction, to the fact, and back.
#pragma once

#include "app/answers.h"
#include "app/entry_forms.h"

namespace app {

// Requires: state.page is kEntry and its target has a form.
Answered entry_from(const AppState& state);
// Requires: state.page is kCorrection. Without changes when the record is not there.
Answered correction_from(const AppState& state, const casework::Case& open);

// What is known already, to be read and changed.
void offer_entry(Draft& draft, const EntryTarget& target, const casework::Case& open,
                 calendar::Date today);
// The record as it reads now.
void offer_correction(Draft& draft, const casework::Case& open, const casework::Event& event);
// Before the key of each field of a correction: EventAmended::changes.
inline constexpr char kChange[] = "changes.";

}  // namespace app
