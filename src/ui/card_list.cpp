// Cards: cases, duties, deadlines. A long list is shown in pages, so that ten thousand cases are
// never laid out at once and a screen reader can hold what it is told.
#include <algorithm>
#include <cmath>

#include "ui/drawing.h"

namespace ui {
namespace {

constexpr size_t kMostCards = 50;  // on one page when the list is no longer
constexpr size_t kCardsAPage = 25;

struct CardLook {
  TextStyle title, text, side;
  float pad, gap, inner, left_width, right_width;
  bool stacked;
};

CardLook card_look() {
  State& s = state();
  CardLook look;
  look.title = text_style(s.type.heading[2], Face::kBold);
  look.text = body_style();
  look.side = small_style();
  look.pad = px(s.narrow ? 15 : 18);
  look.gap = px(6);
  look.inner = s.layout.width() - 2 * look.pad;
  look.stacked = look.inner < em(28);
  look.right_width = look.stacked ? look.inner : std::round(look.inner * .34f);
  look.left_width = look.stacked ? look.inner : look.inner - look.right_width - px(20);
  return look;
}

enum class Pressed { kNothing, kTitle, kAction };

Pressed draw_card(NodeId list, const Card& card, const CardLook& look) {
  State& s = state();
  const WrappedText& title = wrap(card.title, look.title, look.left_width);
  const WrappedText* text =
      card.text.empty() ? nullptr : &wrap(card.text, look.text, look.left_width);
  const WrappedText* side =
      card.side.empty() ? nullptr : &wrap(card.side, look.side, look.right_width);
  const ImVec2 tag = card.tag.empty() ? ImVec2() : tag_size(card.tag, look.right_width);
  const float left_height =
      title.height(look.title) + (text != nullptr ? look.gap + text->height(look.text) : 0);
  const float right_height = tag.y + (tag.y > 0 && side != nullptr ? look.gap : 0) +
                             (side != nullptr ? side->height(look.side) : 0);
  const float words_height = look.stacked
                                 ? left_height + (right_height > 0 ? px(10) + right_height : 0)
                                 : std::max(left_height, right_height);
  const ImVec2 action = card.action.empty() ? ImVec2() : button_size(card.action, look.inner);
  const float height = words_height + (action.y > 0 ? px(12) + action.y : 0);
  const ImRect rect = s.layout.place(s.layout.width(), height + 2 * look.pad, 0, px(12));
  const bool urgent = card.tag_kind == TagKind::kOverdue && !card.tag.empty();

  ImVec2 at(rect.Min.x + look.pad, rect.Min.y + look.pad);
  const ImRect title_rect(at, ImVec2(at.x + title.width, at.y + title.height(look.title)));
  const NodeId item = id_of(list, card.key);
  const NodeId link = id_of(item, "title");
  Touch pressed;
  if (card.actionable) pressed = touch(link, title_rect);
  if (pressed.hovered) fill(rect, Colour::kPanel, 6);
  outline(rect, Colour::kDivider, 1, 6);
  if (urgent) {
    ImGui::GetWindowDrawList()->AddRectFilled(rect.Min, ImVec2(rect.Min.x + px(6), rect.Max.y),
                                              colour32(Colour::kError), px(6),
                                              ImDrawFlags_RoundCornersLeft);
  }
  emit(item, Role::kListItem, {}, rect);
  s.semantics.push_parent(item);
  if (card.actionable) {
    draw_link(title, look.title, at, pressed, shows_focus(link));
    emit(link, Role::kLink, card.title, title_rect);
  } else {
    paint(title, look.title, at, Colour::kText);
    emit(link, Role::kText, card.title, title_rect);
  }
  at.y = title_rect.Max.y;
  const auto say = [&](const char* part, const WrappedText& words, const TextStyle& style,
                       ImVec2 where, Colour colour) {
    paint(words, style, where, colour);
    emit(id_of(item, part), Role::kText, words.text,
         ImRect(where, ImVec2(where.x + words.width, where.y + words.height(style))));
    return where.y + words.height(style);
  };
  if (text != nullptr) {
    at.y = say("text", *text, look.text, ImVec2(at.x, at.y + look.gap), Colour::kHint);
  }
  ImVec2 right(rect.Max.x - look.pad - look.right_width, rect.Min.y + look.pad);
  if (look.stacked) right = ImVec2(at.x, at.y + px(10));
  if (tag.y > 0) {
    // Wide, tag and date end at the card's right edge.
    const float x = look.stacked ? right.x : rect.Max.x - look.pad - tag.x;
    const ImRect place(ImVec2(x, right.y), ImVec2(x + tag.x, right.y + tag.y));
    draw_tag(card.tag, card.tag_kind, place);
    emit(id_of(item, "tag"), Role::kText, card.tag, place);
    right.y = place.Max.y + look.gap;
  }
  if (side != nullptr) {
    const float x = look.stacked ? right.x : rect.Max.x - look.pad - std::ceil(side->width);
    say("side", *side, look.side, ImVec2(x, right.y), Colour::kText);
  }
  Pressed result = pressed.pressed ? Pressed::kTitle : Pressed::kNothing;
  if (action.y > 0) {
    const ImVec2 corner(rect.Min.x + look.pad, rect.Max.y - look.pad - action.y);
    const ImRect place(corner,
                       ImVec2(corner.x + std::min(action.x, look.inner), corner.y + action.y));
    if (draw_button(id_of(item, "action"), card.action, place, ButtonKind::kSecondary,
                    card.action_name)) {
      result = Pressed::kAction;
    }
  }
  s.semantics.pop_parent();
  return result;
}

// "Previous", "Page 2 of 40", "Next"; returns by how many pages to move.
int page_links(NodeId list, std::string_view name, size_t page, size_t pages) {
  State& s = state();
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
    const float height = std::max(px(32), words.height(style));
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
  emit(id_of(bar, "where"), Role::kStatus, where, rect);
  if (page + 1 < pages) turn("Next", 1);
  s.semantics.pop_parent();
  set_extent(bar, ImRect(row.Min, ImVec2(row.Max.x, s.layout.bottom())));
  return move;
}

}  // namespace

int card_list(std::string_view key, std::string_view name, const std::vector<Card>& cards) {
  return card_list(key, name, CardSource{cards.size(), [&](size_t i) { return cards[i]; }}).card;
}

CardPress card_list(std::string_view key, std::string_view name, const CardSource& cards) {
  State& s = state();
  const NodeId list = id_of(key);
  const CardLook look = card_look();
  const size_t pages = cards.count > kMostCards ? (cards.count + kCardsAPage - 1) / kCardsAPage : 1;
  State::ListPlace& shown = s.list_places[list];
  if (shown.of != cards.of) shown = {0, cards.of};
  const size_t page = std::min(shown.page, pages - 1);
  const size_t begin = pages > 1 ? page * kCardsAPage : 0;
  const size_t end = pages > 1 ? std::min(cards.count, begin + kCardsAPage) : cards.count;
  CardPress pressed;
  const float left = s.layout.x();
  emit(list, Role::kList, name, ImRect(left, s.layout.bottom(), left, s.layout.bottom()));
  s.semantics.push_parent(list);
  ImRect extent(1e9f, 1e9f, -1e9f, -1e9f);
  for (size_t i = begin; i < end; ++i) {
    const Card card = cards.card(i);
    const Pressed what = draw_card(list, card, look);
    if (what != Pressed::kNothing) pressed = {static_cast<int>(i), what == Pressed::kAction};
    extent.Add(ImRect(left, s.layout.bottom(), left + s.layout.width(), s.layout.bottom()));
    if (i == begin) {
      const Node* first = s.semantics.find(id_of(list, card.key));
      if (first != nullptr) extent.Add(ImVec2(left, first->rect.y));
    }
  }
  s.semantics.pop_parent();
  if (begin < end) set_extent(list, extent);
  s.layout.set_margin(px(s.space.after_text));
  if (pages > 1) {
    const int move = page_links(list, name, page, pages);
    if (move != 0) {
      shown.page = static_cast<size_t>(static_cast<long>(page) + move);
      // The new page is read, and seen, from its start.
      s.semantics.request_focus(list);
      s.show = list;
      s.show_frames = 4;
      s.show_at_top = true;
      context().wake();
    }
  }
  return pressed;
}

}  // namespace ui
