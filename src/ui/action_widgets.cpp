// Things that act: buttons, links, and the expander.
#include <algorithm>
#include <cmath>

#include "ui/drawing.h"

namespace ui {
namespace {

struct ButtonColours {
  Colour surface, hover, edge, words;
};

ButtonColours button_colours(ButtonKind kind) {
  switch (kind) {
    case ButtonKind::kPrimary:
      return {Colour::kPrimary, Colour::kPrimaryHover, Colour::kPrimaryEdge, Colour::kOnPrimary};
    case ButtonKind::kSecondary:
      return {Colour::kSecondary, Colour::kSecondaryHover, Colour::kSecondaryEdge,
              Colour::kOnSecondary};
    case ButtonKind::kWarning:
      return {Colour::kWarning, Colour::kWarningHover, Colour::kWarningEdge, Colour::kOnWarning};
  }
  return button_colours(ButtonKind::kPrimary);
}

constexpr float kButtonPadX = 18, kButtonPadY = 8, kButtonEdge = 3;

}  // namespace

ImVec2 button_size(std::string_view label, float most_width) {
  const TextStyle style = body_style(Face::kBold);
  const WrappedText& words = wrap(label, style, std::max(1.0f, most_width - 2 * px(kButtonPadX)));
  return {std::ceil(words.width) + 2 * px(kButtonPadX),
          std::max(px(kMinTarget), words.height(style) + 2 * px(kButtonPadY)) + px(kButtonEdge)};
}

bool draw_button(NodeId id, std::string_view label, const ImRect& place, ButtonKind kind,
                 std::string_view accessible_name) {
  const TextStyle style = body_style(Face::kBold);
  const float edge = px(kButtonEdge);
  const WrappedText& words =
      wrap(label, style, std::max(1.0f, place.GetWidth() - 2 * px(kButtonPadX)));
  const Touch pressed = touch(id, place);
  const bool focused = shows_focus(id);
  const ButtonColours colours = button_colours(kind);
  // Pressed, it goes down by its edge.
  const float down = pressed.held ? edge : 0;
  const ImRect face(place.Min.x, place.Min.y + down, place.Max.x, place.Max.y - edge + down);
  if (focused) {
    fill(grown(place, px(kRing)), Colour::kFocus, 7);
    fill(ImRect(face.Min, ImVec2(face.Max.x, place.Max.y)), Colour::kOnFocus, 4);
    fill(face, Colour::kFocus, 4);
  } else {
    fill(ImRect(face.Min, ImVec2(face.Max.x, place.Max.y)), colours.edge, 4);
    fill(face, pressed.hovered ? colours.hover : colours.surface, 4);
    if (state().display.theme == Theme::kForced) outline(face, Colour::kBorder, 2, 4);
  }
  const float lead = std::round((face.GetHeight() - words.height(style)) / 2);
  paint(words, style, ImVec2(place.Min.x, face.Min.y + lead),
        focused ? Colour::kOnFocus : colours.words, {Align::kCentre, place.GetWidth()});
  emit(id, Role::kButton, accessible_name.empty() ? label : accessible_name, place);
  return pressed.pressed;
}

bool button(std::string_view key, std::string_view label, ButtonKind kind,
            std::string_view accessible_name) {
  State& s = state();
  const ImVec2 size = button_size(label, s.layout.width());
  const float gap = px(12);
  const ImRect place = s.layout.place_inline(s.narrow ? s.layout.width() : size.x, size.y, gap,
                                             gap + px(4), px(s.space.after_field));
  return draw_button(id_of(key), label, place, kind, accessible_name);
}

bool link(std::string_view key, std::string_view label, std::string_view accessible_name) {
  State& s = state();
  const TextStyle style = body_style();
  const float gap = px(18), air = px(3);
  // Beside the last thing if its words fit there in one line, else on a row of its own.
  const WrappedText& words = wrap(label, style, s.layout.width());
  const ImRect rect = s.layout.place_inline(std::ceil(words.width), words.height(style) + 2 * air,
                                            px(8), gap, px(s.space.after_text));
  const NodeId id = id_of(key);
  const Touch pressed = touch(id, rect);
  draw_link(words, style, ImVec2(rect.Min.x, rect.Min.y + air), pressed, shows_focus(id));
  emit(id, Role::kLink, accessible_name.empty() ? label : accessible_name, rect);
  return pressed.pressed;
}

void same_row() {
  state().layout.same_row();
}

bool details(std::string_view key, std::string_view summary) {
  State& s = state();
  const TextStyle style = body_style();
  const float arrow = std::round(style.px * .85f), air = px(6);
  const WrappedText& words = wrap(summary, style, s.layout.measure(text_measure()) - arrow);
  const NodeId id = id_of(key);
  bool open = s.open.count(id) != 0;
  const ImRect rect = s.layout.place(arrow + std::ceil(words.width), words.height(style) + 2 * air,
                                     0, px(open ? 12 : s.space.after_text));
  const Touch pressed = touch(id, rect);
  if (pressed.pressed) {
    if (open) s.open.erase(id);
    if (!open) s.open.insert(id);
    open = !open;
  }
  const bool focused = shows_focus(id);
  const ImVec2 at(rect.Min.x + arrow, rect.Min.y + air);
  draw_link(words, style, at, pressed, focused);
  const Colour ink = pressed.hovered ? Colour::kLinkHover : Colour::kLink;
  const ImVec2 centre(rect.Min.x + arrow * .36f, std::round(at.y + style.px * .53f));
  const float half = style.px * .25f;
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (open) {
    list->AddTriangleFilled(ImVec2(centre.x - half, centre.y - half * .6f),
                            ImVec2(centre.x + half, centre.y - half * .6f),
                            ImVec2(centre.x, centre.y + half), colour32(ink));
  } else {
    list->AddTriangleFilled(ImVec2(centre.x - half * .6f, centre.y - half),
                            ImVec2(centre.x + half, centre.y),
                            ImVec2(centre.x - half * .6f, centre.y + half), colour32(ink));
  }
  Node& node = emit(id, Role::kButton, summary, rect);
  node.expandable = true;
  node.expanded = open;
  return open;
}

}  // namespace ui
