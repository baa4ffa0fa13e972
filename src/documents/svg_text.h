// Text in an SVG picture: lines that fit a width, which SVG does not find by itself, and escaping.
// Widths are estimated, on the wide side, since nobody knows which sans-serif font will draw them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace documents {

// The width of one line, in the units of `font_size`.
double estimated_width(std::string_view text, double font_size);
// Broken between words; a word that is longer than a line, between characters. No text, no lines.
std::vector<std::string> wrapped(std::string_view text, double width, double font_size);
// Clean (clean_text.h) and with "&", "<", ">" and quotation marks as XML writes them.
std::string xml_escaped(std::string_view text);

}  // namespace documents
