#include "base/text.h"

#include <array>

namespace base {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

unsigned byte_at(std::string_view text, size_t index) {
  return static_cast<unsigned char>(text[index]);
}

bool is_continuation(unsigned byte) {
  return (byte & 0xC0u) == 0x80u;
}

// The length of the well-formed sequence at the start of `text`, 0 when it is not well formed
// (Unicode, table 3-7). Requires: text is not empty.
size_t sequence_length(std::string_view text) {
  const unsigned lead = byte_at(text, 0);
  if (lead < 0x80) return 1;
  size_t length = 0;
  unsigned lowest = 0x80;  // of the second byte
  unsigned highest = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    if (lead == 0xE0) lowest = 0xA0;
    if (lead == 0xED) highest = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    if (lead == 0xF0) lowest = 0x90;
    if (lead == 0xF4) highest = 0x8F;
  } else {
    return 0;
  }
  if (text.size() < length) return 0;
  if (byte_at(text, 1) < lowest || byte_at(text, 1) > highest) return 0;
  for (size_t i = 2; i < length; ++i) {
    if (!is_continuation(byte_at(text, i))) return 0;
  }
  return length;
}

bool is_ascii_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

}  // namespace

size_t valid_utf8_prefix(std::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    const size_t length = sequence_length(text.substr(at));
    if (length == 0) break;
    at += length;
  }
  return at;
}

bool is_valid_utf8(std::string_view text) {
  return valid_utf8_prefix(text) == text.size();
}

std::string_view trimmed(std::string_view text) {
  for (;;) {
    if (!text.empty() && is_ascii_space(text.front())) {
      text.remove_prefix(1);
    } else if (text.substr(0, kNoBreakSpace.size()) == kNoBreakSpace) {
      text.remove_prefix(kNoBreakSpace.size());
    } else {
      break;
    }
  }
  for (;;) {
    if (!text.empty() && is_ascii_space(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with(kNoBreakSpace)) {
      text.remove_suffix(kNoBreakSpace.size());
    } else {
      break;
    }
  }
  return text;
}

size_t code_point_count(std::string_view text) {
  size_t count = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (!is_continuation(byte_at(text, i))) ++count;
  }
  return count;
}

bool is_one_line(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return false;
  }
  return true;
}

std::string shortened(std::string_view text, size_t code_points) {
  size_t seen = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (is_continuation(byte_at(text, i))) continue;
    if (seen++ < code_points) continue;
    const size_t space = text.substr(0, i + 1).rfind(' ');
    const bool whole_words = space != text.npos && space > i / 2;
    return std::string(text.substr(0, whole_words ? space : i)).append(kEllipsis);
  }
  return std::string(text);
}

std::string listed(const std::vector<std::string>& items) {
  std::string sentence;
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) sentence += i + 1 == items.size() ? " and " : ", ";
    sentence += items[i];
  }
  return sentence;
}

std::string joined(const std::vector<std::string>& items, std::string_view separator) {
  std::string whole;
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) whole += separator;
    whole += items[i];
  }
  return whole;
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (end != std::string_view::npos && line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool is_email(std::string_view text) {
  const size_t at = text.find('@');
  if (at == std::string_view::npos || at == 0) return false;
  const std::string_view host = text.substr(at + 1);
  const size_t dot = host.find('.');
  return dot != std::string_view::npos && dot > 0 && host.back() != '.' &&
         text.find_first_of(" \t\r\n") == std::string_view::npos &&
         host.find('@') == std::string_view::npos;
}

std::string number_word(int number) {
  constexpr std::array<const char*, 21> kWords = {
      "zero",     "one",     "two",     "three",     "four",     "five",     "six",
      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
  if (number < 0 || number > 20) return std::to_string(number);
  return kWords[static_cast<size_t>(number)];
}

}  // namespace base
