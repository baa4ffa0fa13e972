// The page: one scrolling window, its column, the error summary, columns, and what keeps the focus
// in view.
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cassert>
#include <cmath>

#include "ui/drawing.h"
#include "ui/top_bar.h"

namespace ui {
namespace {

constexpr const char* kWindow = "###page";
constexpr const char* kProduct = "Common Ground";

const TextStyle summary_title_style() {
  return text_style(state().type.heading[2], Face::kBold);
}

}  // namespace

ImGuiWindow* page_window() {
  return ImGui::FindWindowByName(kWindow);
}

// With a little air. A press of the mouse is on something seen already.
void keep_focus_in_view(float foot) {
  State& s = state();
  const Semantics& semantics = s.semantics;
  if (semantics.focus() != s.last_focus) {
    s.last_focus = semantics.focus();
    if (s.last_focus != 0 && !semantics.pointer_held()) {
      s.show = s.last_focus;
      s.show_frames = 4;
      s.show_at_top = false;
    }
  }
  if (s.show == 0) return;
  const Node* node = semantics.find(s.show);
  if (s.show_frames-- <= 0 || node == nullptr) {
    s.show = 0;
    return;
  }
  // What lies over the page does not move with it.
  const Node* parent = semantics.find(node->parent);
  if (parent != nullptr && parent->role == Role::kRegion) return;
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const float air = px(16), view = s.display.height - foot;
  const float top = node->rect.y, bottom = node->rect.y + node->rect.h;
  float move = 0;
  if (s.show_at_top || top < air || bottom - top > view - 2 * air) {
    move = top - air;
  } else if (bottom > view - air) {
    move = bottom - (view - air);
  }
  if (!s.show_at_top && bottom - top > view - 2 * air && top >= 0 && top < view / 2) move = 0;
  const float target =
      std::clamp(window->Scroll.y + move, 0.0f,
                 std::max(window->ScrollMax.y, window->Scroll.y + std::max(move, 0.0f)));
  if (std::abs(target - window->Scroll.y) < 1) {
    s.show = 0;
    return;
  }
  ImGui::SetScrollY(window, target);
  context().wake(2);
}

void begin_page(std::string_view page, std::string_view title,
                const std::vector<FieldError>& errors) {
  State& s = state();
  s.text_counts.clear();
  s.first_heading = 0;
  if (page != s.page) {
    s.page = page;
    s.page_seed = ImHashData(page.data(), page.size(), 0);
    // A field that was asked for in the frame before is on this page.
    const bool to_field = !s.field_wants_focus.empty() && s.field_focus_frames == 2;
    s.heading_wants_focus = !to_field;
    s.part_wants_focus = false;
    s.to_top = true;
    s.show = 0;
    if (!to_field) s.field_wants_focus.clear();
    s.open.clear();
    s.list_places.clear();
    s.timelines.clear();
    context().wake();
  }
  s.errors = errors;
  s.semantics.set_page_title((errors.empty() ? "" : "Error: ") + std::string(title) + " – " +
                             kProduct);
  const bool in_front = s.last_dialog == 0;
  open_window(kWindow,
              s.to_top   ? Scrolls::kToTop
              : in_front ? Scrolls::kAsAsked
                         : Scrolls::kStays,
              ImGuiWindowFlags_NoBringToFrontOnFocus);
  s.to_top = false;
  if (in_front) s.scroll_by = 0;
  const float margin = px(s.space.margin);
  const float container = std::min(s.display.width - 2 * margin, em(kContainerEm));
  const float left = std::round((s.display.width - container) / 2);
  const float top = ImGui::GetCursorScreenPos().y;
  const float below = draw_top_bar(left, top, container);
  s.main = id_of("#main");
  emit(s.main, Role::kMain, {}, ImRect(0, below, s.display.width, below));
  s.semantics.push_parent(s.main);
  s.layout.begin(left, below, container, std::min(container, em(kColumnEm)));
  s.layout.set_margin(px(s.narrow ? 20 : 34));
}

void end_page() {
  State& s = state();
  s.layout.add_space(px(60) + s.toast.foot);  // so that nothing rests under a message
  const float bottom = s.layout.bottom();
  const Node* main = s.semantics.find(s.main);
  assert(main != nullptr);
  set_extent(s.main, ImRect(0, main->rect.y, s.display.width, bottom));
  s.semantics.pop_parent();
  ImGui::SetCursorScreenPos(ImVec2(0, bottom));
  ImGui::Dummy(ImVec2(0, 0));
  // A dialog in front does this for itself; a message at the foot covers so much of the page.
  if (s.dialog == 0 && s.last_dialog == 0) keep_focus_in_view(s.toast.foot);
  if (!s.field_wants_focus.empty() && --s.field_focus_frames <= 0) s.field_wants_focus.clear();
  ImGui::End();
}

bool back_link(std::string_view label) {
  State& s = state();
  const TextStyle style = small_style();
  const float arrow = std::round(style.px * .55f);
  const WrappedText& words = wrap(label, style, s.layout.width() - arrow);
  const float air = px(4);  // a taller target than the words
  const ImRect rect = s.layout.place(arrow + std::ceil(words.width), words.height(style) + 2 * air,
                                     0, px(s.narrow ? 14 : 22));
  const NodeId id = id_of("#back");
  const Touch pressed = touch(id, rect);
  const bool focused = shows_focus(id);
  const ImVec2 at(rect.Min.x + arrow, rect.Min.y + air);
  draw_link(words, style, at, pressed, focused, {Colour::kText, Colour::kText, true});
  const float x = rect.Min.x + px(1), y = std::round(at.y + style.px * .55f);
  const float size = std::round(style.px * .24f);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PathLineTo(ImVec2(x + size, y - size));
  list->PathLineTo(ImVec2(x, y));
  list->PathLineTo(ImVec2(x + size, y + size));
  list->PathStroke(colour32(Colour::kText), 0, px(1.6f));
  emit(id, Role::kLink, label, rect);
  draw_page_actions(rect);
  return pressed.pressed;
}

void focus_error_summary() {
  state().summary_wants_focus = true;
}

void focus_field(std::string_view key) {
  State& s = state();
  s.field_wants_focus = key;
  s.field_focus_frames = 3;
  context().wake();
}

void error_summary() {
  State& s = state();
  if (s.errors.empty()) return;
  constexpr const char* kTitle = "There is a problem";
  const TextStyle title_style = summary_title_style();
  const TextStyle link_style = body_style(Face::kBold);
  const float edge = px(5), pad = px(s.narrow ? 15 : 20), gap = px(8);
  const float width = s.layout.width(), inner = width - 2 * (pad + edge);
  const WrappedText& title = wrap(kTitle, title_style, inner);
  float height = 2 * (pad + edge) + title.height(title_style) + px(10);
  for (const FieldError& error : s.errors) {
    height += wrap(error.message, link_style, inner).height(link_style) + gap;
  }
  const ImRect box = s.layout.place(width, height - gap, 0, px(s.space.after_field + 10));
  outline(box, Colour::kError, 5);
  const NodeId summary = id_of("#errors");
  emit(summary, Role::kAlert, kTitle, box);
  if (s.semantics.focus() == summary) outline(grown(box, px(kRing)), Colour::kFocus, kRing);
  s.semantics.push_parent(summary);
  ImVec2 at(box.Min.x + edge + pad, box.Min.y + edge + pad);
  paint(title, title_style, at, Colour::kText);
  emit(id_of(summary, "title"), Role::kHeading, kTitle,
       ImRect(at, ImVec2(at.x + title.width, at.y + title.height(title_style))))
      .level = 2;
  at.y += title.height(title_style) + px(10);
  const NodeId list = id_of(summary, "list");
  emit(list, Role::kList, {}, ImRect(at, ImVec2(at.x + inner, box.Max.y - edge - pad)));
  s.semantics.push_parent(list);
  for (size_t i = 0; i < s.errors.size(); ++i) {
    const FieldError& error = s.errors[i];
    const WrappedText& words = wrap(error.message, link_style, inner);
    const ImRect rect(at, ImVec2(at.x + words.width, at.y + words.height(link_style)));
    const NodeId item = id_of(list, std::to_string(i));
    const NodeId link = id_of(item, "link");
    const Touch pressed = touch(link, rect);
    draw_link(words, link_style, at, pressed, shows_focus(link),
              {Colour::kError, Colour::kError, true});
    emit(item, Role::kListItem, {}, rect);
    s.semantics.push_parent(item);
    emit(link, Role::kLink, error.message, rect);
    s.semantics.pop_parent();
    if (pressed.pressed) focus_field(error.key);
    at.y = rect.Max.y + gap;
  }
  s.semantics.pop_parent();
  s.semantics.pop_parent();
  if (s.summary_wants_focus) {
    s.semantics.request_focus(summary);
    s.heading_wants_focus = false;
    s.show = summary;
    s.show_frames = 4;
  }
  s.summary_wants_focus = false;
}

bool begin_columns(float first_share) {
  State& s = state();
  const float container = std::min(s.display.width - 2 * px(s.space.margin), em(kContainerEm));
  const bool fold = container < em(kTwoColumnsEm);
  s.layout.begin_columns(first_share, em(2), fold);
  return !fold;
}

void next_column() {
  state().layout.next_column();
}

void end_columns() {
  state().layout.end_columns();
}

}  // namespace ui
