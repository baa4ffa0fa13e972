// Reads one JSON object member by member, so that the code of each type reads like its format.
// Every error is noted and reading goes on with a default value. Values only: what a policy means
// is read.cpp's.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/strict_json.h"
#include "policy/findings.h"

namespace policy {

// How an enumeration is spelt in JSON: {{"working_days", Unit::kWorkingDays}, …}.
template <typename E>
struct Spelling {
  std::string_view word;
  E value;
};

// The word that stands for `value`; empty when it has none.
template <typename E, size_t N>
std::string_view word_for(E value, const std::array<Spelling<E>, N>& spellings) {
  for (const Spelling<E>& spelling : spellings) {
    if (spelling.value == value) return spelling.word;
  }
  return {};
}

inline constexpr int kFormat = 1;
// That a file is of a later format: its only error then, as the rest would be read by the wrong
// rules.
std::optional<base::Error> newer_format(const base::Json& json, std::string_view file);

bool is_kebab_case(std::string_view text);  // "stage-1", "line-manager"

class ObjectReader {
 public:
  // `value` must outlive the reader. Anything but an object is noted, and then reads as all
  // defaults.
  ObjectReader(const base::Json& value, std::string pointer, Findings& findings);
  // Notes every key that nobody asked for.
  ~ObjectReader();
  ObjectReader(const ObjectReader&) = delete;
  ObjectReader& operator=(const ObjectReader&) = delete;

  bool is_object() const { return object_ != nullptr; }
  bool has(std::string_view key);
  const std::string& pointer() const { return pointer_; }
  Findings& findings() { return findings_; }

  // Text is never blank: leave an optional key out instead.
  std::string required_text(std::string_view key);
  std::string optional_text(std::string_view key, std::string_view otherwise = {});
  std::string required_id(std::string_view key);
  std::string optional_id(std::string_view key);
  std::string required_email(std::string_view key);
  int required_whole_number(std::string_view key, int low, int high);
  bool optional_flag(std::string_view key, bool otherwise);
  std::vector<std::string> required_texts(std::string_view key);  // at least one
  std::vector<std::string> optional_texts(std::string_view key);
  std::vector<std::string> required_ids(std::string_view key);  // at least one
  std::vector<std::string> optional_ids(std::string_view key);

  template <typename E, size_t N>
  E required_enum(std::string_view key, const std::array<Spelling<E>, N>& spellings,
                  E unreadable = E{}) {
    const base::Json* value = required(key);
    return value ? spelt(*value, below(pointer_, key), spellings, unreadable) : unreadable;
  }
  template <typename E, size_t N>
  E optional_enum(std::string_view key, const std::array<Spelling<E>, N>& spellings, E otherwise) {
    const base::Json* value = optional(key);
    return value ? spelt(*value, below(pointer_, key), spellings, otherwise) : otherwise;
  }
  // A key that may be left out; a list that is there has at least one word.
  template <typename E, size_t N>
  std::vector<E> optional_enums(std::string_view key, const std::array<Spelling<E>, N>& spellings) {
    std::vector<E> all;
    const base::Json* list = elements(key, optional(key), true);
    for (size_t i = 0; list && i < list->size(); ++i) {
      all.push_back(spelt((*list)[i], below(below(pointer_, key), i), spellings, E{}));
    }
    return all;
  }

  // `read` is T(ObjectReader&). A list has as many elements as the JSON, so that indexes agree.
  template <typename Read>
  auto required_list(std::string_view key, Read read) {  // at least one element
    return objects(key, elements(key, required(key), true), read);
  }
  template <typename Read>
  auto optional_list(std::string_view key, Read read) {
    return objects(key, elements(key, optional(key), false), read);
  }
  template <typename Read>
  auto required_object(std::string_view key, Read read) {
    using T = std::invoke_result_t<Read, ObjectReader&>;
    const base::Json* value = required(key);
    if (!value) return T{};
    ObjectReader object(*value, below(pointer_, key), findings_);
    return T(read(object));
  }
  template <typename Read>
  auto optional_object(std::string_view key, Read read) {
    using T = std::invoke_result_t<Read, ObjectReader&>;
    const base::Json* value = optional(key);
    if (!value) return std::optional<T>{};
    ObjectReader object(*value, below(pointer_, key), findings_);
    return std::optional<T>(read(object));
  }

 private:
  const base::Json* optional(std::string_view key);
  const base::Json* required(std::string_view key);  // notes a missing key
  // Null when there is no list; noted when it is something else, or empty and must not be.
  const base::Json* elements(std::string_view key, const base::Json* value, bool at_least_one);
  std::string text(const base::Json& value, const std::string& pointer);
  std::string id(const base::Json& value, const std::string& pointer);
  std::vector<std::string> ids(std::string_view key, const base::Json* list);
  void wrong_type(const base::Json& value, const std::string& pointer, std::string_view expected);
  void unknown_word(const std::string& word, const std::string& pointer,
                    const std::vector<std::string>& words);

  // What is the same for every type is here, once.
  void each_object(std::string_view key, const base::Json* list,
                   const std::function<void(ObjectReader&)>& read);

  template <typename E, size_t N>
  E spelt(const base::Json& value, const std::string& pointer,
          const std::array<Spelling<E>, N>& spellings, E otherwise) {
    if (!value.is_string()) {
      wrong_type(value, pointer, "text");
      return otherwise;
    }
    const auto& word = value.get_ref<const std::string&>();
    std::vector<std::string> words;
    for (const Spelling<E>& spelling : spellings) {
      if (spelling.word == word) return spelling.value;
      words.emplace_back(spelling.word);
    }
    unknown_word(word, pointer, words);
    return otherwise;
  }

  template <typename Read>
  auto objects(std::string_view key, const base::Json* list, Read read) {
    std::vector<std::invoke_result_t<Read, ObjectReader&>> all;
    each_object(key, list, [&](ObjectReader& object) { all.push_back(read(object)); });
    return all;
  }

  const base::Json* object_;  // null: there is no object to read, and that is noted
  std::string pointer_;
  Findings& findings_;
  std::vector<std::string> known_;
};

}  // namespace policy
