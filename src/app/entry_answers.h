// From what is typed on the pages of entry_forms.h, and on a correction, to the fact, and back.
#pragma once

#include "app/answers.h"
#include "app/entry_forms.h"

namespace app {

// Requires: state.page is kDiscussion.
Answered discussion_from(const AppState& state, const casework::Case& open);
// Rows for actions that the page of a discussion has: those that are typed in, one at least, and as
// many as were asked for (the draft's kActionRows).
inline constexpr char kActionRows[] = "actions.rows";
inline constexpr size_t kMostActions = 20;
size_t action_rows(const Draft& draft);
// "actions.2.", before "what", "owner" and "by".
std::string action_key(size_t row);

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
