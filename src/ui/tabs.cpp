// Panels of one thing, one of them shown. As GOV.UK draws them: the chosen tab is joined with what
// stands beneath it. Tabs that do not fit beside one another stand under one another, all of them.
#include <algorithm>
#include <cmath>

#include "ui/drawing.h"

namespace ui {
namespace {

constexpr float kMostPad = 18, kLeastPad = 9;  // at either side of a tab's words, CSS pixels

struct Tab {
  NodeId id = 0;
  ImRect rect;
  Touch touch;
};

void draw_tab(const Tab& tab, const Option& option, bool current, bool stacked) {
  const TextStyle style = body_style(current ? Face::kBold : Face::kRegular);
  const float bar = px(4), line = px(1), round = px(4);
  const ImRect& rect = tab.rect;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImU32 edge = colour32(Colour::kBorder), back = colour32(Colour::kPanel);
  if (stacked) {
    if (current) {
      fill(rect, Colour::kPanel);
      fill(ImRect(rect.Min, ImVec2(rect.Min.x + bar, rect.Max.y)), Colour::kAccent);
    }
    fill(ImRect(rect.Min.x, rect.Max.y - line, rect.Max.x, rect.Max.y), Colour::kDivider);
  } else if (current) {
    // Over the line beneath the tabs, and a little higher than the others.
    list->AddRectFilled(rect.Min, ImVec2(rect.Max.x, rect.Max.y), edge, round,
                        ImDrawFlags_RoundCornersTop);
    list->AddRectFilled(ImVec2(rect.Min.x + line, rect.Min.y + line),
                        ImVec2(rect.Max.x - line, rect.Max.y), colour32(Colour::kPage), round,
                        ImDrawFlags_RoundCornersTop);
    list->AddRectFilled(rect.Min, ImVec2(rect.Max.x, rect.Min.y + bar), colour32(Colour::kAccent),
                        round, ImDrawFlags_RoundCornersTop);
  } else {
    const ImVec2 top(rect.Min.x, rect.Min.y + bar), foot(rect.Max.x, rect.Max.y - line);
    list->AddRectFilled(top, foot, back, round, ImDrawFlags_RoundCornersTop);
  }
  const float pad = px(16), inner = rect.GetWidth() - (stacked ? 2 * pad : 0);
  const WrappedText& words = wrap(option.label, style, std::max(1.0f, inner));
  const float lead = std::round((rect.GetHeight() + (stacked ? 0 : bar) - words.height(style)) / 2);
  const float x =
      stacked ? rect.Min.x + pad : rect.Min.x + std::round((rect.GetWidth() - words.width) / 2);
  draw_link(words, style, ImVec2(x, rect.Min.y + lead), tab.touch, shows_focus(tab.id),
            {current ? Colour::kText : Colour::kLink, Colour::kLinkHover, !current});
}

}  // namespace

bool tabs(std::string_view key, std::string_view name, const std::vector<Option>& options,
          std::string& chosen) {
  State& s = state();
  if (options.empty()) return false;
  const NodeId list = id_of(key);
  const TextStyle bold = body_style(Face::kBold);
  const float width = s.layout.width(), between = px(5), bar = px(4);
  // As wide as when it is current, so that nothing moves; closer where room is short.
  std::vector<float> widths;
  float all = -between;
  for (const Option& option : options) {
    widths.push_back(std::ceil(wrap(option.label, bold, 1e9f).width));
    all += widths.back() + between;
  }
  const float room = std::floor((width - all) / (2 * static_cast<float>(options.size())));
  const bool stacked = room < px(kLeastPad);
  for (float& each : widths) each += 2 * std::min(room, px(kMostPad));
  const float height = std::max(px(kMinTarget), bold.line_px + px(16)) + (stacked ? 0 : bar);
  std::vector<float> heights(options.size(), height);
  float total = height;
  if (stacked) {
    total = 0;
    for (size_t i = 0; i < options.size(); ++i) {
      const float inner = std::max(1.0f, width - 2 * px(16));
      heights[i] = std::max(height, wrap(options[i].label, bold, inner).height(bold) + px(16));
      total += heights[i];
    }
  }
  const ImRect rect = s.layout.place(width, total, px(6), px(s.space.after_text));

  std::vector<Tab> places;
  ImVec2 at = rect.Min;
  bool changed = false;
  for (size_t i = 0; i < options.size(); ++i) {
    const float across = stacked ? width : widths[i];
    Tab tab{
        id_of(list, options[i].value), ImRect(at, ImVec2(at.x + across, at.y + heights[i])), {}};
    tab.touch = touch(tab.id, tab.rect);
    if (tab.touch.pressed && options[i].value != chosen) {
      chosen = options[i].value;
      changed = true;
    }
    places.push_back(tab);
    if (stacked) at.y += heights[i];
    if (!stacked) at.x += across + between;
  }
  Node& node = emit(list, Role::kTabList, name, rect);
  node.vertical = stacked;
  s.semantics.push_parent(list);
  if (!stacked) {
    fill(ImRect(rect.Min.x, rect.Max.y - px(1), rect.Max.x, rect.Max.y), Colour::kBorder);
  }
  for (size_t i = 0; i < options.size(); ++i) {
    const bool current = options[i].value == chosen;
    draw_tab(places[i], options[i], current, stacked);
    Node& tab = emit(places[i].id, Role::kTab, options[i].label, places[i].rect);
    tab.checked = current;
    if (!current) continue;
    tab.controls = id_of(list, "#panel");
    s.tab_panels[list] = options[i].label;
  }
  s.semantics.pop_parent();
  return changed;
}

void begin_tab_panel(std::string_view key) {
  State& s = state();
  const NodeId list = id_of(key), panel = id_of(list, "#panel");
  s.layout.set_margin(px(s.narrow ? 15 : 25));
  const float left = s.layout.x(), top = s.layout.bottom();
  emit(panel, Role::kTabPanel, s.tab_panels[list], ImRect(left, top, left, top));
  s.semantics.push_parent(panel);
  s.open_panels.push_back(panel);
}

void end_tab_panel() {
  State& s = state();
  const NodeId panel = s.open_panels.back();
  s.open_panels.pop_back();
  s.semantics.pop_parent();
  const Rect rect = s.semantics.find(panel)->rect;
  set_extent(panel, ImRect(rect.x, rect.y, rect.x + s.layout.width(), s.layout.bottom()));
}

}  // namespace ui
