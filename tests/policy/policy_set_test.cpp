#include "policy/policy_set.h"

#include "policy_files.h"

using policy_files::text_of;

TEST_CASE("a bad policy does not hide the good ones") {
  const policy::Index index{"c.json",
                            {"small.json", "broken.json", "absent.json", "junk.json", "twin.json"}};
  const std::string small = text_of("tests/data/policies/small.json");
  const policy::PolicySet set = policy::read_policies(
      index, {{"junk.json", "<html>Not found</html>"},
              {"broken.json", text_of("tests/data/policies/broken-in-ten-ways.json")},
              {"twin.json", small},
              {"small.json", small},
              {"not-listed.json", small}});

  REQUIRE(set.usable.size() == 1);
  CHECK(set.usable[0].file == "small.json");
  CHECK(set.usable[0].text == small);
  CHECK(set.usable[0].policy.id == "northmoor");

  REQUIRE(set.refused.size() == 4);
  CHECK(set.refused[0].file == "broken.json");
  CHECK(set.refused[0].errors.size() == 10);
  CHECK(set.refused[0].errors[0].where.file == "broken.json");
  CHECK(set.refused[1].file == "absent.json");
  CHECK(set.refused[1].errors.at(0).code == base::ErrorCode::kNotFound);
  CHECK(set.refused[2].file == "junk.json");
  CHECK(set.refused[2].errors.at(0).code == base::ErrorCode::kBadSyntax);
  CHECK(set.refused[3].file == "twin.json");
  CHECK(set.refused[3].errors.at(0).where.pointer == "/id");

  CHECK(set.find("northmoor") == &set.usable[0].policy);
  CHECK(set.find("broken-northmoor") == nullptr);
}

TEST_CASE("errors name each file with its folder, as the list of policies is named") {
  const policy::PolicySet set =
      policy::read_policies({"c.json", {"junk.json", "absent.json", "small.json", "twin.json"}},
                            {{"junk.json", "<html>"},
                             {"small.json", text_of("tests/data/policies/small.json")},
                             {"twin.json", text_of("tests/data/policies/small.json")}},
                            "policies/");
  REQUIRE(set.refused.size() == 3);
  for (const policy::RefusedPolicy& refused : set.refused) {
    CHECK(refused.errors.at(0).where.file == "policies/" + refused.file);
  }
  CHECK(set.usable.at(0).file == "small.json");
}

TEST_CASE("every policy that the repository lists can be used") {
  const auto index = policy::read_index(text_of("policies/index.json"), "index.json");
  REQUIRE(index.ok());
  std::vector<policy::PolicyFile> files;
  for (const std::string& name : index->policies)
    files.push_back({name, text_of("policies/" + name)});
  const policy::PolicySet set = policy::read_policies(*index, files);
  for (const policy::RefusedPolicy& refused : set.refused) {
    FAIL_CHECK(refused.file << policy_files::in_lines(refused.errors));
  }
  CHECK(set.usable.size() == index->policies.size());
  CHECK(set.find("hips-2024"));
  CHECK(set.find("trafford-tssp"));
}
