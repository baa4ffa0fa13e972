// When each later stage would fall due: a way downwards from rung to rung, the dates beside it.
#include <algorithm>
#include <cmath>

#include "ui/drawing.h"

namespace ui {

void ladder_picture(std::string_view key, const std::vector<Rung>& rungs, std::string_view text) {
  State& s = state();
  if (rungs.empty()) return;
  const TextStyle bold = small_style(Face::kBold), title_style = body_style();
  const TextStyle date_style = body_style(Face::kBold);
  const float radius = px(9), gap = px(16), between = px(18), line = px(4);
  const float width = s.layout.width(), inner = std::max(1.0f, width - 2 * radius - gap);
  const bool stacked = inner < em(26);
  const float date_width = stacked ? inner : std::round(inner * .42f);
  const float title_width = stacked ? inner : std::max(1.0f, inner - date_width - gap);
  std::vector<float> heights;
  float total = 0;
  for (const Rung& rung : rungs) {
    const float words = wrap(rung.label, bold, title_width).height(bold) +
                        wrap(rung.title, title_style, title_width).height(title_style);
    const float date = wrap(rung.date, date_style, date_width).height(date_style);
    heights.push_back((stacked ? words + date : std::max(words, date)) + between);
    total += heights.back();
  }
  const ImRect rect = s.layout.place(width, total - between, px(6), px(s.space.after_field));
  ImDrawList* list = ImGui::GetWindowDrawList();
  ImVec2 at = rect.Min;
  for (size_t i = 0; i < rungs.size(); ++i) {
    const Rung& rung = rungs[i];
    const ImVec2 centre(at.x + radius, at.y + std::round(bold.line_px / 2));
    const bool end = rung.last || i + 1 == rungs.size();
    if (!end) {
      list->AddLine(centre, ImVec2(centre.x, centre.y + heights[i]), colour32(Colour::kAccent),
                    line);
    }
    // The last that can be reached has a shape of its own: beyond it there is nothing.
    if (rung.last) {
      const ImRect square(ImVec2(centre.x - radius, centre.y - radius),
                          ImVec2(centre.x + radius, centre.y + radius));
      fill(square, Colour::kAccent, 2);
    } else {
      list->AddCircleFilled(centre, radius, colour32(Colour::kAccent));
      list->AddCircleFilled(centre, radius - px(4), colour32(Colour::kPage));
    }
    const float x = at.x + 2 * radius + gap;
    const WrappedText& label = wrap(rung.label, bold, title_width);
    const WrappedText& title = wrap(rung.title, title_style, title_width);
    const WrappedText& date = wrap(rung.date, date_style, date_width);
    paint(label, bold, ImVec2(x, at.y), Colour::kHint);
    const float under = at.y + label.height(bold);
    paint(title, title_style, ImVec2(x, under), Colour::kText);
    const ImVec2 beside(rect.Max.x - std::ceil(date.width), under);
    paint(date, date_style, stacked ? ImVec2(x, under + title.height(title_style)) : beside,
          Colour::kText);
    at.y += heights[i];
  }
  emit(id_of(key), Role::kImage, text, rect);
}

}  // namespace ui
