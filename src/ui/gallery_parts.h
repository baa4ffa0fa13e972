// The parts of the gallery (gallery.h) that have files of their own. Internal.
#pragma once

#include <string>

namespace ui {

void gallery_panels();              // tabs, steps, progress, tasks, nothing there yet
void gallery_sorted(size_t count);  // a table of so many rows
void gallery_time();                // a line of time, a ladder
// What lies over the page; `part` "dialog" and "toast" show it from the start.
void gallery_front(const std::string& part);

}  // namespace ui
