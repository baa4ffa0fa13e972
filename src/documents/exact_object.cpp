#include "documents/exact_object.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace documents {
namespace {

using base::Error;
using base::ErrorCode;

constexpr size_t kFoundLength = 60;

base::Place within(const base::Place& where, std::string_view key) {
  return {where.file, where.pointer + base::pointer_step(key)};
}

}  // namespace

std::vector<Error> wrong_keys(const base::Json& value, const base::Place& where,
                              std::initializer_list<const char*> keys, const char* of) {
  if (!value.is_object()) {
    return {Error{ErrorCode::kWrongType,
                  "This part of " + std::string(of) + " is of the wrong type.", where,
                  value.type_name(), "an object"}};
  }
  std::vector<Error> errors;
  for (const auto& item : value.items()) {
    const bool known =
        std::any_of(keys.begin(), keys.end(), [&](const char* key) { return item.key() == key; });
    if (known) continue;
    errors.push_back(Error{ErrorCode::kUnknownKey, base::capitalised(of) + " has no such key.",
                           within(where, item.key()), base::shortened(item.key(), kFoundLength),
                           ""});
  }
  for (const char* key : keys) {
    if (value.contains(key)) continue;
    errors.push_back(Error{ErrorCode::kMissingKey,
                           "The key \"" + std::string(key) + "\" is missing.", where, "", key});
  }
  return errors;
}

base::Result<std::string> text_at(const base::Json& object, const base::Place& where,
                                  const char* key) {
  const base::Json& value = *object.find(key);
  if (const auto* text = value.get_ptr<const std::string*>()) return *text;
  return Error{ErrorCode::kWrongType, "This value is of the wrong type.", within(where, key),
               value.type_name(), "text"};
}

std::vector<Error> wrong_version(const base::Json& object, const std::string& file, int ours) {
  const base::Json& version = *object.find("version");
  const base::Place where{file, "/version"};
  if (!version.is_number_integer()) {
    return {Error{ErrorCode::kWrongType, "The version must be a whole number.", where,
                  version.type_name(), std::to_string(ours)}};
  }
  if (version == ours) return {};
  if (version > ours) {
    return {Error{ErrorCode::kNewerFormat,
                  "This file was written by a later version of Common Ground. Ask your IT service "
                  "to update this one, then open the file again.",
                  where, base::canonical(version), std::to_string(ours)}};
  }
  return {Error{ErrorCode::kBadValue, "There is no such version.", where, base::canonical(version),
                std::to_string(ours)}};
}

Error ends_too_early(const std::string& file) {
  return Error{ErrorCode::kBadSyntax,
               "The file ends too early: it was not copied or sent whole. Ask for it again.",
               {file, ""},
               "the end of the file",
               "the rest of it"};
}

std::string as_file(const base::Json& value) {
  return base::canonical(value) + "\n";
}

}  // namespace documents
