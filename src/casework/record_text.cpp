#include "casework/record_text.h"

#include <algorithm>

#include "base/text.h"
#include "casework/event_fields.h"

namespace casework {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";         // U+FFFD
constexpr std::string_view kLineSeparator = "\xE2\x80\xA8";       // U+2028
constexpr std::string_view kParagraphSeparator = "\xE2\x80\xA9";  // U+2029

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

std::string as_utf8(std::string_view typed) {
  std::string text;
  text.reserve(typed.size());
  for (;;) {
    const size_t valid = base::valid_utf8_prefix(typed);
    text += typed.substr(0, valid);
    if (valid == typed.size()) return text;
    text += kReplacement;
    typed.remove_prefix(valid + 1);
  }
}

struct Cleaner {
  void operator()(const char*, std::string& text) { text = record_text(text); }
  void operator()(const char*, bool&) {}
  void operator()(const char*, Date&) {}
  void operator()(const char*, std::map<std::string, bool>&) {}
  void operator()(const char*, std::vector<std::string>& texts) { clean(texts); }
  void operator()(const char*, std::map<std::string, std::vector<std::string>>& answers) {
    for (auto answer = answers.begin(); answer != answers.end();) {
      clean(answer->second);
      answer = answer->second.empty() ? answers.erase(answer) : std::next(answer);
    }
  }
  void optional(const char*, std::string& text) { text = record_text(text); }
  void operator()(const char*, Person& person) { visit_fields(*this, person); }
  void operator()(const char*, Subject& subject) { visit_fields(*this, subject); }

  static void clean(std::vector<std::string>& texts) {
    for (std::string& text : texts) text = record_text(text);
    texts.erase(std::remove(texts.begin(), texts.end(), std::string()), texts.end());
  }
};

struct Measurer {
  TextSizes sizes;
  std::string within;

  void operator()(const char* key, const std::string& text) { add(within + key, text); }
  void optional(const char* key, const std::string& text) { add(within + key, text); }
  void operator()(const char*, const bool&) {}
  void operator()(const char*, const Date&) {}
  void operator()(const char* key, const std::map<std::string, bool>& answers) {
    for (const auto& answer : answers) add(within + key, answer.first);
  }
  void operator()(const char* key, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) add(within + key, text);
  }
  void operator()(const char* key, const std::map<std::string, std::vector<std::string>>& answers) {
    for (const auto& [field, values] : answers) {
      add(within + key, field);
      for (const std::string& value : values) add(within + key + "." + field, value);
    }
  }
  void operator()(const char* key, const Person& person) { nested(key, person); }
  void operator()(const char* key, const Subject& subject) { nested(key, subject); }

  template <typename Fact>
  void nested(const char* key, const Fact& fact) {
    within = std::string(key) + ".";
    visit_fields(*this, fact);
    within.clear();
  }
  void add(const std::string& field, const std::string& text) {
    sizes.total += text.size();
    const size_t length = base::code_point_count(text);
    if (length <= sizes.longest) return;
    sizes.longest = length;
    sizes.longest_field = field;
  }
};

}  // namespace

bool is_record_text(std::string_view text) {
  return base::is_valid_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
           return is_control(c) && c != '\n' && c != '\t';
         });
}

std::string record_text(std::string_view typed) {
  const std::string utf8 = as_utf8(typed);
  std::string text;
  text.reserve(utf8.size());
  for (std::string_view rest = utf8; !rest.empty();) {
    size_t used = 1;
    const char c = rest.front();
    if (rest.starts_with(kLineSeparator) || rest.starts_with(kParagraphSeparator)) {
      used = kLineSeparator.size();
      text += '\n';
    } else if (c == '\r' || c == '\v' || c == '\f') {
      if (rest.starts_with("\r\n")) used = 2;
      text += '\n';
    } else if (!is_control(c) || c == '\n' || c == '\t') {
      text += c;
    }
    rest.remove_prefix(used);
  }
  return std::string(base::trimmed(text));
}

Payload cleaned(Payload payload) {
  Cleaner cleaner;
  std::visit([&](auto& fact) { visit_fields(cleaner, fact); }, payload);
  return payload;
}

Person cleaned(Person person) {
  Cleaner cleaner;
  visit_fields(cleaner, person);
  return person;
}

TextSizes text_sizes(const Payload& payload) {
  Measurer measurer;
  std::visit([&](const auto& fact) { visit_fields(measurer, fact); }, payload);
  return measurer.sizes;
}

}  // namespace casework
