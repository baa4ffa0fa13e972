#include "policy/model.h"

#include "policy_files.h"

TEST_CASE("parts are found by id") {
  const policy::Policy policy = policy_files::policy_of("tests/data/policies/small.json");
  REQUIRE(policy.stage("stage-2"));
  CHECK(policy.stage("stage-2")->title == "Managers");
  CHECK(policy.stage("stage-3") == nullptr);
  CHECK(policy.role("manager")->title == "Manager");
  CHECK(policy.form("letter")->title == "Letter");
  CHECK(policy.contact("moor-desk")->email == "desk@moor.example");
  CHECK(policy.source("procedure")->date == "2026");
  CHECK(policy.area("moor")->name == "Moor");
  CHECK(policy.duty("tell")->text == "Tell the family");
}

TEST_CASE("a contact is found by id, or by post for the area of the case") {
  policy::Policy policy = policy_files::policy_of("tests/data/policies/small.json");
  CHECK(policy.contact_for("moor-desk", "north")->id == "moor-desk");
  CHECK(policy.contact_for("desk", "north")->id == "north-desk");
  CHECK(policy.contact_for("desk", "moor")->id == "moor-desk");
  CHECK(policy.contact_for("desk", "") == nullptr);
  CHECK(policy.contact_for("desk", "south") == nullptr);
  CHECK(policy.contact_for("", "north") == nullptr);

  policy.contacts[0].area.clear();  // now for every area
  CHECK(policy.contact_for("desk", "moor")->id == "moor-desk");
  CHECK(policy.contact_for("desk", "south")->id == "north-desk");
  CHECK(policy.contact_for("desk", "")->id == "north-desk");
}

TEST_CASE("a citation in words") {
  policy::Policy policy = policy_files::policy_of("tests/data/policies/small.json");
  CHECK(policy::in_words(policy.stages[0].clocks[0].cite, policy) ==
        "Northmoor 2026, section 3: “within two working days”");
  CHECK(policy::in_words(policy.stages[0].cite, policy) == "Northmoor 2026, section 3");
  policy.sources[0].short_title.clear();
  CHECK(policy::in_words(policy.stages[0].cite, policy) == "Northmoor procedure, section 3");
}
