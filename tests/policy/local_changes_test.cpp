#include "policy/local_changes.h"

#include <algorithm>

#include "policy/policy_set.h"
#include "policy_files.h"

using base::ErrorCode;
using base::Json;
using policy_files::json_of;
using policy_files::text_of;

namespace {

const std::string kFolder = "tests/data/policies/primitives/";

// The county's policy and the changes of one of its districts.
std::string base_text() {
  return text_of(kFolder + "base.json");
}
Json changes_file() {
  return json_of(kFolder + "local-changes.json");
}

base::Result<policy::Policy> read(const Json& file) {
  auto read = policy_files::changed(file.dump(), "north.json", base_text(), "county.json");
  if (!read) return read.errors();
  return std::move(read.value().policy);
}
policy::Policy good(const Json& file) {
  auto policy = read(file);
  REQUIRE_MESSAGE(policy.ok(), (policy.ok() ? "" : policy_files::in_lines(policy.errors())));
  return std::move(policy).value();
}

// "north.json /changes/contacts/0/email": where each error is shown.
std::vector<std::string> places(const base::Result<policy::Policy>& read) {
  std::vector<std::string> all;
  if (read) return all;
  for (const base::Error& error : read.errors()) {
    all.push_back(error.where.file + ' ' + error.where.pointer);
    CHECK_FALSE(error.message.empty());
  }
  return all;
}
// After `value` was put at `pointer` of the changes.
std::vector<std::string> places_with(const char* pointer, const Json& value) {
  Json file = changes_file();
  file[Json::json_pointer(pointer)] = value;
  return places(read(file));
}

using Places = std::vector<std::string>;

// A policy that changes nothing but its version.
std::string over(const std::string& id, const std::string& base) {
  return Json{{"format", 1}, {"id", id}, {"base", base}, {"changes", {{"version", id}}}}.dump();
}

}  // namespace

TEST_CASE(
    "parts with an id replace the base's or are added; what is removed is gone; clocks change in "
    "place") {
  const policy::Policy county = policy_files::policy_of(kFolder + "base.json");
  const policy::Policy north = good(changes_file());
  CHECK(north.id == "kestrelmoor-north");
  CHECK(north.base == "kestrelmoor");
  CHECK(north.version == "1 North 2026");
  CHECK(north.title == "Kestrelmoor North: resolving professional disagreements");
  CHECK(north.summary == county.summary);
  REQUIRE(north.contacts.size() == county.contacts.size());
  CHECK(north.contact("desk")->email == "desk@north.kestrelmoor.example");
  REQUIRE(north.sources.size() == 2);
  CHECK(north.sources[0].id == "guide");
  CHECK(north.sources[1].id == "north-guide");
  REQUIRE(north.duties.size() == 2);
  CHECK(north.duties[0].id == "tell-family");
  CHECK(north.duties[1].id == "tell-district");
  REQUIRE(north.stages.size() == 2);
  REQUIRE(north.stages[0].clocks.size() == 1);
  CHECK(north.stages[0].clocks[0].amount.count == 2);
  CHECK(county.stages[0].clocks[0].amount.count == 5);
  CHECK(north.stages[1].clocks[0].amount.count == 10);
  CHECK(north.hash != county.hash);
}

TEST_CASE("every part of a policy can be changed") {
  const std::string whole = text_of("tests/data/policies/every-key.json");
  const Json policy = Json::parse(whole);
  for (const auto& item : policy.items()) {
    const std::string& key = item.key();
    if (key == "$schema" || key == "format" || key == "id" || key == "base") continue;
    CAPTURE(key);
    Json file{
        {"format", 1}, {"id", "local"}, {"base", "southmere"}, {"changes", {{"version", "L"}}}};
    file["changes"][key] = item.value();
    if (key == "version") file["changes"][key] = "L";
    const auto text = policy_files::changed(file.dump(), "local.json", whole, "base.json");
    REQUIRE(text.ok());
    // Given again as it is, it stays as it is: nothing is there twice.
    Json expected = policy;
    expected.erase("$schema");
    expected["id"] = "local";
    expected["base"] = "southmere";
    expected["version"] = "L";
    CHECK(Json::parse(text->text) == expected);
  }
}

TEST_CASE("a clock is replaced wherever it stands: stage, duty, budget, another procedure's") {
  const std::string whole = text_of("tests/data/policies/every-key.json");
  const Json policy = Json::parse(whole);
  for (const char* pointer :
       {"/stages/0/clocks/1", "/duties/0/clock", "/budgets/0/clock", "/exclusions/0/clock"}) {
    CAPTURE(pointer);
    const Json::json_pointer place(pointer);
    Json clock = policy[place];
    clock["what"] = "It is done here";
    const Json file{{"format", 1},
                    {"id", "local"},
                    {"base", "southmere"},
                    {"changes", {{"version", "L"}, {"clocks", {clock}}}}};
    const auto text = policy_files::changed(file.dump(), "local.json", whole, "base.json");
    REQUIRE(text.ok());
    CHECK(Json::parse(text->text)[place] == clock);
  }
}

TEST_CASE("a shared time is taken out by the id of its clock") {
  const std::string whole = text_of("tests/data/policies/every-key.json");
  const Json policy = Json::parse(whole);
  const Json file{
      {"format", 1},
      {"id", "local"},
      {"base", "southmere"},
      {"changes",
       {{"version", "L"}, {"remove", {{"budgets", {policy["budgets"][0]["clock"]["id"]}}}}}}};
  const auto text = policy_files::changed(file.dump(), "local.json", whole, "base.json");
  REQUIRE_MESSAGE(text.ok(), (text.ok() ? "" : policy_files::in_lines(text.errors())));
  CHECK(policy["budgets"].size() == 1);
  CHECK(text->policy.budgets.empty());
}

TEST_CASE("the whole text stands alone and is the same policy") {
  const auto text = policy_files::changed(changes_file().dump(), "n", base_text(), "b");
  REQUIRE(text.ok());
  const auto alone = policy::read_policy(text->text, "vault");
  REQUIRE(alone.ok());
  CHECK(alone->hash == good(changes_file()).hash);
  CHECK(alone->base == "kestrelmoor");
  CHECK_FALSE(policy::is_local_changes(Json::parse(text->text)));
  CHECK(policy::is_local_changes(changes_file()));
  CHECK(policy::is_local_changes(Json{{"base", "x"}}));
  CHECK(policy::is_local_changes(Json{{"changes", Json::object()}}));
  CHECK_FALSE(policy::is_local_changes(Json::parse(base_text())));
  CHECK_FALSE(policy::is_local_changes(Json{"base"}));
}

TEST_CASE("errors of the changes are shown in their file") {
  CHECK(places_with("/changes/contacts/0/email", "desk") ==
        Places{"north.json /changes/contacts/0/email"});
  CHECK(places_with("/changes/contacts/0/colour", "green") ==
        Places{"north.json /changes/contacts/0/colour"});
  CHECK(places_with("/changes/duties/0/cite/source", "nowhere") ==
        Places{"north.json /changes/duties/0/cite/source"});
  CHECK(places_with("/changes/clocks/0/amount/count", -1) ==
        Places{"north.json /changes/clocks/0/amount/count"});
  CHECK(places_with("/changes/clocks/0", 7) == Places{"north.json /changes/clocks/0"});
  CHECK(places_with("/changes/title", "") == Places{"north.json /changes/title"});
  CHECK(places_with("/changes/contacts", "none") == Places{"north.json /changes/contacts"});
  CHECK(places_with("/changes/colour", "green") == Places{"north.json /changes/colour"});
  CHECK(places_with("/colour", "green") == Places{"north.json /colour"});
  CHECK(places_with("/changes/remove/summary", Json::array({"a"})) ==
        Places{"north.json /changes/remove/summary"});
  CHECK(places_with("/changes/remove/budgets", Json::array({"a"})) ==
        Places{"north.json /changes/remove/budgets/0"});
  CHECK(places_with("/changes/remove", "all") == Places{"north.json /changes/remove"});
  CHECK(places_with("/changes", "all") == Places{"north.json /changes"});
  CHECK(places_with("/id", "Not an id") == Places{"north.json /id"});
  CHECK(places_with("/id", "kestrelmoor") == Places{"north.json /base"});
  CHECK(places_with("/format", "1") == Places{"north.json /format"});
}

TEST_CASE("what the changes name must be there; a version must be given") {
  Json file = changes_file();
  file["changes"].erase("version");
  file["changes"]["remove"]["duties"].push_back("tell-nobody");
  file["changes"]["remove"]["stages"] = {"stage-9"};
  file["changes"]["clocks"][0]["id"] = "tock";
  CHECK(places(read(file)) ==
        Places{"north.json /changes/version", "north.json /changes/remove/stages/0",
               "north.json /changes/remove/duties/1", "north.json /changes/clocks/0/id"});
  file = changes_file();
  file["changes"]["remove"]["contacts"] = {"desk"};
  CHECK(places(read(file)) == Places{"north.json /changes/remove/contacts/0"});
  file = changes_file();
  file["changes"]["contacts"].push_back(file["changes"]["contacts"][0]);
  CHECK(places(read(file)) == Places{"north.json /changes/contacts/1/id"});
  file = changes_file();
  file["format"] = 2;
  const auto newer = read(file);
  REQUIRE(places(newer) == Places{"north.json /format"});
  CHECK(newer.error().code == ErrorCode::kNewerFormat);
}

TEST_CASE("errors that lie in the base are shown there, at its own place") {
  Json file = changes_file();
  file["changes"]["remove"]["duties"] = {"tell-county"};
  file["changes"]["remove"]["sources"] = {"guide"};
  const Places found = places(read(file));
  REQUIRE_FALSE(found.empty());
  for (const std::string& place : found) CHECK(place.starts_with("county.json /"));
  // The family's duty is the second of the base and the first of the whole.
  CHECK(std::find(found.begin(), found.end(), "county.json /duties/1/cite/source") != found.end());

  file = changes_file();
  file["changes"]["remove"]["stages"] = {"stage-2"};
  CHECK(places(read(file)) == Places{"county.json /stages/0/next/0"});

  file = changes_file();
  file["changes"]["remove"]["stages"] = {"stage-1", "stage-2"};
  const Places none = places(read(file));
  CHECK(std::find(none.begin(), none.end(), "north.json /changes/remove/stages") != none.end());
}

TEST_CASE("in a folder the base is found wherever it stands, and the text kept is whole") {
  const policy::PolicySet set = policy::read_policies(
      {"c.json", {"north.json", "county.json"}},
      {{"county.json", base_text()}, {"north.json", changes_file().dump()}}, "policies/");
  for (const auto& refused : set.refused) FAIL_CHECK(policy_files::in_lines(refused.errors));
  REQUIRE(set.usable.size() == 2);
  CHECK(set.usable[0].file == "north.json");
  CHECK(set.usable[0].policy.id == "kestrelmoor-north");
  CHECK(set.usable[1].text == base_text());
  const auto alone = policy::read_policy(set.usable[0].text, "vault");
  REQUIRE(alone.ok());
  CHECK(alone->hash == set.usable[0].policy.hash);
}

TEST_CASE("without a base that can be used local changes are refused, and say so") {
  const policy::PolicySet set =
      policy::read_policies({"c.json", {"alone.json", "bad.json", "over-bad.json", "odd.json"}},
                            {{"alone.json", over("alone", "nowhere")},
                             {"bad.json", R"({"format": 1, "id": "bad"})"},
                             {"over-bad.json", over("over-bad", "bad")},
                             {"odd.json", R"({"format": 1, "id": "odd", "changes": {}})"}},
                            "policies/");
  CHECK(set.usable.empty());
  REQUIRE(set.refused.size() == 4);
  for (const size_t i : {size_t{0}, size_t{2}, size_t{3}}) {
    REQUIRE(set.refused[i].errors.size() == 1);
    CHECK(set.refused[i].errors[0].where.pointer == "/base");
    CHECK(set.refused[i].errors[0].where.file == "policies/" + set.refused[i].file);
  }
  CHECK(set.refused[0].errors[0].message.find("No file of the index") == 0);
  CHECK(set.refused[2].errors[0].message.find("cannot be used itself") != std::string::npos);
  CHECK(set.refused[1].errors[0].where.file == "policies/bad.json");
}

TEST_CASE("changes over changes: eight levels, not nine, in whatever order") {
  for (const bool backwards : {false, true}) {
    policy::Index index{"c.json", {"county.json"}};
    std::vector<policy::PolicyFile> files{{"county.json", base_text()}};
    for (int level = 1; level <= 9; ++level) {
      const std::string id = "level-" + std::to_string(level);
      const std::string base = level == 1 ? "kestrelmoor" : "level-" + std::to_string(level - 1);
      files.push_back({id + ".json", over(id, base)});
      index.policies.push_back(id + ".json");
    }
    if (backwards) std::reverse(index.policies.begin(), index.policies.end());
    const policy::PolicySet set = policy::read_policies(index, files);
    CHECK(set.usable.size() == 9);
    CHECK(set.find("level-8"));
    REQUIRE(set.refused.size() == 1);
    CHECK(set.refused[0].file == "level-9.json");
    CHECK(set.refused[0].errors[0].code == ErrorCode::kTooLarge);
  }
}

TEST_CASE("an error under several levels is shown in the file that wrote the part") {
  Json south = changes_file();
  south["id"] = "south";
  south["base"] = "kestrelmoor-north";
  south["changes"] = {{"version", "S"}, {"remove", {{"sources", {"north-guide"}}}}};
  const policy::PolicySet set =
      policy::read_policies({"c.json", {"south.json", "north.json", "county.json"}},
                            {{"county.json", base_text()},
                             {"north.json", changes_file().dump()},
                             {"south.json", south.dump()}},
                            "policies/");
  REQUIRE(set.refused.size() == 1);
  Places found;
  for (const auto& error : set.refused[0].errors)
    found.push_back(error.where.file + ' ' + error.where.pointer);
  CHECK(found == Places{"policies/north.json /changes/clocks/0/cite/source",
                        "policies/north.json /changes/duties/0/cite/source",
                        "policies/north.json /changes/contacts/0/cite/source"});
}

TEST_CASE("a ring is refused, and nothing else with it") {
  const policy::PolicySet set = policy::read_policies(
      {"c.json", {"d.json", "a.json", "b.json", "c.json", "self.json", "county.json"}},
      {{"a.json", over("a", "b")},
       {"b.json", over("b", "c")},
       {"c.json", over("c", "a")},
       {"d.json", over("d", "a")},
       {"self.json", over("self", "self")},
       {"county.json", base_text()}});
  REQUIRE(set.usable.size() == 1);
  REQUIRE(set.refused.size() == 5);
  CHECK(set.refused[0].errors.at(0).message.find("cannot be used itself") != std::string::npos);
  for (size_t i = 1; i < 5; ++i) {
    REQUIRE(set.refused[i].errors.size() == 1);
    CHECK(set.refused[i].errors[0].message.find("in a ring") != std::string::npos);
    CHECK(set.refused[i].errors[0].where.pointer == "/base");
  }
  CHECK(set.refused[1].errors[0].found == "a.json → b.json → c.json → a.json");
  CHECK(set.refused[4].errors[0].found == "self.json → self.json");
}
