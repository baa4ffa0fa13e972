#include "base/strict_json.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.h"

namespace base {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr size_t kFoundLength = 40;

// "line 3, column 5" of the byte at `offset`, columns in characters.
std::string line_and_column(std::string_view bytes, size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  const size_t column = code_point_count(before.substr(line_start)) + 1;
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

// What the parser looked for, in plain words; empty when it has none.
std::string looked_for(std::string_view parser_says) {
  struct Words {
    std::string_view theirs;
    const char* ours;
  };
  constexpr Words kWords[]{
      {"; expected ':'", "a colon"},
      {"; expected '}'", "a comma or “}”"},
      {"; expected ']'", "a comma or “]”"},
      {"; expected string literal", "a key in quotation marks"},
      {"; expected end of input", "the end of the file"},
      {"; expected '[', '{'", "a value"},
      {"invalid literal", "a value"},
  };
  for (const Words& words : kWords) {
    if (parser_says.find(words.theirs) != std::string_view::npos) return words.ours;
  }
  return {};
}

// Bytes one at a time, counting them, so that an error met between tokens has a place.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, size_t* read) : at_(at), read_(read) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    ++*read_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  size_t* read_;
};

// nlohmann's SAX events into a value, stopping at the first thing that is not allowed.
class Builder {
 public:
  Builder(std::string_view bytes, std::string_view file, JsonLimits limits, const size_t* read)
      : bytes_(bytes), file_(file), limits_(limits), read_(read) {}

  Json& root() { return root_; }
  const std::optional<Error>& error() const { return error_; }

  bool null() { return put(Json(nullptr)); }
  bool boolean(bool value) { return put(Json(value)); }
  bool number_integer(int64_t value) { return put(Json(value)); }
  bool number_unsigned(uint64_t value) { return put(Json(value)); }
  bool number_float(double, const std::string& token) {
    name_next();
    return refuse(ErrorCode::kBadValue, "Use a whole number of at most 18 figures", last_read(),
                  token, "a whole number");
  }
  bool string(std::string& value) {
    name_next();
    if (has_nul(value)) return false;
    return put(Json(std::move(value)));
  }
  bool binary(Json::binary_t&) { return false; }  // no such thing in JSON text

  bool start_object(size_t) { return open(Json::object()); }
  bool key(std::string& name) {
    levels_.back().key = name;
    if (has_nul(name)) return false;
    if (levels_.back().value->contains(name)) {
      return refuse(ErrorCode::kDuplicateKey,
                    "The key \"" + shortened(name, kFoundLength) +
                        "\" is here a second time in the same object; keep one of them",
                    string_start(last_read()), "", "");
    }
    return true;
  }
  bool end_object() { return close(); }
  bool start_array(size_t) { return open(Json::array()); }
  bool end_array() { return close(); }

  bool parse_error(size_t position, const std::string& last_token,
                   const nlohmann::detail::exception& why) {
    const size_t at = position == 0 ? 0 : position - 1;
    if (at >= bytes_.size()) return ends_early(why.what());
    if (bytes_[at] == '\n' && last_token.starts_with('"')) {
      return refuse(ErrorCode::kBadSyntax,
                    "A text in quotation marks must end on the line where it starts", at,
                    shortened(bytes_.substr(string_start(at), at - string_start(at)), kFoundLength),
                    "a closing quotation mark");
    }
    if (bytes_[at] == '/') {
      return refuse(ErrorCode::kBadSyntax, "JSON has no comments; take this one out", at, "/", "");
    }
    // A word cut short ("tru") is noticed at the white space after it.
    const bool after_word = at > 0 && trimmed(bytes_.substr(at, 1)).empty();
    const std::string_view token = token_around(after_word ? at - 1 : at);
    return refuse(ErrorCode::kBadSyntax,
                  "This is not JSON; check for a missing or extra comma, colon, bracket or "
                  "quotation mark here or just before",
                  static_cast<size_t>(token.data() - bytes_.data()), shortened(token, kFoundLength),
                  looked_for(why.what()));
  }

 private:
  struct Level {
    Json* value;
    std::string key;   // of the member being read, in an object
    size_t index = 0;  // of the element being read, in an array; set by name_next()
    size_t start = 0;  // offset of its opening bracket
  };

  // Points at the last place that has anything in it, and at the bracket that is still open there.
  bool ends_early(std::string_view parser_says) {
    size_t end = bytes_.size();
    while (end > 0 && trimmed(bytes_.substr(end - 1, 1)).empty()) --end;
    std::string expected = "the rest of the value";
    if (parser_says.find("invalid string") != std::string_view::npos) {
      expected = "a closing quotation mark";
    } else if (!levels_.empty()) {
      const Level& open = levels_.back();
      expected = std::string(open.value->is_array() ? "“]” for the list" : "“}” for the object") +
                 " that begins at " + line_and_column(bytes_, open.start);
    }
    return refuse(ErrorCode::kBadSyntax,
                  "The file ends before it is complete; check that every bracket and quotation "
                  "mark is closed",
                  end, "the end of the file", std::move(expected));
  }

  size_t last_read() const { return *read_ == 0 ? 0 : *read_ - 1; }

  // The opening quotation mark of the string that closes at `end`: the nearest before it that no
  // backslash escapes.
  size_t string_start(size_t end) const {
    for (size_t at = end; at-- > 0;) {
      if (bytes_[at] != '"') continue;
      size_t backslashes = 0;
      while (backslashes < at && bytes_[at - 1 - backslashes] == '\\') ++backslashes;
      if (backslashes % 2 == 0) return at;
    }
    return end;
  }

  // The string, the word or number, or the one character that the reading stopped at.
  std::string_view token_around(size_t at) const {
    const auto in_word = [this](size_t i) {
      const char c = bytes_[i];
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
             c == '+' || c == '-' || c == '.' || c == '_';
    };
    size_t start = at;
    size_t end = at + 1;
    if (bytes_[at] == '"') {
      start = string_start(at);
    } else if (in_word(at)) {
      while (start > 0 && in_word(start - 1)) --start;
      while (end < bytes_.size() && in_word(end)) ++end;
    } else {
      const auto continues = [this](size_t i) { return (bytes_[i] & '\xC0') == '\x80'; };
      while (start > 0 && continues(start)) --start;
      while (end < bytes_.size() && continues(end)) ++end;
    }
    return bytes_.substr(start, end - start);
  }

  std::string pointer() const {
    std::string path;
    for (const Level& level : levels_) {
      path += level.value->is_array() ? '/' + std::to_string(level.index) : pointer_step(level.key);
    }
    return path;
  }

  bool refuse(ErrorCode code, const std::string& message, size_t offset, std::string found,
              std::string expected) {
    error_ = Error{code,
                   message + " (" + line_and_column(bytes_, offset) + ").",
                   {std::string(file_), pointer()},
                   std::move(found),
                   std::move(expected)};
    return false;
  }

  bool has_nul(const std::string& text) {
    if (text.find('\0') == std::string::npos) return false;
    refuse(ErrorCode::kBadValue, "A text must not contain the character \\u0000; take it out",
           string_start(last_read()), "\\u0000", "");
    return true;
  }

  // An element's place is known before it is read.
  void name_next() {
    if (!levels_.empty() && levels_.back().value->is_array()) {
      levels_.back().index = levels_.back().value->size();
    }
  }

  // The value where it belongs: the root, the next element or the member just named.
  Json* place(Json value) {
    if (levels_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    name_next();
    Json& parent = *levels_.back().value;
    if (parent.is_array()) {
      parent.push_back(std::move(value));
      return &parent.back();
    }
    return &(parent[levels_.back().key] = std::move(value));
  }

  bool put(Json value) {
    place(std::move(value));
    return true;
  }

  bool open(Json container) {
    if (levels_.size() == limits_.depth) {
      name_next();
      return refuse(
          ErrorCode::kTooLarge,
          "Objects and arrays go deeper here than " + std::to_string(limits_.depth) + " levels",
          last_read(), "", "at most " + std::to_string(limits_.depth) + " levels");
    }
    levels_.push_back(Level{place(std::move(container)), {}, 0, last_read()});
    return true;
  }

  bool close() {
    levels_.pop_back();
    return true;
  }

  std::string_view bytes_;
  std::string_view file_;
  JsonLimits limits_;
  const size_t* read_;
  Json root_;
  std::vector<Level> levels_;
  std::optional<Error> error_;
};

[[maybe_unused]] bool has_fraction(const Json& value) {
  if (value.is_number_float()) return true;
  if (!value.is_structured()) return false;
  return std::any_of(value.begin(), value.end(),
                     [](const Json& part) { return has_fraction(part); });
}

}  // namespace

Result<Json> parse_json(std::string_view bytes, std::string_view file, JsonLimits limits) {
  const Place where{std::string(file), ""};
  if (bytes.size() > limits.bytes) {
    return Error{ErrorCode::kTooLarge, "The file is too large to read.", where,
                 std::to_string(bytes.size()) + " bytes",
                 "at most " + std::to_string(limits.bytes) + " bytes"};
  }
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  if (trimmed(bytes).empty()) {
    return Error{ErrorCode::kBadSyntax, "The file is empty.", where, "", "JSON"};
  }
  if (const size_t valid = valid_utf8_prefix(bytes); valid != bytes.size()) {
    return Error{ErrorCode::kBadSyntax,
                 "The file is not text in UTF-8; save it again as UTF-8 (" +
                     line_and_column(bytes, valid) + ").",
                 where, "", "UTF-8"};
  }
  // nlohmann/json takes a NUL for the end of the input and would ignore what follows.
  if (const size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    return Error{ErrorCode::kBadSyntax,
                 "The file contains a NUL byte; it is damaged or not a text file (" +
                     line_and_column(bytes, nul) + ").",
                 where, "", "text"};
  }

  size_t read = 0;
  Builder builder(bytes, file, limits, &read);
  const CountingIterator first(bytes.data(), &read);
  const CountingIterator last(bytes.data() + bytes.size(), &read);
  if (!Json::sax_parse(first, last, &builder)) {
    assert(builder.error());
    return *builder.error();
  }
  return std::move(builder.root());
}

std::string pointer_step(std::string_view key) {
  std::string step = "/";
  for (const char c : key) {
    if (c == '~') {
      step += "~0";
    } else if (c == '/') {
      step += "~1";
    } else {
      step += c;
    }
  }
  return step;
}

std::string canonical(const Json& value) {
  assert(!has_fraction(value));
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace base
