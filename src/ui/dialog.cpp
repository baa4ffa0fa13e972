// A question in front of the page: the page is shaded and inert until it is answered. It scrolls by
// itself when it is taller than the window. That everything else is inert in the browser is
// web/mirror.js's; that the focus returns, Context::frame's.
#include <algorithm>
#include <cmath>

#include "ui/drawing.h"

namespace ui {
namespace {

constexpr const char* kWindow = "###dialog";
constexpr int kShadeAlpha = 150;
constexpr float kWidestEm = 30;

// What scrolls is the box.
void open_shade(bool opening) {
  State& s = state();
  open_window(kWindow, opening ? Scrolls::kToTop : Scrolls::kAsAsked,
              ImGuiWindowFlags_NoBackground);
  s.scroll_by = 0;
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  const ImU32 shade = (colour32(Colour::kShade) & ~IM_COL32_A_MASK) |
                      (static_cast<ImU32>(kShadeAlpha) << IM_COL32_A_SHIFT);
  ImGui::GetWindowDrawList()->AddRectFilled(ImVec2(0, 0), ImVec2(s.display.width, s.display.height),
                                            shade);
}

}  // namespace

ImGuiWindow* scrolled_window() {
  return state().dialog != 0 ? ImGui::FindWindowByName(kWindow) : page_window();
}

int dialog(std::string_view key, std::string_view title, std::string_view text,
           std::string_view confirm, std::string_view cancel, ButtonKind kind) {
  State& s = state();
  const NodeId id = id_of(key);
  s.dialog = id;
  const bool opening = s.last_dialog != id;
  if (s.last_dialog == 0) s.dialog_opener = s.semantics.focus();
  open_shade(opening);

  const TextStyle title_style = text_style(s.type.heading[1], Face::kBold);
  const TextStyle style = body_style();
  const float edge = px(6), pad = px(s.narrow ? 20 : 30), around = px(s.narrow ? 12 : 24);
  const float width = std::min(s.display.width - 2 * around, em(kWidestEm));
  const float inner = std::max(1.0f, width - 2 * pad), gap = px(12);
  const WrappedText& head = wrap(title, title_style, inner);
  const WrappedText& words = wrap(text, style, inner);
  const float head_height = head.height(title_style);
  const float words_height = text.empty() ? 0 : px(14) + words.height(style);
  const ImVec2 yes = button_size(confirm, inner), no = button_size(cancel, inner);
  const bool beside = !s.narrow && yes.x + gap + no.x <= inner;
  const float buttons_height = beside ? std::max(yes.y, no.y) : yes.y + gap + no.y;
  const float height = edge + 2 * pad + head_height + words_height + px(26) + buttons_height;

  const ImVec2 origin = ImGui::GetCursorScreenPos();  // moves as the window scrolls
  const float top = std::max(around, std::round((s.display.height - height) * .4f));
  const ImVec2 corner(std::round((s.display.width - width) / 2), origin.y + top);
  const ImRect box(corner, ImVec2(corner.x + width, corner.y + height));
  fill(box, Colour::kPage, 6);
  ImGui::GetWindowDrawList()->AddRectFilled(
      box.Min, ImVec2(box.Max.x, box.Min.y + edge),
      colour32(kind == ButtonKind::kWarning ? Colour::kWarning : Colour::kAccent), px(6),
      ImDrawFlags_RoundCornersTop);
  outline(box, Colour::kBorder, 1, 6);

  emit(id, Role::kDialog, title, box).description = text;
  s.semantics.push_parent(id);
  ImVec2 at(box.Min.x + pad, box.Min.y + edge + pad);
  const NodeId heading_id = id_of(id, "title");
  paint(head, title_style, at, Colour::kText);
  emit(heading_id, Role::kHeading, title, ImRect(at, ImVec2(at.x + head.width, at.y + head_height)))
      .level = 2;
  at.y += head_height;
  if (!text.empty()) {
    const ImVec2 from(at.x, at.y + px(14));
    paint(words, style, from, Colour::kText);
    emit(id_of(id, "text"), Role::kText, text,
         ImRect(from, ImVec2(from.x + words.width, from.y + words.height(style))));
    at.y += words_height;
  }
  at.y += px(26);
  const auto press = [&](const char* part, std::string_view label, ButtonKind look, ImVec2 size,
                         const char* keys) {
    const NodeId button = id_of(id, part);
    const ImRect place(at,
                       ImVec2(at.x + (s.narrow ? inner : std::min(size.x, inner)), at.y + size.y));
    const bool pressed = draw_button(button, label, place, look);
    s.semantics.set_keys(button, keys);
    if (beside) at.x = place.Max.x + gap;
    if (!beside) at.y = place.Max.y + gap;
    return pressed;
  };
  const bool yes_pressed = press("confirm", confirm, kind, yes, "");
  const bool no_pressed = press("cancel", cancel, ButtonKind::kSecondary, no, "Escape");
  s.semantics.pop_parent();
  if (opening) s.semantics.request_focus(heading_id);
  ImGui::SetCursorScreenPos(ImVec2(0, box.Max.y + around));
  ImGui::Dummy(ImVec2(0, 0));
  keep_focus_in_view(0);
  ImGui::End();
  if (yes_pressed || no_pressed) context().wake();
  return yes_pressed ? 1 : no_pressed ? -1 : 0;
}

}  // namespace ui
