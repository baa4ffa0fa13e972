#include "base/json_place.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/text.h"

namespace base {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr size_t kDeepest = 256;  // far beyond what parse_json takes, and safe on any stack
constexpr size_t kLineLength = 200;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The steps of a pointer. Anything that is not a pointer ("email", a form's field) has none, and so
// names the whole.
std::vector<std::string> steps_of(std::string_view pointer) {
  std::vector<std::string> steps;
  if (!pointer.starts_with('/')) return steps;
  for (size_t i = 0; i < pointer.size(); ++i) {
    if (pointer[i] == '/') {
      steps.emplace_back();
    } else if (pointer[i] == '~' && i + 1 < pointer.size()) {
      ++i;
      steps.back() += pointer[i] == '1' ? '/' : '~';
    } else {
      steps.back() += pointer[i];
    }
  }
  return steps;
}

void append_utf8(std::string& text, uint32_t point) {
  const auto byte = [&](uint32_t value) { text += static_cast<char>(value); };
  if (point < 0x80) {
    byte(point);
  } else if (point < 0x800) {
    byte(0xC0 | (point >> 6));
    byte(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    byte(0xE0 | (point >> 12));
    byte(0x80 | ((point >> 6) & 0x3F));
    byte(0x80 | (point & 0x3F));
  } else {
    byte(0xF0 | (point >> 18));
    byte(0x80 | ((point >> 12) & 0x3F));
    byte(0x80 | ((point >> 6) & 0x3F));
    byte(0x80 | (point & 0x3F));
  }
}

// Goes once through the text by the grammar of RFC 8259, and notes where the deepest value on the
// way of `steps` begins. Of a key that is there twice, the last, as the reader would take it.
class Scanner {
 public:
  Scanner(std::string_view json, const std::vector<std::string>& steps)
      : json_(json), steps_(steps) {}

  // Whether all of it is one JSON value.
  bool scan() {
    const bool whole = value(0, true, 0);
    space();
    return whole && at_ == json_.size();
  }
  size_t place() const { return place_; }

 private:
  bool at(char c) const { return at_ < json_.size() && json_[at_] == c; }
  bool take(char c) {
    if (!at(c)) return false;
    ++at_;
    return true;
  }
  void space() {
    while (at(' ') || at('\t') || at('\n') || at('\r')) ++at_;
  }
  bool word(std::string_view expected) {
    if (json_.substr(at_, expected.size()) != expected) return false;
    at_ += expected.size();
    return true;
  }
  bool digits() {
    const size_t start = at_;
    while (at_ < json_.size() && is_digit(json_[at_])) ++at_;
    return at_ > start;
  }

  // `matched` steps led here when `on_way`.
  bool value(size_t matched, bool on_way, size_t depth) {
    space();
    if (on_way && matched >= deepest_) {
      deepest_ = matched;
      place_ = at_;
    }
    if (at_ == json_.size() || depth > kDeepest) return false;
    switch (json_[at_]) {
      case '{':
        return object(matched, on_way, depth);
      case '[':
        return array(matched, on_way, depth);
      case '"':
        return string(nullptr);
      case 't':
        return word("true");
      case 'f':
        return word("false");
      case 'n':
        return word("null");
      default:
        return number();
    }
  }

  bool object(size_t matched, bool on_way, size_t depth) {
    ++at_;
    space();
    if (take('}')) return true;
    const bool wanted = on_way && matched < steps_.size();
    std::string key;
    for (;;) {
      space();
      key.clear();
      if (!string(wanted ? &key : nullptr)) return false;
      space();
      if (!take(':')) return false;
      const bool here = wanted && key == steps_[matched];
      if (!value(matched + 1, here, depth + 1)) return false;
      space();
      if (take('}')) return true;
      if (!take(',')) return false;
    }
  }

  bool array(size_t matched, bool on_way, size_t depth) {
    ++at_;
    space();
    if (take(']')) return true;
    const bool wanted = on_way && matched < steps_.size();
    for (size_t index = 0;; ++index) {
      const bool here = wanted && steps_[matched] == std::to_string(index);
      if (!value(matched + 1, here, depth + 1)) return false;
      space();
      if (take(']')) return true;
      if (!take(',')) return false;
    }
  }

  bool number() {
    take('-');
    if (!take('0') && !digits()) return false;
    if (take('.') && !digits()) return false;
    if (take('e') || take('E')) {
      if (!take('+')) take('-');
      return digits();
    }
    return true;
  }

  // The text is added to `content` unless that is null.
  bool string(std::string* content) {
    if (!take('"')) return false;
    while (at_ < json_.size()) {
      const char c = json_[at_++];
      if (c == '"') return true;
      if (static_cast<unsigned char>(c) < 0x20) return false;
      if (c == '\\') {
        if (!escape(content)) return false;
      } else if (content) {
        *content += c;
      }
    }
    return false;
  }

  bool escape(std::string* content) {
    if (at_ == json_.size()) return false;
    const char c = json_[at_++];
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    if (const size_t letter = kLetters.find(c); letter != kLetters.npos) {
      if (content) *content += kMeanings[letter];
      return true;
    }
    uint32_t point = 0;
    if (c != 'u' || !hex(point)) return false;
    uint32_t low = 0;
    if (point >= 0xD800 && point < 0xDC00 && word("\\u")) {
      if (!hex(low) || low < 0xDC00 || low > 0xDFFF) return false;
      point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
    }
    if (point >= 0xD800 && point <= 0xDFFF) return false;  // half a character
    if (content) append_utf8(*content, point);
    return true;
  }

  bool hex(uint32_t& point) {
    point = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
      if (at_ == json_.size()) return false;
      constexpr std::string_view kDigits = "0123456789abcdef";
      const size_t digit = kDigits.find(lower_ascii(json_.substr(at_, 1)));
      if (digit == kDigits.npos) return false;
      point = point * 16 + static_cast<uint32_t>(digit);
    }
    return true;
  }

  std::string_view json_;
  const std::vector<std::string>& steps_;
  size_t at_ = 0;
  size_t deepest_ = 0;
  size_t place_ = 0;
};

}  // namespace

std::optional<TextPlace> place_in(std::string_view json, std::string_view pointer) {
  if (json.starts_with(kByteOrderMark)) json.remove_prefix(kByteOrderMark.size());
  if (!is_valid_utf8(json)) return std::nullopt;
  const std::vector<std::string> steps = steps_of(pointer);
  Scanner scanner(json, steps);
  if (!scanner.scan()) return std::nullopt;

  const std::string_view before = json.substr(0, scanner.place());
  const size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  std::string_view line = json.substr(line_start);
  line = line.substr(0, line.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return TextPlace{static_cast<size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
                   code_point_count(before.substr(line_start)) + 1, shortened(line, kLineLength)};
}

}  // namespace base
