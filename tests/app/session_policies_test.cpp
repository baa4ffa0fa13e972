// Procedures in the application: read from the folder, and brought as a file. Contacts and versions
// are known_policies_test.cpp's.
#include <doctest/doctest.h>

#include <algorithm>

#include "desk.h"

namespace {

using app::Page;
using base::Json;
using fakes::Desk;
using fakes::import;
using fakes::offered;
using fakes::put_folder;
using fakes::raise_small;
using fakes::second_version;
using fakes::set_up_with;
using fakes::small_policy;
using fakes::small_policy_text;
using Origin = app::KnownPolicy::Origin;

std::string pointer_of(const app::PickedPolicy::Fault& fault) {
  return fault.error.where.pointer;
}

bool mentions(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a procedure added to the folder's index is there with nothing built anew") {
  Desk desk;
  put_folder(desk, {{"northmoor.json", small_policy()}});
  desk.start();
  CHECK(desk.state().policies.size() == 1);
  Json second = small_policy();
  second["id"] = "southmoor";
  put_folder(desk, {{"northmoor.json", small_policy()}, {"southmoor.json", second}});
  desk.reload();
  CHECK(desk.state().policy_errors.empty());
  REQUIRE(desk.state().policies.size() == 2);
  const app::KnownPolicy* added = offered(desk, "southmoor");
  REQUIRE(added);
  CHECK(added->origin == Origin::kShipped);
  CHECK(mentions(added->file, "southmoor.json"));
}

TEST_CASE("procedures are read without a vault, and nothing is kept without one") {
  Desk desk;
  put_folder(desk, {{"northmoor.json", small_policy()}});
  desk.start();
  CHECK_FALSE(desk.state().vault_open());
  desk.press(app::Go{Page::kProcedures, ""});
  CHECK(desk.state().page == Page::kProcedures);
  const std::string hash = desk.state().policies.front().policy->hash;
  desk.press(app::ShowProcedure{hash});
  CHECK(desk.state().page == Page::kProcedure);
  CHECK(desk.state().procedure == hash);
  desk.press(app::EditContacts{hash});
  CHECK(desk.state().page == Page::kProcedure);
  desk.pick("brought.json", second_version().dump());
  CHECK(desk.state().page == Page::kProcedure);
  CHECK_FALSE(desk.state().picked);
  CHECK(desk.vault.records.empty());
}

TEST_CASE("the vault is open once it is made, and once it is unlocked") {
  Desk desk;
  desk.start();
  CHECK(desk.state().vault == ports::VaultState::kAbsent);
  desk.press(app::CreateVault{});
  CHECK(desk.state().vault_open());
  desk.reload();
  CHECK(desk.state().vault == ports::VaultState::kLocked);
  desk.press(app::Unlock{});
  CHECK(desk.state().vault_open());
}

TEST_CASE("two procedures are put beside each other, and none that is not there") {
  Desk desk;
  Json second = small_policy();
  second["id"] = "southmoor";
  put_folder(desk, {{"northmoor.json", small_policy()}, {"southmoor.json", second}});
  desk.start();
  const std::string first_hash = desk.state().policies[0].policy->hash;
  const std::string second_hash = desk.state().policies[1].policy->hash;
  desk.press(app::ShowComparison{first_hash, "unknown"});
  CHECK(desk.state().page == Page::kWelcome);
  desk.press(app::ShowComparison{first_hash, second_hash});
  CHECK(desk.state().page == Page::kCompare);
  CHECK(desk.state().procedure == first_hash);
  CHECK(desk.state().compared == second_hash);
}

TEST_CASE("a procedure that is brought is kept, and new cases open under it") {
  Desk desk;
  set_up_with(desk, small_policy());
  const std::string before = offered(desk, "northmoor")->policy->hash;
  desk.pick("brought.json", second_version().dump());
  CHECK(desk.files.accepted == ".json");
  REQUIRE(desk.state().page == Page::kImportPolicy);
  REQUIRE(desk.state().picked);
  CHECK(desk.state().picked->file == "brought.json");
  CHECK(desk.state().picked->faults.empty());
  REQUIRE(desk.state().picked->policy);
  CHECK(desk.state().picked->replaces == before);
  CHECK(offered(desk, "northmoor")->policy->hash == before);

  desk.press(app::KeepPickedPolicy{});
  CHECK(desk.state().page == Page::kProcedure);
  CHECK(desk.state().success == "The procedure is kept on this device. New cases use it.");
  CHECK_FALSE(desk.state().picked);
  for (const bool again : {false, true}) {
    CAPTURE(again);
    if (again) desk.reload_and_unlock();
    REQUIRE(desk.state().policies.size() == 2);
    const app::KnownPolicy* now = offered(desk, "northmoor");
    REQUIRE(now);
    CHECK(now->policy->version == "2");
    CHECK(now->origin == Origin::kImported);
    CHECK(now->file == "brought.json");
    CHECK_FALSE(desk.state().known_policy(before)->offered);
  }
  raise_small(desk);
  CHECK(desk.state().open_case()->opened.fact.policy_version == "2");
}

TEST_CASE("a procedure that could not be kept is not offered") {
  Desk desk;
  set_up_with(desk, small_policy());
  desk.pick("brought.json", second_version().dump());
  desk.vault.fault = ports::VaultFault::kFull;
  desk.press(app::KeepPickedPolicy{});
  CHECK(desk.state().page == Page::kImportPolicy);
  REQUIRE(desk.state().trouble);
  CHECK(offered(desk, "northmoor")->policy->version == "1");
  desk.vault.fault = ports::VaultFault::kNone;
  desk.press(app::KeepPickedPolicy{});
  CHECK(offered(desk, "northmoor")->policy->version == "2");
}

TEST_CASE("keeping a procedure touches nothing that is half written") {
  Desk desk;
  set_up_with(desk, small_policy());
  raise_small(desk);
  desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  desk.type("text", "Half a thought");
  desk.press(app::Lock{});
  desk.reload_and_unlock();
  import(desk, second_version());
  desk.reload_and_unlock();
  desk.press(app::OpenCase{desk.state().home.front().case_id});
  desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  CHECK(desk.state().draft.get("text") == "Half a thought");
}

TEST_CASE("the folder's own version brought again is not kept twice") {
  Desk desk;
  set_up_with(desk, small_policy());
  const size_t records = desk.vault.records.size();
  import(desk, small_policy());
  CHECK(desk.state().policies.size() == 1);
  CHECK(desk.vault.records.size() == records);
  CHECK(offered(desk, "northmoor")->origin == Origin::kShipped);

  import(desk, second_version());
  CHECK(desk.vault.records.size() == records + 1);
  import(desk, small_policy());  // back to the folder's
  CHECK(desk.vault.records.size() == records);
  CHECK(desk.state().policies.size() == 1);
  CHECK(offered(desk, "northmoor")->policy->version == "1");
}

TEST_CASE("an import that the folder has caught up with gives way to the folder") {
  Desk desk;
  set_up_with(desk, small_policy());
  const size_t records = desk.vault.records.size();
  import(desk, second_version());
  put_folder(desk, {{"northmoor.json", second_version()}});
  desk.reload_and_unlock();
  REQUIRE(desk.state().policies.size() == 1);
  CHECK(offered(desk, "northmoor")->origin == Origin::kShipped);
  CHECK(desk.vault.records.size() == records);
}

TEST_CASE("every fault of a file that is brought is shown at its line") {
  Desk desk;
  set_up_with(desk, small_policy());
  std::string text = small_policy_text();
  const auto spoil = [&](const std::string& was, const std::string& is) {
    REQUIRE(text.find(was) != std::string::npos);
    text.replace(text.find(was), was.size(), is);
  };
  spoil("\"version\": \"1\"", "\"version\": 1");
  spoil("\"unit\": \"working_days\"", "\"unit\": \"fortnights\"");
  spoil("desk@moor.example", "the desk at Moor");
  desk.pick("brought.json", text);
  REQUIRE(desk.state().page == Page::kImportPolicy);
  REQUIRE(desk.state().picked);
  CHECK_FALSE(desk.state().picked->policy);
  const auto& faults = desk.state().picked->faults;
  REQUIRE(faults.size() == 3);
  const auto line_of = [&](const std::string& words) {
    return size_t(std::count(text.begin(), text.begin() + long(text.find(words)), '\n')) + 1;
  };
  struct Fault {
    std::string pointer;
    std::string words;
  };
  const std::vector<Fault> expected = {{"/version", "\"version\": 1"},
                                       {"/stages/0/clocks/0/amount/unit", "fortnights"},
                                       {"/contacts/1/email", "the desk at Moor"}};
  for (const Fault& fault : expected) {
    CAPTURE(fault.pointer);
    const auto found = std::find_if(faults.begin(), faults.end(),
                                    [&](auto& each) { return pointer_of(each) == fault.pointer; });
    REQUIRE(found != faults.end());
    CHECK(found->error.where.file == "brought.json");
    REQUIRE(found->place);
    CHECK(found->place->line == line_of(fault.words));
    CHECK(mentions(found->place->text, fault.words));
  }
  desk.press(app::KeepPickedPolicy{});
  CHECK(desk.state().page == Page::kImportPolicy);
  CHECK(desk.state().policies.size() == 1);
}

TEST_CASE("a file of six megabytes, or ten thousand deep, is refused with one clear fault") {
  Desk desk;
  set_up_with(desk, small_policy());
  desk.pick("large.json", std::string(6u << 20, ' '));
  REQUIRE(desk.state().picked);
  REQUIRE(desk.state().picked->faults.size() == 1);
  const base::Error large = desk.state().picked->faults.front().error;
  CHECK(large.code == base::ErrorCode::kTooLarge);
  CHECK(large.found == "6 MB");
  CHECK(large.where.file == "large.json");

  desk.pick("deep.json", std::string(10'000, '[') + std::string(10'000, ']'));
  REQUIRE(desk.state().picked->faults.size() == 1);
  CHECK(desk.state().picked->faults.front().error.code == base::ErrorCode::kTooLarge);
}

TEST_CASE("a file that holds no JSON is refused, and a picker that is closed changes nothing") {
  Desk desk;
  set_up_with(desk, small_policy());
  desk.press(app::PickPolicy{});
  CHECK(desk.state().page == Page::kHome);
  desk.pick("letter.json", "Dear all,");
  REQUIRE(desk.state().picked);
  REQUIRE(desk.state().picked->faults.size() == 1);
  CHECK(desk.state().picked->faults.front().error.code == base::ErrorCode::kBadSyntax);
}

TEST_CASE("a review that is past is a warning, and no fault") {
  Desk desk;
  set_up_with(desk, small_policy());
  Json policy = second_version();
  policy["review_due"] = "2026-03-01";
  desk.pick("brought.json", policy.dump());
  REQUIRE(desk.state().picked->policy);
  REQUIRE(!desk.state().picked->warnings.empty());
  CHECK(mentions(desk.state().picked->warnings.front(), "1 March 2026"));
  policy["review_due"] = "2027-03-01";
  desk.pick("brought.json", policy.dump());
  for (const std::string& warning : desk.state().picked->warnings) {
    CHECK_FALSE_MESSAGE(mentions(warning, "2027"), warning);
  }
}

TEST_CASE("local changes are read over the procedure that they name, and kept whole") {
  Desk desk;
  set_up_with(desk, small_policy());
  const Json changes = {{"format", 1},
                        {"id", "northmoor-harbour"},
                        {"base", "northmoor"},
                        {"changes",
                         {{"version", "1 harbour"},
                          {"short_title", "Harbour"},
                          {"contacts",
                           {{{"id", "north-desk"},
                             {"name", "Harbour desk"},
                             {"email", "desk@harbour.example"},
                             {"area", "north"},
                             {"post", "desk"},
                             {"cite", {{"source", "procedure"}, {"place", "section 9"}}}}}}}}};
  import(desk, changes);
  put_folder(desk, {});  // what it was read over is gone: it stands alone
  desk.files.instead["policies/index.json"] =
      R"({"format":1,"calendar":"calendars/bank-holidays.json","policies":["other.json"]})";
  Json other = small_policy();
  other["id"] = "other";
  desk.files.instead["policies/other.json"] = other.dump();
  desk.reload_and_unlock();
  const app::KnownPolicy* kept = offered(desk, "northmoor-harbour");
  REQUIRE(kept);
  CHECK(kept->policy->base == "northmoor");
  CHECK(kept->policy->contact("north-desk")->email == "desk@harbour.example");
  CHECK(kept->policy->contact("moor-desk")->email == "desk@moor.example");
  CHECK(kept->policy->stages.size() == 2);
}

TEST_CASE("local changes to a procedure that is not here say so, at the place") {
  Desk desk;
  set_up_with(desk, small_policy());
  desk.pick("changes.json",
            "{\n \"format\": 1,\n \"id\": \"far\",\n \"base\": \"faraway\",\n \"changes\": "
            "{\"version\": \"1\"}\n}");
  REQUIRE(desk.state().picked);
  REQUIRE(desk.state().picked->faults.size() == 1);
  const app::PickedPolicy::Fault& fault = desk.state().picked->faults.front();
  CHECK(fault.error.code == base::ErrorCode::kMissingReference);
  CHECK(mentions(fault.error.found, "faraway"));
  REQUIRE(fault.place);
  CHECK(fault.place->line == 4);
}

TEST_CASE("what is wrong in the folder is told by the folder's name") {
  Desk desk;
  put_folder(desk, {{"northmoor.json", small_policy()}});
  desk.files.instead["policies/index.json"] =
      R"({"format":1,"calendar":"calendars/bank-holidays.json","policies":["northmoor.json","bad.json"]})";
  desk.files.instead["policies/bad.json"] = "{";
  desk.start();
  CHECK(desk.state().page == Page::kWelcome);
  REQUIRE(desk.state().policy_errors.size() == 1);
  CHECK(desk.state().policy_errors.front().where.file == "policies/bad.json");
}
