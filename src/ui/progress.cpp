// How far something has come: a bar for what takes long, steps for a series of questions. Neither
// moves by itself: nothing is drawn while nothing has happened.
#include <algorithm>
#include <cmath>

#include "ui/drawing.h"

namespace ui {
namespace {

// Stripes say that something is under way without saying how much of it is done.
void stripes(const ImRect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float height = rect.GetHeight(), step = px(16), thick = px(6);
  list->PushClipRect(rect.Min, rect.Max, true);
  for (float x = rect.Min.x - height; x < rect.Max.x + height; x += step) {
    list->AddLine(ImVec2(x, rect.Max.y), ImVec2(x + height, rect.Min.y), colour32(Colour::kAccent),
                  thick);
  }
  list->PopClipRect();
}

// Done and current are thick, those ahead thin: not told by colour alone.
void step_bar(ImVec2 at, float width, bool reached) {
  const float thick = px(reached ? 6 : 2), middle = at.y + px(3);
  const ImRect bar(at.x, middle - thick / 2, at.x + width, middle + thick / 2);
  fill(bar, reached ? Colour::kAccent : Colour::kBorder, reached ? 3 : 0);
}

}  // namespace

bool progress(std::string_view key, std::string_view words, float share, std::string_view stop) {
  State& s = state();
  const TextStyle style = body_style(Face::kBold);
  const bool known = share >= 0;
  const int per_cent = static_cast<int>(std::lround(std::clamp(share, 0.0f, 1.0f) * 100));
  const std::string count = known ? std::to_string(per_cent) + "%" : "";
  const float width = s.layout.measure(text_measure()), gap = px(16), bar = px(16);
  const float count_width = known ? std::ceil(wrap("100%", style, 1e9f).width) : 0;
  const WrappedText& said = wrap(words, style, std::max(1.0f, width - count_width - gap));
  const float height = said.height(style) + px(8) + bar;
  const ImRect rect = s.layout.place(width, height, px(6), px(s.space.after_text));
  paint(said, style, rect.Min, Colour::kText);
  if (known) {
    const WrappedText& number = wrap(count, style, 1e9f);
    paint(number, style, ImVec2(rect.Max.x - std::ceil(number.width), rect.Min.y), Colour::kText);
  }
  const ImRect track(rect.Min.x, rect.Max.y - bar, rect.Max.x, rect.Max.y);
  fill(track, Colour::kPage, 8);
  const ImRect inside = grown(track, -px(4));
  if (!known) {
    stripes(inside);
  } else if (per_cent > 0) {
    const float part = std::max(px(8), inside.GetWidth() * static_cast<float>(per_cent) / 100);
    fill(ImRect(inside.Min, ImVec2(inside.Min.x + part, inside.Max.y)), Colour::kAccent, 4);
  }
  outline(track, Colour::kBorder, 2, 8);
  const NodeId id = id_of(key);
  emit(id, Role::kProgress, words, rect).value = known ? std::to_string(per_cent) : "";
  // Said when it comes, by a live region that stays the same while the bar grows; what comes in its
  // place says that it is over.
  emit(id_of(id, "said"), Role::kStatus, words, ImRect(rect.Min, rect.Min));
  return !stop.empty() && button(std::string(key) + ".stop", stop, ButtonKind::kSecondary);
}

void stepper(std::string_view key, const std::vector<std::string>& names, size_t current) {
  State& s = state();
  if (current >= names.size()) return;
  const std::string said = "Question " + std::to_string(current + 1) + " of " +
                           std::to_string(names.size()) + ": " + names[current];
  const TextStyle plain = small_style(), bold = small_style(Face::kBold);
  const float width = s.layout.width(), count = static_cast<float>(names.size()), gap = px(8);
  const float share = (width - gap * (count - 1)) / count, sign = std::round(plain.px * .8f);
  const float bar = px(6), lead = px(8);
  // Names that would be cut within a word, or take three lines, are too many: then one is told.
  bool named = !s.narrow;
  float height = 0;
  for (size_t i = 0; named && i < names.size(); ++i) {
    const float inner = share - (i < current ? sign + px(4) : 0);
    size_t begin = 0;
    while (named && begin < names[i].size()) {
      const size_t end = std::min(names[i].find(' ', begin), names[i].size());
      named = wrap(names[i].substr(begin, end - begin), bold, 1e9f).width <= inner;
      begin = end + 1;
    }
    const WrappedText& words = wrap(names[i], bold, std::max(1.0f, inner));
    named = named && words.lines.size() <= 2;
    height = std::max(height, words.height(bold));
  }
  const WrappedText& sentence = wrap(said, bold, width);
  if (!named) height = sentence.height(bold);
  const ImRect rect = s.layout.place(width, bar + lead + height, px(4), px(s.space.after_field));
  float x = rect.Min.x;
  for (size_t i = 0; i < names.size(); ++i) {
    step_bar(ImVec2(std::round(x), rect.Min.y), std::round(share), i <= current);
    if (named) {
      const bool done = i < current, here = i == current;
      ImVec2 at(std::round(x), rect.Min.y + bar + lead);
      if (done) {
        tick(ImVec2(at.x + sign / 2, at.y + std::round(plain.line_px / 2)), sign * .8f, px(2.4f),
             Colour::kAccent);
        at.x += sign + px(4);
      }
      const TextStyle& style = here ? bold : plain;
      const float inner = share - (at.x - std::round(x));
      paint(wrap(names[i], style, std::max(1.0f, inner)), style, at,
            here ? Colour::kText : Colour::kHint);
    }
    x += share + gap;
  }
  if (!named) {
    paint(sentence, bold, ImVec2(rect.Min.x, rect.Min.y + bar + lead), Colour::kText);
  }
  emit(id_of(key), Role::kText, said, rect);
}

}  // namespace ui
