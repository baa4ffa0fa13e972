// Words at the foot of the window, over the page, that go by themselves. Nobody must need them to
// have been there (WCAG 2.2, 2.2.1): what they say stands on the page too, and their action can be
// had elsewhere. Time is what the frames say has passed; none is drawn meanwhile.
#include <algorithm>
#include <cmath>

#include "ui/drawing.h"

namespace ui {
namespace {

constexpr double kSeconds = 8;
constexpr float kWidestEm = 38;
constexpr NodeId kSeed = 0x70a57;  // the message outlives the page it was made on

// A cross in a square that is tall enough to be hit.
bool close_button(NodeId id, const ImRect& place) {
  const Touch pressed = touch(id, place);
  const bool focused = shows_focus(id);
  const Colour ink = focused ? Colour::kOnFocus : Colour::kOnBar;
  if (focused) fill(grown(place, -px(4)), Colour::kFocus, 4);
  const ImVec2 centre = place.GetCenter();
  const float half = px(pressed.hovered ? 8 : 7), thick = px(pressed.hovered ? 3 : 2);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddLine(ImVec2(centre.x - half, centre.y - half), ImVec2(centre.x + half, centre.y + half),
                colour32(ink), thick);
  list->AddLine(ImVec2(centre.x - half, centre.y + half), ImVec2(centre.x + half, centre.y - half),
                colour32(ink), thick);
  emit(id, Role::kButton, "Close this message", place);
  return pressed.pressed;
}

}  // namespace

bool toast(int serial, std::string_view words, std::string_view action) {
  State& s = state();
  State::Toast& shown = s.toast;
  const NodeId region = id_of(kSeed, "region"), close = id_of(kSeed, "close");
  const NodeId act = id_of(kSeed, "action");
  if (shown.serial != serial) {
    shown.serial = serial;
    shown.gone = words.empty();
    shown.until = s.passed + kSeconds;
  }
  const NodeId focus = s.semantics.focus();
  const bool focused = !shown.gone && (focus == close || focus == act);
  if (!focused) shown.before = focus;
  if (shown.gone || words.empty()) return false;

  const TextStyle style = body_style();
  const float around = px(s.narrow ? 10 : 20), pad = px(20), square = px(kMinTarget);
  const float most = std::min(s.display.width - 2 * around, em(kWidestEm));
  const float inner = std::max(1.0f, most - pad - square);
  const WrappedText* label = action.empty() ? nullptr : &wrap(action, style, inner - pad);
  const float label_width = label == nullptr ? 0 : std::ceil(label->width) + px(28);
  const float alone = wrap(words, style, 1e9f).width;
  // The action stands beside the words when they keep half of the width, else beneath.
  const bool beside = label == nullptr || inner - label_width >= std::min(alone, inner * .6f);
  const WrappedText& said = wrap(words, style, beside ? inner - label_width : inner);
  const float line = std::max(square, said.height(style) + px(22));
  const float below = label == nullptr || beside ? 0 : std::max(square, label->height(style));
  const float width =
      std::min(most, pad + std::ceil(said.width) + (beside ? label_width : 0) + px(8) + square);
  const ImVec2 size(std::max(width, std::min(most, pad + label_width + square)), line + below);
  const ImVec2 corner(std::round((s.display.width - size.x) / 2),
                      s.display.height - around - size.y);
  const ImRect box(corner, ImVec2(corner.x + size.x, corner.y + size.y));
  shown.height = size.y + around;

  const float spill = px(6);
  ImGui::SetNextWindowPos(ImVec2(box.Min.x - spill, box.Min.y - spill));
  ImGui::SetNextWindowSize(ImVec2(size.x + 2 * spill, size.y + 2 * spill));
  ImGui::Begin("###toast", nullptr,
               ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoFocusOnAppearing);
  fill(grown(box, px(2)), Colour::kPage, 7);
  fill(box, Colour::kBar, 6);
  outline(box, Colour::kBarEdge, 2, 6);
  emit(region, Role::kRegion, "Message", box);
  s.semantics.push_parent(region);
  const ImVec2 at(box.Min.x + pad, box.Min.y + std::round((line - said.height(style)) / 2));
  paint(said, style, at, Colour::kOnBar);
  // A node of its own for each message, so that the same words twice are announced twice.
  emit(id_of(kSeed, std::to_string(serial)), Role::kStatus, words,
       ImRect(at, ImVec2(at.x + said.width, at.y + said.height(style))));
  bool acted = false;
  if (label != nullptr) {
    const float x = beside ? box.Max.x - square - std::ceil(label->width) - px(8) : at.x;
    const float tall = std::max(square, label->height(style));
    const float y = beside ? box.Min.y + std::round((line - tall) / 2) : box.Max.y - tall - px(4);
    const ImRect place(x, y, x + std::ceil(label->width), y + tall);
    const Touch pressed = touch(act, place);
    draw_link(*label, style, ImVec2(x, y + std::round((tall - label->height(style)) / 2)), pressed,
              shows_focus(act), {Colour::kOnBar, Colour::kOnBar, true});
    emit(act, Role::kButton, action, place);
    acted = pressed.pressed;
  }
  const float lead = std::round((line - square) / 2);
  const bool closed = close_button(
      close, ImRect(box.Max.x - square, box.Min.y + lead, box.Max.x, box.Min.y + lead + square));
  s.semantics.pop_parent();
  const bool pointed = box.Contains(ImGui::GetIO().MousePos);
  ImGui::End();

  if (pointed || focused) {
    shown.until = s.passed + kSeconds;  // begins again when they leave
  } else {
    s.due = shown.until;
  }
  shown.gone = acted || closed || s.passed >= shown.until;
  if (shown.gone) {
    shown.height = 0;
    s.due = 0;
    if (focused && s.semantics.find(shown.before) != nullptr) {
      s.semantics.request_focus(shown.before);
    }
    context().wake();
  }
  return acted;
}

}  // namespace ui
