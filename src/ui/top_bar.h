// The bar above every page: the skip link, the product's name, who is at work, and a few links.
// Internal.
#pragma once

#include <imgui_internal.h>

namespace ui {

// Draws it across the window and adds its landmark; `left` and `width` are the container's.
// Returns the y below it.
float draw_top_bar(float left, float top, float width);

// TopBar::page_actions, level with the link `back` at the end of its line; in a row of their own
// beneath where both do not fit.
void draw_page_actions(const ImRect& back);

}  // namespace ui
