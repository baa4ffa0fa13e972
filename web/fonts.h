// The interface's two faces, fetched by startup.js while the program itself is still on its way,
// given to the interface and to the browser, so that text in a field falls exactly on the text
// drawn beneath.
#pragma once

#include <functional>

namespace web {

// Calls `ready` when the regular face is there; the bold one follows when it comes. A face that
// cannot be fetched is reported by startup.js.
void start_fonts(std::function<void()> ready);

}  // namespace web
