#include "documents/svg_text.h"

#include "base/text.h"
#include "documents/clean_text.h"

namespace documents {
namespace {

// How many bytes the character at `at` has. Requires: valid UTF-8.
size_t length_at(std::string_view text, size_t at) {
  size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) ++end;
  return end - at;
}

// In parts of the font size: a little above those of Noto Sans, DejaVu Sans and Arial.
double width_of(std::string_view character) {
  const unsigned char c = static_cast<unsigned char>(character[0]);
  if (c >= 0xE3) return 1.05;  // ideographs and the like
  if (c >= 0x80) return 0.68;
  if (std::string_view(" !'()*,-./:;I[]`fijlrt|").find(character[0]) != std::string_view::npos) {
    return 0.4;
  }
  if (std::string_view("mwMW@%").find(character[0]) != std::string_view::npos) return 0.98;
  return c >= 'A' && c <= 'Z' ? 0.74 : 0.62;
}

}  // namespace

double estimated_width(std::string_view text, double font_size) {
  double width = 0;
  for (size_t i = 0; i < text.size();) {
    const size_t length = length_at(text, i);
    width += width_of(text.substr(i, length));
    i += length;
  }
  return width * font_size;
}

std::vector<std::string> wrapped(std::string_view text, double width, double font_size) {
  std::vector<std::string> lines;
  std::string line;
  const auto fits = [&](std::string_view candidate) {
    return estimated_width(candidate, font_size) <= width;
  };
  const auto end_line = [&] {
    if (!line.empty()) lines.push_back(std::move(line));
    line.clear();
  };
  const std::string whole = clean(text);
  for (std::string_view rest = base::trimmed(whole); !rest.empty(); rest = base::trimmed(rest)) {
    const std::string_view word = rest.substr(0, rest.find_first_of(" \t\n"));
    rest.remove_prefix(word.size());
    if (!line.empty() && !fits(line + ' ' + std::string(word))) end_line();
    if (!line.empty()) line += ' ';
    if (fits(line + std::string(word))) {
      line += word;
      continue;
    }
    for (size_t i = 0; i < word.size();) {
      const std::string_view character = word.substr(i, length_at(word, i));
      if (!line.empty() && !fits(line + std::string(character))) end_line();
      line += character;
      i += character.size();
    }
  }
  end_line();
  return lines;
}

std::string xml_escaped(std::string_view text) {
  std::string escaped;
  for (const char c : clean(text)) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

}  // namespace documents
