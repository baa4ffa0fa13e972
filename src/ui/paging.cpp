#include "ui/paging.h"

#include <algorithm>
#include <cmath>

#include "ui/drawing.h"

namespace ui {
namespace {

constexpr size_t kMostLines = 50;  // on one page when the list is no longer
constexpr size_t kLinesAPage = 25;

}  // namespace

ShownPage shown_page(NodeId list, size_t count, const std::string& of) {
  State::ListPlace& place = state().list_places[list];
  if (place.of != of) place = {0, of};
  ShownPage shown;
  shown.end = count;
  if (count <= kMostLines) return shown;
  shown.pages = (count + kLinesAPage - 1) / kLinesAPage;
  shown.page = std::min(place.page, shown.pages - 1);
  shown.begin = shown.page * kLinesAPage;
  shown.end = std::min(count, shown.begin + kLinesAPage);
  return shown;
}

void page_links(NodeId list, std::string_view name, const ShownPage& shown) {
  if (shown.pages < 2) return;
  State& s = state();
  const size_t page = shown.page, pages = shown.pages;
  const TextStyle style = body_style();
  const NodeId bar = id_of(list, "pages");
  const ImRect row = s.layout.place(s.layout.width(), 0, px(10), 0);
  emit(bar, Role::kNavigation, "Pages of " + std::string(name), row);
  s.semantics.push_parent(bar);
  int move = 0;
  bool first = true;
  const auto place = [&](const WrappedText& words) {
    if (!first) s.layout.same_row();
    first = false;
    const float height = std::max(px(kMinTarget), words.height(style));
    return s.layout.place_inline(std::ceil(words.width), height, px(6), px(22),
                                 px(s.space.after_field));
  };
  const auto turn = [&](const char* label, int by) {
    const WrappedText& words = wrap(label, style, s.layout.width());
    const ImRect rect = place(words);
    const NodeId id = id_of(bar, label);
    const Touch pressed = touch(id, rect);
    const ImVec2 at(rect.Min.x,
                    std::round(rect.Min.y + (rect.GetHeight() - words.height(style)) / 2));
    draw_link(words, style, at, pressed, shows_focus(id));
    emit(id, Role::kLink, label, rect);
    if (pressed.pressed) move = by;
  };
  if (page > 0) turn("Previous", -1);
  const std::string where = "Page " + std::to_string(page + 1) + " of " + std::to_string(pages);
  const WrappedText& words = wrap(where, style, s.layout.width());
  const ImRect rect = place(words);
  paint(words, style,
        ImVec2(rect.Min.x, std::round(rect.Min.y + (rect.GetHeight() - words.height(style)) / 2)),
        Colour::kHint);
  emit(id_of(bar, "where"), Role::kText, where, rect);
  if (page + 1 < pages) turn("Next", 1);
  s.semantics.pop_parent();
  set_extent(bar, ImRect(row.Min, ImVec2(row.Max.x, s.layout.bottom())));
  if (move == 0) return;
  s.list_places[list].page = static_cast<size_t>(static_cast<long>(page) + move);
  // The new page is read, and seen, from its start.
  s.semantics.request_focus(list);
  s.show = list;
  s.show_frames = 4;
  s.show_at_top = true;
  context().wake();
}

}  // namespace ui
