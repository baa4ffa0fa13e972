// Light, dark or forced colours, and the size of text the user has chosen in the browser: read at
// the start and followed. It is not the theme itself, which belongs to the interface.
#pragma once

namespace web {

void follow_appearance();

}  // namespace web
