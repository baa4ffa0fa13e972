// A few lines of a file, to show an error where it stands.
#include <cmath>

#include "ui/field_frame.h"

namespace ui {

void excerpt(std::string_view key, std::string_view title, std::string_view text) {
  State& s = state();
  const NodeId id = id_of(key);
  const TextStyle title_style = text_style(s.type.heading[2], Face::kBold);
  const ImRect head =
      text_block(title, title_style, Colour::kText, em(kTextMeasureEm), s.space.section * .7f, 8);
  emit(id, Role::kHeading, title, head).level = 2;
  if (wants_focus(key)) s.semantics.request_focus(id);
  if (text.empty()) return;
  const TextStyle style = body_style();
  const float bar = px(5), pad = px(12);
  const float width = s.layout.width();
  const WrappedText& words = wrap(text, style, std::max(1.0f, width - bar - 2 * pad));
  const ImRect rect = s.layout.place(width, words.height(style) + 2 * pad, 0, px(12));
  fill(rect, Colour::kPanel);
  fill(ImRect(rect.Min, ImVec2(rect.Min.x + bar, rect.Max.y)), Colour::kError);
  if (s.display.theme == Theme::kForced) outline(rect, Colour::kBorder, 1);
  paint(words, style, ImVec2(rect.Min.x + bar + pad, rect.Min.y + pad), Colour::kText);
  emit(text_id(Role::kText, text), Role::kText, text, rect);
}

}  // namespace ui
