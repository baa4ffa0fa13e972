// Several versions of a procedure at once, the contacts of this device, and the cases that run
// under them.
#include "app/known_policies.h"

#include <doctest/doctest.h>

#include "desk.h"

namespace {

using app::Page;
using fakes::Desk;
using fakes::import;
using fakes::offered;
using fakes::put_folder;
using fakes::raise_small;
using fakes::second_version;
using fakes::set_up_with;
using fakes::small_policy;
using Origin = app::KnownPolicy::Origin;

void issue_letter(Desk& desk) {
  desk.press(app::StartStep{casework::StepKind::kIssueNotice, "letter"});
  REQUIRE(desk.state().page == Page::kNotice);
  desk.press(app::IssueNotice{});
  REQUIRE(desk.state().page == Page::kNoticeIssued);
}

bool mentions(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a procedure that was brought can be given up; its cases keep it") {
  Desk desk;
  set_up_with(desk, small_policy());
  import(desk, second_version());
  const std::string brought = offered(desk, "northmoor")->policy->hash;
  raise_small(desk);
  const size_t records = desk.vault.records.size();
  desk.press(app::ForgetPolicy{brought});
  desk.press(app::Answer{true});
  CHECK(desk.state().page == Page::kProcedures);
  CHECK(desk.vault.records.size() == records - 1);
  for (const bool again : {false, true}) {
    CAPTURE(again);
    if (again) desk.reload_and_unlock();
    REQUIRE(offered(desk, "northmoor"));
    CHECK(offered(desk, "northmoor")->policy->version == "1");
    REQUIRE(desk.state().known_policy(brought));
    CHECK(desk.state().known_policy(brought)->origin == Origin::kPinned);
    REQUIRE(desk.state().policy_of(desk.state().cases.front()));
    CHECK(desk.state().policy_of(desk.state().cases.front())->version == "2");
  }
  desk.press(app::ForgetPolicy{offered(desk, "northmoor")->policy->hash});
  CHECK(offered(desk, "northmoor"));  // the folder's is not this device's to give up
}

TEST_CASE("a procedure that was brought and never used is gone when it is given up") {
  Desk desk;
  set_up_with(desk, small_policy());
  import(desk, second_version());
  desk.press(app::ForgetPolicy{offered(desk, "northmoor")->policy->hash});
  desk.press(app::Answer{true});
  CHECK(desk.state().policies.size() == 1);
  CHECK(offered(desk, "northmoor")->policy->version == "1");
}

TEST_CASE("contacts changed on this device: notices go there, and earlier ones stay as they were") {
  Desk desk;
  set_up_with(desk, small_policy());
  raise_small(desk);
  issue_letter(desk);
  const std::string first = desk.state().document_json;
  CHECK(mentions(first, "desk@north.example"));
  const std::string hash = offered(desk, "northmoor")->policy->hash;

  desk.press(app::EditContacts{hash});
  REQUIRE(desk.state().page == Page::kContacts);
  CHECK(desk.state().draft.get("north-desk.email") == "desk@north.example");
  CHECK(desk.state().draft.get("moor-desk.name") == "Moor desk");
  desk.type("north-desk.name", " New desk ");
  desk.type("north-desk.email", "new@north.example");
  desk.press(app::SaveContacts{});
  CHECK(desk.state().page == Page::kProcedure);
  CHECK(desk.state().success == "The contacts are changed on this device.");
  REQUIRE(desk.state().local_contacts.count("northmoor") == 1);
  CHECK(desk.state().local_contacts.at("northmoor").size() == 1);

  for (const bool again : {false, true}) {
    CAPTURE(again);
    if (again) desk.reload_and_unlock();
    const app::KnownPolicy* known = desk.state().known_policy(hash);
    REQUIRE(known);
    CHECK(known->policy->contact("north-desk")->name == "New desk");
    CHECK(known->policy->hash == hash);
    CHECK(known->own->contact("north-desk")->name == "North desk");
    CHECK_FALSE(mentions(known->text, "new@north.example"));
  }
  desk.press(app::OpenCase{desk.state().home.front().case_id});
  issue_letter(desk);
  const std::string second = desk.state().document_json;
  CHECK(mentions(second, "new@north.example"));
  REQUIRE(desk.state().open_case()->notices.size() == 2);
  CHECK(desk.state().open_case()->notices.back().fact.sent_to == "new@north.example");
  desk.press(app::ShowNotice{desk.state().open_case()->notices.front().event_id});
  CHECK(desk.state().document_json == first);
  CHECK(mentions(documents::to_text(desk.state().document), "North desk (desk@north.example)"));

  desk.press(app::EditContacts{hash});
  desk.press(app::RestoreContacts{});
  desk.press(app::Answer{true});
  CHECK(desk.state().page == Page::kProcedure);
  CHECK(desk.state().local_contacts.empty());
  CHECK(offered(desk, "northmoor")->policy->contact("north-desk")->email == "desk@north.example");
  desk.press(app::ShowNotice{desk.state().open_case()->notices.back().event_id});
  CHECK(desk.state().document_json == second);
  desk.reload_and_unlock();
  CHECK(offered(desk, "northmoor")->policy->contact("north-desk")->email == "desk@north.example");
}

TEST_CASE("a contact needs a name and an address, each told at its field") {
  Desk desk;
  set_up_with(desk, small_policy());
  const std::string hash = offered(desk, "northmoor")->policy->hash;
  desk.press(app::EditContacts{hash});
  desk.type("north-desk.name", "  ");
  desk.type("moor-desk.email", "desk at moor");
  desk.press(app::SaveContacts{});
  CHECK(desk.state().page == Page::kContacts);
  CHECK(desk.keys_of_errors() == std::vector<std::string>{"north-desk.name", "moor-desk.email"});
  CHECK(desk.state().local_contacts.empty());
  CHECK(desk.state().draft.get("moor-desk.email") == "desk at moor");
}

TEST_CASE("contacts of this device hold for every version of the procedure, also a later one") {
  Desk desk;
  set_up_with(desk, small_policy());
  desk.press(app::EditContacts{offered(desk, "northmoor")->policy->hash});
  desk.type("moor-desk.email", "new@moor.example");
  desk.press(app::SaveContacts{});
  import(desk, second_version());
  REQUIRE(desk.state().policies.size() == 2);
  for (const app::KnownPolicy& each : desk.state().policies) {
    CHECK(each.policy->contact("moor-desk")->email == "new@moor.example");
  }
}

TEST_CASE("a case keeps its version until it is moved by a decision, and its time goes on") {
  Desk desk;
  set_up_with(desk, small_policy());
  raise_small(desk);  // the concern arose on Wednesday 1 April 2026
  const calendar::Instant entered = desk.state().open_case()->current().entered_at;
  CHECK_FALSE(desk.state().other_policy_of(*desk.state().open_case()));
  desk.press(app::StartPolicyChange{});
  CHECK(desk.state().page == Page::kCase);

  put_folder(desk, {{"northmoor.json", second_version()}});
  desk.clock.time.ms += 86'400'000;
  desk.reload_and_unlock();
  REQUIRE(desk.state().cases.size() == 1);
  const auto the_case = [&]() -> const casework::Case& { return desk.state().cases.front(); };
  REQUIRE(desk.state().policy_of(the_case()));
  CHECK(desk.state().policy_of(the_case())->version == "1");
  REQUIRE(desk.state().home.front().next);
  // Good Friday, Saturday, Sunday and Easter Monday do not count: Thursday 2 and Tuesday 7 April.
  CHECK(desk.state().home.front().next->deadline.last_day == calendar::date(2026, 4, 7));
  REQUIRE(desk.state().other_policy_of(the_case()));
  CHECK(desk.state().other_policy_of(the_case())->version == "2");

  desk.press(app::OpenCase{the_case().id});
  desk.press(app::StartPolicyChange{});
  REQUIRE(desk.state().page == Page::kChangePolicy);
  CHECK(desk.state().draft.get("stage") == "stage-1");
  desk.press(app::Submit{});
  CHECK(desk.state().page == Page::kChangePolicy);
  CHECK(desk.keys_of_errors() == std::vector<std::string>{"reason"});
  desk.type("reason", "Both agencies follow version 2 from today.");
  desk.press(app::Submit{});
  REQUIRE(desk.state().page == Page::kCase);
  CHECK(desk.state().success == "The case now runs under version 2 of the procedure.");

  put_folder(desk, {{"northmoor.json", small_policy()}});  // version 2 is in the vault by now
  desk.reload_and_unlock();
  REQUIRE(desk.state().policy_of(the_case()));
  CHECK(desk.state().policy_of(the_case())->version == "2");
  CHECK(the_case().current().entered_at == entered);
  // The one before is not forgotten, though its only stage goes on under version 2.
  const auto earlier =
      desk.state().setting(*desk.state().policy_of(the_case()), the_case()).earlier;
  REQUIRE(earlier.size() == 1);
  CHECK(earlier.front()->version == "1");
  REQUIRE(desk.state().home.front().next);
  // Four working days from the same 1 April: Thursday 2, Tuesday 7, Wednesday 8, Thursday 9 April.
  CHECK(desk.state().home.front().next->deadline.last_day == calendar::date(2026, 4, 9));
}

TEST_CASE("a version in the folder that came after an import leads; the import stays to be seen") {
  Desk desk;
  set_up_with(desk, small_policy());
  import(desk, second_version());
  const std::string brought = offered(desk, "northmoor")->policy->hash;
  raise_small(desk);
  base::Json third = second_version();
  third["version"] = "3";
  put_folder(desk, {{"northmoor.json", third}});
  desk.reload_and_unlock();
  CHECK(offered(desk, "northmoor")->policy->version == "3");
  REQUIRE(desk.state().known_policy(brought));
  CHECK(desk.state().known_policy(brought)->origin == Origin::kImported);

  desk.press(app::OpenCase{desk.state().cases.front().id});
  desk.press(app::StartPolicyChange{});
  desk.type("reason", "All follow version 3 from today.");
  desk.press(app::Submit{});
  REQUIRE(desk.state().open_case()->policy_hash() != brought);
  // Brought again after the folder's third, it is meant.
  import(desk, second_version());
  CHECK(offered(desk, "northmoor")->policy->version == "2");
  desk.reload_and_unlock();
  CHECK(offered(desk, "northmoor")->policy->version == "2");
  // Given up, it stays for the case that began under it.
  desk.press(app::ForgetPolicy{brought});
  desk.press(app::Answer{true});
  CHECK(offered(desk, "northmoor")->policy->version == "3");
  REQUIRE(desk.state().known_policy(brought));
  CHECK(desk.state().known_policy(brought)->origin == Origin::kPinned);
}

TEST_CASE("a case that is moved to a version with priorities is given one") {
  Desk desk;
  set_up_with(desk, small_policy());
  raise_small(desk);
  base::Json second = second_version();
  second["priorities"] = {{{"id", "red"},
                           {"title", "Red"},
                           {"text", "At once."},
                           {"cite", {{"source", "procedure"}, {"place", "section 2"}}}}};
  put_folder(desk, {{"northmoor.json", second}});
  desk.reload_and_unlock();
  desk.press(app::OpenCase{desk.state().cases.front().id});
  desk.press(app::StartPolicyChange{});
  desk.type("reason", "All follow version 2 from today.");
  desk.press(app::Submit{});
  CHECK(desk.keys_of_errors() == std::vector<std::string>{"priority"});
  desk.type("priority", "red");
  desk.press(app::Submit{});
  REQUIRE(desk.state().page == Page::kCase);
  CHECK(desk.state().open_case()->priority() == "red");
}

TEST_CASE("stages passed under the earlier version keep its times") {
  Desk desk;
  set_up_with(desk, small_policy());
  raise_small(desk);
  desk.press(app::StartStep{casework::StepKind::kEnterStage, "stage-2"});
  desk.type("reason", "It was not resolved.");
  desk.press(app::Submit{});
  REQUIRE(desk.state().page == Page::kCase);
  put_folder(desk, {{"northmoor.json", second_version()}});
  desk.reload_and_unlock();
  desk.press(app::OpenCase{desk.state().cases.front().id});
  desk.press(app::StartPolicyChange{});
  desk.type("reason", "Both agencies follow version 2 from today.");
  desk.press(app::Submit{});
  REQUIRE(desk.state().page == Page::kCase);
  const casework::Case& open = *desk.state().open_case();
  const policy::Policy& policy = *desk.state().policy_of(open);
  const casework::Setting setting = desk.state().setting(policy, open);
  REQUIRE(setting.earlier.size() == 1);
  CHECK(setting.earlier.front()->version == "1");
  const auto of_first = casework::clocks_of_passage(open, setting, 0);
  REQUIRE(of_first.size() == 1);
  CHECK(of_first.front().deadline.last_day == calendar::date(2026, 4, 7));
}
