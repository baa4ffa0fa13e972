#include "ui/text.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

#include "ui/state.h"

namespace ui {
namespace {

constexpr size_t kMostBytes = 2'000'000;

bool blank(unsigned character) {
  return character == ' ' || character == '\t';
}

bool in_codes(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Where a line may end: what it then shows, and where the next begins.
struct Break {
  std::uint32_t next_line, line_end;
  float line_width, x;
};

// Greedy: a line ends after the last blank, hyphen or slash that fits. The hyphens of a reference
// ("CG-7K2M-9QXD") are the second choice, for one that is wider than the line; without either it is
// cut before the character that does not fit. Blanks at a line's end hang and are not counted.
void break_paragraph(ImFontBaked* baked, const char* text, std::uint32_t begin, std::uint32_t end,
                     float width, std::vector<TextLine>& lines) {
  std::uint32_t line = begin, at = begin;
  float x = 0;      // width of [line, at)
  float inked = 0;  // the same without blanks at its end
  std::uint32_t inked_end = begin;
  std::optional<Break> between, within;  // words; a reference
  while (at < end) {
    unsigned character = 0;
    const std::uint32_t next =
        at + static_cast<std::uint32_t>(ImTextCharFromUtf8(&character, text + at, text + end));
    const float advance =
        character < 32 && character != '\t' ? 0 : baked->GetCharAdvance(character);
    if (!blank(character) && x + advance > width && at > line) {
      const Break here = between ? *between : within ? *within : Break{at, inked_end, inked, x};
      lines.push_back({line, here.line_end, here.line_width});
      line = here.next_line;
      x -= here.x;
      inked = x;
      between.reset();
      if (within && within->next_line > line) {  // on the new line
        within->line_width -= here.x;
        within->x -= here.x;
      } else {
        within.reset();
      }
      continue;
    }
    x += advance;
    at = next;
    if (!blank(character)) {
      inked = x;
      inked_end = at;
    }
    const bool in_reference = character == '-' && at - begin >= 2 && at < end &&
                              in_codes(text[at - 2]) && in_codes(text[at]);
    if (blank(character) || character == '-' || character == '/' || character == 0x2013) {
      (in_reference ? within : between) = {at, std::max(inked_end, line), inked, x};
    }
  }
  lines.push_back({line, std::max(inked_end, line), inked});
}

void break_lines(WrappedText& wrapped, const TextStyle& style, float width) {
  ImFontBaked* baked = style.font->GetFontBaked(style.px);
  const std::string& text = wrapped.text;
  size_t begin = 0;
  for (;;) {
    size_t end = text.find('\n', begin);
    const bool last = end == text.npos;
    if (last) end = text.size();
    break_paragraph(baked, text.data(), static_cast<std::uint32_t>(begin),
                    static_cast<std::uint32_t>(end), width, wrapped.lines);
    if (last) break;
    begin = end + 1;
  }
  for (const TextLine& line : wrapped.lines) wrapped.width = std::max(wrapped.width, line.width);
}

}  // namespace

const WrappedText& TextCache::wrap(std::string_view text, const TextStyle& style, float width) {
  const std::uint64_t key = std::hash<std::string_view>()(text) ^
                            (std::hash<float>()(style.px) * 31 + std::hash<float>()(width));
  const auto [first, last] = entries_.equal_range(key);
  for (auto entry = first; entry != last; ++entry) {
    const Entry& found = entry->second;
    if (found.font == style.font && found.px == style.px && found.width == width &&
        found.wrapped.text == text) {
      return found.wrapped;
    }
  }
  Entry& made = entries_.emplace(key, Entry{{}, style.font, style.px, width})->second;
  made.wrapped.text = text;
  break_lines(made.wrapped, style, width);
  bytes_ += text.size() + made.wrapped.lines.size() * sizeof(TextLine) + 128;
  return made.wrapped;
}

void TextCache::trim() {
  if (bytes_ > kMostBytes) clear();
}

void TextCache::clear() {
  entries_.clear();
  bytes_ = 0;
}

TextStyle text_style(TypeSize size, Face face) {
  const State& s = state();
  TextStyle style;
  style.font = s.fonts.get(face);
  style.px = std::max(1.0f, std::round(size.css_px * s.text_px() * s.fonts.line_ratio()));
  style.line_px = std::round(style.px * size.line);
  return style;
}

const WrappedText& wrap(std::string_view text, const TextStyle& style, float width) {
  return state().texts.wrap(text, style, width);
}

void paint(const WrappedText& text, const TextStyle& style, ImVec2 at, Colour colour,
           const PaintOptions& options) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImU32 ink = colour32(colour);
  const float top = list->GetClipRectMin().y, bottom = list->GetClipRectMax().y;
  size_t count = text.lines.size();
  if (options.most_lines > 0) count = std::min(count, static_cast<size_t>(options.most_lines));
  // A face's line box may be taller than the line: centre it.
  const float lift = std::round((style.line_px - style.px) / 2);
  const float ascent = style.font->GetFontBaked(style.px)->Ascent;
  for (size_t i = 0; i < count; ++i) {
    const TextLine& line = text.lines[i];
    const float y = at.y + static_cast<float>(i) * style.line_px + lift;
    if (y + style.px < top) continue;
    if (y > bottom) break;
    float x = at.x;
    if (options.align == Align::kCentre) x += std::round((options.width - line.width) / 2);
    list->AddText(style.font, style.px, ImVec2(x, y), ink, text.text.data() + line.begin,
                  text.text.data() + line.end);
    if (options.underline) {
      const float thick =
          std::max(1.0f, std::round(style.px / (options.thick_underline ? 9.0f : 19.0f)));
      const float under = std::round(y + ascent + style.px * 0.09f);
      list->AddRectFilled(ImVec2(x, under), ImVec2(x + line.width, under + thick), ink);
    }
  }
}

}  // namespace ui
