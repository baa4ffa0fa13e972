// The stages of a procedure as a picture: boxes, arrows from each to the next, dashed ways for
// exceptions at the left, brackets at the right. What a stage or a time is, the caller knows.
#include <algorithm>
#include <cmath>

#include "ui/drawing.h"

namespace ui {
namespace {

constexpr float kLane = 17;   // from one line beside the boxes to the next
constexpr float kGap = 36;    // between rows: an arrow
constexpr float kShaft = 28;  // from a box's left edge to its arrow
constexpr float kHead = 7;    // half an arrow's head
constexpr float kPad = 14;

using Box = FlowPicture::Box;

struct Spot {
  int line = 0, column = 0;
  ImRect rect;
};
// A line beside the boxes, from one line of boxes to another; `place` counts from the boxes.
struct Lane {
  int first = 0, last = 0, place = 0;
};
// Ways that start at one box and run together.
struct Trunk {
  size_t from = 0;
  bool dashed = false;
  std::vector<size_t> to;
  Lane lane;
};
struct Plan {
  std::vector<Spot> spots;  // of each box
  int lines = 0, columns = 1;
  std::vector<Trunk> trunks;
  std::vector<Lane> brackets;  // of each span
};

size_t index_of(const FlowPicture& picture, const std::string& id) {
  size_t i = 0;
  while (i < picture.boxes.size() && picture.boxes[i].id != id) ++i;
  return i;
}

bool leads_down(const Plan& plan, size_t from, size_t to, bool dashed) {
  return !dashed && plan.spots[to].line == plan.spots[from].line + 1;
}

void reach(Lane& lane, int line) {
  lane.first = std::min(lane.first, line);
  lane.last = std::max(lane.last, line);
}

Plan plan_of(const FlowPicture& picture, bool one_column) {
  Plan plan;
  const size_t count = picture.boxes.size();
  plan.spots.resize(count);
  for (size_t i = 0; i < count; ++i) {
    const Box& box = picture.boxes[i];
    Spot& spot = plan.spots[i];
    spot.line = box.row;
    spot.column = box.column;
    if (one_column) {  // its place when all are read row by row
      spot = Spot();
      for (size_t j = 0; j < count; ++j) {
        const Box& other = picture.boxes[j];
        const bool before = other.row != box.row         ? other.row < box.row
                            : other.column != box.column ? other.column < box.column
                                                         : j < i;
        spot.line += before ? 1 : 0;
      }
    }
    plan.lines = std::max(plan.lines, spot.line + 1);
    plan.columns = std::max(plan.columns, spot.column + 1);
  }
  for (const FlowPicture::Arrow& arrow : picture.arrows) {
    const size_t from = index_of(picture, arrow.from), to = index_of(picture, arrow.to);
    if (from == count || to == count || leads_down(plan, from, to, arrow.dashed)) continue;
    Trunk* trunk = nullptr;
    for (Trunk& each : plan.trunks) {
      if (each.from == from && each.dashed == arrow.dashed) trunk = &each;
    }
    if (trunk == nullptr) {
      const int line = plan.spots[from].line;
      trunk = &plan.trunks.emplace_back(Trunk{from, arrow.dashed, {}, {line, line, 0}});
    }
    trunk->to.push_back(to);
    reach(trunk->lane, plan.spots[to].line);
  }
  for (const FlowPicture::Span& span : picture.spans) {
    Lane lane{plan.lines, -1, 0};
    for (const std::string& id : span.boxes) {
      const size_t i = index_of(picture, id);
      if (i < count) reach(lane, plan.spots[i].line);
    }
    plan.brackets.push_back(lane);
  }
  return plan;
}

// Lines beside the boxes must not run through other boxes, nor a bracket's words stand under
// several.
bool has_room(const Plan& plan) {
  for (const Trunk& trunk : plan.trunks) {
    if (plan.spots[trunk.from].column > 0) return false;
    for (size_t to : trunk.to) {
      if (plan.spots[to].column > 0) return false;
    }
  }
  for (const Lane& lane : plan.brackets) {
    for (const Spot& spot : plan.spots) {
      if (spot.line == lane.last && spot.column > 0) return false;
    }
  }
  return true;
}

// The first free place beside the boxes for `lane`, among those placed already.
void put_beside(Lane& lane, const std::vector<Lane>& placed) {
  const auto taken = [&] {
    return std::any_of(placed.begin(), placed.end(), [&](const Lane& other) {
      return other.place == lane.place && lane.first <= other.last && other.first <= lane.last;
    });
  };
  while (taken()) ++lane.place;
}

// A horizontal or vertical line.
void stroke(ImVec2 from, ImVec2 to, Colour colour, bool dashed = false) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float thick = px(2.5f), whole = std::abs(to.x - from.x) + std::abs(to.y - from.y);
  const float dash = dashed ? px(6) : whole, step = dashed ? px(10) : whole + 1;
  for (float at = 0; at < whole; at += step) {
    const float begin = at / whole, end = std::min(1.0f, (at + dash) / whole);
    list->AddLine(ImVec2(from.x + (to.x - from.x) * begin, from.y + (to.y - from.y) * begin),
                  ImVec2(from.x + (to.x - from.x) * end, from.y + (to.y - from.y) * end),
                  colour32(colour), thick);
  }
}

void head(ImVec2 tip, bool down, Colour colour) {
  const float half = px(kHead), back = px(kHead * 1.5f);
  const ImVec2 one = down ? ImVec2(tip.x - half, tip.y - back) : ImVec2(tip.x - back, tip.y + half);
  const ImVec2 two = down ? ImVec2(tip.x + half, tip.y - back) : ImVec2(tip.x - back, tip.y - half);
  ImGui::GetWindowDrawList()->AddTriangleFilled(tip, one, two, colour32(colour));
}

void clock_face(ImVec2 centre, float radius) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImU32 ink = colour32(Colour::kText);
  list->AddCircle(centre, radius, ink, 0, px(1.6f));
  list->AddLine(centre, ImVec2(centre.x, centre.y - radius * .6f), ink, px(1.6f));
  list->AddLine(centre, ImVec2(centre.x + radius * .5f, centre.y), ink, px(1.6f));
}

// The words of a box, `width` wide; drawn when `draw`. Returns their height.
float words_of(const Box& box, float width, ImVec2 at, bool draw) {
  const TextStyle bold = body_style(Face::kBold), small = small_style();
  const float top = at.y;
  const auto line = [&](const std::string& text, const TextStyle& style, Colour colour,
                        float indent) {
    if (text.empty()) return;
    const WrappedText& words = wrap(text, style, std::max(1.0f, width - indent));
    if (draw) paint(words, style, ImVec2(at.x + indent, at.y), colour);
    at.y += words.height(style);
  };
  line(box.label, small_style(Face::kBold), Colour::kHint, 0);
  line(box.title, bold, Colour::kText, 0);
  at.y += px(4);
  line(box.who, small, Colour::kText, 0);
  const float radius = std::round(small.px * .36f);
  for (const std::string& time : box.by_when) {
    at.y += px(3);
    if (draw) {
      clock_face(ImVec2(at.x + radius + 1, at.y + std::round(small.line_px / 2)), radius);
    }
    line(time, small, Colour::kText, std::ceil(radius * 2 + px(8)));
  }
  return at.y - top;
}

}  // namespace

void flow_picture(std::string_view key, const FlowPicture& picture, std::string_view text) {
  State& s = state();
  if (picture.boxes.empty()) return;
  const float width = s.layout.width(), lane = px(kLane), gap = px(kGap), pad = px(kPad);
  Plan plan = plan_of(picture, false);
  if (plan.columns > 1 && (!has_room(plan) || width < em(13) * float(plan.columns))) {
    plan = plan_of(picture, true);
  }
  std::vector<Lane> left, right;
  float left_room = 0, right_room = 0;
  for (Trunk& trunk : plan.trunks) {
    put_beside(trunk.lane, left);
    left.push_back(trunk.lane);
    left_room = std::max(left_room, float(trunk.lane.place + 1) * lane + px(4));
  }
  for (Lane& bracket : plan.brackets) {
    put_beside(bracket, right);
    right.push_back(bracket);
    right_room = std::max(right_room, float(bracket.place + 1) * lane);
  }

  const float room = std::max(1.0f, width - left_room - right_room);
  const float across = gap / 2;
  float box_width = (room - across * float(plan.columns - 1)) / float(plan.columns);
  if (plan.columns == 1) box_width = std::min(box_width, text_measure());
  box_width = std::max(1.0f, std::floor(box_width));
  const float boxes_width =
      box_width * float(plan.columns) + across * float(plan.columns - 1);  // all columns
  // A box that stands alone takes the whole width.
  const auto width_of = [&](const Spot& spot) {
    const auto beside = std::count_if(plan.spots.begin(), plan.spots.end(),
                                      [&](const Spot& each) { return each.line == spot.line; });
    return beside == 1 && spot.column == 0 ? boxes_width : box_width;
  };
  const auto inner_of = [&](const Spot& spot) { return std::max(1.0f, width_of(spot) - 2 * pad); };

  // A bracket's words stand under its last box, right of the arrow that leads on.
  const TextStyle note = small_style(Face::kBold);
  const float note_width = std::max(1.0f, boxes_width - px(kShaft) - px(16));
  std::vector<float> heights(size_t(plan.lines), 0), gaps(size_t(plan.lines), gap);
  for (size_t i = 0; i < plan.spots.size(); ++i) {
    float& height = heights[size_t(plan.spots[i].line)];
    height = std::max(
        height, words_of(picture.boxes[i], inner_of(plan.spots[i]), ImVec2(), false) + 2 * pad);
  }
  gaps.back() = 0;
  for (size_t i = 0; i < plan.brackets.size(); ++i) {
    if (plan.brackets[i].last < 0) continue;
    gaps[size_t(plan.brackets[i].last)] +=
        wrap(picture.spans[i].text, note, note_width).height(note) + px(8);
  }
  std::vector<float> tops;
  float total = 0;
  for (size_t i = 0; i < heights.size(); ++i) {
    tops.push_back(total);
    total += heights[i] + gaps[i];
  }
  const ImRect rect =
      s.layout.place(left_room + boxes_width + right_room, total, px(6), px(s.space.after_field));
  const float x = rect.Min.x + left_room, right_x = x + boxes_width;

  for (size_t i = 0; i < plan.spots.size(); ++i) {
    Spot& spot = plan.spots[i];
    const ImVec2 at(x + float(spot.column) * (box_width + across),
                    rect.Min.y + tops[size_t(spot.line)]);
    spot.rect = ImRect(at, ImVec2(at.x + width_of(spot), at.y + heights[size_t(spot.line)]));
    outline(spot.rect, Colour::kBorder, 1.5f, 6);
    words_of(picture.boxes[i], inner_of(spot), ImVec2(at.x + pad, at.y + pad), true);
  }
  for (const FlowPicture::Arrow& arrow : picture.arrows) {
    const size_t from = index_of(picture, arrow.from), to = index_of(picture, arrow.to);
    if (from == plan.spots.size() || to == plan.spots.size()) continue;
    if (!leads_down(plan, from, to, arrow.dashed)) continue;
    const ImRect &above = plan.spots[from].rect, &below = plan.spots[to].rect;
    ImVec2 start(above.Min.x + px(kShaft), above.Max.y);
    const ImVec2 end(below.Min.x + px(kShaft), below.Min.y);
    if (start.x != end.x) {
      const float turn = end.y - std::round(gap * .6f);
      stroke(start, ImVec2(start.x, turn), Colour::kBorder);
      stroke(ImVec2(start.x, turn), ImVec2(end.x, turn), Colour::kBorder);
      start = ImVec2(end.x, turn);
    }
    stroke(start, ImVec2(end.x, end.y - px(kHead)), Colour::kBorder);
    head(end, true, Colour::kBorder);
  }
  for (const Trunk& trunk : plan.trunks) {
    const Colour colour = trunk.dashed ? Colour::kAccent : Colour::kBorder;
    const float at = x - px(4) - (float(trunk.lane.place) + .5f) * lane;
    const float leaves = plan.spots[trunk.from].rect.Max.y - pad - float(trunk.lane.place) * px(6);
    stroke(ImVec2(x, leaves), ImVec2(at, leaves), colour, trunk.dashed);
    float top = leaves, bottom = leaves;
    for (size_t to : trunk.to) {
      const float y = plan.spots[to].rect.Min.y + pad + std::round(note.line_px / 2);
      stroke(ImVec2(at, y), ImVec2(x - px(kHead), y), colour, trunk.dashed);
      head(ImVec2(x, y), false, colour);
      top = std::min(top, y);
      bottom = std::max(bottom, y);
    }
    stroke(ImVec2(at, top), ImVec2(at, bottom), colour, trunk.dashed);
  }
  std::vector<float> written(size_t(plan.lines), 0);  // words under a line already
  for (size_t i = 0; i < plan.brackets.size(); ++i) {
    const Lane& bracket = plan.brackets[i];
    if (bracket.last < 0) continue;
    const WrappedText& words = wrap(picture.spans[i].text, note, note_width);
    const float at = right_x + (float(bracket.place) + .5f) * lane;
    const float top = rect.Min.y + tops[size_t(bracket.first)] + px(6);
    float& under = written[size_t(bracket.last)];
    const ImVec2 place(
        right_x - px(8) - std::ceil(words.width),
        rect.Min.y + tops[size_t(bracket.last)] + heights[size_t(bracket.last)] + px(6) + under);
    const float middle = place.y + std::round(words.height(note) / 2);
    stroke(ImVec2(right_x + px(3), top), ImVec2(at, top), Colour::kAccent);
    stroke(ImVec2(at, top), ImVec2(at, middle), Colour::kAccent);
    stroke(ImVec2(at, middle), ImVec2(right_x - px(3), middle), Colour::kAccent);
    paint(words, note, place, Colour::kText);
    under += words.height(note) + px(8);
  }
  emit(id_of(key), Role::kImage, text, rect);
}

}  // namespace ui
