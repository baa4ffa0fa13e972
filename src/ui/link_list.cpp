// Links under one another, each with a few words beside it: results that change while one types.
// Denser than cards (card_list.cpp), which say more of each thing.
#include <algorithm>
#include <cmath>

#include "ui/drawing.h"

namespace ui {

int link_list(std::string_view key, std::string_view name, const std::vector<Option>& lines) {
  if (lines.empty()) return -1;
  State& s = state();
  const TextStyle style = body_style(), hint_style = small_style();
  const NodeId list = id_of(key);
  const float width = s.layout.width(), pad = px(s.space.row - 3), gap = px(20);
  const bool beside = width >= em(34);
  const float label_width = beside ? std::round((width - gap) * .55f) : width;
  const float hint_width = beside ? width - gap - label_width : width;
  const float left = s.layout.x();
  int pressed_line = -1;
  emit(list, Role::kList, name, ImRect(left, s.layout.bottom(), left, s.layout.bottom()));
  s.semantics.push_parent(list);
  ImRect extent(1e9f, 1e9f, -1e9f, -1e9f);
  for (size_t i = 0; i < lines.size(); ++i) {
    const Option& each = lines[i];
    const WrappedText& label = wrap(each.label, style, label_width);
    const WrappedText& hint = wrap(each.hint, hint_style, hint_width);
    const float label_height = label.height(style);
    const float hint_height = each.hint.empty() ? 0 : hint.height(hint_style);
    const float height = beside ? std::max(label_height, hint_height) : label_height + hint_height;
    const ImRect rect = s.layout.place(width, height + 2 * pad, 0, 0);
    const ImVec2 at(rect.Min.x, rect.Min.y + pad);
    const ImRect words(at, ImVec2(at.x + std::ceil(label.width), at.y + label_height));
    const NodeId item = id_of(list, each.value);
    const NodeId link = id_of(item, "link");
    const Touch pressed = touch(link, words);
    if (pressed.pressed) pressed_line = static_cast<int>(i);
    fill(ImRect(rect.Min.x, rect.Max.y - px(1), rect.Max.x, rect.Max.y), Colour::kDivider);
    draw_link(label, style, at, pressed, shows_focus(link));
    emit(item, Role::kListItem, {}, rect);
    s.semantics.push_parent(item);
    emit(link, Role::kLink, each.label, words);
    if (!each.hint.empty()) {
      // In line with the label's first line, though its letters are smaller.
      const float lead = std::round((style.line_px - hint_style.line_px) / 2);
      const ImVec2 where =
          beside ? ImVec2(rect.Max.x - hint_width, at.y + lead) : ImVec2(at.x, at.y + label_height);
      paint(hint, hint_style, where, Colour::kHint);
      emit(id_of(item, "hint"), Role::kText, each.hint,
           ImRect(where, ImVec2(where.x + hint.width, where.y + hint_height)));
    }
    s.semantics.pop_parent();
    extent.Add(rect);
  }
  s.semantics.pop_parent();
  set_extent(list, extent);
  s.layout.set_margin(px(s.space.after_field));
  return pressed_line;
}

}  // namespace ui
