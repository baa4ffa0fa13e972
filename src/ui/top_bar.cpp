#include "ui/top_bar.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "ui/drawing.h"

namespace ui {
namespace {

constexpr const char* kProduct = "Common Ground";
constexpr NodeId kBarSeed = 0x0c60f00d;  // the bar's nodes are the same on every page

// Two circles that share a part: the ground both sides stand on.
void draw_mark(ImVec2 at, float size) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float radius = size / 2, apart = radius * .95f;
  const ImVec2 left(at.x + radius, at.y + radius), right(left.x + apart, left.y);
  const float half = std::acos(apart / 2 / radius), pi = std::numbers::pi_v<float>;
  list->PathArcTo(left, radius, -half, half);
  list->PathArcTo(right, radius, pi - half, pi + half);
  list->PathFillConvex(colour32(Colour::kBarEdge));
  const float thick = std::max(1.5f, size / 13);
  list->AddCircle(left, radius - thick / 2, colour32(Colour::kOnBar), 0, thick);
  list->AddCircle(right, radius - thick / 2, colour32(Colour::kOnBar), 0, thick);
}

// Seen only while it has the keyboard's focus; then the bar moves down. Returns the height it
// takes.
float skip_link(float left, float top) {
  State& s = state();
  constexpr const char* kWords = "Skip to main content";
  const TextStyle style = body_style();
  const NodeId id = id_of(kBarSeed, "skip");
  const bool shown = shows_focus(id);
  const float air = px(8);
  const WrappedText& words = wrap(kWords, style, s.display.width - 2 * px(s.space.margin));
  const ImRect rect(left, top + air, left + words.width, top + air + words.height(style));
  if (s.semantics.take_activation(id)) s.semantics.request_focus(id_of("#heading"));
  emit(id, Role::kLink, kWords, rect).clipped = !shown;
  if (!shown) return 0;
  fill(ImRect(0, top, s.display.width, rect.Max.y + air), Colour::kFocus);
  paint(words, style, rect.Min, Colour::kOnFocus, {Align::kLeft, 0, 0, true, true});
  return rect.Max.y + air - top;
}

}  // namespace

void set_top_bar(const TopBar& bar) {
  state().top_bar = bar;
}

std::string take_top_bar_action() {
  std::string action;
  action.swap(state().top_bar_action);
  return action;
}

float draw_top_bar(float left, float top, float width) {
  State& s = state();
  const TextStyle name_style = text_style(s.type.heading[2], Face::kBold);
  const TextStyle style = small_style();
  const float pad = px(s.narrow ? 13 : 17), gap = px(24), mark = std::round(name_style.px * .92f);
  const float mark_width = mark * 1.475f + px(11);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRect(ImVec2(0, 0), ImVec2(s.display.width, s.display.height));
  list->ChannelsSplit(2);  // the bar's surface goes beneath, once its height is known
  list->ChannelsSetCurrent(1);

  const NodeId bar = id_of(kBarSeed, "bar");
  emit(bar, Role::kBanner, {}, ImRect(0, top, s.display.width, top));
  s.semantics.push_parent(bar);
  top += skip_link(left, top);

  const WrappedText& name = wrap(kProduct, name_style, width - mark_width);
  const ImVec2 name_at(left + mark_width, top + pad);
  float bottom = name_at.y + name.height(name_style);
  draw_mark(ImVec2(left, std::round(name_at.y + (name_style.px - mark) / 2)), mark);
  paint(name, name_style, name_at, Colour::kOnBar);
  emit(id_of(kBarSeed, "name"), Role::kText, kProduct,
       ImRect(ImVec2(left, name_at.y), ImVec2(name_at.x + name.width, bottom)));

  // The links stand at the right of the name when they fit beside it, else in rows beneath.
  const float link_height = std::max(px(24), style.line_px);
  float links_width = 0;
  for (const Option& action : s.top_bar.actions) {
    links_width += std::ceil(wrap(action.label, style, width).width) + gap;
  }
  links_width = std::max(0.0f, links_width - gap);
  const float name_end = name_at.x + name.width + gap;
  const float right = left + width;
  const bool beside = name_end + links_width <= right;
  float context_width = width;
  ImVec2 context_at(left, bottom + px(5));
  if (!s.top_bar.context.empty()) {
    const float room = (beside ? right - links_width - gap : right) - name_end;
    const float needed = wrap(s.top_bar.context, style, 1e9f).width;
    const bool in_line = !s.narrow && needed <= room;
    if (in_line) {
      context_at = ImVec2(name_end, name_at.y + std::round((name_style.px - style.px) * .68f));
      context_width = room;
    }
    const WrappedText& words = wrap(s.top_bar.context, style, context_width);
    paint(words, style, context_at, Colour::kOnBarQuiet);
    const ImRect rect(context_at,
                      ImVec2(context_at.x + words.width, context_at.y + words.height(style)));
    emit(id_of(kBarSeed, "context"), Role::kText, s.top_bar.context, rect);
    bottom = std::max(bottom, rect.Max.y);
  }
  ImVec2 at(right - links_width, name_at.y + std::round((name_style.line_px - link_height) / 2));
  if (!beside) at = ImVec2(left, bottom + px(6));
  for (const Option& action : s.top_bar.actions) {
    const WrappedText& words = wrap(action.label, style, width);
    if (at.x > left && at.x + words.width > right + 1) {
      at.x = left;
      at.y += link_height + px(4);
    }
    const float height = std::max(link_height, words.height(style));
    const ImRect rect(at, ImVec2(at.x + std::ceil(words.width), at.y + height));
    const NodeId id = id_of(bar, action.value);
    const Touch pressed = touch(id, rect);
    const ImVec2 words_at(at.x, at.y + std::round((height - words.height(style)) / 2));
    draw_link(words, style, words_at, pressed, shows_focus(id),
              {Colour::kOnBar, Colour::kOnBar, true});
    emit(id, Role::kLink, action.hint.empty() ? action.label : action.hint, rect);
    if (pressed.pressed) s.top_bar_action = action.value;
    bottom = std::max(bottom, rect.Max.y);
    at.x = rect.Max.x + gap;
  }
  s.semantics.pop_parent();

  const ImRect surface(0, top, s.display.width, std::round(bottom + pad));
  const float edge = px(4);
  set_extent(bar, surface);
  list->ChannelsSetCurrent(0);
  fill(surface, Colour::kBar);
  fill(ImRect(0, surface.Max.y - edge + px(2), s.display.width, surface.Max.y + px(2)),
       Colour::kBarEdge);
  list->ChannelsMerge();
  list->PopClipRect();
  return surface.Max.y + px(2);
}

}  // namespace ui
