// Answers among options: checkboxes, radios, selects.
#include <algorithm>
#include <cmath>

#include "ui/field_frame.h"

namespace ui {
namespace {

constexpr float kChoiceGap = 12;  // box to label

struct ChoiceLook {
  bool round, checked, invalid;
};

// One row: the box, its label, its hint beneath. The whole row can be pressed. Returns true when it
// was.
bool choice_row(NodeId id, Role role, std::string_view label, std::string_view hint,
                const ChoiceLook& look, float below_css) {
  State& s = state();
  const TextStyle style = body_style();
  const float box = px(kChoiceBox), gap = px(kChoiceGap);
  const float room = std::max(1.0f, s.layout.measure(text_measure()) - box - gap);
  const WrappedText& words = wrap(label, style, room);
  const float lead = std::max(0.0f, std::round((box - style.line_px) / 2));
  float height = std::max(box, lead + words.height(style));
  float width = words.width;
  const WrappedText* help = nullptr;
  float help_y = 0;
  if (!hint.empty()) {
    help = &wrap(hint, style, room);
    help_y = lead + words.height(style) + px(3);
    height = std::max(height, help_y + help->height(style));
    width = std::max(width, help->width);
  }
  const ImRect row = s.layout.place(box + gap + std::ceil(width), height, 0, px(below_css));
  const Touch pressed = touch(id, row);
  const ImRect square(row.Min, ImVec2(row.Min.x + box, row.Min.y + box));
  const bool focused = shows_focus(id);
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (look.round) {
    const ImVec2 centre = square.GetCenter();
    const float thick = px(focused ? 4 : pressed.hovered ? 3 : 2);
    if (focused) list->AddCircleFilled(centre, box / 2 + px(kRing), colour32(Colour::kFocus));
    list->AddCircleFilled(centre, box / 2, colour32(Colour::kPage));
    list->AddCircle(centre, (box - thick) / 2, colour32(focused ? Colour::kText : Colour::kBorder),
                    0, thick);
    if (look.checked) list->AddCircleFilled(centre, box * .26f, colour32(Colour::kText));
  } else {
    if (focused) fill(grown(square, px(kRing)), Colour::kFocus, 5);
    fill(square, Colour::kPage, 3);
    outline(square, focused ? Colour::kText : Colour::kBorder,
            focused           ? 4
            : pressed.hovered ? 3
                              : 2,
            3);
    if (look.checked) tick(square.GetCenter(), box * .48f, px(4), Colour::kText);
  }
  const float x = square.Max.x + gap;
  paint(words, style, ImVec2(x, row.Min.y + lead), Colour::kText);
  if (help != nullptr) paint(*help, style, ImVec2(x, row.Min.y + help_y), Colour::kHint);
  Node& node = emit(id, role, label, row);
  node.checked = look.checked;
  node.description = hint;
  node.invalid = look.invalid;
  return pressed.pressed;
}

}  // namespace

bool checkbox(std::string_view key, std::string_view label, bool& value, std::string_view hint) {
  State& s = state();
  const NodeId id = id_of(key);
  if (wants_focus(key)) s.semantics.request_focus(id);
  const FieldError* error = error_of(key);
  const float left = s.layout.x(), bar = px(5), gap = px(15);
  float top = 0;
  if (error != nullptr) {
    s.layout.indent(bar + gap);
    top = text_block(error->message, body_style(Face::kBold), Colour::kError, text_measure(), 0, 10)
              .Min.y;
  }
  const bool pressed = choice_row(id, Role::kCheckbox, label, hint,
                                  {false, value, error != nullptr}, s.space.after_text);
  if (error != nullptr) {
    fill(ImRect(left, top, left + bar, s.layout.bottom()), Colour::kError);
    s.layout.indent(-bar - gap);
    s.semantics.describe(id, "Error: " + error->message);
  }
  if (pressed) value = !value;
  return pressed;
}

bool radios(std::string_view key, std::string_view legend, const std::vector<Option>& options,
            std::string& chosen, const FieldOptions& field) {
  State& s = state();
  const FieldFrame frame(key, legend, field, Role::kRadioGroup);
  const NodeId group = id_of(key);
  const bool focus = wants_focus(key);
  const bool any = std::any_of(options.begin(), options.end(),
                               [&](const Option& option) { return option.value == chosen; });
  bool changed = false;
  const std::string before = chosen;
  for (size_t i = 0; i < options.size(); ++i) {
    const Option& option = options[i];
    const NodeId id = id_of(group, option.value);
    const bool checked = option.value == before && any;
    if (focus && (checked || (!any && i == 0))) s.semantics.request_focus(id);
    const bool pressed =
        choice_row(id, Role::kRadio, option.label, option.hint,
                   {true, checked, frame.error() != nullptr}, state().space.row - 1);
    if (pressed && !checked) {
      chosen = option.value;
      changed = true;
    }
  }
  return changed;
}

bool checkboxes(std::string_view key, std::string_view legend, const std::vector<Option>& options,
                std::vector<std::string>& chosen, const FieldOptions& field) {
  State& s = state();
  const FieldFrame frame(key, legend, field, Role::kGroup);
  const NodeId group = id_of(key);
  const bool focus = wants_focus(key);
  bool changed = false;
  for (size_t i = 0; i < options.size(); ++i) {
    const Option& option = options[i];
    const NodeId id = id_of(group, option.value);
    if (focus && i == 0) s.semantics.request_focus(id);
    const auto found = std::find(chosen.begin(), chosen.end(), option.value);
    const bool checked = found != chosen.end();
    if (!choice_row(id, Role::kCheckbox, option.label, option.hint,
                    {false, checked, frame.error() != nullptr}, state().space.row - 1)) {
      continue;
    }
    changed = true;
    if (checked) chosen.erase(found);
    if (!checked) chosen.push_back(option.value);
  }
  return changed;
}

bool select(std::string_view key, std::string_view label, const std::vector<Option>& options,
            std::string& chosen, const FieldOptions& field) {
  State& s = state();
  const FieldFrame frame(key, label, field, Role::kSelect);
  const NodeId id = id_of(key);
  if (wants_focus(key)) s.semantics.request_focus(id);
  bool changed = false;
  if (const std::optional<int> choice = s.semantics.take_choice(id)) {
    if (*choice >= 0 && static_cast<size_t>(*choice) < options.size()) {
      const std::string& value = options[static_cast<size_t>(*choice)].value;
      changed = value != chosen;
      chosen = value;
    }
  }
  const TextStyle style = body_style();
  const float pad = px(kFieldBorder) + px(kFieldPadding), arrow = px(36);
  float widest = em(6);
  int current = -1;
  for (size_t i = 0; i < options.size(); ++i) {
    widest = std::max(widest, wrap(options[i].label, style, 1e9f).width);
    if (options[i].value == chosen) current = static_cast<int>(i);
  }
  const float most = field.width > 0 ? input_width(field.width) + arrow : text_measure();
  const float width = std::min(s.layout.measure(most), std::ceil(widest) + 2 * pad + arrow);
  const ImRect rect = s.layout.place(width, input_height(), 0, 0);
  touch(id, rect);
  input_frame(rect, s.semantics.focus() == id, frame.error() != nullptr);
  if (current >= 0) {
    const WrappedText& words = wrap(options[static_cast<size_t>(current)].label, style, 1e9f);
    ImGui::PushClipRect(rect.Min, ImVec2(rect.Max.x - arrow, rect.Max.y), true);
    paint(words, style,
          ImVec2(rect.Min.x + pad, std::round(rect.Min.y + (rect.GetHeight() - style.px) / 2)),
          Colour::kText);
    ImGui::PopClipRect();
  }
  const ImVec2 centre(rect.Max.x - arrow * .55f, std::round(rect.GetCenter().y));
  const float half = px(6);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PathLineTo(ImVec2(centre.x - half, centre.y - half * .5f));
  list->PathLineTo(ImVec2(centre.x, centre.y + half * .5f));
  list->PathLineTo(ImVec2(centre.x + half, centre.y - half * .5f));
  list->PathStroke(colour32(Colour::kText), 0, px(2.4f));
  Node& node = emit(id, Role::kSelect, label, rect);
  for (const Option& option : options) node.options.push_back(option.label);
  node.chosen = current;
  node.value = current >= 0 ? options[static_cast<size_t>(current)].label : "";
  node.description = frame.description();
  node.autocomplete = field.autocomplete;
  node.required = field.required;
  node.invalid = frame.error() != nullptr;
  node.font_px = style.px / s.fonts.line_ratio();
  return changed;
}

}  // namespace ui
