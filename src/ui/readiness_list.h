// What is ready and what to look at once more, as a list above the button that does it
// (documents/readiness.h). Advice: the button below works whatever it says.
#pragma once

#include <string_view>
#include <vector>

#include "documents/readiness.h"

namespace ui {

// `may` completes the sentence for what is open: "You can issue it all the same". The check that
// was pressed, or nullptr.
const documents::Check* readiness_list(std::string_view title, std::string_view may,
                                       const std::vector<documents::Check>& checks);
// The check returned is one of them: they must outlive it.
const documents::Check* readiness_list(std::string_view, std::string_view,
                                       std::vector<documents::Check>&&) = delete;

}  // namespace ui
