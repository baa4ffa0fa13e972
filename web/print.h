// Printing, with the browser's own command: the document that is shown, or the page's words in
// order. The canvas itself is never printed: it is a picture of one screen.
#pragma once

#include <functional>
#include <string>

namespace web {

// `document()` answers documents::to_json() of what is to be printed, or "" for the words of the
// page.
void start_printing(std::function<std::string()> document);

}  // namespace web
