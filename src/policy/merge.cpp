#include "policy/merge.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "base/text.h"
#include "policy/reader.h"

namespace policy {
namespace {

using base::ErrorCode;
using base::Json;

// Replaced as they are.
constexpr std::array<std::string_view, 16> kValues{
    "title",      "short_title", "partnership",   "version",   "adopted", "review_due",
    "division",   "stage_word",  "subjects",      "reach",     "summary", "risk",
    "principles", "prompts",     "prompt_values", "afterwards"};
constexpr std::string_view kBudgets = "budgets";  // named by their clocks
// Lists of parts with ids.
constexpr std::array<std::string_view, 12> kLists{
    "sources", "areas",      "disagreements", "tests", "exclusions", "roles",
    "stages",  "priorities", "duties",        "forms", "contacts",   kBudgets};

bool is_at_or_within(std::string_view pointer, std::string_view part) {
  return pointer.starts_with(part) &&
         (pointer.size() == part.size() || pointer[part.size()] == '/');
}

const Json* member(const Json& value, std::string_view key) {
  if (!value.is_object()) return nullptr;
  const auto found = value.find(std::string(key));
  return found == value.end() ? nullptr : &*found;
}

std::string id_of(const Json& part, std::string_view list) {
  const Json* holder = list == kBudgets ? member(part, "clock") : &part;
  const Json* id = holder ? member(*holder, "id") : nullptr;
  return id && id->is_string() ? id->get<std::string>() : "";
}

// One part of a list, with where it and what is in it were written: pointers from the part on.
struct Part {
  Json value;
  std::vector<Origin> origins;
  bool changed = false;  // given by this file of changes
};

class Merger {
 public:
  Merger(Merged base, Findings& findings, std::string_view file)
      : merged_(std::move(base)), findings_(findings), file_(file) {
    for (const std::string_view list : kLists) lists_.push_back(taken_apart(list));
  }

  Merged merge(const Json& changes_file) && {
    ObjectReader in(changes_file, "", findings_);
    in.optional_text("$schema");
    in.required_whole_number("format", 1, kFormat);
    in.required_id("id");
    in.required_id("base");
    in.required_object("changes", [&](ObjectReader& changes) {
      const Json& given = *member(changes_file, "changes");
      if (given.is_object()) apply(given, changes);
      return true;
    });
    put_together();
    merged_.whole.erase("$schema");
    for (const char* key : {"format", "id", "base"}) {
      if (const Json* value = member(changes_file, key)) replace(key, *value, below("", key));
    }
    return std::move(merged_);
  }

 private:
  void apply(const Json& changes, ObjectReader& in) {
    if (!in.has("version")) in.required_text("version");
    for (const std::string_view key : kValues) {
      if (in.has(key)) replace(key, *member(changes, key), below("/changes", key));
    }
    in.optional_object("remove", [&](ObjectReader& remove) {
      for (size_t i = 0; i < kLists.size(); ++i) {
        take_out(i, remove, member(changes, kLists[i]));
      }
      return true;
    });
    for (size_t i = 0; i < kLists.size(); ++i) {
      if (in.has(kLists[i])) put_in(i, *member(changes, kLists[i]));
    }
    if (!in.has("clocks")) return;
    const Json& clocks = *member(changes, "clocks");
    if (!clocks.is_array()) {
      findings_.add(ErrorCode::kWrongType, "/changes/clocks", "This must be a list in [ ].", "",
                    "a list in [ ]");
      return;
    }
    for (size_t i = 0; i < clocks.size(); ++i) {
      replace_clock(clocks[i], below("/changes/clocks", i));
    }
  }

  // A value of the whole, as the changes give it at `written`.
  void replace(std::string_view key, const Json& value, std::string written) {
    const std::string pointer = below("", key);
    std::erase_if(merged_.origins,
                  [&](const Origin& one) { return is_at_or_within(one.pointer, pointer); });
    merged_.whole[std::string(key)] = value;
    merged_.origins.push_back({pointer, {file_, std::move(written)}});
  }

  void take_out(size_t index, ObjectReader& remove, const Json* given) {
    const std::string_view list = kLists[index];
    const std::vector<std::string> ids = remove.optional_ids(list);
    const std::string pointer = below("/changes/remove", list);
    std::vector<Part>& parts = lists_[index];
    for (size_t i = 0; i < ids.size(); ++i) {
      if (ids[i].empty()) continue;  // noted already
      const auto has_id = [&](const Json& part) { return id_of(part, list) == ids[i]; };
      if (std::erase_if(parts, [&](const Part& part) { return has_id(part.value); }) == 0) {
        findings_.add(ErrorCode::kMissingReference, below(pointer, i),
                      "The base has no such part to take out; check the id.", in_quotes(ids[i]),
                      "an id of the base’s " + in_quotes(list));
      }
      if (given && given->is_array() && std::any_of(given->begin(), given->end(), has_id)) {
        findings_.add(ErrorCode::kBadValue, below(pointer, i),
                      "This part is taken out and given as well; to replace it, give it alone.",
                      in_quotes(ids[i]), "one or the other");
      }
    }
    if (!ids.empty()) merged_.origins.push_back({below("", list), {file_, pointer}});
  }

  void put_in(size_t index, const Json& given) {
    const std::string_view list = kLists[index];
    std::vector<Part>& parts = lists_[index];
    const std::string pointer = below("/changes", list);
    if (!given.is_array()) {
      // Not a list: the reader of the whole says so.
      replace(list, given, pointer);
      parts.clear();
      return;
    }
    for (size_t i = 0; i < given.size(); ++i) {
      Part part{given[i], {{"", {file_, below(pointer, i)}}}, true};
      const std::string id = id_of(part.value, list);
      const auto old = std::find_if(parts.begin(), parts.end(), [&](const Part& one) {
        return !id.empty() && !one.changed && id_of(one.value, list) == id;
      });
      if (old == parts.end()) {
        parts.push_back(std::move(part));
      } else {
        *old = std::move(part);
      }
    }
  }

  void replace_clock(const Json& clock, const std::string& written) {
    const std::string id = id_of(clock, "");
    if (id.empty()) {
      findings_.add(clock.is_object() ? ErrorCode::kMissingKey : ErrorCode::kWrongType,
                    clock.is_object() ? below(written, "id") : written,
                    "This must be a whole clock, with the id of the one that it replaces.", "",
                    "a clock with its id");
      return;
    }
    bool found = false;
    const auto replace_in = [&](Part& part, Json& old, const std::string& pointer) {
      if (id_of(old, "") != id) return;
      old = clock;
      std::erase_if(part.origins, [&](const Origin& one) { return one.pointer == pointer; });
      part.origins.push_back({pointer, {file_, written}});
      found = true;
    };
    for (std::vector<Part>& parts : lists_) {
      for (Part& part : parts) {
        if (!part.value.is_object()) continue;
        if (const auto one = part.value.find("clock"); one != part.value.end()) {
          replace_in(part, *one, "/clock");
        }
        const auto several = part.value.find("clocks");
        if (several == part.value.end() || !several->is_array()) continue;
        for (size_t i = 0; i < several->size(); ++i) {
          replace_in(part, (*several)[i], below("/clocks", i));
        }
      }
    }
    if (found) return;
    findings_.add(ErrorCode::kMissingReference, below(written, "id"),
                  "The policy has no clock of this id to replace; check the id, or give the whole "
                  "stage.",
                  in_quotes(base::shortened(id, 60)), "the id of a clock");
  }

  std::vector<Part> taken_apart(std::string_view list) {
    std::vector<Part> parts;
    const auto found = merged_.whole.find(std::string(list));
    if (found == merged_.whole.end() || !found->is_array()) return parts;
    for (size_t i = 0; i < found->size(); ++i) {
      const std::string pointer = below(below("", list), i);
      Part part{std::move((*found)[i]), {{"", written_at(merged_, pointer)}}};
      for (const Origin& origin : merged_.origins) {
        if (origin.pointer.starts_with(pointer + '/')) {
          part.origins.push_back({origin.pointer.substr(pointer.size()), origin.written});
        }
      }
      parts.push_back(std::move(part));
    }
    std::erase_if(merged_.origins, [&](const Origin& origin) {
      return origin.pointer.starts_with(below("", list) + '/');
    });
    *found = Json::array();
    return parts;
  }

  void put_together() {
    for (size_t index = 0; index < kLists.size(); ++index) {
      for (Part& part : lists_[index]) {
        Json& list = merged_.whole[std::string(kLists[index])];
        const std::string pointer = below(below("", kLists[index]), list.size());
        for (Origin& origin : part.origins) {
          merged_.origins.push_back({pointer + origin.pointer, std::move(origin.written)});
        }
        list.push_back(std::move(part.value));
      }
    }
  }

  Merged merged_;
  Findings& findings_;
  std::string file_;
  std::vector<std::vector<Part>> lists_;  // in the order of kLists
};

}  // namespace

Merged unchanged(Json whole, std::string_view file) {
  return {std::move(whole), {{"", {std::string(file), ""}}}};
}

Merged merge(const Json& changes_file, Merged base, Findings& findings, std::string_view file) {
  return Merger(std::move(base), findings, file).merge(changes_file);
}

base::Place written_at(const Merged& merged, std::string_view pointer) {
  assert(!merged.origins.empty() && merged.origins.front().pointer.empty());
  const Origin* nearest = &merged.origins.front();
  for (const Origin& origin : merged.origins) {
    // Of two for the same part the later one wrote it.
    if (is_at_or_within(pointer, origin.pointer) &&
        origin.pointer.size() >= nearest->pointer.size()) {
      nearest = &origin;
    }
  }
  return {nearest->written.file,
          nearest->written.pointer + std::string(pointer.substr(nearest->pointer.size()))};
}

}  // namespace policy
