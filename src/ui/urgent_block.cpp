// What must be seen before anything else on a page: a filled block across the column. Not for what
// is merely important (warning) or what has happened (banner).
#include <algorithm>
#include <cmath>

#include "ui/drawing.h"

namespace ui {

void urgent(std::string_view title, std::string_view text) {
  State& s = state();
  const TextStyle title_style = text_style(s.type.heading[1], Face::kBold);
  const TextStyle style = text_style(s.type.lead);
  const float pad = px(s.narrow ? 16 : 24), gap = px(8);
  const float width = s.layout.width(), inner = width - 2 * pad;
  const WrappedText& head = wrap(title, title_style, inner);
  const WrappedText& words = wrap(text, style, std::min(inner, text_measure()));
  const float head_height = head.height(title_style);
  const ImRect rect = s.layout.place(width, head_height + gap + words.height(style) + 2 * pad, 0,
                                     px(s.space.after_field));
  fill(rect, Colour::kWarning, 6);
  if (s.display.theme == Theme::kForced) outline(rect, Colour::kBorder, 4, 6);
  const ImVec2 at(rect.Min.x + pad, rect.Min.y + pad);
  const ImVec2 below(at.x, at.y + head_height + gap);
  paint(head, title_style, at, Colour::kOnWarning);
  paint(words, style, below, Colour::kOnWarning);
  emit(text_id(Role::kHeading, title), Role::kHeading, title,
       ImRect(at, ImVec2(at.x + head.width, at.y + head_height)))
      .level = 2;
  emit(text_id(Role::kText, text), Role::kText, text,
       ImRect(below, ImVec2(below.x + words.width, below.y + words.height(style))));
}

}  // namespace ui
