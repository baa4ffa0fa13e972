// Pointer, wheel, touch and keys, from the browser to the interface.
// A press on anything that has a name arrives as a click on its mirrored element (mirror.h),
// whatever made it: mouse, finger, Enter, Space or a screen reader. So each acts exactly once and
// in one way. Only what has no element of its own, the scrollbar, gets the mouse's button.
// A few keys mean the same on every page; which they are is the application's to say.
#pragma once

#include <functional>
#include <string_view>

namespace web {

// `pressed` is asked of each key but letters typed: the browser's name for it, and whether Ctrl or
// Command is held. It returns whether the key is taken; else it stays the browser's.
void on_shortcut(std::function<bool(std::string_view key, bool control)> pressed);

void start_input();
void show_cursor();  // after a frame: the pointer's shape

}  // namespace web
