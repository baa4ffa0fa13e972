// The page's address and the browser's history: each page of the application is an entry, so that
// Back and Forward work, and the fragment names it (app/places.h). Nothing else is ever written to
// the address.
#pragma once

#include <functional>
#include <string>

namespace web {

// From now on `returned(serial, route)` is called when the person goes to another entry or types an
// address; at once for the address that the page was opened with, if it names a page. serial: of
// show_address(), or -1 when the entry is not this page load's.
void follow_address(std::function<void(int serial, std::string route)> returned);

// The page shown now. A new serial is a new entry, but for the first and for one that the browser
// went to. So is a page that stayed when the browser went to another.
void show_address(int serial, const std::string& route);

}  // namespace web
