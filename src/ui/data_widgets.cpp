// Facts in rows: summary lists. Narrow, a row becomes a block of term and value.
#include <algorithm>
#include <cmath>

#include "ui/drawing.h"

namespace ui {
int summary_list(std::string_view key, const std::vector<SummaryRow>& rows) {
  State& s = state();
  const NodeId list = id_of(key);
  const TextStyle bold = body_style(Face::kBold), plain = body_style();
  const float width = s.layout.width(), pad = px(s.space.row), gap = px(20);
  const bool stacked = width < em(28);
  const float change_width = wrap("Change", plain, 1e9f).width;
  const bool any_change = std::any_of(rows.begin(), rows.end(),
                                      [](const SummaryRow& row) { return !row.change.empty(); });
  const float change_room = any_change && !stacked ? change_width + gap : 0;
  const float key_width = stacked ? width : std::round(width * .32f) - gap;
  const float value_x = stacked ? 0 : std::round(width * .32f);
  const float value_width = std::max(1.0f, width - value_x - change_room);
  int pressed_row = -1;
  const float top = s.layout.bottom();
  emit(list, Role::kList, {}, ImRect(s.layout.x(), top, s.layout.x(), top));
  s.semantics.push_parent(list);
  ImRect extent(1e9f, 1e9f, -1e9f, -1e9f);
  for (size_t i = 0; i < rows.size(); ++i) {
    const SummaryRow& row = rows[i];
    const WrappedText& term = wrap(row.key, bold, std::max(1.0f, key_width));
    const WrappedText& value = wrap(row.value, plain, value_width);
    const float term_height = term.height(bold), value_height = value.height(plain);
    const float link_height = row.change.empty() ? 0 : plain.line_px;
    const float height =
        stacked ? term_height + px(3) + value_height + (link_height > 0 ? px(6) + link_height : 0)
                : std::max({term_height, value_height, link_height});
    const ImRect rect = s.layout.place(width, height + 2 * pad + px(1), 0,
                                       i + 1 == rows.size() ? px(s.space.after_field) : 0);
    extent.Add(rect);
    fill(ImRect(ImVec2(rect.Min.x, rect.Max.y - px(1)), rect.Max), Colour::kDivider);
    const ImVec2 term_at(rect.Min.x, rect.Min.y + pad);
    const ImVec2 value_at(rect.Min.x + value_x, term_at.y + (stacked ? term_height + px(3) : 0));
    paint(term, bold, term_at, Colour::kText);
    paint(value, plain, value_at, Colour::kText);
    const NodeId item = id_of(list, std::to_string(i) + row.key);
    emit(item, Role::kListItem, {}, rect);
    s.semantics.push_parent(item);
    emit(id_of(item, "term"), Role::kTerm, row.key, box_at(term_at, term, bold));
    emit(id_of(item, "value"), Role::kDefinition, {}, box_at(value_at, value, plain)).value =
        row.value;
    if (!row.change.empty()) {
      const WrappedText& words = wrap("Change", plain, 1e9f);
      const ImVec2 at = stacked ? ImVec2(rect.Min.x, value_at.y + value_height + px(6))
                                : ImVec2(rect.Max.x - change_width, term_at.y);
      const ImRect place = box_at(at, words, plain);
      const NodeId link = id_of(item, "change");
      const Touch pressed = touch(link, place);
      draw_link(words, plain, at, pressed, shows_focus(link));
      emit(link, Role::kLink, "Change " + row.change, place);
      if (pressed.pressed) pressed_row = static_cast<int>(i);
    }
    s.semantics.pop_parent();
  }
  s.semantics.pop_parent();
  if (!rows.empty()) set_extent(list, extent);
  return pressed_row;
}

}  // namespace ui
