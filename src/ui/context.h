// One per program: owns the Dear ImGui context's settings, the fonts, the theme and the semantics.
// The browser shell (web/main.cpp) and the headless tests drive it alike; neither knows the other.
#pragma once

#include <functional>

#include "ui/semantics.h"

namespace ui {

enum class Theme { kLight, kDark, kForced };

struct Display {
  float width = 0, height = 0;  // physical pixels
  float pixel_ratio = 1;        // device pixels per CSS pixel; all drawing is in physical pixels
  float text_scale = 1;         // the browser's default font size / 16, times the user's setting
  Theme theme = Theme::kLight;
  // Forced colours (0xRRGGBB), used when theme is kForced: Canvas, CanvasText, ButtonFace, Highlight, LinkText.
  unsigned forced[5] = {0xffffff, 0x000000, 0xf0f0f0, 0x0000ff, 0x0000ee};
  bool operator==(const Display&) const = default;
};

class Context {
 public:
  Context();
  ~Context();
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  // TrueType bytes, copied. The regular face first; bold is drawn with the regular one until it is there.
  void set_font(bool bold, const void* bytes, int size);
  void set_display(const Display& display);  // rebuilds the style from scratch when anything changed
  const Display& display() const;
  Semantics& semantics();

  // One frame: applies queued actions, calls `draw` between begin and end, renders to draw data.
  // `seconds` since the last frame, clamped by the caller.
  void frame(float seconds, const std::function<void()>& draw);
  // After frame(): 0 draw again at once; > 0 in so many milliseconds; -1 sleep until something happens.
  int next_frame_ms() const;
  void wake(int frames = 3);  // Dear ImGui needs two or three frames to settle after an input

  // Scroll the page by physical pixels (touch, scrollIntoView of the mirror).
  void scroll_by(float x, float y);
  // CSS pixels of font-size that make a DOM field's text fall on the drawn text (size / (ascent − descent) × em).
  float field_font_css_px() const;
};

Context& context();  // the current one; asserts when there is none

}  // namespace ui
