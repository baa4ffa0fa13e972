#include "ui/month_grid.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "calendar/civil_date.h"
#include "ui/drawing.h"

namespace ui {
namespace {

constexpr size_t kWeek = 7;
constexpr calendar::Date kMonday =
    std::chrono::year{2026} / 1 / 5;  // any: its week names the columns

struct GridLook {
  TextStyle number = body_style(), strong = body_style(Face::kBold), note = small_style();
  float pad = px(6), column = 0;
  bool roomy = false;  // room for words beneath the numbers
};

float pill_height(const GridLook& look) {
  return look.note.line_px + px(4);
}

size_t shown(const MonthCell& day, const GridLook& look) {
  return look.roomy ? day.due.size() : 0;
}

// The pills of a day: what is due, and how much more; where there is no room, how much alone.
size_t pills(const MonthCell& day, const GridLook& look) {
  return shown(day, look) + (day.count > shown(day, look) ? 1 : 0);
}

float height_of(const MonthCell& day, const GridLook& look) {
  float height = 2 * look.pad + look.number.line_px;
  height += static_cast<float>(pills(day, look)) * (pill_height(look) + px(2));
  if (look.roomy && !day.note.empty()) {
    height += wrap(day.note, look.note, look.column - 2 * look.pad).height(look.note);
  }
  return std::max(height, px(kMinTarget));
}

void draw_heads(NodeId table, const GridLook& look) {
  State& s = state();
  const TextStyle style = small_style(Face::kBold);
  const ImRect row = s.layout.place(s.layout.width(), style.line_px + look.pad, 0, 0);
  const NodeId id = id_of(table, "header");
  emit(id, Role::kRow, {}, row).level = 1;
  s.semantics.push_parent(id);
  for (size_t i = 0; i < kWeek; ++i) {
    const std::string day =
        calendar::weekday_name(calendar::plus_days(kMonday, static_cast<int>(i)));
    const float two = wrap(day.substr(0, 2), style, 1e9f).width;
    const size_t letters = look.roomy ? day.size() : two + look.pad <= look.column ? 2 : 1;
    const WrappedText& words = wrap(day.substr(0, letters), style, 1e9f);
    const ImVec2 at(row.Min.x + static_cast<float>(i) * look.column + look.pad, row.Min.y);
    paint(words, style, at, Colour::kHint);
    emit(id_of(id, day), Role::kColumnHeader, day,
         ImRect(at, ImVec2(at.x + look.column - look.pad, row.Max.y)));
  }
  s.semantics.pop_parent();
}

// As much of it as fits on one line.
std::string fitted(const std::string& text, const TextStyle& style, float width) {
  size_t length = base::code_point_count(text);
  std::string cut = text;
  for (float wide = 0; length > 1 && (wide = wrap(cut, style, 1e9f).width) > width;) {
    length = std::min(length - 1, static_cast<size_t>(static_cast<float>(length) * width / wide));
    cut = base::shortened(text, length);
  }
  return cut;
}

void draw_pill(const std::string& text, bool late, ImVec2& at, const GridLook& look) {
  const float side = look.roomy ? px(6) : px(2);
  const WrappedText& words = wrap(text, look.note, 1e9f);
  const ImRect pill(at, ImVec2(at.x + std::ceil(words.width) + 2 * side, at.y + pill_height(look)));
  fill(pill, late ? Colour::kTagOverdue : Colour::kPrimary, late ? 2 : 10);
  if (state().display.theme == Theme::kForced) outline(pill, Colour::kText, late ? 3 : 1, 2);
  paint(words, look.note, ImVec2(at.x + side, at.y + px(2)),
        late ? Colour::kOnTagOverdue : Colour::kOnPrimary);
  at.y += pill_height(look) + px(2);
}

void draw_entries(const MonthCell& day, ImVec2& at, const GridLook& look) {
  const size_t first = shown(day, look), more = day.count - first;
  const float room = look.column - 2 * look.pad - px(2) - 2 * px(6);
  size_t late = day.late;
  for (size_t i = 0; i < first; ++i) {
    late -= day.due[i].late ? 1 : 0;
    draw_pill(fitted(day.due[i].text, look.note, room), day.due[i].late, at, look);
  }
  if (more > 0) draw_pill((first > 0 ? "+" : "") + std::to_string(more), late > 0, at, look);
}

// True when it was pressed.
bool draw_day(NodeId id, const MonthCell& day, const ImRect& box, const GridLook& look) {
  State& s = state();
  const bool link = day.count > 0;
  const NodeId inner = id_of(id, "link");
  const Touch pressed = link ? touch(inner, box) : Touch{};
  if (day.off) fill(box, Colour::kShaded);
  outline(box, day.today ? Colour::kAccent : Colour::kDivider, day.today ? 3 : 1);
  if (link && pressed.hovered) outline(box, Colour::kLinkHover, 2);
  const TextStyle& style = day.today ? look.strong : look.number;
  ImVec2 at(box.Min.x + look.pad, box.Min.y + look.pad);
  const Colour quiet = day.off ? Colour::kOnShaded : Colour::kHint;
  paint(wrap(day.number, style, 1e9f), style, at,
        day.faint ? quiet
        : day.off ? Colour::kOnShaded
                  : Colour::kText);
  at.y += style.line_px;
  if (link) draw_entries(day, at, look);
  if (look.roomy && !day.note.empty()) {
    paint(wrap(day.note, look.note, look.column - 2 * look.pad), look.note, at, quiet);
  }
  if (link && shows_focus(inner)) ring(box);
  Node& cell = emit(id, Role::kCell, {}, box);
  if (!link) {
    cell.value = day.name;
    return false;
  }
  s.semantics.push_parent(id);
  emit(inner, Role::kLink, day.name, box);
  s.semantics.pop_parent();
  return pressed.pressed;
}

}  // namespace

int month_grid(std::string_view key, std::string_view name, const std::vector<MonthCell>& days) {
  State& s = state();
  GridLook look;
  const float width = s.layout.width();
  look.column = std::floor(width / static_cast<float>(kWeek));
  look.roomy = look.column >= em(5);
  if (!look.roomy) look.pad = px(3);
  const NodeId table = id_of(key);
  const float left = s.layout.x(), top = s.layout.bottom();
  emit(table, Role::kTable, name, ImRect(left, top, left, top)).level =
      static_cast<int>(days.size() / kWeek) + 1;
  s.semantics.push_parent(table);
  draw_heads(table, look);
  int pressed = -1;
  for (size_t week = 0; week + kWeek <= days.size(); week += kWeek) {
    float height = 0;
    for (size_t i = 0; i < kWeek; ++i) height = std::max(height, height_of(days[week + i], look));
    const bool last = week + kWeek == days.size();
    const ImRect row = s.layout.place(width, height, 0, last ? px(s.space.after_field) : 0);
    const NodeId id = id_of(table, std::to_string(week));
    emit(id, Role::kRow, {}, row).level = static_cast<int>(week / kWeek) + 2;
    s.semantics.push_parent(id);
    for (size_t i = 0; i < kWeek; ++i) {
      const ImVec2 at(row.Min.x + static_cast<float>(i) * look.column, row.Min.y);
      const ImRect box(at, ImVec2(at.x + look.column - px(2), row.Max.y - px(2)));
      if (draw_day(id_of(id, std::to_string(i)), days[week + i], box, look)) {
        pressed = static_cast<int>(week + i);
      }
    }
    s.semantics.pop_parent();
  }
  s.semantics.pop_parent();
  set_extent(table, ImRect(left, top, left + width, s.layout.bottom()));
  return pressed;
}

}  // namespace ui
