#include "policy/reader.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace policy {
namespace {

using base::ErrorCode;
using base::Json;

constexpr size_t kFoundLength = 60;

std::string as_found(const Json& value) {
  return base::shortened(value.dump(-1, ' ', false, Json::error_handler_t::replace), kFoundLength);
}

bool is_blank(std::string_view text) {
  return base::trimmed(text).empty();
}

bool is_lower_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

bool is_kebab_case(std::string_view text) {
  if (text.empty() || text.front() < 'a' || text.front() > 'z' || text.back() == '-') return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (!is_lower_or_digit(text[i]) && !(text[i] == '-' && text[i - 1] != '-')) return false;
  }
  return true;
}

std::optional<base::Error> newer_format(const Json& json, std::string_view file) {
  if (!json.is_object()) return std::nullopt;
  const auto format = json.find("format");
  if (format == json.end() || !format->is_number_integer()) return std::nullopt;
  const bool newer = format->is_number_unsigned() ? format->get<uint64_t>() > uint64_t{kFormat}
                                                  : format->get<int64_t>() > kFormat;
  if (!newer) return std::nullopt;
  return base::Error{
      ErrorCode::kNewerFormat,
      "This file was written for a later version of this program; get the later program, "
      "or the file in the older format.",
      {std::string(file), "/format"},
      "format " + format->dump(),
      "format " + std::to_string(kFormat)};
}

ObjectReader::ObjectReader(const Json& value, std::string pointer, Findings& findings)
    : object_(value.is_object() ? &value : nullptr),
      pointer_(std::move(pointer)),
      findings_(findings) {
  if (!object_) wrong_type(value, pointer_, "an object in { }");
}

ObjectReader::~ObjectReader() {
  if (!object_) return;
  for (const auto& [key, value] : object_->items()) {
    if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
    findings_.add(ErrorCode::kUnknownKey, below(pointer_, key),
                  "The format has no key " + in_quotes(base::shortened(key, kFoundLength)) +
                      " here; check its spelling or take it out.",
                  in_quotes(base::shortened(key, kFoundLength)),
                  "one of " + base::joined(known_, ", "));
  }
}

bool ObjectReader::has(std::string_view key) {
  return optional(key) != nullptr;
}

const Json* ObjectReader::optional(std::string_view key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
  if (!object_) return nullptr;
  const auto found = object_->find(std::string(key));
  return found == object_->end() ? nullptr : &*found;
}

const Json* ObjectReader::required(std::string_view key) {
  const Json* value = optional(key);
  if (!value && object_) {
    findings_.add(ErrorCode::kMissingKey, below(pointer_, key),
                  "The key " + in_quotes(key) + " is missing here; add it.", "nothing",
                  "the key " + in_quotes(key));
  }
  return value;
}

void ObjectReader::wrong_type(const Json& value, const std::string& pointer,
                              std::string_view expected) {
  findings_.add(ErrorCode::kWrongType, pointer, "This must be " + std::string(expected) + ".",
                as_found(value), std::string(expected));
}

void ObjectReader::unknown_word(const std::string& word, const std::string& pointer,
                                const std::vector<std::string>& words) {
  findings_.add(ErrorCode::kBadValue, pointer,
                "This word is not one that the format knows; use one of those listed.",
                in_quotes(base::shortened(word, kFoundLength)),
                "one of " + base::joined(words, ", "));
}

void ObjectReader::each_object(std::string_view key, const Json* list,
                               const std::function<void(ObjectReader&)>& read) {
  for (size_t i = 0; list && i < list->size(); ++i) {
    ObjectReader object((*list)[i], below(below(pointer_, key), i), findings_);
    read(object);
  }
}

std::string ObjectReader::text(const Json& value, const std::string& pointer) {
  if (!value.is_string()) {
    wrong_type(value, pointer, "text in quotation marks");
    return {};
  }
  const auto& words = value.get_ref<const std::string&>();
  if (is_blank(words)) {
    findings_.add(ErrorCode::kBadValue, pointer,
                  "This text is empty; write it, or take the key out if it may be left out.",
                  "an empty text", "text");
  }
  return words;
}

std::string ObjectReader::id(const Json& value, const std::string& pointer) {
  if (!value.is_string()) {
    wrong_type(value, pointer, "text in quotation marks");
    return {};
  }
  const auto& name = value.get_ref<const std::string&>();
  if (!is_kebab_case(name)) {
    findings_.add(ErrorCode::kBadValue, pointer,
                  "An id is written in small letters and figures joined by hyphens, and begins "
                  "with a letter.",
                  in_quotes(base::shortened(name, kFoundLength)), "for example “stage-1”");
  }
  return name;
}

std::string ObjectReader::required_text(std::string_view key) {
  const Json* value = required(key);
  return value ? text(*value, below(pointer_, key)) : std::string();
}

std::string ObjectReader::optional_text(std::string_view key, std::string_view otherwise) {
  const Json* value = optional(key);
  return value ? text(*value, below(pointer_, key)) : std::string(otherwise);
}

std::string ObjectReader::required_id(std::string_view key) {
  const Json* value = required(key);
  return value ? id(*value, below(pointer_, key)) : std::string();
}

std::string ObjectReader::optional_id(std::string_view key) {
  const Json* value = optional(key);
  return value ? id(*value, below(pointer_, key)) : std::string();
}

std::string ObjectReader::required_email(std::string_view key) {
  const Json* value = required(key);
  if (!value) return {};
  if (!value->is_string()) {
    wrong_type(*value, below(pointer_, key), "text in quotation marks");
    return {};
  }
  const auto& address = value->get_ref<const std::string&>();
  if (!base::is_email(address)) {
    findings_.add(ErrorCode::kBadValue, below(pointer_, key),
                  "This is not an email address; write one address and nothing else.",
                  in_quotes(base::shortened(address, kFoundLength)),
                  "for example “name@example.org”");
  }
  return address;
}

int ObjectReader::required_whole_number(std::string_view key, int low, int high) {
  const Json* value = required(key);
  if (!value) return low;
  const std::string range =
      "a whole number from " + std::to_string(low) + " to " + std::to_string(high);
  if (!value->is_number_integer()) {
    wrong_type(*value, below(pointer_, key), range);
    return low;
  }
  // Unsigned numbers beyond int64 would wrap: compare them as they are.
  const bool in_range = value->is_number_unsigned()
                            ? value->get<uint64_t>() <= static_cast<uint64_t>(high) &&
                                  static_cast<int64_t>(value->get<uint64_t>()) >= low
                            : value->get<int64_t>() >= low && value->get<int64_t>() <= high;
  if (!in_range) {
    findings_.add(ErrorCode::kBadValue, below(pointer_, key), "This number is out of range.",
                  as_found(*value), range);
    return low;
  }
  return value->get<int>();
}

bool ObjectReader::optional_flag(std::string_view key, bool otherwise) {
  const Json* value = optional(key);
  if (!value) return otherwise;
  if (!value->is_boolean()) {
    wrong_type(*value, below(pointer_, key), "true or false");
    return otherwise;
  }
  return value->get<bool>();
}

const Json* ObjectReader::elements(std::string_view key, const Json* value, bool at_least_one) {
  if (!value) return nullptr;
  if (!value->is_array()) {
    wrong_type(*value, below(pointer_, key), "a list in [ ]");
    return nullptr;
  }
  if (at_least_one && value->empty()) {
    findings_.add(ErrorCode::kBadValue, below(pointer_, key),
                  "This list is empty; it needs at least one entry.", "an empty list",
                  "at least one entry");
  }
  return value;
}

std::vector<std::string> ObjectReader::required_texts(std::string_view key) {
  std::vector<std::string> all;
  const Json* list = elements(key, required(key), true);
  for (size_t i = 0; list && i < list->size(); ++i) {
    all.push_back(text((*list)[i], below(below(pointer_, key), i)));
  }
  return all;
}

std::vector<std::string> ObjectReader::optional_texts(std::string_view key) {
  std::vector<std::string> all;
  const Json* list = elements(key, optional(key), false);
  for (size_t i = 0; list && i < list->size(); ++i) {
    all.push_back(text((*list)[i], below(below(pointer_, key), i)));
  }
  return all;
}

std::vector<std::string> ObjectReader::required_ids(std::string_view key) {
  return ids(key, elements(key, required(key), true));
}

std::vector<std::string> ObjectReader::optional_ids(std::string_view key) {
  return ids(key, elements(key, optional(key), false));
}

std::vector<std::string> ObjectReader::ids(std::string_view key, const Json* list) {
  std::vector<std::string> all;
  for (size_t i = 0; list && i < list->size(); ++i) {
    all.push_back(id((*list)[i], below(below(pointer_, key), i)));
  }
  return all;
}

}  // namespace policy
