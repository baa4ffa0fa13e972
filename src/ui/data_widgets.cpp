// Facts in rows: summary lists and tables. Narrow, a row becomes a block of term and value.
#include <algorithm>
#include <cmath>

#include "ui/drawing.h"

namespace ui {
namespace {

ImRect box_at(ImVec2 at, const WrappedText& words, const TextStyle& style) {
  return {at, ImVec2(at.x + words.width, at.y + words.height(style))};
}

}  // namespace

int summary_list(std::string_view key, const std::vector<SummaryRow>& rows) {
  State& s = state();
  const NodeId list = id_of(key);
  const TextStyle bold = body_style(Face::kBold), plain = body_style();
  const float width = s.layout.width(), pad = px(11), gap = px(20);
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

namespace {

struct TableLook {
  TextStyle bold, plain;
  float pad, gap;
  bool stacked;
  std::vector<float> x, width;  // of the columns, from the table's left
};

TableLook table_look(const std::vector<TableColumn>& columns) {
  State& s = state();
  TableLook look;
  look.bold = body_style(Face::kBold);
  look.plain = body_style();
  look.pad = px(11);
  look.gap = px(18);
  const float width = s.layout.width();
  look.stacked = width < em(8.5f) * static_cast<float>(columns.size());
  float shares = 0;
  for (const TableColumn& column : columns) shares += column.share;
  float x = 0;
  for (const TableColumn& column : columns) {
    const float own = std::round(width * column.share / shares);
    look.x.push_back(x);
    look.width.push_back(std::max(1.0f, own - look.gap));
    x += own;
  }
  return look;
}

void header_row(NodeId table, const TableLook& look, const std::vector<TableColumn>& columns) {
  State& s = state();
  float height = 0;
  for (size_t i = 0; i < columns.size(); ++i) {
    height = std::max(height, wrap(columns[i].title, look.bold, look.width[i]).height(look.bold));
  }
  // Stacked, every value is told its column; the header row stays for screen readers, with no
  // extent.
  const ImRect rect = look.stacked ? s.layout.place(s.layout.width(), 0, 0, 0)
                                   : s.layout.place(s.layout.width(), height + 2 * look.pad, 0, 0);
  if (!look.stacked) {
    fill(ImRect(ImVec2(rect.Min.x, rect.Max.y - px(2)), rect.Max), Colour::kBorder);
  }
  const NodeId row = id_of(table, "header");
  emit(row, Role::kRow, {}, rect).level = 1;
  s.semantics.push_parent(row);
  for (size_t i = 0; i < columns.size(); ++i) {
    const WrappedText& words = wrap(columns[i].title, look.bold, look.width[i]);
    const ImVec2 at(rect.Min.x + look.x[i], rect.Min.y + look.pad);
    if (!look.stacked) paint(words, look.bold, at, Colour::kText);
    emit(id_of(row, std::to_string(i)), Role::kColumnHeader, columns[i].title,
         look.stacked ? ImRect(rect.Min, rect.Min) : box_at(at, words, look.bold));
  }
  s.semantics.pop_parent();
}

// Draws one cell and adds its node; returns its lowest y.
float cell(NodeId row, const TableLook& look, const std::vector<TableColumn>& columns,
           size_t column, const std::string& text, ImVec2 at, bool draw) {
  State& s = state();
  const TextStyle& style = column == 0 ? look.bold : look.plain;
  float width = look.width[column];
  if (look.stacked) {
    width = s.layout.width();
    if (column > 0) {
      const WrappedText& title = wrap(columns[column].title, look.bold, width);
      if (draw) paint(title, look.bold, at, Colour::kHint);
      at.y += title.height(look.bold);
    }
  }
  const WrappedText& words = wrap(text, style, width);
  if (draw) {
    paint(words, style, at, Colour::kText);
    Node& node =
        emit(id_of(row, std::to_string(column)), column == 0 ? Role::kRowHeader : Role::kCell,
             column == 0 ? std::string_view(text) : std::string_view(), box_at(at, words, style));
    node.value = text;
  }
  return at.y + words.height(style);
}

}  // namespace

void table(std::string_view key, std::string_view name, const std::vector<TableColumn>& columns,
           const std::vector<std::vector<std::string>>& rows) {
  State& s = state();
  const NodeId id = id_of(key);
  const TableLook look = table_look(columns);
  const float left = s.layout.x();
  emit(id, Role::kTable, name, ImRect(left, s.layout.bottom(), left, s.layout.bottom()));
  s.semantics.push_parent(id);
  header_row(id, look, columns);
  const float top = s.layout.bottom();
  for (size_t r = 0; r < rows.size(); ++r) {
    const NodeId row = id_of(id, std::to_string(r));
    float height = 0;  // measured from 0, then drawn
    for (int pass = 0; pass < 2; ++pass) {
      const bool draw = pass == 1;
      ImRect rect;
      if (draw) {
        rect = s.layout.place(s.layout.width(), height + 2 * look.pad + px(1), 0,
                              r + 1 == rows.size() ? px(s.space.after_field) : 0);
        fill(ImRect(ImVec2(rect.Min.x, rect.Max.y - px(1)), rect.Max), Colour::kDivider);
        emit(row, Role::kRow, {}, rect).level = static_cast<int>(r) + 2;
        s.semantics.push_parent(row);
      }
      ImVec2 at(rect.Min.x, draw ? rect.Min.y + look.pad : 0);
      for (size_t c = 0; c < columns.size() && c < rows[r].size(); ++c) {
        if (!look.stacked) at.x = rect.Min.x + look.x[c];
        const float bottom = cell(row, look, columns, c, rows[r][c], at, draw);
        if (!draw) height = std::max(height, bottom);
        if (look.stacked) at.y = bottom + px(5);
      }
      if (draw) s.semantics.pop_parent();
    }
  }
  s.semantics.pop_parent();
  set_extent(id, ImRect(left, top, left + s.layout.width(), s.layout.bottom()));
}

}  // namespace ui
