// A long list or table is shown in pages, so that ten thousand cases are never laid out at once and
// a screen reader can hold what it is told. Internal to src/ui.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ui/state.h"

namespace ui {

struct ShownPage {
  size_t page = 0, pages = 1;
  size_t begin = 0, end = 0;  // of the list's lines
};
// What of the list is shown now. `of` says what it is of: another one starts from its first page.
ShownPage shown_page(NodeId list, size_t count, const std::string& of);

// "Previous", "Page 2 of 40", "Next", beneath the list; nothing when it has one page.
void page_links(NodeId list, std::string_view name, const ShownPage& shown);

}  // namespace ui
