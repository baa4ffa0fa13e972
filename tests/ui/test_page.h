// A page of one test's content under the heading "Test page".
#pragma once

#include <utility>

#include "ui/widgets.h"

namespace ui {

template <class Content>
auto test_page(Content content) {
  return [content = std::move(content)] {
    begin_page("test", "Test");
    heading(1, "Test page");
    content();
    end_page();
  };
}

}  // namespace ui
