#include "documents/clean_text.h"

#include "base/text.h"

namespace documents {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

}  // namespace

std::string clean(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const std::string_view valid = text.substr(0, base::valid_utf8_prefix(text));
    for (size_t i = 0; i < valid.size(); ++i) {
      const auto byte = static_cast<unsigned char>(valid[i]);
      const bool c1 = byte == 0xC2 && static_cast<unsigned char>(valid[i + 1]) < 0xA0;
      // U+FFFE and U+FFFF are EF BF BE and EF BF BF: no XML parser takes them.
      const bool not_a_character = byte == 0xEF && valid.substr(i, 2) == "\xEF\xBF" &&
                                   static_cast<unsigned char>(valid[i + 2]) >= 0xBE;
      if (byte == '\r') {
        if (i + 1 == valid.size() || valid[i + 1] != '\n') result += '\n';
      } else if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F) {
        result += kReplacement;
      } else if (c1) {
        result += kReplacement;
        ++i;
      } else if (not_a_character) {
        result += kReplacement;
        i += 2;
      } else {
        result += valid[i];
      }
    }
    text.remove_prefix(valid.size());
    if (!text.empty()) {
      result += kReplacement;
      text.remove_prefix(1);
    }
  }
  return result;
}

std::vector<std::string> paragraphs(std::string_view text) {
  std::vector<std::string> found;
  std::string current;
  const std::string cleaned = clean(text);
  for (const std::string_view line : base::split_lines(cleaned)) {
    if (base::trimmed(line).empty()) {
      if (!current.empty()) found.push_back(std::move(current));
      current.clear();
    } else {
      if (!current.empty()) current += '\n';
      current += base::trimmed(line);
    }
  }
  if (!current.empty()) found.push_back(std::move(current));
  return found;
}

}  // namespace documents
