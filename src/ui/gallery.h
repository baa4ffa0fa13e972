// Every widget in every state, for looking at and for the tests: not part of the product's journey.
// The browser shell shows it at ?gallery. Invented people only.
#pragma once

#include <string>

namespace ui {

// `part`: "words", "actions", "questions", "errors", "data", "pictures", "flow", "panels",
// "sorted", "time", "front", "dialog", "long-dialog", "toast", "cards", or "" for all in their
// first state.
void gallery_view(const std::string& part);

}  // namespace ui
