#include "ui/drawing.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

NodeId hashed(std::string_view text, NodeId seed) {
  const NodeId id = ImHashData(text.data(), text.size(), seed);
  return id == 0 ? 1 : id;
}

Rect to_rect(const ImRect& rect) {
  return {rect.Min.x, rect.Min.y, rect.GetWidth(), rect.GetHeight()};
}

struct TagColours {
  Colour back, front;
};

TagColours tag_colours(TagKind kind) {
  switch (kind) {
    case TagKind::kNeutral:
      return {Colour::kTagNeutral, Colour::kOnTagNeutral};
    case TagKind::kDone:
      return {Colour::kTagDone, Colour::kOnTagDone};
    case TagKind::kDue:
      return {Colour::kTagDue, Colour::kOnTagDue};
    case TagKind::kOverdue:
      return {Colour::kTagOverdue, Colour::kOnTagOverdue};
    case TagKind::kRunning:
      return {Colour::kTagRunning, Colour::kOnTagRunning};
  }
  return {Colour::kTagNeutral, Colour::kOnTagNeutral};
}

constexpr float kTagPadX = 9, kTagPadY = 3;

}  // namespace

void open_window(const char* name, Scrolls scrolls, int more_flags) {
  State& s = state();
  const ImGuiWindow* window = ImGui::FindWindowByName(name);
  if (scrolls == Scrolls::kToTop) {
    ImGui::SetNextWindowScroll(ImVec2(0, 0));
  } else if (scrolls == Scrolls::kAsAsked && s.scroll_by != 0 && window != nullptr) {
    const float y = std::clamp(window->Scroll.y + s.scroll_by, 0.0f, window->ScrollMax.y);
    ImGui::SetNextWindowScroll(ImVec2(-1, y));
  }
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImVec2(s.display.width, s.display.height));
  ImGui::Begin(name, nullptr,
               ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoNav | more_flags);
}

NodeId id_of(std::string_view key) {
  return hashed(key, state().page_seed);
}

// The hash goes on where the parent's ended, so without the sign between them the part "2" of
// "row-1" would be "row-12".
NodeId id_of(NodeId parent, std::string_view key) {
  return hashed(key, hashed("\x1f", parent));
}

NodeId first_text_id(Role role, std::string_view text) {
  return hashed(text, state().page_seed + static_cast<NodeId>(role) + 1);
}

NodeId text_id(Role role, std::string_view text) {
  State& s = state();
  const NodeId base = first_text_id(role, text);
  const int nth = s.text_counts[base]++;
  return nth == 0 ? base : hashed("again", base + static_cast<NodeId>(nth));
}

Node& emit(NodeId id, Role role, std::string_view name, const ImRect& rect) {
  const State& s = state();
  Node& node = state().semantics.add(id, role, name, to_rect(rect));
  node.clipped = !rect.Overlaps(ImRect(0, 0, s.display.width, s.display.height));
  return node;
}

void set_extent(NodeId parent, const ImRect& rect) {
  state().semantics.set_rect(parent, to_rect(rect));
}

Touch touch(NodeId id, const ImRect& rect, Pointer pointer) {
  Touch result;
  if (ImGui::ItemAdd(rect, id)) {
    result.pressed = ImGui::ButtonBehavior(rect, id, &result.hovered, &result.held);
    if (result.hovered && pointer != Pointer::kArrow) {
      ImGui::SetMouseCursor(pointer == Pointer::kHand ? ImGuiMouseCursor_Hand
                                                      : ImGuiMouseCursor_TextInput);
    }
  }
  if (state().semantics.take_activation(id)) result.pressed = true;
  return result;
}

bool shows_focus(NodeId id) {
  const Semantics& semantics = state().semantics;
  return semantics.focus() == id && semantics.focus_visible();
}

void fill(const ImRect& rect, Colour colour, float round_css) {
  ImGui::GetWindowDrawList()->AddRectFilled(rect.Min, rect.Max, colour32(colour), px(round_css));
}

void outline(const ImRect& rect, Colour colour, float thick_css, float round_css) {
  const float thick = px(thick_css);
  const ImRect line = grown(rect, -thick / 2);
  ImGui::GetWindowDrawList()->AddRect(line.Min, line.Max, colour32(colour),
                                      std::max(0.0f, px(round_css) - thick / 2), 0, thick);
}

// Yellow outside, dark within: one of the two stands out against any page.
void ring(const ImRect& rect, float round_css) {
  const ImRect outer = grown(rect, px(kRing));
  outline(outer, Colour::kFocus, kRing, round_css > 0 ? round_css + kRing : 0);
  outline(rect, Colour::kText, 4, round_css);
}

ImRect grown(const ImRect& rect, float by) {
  return {rect.Min.x - by, rect.Min.y - by, rect.Max.x + by, rect.Max.y + by};
}

ImRect text_block(std::string_view text, const TextStyle& style, Colour colour, float most_width,
                  float top_css, float bottom_css) {
  Layout& layout = state().layout;
  const WrappedText& words = wrap(text, style, layout.measure(most_width));
  const ImRect rect =
      layout.place(std::ceil(words.width), words.height(style), px(top_css), px(bottom_css));
  paint(words, style, rect.Min, colour);
  return rect;
}

ImRect box_at(ImVec2 at, const WrappedText& words, const TextStyle& style) {
  return {at, ImVec2(at.x + words.width, at.y + words.height(style))};
}

void draw_link(const WrappedText& words, const TextStyle& style, ImVec2 at, const Touch& touch,
               bool focused, const LinkLook& look) {
  PaintOptions options;
  options.underline = look.underline || focused || touch.hovered;
  options.thick_underline = focused || touch.hovered;
  if (focused) {
    ImVec2 corner(at.x - px(2), at.y);
    for (const TextLine& line : words.lines) {
      const ImRect behind(corner, ImVec2(corner.x + line.width + px(4), corner.y + style.line_px));
      fill(behind, Colour::kFocus);
      corner.y += style.line_px;
    }
  }
  const Colour colour = focused ? Colour::kOnFocus : touch.hovered ? look.hover : look.colour;
  paint(words, style, at, colour, options);
}

TextStyle body_style(Face face) {
  return text_style(state().type.body, face);
}

TextStyle small_style(Face face) {
  return text_style(state().type.small, face);
}

float text_measure() {
  return em(kTextMeasureEm);
}

void tick(ImVec2 centre, float size, float thick, Colour colour) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PathLineTo(ImVec2(centre.x - size * .5f, centre.y + size * .02f));
  list->PathLineTo(ImVec2(centre.x - size * .14f, centre.y + size * .36f));
  list->PathLineTo(ImVec2(centre.x + size * .5f, centre.y - size * .36f));
  list->PathStroke(colour32(colour), 0, thick);
}

ImVec2 tag_size(std::string_view text, float most_width) {
  const TextStyle style = small_style(Face::kBold);
  const WrappedText& words = wrap(text, style, std::max(1.0f, most_width - 2 * px(kTagPadX)));
  return {std::ceil(words.width) + 2 * px(kTagPadX), words.height(style) + 2 * px(kTagPadY)};
}

void draw_tag(std::string_view text, TagKind kind, const ImRect& rect) {
  const TagColours colours = tag_colours(kind);
  const TextStyle style = small_style(Face::kBold);
  const WrappedText& words = wrap(text, style, std::max(1.0f, rect.GetWidth() - 2 * px(kTagPadX)));
  fill(rect, colours.back, 4);
  if (state().display.theme == Theme::kForced) outline(rect, colours.front, 1, 4);
  paint(words, style, ImVec2(rect.Min.x + px(kTagPadX), rect.Min.y + px(kTagPadY)), colours.front);
}

}  // namespace ui
