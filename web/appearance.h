// Light, dark or forced colours, and the size of text: as the device and the browser have them,
// with what the person has chosen here on top. It is not the theme itself, which belongs to the
// interface.
#pragma once

#include "app/display_choice.h"

namespace web {

// From the next frame on. Before follow_appearance() too, so that it holds on the first.
void choose_appearance(const app::DisplayChoice& choice);
// Read at the start and followed.
void follow_appearance();

}  // namespace web
