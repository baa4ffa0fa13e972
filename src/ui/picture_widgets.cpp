// Drawings with an equal in words: where a case is among its stages, and which days of a deadline
// count.
#include <algorithm>
#include <cmath>

#include "ui/drawing.h"

namespace ui {
namespace {

using Stage = StageMark::State;

// Every state has a shape of its own: tick, dash, full, hollow, exclamation mark.
void draw_station(ImVec2 centre, float radius, Stage stage) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float thick = px(2.4f);
  switch (stage) {
    case Stage::kPassed:
      list->AddCircleFilled(centre, radius, colour32(Colour::kPrimary));
      tick(centre, radius * .95f, px(3), Colour::kOnPrimary);
      return;
    case Stage::kSkipped:
      list->AddCircleFilled(centre, radius, colour32(Colour::kPage));
      list->AddCircle(centre, radius - thick / 2, colour32(Colour::kBorder), 0, thick);
      list->AddLine(ImVec2(centre.x - radius * .4f, centre.y),
                    ImVec2(centre.x + radius * .4f, centre.y), colour32(Colour::kBorder), px(3));
      return;
    case Stage::kCurrent:
      list->AddCircleFilled(centre, radius + px(4), colour32(Colour::kPage));
      list->AddCircle(centre, radius + px(3), colour32(Colour::kAccent), 0, px(3));
      list->AddCircleFilled(centre, radius * .68f, colour32(Colour::kAccent));
      return;
    case Stage::kAhead:
      list->AddCircleFilled(centre, radius, colour32(Colour::kPage));
      list->AddCircle(centre, radius - thick / 2, colour32(Colour::kBorder), 0, thick);
      return;
    case Stage::kOverdue: {
      list->AddCircleFilled(centre, radius + px(2), colour32(Colour::kWarning));
      const TextStyle style = text_style({state().type.body.css_px * 1.1f, 1}, Face::kBold);
      const WrappedText& sign = wrap("!", style, 1e9f);
      paint(sign, style,
            ImVec2(centre.x - std::round(sign.width / 2), centre.y - std::round(style.px / 2)),
            Colour::kOnWarning);
      return;
    }
  }
}

bool reached(Stage stage) {
  return stage == Stage::kPassed || stage == Stage::kSkipped;
}

void join(ImVec2 from, ImVec2 to, bool done) {
  ImGui::GetWindowDrawList()->AddLine(from, to,
                                      colour32(done ? Colour::kPrimary : Colour::kDivider), px(4));
}

struct StageLook {
  TextStyle bold, plain;
  float radius, room;  // of a station: its circle, and the air around that
  float label_width;   // of the longest: a stage's words must not be cut within a word
};

StageLook stage_look(const std::vector<StageMark>& stages) {
  StageLook look{small_style(Face::kBold), small_style(), px(15), px(22), 0};
  for (const StageMark& stage : stages) {
    look.label_width = std::max(look.label_width, wrap(stage.label, look.bold, 1e9f).width);
  }
  return look;
}

bool is_quiet(Stage stage) {
  return stage == Stage::kAhead || stage == Stage::kSkipped;
}

// The stations and the lines between them.
void draw_stations(const std::vector<StageMark>& stages, const std::vector<ImVec2>& centres,
                   float radius) {
  for (size_t i = 0; i + 1 < stages.size(); ++i) {
    join(centres[i], centres[i + 1], reached(stages[i].state));
  }
  for (size_t i = 0; i < stages.size(); ++i) draw_station(centres[i], radius, stages[i].state);
}

// Beside one another with all their words, or under one another.
ImRect all_in_words(const std::vector<StageMark>& stages, const StageLook& look, bool across) {
  State& s = state();
  const float width = s.layout.width(), gap = px(12), room = look.room, radius = look.radius;
  const float share = std::floor(width / static_cast<float>(stages.size()));
  const float words_width = std::max(1.0f, across ? share - gap : width - 2 * radius - gap);
  const auto words_height = [&](const StageMark& stage) {
    return wrap(stage.label, look.bold, words_width).height(look.bold) +
           wrap(stage.title, look.plain, words_width).height(look.plain);
  };
  const auto step = [&](const StageMark& stage) {  // downwards
    return std::max(2 * room, words_height(stage) + px(4)) + px(10);
  };
  float height = 0;
  for (const StageMark& stage : stages) {
    height = across ? std::max(height, words_height(stage)) : height + step(stage);
  }
  if (across) height += 2 * room + px(8);
  const ImRect rect = s.layout.place(across ? share * static_cast<float>(stages.size()) : width,
                                     height, px(6), px(s.space.after_field));
  std::vector<ImVec2> centres;
  ImVec2 at = rect.Min;
  for (const StageMark& stage : stages) {
    centres.push_back(ImVec2(at.x + radius, at.y + room));
    if (across) at.x += share;
    if (!across) at.y += step(stage);
  }
  draw_stations(stages, centres, radius);
  for (size_t i = 0; i < stages.size(); ++i) {
    const StageMark& stage = stages[i];
    const WrappedText& label = wrap(stage.label, look.bold, words_width);
    ImVec2 words(centres[i].x - radius, centres[i].y + room + px(4));
    if (!across) {
      words = ImVec2(centres[i].x + radius + gap,
                     centres[i].y - std::round(std::min(words_height(stage), 2 * room) / 2));
    }
    const Colour ink = is_quiet(stage.state) ? Colour::kHint : Colour::kText;
    paint(label, look.bold, words, ink);
    words.y += label.height(look.bold);
    paint(wrap(stage.title, look.plain, words_width), look.plain, words, ink);
  }
  return rect;
}

// On a telephone: the stations beside one another, with their labels where those fit; in words
// where the case is, and what comes next.
ImRect where_in_words(const std::vector<StageMark>& stages, const StageLook& look) {
  State& s = state();
  const float width = s.layout.width();
  const float share = std::floor(width / static_cast<float>(stages.size()));
  const bool labelled = look.label_width + px(4) <= share;
  std::string here, next;
  for (const StageMark& stage : stages) {
    const bool current = stage.state == Stage::kCurrent || stage.state == Stage::kOverdue;
    if (current) here = (labelled ? "" : stage.label + ": ") + stage.title;
    if (stage.state == Stage::kAhead && !here.empty() && next.empty()) {
      next = "Next: " + stage.label + ", " + stage.title;
    }
  }
  const WrappedText& now = wrap(here, look.bold, width);
  const WrappedText& then = wrap(next, look.plain, width);
  const float stations = 2 * look.room + (labelled ? look.bold.line_px : 0) + px(6);
  const float height = stations + (here.empty() ? 0 : now.height(look.bold)) +
                       (next.empty() ? 0 : then.height(look.plain));
  const ImRect rect = s.layout.place(width, height, px(6), px(s.space.after_field));
  std::vector<ImVec2> centres;
  for (size_t i = 0; i < stages.size(); ++i) {
    const float left = rect.Min.x + share * static_cast<float>(i);
    centres.push_back(
        ImVec2(left + (labelled ? std::round(share / 2) : look.room), rect.Min.y + look.room));
  }
  draw_stations(stages, centres, look.radius);
  ImVec2 at(rect.Min.x, rect.Min.y + 2 * look.room);
  for (size_t i = 0; labelled && i < stages.size(); ++i) {
    const WrappedText& label = wrap(stages[i].label, look.bold, share);
    paint(label, look.bold, ImVec2(centres[i].x - std::round(label.width / 2), at.y),
          is_quiet(stages[i].state) ? Colour::kHint : Colour::kText);
  }
  at.y = rect.Min.y + stations;
  if (!here.empty()) paint(now, look.bold, at, Colour::kText);
  at.y += now.height(look.bold);
  if (!next.empty()) paint(then, look.plain, at, Colour::kHint);
  return rect;
}

}  // namespace

void stage_picture(std::string_view key, const std::vector<StageMark>& stages,
                   std::string_view text) {
  if (stages.empty()) return;
  const StageLook look = stage_look(stages);
  const float share = std::floor(state().layout.width() / static_cast<float>(stages.size()));
  const bool across = share >= std::max(em(7.2f), look.label_width + px(12));
  const bool in_a_row = share >= 2 * look.room;
  const ImRect rect =
      !across && in_a_row ? where_in_words(stages, look) : all_in_words(stages, look, across);
  emit(id_of(key), Role::kImage, text, rect);
}

void day_strip(std::string_view key, const std::vector<DayMark>& days, std::string_view text) {
  State& s = state();
  if (days.empty()) return;
  const TextStyle small = small_style(), bold = body_style(Face::kBold),
                  note = small_style(Face::kBold);
  const float gap = px(4), pad = px(6);
  const float width = s.layout.width();
  float note_width = wrap("Start", note, 1e9f).width;
  for (const DayMark& day : days) {
    if (day.counted == 0) continue;
    const std::string count = "Day " + std::to_string(day.counted);
    note_width = std::max(note_width, wrap(count, note, 1e9f).width);
  }
  note_width = std::ceil(note_width);
  const float week = std::floor((width - 6 * gap) / 7);  // a cell when seven just fit
  const float roomy = std::max(px(48), note_width + 2 * px(6));
  const float cell = week < roomy && week >= note_width + px(2) ? week : roomy;
  size_t a_row = std::max<size_t>(1, static_cast<size_t>((width + gap) / (cell + gap)));
  if (a_row < days.size() && a_row >= 7) a_row -= a_row % 7;  // whole weeks under each other
  a_row = std::min(a_row, days.size());
  const size_t rows = (days.size() + a_row - 1) / a_row;
  const float height = 2 * pad + small.line_px + bold.line_px + note.line_px;
  const float across = static_cast<float>(a_row) * (cell + gap) - gap;
  const ImRect rect = s.layout.place(across, static_cast<float>(rows) * (height + gap) - gap, px(6),
                                     px(s.space.after_field));
  ImDrawList* list = ImGui::GetWindowDrawList();
  for (size_t i = 0; i < days.size(); ++i) {
    const DayMark& day = days[i];
    const ImVec2 at(rect.Min.x + static_cast<float>(i % a_row) * (cell + gap),
                    rect.Min.y + static_cast<float>(i / a_row) * (height + gap));
    const ImRect box(at, ImVec2(at.x + cell, at.y + height));
    Colour back = Colour::kPage, front = Colour::kText, quiet = Colour::kHint;
    if (day.skipped) {
      back = Colour::kShaded;
      front = quiet = Colour::kOnShaded;
    }
    if (day.end) {
      back = Colour::kPrimary;
      front = quiet = Colour::kOnPrimary;
    }
    fill(box, back, 4);
    if (day.skipped && !day.end) {  // hatched as well as shaded
      list->PushClipRect(box.Min, box.Max, true);
      for (float x = box.Min.x - height; x < box.Max.x; x += px(9)) {
        list->AddLine(ImVec2(x, box.Max.y), ImVec2(x + height, box.Min.y),
                      colour32(Colour::kDivider), 1);
      }
      list->PopClipRect();
    } else if (day.end) {
      if (s.display.theme == Theme::kForced) outline(box, Colour::kText, 4, 4);
    } else {
      outline(box, day.start ? Colour::kAccent : Colour::kDivider, day.start ? 3 : 1, 4);
    }
    const auto line = [&](std::string_view words, const TextStyle& style, float y, Colour colour) {
      paint(wrap(words, style, 1e9f), style, ImVec2(box.Min.x, y), colour, {Align::kCentre, cell});
    };
    line(day.weekday, small, box.Min.y + pad, quiet);
    line(day.day, bold, box.Min.y + pad + small.line_px, front);
    const float last = box.Min.y + pad + small.line_px + bold.line_px;
    if (day.start) line("Start", note, last, day.skipped ? Colour::kOnShaded : Colour::kAccent);
    if (day.counted > 0 && !day.start)
      line("Day " + std::to_string(day.counted), note, last, front);
  }
  emit(id_of(key), Role::kImage, text, rect);
}

}  // namespace ui
