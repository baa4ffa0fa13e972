// Words on the canvas: broken into lines that never exceed a width, measured once, drawn line by
// line. Words too long for a line are cut by character. No shaping: Latin, Greek and Cyrillic only.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ui/fonts.h"
#include "ui/theme.h"

namespace ui {

// A face at a size, in physical pixels.
struct TextStyle {
  ImFont* font = nullptr;
  float px = 0;       // Dear ImGui's size: ascent − descent
  float line_px = 0;  // from one line to the next
};

struct TextLine {
  std::uint32_t begin, end;  // bytes of the text; trailing blanks left out
  float width;
};

struct WrappedText {
  std::string text;
  std::vector<TextLine> lines;
  float width = 0;  // of the longest line
  float height(const TextStyle& style) const {
    return static_cast<float>(lines.size()) * style.line_px;
  }
};

class TextCache {
 public:
  // At least one line, even for no text. The reference holds until the end of the frame.
  const WrappedText& wrap(std::string_view text, const TextStyle& style, float width);
  void trim();   // between frames: forgets everything when it has grown large
  void clear();  // fonts or sizes changed

 private:
  struct Entry {
    WrappedText wrapped;
    ImFont* font;
    float px, width;
  };
  std::multimap<std::uint64_t, Entry> entries_;
  size_t bytes_ = 0;
};

TextStyle text_style(TypeSize size, Face face = Face::kRegular);
const WrappedText& wrap(std::string_view text, const TextStyle& style, float width);

enum class Align { kLeft, kCentre };
struct PaintOptions {
  Align align = Align::kLeft;
  float width = 0;     // of the box to centre in
  int most_lines = 0;  // 0: all
  bool underline = false;
  bool thick_underline = false;
};
void paint(const WrappedText& text, const TextStyle& style, ImVec2 at, Colour colour,
           const PaintOptions& options = {});

}  // namespace ui
