// The bar above every page: the skip link, the product's name, who is at work, and a few links.
// Internal.
#pragma once

namespace ui {

// Draws it across the window and adds its landmark; `left` and `width` are the container's.
// Returns the y below it.
float draw_top_bar(float left, float top, float width);

// TopBar::page_actions, ending at `right`, in a row of that top and height.
void draw_page_actions(float right, float top, float height);

}  // namespace ui
