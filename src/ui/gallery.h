// Every widget in every state, for looking at and for the tests: not part of the product's journey.
// The browser shell shows it at ?gallery. Invented people only.
#pragma once

#include <string>

namespace ui {

// `part`: "words", "actions", "questions", "errors", "data", "pictures", "cards" or "" for all but
// the last.
void gallery_view(const std::string& part);

}  // namespace ui
