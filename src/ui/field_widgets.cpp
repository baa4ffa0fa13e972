// Answers in words: text fields and areas, the passphrase, dates. All typing happens in the DOM
// element over the drawn field; here are its frame, its words while it has no focus, and its new
// value.
#include <algorithm>
#include <cmath>

#include "ui/field_frame.h"

namespace ui {
namespace {

constexpr int kMostRows = 20;  // of a text area; the DOM element scrolls beyond

}  // namespace

bool text_field(std::string_view key, std::string_view label, std::string& value,
                const FieldOptions& options) {
  State& s = state();
  const FieldFrame frame(key, label, options, Role::kTextField);
  const ImRect rect = s.layout.place(input_width(options.width), input_height(), 0, 0);
  const NodeId id = id_of(key);
  if (wants_focus(key)) s.semantics.request_focus(id);
  return line_input(id, Role::kTextField, label, &value, rect, options, frame.description(),
                    frame.error() != nullptr);
}

void focus_on_opening(std::string_view key) {
  if (!state().heading_wants_focus) return;
  state().heading_wants_focus = false;
  focus_field(key);
}

bool has_focus(std::string_view key) {
  return state().semantics.focus() == id_of(key);
}

bool entered(std::string_view key) {
  return state().semantics.take_activation(id_of(key));
}

void password_field(std::string_view field, std::string_view label, const FieldOptions& options) {
  State& s = state();
  const FieldFrame frame(field, label, options, Role::kPassword);
  const ImRect rect = s.layout.place(input_width(options.width), input_height(), 0, 0);
  const NodeId id = id_of(field);
  if (wants_focus(field)) s.semantics.request_focus(id);
  line_input(id, Role::kPassword, label, nullptr, rect, options, frame.description(),
             frame.error() != nullptr);
  s.semantics.set_field(id, field);
}

bool text_area(std::string_view key, std::string_view label, std::string& value,
               const FieldOptions& options) {
  State& s = state();
  const FieldFrame frame(key, label, options, Role::kTextArea);
  const NodeId id = id_of(key);
  if (wants_focus(key)) s.semantics.request_focus(id);
  bool changed = false;
  if (std::optional<std::string> text = s.semantics.take_text(id)) {
    changed = *text != value;
    value = std::move(*text);
  }
  const TextStyle style = body_style();
  const float pad = px(kFieldBorder) + px(kFieldPadding);
  const float width = input_width(options.width);
  const WrappedText& words = wrap(value, style, std::max(1.0f, width - 2 * pad));
  const int rows = std::clamp(static_cast<int>(std::min<size_t>(words.lines.size(), kMostRows)),
                              std::min(options.rows, kMostRows), kMostRows);
  const float height = static_cast<float>(rows) * style.line_px + 2 * pad;
  const ImRect rect = s.layout.place(width, height, 0, 0);
  touch(id, rect, Pointer::kText);
  const bool focused = s.semantics.focus() == id;
  if (focused) s.last_area = key;
  input_frame(rect, focused, frame.error() != nullptr);
  if (!focused) {
    paint(words, style, ImVec2(rect.Min.x + pad, rect.Min.y + pad), Colour::kText,
          {Align::kLeft, 0, rows});
  }
  Node& node = emit(id, Role::kTextArea, label, rect);
  node.value = value;
  node.description = frame.description();
  node.autocomplete = options.autocomplete;
  node.required = options.required;
  node.invalid = frame.error() != nullptr;
  node.font_px = style.px / s.fonts.line_ratio();
  return changed;
}

bool date_field(std::string_view key, std::string_view legend, DateFields& value,
                const FieldOptions& options) {
  struct Part {
    const char* name;
    const char* suffix;
    int characters;
    bool numeric;  // a month may be a word: "jan"
    std::string* text;
  };
  const Part parts[] = {{"Day", ".day", 2, true, &value.day},
                        {"Month", ".month", 4, false, &value.month},
                        {"Year", ".year", 4, true, &value.year}};
  State& s = state();
  const std::string group(key);
  const FieldFrame frame(key, legend, options, Role::kGroup);
  const FieldError* error = frame.error();
  const bool focus_first = wants_focus(key);
  const TextStyle style = body_style();
  const float label_height = style.line_px + px(4);
  bool changed = false;
  for (const Part& part : parts) {
    const std::string part_key = group + part.suffix;
    FieldOptions own;
    own.numeric = part.numeric;
    own.required = options.required;
    const float width = std::max(input_width(part.characters), wrap(part.name, style, 1e9f).width);
    const float height = label_height + input_height();
    if (&part != parts) s.layout.same_row();
    const ImRect block = s.layout.place_inline(std::ceil(width), height, px(12), px(18), 0);
    paint(wrap(part.name, style, 1e9f), style, block.Min, Colour::kText);
    const NodeId id = id_of(part_key);
    if (wants_focus(part_key) || (focus_first && &part == parts)) s.semantics.request_focus(id);
    const bool invalid = error != nullptr && (error->key == key || error->key == part_key);
    const ImRect rect(ImVec2(block.Min.x, block.Min.y + label_height),
                      ImVec2(block.Min.x + input_width(part.characters), block.Max.y));
    changed |= line_input(id, Role::kTextField, part.name, part.text, rect, own, {}, invalid);
  }
  return changed;
}

}  // namespace ui
