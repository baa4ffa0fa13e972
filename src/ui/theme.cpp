#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr Rgb kBlack = 0x000000;

// In the order of Colour.
constexpr Palette kLightPalette = {
    0xffffff,                                // page
    0x14191c, 0x4b585e,                      // text, hint
    0xc9d2d5, 0x3f4b50,                      // divider, border
    0xf0f5f5,                                // panel
    0x0d6573,                                // accent
    0x0b5a74, 0x083a4b,                      // link, hovered
    0xffdd00, kBlack,                        // focus
    0xb8261b, 0x17693f, 0xffffff,            // error, success, on success
    0x0d6573, 0xffffff, 0x0a525e, 0x05333b,  // primary
    0xe4ecee, 0x14191c, 0xd3dee1, 0x8b999e,  // secondary
    0xb8261b, 0xffffff, 0x951d14, 0x55100a,  // warning
    0x0b3038, 0xffffff, 0xc6dde1, 0x2fa3b1,  // bar
    0xe6eaec, 0x37424a,                      // tags: neutral
    0xd5efdf, 0x0d4d2b,                      // done
    0xfdeec2, 0x5c4300,                      // due
    0xb8261b, 0xffffff,                      // overdue
    0xd3ebf0, 0x084552,                      // running
    0xe3e8ea, 0x4b585e,                      // shaded
    0x0b1a1e,                                // shade
};

constexpr Palette kDarkPalette = {
    0x0f1517,                                // page
    0xeef3f4, 0xaebbc0,                      // text, hint
    0x37454a, 0x93a3a9,                      // divider, border
    0x1a2326,                                // panel
    0x5bbfcc,                                // accent
    0x7fd0e4, 0xb4e6f2,                      // link, hovered
    0xffdd00, kBlack,                        // focus
    0xff958a, 0x7fd6a2, 0x06200f,            // error, success, on success
    0x58bcc9, 0x04242a, 0x7dd0da, 0x2b7681,  // primary
    0x2c393e, 0xeef3f4, 0x3a494f, 0x5d6f76,  // secondary
    0xff8a7e, 0x2a0603, 0xffa89f, 0x9c3a30,  // warning
    0x0a252b, 0xf3f8f9, 0xb4cdd2, 0x3fb0be,  // bar
    0x303c41, 0xdfe6e8,                      // tags: neutral
    0x17402a, 0xb5efcb,                      // done
    0x4d3b06, 0xffe7a0,                      // due
    0xff8a7e, 0x2a0603,                      // overdue
    0x12404a, 0xb4e9f2,                      // running
    0x262f33, 0xb3bfc4,                      // shaded
    kBlack,                                  // shade
};

Palette forced_palette(const Display& display) {
  const Rgb canvas = display.forced[0], text = display.forced[1], face = display.forced[2];
  const Rgb highlight = display.forced[3], link = display.forced[4];
  const auto on = [&](Rgb surface) {
    return contrast(text, surface) >= contrast(canvas, surface) ? text : canvas;
  };
  Palette colours;
  colours.fill(text);
  const auto set = [&colours](Colour colour, Rgb value) {
    colours[static_cast<size_t>(colour)] = value;
  };
  for (Colour surface :
       {Colour::kPage, Colour::kPanel, Colour::kBar, Colour::kOnSuccess, Colour::kTagNeutral,
        Colour::kTagDone, Colour::kTagDue, Colour::kTagOverdue, Colour::kTagRunning,
        Colour::kShaded, Colour::kShade}) {
    set(surface, canvas);
  }
  for (Colour surface : {Colour::kPrimary, Colour::kSecondary, Colour::kWarning})
    set(surface, face);
  for (Colour ink : {Colour::kOnPrimary, Colour::kOnSecondary, Colour::kOnWarning})
    set(ink, on(face));
  for (Colour surface : {Colour::kPrimaryHover, Colour::kSecondaryHover, Colour::kWarningHover}) {
    set(surface, face);
  }
  set(Colour::kLink, link);
  set(Colour::kLinkHover, link);
  set(Colour::kFocus, highlight);
  set(Colour::kOnFocus, on(highlight));
  return colours;
}

double linear(Rgb channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Rgb colour) {
  return 0.2126 * linear(colour >> 16 & 255) + 0.7152 * linear(colour >> 8 & 255) +
         0.0722 * linear(colour & 255);
}

}  // namespace

Palette palette(const Display& display) {
  switch (display.theme) {
    case Theme::kLight:
      return kLightPalette;
    case Theme::kDark:
      return kDarkPalette;
    case Theme::kForced:
      return forced_palette(display);
  }
  return kLightPalette;
}

double contrast(Rgb one, Rgb other) {
  const double a = luminance(one), b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

const std::vector<ColourPair>& colour_pairs() {
  constexpr double kWords = 4.5, kShape = 3;
  static const std::vector<ColourPair> pairs = {
      {Colour::kText, Colour::kPage, kWords},
      {Colour::kText, Colour::kPanel, kWords},
      {Colour::kHint, Colour::kPage, kWords},
      {Colour::kHint, Colour::kPanel, kWords},
      {Colour::kAccent, Colour::kPage, kWords},
      {Colour::kAccent, Colour::kPanel, kShape},
      {Colour::kLink, Colour::kPage, kWords},
      {Colour::kLink, Colour::kPanel, kWords},
      {Colour::kLinkHover, Colour::kPage, kWords},
      {Colour::kLinkHover, Colour::kPanel, kWords},
      {Colour::kOnFocus, Colour::kFocus, kWords},
      {Colour::kError, Colour::kPage, kWords},
      {Colour::kSuccess, Colour::kPage, kWords},
      {Colour::kOnSuccess, Colour::kSuccess, kWords},
      {Colour::kOnPrimary, Colour::kPrimary, kWords},
      {Colour::kOnPrimary, Colour::kPrimaryHover, kWords},
      {Colour::kOnSecondary, Colour::kSecondary, kWords},
      {Colour::kOnSecondary, Colour::kSecondaryHover, kWords},
      {Colour::kOnWarning, Colour::kWarning, kWords},
      {Colour::kOnWarning, Colour::kWarningHover, kWords},
      {Colour::kOnBar, Colour::kBar, kWords},
      {Colour::kOnBarQuiet, Colour::kBar, kWords},
      {Colour::kOnTagNeutral, Colour::kTagNeutral, kWords},
      {Colour::kOnTagDone, Colour::kTagDone, kWords},
      {Colour::kOnTagDue, Colour::kTagDue, kWords},
      {Colour::kOnTagOverdue, Colour::kTagOverdue, kWords},
      {Colour::kOnTagRunning, Colour::kTagRunning, kWords},
      {Colour::kOnShaded, Colour::kShaded, kWords},
      {Colour::kBorder, Colour::kPage, kShape},
      {Colour::kPrimary, Colour::kPage, kShape},
      {Colour::kWarning, Colour::kPage, kShape},
      {Colour::kBarEdge, Colour::kBar, kShape},
  };
  return pairs;
}

bool is_narrow(const Display& display) {
  return display.width / display.pixel_ratio / display.text_scale < 640;
}

TypeScale type_scale(bool narrow) {
  if (narrow) {
    return {{16, 1}, {14, 1}, {18, 1}, {18, 1}, {{27, .88f}, {21, .92f}, {19, .95f}, {16, 1}}};
  }
  return {{19, 1}, {16, 1}, {24, .95f}, {21, 1}, {{36, .86f}, {27, .9f}, {21, .95f}, {19, 1}}};
}

Spacing spacing(bool narrow, bool compact) {
  if (compact) return narrow ? Spacing{12, 9, 14, 18, 6} : Spacing{20, 12, 18, 26, 6};
  return narrow ? Spacing{15, 15, 22, 25, 11} : Spacing{30, 20, 30, 40, 11};
}

}  // namespace ui
