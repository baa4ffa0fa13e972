// Every rule of every shipped policy says where it comes from. What can be checked here without the
// sources themselves, which are not in the repository: that the citation is there, whole and well
// written. Whether the words stand in the source was checked by hand, policy by policy.
#include <algorithm>
#include <functional>
#include <set>

#include "policy_files.h"

using base::Json;
using policy_files::json_of;
using policy_files::text_of;

namespace {

// The parts of a policy that are rules: each member of these lists, and each of these objects.
const std::set<std::string> kLists{"principles",    "disagreements", "tests",   "exclusions",
                                   "roles",         "priorities",    "stages",  "guidance",
                                   "outputs",       "alternatives",  "clocks",  "duties",
                                   "actions",       "direct_entry",  "forms",   "prompts",
                                   "prompt_values", "afterwards",    "contacts"};
const std::set<std::string> kObjects{"judge", "meeting", "in_absence", "clock"};

struct Part {
  std::string place;  // "/stages/0/clocks/0"
  std::string kind;   // "clocks"
  const Json* json;
};

bool is_number(const std::string& step) {
  return !step.empty() && step.find_first_not_of("0123456789") == std::string::npos;
}

// Every value, each with its place; `list` is the key that it, or the list it is in, stands under.
void walk(const Json& value, const std::string& place, const std::string& list,
          const std::function<void(const Part&)>& visit) {
  visit({place, list, &value});
  if (value.is_array()) {
    for (size_t i = 0; i < value.size(); ++i) {
      walk(value[i], place + "/" + std::to_string(i), list, visit);
    }
  }
  if (!value.is_object()) return;
  for (const auto& [key, part] : value.items()) walk(part, place + "/" + key, key, visit);
}

// One text on its own in a list ("prompts": ["What happened?"]) is no rule: its group is.
bool is_rule(const Part& part) {
  if (!part.json->is_object()) return false;
  const std::string last = part.place.substr(part.place.rfind('/') + 1);
  return is_number(last) ? kLists.count(part.kind) == 1 : kObjects.count(part.kind) == 1;
}

void for_each_policy(const std::function<void(const Json&)>& check) {
  auto index = policy::read_index(text_of("policies/index.json"), "index.json");
  REQUIRE(index.ok());
  REQUIRE(index->policies.size() >= 2);
  for (const std::string& file : index->policies) {
    INFO(file);
    check(json_of("policies/" + file));
  }
}
void for_each_rule(const std::function<void(const Part&)>& check) {
  for_each_policy([&](const Json& policy) {
    size_t rules = 0;
    walk(policy, "", "", [&](const Part& part) {
      if (!is_rule(part)) return;
      ++rules;
      INFO(part.place);
      check(part);
    });
    CHECK(rules > 40);
  });
}
// Every text of every policy, citations included.
void for_each_text(const std::function<void(const Part&, const std::string&)>& check) {
  for_each_policy([&](const Json& policy) {
    walk(policy, "", "", [&](const Part& part) {
      if (!part.json->is_string()) return;
      INFO(part.place);
      check(part, part.json->get_ref<const std::string&>());
    });
  });
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// Begins with a capital letter, a figure or a quotation, and ends with a full stop, within a
// closing quotation mark or before one.
bool is_whole_sentence(const std::string& text) {
  const char first = text.empty() ? ' ' : text.front();
  const bool begins = (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9') ||
                      text.starts_with("“") || text.starts_with("‘");
  return begins && (text.ends_with(".") || text.ends_with(".”"));
}

}  // namespace

TEST_CASE("every rule of every shipped policy cites a place in one of its sources") {
  for_each_rule([](const Part& part) {
    REQUIRE(part.json->contains("cite"));
    CHECK((*part.json)["cite"].contains("place"));
  });
}

// The format lets an item of a list that was put in other words go without (model.h, Citation). No
// shipped policy does: areas of disagreement, roles and prompts quote their sources too.
TEST_CASE("every rule of every shipped policy quotes the operative words") {
  for_each_rule([](const Part& part) {
    REQUIRE(part.json->contains("cite"));
    CHECK((*part.json)["cite"].contains("words"));
  });
}

TEST_CASE("quoted words have typographic quotation marks and single spaces") {
  for_each_text([](const Part& part, const std::string& text) {
    if (part.kind != "words" && part.kind != "place" && part.kind != "reading") return;
    CHECK_FALSE(contains(text, "\""));
    CHECK_FALSE(contains(text, "'"));
    CHECK_FALSE(contains(text, "  "));
    CHECK_FALSE(contains(text, "\n"));
    CHECK_FALSE(text.starts_with(" "));
    CHECK_FALSE(text.ends_with(" "));
    // What is left out between words is "…" with a space on either side.
    CHECK_FALSE(contains(text, "..."));
  });
}

TEST_CASE("every source of a policy is cited, and nothing else is") {
  for_each_policy([](const Json& policy) {
    std::set<std::string> listed;
    for (const Json& source : policy["sources"]) listed.insert(source["id"].get<std::string>());
    std::set<std::string> cited;
    walk(policy, "", "", [&](const Part& part) {
      if (part.kind == "source" && part.json->is_string()) {
        cited.insert(part.json->get<std::string>());
      }
    });
    CHECK(listed == cited);
    CHECK(listed.size() == policy["sources"].size());
  });
}

TEST_CASE("readings are whole sentences and stand in the citation alone") {
  size_t readings = 0;
  for_each_text([&](const Part& part, const std::string& text) {
    CHECK_FALSE(contains(text, "eading taken"));
    if (part.kind != "reading") return;
    ++readings;
    CHECK(is_whole_sentence(text));
  });
  CHECK(readings > 20);
}
