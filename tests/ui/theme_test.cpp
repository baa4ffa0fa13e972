#include "ui/theme.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace ui;

TEST_CASE("contrast as WCAG computes it") {
  CHECK(contrast(0x000000, 0xffffff) == doctest::Approx(21));
  CHECK(contrast(0xffffff, 0xffffff) == doctest::Approx(1));
  CHECK(contrast(0x767676, 0xffffff) == doctest::Approx(4.54).epsilon(0.002));
  CHECK(contrast(0x0000ff, 0xffffff) == doctest::Approx(8.59).epsilon(0.002));
}

TEST_CASE("every pair of colours in use can be read, in light and dark") {
  for (const Theme theme : {Theme::kLight, Theme::kDark}) {
    Display display;
    display.theme = theme;
    const Palette colours = palette(display);
    for (const ColourPair& pair : colour_pairs()) {
      CAPTURE(static_cast<int>(theme));
      CAPTURE(static_cast<int>(pair.front));
      CAPTURE(static_cast<int>(pair.back));
      CHECK(contrast(rgb(colours, pair.front), rgb(colours, pair.back)) >= pair.least);
    }
  }
}

TEST_CASE("the focus ring stands out against the page: one of its two colours does") {
  for (const Theme theme : {Theme::kLight, Theme::kDark}) {
    Display display;
    display.theme = theme;
    const Palette colours = palette(display);
    const Rgb page = rgb(colours, Colour::kPage);
    const double best = std::max(contrast(rgb(colours, Colour::kFocus), page),
                                 contrast(rgb(colours, Colour::kText), page));
    CHECK(best >= 4.5);
  }
}

TEST_CASE("forced colours use the system's five and no other") {
  Display display;
  display.theme = Theme::kForced;
  const unsigned forced[5] = {0x101010, 0xfefefe, 0x202020, 0x00ffff, 0xffff00};
  for (int i = 0; i < 5; ++i) display.forced[i] = forced[i];
  for (const Rgb colour : palette(display)) {
    CHECK(std::find(forced, forced + 5, colour) != forced + 5);
  }
  CHECK(rgb(palette(display), Colour::kLink) == 0xffff00);
  CHECK(contrast(rgb(palette(display), Colour::kOnFocus), rgb(palette(display), Colour::kFocus)) >=
        4.5);
}
