// Where the next thing goes: a column of blocks with margins that collapse, rows that wrap, two
// columns that fold into one. Physical pixels. Widgets ask for a place; nothing here draws.
// Internal to src/ui.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <vector>

namespace ui {

class Layout {
 public:
  // `container` is as wide as two columns may become, `column` what one column of text gets.
  void begin(float x, float y, float container, float column);
  float bottom() const { return y_; }

  float x() const { return x_; }
  float width() const { return width_; }
  float measure(float most) const { return width_ < most ? width_ : most; }

  // The next block: below the last one by the larger of its bottom margin and this top margin.
  ImRect place(float width, float height, float top, float bottom);
  // A block that may stand beside the last inline one when `same_row` was asked for and there is
  // room.
  ImRect place_inline(float width, float height, float row_gap, float column_gap, float bottom);
  void same_row() { same_row_ = true; }
  // Room left beside the last inline block; 0 when the next one goes below anyway.
  float room_beside(float column_gap) const;
  void add_space(float height);
  void indent(float by);  // negative: back
  void set_margin(float bottom) { margin_ = bottom; }

  // Two columns; folded when `fold`: one under the other.
  void begin_columns(float first_share, float gap, bool fold);
  void next_column();
  void end_columns();
  // What comes next is level with the first block of the column beside it, whatever its own margin.
  bool is_level() const { return begins_column_ && columns_.back().in_second; }

 private:
  struct Columns {
    float x, width, top, margin, lowest, second_x, second_width;  // margin: above the first block
    bool fold, in_second;
  };
  float x_ = 0, y_ = 0, width_ = 0, margin_ = 0;
  float container_ = 0;
  bool same_row_ = false;
  bool has_row_ = false;
  bool begins_column_ = false;  // nothing is in it yet, and another stands beside it
  ImRect row_;
  std::vector<Columns> columns_;
};

}  // namespace ui
