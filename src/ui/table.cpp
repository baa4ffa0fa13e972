// Tables: plain ones, and long ones that are sorted by pressing a heading and shown in pages.
// Narrow, a row becomes a block of term and value, and the headings to sort by become a select.
#include <algorithm>
#include <cmath>

#include "ui/drawing.h"
#include "ui/paging.h"

namespace ui {
namespace {

struct TableLook {
  TextStyle bold, plain;
  float pad, gap;
  bool stacked;
  std::vector<float> x, width;  // of the columns, from the table's left
};

// Half as wide as the arrow of a heading that sorts, and the room that it needs beside the words.
float half_arrow(const TextStyle& style) {
  return std::round(style.px * .26f);
}
float arrow_room(const TextStyle& style) {
  return 2 * half_arrow(style) + px(8);
}

float widest_word(std::string_view text, const TextStyle& style) {
  float width = 0;
  while (!text.empty()) {
    const size_t end = std::min(text.find(' '), text.size());
    width = std::max(width, std::ceil(wrap(text.substr(0, end), style, 1e9f).width));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return width;
}

// By their shares, but none narrower than its `least`, which have room together.
std::vector<float> column_widths(const std::vector<TableColumn>& columns, float width,
                                 const std::vector<float>& least) {
  std::vector<bool> widened(columns.size(), false);
  for (;;) {
    float shares = 0, room = width;
    for (size_t i = 0; i < columns.size(); ++i) {
      if (widened[i])
        room -= least[i];
      else
        shares += columns[i].share;
    }
    const auto own = [&](size_t i) { return std::round(room * columns[i].share / shares); };
    size_t narrow = 0;
    while (narrow < columns.size() && (widened[narrow] || own(narrow) >= least[narrow])) ++narrow;
    if (narrow < columns.size()) {
      widened[narrow] = true;
      continue;
    }
    std::vector<float> widths;
    for (size_t i = 0; i < columns.size(); ++i) widths.push_back(widened[i] ? least[i] : own(i));
    return widths;
  }
}

enum class Headings { kPlain, kSort };

TableLook table_look(const std::vector<TableColumn>& columns, Headings headings) {
  State& s = state();
  TableLook look;
  look.bold = body_style(Face::kBold);
  look.plain = body_style();
  look.pad = px(s.space.row);
  look.gap = px(18);
  const float width = s.layout.width();
  // No word of a heading is cut.
  std::vector<float> least;
  float all = 0;
  for (const TableColumn& column : columns) {
    least.push_back(widest_word(column.title, look.bold) + look.gap +
                    (headings == Headings::kSort ? arrow_room(look.bold) : 0));
    all += least.back();
  }
  look.stacked = width < std::max(all, em(8.5f) * static_cast<float>(columns.size()));
  if (look.stacked) least.assign(columns.size(), 0);
  float x = 0;
  for (const float own : column_widths(columns, width, least)) {
    look.x.push_back(x);
    look.width.push_back(std::max(1.0f, own - look.gap));
    x += own;
  }
  return look;
}

// The order of a sorted table, and the heading that was pressed in this frame.
struct Sorting {
  size_t by = 0;
  bool descending = false;
  int pressed = -1;
};

// Which way the rows run; both ways, hollow, where they are not sorted by this column.
void arrow(ImVec2 centre, float half, Sort sort, Colour ink) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float gap = px(2);
  const auto triangle = [&](float base, float tip) {
    list->AddTriangleFilled(ImVec2(centre.x - half, base), ImVec2(centre.x + half, base),
                            ImVec2(centre.x, tip), colour32(ink));
  };
  if (sort == Sort::kCan) {
    const float small = half * .9f;
    triangle(centre.y - gap, centre.y - gap - small);
    triangle(centre.y + gap, centre.y + gap + small);
  } else {
    const float up = sort == Sort::kAscending ? 1.0f : -1.0f;
    triangle(centre.y + up * half * .6f, centre.y - up * half * .8f);
  }
}

void header_row(NodeId table, const TableLook& look, const std::vector<TableColumn>& columns,
                Sorting* sorting) {
  State& s = state();
  const float half = half_arrow(look.bold);
  const float room = sorting != nullptr ? arrow_room(look.bold) : 0;
  const auto words_of = [&](size_t i) -> const WrappedText& {
    return wrap(columns[i].title, look.bold, std::max(1.0f, look.width[i] - room));
  };
  float height = 0;
  for (size_t i = 0; i < columns.size(); ++i) {
    height = std::max(height, words_of(i).height(look.bold));
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
    const WrappedText& words = words_of(i);
    const ImVec2 at(rect.Min.x + look.x[i],
                    rect.Max.y - look.pad - words.height(look.bold));  // on the line beneath
    const NodeId id = id_of(row, std::to_string(i));
    Sort sort = Sort::kNo;
    if (sorting != nullptr) {
      sort = i != sorting->by      ? Sort::kCan
             : sorting->descending ? Sort::kDescending
                                   : Sort::kAscending;
    }
    if (look.stacked || sorting == nullptr) {
      if (!look.stacked) paint(words, look.bold, at, Colour::kText);
      emit(id, Role::kColumnHeader, columns[i].title,
           look.stacked ? ImRect(rect.Min, rect.Min) : box_at(at, words, look.bold))
          .sort = sort;
      continue;
    }
    const NodeId button = id_of(id, "sort");
    const ImRect place(ImVec2(at.x, rect.Min.y),
                       ImVec2(at.x + std::ceil(words.width) + room, rect.Max.y - px(2)));
    const Touch pressed = touch(button, place);
    if (pressed.pressed) sorting->pressed = static_cast<int>(i);
    const bool focused = shows_focus(button), current = sort != Sort::kCan;
    draw_link(words, look.bold, at, pressed, focused,
              {current ? Colour::kText : Colour::kLink, Colour::kLinkHover, false});
    arrow(ImVec2(place.Max.x - half, at.y + std::round(look.bold.line_px / 2)), half, sort,
          current ? Colour::kText : Colour::kLink);
    emit(id, Role::kColumnHeader, columns[i].title, place).sort = sort;
    s.semantics.push_parent(id);
    emit(button, Role::kButton, columns[i].title, place);
    s.semantics.pop_parent();
  }
  s.semantics.pop_parent();
}

enum class First { kWords, kLink };  // what a row's first cell is

struct CellPlace {
  NodeId row = 0;
  size_t column = 0;
  ImVec2 at;
};

// Draws one cell and adds its node; returns its lowest y. `pressed` is null while it is measured.
float cell(const CellPlace& place, const TableLook& look, const std::vector<TableColumn>& columns,
           const std::string& text, First first, bool* pressed) {
  State& s = state();
  const bool head = place.column == 0, draw = pressed != nullptr;
  const TextStyle& style = head ? look.bold : look.plain;
  ImVec2 at = place.at;
  float width = look.width[place.column];
  if (look.stacked) {
    width = s.layout.width();
    if (!head && !text.empty()) {  // a title alone would ask what is missing
      const WrappedText& title = wrap(columns[place.column].title, look.bold, width);
      if (draw) paint(title, look.bold, at, Colour::kHint);
      at.y += title.height(look.bold);
    }
  }
  const WrappedText& words = wrap(text, style, width);
  const float bottom = at.y + words.height(style);
  if (!draw) return bottom;
  const NodeId id = id_of(place.row, std::to_string(place.column));
  if (head && first == First::kLink) {
    const NodeId link = id_of(id, "link");
    const ImRect target(ImVec2(at.x, at.y - look.pad),
                        ImVec2(at.x + std::ceil(words.width), bottom + look.pad));
    const Touch touched = touch(link, target);
    *pressed = touched.pressed;
    draw_link(words, style, at, touched, shows_focus(link));
    emit(id, Role::kRowHeader, text, target);
    s.semantics.push_parent(id);
    emit(link, Role::kLink, text, target);
    s.semantics.pop_parent();
    return bottom;
  }
  paint(words, style, at, Colour::kText);
  Node& node = emit(id, head ? Role::kRowHeader : Role::kCell,
                    head ? std::string_view(text) : std::string_view(), box_at(at, words, style));
  node.value = text;
  return bottom;
}

// True when its first cell was pressed.
bool body_row(NodeId id, int level, const TableLook& look, const std::vector<TableColumn>& columns,
              const std::vector<std::string>& cells, First first, bool last) {
  State& s = state();
  float height = 0;  // measured from 0, then drawn
  bool row_pressed = false;
  for (int pass = 0; pass < 2; ++pass) {
    const bool draw = pass == 1;
    ImRect rect;
    if (draw) {
      rect = s.layout.place(s.layout.width(), height + 2 * look.pad + px(1), 0,
                            last ? px(s.space.after_field) : 0);
      fill(ImRect(ImVec2(rect.Min.x, rect.Max.y - px(1)), rect.Max), Colour::kDivider);
      emit(id, Role::kRow, {}, rect).level = level;
      s.semantics.push_parent(id);
    }
    ImVec2 at(rect.Min.x, draw ? rect.Min.y + look.pad : 0);
    for (size_t c = 0; c < columns.size() && c < cells.size(); ++c) {
      if (!look.stacked) at.x = rect.Min.x + look.x[c];
      bool pressed = false;
      const float bottom =
          cell({id, c, at}, look, columns, cells[c], first, draw ? &pressed : nullptr);
      row_pressed = row_pressed || pressed;
      if (look.stacked && cells[c].empty()) continue;  // takes no room
      if (!draw) height = std::max(height, bottom);
      if (look.stacked) at.y = bottom + px(5);
    }
    if (draw) s.semantics.pop_parent();
  }
  return row_pressed;
}

}  // namespace

void table(std::string_view key, std::string_view name, const std::vector<TableColumn>& columns,
           const std::vector<std::vector<std::string>>& rows) {
  State& s = state();
  const NodeId id = id_of(key);
  const TableLook look = table_look(columns, Headings::kPlain);
  const float left = s.layout.x();
  emit(id, Role::kTable, name, ImRect(left, s.layout.bottom(), left, s.layout.bottom())).level =
      static_cast<int>(rows.size()) + 1;
  s.semantics.push_parent(id);
  header_row(id, look, columns, nullptr);
  const float top = s.layout.bottom();
  for (size_t r = 0; r < rows.size(); ++r) {
    body_row(id_of(id, std::to_string(r)), static_cast<int>(r) + 2, look, columns, rows[r],
             First::kWords, r + 1 == rows.size());
  }
  s.semantics.pop_parent();
  set_extent(id, ImRect(left, top, left + s.layout.width(), s.layout.bottom()));
}

TablePress sorted_table(std::string_view key, std::string_view name,
                        const std::vector<TableColumn>& columns, const TableSource& source) {
  State& s = state();
  const NodeId id = id_of(key);
  TableLook look = table_look(columns, Headings::kSort);
  // A row is as tall as what is pressed in it has to be.
  look.pad = std::max(look.pad, std::ceil((px(kMinTarget) - look.bold.line_px) / 2));
  TablePress press;
  Sorting sorting{source.sorted_by, source.descending, -1};
  if (look.stacked && source.count > 1) {
    const std::string part(key);
    std::vector<Option> options;
    for (size_t i = 0; i < columns.size(); ++i) {
      options.push_back({std::to_string(i), columns[i].title, ""});
    }
    std::string chosen = std::to_string(source.sorted_by);
    FieldOptions plain;
    plain.question = false;
    if (select(part + ".sort", "Sort by", options, chosen, plain)) {
      for (size_t i = 0; i < options.size(); ++i) {
        if (options[i].value == chosen) sorting.pressed = static_cast<int>(i);
      }
    }
    if (button(part + ".turn", "Reverse the order", ButtonKind::kSecondary)) {
      sorting.pressed = static_cast<int>(source.sorted_by);
    }
  }
  // In another order it is another list: shown from its start.
  const std::string order = std::to_string(source.sorted_by) + (source.descending ? "-" : "+");
  const ShownPage shown = shown_page(id, source.count, source.of + '\x1f' + order);
  const float left = s.layout.x();
  emit(id, Role::kTable, name, ImRect(left, s.layout.bottom(), left, s.layout.bottom())).level =
      static_cast<int>(source.count) + 1;
  s.semantics.push_parent(id);
  header_row(id, look, columns, &sorting);
  const Node* header = s.semantics.find(id_of(id, "header"));
  const float top = header->rect.y;
  for (size_t r = shown.begin; r < shown.end; ++r) {
    const TableRow row = source.row(r);
    const bool pressed = body_row(id_of(id, row.key), static_cast<int>(r) + 2, look, columns,
                                  row.cells, First::kLink, r + 1 == shown.end);
    if (pressed) press.row = static_cast<int>(r);
  }
  s.semantics.pop_parent();
  set_extent(id, ImRect(left, top, left + s.layout.width(), s.layout.bottom()));
  page_links(id, name, shown);
  press.column = sorting.pressed;
  return press;
}

}  // namespace ui
