// What there is to do, in order, as the GOV.UK task list has it: the whole row leads there, its
// state stands at the right. And what to say where there is nothing.
#include <algorithm>
#include <cmath>

#include "ui/drawing.h"

namespace ui {
namespace {

constexpr float kSign = 15;  // the tick before what is done

// What is done is plain words with a tick; what waits has a tag. So the eye finds what waits.
ImVec2 state_size(const Task& task, float most) {
  if (task.state_kind != TagKind::kDone) return tag_size(task.state, most);
  const TextStyle style = small_style();
  const float sign = px(kSign) + px(6);
  const WrappedText& words = wrap(task.state, style, std::max(1.0f, most - sign));
  return {std::ceil(words.width) + sign, words.height(style) + 2 * px(3)};
}

void draw_state(const Task& task, const ImRect& rect) {
  if (task.state_kind != TagKind::kDone) {
    draw_tag(task.state, task.state_kind, rect);
    return;
  }
  const TextStyle style = small_style();
  const float sign = px(kSign);
  tick(ImVec2(rect.Min.x + sign / 2, rect.Min.y + px(3) + std::round(style.line_px / 2)),
       sign * .8f, px(2.6f), Colour::kSuccess);
  const float inner = std::max(1.0f, rect.GetWidth() - sign - px(6));
  paint(wrap(task.state, style, inner), style,
        ImVec2(rect.Min.x + sign + px(6), rect.Min.y + px(3)), Colour::kText);
}

}  // namespace

int task_list(std::string_view key, std::string_view name, const std::vector<Task>& tasks) {
  State& s = state();
  if (tasks.empty()) return -1;
  const NodeId list = id_of(key);
  const TextStyle style = body_style(), hint_style = small_style();
  const float width = s.layout.width(), pad = px(s.space.row), gap = px(20), line = px(1);
  const bool stacked = width < em(26);
  float state_most = stacked ? width : 0;  // beside the words, no wider than the widest needs
  for (const Task& task : tasks) {
    if (stacked || task.state.empty()) continue;
    state_most = std::max(state_most, state_size(task, std::round(width * .36f)).x);
  }
  const float title_width = stacked ? width : width - state_most - gap;
  const float left = s.layout.x();
  int pressed_task = -1;
  emit(list, Role::kList, name, ImRect(left, s.layout.bottom(), left, s.layout.bottom()));
  s.semantics.push_parent(list);
  ImRect extent(1e9f, 1e9f, -1e9f, -1e9f);
  for (size_t i = 0; i < tasks.size(); ++i) {
    const Task& task = tasks[i];
    const WrappedText& title = wrap(task.title, style, title_width);
    const WrappedText& hint = wrap(task.hint, hint_style, title_width);
    const float title_height = title.height(style);
    const float words_height =
        title_height + (task.hint.empty() ? 0 : px(2) + hint.height(hint_style));
    const ImVec2 state_box = task.state.empty() ? ImVec2() : state_size(task, state_most);
    const float below = stacked && state_box.y > 0 ? px(8) + state_box.y : 0;
    const float height =
        std::max(px(kMinTarget), std::max(words_height, stacked ? 0 : state_box.y) + 2 * pad);
    const ImRect row = s.layout.place(width, height + below + line, 0, 0);
    extent.Add(row);
    const NodeId item = id_of(list, task.key), link = id_of(item, "link");
    Touch pressed;
    if (task.actionable) pressed = touch(link, row);
    if (pressed.pressed) pressed_task = static_cast<int>(i);
    if (pressed.hovered) fill(row, Colour::kPanel);
    if (i == 0) fill(ImRect(row.Min, ImVec2(row.Max.x, row.Min.y + line)), Colour::kDivider);
    fill(ImRect(ImVec2(row.Min.x, row.Max.y - line), row.Max), Colour::kDivider);

    const ImVec2 at(row.Min.x, row.Min.y + std::round((height - words_height) / 2));
    emit(item, Role::kListItem, {}, row);
    s.semantics.push_parent(item);
    if (task.actionable) {
      draw_link(title, style, at, pressed, shows_focus(link));
      // As tall as its row, so that a finger finds it.
      const ImRect place(row.Min, ImVec2(row.Max.x, row.Min.y + height));
      Node& node = emit(link, Role::kLink, task.title, place);
      node.description = task.hint;
    } else {
      paint(title, style, at, Colour::kHint);
      emit(link, Role::kText, task.title,
           ImRect(at, ImVec2(at.x + title.width, at.y + title_height)));
    }
    if (!task.hint.empty()) {
      const ImVec2 under(at.x, at.y + title_height + px(2));
      paint(hint, hint_style, under, Colour::kHint);
      emit(id_of(item, "hint"), Role::kText, task.hint,
           ImRect(under, ImVec2(under.x + hint.width, under.y + hint.height(hint_style))));
    }
    if (!task.state.empty()) {
      const float lead = std::round((style.line_px - state_box.y) / 2);
      const float y = stacked
                          ? row.Min.y + height - pad + px(8)
                          : (task.hint.empty() ? row.Min.y + std::round((height - state_box.y) / 2)
                                               : at.y + std::max(0.0f, lead));
      const float x = stacked ? row.Min.x : row.Max.x - state_box.x;
      const ImRect place(x, y, x + state_box.x, y + state_box.y);
      draw_state(task, place);
      emit(id_of(item, "state"), Role::kText, task.state, place);
    }
    s.semantics.pop_parent();
  }
  s.semantics.pop_parent();
  set_extent(list, extent);
  s.layout.set_margin(px(s.space.after_field));
  return pressed_task;
}

bool empty_state(std::string_view key, std::string_view title, std::string_view text,
                 std::string_view action) {
  State& s = state();
  const TextStyle title_style = text_style(s.type.heading[2], Face::kBold), style = body_style();
  const float pad = px(s.narrow ? 20 : 30), bar = px(5);
  const float width = s.layout.width(), inner = std::max(1.0f, width - 2 * pad - bar);
  const float measure = std::min(inner, text_measure());
  const WrappedText& head = wrap(title, title_style, measure);
  const WrappedText& words = wrap(text, style, measure);
  const float head_height = head.height(title_style);
  const float words_height = text.empty() ? 0 : px(8) + words.height(style);
  const ImVec2 size = action.empty() ? ImVec2() : button_size(action, inner);
  const float height =
      2 * pad + head_height + words_height + (action.empty() ? 0 : px(20) + size.y);
  const ImRect rect = s.layout.place(width, height, px(6), px(s.space.after_field));
  fill(rect, Colour::kPanel, 6);
  if (s.display.theme == Theme::kForced) outline(rect, Colour::kBorder, 1, 6);
  ImVec2 at(rect.Min.x + pad, rect.Min.y + pad);
  paint(head, title_style, at, Colour::kText);
  emit(text_id(Role::kHeading, title), Role::kHeading, title,
       ImRect(at, ImVec2(at.x + head.width, at.y + head_height)))
      .level = 2;
  if (!text.empty()) {
    const ImVec2 under(at.x, at.y + head_height + px(8));
    paint(words, style, under, Colour::kText);
    emit(text_id(Role::kText, text), Role::kText, text,
         ImRect(under, ImVec2(under.x + words.width, under.y + words.height(style))));
  }
  if (action.empty()) return false;
  const float y = rect.Max.y - pad - size.y;
  const float across = s.narrow ? inner : std::min(size.x, inner);
  return draw_button(id_of(key), action, ImRect(at.x, y, at.x + across, y + size.y),
                     ButtonKind::kPrimary);
}

}  // namespace ui
