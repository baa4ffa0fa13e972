// The surroundings of every question: its label or legend, hint, message and the red bar beside a
// faulty one. Internal to src/ui.
#pragma once

#include <string>
#include <string_view>

#include "ui/drawing.h"

namespace ui {

// The page's first error for a key or, of a date, one of its parts; null when there is none.
const FieldError* error_of(std::string_view key);

// Opens a question and draws what stands above its input. `node` is the group's id when the
// question is a group of inputs (its node is then added and made the parent), else 0.
class FieldFrame {
 public:
  FieldFrame(std::string_view key, std::string_view label, const FieldOptions& options, Role group);
  ~FieldFrame();
  FieldFrame(const FieldFrame&) = delete;
  FieldFrame& operator=(const FieldFrame&) = delete;

  const FieldError* error() const { return error_; }
  const std::string& description() const { return description_; }

 private:
  const FieldError* error_;
  NodeId group_ = 0;
  float left_, top_;
  std::string description_;  // hint and error, as screen readers hear them
};

// True once, when the error summary's link for this key was pressed: the caller's input requests
// the focus.
bool wants_focus(std::string_view key);

// The empty frame of an input, with its ring or red edge.
void input_frame(const ImRect& rect, bool focused, bool invalid);
// Width of an input of so many characters; 0: the whole column, as far as text is readable.
float input_width(int characters);
float input_height();

// A text field's drawing, node and new value. Shared by text fields and the parts of a date.
bool line_input(NodeId id, Role role, std::string_view name, std::string* value, const ImRect& rect,
                const FieldOptions& options, const std::string& description, bool invalid);

}  // namespace ui
