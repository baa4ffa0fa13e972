#include "ui/layout.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace ui {

void Layout::begin(float x, float y, float container, float column) {
  assert(columns_.empty());
  x_ = x;
  y_ = y;
  width_ = column;
  container_ = container;
  margin_ = 0;
  same_row_ = has_row_ = begins_column_ = false;
}

ImRect Layout::place(float width, float height, float top, float bottom) {
  const float gap = std::max(margin_, top);
  if (begins_column_ && !columns_.back().in_second) columns_.back().margin = gap;
  y_ += gap;
  const ImRect rect(x_, y_, x_ + std::min(width, width_), y_ + height);
  y_ += height;
  margin_ = bottom;
  same_row_ = has_row_ = begins_column_ = false;
  return rect;
}

float Layout::room_beside(float column_gap) const {
  if (!same_row_ || !has_row_) return 0;
  return std::max(0.0f, x_ + width_ - row_.Max.x - column_gap);
}

ImRect Layout::place_inline(float width, float height, float row_gap, float column_gap,
                            float bottom) {
  if (room_beside(column_gap) >= width && width > 0) {
    const float left = row_.Max.x + column_gap;
    // A lower thing stands in the middle of a taller one; a taller one widens the row downwards.
    const float top = row_.Min.y + std::max(0.0f, std::round((row_.GetHeight() - height) / 2));
    const ImRect rect(left, top, left + width, top + height);
    row_.Max.x = rect.Max.x;
    row_.Max.y = std::max(row_.Max.y, rect.Max.y);
    y_ = std::max(y_, rect.Max.y);
    margin_ = std::max(margin_, bottom);
    same_row_ = false;
    return rect;
  }
  if (same_row_ && has_row_) margin_ = row_gap;
  const ImRect rect = place(width, height, 0, bottom);
  row_ = rect;
  has_row_ = true;
  return rect;
}

void Layout::add_space(float height) {
  y_ += margin_ + height;
  margin_ = 0;
  same_row_ = has_row_ = begins_column_ = false;
}

void Layout::indent(float by) {
  x_ += by;
  width_ -= by;
  same_row_ = has_row_ = false;
}

void Layout::begin_columns(float first_share, float gap, bool fold) {
  assert(columns_.empty() && "columns do not nest");
  // Both columns start below what was there, by the margin of the first one's first block.
  Columns columns{x_, width_, y_, margin_, y_, x_, width_, fold, false};
  if (!fold) {
    const float first = std::round((container_ - gap) * first_share);
    columns.second_x = x_ + first + gap;
    columns.second_width = container_ - gap - first;
    width_ = first;
  }
  same_row_ = has_row_ = false;
  begins_column_ = !fold;
  columns_.push_back(columns);
}

void Layout::next_column() {
  assert(!columns_.empty() && !columns_.back().in_second);
  Columns& columns = columns_.back();
  columns.in_second = true;
  same_row_ = has_row_ = false;
  if (columns.fold) return;
  begins_column_ = true;
  columns.lowest = y_ + margin_;
  x_ = columns.second_x;
  width_ = columns.second_width;
  y_ = columns.top;
  margin_ = columns.margin;
}

void Layout::end_columns() {
  assert(!columns_.empty());
  const Columns columns = columns_.back();
  columns_.pop_back();
  x_ = columns.x;
  width_ = columns.width;
  same_row_ = has_row_ = begins_column_ = false;
  if (columns.fold) return;
  y_ = std::max(columns.lowest, y_ + margin_);
  margin_ = 0;
}

}  // namespace ui
