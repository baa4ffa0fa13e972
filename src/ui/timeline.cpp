// One line of time, from left to right: stages as bars on an axis of days, what happened as dots,
// deadlines as flags, today as a line. Days that do not count are shaded, and the axis is thin
// there. Words that would meet others are left out: the same is told in words by the caller.
#include <algorithm>
#include <cmath>

#include "ui/drawing.h"

namespace ui {
namespace {

constexpr float kFewestDays = 7;  // across, at the closest
constexpr float kLeastDay = 5;    // CSS pixels a day, at first
constexpr float kStep = 1.6f;     // closer and wider
constexpr float kMove = .5f;      // of what is shown: earlier and later
constexpr int kLabelRows = 3;     // above the bars
constexpr float kBar = 30, kPole = 2, kDot = 7;
constexpr float kShort = 20;  // a pole without words: it ends beneath all words

using View = State::TimelineView;

// Where things stand in the drawing.
struct Axis {
  ImRect area;
  float first = 0, day = 1;  // the day at the left edge, and the width of one
  float at(float index) const { return area.Min.x + (index - first) * day; }
  float middle(size_t index) const { return std::round(at(static_cast<float>(index) + .5f)); }
  bool shows(size_t index) const {
    const float x = middle(index);
    return x >= area.Min.x && x <= area.Max.x;
  }
};

void keep_within(View& view, float days) {
  view.shown = std::clamp(view.shown, std::min(kFewestDays, days), days);
  view.first = std::clamp(view.first, 0.0f, days - view.shown);
}

// All days when they can be told apart, else those around today.
View first_view(const Timeline& line, float width) {
  const float days = static_cast<float>(line.days.size());
  View view;
  view.shown = std::min(days, std::max(kFewestDays, std::floor(width / px(kLeastDay))));
  view.first = static_cast<float>(line.today) + .5f - view.shown / 2;
  keep_within(view, days);
  return view;
}

// About today when it is to be seen, else about the middle.
void zoom(View& view, float by, const Timeline& line) {
  const float today = static_cast<float>(line.today) + .5f;
  const bool seen = today >= view.first && today <= view.first + view.shown;
  const float about = seen ? today : view.first + view.shown / 2;
  const float share = (about - view.first) / view.shown;
  view.shown *= by;
  keep_within(view, static_cast<float>(line.days.size()));
  view.first = about - share * view.shown;
  keep_within(view, static_cast<float>(line.days.size()));
}

struct Knob {
  const char* label;
  const char* keys;
  bool useless;
};

// A button of the row beneath; what cannot be done now is grey and says so, and keeps the focus.
bool knob(NodeId group, const Knob& each, bool first) {
  State& s = state();
  if (!first) s.layout.same_row();
  const float gap = px(8);
  const ImVec2 size = button_size(each.label, s.layout.width());
  // Narrow: two and two, as wide as the line.
  const float width = s.narrow ? std::floor((s.layout.width() - gap) / 2) : size.x;
  const ImRect place = s.layout.place_inline(width, size.y, gap, gap, px(s.space.after_field));
  const NodeId id = id_of(group, each.label);
  if (!each.useless) {
    const bool pressed = draw_button(id, each.label, place, ButtonKind::kSecondary);
    s.semantics.set_keys(id, each.keys);
    return pressed;
  }
  const TextStyle style = body_style(Face::kBold);
  const WrappedText& words = wrap(each.label, style, place.GetWidth());
  if (shows_focus(id)) ring(place, 4);
  if (s.display.theme != Theme::kForced) outline(place, Colour::kDivider, 2, 4);
  paint(
      words, style,
      ImVec2(place.Min.x, place.Min.y + std::round((place.GetHeight() - words.height(style)) / 2)),
      Colour::kHint, {Align::kCentre, place.GetWidth()});
  s.semantics.take_activation(id);
  Node& node = emit(id, Role::kButton, each.label, place);
  node.disabled = true;
  node.keys = each.keys;
  return false;
}

// The lane of each bar, so that bars which run at once stand under one another.
std::vector<int> lanes_of(const std::vector<Timeline::Bar>& bars) {
  std::vector<int> lanes(bars.size(), 0);
  for (size_t i = 0; i < bars.size(); ++i) {
    const auto taken = [&](int lane) {
      for (size_t j = 0; j < i; ++j) {
        if (lanes[j] == lane && bars[i].from < bars[j].to && bars[j].from < bars[i].to) return true;
      }
      return false;
    };
    while (taken(lanes[i])) ++lanes[i];
  }
  return lanes;
}

bool meets(const std::vector<ImRect>& placed, const ImRect& rect) {
  return std::any_of(placed.begin(), placed.end(),
                     [&](const ImRect& other) { return other.Overlaps(rect); });
}

void draw_sign(ImVec2 foot, float top, const Timeline::Mark& mark) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Colour ink = mark.overdue ? Colour::kError : mark.flag ? Colour::kText : Colour::kAccent;
  const float thick = px(kPole);
  list->AddRectFilled(ImVec2(foot.x - std::floor(thick / 2), top),
                      ImVec2(foot.x + std::ceil(thick / 2), foot.y), colour32(ink));
  if (!mark.flag) {
    list->AddCircleFilled(foot, px(kDot), colour32(Colour::kPage));
    list->AddCircleFilled(foot, px(kDot - 2), colour32(ink));
    return;
  }
  // A pennant; overdue, a full square with its mark of exclamation.
  const float tall = px(16), wide = px(mark.overdue ? 16 : 13);
  if (!mark.overdue) {
    list->AddTriangleFilled(ImVec2(foot.x, top), ImVec2(foot.x + wide, top + tall / 2),
                            ImVec2(foot.x, top + tall), colour32(ink));
    return;
  }
  list->AddRectFilled(ImVec2(foot.x, top), ImVec2(foot.x + wide, top + tall), colour32(ink));
  const float x = std::round(foot.x + wide / 2);
  list->AddLine(ImVec2(x, top + px(3)), ImVec2(x, top + px(9)), colour32(Colour::kPage), px(2.4f));
  list->AddCircleFilled(ImVec2(x, top + px(12.5f)), px(1.6f), colour32(Colour::kPage));
}

// A pole, from its words down to the bars.
struct Pole {
  size_t day = 0;
  ImRect rect;
};
bool meets(const std::vector<Pole>& placed, size_t day, const ImRect& rect) {
  return std::any_of(placed.begin(), placed.end(), [&](const Pole& other) {
    return other.day != day && other.rect.Overlaps(rect);
  });
}

// Poles with their words in rows above the bars. Deadlines are placed first: they matter most.
void draw_marks(const Axis& axis, const Timeline& line, float labels_top, float foot) {
  const TextStyle plain = small_style(), bold = small_style(Face::kBold);
  const float row = plain.line_px + px(4);
  std::vector<ImRect> labels;
  std::vector<Pole> poles;
  if (line.today < line.days.size() && axis.shows(line.today)) {
    const float x = axis.middle(line.today);
    labels.push_back(ImRect(x - px(3), labels_top, x + px(3), foot));
  }
  for (int turn = 0; turn < 2; ++turn) {
    for (const Timeline::Mark& mark : line.marks) {
      if (mark.flag != (turn == 0) || mark.day >= line.days.size() || !axis.shows(mark.day)) {
        continue;
      }
      const TextStyle& style = mark.flag ? bold : plain;
      const float x = axis.middle(mark.day), lead = px(mark.flag ? 20 : 7);
      const float sign = x + px(mark.flag ? 18 : 2);
      const WrappedText& words = wrap(mark.label, style, 1e9f);
      const float width = std::ceil(words.width);
      ImRect pole(x - px(2), foot - px(kShort - 2), sign, foot);
      bool done = false;
      for (int i = kLabelRows - 1; i >= 0 && !done; --i) {
        const float y = labels_top + static_cast<float>(i) * row;
        for (const float from : {x + lead, x - px(7) - width}) {
          const ImRect label(from - px(3), y, from + width + px(3), y + plain.line_px);
          const ImRect high(x - px(2), y, sign, foot);
          if (label.Min.x < axis.area.Min.x || label.Max.x > axis.area.Max.x) continue;
          if (meets(labels, label) || meets(poles, mark.day, label) || meets(labels, high))
            continue;
          paint(words, style, ImVec2(from, y), mark.overdue ? Colour::kError : Colour::kText);
          labels.push_back(label);
          pole = high;
          pole.Min.y += px(2);
          done = true;
          break;
        }
      }
      draw_sign(ImVec2(x, foot), pole.Min.y, mark);
      poles.push_back({mark.day, pole});
    }
  }
}

float bar_height() {
  return std::max(px(kBar), small_style().line_px + px(6));
}

void draw_bars(const Axis& axis, const Timeline& line, const std::vector<int>& lanes, float top) {
  const TextStyle plain = small_style(), bold = small_style(Face::kBold);
  const float tall = bar_height();
  for (size_t i = 0; i < line.bars.size(); ++i) {
    const Timeline::Bar& bar = line.bars[i];
    const float y = top + static_cast<float>(lanes[i]) * (tall + px(4));
    const float from = std::max(axis.area.Min.x, axis.at(static_cast<float>(bar.from)) + px(1));
    const float to = std::min(axis.area.Max.x, axis.at(static_cast<float>(bar.to) + 1) - px(1));
    if (to <= axis.area.Min.x || from >= axis.area.Max.x) continue;
    const ImRect rect(from, y, std::max(to, from + px(3)), y + tall);
    fill(rect, bar.current ? Colour::kPrimary : Colour::kTagRunning, 4);
    const bool forced = state().display.theme == Theme::kForced;
    if (!bar.current || forced) outline(rect, Colour::kAccent, bar.current ? 3 : 1, 4);
    const TextStyle& style = bar.current ? bold : plain;
    const WrappedText& words = wrap(bar.label, style, 1e9f);
    if (words.width + px(12) > rect.GetWidth()) continue;
    paint(words, style, ImVec2(rect.Min.x + px(6), y + std::round((tall - style.line_px) / 2)),
          bar.current ? Colour::kOnPrimary : Colour::kOnTagRunning);
  }
}

// Dates under the axis, at even steps; a month's first keeps its place where two would meet.
void draw_dates(const Axis& axis, const Timeline& line, float y) {
  const TextStyle plain = small_style(), bold = small_style(Face::kBold);
  ImDrawList* list = ImGui::GetWindowDrawList();
  float widest = 1;
  for (const Timeline::Day& day : line.days) {
    widest = std::max(widest, wrap(day.label, plain, 1e9f).width);
  }
  const auto names_month = [&](size_t i) {
    return !line.days[i].label.empty() &&
           (line.days[i].label[0] < '0' || line.days[i].label[0] > '9');
  };
  size_t step = 1;
  for (const size_t wider : {size_t(2), size_t(7), size_t(14), size_t(1'000'000)}) {
    if (static_cast<float>(step) * axis.day >= widest + px(14)) break;
    step = wider;
  }
  std::vector<ImRect> placed;
  for (int turn = 0; turn < 2; ++turn) {
    for (size_t i = 0; i < line.days.size(); ++i) {
      if (!axis.shows(i) || names_month(i) != (turn == 0)) continue;
      const bool month = turn == 0;
      const float x = axis.middle(i);
      if (axis.day >= px(10) || month) {
        list->AddLine(ImVec2(x, y), ImVec2(x, y + px(month ? 8 : 4)), colour32(Colour::kBorder),
                      px(1));
      }
      if (!month && (step > 14 || i % step != 0)) continue;
      const TextStyle& style = month ? bold : plain;
      const WrappedText& words = wrap(line.days[i].label, style, 1e9f);
      const float width = std::ceil(words.width);
      const float from = std::clamp(std::round(x - width / 2), axis.area.Min.x,
                                    std::max(axis.area.Min.x, axis.area.Max.x - width));
      const ImRect rect(from - px(5), y, from + width + px(5), y + style.line_px);
      if (meets(placed, rect)) continue;
      paint(words, style, ImVec2(from, y + px(9)), month ? Colour::kText : Colour::kHint);
      placed.push_back(rect);
    }
  }
}

void draw_days(const Axis& axis, const Timeline& line, float bottom) {
  for (size_t i = 0; i < line.days.size(); ++i) {
    const float from = std::max(axis.area.Min.x, std::round(axis.at(static_cast<float>(i))));
    const float to = std::min(axis.area.Max.x, std::round(axis.at(static_cast<float>(i) + 1)));
    if (to <= from) continue;
    const bool off = line.days[i].off;
    if (off) fill(ImRect(from, axis.area.Min.y, to, bottom), Colour::kShaded);
    const float thick = px(off ? 1 : 3);
    fill(ImRect(from, bottom - thick, to, bottom), Colour::kBorder);
  }
}

void draw_today(const Axis& axis, const Timeline& line, float top, float bottom) {
  if (line.today >= line.days.size() || !axis.shows(line.today)) return;
  const TextStyle style = small_style(Face::kBold);
  const float x = axis.middle(line.today), thick = px(3);
  const WrappedText& words = wrap("Today", style, 1e9f);
  const float width = std::ceil(words.width) + px(12), height = style.line_px + px(2);
  const float from = std::clamp(std::round(x - width / 2), axis.area.Min.x,
                                std::max(axis.area.Min.x, axis.area.Max.x - width));
  fill(ImRect(x - std::floor(thick / 2), top, x + std::ceil(thick / 2), bottom), Colour::kText);
  const ImRect chip(from, top, from + width, top + height);
  fill(chip, Colour::kText, 3);
  paint(words, style, ImVec2(from + px(6), top + px(1)), Colour::kPage);
}

}  // namespace

void timeline(std::string_view key, const Timeline& line, std::string_view text) {
  State& s = state();
  if (line.days.empty()) return;
  const NodeId group = id_of(key), image = id_of(group, "picture");
  const TextStyle small = small_style();
  const float width = s.layout.width(), days = static_cast<float>(line.days.size());
  const auto found = s.timelines.find(group);
  View& view =
      found != s.timelines.end() ? found->second : (s.timelines[group] = first_view(line, width));
  keep_within(view, days);

  const std::vector<int> lanes = lanes_of(line.bars);
  int lane_count = 1;
  for (const int lane : lanes) lane_count = std::max(lane_count, lane + 1);
  const float chip = small.line_px + px(8);
  const float labels = static_cast<float>(kLabelRows) * (small.line_px + px(4)) + px(kShort);
  const float bars = static_cast<float>(lane_count) * (bar_height() + px(4)) + px(8);
  const float dates = small.line_px + px(12);
  const ImRect rect =
      s.layout.place(width, chip + labels + bars + dates, px(6), px(s.space.after_text));
  emit(group, Role::kGroup, "Timeline", rect);
  s.semantics.push_parent(group);
  const Touch held = touch(image, rect, Pointer::kArrow);
  if (held.held && view.shown < days) {
    view.first -= ImGui::GetIO().MouseDelta.x / width * view.shown;
    keep_within(view, days);
  }
  const Axis axis{rect, view.first, width / view.shown};
  const float labels_top = rect.Min.y + chip, foot = labels_top + labels;
  const float bottom = foot + bars;
  ImGui::PushClipRect(rect.Min, rect.Max, true);
  draw_days(axis, line, bottom);
  draw_today(axis, line, rect.Min.y, bottom);
  draw_bars(axis, line, lanes, foot + px(6));
  draw_marks(axis, line, labels_top, foot);
  draw_dates(axis, line, bottom);
  ImGui::PopClipRect();
  emit(image, Role::kImage, text, rect);

  const bool all = view.shown >= days;
  const Knob knobs[] = {{"Earlier", "ArrowLeft", view.first <= 0},
                        {"Later", "ArrowRight", view.first >= days - view.shown},
                        {"Closer", "Plus", view.shown <= std::min(kFewestDays, days)},
                        {"Wider", "Minus", all}};
  int pressed = -1;
  for (int i = 0; i < 4; ++i) {
    if (knob(group, knobs[i], i == 0)) pressed = i;
  }
  s.semantics.pop_parent();
  set_extent(group, ImRect(rect.Min, ImVec2(rect.Max.x, s.layout.bottom())));
  if (pressed < 0) return;
  if (pressed == 0) view.first -= view.shown * kMove;
  if (pressed == 1) view.first += view.shown * kMove;
  if (pressed > 1) zoom(view, pressed == 2 ? 1 / kStep : kStep, line);
  keep_within(view, days);
  context().wake();
}

}  // namespace ui
