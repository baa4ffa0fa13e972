#include "ui/top_bar.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/text.h"
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

// As much of the text as there is room for in one line. Whoever listens is told all of it.
std::string fitting(const std::string& text, const TextStyle& style, float room) {
  const float needed = wrap(text, style, 1e9f).width;
  if (needed <= room) return text;
  const auto letters = static_cast<float>(base::code_point_count(text));
  auto most = static_cast<size_t>(letters * room / needed);
  std::string shorter = base::shortened(text, most);
  while (most > 0 && wrap(shorter, style, 1e9f).width > room) {
    shorter = base::shortened(text, --most);
  }
  return shorter;
}

// A row of links, going on beneath when there is no room. Returns where the last row ends.
float link_row(NodeId parent, const std::vector<Option>& actions, ImVec2 at, float left,
               float right, const LinkLook& look) {
  State& s = state();
  const TextStyle style = small_style();
  const float link_height = std::max(px(24), style.line_px), gap = px(24);
  float bottom = at.y;
  for (const Option& action : actions) {
    const WrappedText& words = wrap(action.label, style, right - left);
    if (at.x > left && at.x + words.width > right + 1) {
      at.x = left;
      at.y += link_height + px(4);
    }
    const float height = std::max(link_height, words.height(style));
    const ImRect rect(at, ImVec2(at.x + std::ceil(words.width), at.y + height));
    const NodeId id = id_of(parent, action.value);
    const Touch pressed = touch(id, rect);
    const ImVec2 words_at(at.x, at.y + std::round((height - words.height(style)) / 2));
    draw_link(words, style, words_at, pressed, shows_focus(id), look);
    emit(id, Role::kLink, action.hint.empty() ? action.label : action.hint, rect);
    if (pressed.pressed) s.top_bar_action = action.value;
    bottom = std::max(bottom, rect.Max.y);
    at.x = rect.Max.x + gap;
  }
  return bottom;
}

// What goes on besides the page. Its words are live: the page's heading keeps the focus.
float draw_band(const TopBar::Band& band, float left, float top, float width) {
  State& s = state();
  const TextStyle title_style = body_style(Face::kBold), style = body_style();
  const float pad = px(s.narrow ? 12 : 16), most = std::min(width, text_measure());
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRect(ImVec2(0, 0), ImVec2(s.display.width, s.display.height));
  list->ChannelsSplit(2);
  list->ChannelsSetCurrent(1);
  const NodeId id = id_of(kBarSeed, "band");
  emit(id, Role::kRegion, band.title, ImRect(0, top, s.display.width, top));
  s.semantics.push_parent(id);
  ImVec2 at(left, top + pad);
  const WrappedText& title = wrap(band.title, title_style, width);
  paint(title, title_style, at, Colour::kText);
  at.y += title.height(title_style) + px(2);
  const WrappedText& text = wrap(band.text, style, most);
  paint(text, style, at, Colour::kText);
  const ImRect words(left, top + pad, left + most, at.y + text.height(style));
  emit(id_of(id, "words"), Role::kStatus, "", words).value = band.title + ". " + band.text;
  at.y = words.Max.y + px(6);
  at.y = link_row(id, band.actions, at, left, left + width, {});
  s.semantics.pop_parent();
  const ImRect surface(0, top, s.display.width, std::round(at.y + pad));
  set_extent(id, surface);
  list->ChannelsSetCurrent(0);
  fill(surface, Colour::kPanel);
  fill(ImRect(0, surface.Max.y - px(1), s.display.width, surface.Max.y), Colour::kDivider);
  list->ChannelsMerge();
  list->PopClipRect();
  return surface.Max.y;
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
    const bool in_line = !s.narrow && room >= em(10);
    std::string shown = s.top_bar.context;
    if (in_line) shown = fitting(shown, style, room);
    if (in_line) {
      context_at = ImVec2(name_end, name_at.y + std::round((name_style.px - style.px) * .68f));
      context_width = room;
    }
    const WrappedText& words = wrap(shown, style, context_width);
    paint(words, style, context_at, Colour::kOnBarQuiet);
    const ImRect rect(context_at,
                      ImVec2(context_at.x + words.width, context_at.y + words.height(style)));
    emit(id_of(kBarSeed, "context"), Role::kText, s.top_bar.context, rect);
    bottom = std::max(bottom, rect.Max.y);
  }
  ImVec2 at(right - links_width, name_at.y + std::round((name_style.line_px - link_height) / 2));
  if (!beside) at = ImVec2(left, bottom + px(6));
  bottom = std::max(bottom, link_row(bar, s.top_bar.actions, at, left, right,
                                     {Colour::kOnBar, Colour::kOnBar, true}));
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
  const float end = surface.Max.y + px(2);
  return s.top_bar.band.title.empty() ? end : draw_band(s.top_bar.band, left, end, width);
}

void draw_page_actions(const ImRect& back) {
  State& s = state();
  const TextStyle style = small_style();
  const float gap = px(24), tall = std::max(px(24), style.line_px);
  float width = -gap;
  for (const Option& action : s.top_bar.page_actions) {
    width += std::ceil(wrap(action.label, style, 1e9f).width) + gap;
  }
  if (width <= 0) return;
  const float left = s.layout.x(), right = left + s.layout.width();
  ImVec2 at(right - width, back.Min.y - std::round((tall - back.GetHeight()) / 2));
  if (at.x < back.Max.x + gap) at = s.layout.place(width, tall, 0, px(s.narrow ? 14 : 22)).Min;
  link_row(id_of("#page-actions"), s.top_bar.page_actions, at, at.x, right + gap, {});
}

}  // namespace ui
