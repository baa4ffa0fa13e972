// One per program: owns the Dear ImGui context's settings, the fonts, the theme and the semantics.
// The browser shell (web/main.cpp) and the headless tests drive it alike; neither knows the other.
#pragma once

#include <functional>
#include <memory>

#include "ui/semantics.h"

namespace ui {

enum class Theme { kLight, kDark, kForced };

struct Display {
  float width = 0, height = 0;  // physical pixels
  float pixel_ratio = 1;        // device pixels per CSS pixel; all drawing is in physical pixels
  float text_scale = 1;         // the browser's default font size / 16, times the user's setting
  Theme theme = Theme::kLight;
  bool compact = false;  // more on one screen: less room between things, the same size of text
  // Forced colours (0xRRGGBB), used when theme is kForced: Canvas, CanvasText, ButtonFace,
  // Highlight, LinkText.
  unsigned forced[5] = {0xffffff, 0x000000, 0xf0f0f0, 0x0000ff, 0x0000ee};
  bool operator==(const Display&) const = default;
};

class Context {
 public:
  Context();
  ~Context();
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  // TrueType bytes, copied. The regular face first; bold is drawn with the regular one until it is
  // there. A later call for the same face adds the glyphs it lacks (Greek and Cyrillic on demand).
  void set_font(bool bold, const void* bytes, int size);
  void set_display(
      const Display& display);  // rebuilds the style from scratch when anything changed
  const Display& display() const;
  Semantics& semantics();

  // One frame: applies queued actions, calls `draw` between begin and end, renders to draw data.
  // `seconds` since the last frame, however long that is ago: messages go when theirs have passed.
  void frame(float seconds, const std::function<void()>& draw);
  // After frame(): 0 draw again at once; > 0 in so many milliseconds; -1 sleep until something
  // happens.
  int next_frame_ms() const;
  void wake(int frames = 3);  // Dear ImGui needs two or three frames to settle after an input

  // Scroll the page by physical pixels (touch, scrollIntoView of the mirror).
  void scroll_by(float x, float y);
  // How much of the page lies above and below what is seen, in physical pixels.
  float scroll_above() const;
  float scroll_below() const;
  // CSS pixels of font-size that make a DOM field's text fall on the drawn text (size / (ascent −
  // descent) × em).
  float field_font_css_px() const;
  // The rest of what a DOM field needs to lie exactly on the drawn one, in CSS pixels. Its box is
  // the node's rect; the border and padding are inside it.
  float field_line_css_px() const;     // line-height
  float field_padding_css_px() const;  // left and right, from the outer edge, border included
  float area_padding_css_px() const;   // top and bottom of a text area, border included
  // Colours for the DOM fields and the page behind the canvas, 0xRRGGBB.
  unsigned text_rgb() const;
  unsigned page_rgb() const;
  unsigned focus_rgb() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

Context& context();  // the current one; asserts when there is none

}  // namespace ui
