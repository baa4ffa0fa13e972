// Damages a JSON file value by value, so that it stays JSON and the damage reaches the reader and
// the checks behind the parser: parts dropped, doubled, put in each other's place, taken from
// another file.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/strict_json.h"
#include "fuzz/mutator.h"

namespace fuzz {

class ValueMutator {
 public:
  explicit ValueMutator(uint64_t seed) : random_(seed) {}

  // One to three changes; white space is lost.
  std::string mutant(base::Json value, const base::Json& donor) {
    for (size_t changes = 1 + random_.below(3); changes > 0; --changes) change(value, donor);
    return base::canonical(value);
  }

 private:
  using Json = base::Json;

  template <typename AnyJson>  // Json or const Json
  static void list_parts(AnyJson& value, std::vector<AnyJson*>& parts) {
    parts.push_back(&value);
    if (!value.is_structured()) return;
    for (AnyJson& part : value) list_parts(part, parts);
  }
  // One that has parts of its own.
  Json* container(Json& value) {
    std::vector<Json*> parts;
    list_parts(value, parts);
    std::vector<Json*> filled;
    for (Json* part : parts) {
      if (part->is_structured() && !part->empty()) filled.push_back(part);
    }
    return filled.empty() ? nullptr : filled[random_.below(filled.size())];
  }
  Json any_part(const Json& value) {
    std::vector<const Json*> parts;
    list_parts(value, parts);
    return *parts[random_.below(parts.size())];
  }
  Json::iterator member(Json& container) {
    return std::next(container.begin(),
                     static_cast<std::ptrdiff_t>(random_.below(container.size())));
  }

  void change(Json& value, const Json& donor) {
    Json* from = container(value);
    if (!from) return;
    const auto chosen = member(*from);
    switch (random_.below(6)) {
      case 0:
        from->erase(chosen);
        return;
      case 1:
        *chosen = any_part(donor);
        return;
      case 2:
        *chosen = any_part(value);
        return;
      case 3:
        return add(*from, donor);
      case 4:
        *chosen = simple_value();
        return;
      default:
        return swap(value, *chosen);
    }
  }
  static bool holds(Json& outer, const Json* inner) {
    std::vector<Json*> parts;
    list_parts(outer, parts);
    return std::find(parts.begin(), parts.end(), inner) != parts.end();
  }
  void swap(Json& value, Json& first) {
    Json& second = *member(*container(value));
    if (holds(first, &second) || holds(second, &first)) return;
    first.swap(second);
  }
  void add(Json& container, const Json& donor) {
    if (container.is_array()) {
      container.push_back(Json(container[random_.below(container.size())]));
      return;
    }
    Json other = any_part(donor);
    while (!other.is_object() || other.empty()) other = any_part(donor);
    const auto taken = member(other);
    container[taken.key()] = *taken;
  }
  Json simple_value() {
    switch (random_.below(8)) {
      case 0:
        return nullptr;
      case 1:
        return true;
      case 2:
        return -1;
      case 3:
        return 0;
      case 4:
        return 18'446'744'073'709'551'615u;
      case 5:
        return "";
      case 6:
        return Json::array();
      default:
        return Json::object();
    }
  }

  Random random_;
};

}  // namespace fuzz
