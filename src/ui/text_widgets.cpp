// Words: headings, paragraphs, lists, insets, warnings, banners, tags, live regions.
#include <algorithm>
#include <cassert>
#include <cmath>

#include "ui/drawing.h"

namespace ui {
namespace {

struct BarLook {  // CSS pixels
  float bar, gap, pad, top, bottom;
};

// Words with a bar at their left; the title, which may be empty, is in bold.
void beside_bar(std::string_view title, std::string_view text, const TextStyle& style,
                Colour colour, const BarLook& look) {
  State& s = state();
  const TextStyle bold = {s.fonts.get(Face::kBold), style.px, style.line_px};
  const float inset = px(look.bar) + px(look.gap), pad = px(look.pad);
  const float measure = s.layout.measure(text_measure()) - inset;
  const WrappedText& head = wrap(title, bold, measure);
  const float above = title.empty() ? 0 : head.height(bold) + px(2);
  const WrappedText& words = wrap(text, style, measure);
  const float width = std::ceil(std::max(head.width, words.width));
  const ImRect rect = s.layout.place(inset + width, above + words.height(style) + 2 * pad,
                                     px(look.top), px(look.bottom));
  fill(ImRect(rect.Min, ImVec2(rect.Min.x + px(look.bar), rect.Max.y)), Colour::kAccent);
  const ImVec2 at(rect.Min.x + inset, rect.Min.y + pad);
  const ImVec2 below(at.x, at.y + above);
  if (!title.empty()) {
    paint(head, bold, at, colour);
    emit(text_id(Role::kText, title), Role::kText, title,
         ImRect(at, ImVec2(at.x + head.width, at.y + head.height(bold))));
  }
  paint(words, style, below, colour);
  emit(text_id(Role::kText, text), Role::kText, text,
       title.empty() ? rect : ImRect(below, ImVec2(below.x + words.width, rect.Max.y - pad)));
}

}  // namespace

void heading(int level, std::string_view text) {
  assert(level >= 1 && level <= 4);
  State& s = state();
  const TextStyle style = text_style(s.type.heading[level - 1], Face::kBold);
  const float top = level == 1 || s.layout.is_level() ? 0
                    : level == 2                      ? s.space.section
                                                      : s.space.section * .7f;
  const float bottom = level == 1 ? s.space.after_field : level == 2 ? s.space.after_text : 8;
  const ImRect rect = text_block(text, style, Colour::kText,
                                 em(level == 1 ? kColumnEm : kTextMeasureEm), top, bottom);
  // The page's heading keeps its node, and so its focus, when its words change.
  const bool first = level == 1 && s.first_heading == 0;
  const NodeId id = first ? id_of("#heading") : text_id(Role::kHeading, text);
  emit(id, Role::kHeading, text, rect).level = level;
  if (level == 2 && s.part_wants_focus) {
    s.part_wants_focus = false;
    s.semantics.request_focus(id);
  }
  if (!first) return;
  s.first_heading = id;
  if (s.heading_wants_focus) s.semantics.request_focus(id);
  s.heading_wants_focus = false;
}

void focus_heading(std::string_view text) {
  State& s = state();
  const NodeId id = first_text_id(Role::kHeading, text);
  s.semantics.request_focus(id);
  s.show = id;
  s.show_frames = 4;
  s.show_at_top = true;
  context().wake();
}

void focus_on_part() {
  State& s = state();
  if (!s.heading_wants_focus) return;
  s.heading_wants_focus = false;
  s.part_wants_focus = true;
}

void caption(std::string_view text) {
  State& s = state();
  const ImRect rect =
      text_block(text, text_style(s.type.caption), Colour::kHint, em(kColumnEm), 0, 5);
  emit(text_id(Role::kText, text), Role::kText, text, rect);
}

void paragraph(std::string_view text, TextKind kind) {
  State& s = state();
  TextStyle style = body_style();
  Colour colour = Colour::kText;
  float bottom = s.space.after_text;
  switch (kind) {
    case TextKind::kBody:
      break;
    case TextKind::kHint:
      colour = Colour::kHint;
      break;
    case TextKind::kStrong:
      style = body_style(Face::kBold);
      break;
    case TextKind::kLead:
      style = text_style(s.type.lead);
      bottom = s.space.after_field;
      break;
    case TextKind::kSmall:
      style = small_style();
      break;
  }
  const ImRect rect = text_block(text, style, colour, text_measure(), 0, bottom);
  emit(text_id(Role::kText, text), Role::kText, text, rect);
}

void bullet_list(const std::vector<std::string>& items, bool numbered) {
  State& s = state();
  const TextStyle style = body_style();
  const float indent = numbered ? em(1.6f) : em(1.1f);
  std::string all;
  for (const std::string& item : items) all += item + '\n';
  const NodeId list = text_id(Role::kList, all);
  emit(list, Role::kList, {},
       ImRect(s.layout.x(), s.layout.bottom(), s.layout.x(), s.layout.bottom()));
  s.semantics.push_parent(list);
  ImRect extent(1e9f, 1e9f, -1e9f, -1e9f);
  s.layout.indent(indent);
  for (size_t i = 0; i < items.size(); ++i) {
    const float bottom = i + 1 == items.size() ? s.space.after_text : 6;
    const ImRect rect =
        text_block(items[i], style, Colour::kText, text_measure() - indent, i == 0 ? 0 : 6, bottom);
    if (numbered) {
      const WrappedText& mark = wrap(std::to_string(i + 1) + ".", style, indent);
      paint(mark, style, ImVec2(rect.Min.x - indent, rect.Min.y), Colour::kText);
    } else {
      const ImVec2 dot(rect.Min.x - em(.62f), rect.Min.y + std::round(style.line_px * .53f));
      ImGui::GetWindowDrawList()->AddCircleFilled(dot, em(.16f), colour32(Colour::kText));
    }
    emit(id_of(list, std::to_string(i)), Role::kListItem, items[i], rect);
    extent.Add(rect);
  }
  s.layout.indent(-indent);
  s.semantics.pop_parent();
  if (!items.empty()) set_extent(list, extent);
}

void inset(std::string_view text) {
  State& s = state();
  beside_bar({}, text, body_style(), Colour::kText, {6, 16, 12, 10, s.space.after_field});
}

void side_note(std::string_view title, std::string_view text) {
  State& s = state();
  s.layout.set_margin(px(8));  // close to what it is about
  beside_bar(title, text, small_style(), Colour::kHint, {3, 12, 0, 0, s.space.after_field});
}

void warning(std::string_view text) {
  State& s = state();
  const TextStyle style = body_style(Face::kBold);
  const float icon = std::max(px(35), std::round(style.line_px * 1.35f)), gap = px(15);
  const WrappedText& words = wrap(text, style, s.layout.measure(text_measure()) - icon - gap);
  const float height = std::max(icon, words.height(style));
  const ImRect rect =
      s.layout.place(icon + gap + std::ceil(words.width), height, px(5), px(s.space.after_field));
  const ImVec2 centre(rect.Min.x + icon / 2, rect.Min.y + icon / 2);
  ImGui::GetWindowDrawList()->AddCircleFilled(centre, icon / 2, colour32(Colour::kText));
  const TextStyle mark = text_style({s.type.body.css_px * 1.45f, 1}, Face::kBold);
  const WrappedText& sign = wrap("!", mark, icon);
  paint(sign, mark, ImVec2(rect.Min.x, centre.y - mark.line_px / 2), Colour::kPage,
        {Align::kCentre, icon});
  const float lead = std::max(0.0f, std::round((icon - words.height(style)) / 2));
  paint(words, style, ImVec2(rect.Min.x + icon + gap, rect.Min.y + lead), Colour::kText);
  const std::string said = "Warning: " + std::string(text);
  emit(text_id(Role::kText, said), Role::kText, said, rect);
}

void banner(std::string_view title, std::string_view text, bool success) {
  State& s = state();
  const TextStyle title_style = body_style(Face::kBold);
  const TextStyle text_style_ = text_style(s.type.heading[2], Face::kBold);
  const Colour back = success ? Colour::kSuccess : Colour::kPrimary;
  const Colour front = success ? Colour::kOnSuccess : Colour::kOnPrimary;
  const float edge = px(4), pad = px(s.narrow ? 15 : 20), head_pad = px(7);
  const float width = s.layout.width(), inner = width - 2 * pad;
  const WrappedText& head = wrap(title, title_style, inner);
  const WrappedText& words = wrap(text, text_style_, std::min(inner, text_measure()));
  const float head_height = head.height(title_style) + 2 * head_pad;
  const ImRect rect =
      s.layout.place(width, head_height + words.height(text_style_) + 2 * pad + edge, 0,
                     px(s.space.after_field + 10));
  outline(rect, back, 4, 4);
  ImGui::GetWindowDrawList()->AddRectFilled(rect.Min, ImVec2(rect.Max.x, rect.Min.y + head_height),
                                            colour32(back), px(4), ImDrawFlags_RoundCornersTop);
  paint(head, title_style, ImVec2(rect.Min.x + pad, rect.Min.y + head_pad), front);
  const ImVec2 at(rect.Min.x + pad, rect.Min.y + head_height + pad);
  paint(words, text_style_, at, Colour::kText);
  // Announced as soon as it is there: good news politely, a fault at once.
  const NodeId group = text_id(Role::kGroup, title);
  emit(group, success ? Role::kStatus : Role::kAlert, "", rect);
  s.semantics.push_parent(group);
  const ImRect top(rect.Min, ImVec2(rect.Max.x, rect.Min.y + head_height));
  const ImRect body(at, ImVec2(at.x + words.width, at.y + words.height(text_style_)));
  emit(id_of(group, "title"), Role::kText, title, top);
  emit(id_of(group, "text"), Role::kText, text, body);
  s.semantics.pop_parent();
}

void tag(std::string_view text, TagKind kind) {
  State& s = state();
  const ImVec2 size = tag_size(text, s.layout.width());
  const ImRect rect = s.layout.place_inline(size.x, size.y, px(8), px(8), px(s.space.after_text));
  draw_tag(text, kind, rect);
  emit(text_id(Role::kText, text), Role::kText, text, rect);
}

void separator() {
  State& s = state();
  // Across the page, as wide as two columns; in one of them, across that.
  const float container = std::min(s.display.width - 2 * px(s.space.margin), em(kContainerEm));
  const bool in_column = s.layout.width() != std::min(container, em(kColumnEm));
  const ImRect rect =
      s.layout.place(s.layout.width(), px(1), px(s.space.after_field), px(s.space.after_field));
  const float right = in_column ? rect.Max.x : rect.Min.x + container;
  fill(ImRect(rect.Min, ImVec2(right, rect.Max.y)), Colour::kDivider);
}

void status(std::string_view key, std::string_view text) {
  State& s = state();
  ImRect rect(s.layout.x(), s.layout.bottom(), s.layout.x(), s.layout.bottom());
  if (!text.empty()) {
    rect = text_block(text, body_style(), Colour::kHint, text_measure(), 0, s.space.after_text);
  }
  emit(id_of(key), Role::kStatus, text, rect);
}

}  // namespace ui
