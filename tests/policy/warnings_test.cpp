#include "policy/warnings.h"

#include <algorithm>

#include "policy/citations.h"
#include "policy_files.h"

namespace {

using calendar::date;

const calendar::Date kToday = date(2026, 6, 1);

std::vector<std::string> of(const policy::Policy& policy) {
  return policy::warnings(policy, kToday);
}

policy::Policy every_key() {
  return policy_files::policy_of("tests/data/policies/every-key.json");
}

}  // namespace

TEST_CASE("a policy with nothing to look at has no warnings") {
  CHECK(of(every_key()).empty());
}

TEST_CASE("a review is past from the day after it was due") {
  policy::Policy policy = every_key();
  policy.review_due = date(2021, 9, 1);
  CHECK(of(policy) ==
        std::vector<std::string>{"The review of this procedure was due on 1 September 2021."});
  policy.review_due = kToday;
  CHECK(of(policy).empty());
  policy.review_due = date(2026, 5, 31);
  CHECK(of(policy).size() == 1);
}

TEST_CASE("a citation without words is named, the first five of many") {
  policy::Policy policy = every_key();
  policy.stages[0].judge->cite.words.clear();
  CHECK(of(policy) == std::vector<std::string>{
                          "One citation quotes no words of the source: /stages/0/judge/cite."});
  policy.duties[1].cite.words.clear();
  CHECK(of(policy) == std::vector<std::string>{"These citations quote no words of the source: "
                                               "/stages/0/judge/cite and /duties/1/cite."});

  const auto small = of(policy_files::policy_of("tests/data/policies/small.json"));
  REQUIRE(small.size() == 1);
  CHECK(small[0] ==
        "These citations quote no words of the source: /disagreements/0/cite, /tests/0/cite, "
        "/exclusions/0/cite, /roles/1/cite, /stages/0/cite and fourteen more.");
}

TEST_CASE("a time that must be kept shows the words that say so") {
  policy::Policy policy = every_key();
  policy.stages[0].clocks[0].cite.words.clear();
  const auto found = of(policy);
  REQUIRE(found.size() == 2);
  CHECK(found[0] == "The time “talk” must be kept, but quotes no words of its source that say so.");
  policy.stages[0].clocks[0].force = policy::Force::kShould;
  CHECK(of(policy).size() == 1);
}

TEST_CASE("a post that nothing names yet has somebody in each area") {
  policy::Policy policy = every_key();
  policy.contacts[1].post = "clerk";
  CHECK(of(policy) == std::vector<std::string>{"Nobody holds the post “desk” for Mere.",
                                               "Nobody holds the post “clerk” for South."});
  policy.contacts[0].area.clear();
  CHECK(of(policy) == std::vector<std::string>{"Nobody holds the post “clerk” for South."});
}

TEST_CASE("a source that nothing cites is said") {
  policy::Policy policy = every_key();
  policy.sources.push_back({"annex", "The annex", "Southmere", "", ""});
  CHECK(of(policy) == std::vector<std::string>{"No rule cites the source “The annex”."});
}

// The JSON says how many objects "cite" there are; each stands where its pointer says.
TEST_CASE("every citation of a policy is found, in its place") {
  const std::string file = "tests/data/policies/every-key.json";
  const base::Json json = policy_files::json_of(file);
  size_t cites = 0;
  const auto count = [&](const auto& self, const base::Json& value) -> void {
    if (!value.is_structured()) return;
    if (value.is_object() && value.contains("cite")) ++cites;
    for (const base::Json& part : value) self(self, part);
  };
  count(count, json);

  const policy::Policy policy = policy_files::policy_of(file);
  const auto all = policy::citations_of(policy);
  CHECK(all.size() == cites);
  for (const policy::PlacedCitation& one : all) {
    CAPTURE(one.pointer);
    CHECK(json.at(base::Json::json_pointer(one.pointer)).at("words") == one.cite->words);
  }
}

TEST_CASE("the policies of the folder: only reviews that are past") {
  const auto index = policy::read_index(policy_files::text_of("policies/index.json"), "index.json");
  REQUIRE(index.ok());
  for (const std::string& name : index->policies) {
    const base::Result<policy::Policy> policy =
        policy::read_policy(policy_files::text_of("policies/" + name), name);
    if (!policy.ok()) continue;  // policy_set_test.cpp tells; a file of local changes is no policy
    for (const std::string& warning : of(*policy)) {
      CAPTURE(name);
      CAPTURE(warning);
      CHECK(warning.starts_with("The review of this procedure was due on "));
    }
  }
}
