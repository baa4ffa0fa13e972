// Colours by their use, the type scale and the spacing. Nothing here draws.
// Text on its background keeps 4.5:1 and the edge of a control 3:1 (WCAG 2.2, 1.4.3 and 1.4.11) in
// light and dark; colour_pairs() lists every combination that widgets use and the tests measure
// each.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "ui/context.h"

namespace ui {

enum class Colour : std::uint8_t {
  kPage,  // background
  kText,
  kHint,     // secondary text
  kDivider,  // decorative lines
  kBorder,   // edge of a field
  kPanel,    // a quiet surface: details, the hovered card
  kAccent,
  kLink,
  kLinkHover,
  kFocus,    // the ring
  kOnFocus,  // text and inner line on the ring's colour
  kError,    // text and bars on the page
  kSuccess,
  kOnSuccess,
  kPrimary,  // buttons: surface, its text, hovered surface, lower edge
  kOnPrimary,
  kPrimaryHover,
  kPrimaryEdge,
  kSecondary,
  kOnSecondary,
  kSecondaryHover,
  kSecondaryEdge,
  kWarning,
  kOnWarning,
  kWarningHover,
  kWarningEdge,
  kBar,  // the bar at the top
  kOnBar,
  kOnBarQuiet,
  kBarEdge,
  kTagNeutral,
  kOnTagNeutral,
  kTagDone,
  kOnTagDone,
  kTagDue,
  kOnTagDue,
  kTagOverdue,
  kOnTagOverdue,
  kTagRunning,
  kOnTagRunning,
  kShaded,  // a day that does not count
  kOnShaded,
  kShade,  // over the page behind a dialog, half transparent
  kCount
};

using Rgb = std::uint32_t;  // 0xRRGGBB
using Palette = std::array<Rgb, static_cast<size_t>(Colour::kCount)>;

// The palette of a display: light, dark, or made of the five system colours.
Palette palette(const Display& display);

inline Rgb rgb(const Palette& palette, Colour colour) {
  return palette[static_cast<size_t>(colour)];
}

// WCAG 2 contrast ratio, 1 to 21.
double contrast(Rgb one, Rgb other);

struct ColourPair {
  Colour front, back;
  double least;  // contrast
};
const std::vector<ColourPair>& colour_pairs();

// Sizes in CSS pixels before text_scale; `line` is the share of the face's own line height.
struct TypeSize {
  float css_px;
  float line;
};
struct TypeScale {
  TypeSize body, small, lead, caption;
  TypeSize heading[4];
};
// Narrow: fewer than 640 CSS px, counted at the text's scale, so that 200 % text reflows like a
// smaller screen.
bool is_narrow(const Display& display);
TypeScale type_scale(bool narrow);

// Distances in CSS pixels.
struct Spacing {
  float margin;      // page edge to text
  float after_text;  // below a paragraph
  float after_field;
  float section;  // above a heading of level 2
  float row;      // above and below the words of a row in a list or a table
};
// Compact: tighter, while whatever is pressed stays as large.
Spacing spacing(bool narrow, bool compact);

constexpr float kMinTarget = 44;  // height of a button or field
constexpr float kChoiceBox = 40;  // a checkbox or radio
constexpr float kFieldBorder = 2;
constexpr float kFieldPadding = 10;
constexpr float kRing = 3;
constexpr float kTextMeasureEm = 37;  // longest line of running text
constexpr float kColumnEm = 44;
constexpr float kContainerEm = 56;
constexpr float kTwoColumnsEm = 50;

}  // namespace ui
