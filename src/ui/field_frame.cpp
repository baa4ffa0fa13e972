#include "ui/field_frame.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr float kErrorBar = 5, kErrorGap = 15;

bool about(const FieldError& error, std::string_view key) {
  const std::string& full = error.key;
  if (full.compare(0, key.size(), key) != 0) return false;
  if (full.size() == key.size()) return true;
  // "held.day" is about the date "held"; other keys with dots are fields of their own.
  const std::string_view part = std::string_view(full).substr(key.size());
  return part == ".day" || part == ".month" || part == ".year";
}

}  // namespace

const FieldError* error_of(std::string_view key) {
  for (const FieldError& error : state().errors) {
    if (about(error, key)) return &error;
  }
  return nullptr;
}

bool wants_focus(std::string_view key) {
  State& s = state();
  if (s.field_wants_focus.empty() || s.field_wants_focus != key) return false;
  s.field_wants_focus.clear();
  return true;
}

FieldFrame::FieldFrame(std::string_view key, std::string_view label, const FieldOptions& options,
                       Role group)
    : error_(error_of(key)) {
  State& s = state();
  Layout& layout = s.layout;
  left_ = layout.x();
  if (error_ != nullptr) layout.indent(px(kErrorBar + kErrorGap));

  const bool is_heading = options.legend_is_heading && s.first_heading == 0;
  const TextStyle style =
      is_heading ? text_style(s.type.heading[0], Face::kBold) : body_style(Face::kBold);
  const bool optional =
      options.question && !options.required && label.find("optional") == label.npos;
  const std::string shown = std::string(label) + (optional ? " (optional)" : "");
  const bool box_follows = options.hint.empty() && error_ == nullptr &&
                           (group == Role::kRadioGroup || group == Role::kGroup);
  const float below = is_heading ? s.space.after_text : box_follows ? 10 : 5;
  const ImRect words = text_block(shown, style, Colour::kText,
                                  is_heading ? em(kColumnEm) : text_measure(), 0, below);
  top_ = words.Min.y;
  if (is_heading) {
    s.first_heading = id_of("#heading");
    emit(s.first_heading, Role::kHeading, label, words).level = 1;
    if (s.heading_wants_focus) s.semantics.request_focus(s.first_heading);
    s.heading_wants_focus = false;
  }
  const auto describe = [this](std::string_view words_) {
    if (!description_.empty()) description_ += description_.back() == '.' ? " " : ". ";
    description_ += words_;
  };
  if (optional) describe("Optional");
  if (!options.hint.empty()) {
    text_block(options.hint, body_style(), Colour::kHint, text_measure(), 0, 10);
    describe(options.hint);
  }
  if (error_ != nullptr) {
    text_block(error_->message, body_style(Face::kBold), Colour::kError, text_measure(), 0, 10);
    describe("Error: " + error_->message);
  }
  if (group != Role::kGroup && group != Role::kRadioGroup) return;
  group_ = id_of(key);
  Node& node = emit(group_, group, label, words);
  node.description = description_;
  node.invalid = error_ != nullptr;
  node.required = options.required;
  s.semantics.push_parent(group_);
}

FieldFrame::~FieldFrame() {
  State& s = state();
  const float bottom = s.layout.bottom();
  if (group_ != 0) {
    s.semantics.pop_parent();
    set_extent(group_, ImRect(s.layout.x(), top_, s.layout.x() + s.layout.width(), bottom));
  }
  if (error_ != nullptr) {
    fill(ImRect(left_, top_, left_ + px(kErrorBar), bottom), Colour::kError);
    s.layout.indent(-px(kErrorBar + kErrorGap));
  }
  s.layout.set_margin(px(s.space.after_field));
}

void input_frame(const ImRect& rect, bool focused, bool invalid) {
  fill(rect, Colour::kPage, 3);
  if (focused) {
    ring(rect, 3);
  } else {
    outline(rect, invalid ? Colour::kError : Colour::kBorder, kFieldBorder + (invalid ? 1 : 0), 3);
  }
}

float input_width(int characters) {
  const State& s = state();
  if (characters <= 0) return s.layout.measure(text_measure());
  const float wide =
      em(.63f * static_cast<float>(characters)) + 2 * px(kFieldBorder + kFieldPadding);
  return s.layout.measure(std::max(wide, px(kMinTarget)));
}

float input_height() {
  const TextStyle style = body_style();
  return std::max(px(kMinTarget), style.line_px + 2 * px(kFieldBorder + 5));
}

bool line_input(NodeId id, Role role, std::string_view name, std::string* value, const ImRect& rect,
                const FieldOptions& options, const std::string& description, bool invalid) {
  State& s = state();
  bool changed = false;
  if (std::optional<std::string> text = s.semantics.take_text(id); text && value != nullptr) {
    changed = *text != *value;
    *value = std::move(*text);
  }
  touch(id, rect, Pointer::kText);
  const bool focused = s.semantics.focus() == id;
  input_frame(rect, focused, invalid);
  const TextStyle style = body_style();
  if (value != nullptr && !focused && !value->empty()) {
    const ImRect inside = grown(rect, -px(kFieldBorder));
    const WrappedText& words = wrap(*value, style, 1e9f);
    ImGui::PushClipRect(inside.Min, inside.Max, true);
    paint(words, style,
          ImVec2(inside.Min.x + px(kFieldPadding),
                 std::round(rect.Min.y + (rect.GetHeight() - style.px) / 2)),
          Colour::kText, {Align::kLeft, 0, 1});
    ImGui::PopClipRect();
  }
  Node& node = emit(id, role, name, rect);
  if (value != nullptr) node.value = *value;
  node.description = description;
  node.autocomplete = options.autocomplete;
  node.input_mode = options.numeric ? "numeric" : "";
  node.required = options.required;
  node.invalid = invalid;
  node.font_px = style.px / s.fonts.line_ratio();
  return changed;
}

}  // namespace ui
