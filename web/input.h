// Pointer, wheel, touch and keys, from the browser to the interface.
// A press on anything that has a name arrives as a click on its mirrored element (mirror.h),
// whatever made it: mouse, finger, Enter, Space or a screen reader. So each acts exactly once and
// in one way. Only what has no element of its own, the scrollbar, gets the mouse's button.
#pragma once

namespace web {

void start_input();
void show_cursor();  // after a frame: the pointer's shape

}  // namespace web
