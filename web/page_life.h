// The page's life in its tab: a question before it is closed with unsaved edits, and word when it
// is shown or hidden. It saves nothing itself.
#pragma once

#include <functional>

namespace web {

// While true, the browser asks before the page is left. Only then: a page that always asks is not
// believed.
void set_unsaved(bool unsaved);

// `changed(true)` when the tab is shown again, which draws a frame afterwards; `changed(false)`
// when it is hidden.
void on_visibility(std::function<void(bool visible)> changed);

}  // namespace web
