// Cards: cases, duties, deadlines. A long list is shown in pages (paging.h).
#include <algorithm>
#include <cmath>

#include "ui/drawing.h"
#include "ui/paging.h"

namespace ui {
namespace {

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
  look.pad = px(s.space.row + (s.narrow ? 4.0f : 7.0f));
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
  const ImRect rect =
      s.layout.place(s.layout.width(), height + 2 * look.pad, 0, px(s.space.row + 1));
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
    if (draw_button(id_of(item, "action/" + card.action_key), card.action, place,
                    ButtonKind::kSecondary, card.action_name)) {
      result = Pressed::kAction;
    }
  }
  s.semantics.pop_parent();
  return result;
}

}  // namespace

int card_list(std::string_view key, std::string_view name, const std::vector<Card>& cards) {
  return card_list(key, name, CardSource{cards.size(), [&](size_t i) { return cards[i]; }}).card;
}

CardPress card_list(std::string_view key, std::string_view name, const CardSource& cards) {
  State& s = state();
  const NodeId list = id_of(key);
  const CardLook look = card_look();
  const ShownPage shown = shown_page(list, cards.count, cards.of);
  CardPress pressed;
  const float left = s.layout.x();
  emit(list, Role::kList, name, ImRect(left, s.layout.bottom(), left, s.layout.bottom()));
  s.semantics.push_parent(list);
  ImRect extent(1e9f, 1e9f, -1e9f, -1e9f);
  for (size_t i = shown.begin; i < shown.end; ++i) {
    const Card card = cards.card(i);
    const Pressed what = draw_card(list, card, look);
    if (what != Pressed::kNothing) pressed = {static_cast<int>(i), what == Pressed::kAction};
    extent.Add(ImRect(left, s.layout.bottom(), left + s.layout.width(), s.layout.bottom()));
    if (i == shown.begin) {
      const Node* first = s.semantics.find(id_of(list, card.key));
      if (first != nullptr) extent.Add(ImVec2(left, first->rect.y));
    }
  }
  s.semantics.pop_parent();
  if (shown.begin < shown.end) set_extent(list, extent);
  s.layout.set_margin(px(s.space.after_text));
  page_links(list, name, shown);
  return pressed;
}

}  // namespace ui
