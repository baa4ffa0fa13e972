// Who one is, changed later; what is kept, in numbers; where the settings are.
#include <doctest/doctest.h>

#include "app/find.h"
#include "app/places.h"
#include "app/stored.h"
#include "desk.h"

namespace {

using app::Page;
using fakes::Desk;

std::string route(Desk& desk) {
  return desk.session->address().route.value_or("none");
}

Desk& at_work(Desk& desk) {
  fakes::set_up_with(desk, fakes::small_policy());
  return desk;
}

}  // namespace

TEST_CASE("the first visit leads home; a change comes filled in and leads back to the settings") {
  Desk desk;
  at_work(desk);  // ends at home, which set_up_with requires
  CHECK(desk.state().success.empty());
  desk.press(app::Go{Page::kSettings, ""});
  desk.press(app::EditProfile{});
  REQUIRE(desk.state().page == Page::kProfile);
  CHECK(desk.state().draft.get("name") == "Rowan Ashdown");
  CHECK(desk.state().draft.get("role") == "Health visitor");
  CHECK(desk.state().draft.get("agency") == "Larkfield Health Centre");
  CHECK(desk.state().draft.get("email") == "rowan.ashdown@example.org");
  desk.type("role", "Team leader");
  desk.type("email", "");
  desk.press(app::SaveProfile{});
  CHECK(desk.state().page == Page::kSettings);
  CHECK_FALSE(desk.state().success.empty());
  CHECK(desk.state().profile.person.role == "Team leader");
  desk.reload_and_unlock();
  CHECK(desk.state().page == Page::kHome);
  CHECK(desk.state().profile.person.name == "Rowan Ashdown");
  CHECK(desk.state().profile.person.role == "Team leader");
  CHECK(desk.state().profile.person.email.empty());
}

TEST_CASE("what is typed for a change is kept when one looks elsewhere, and is not the change") {
  Desk desk;
  at_work(desk);
  desk.press(app::EditProfile{});
  desk.type("name", "Rowan Ashdown-Quill");
  desk.press(app::Go{Page::kSettings, ""});
  CHECK(desk.state().profile.person.name == "Rowan Ashdown");
  desk.press(app::EditProfile{});
  CHECK(desk.state().draft.get("name") == "Rowan Ashdown-Quill");
  // Also over a night, as everything half written.
  desk.press(app::Lock{});
  desk.reload_and_unlock();
  CHECK(desk.state().profile.person.name == "Rowan Ashdown");
  desk.press(app::EditProfile{});
  CHECK(desk.state().draft.get("name") == "Rowan Ashdown-Quill");
  CHECK(desk.state().draft.get("role") == "Health visitor");
  desk.press(app::SaveProfile{});
  CHECK(desk.state().profile.person.name == "Rowan Ashdown-Quill");
  // Saved: the next change begins with what is.
  desk.press(app::EditProfile{});
  CHECK(desk.state().draft.get("name") == "Rowan Ashdown-Quill");
}

TEST_CASE("a change without a name, a role or an agency is refused where it is") {
  Desk desk;
  at_work(desk);
  desk.press(app::EditProfile{});
  for (const char* key : {"name", "role", "agency"}) desk.type(key, " ");
  desk.press(app::SaveProfile{});
  CHECK(desk.state().page == Page::kProfile);
  CHECK(desk.keys_of_errors() == std::vector<std::string>{"name", "role", "agency"});
  CHECK(desk.state().profile.person.name == "Rowan Ashdown");
}

TEST_CASE("half of the first visit is not taken for a change, nor the other way about") {
  Desk desk;
  desk.start();
  desk.press(app::EditProfile{});  // nobody is there yet
  CHECK(desk.state().page == Page::kWelcome);
  desk.press(app::CreateVault{});
  desk.press(app::RecoveryKeyKept{});
  desk.type("name", "Half a name");
  desk.press(app::Lock{});
  desk.reload_and_unlock();
  REQUIRE(desk.state().page == Page::kProfile);
  CHECK(desk.state().draft.get("name") == "Half a name");
  desk.type("role", "Nurse");
  desk.type("agency", "Larkfield");
  desk.press(app::SaveProfile{});
  REQUIRE(desk.state().page == Page::kHome);
  desk.press(app::EditProfile{});
  desk.type("name", "Another name");
  desk.press(app::SaveProfile{});
  CHECK(desk.state().page == Page::kSettings);
}

TEST_CASE("a record that was written keeps the name it was written under") {
  Desk desk;
  at_work(desk);
  fakes::raise_small(desk);
  desk.press(app::EditProfile{});
  desk.type("name", "Somebody Else");
  desk.press(app::SaveProfile{});
  CHECK(desk.state().cases[0].opened.author.name == "Rowan Ashdown");
}

TEST_CASE("every page of the settings has an address, which leads to it again") {
  Desk desk;
  at_work(desk);
  const std::vector<std::pair<app::Command, std::string>> pages = {
      {app::Go{Page::kSettings, ""}, "settings"},
      {app::EditProfile{}, "settings/details"},
      {app::Go{Page::kDisplay, ""}, "settings/display"},
      {app::Go{Page::kWorkingDays, ""}, "settings/working-days"},
      {app::Go{Page::kStored, ""}, "settings/stored"}};
  std::vector<int> serials;
  for (const auto& [command, its_route] : pages) {
    desk.press(command);
    CHECK(route(desk) == its_route);
    serials.push_back(desk.session->address().serial);
  }
  // The browser's Back, and an address that was kept.
  desk.session->return_to(serials[0], "settings");
  CHECK(desk.state().page == Page::kSettings);
  desk.session->return_to(serials[1], "settings/details");
  CHECK(desk.state().page == Page::kProfile);
  CHECK(desk.state().draft.get("name") == "Rowan Ashdown");
  desk.reload();
  desk.session->return_to(-1, "settings/details");
  desk.press(app::Unlock{});
  CHECK(desk.state().page == Page::kProfile);
  CHECK(desk.state().draft.get("name") == "Rowan Ashdown");
  desk.press(app::Go{Page::kSettings, ""});
  for (const auto& [command, its_route] : pages) {
    desk.session->return_to(-1, its_route);
    CHECK(route(desk) == its_route);
  }
}

TEST_CASE("Back to a change that was saved shows what is, not what was typed") {
  Desk desk;
  at_work(desk);
  desk.press(app::EditProfile{});
  const int serial = desk.session->address().serial;
  desk.type("name", "Rowan Quill");
  desk.press(app::SaveProfile{});
  desk.session->address();
  desk.session->return_to(serial, "settings/details");
  CHECK(desk.state().page == Page::kProfile);
  CHECK(desk.state().draft.get("name") == "Rowan Quill");
  desk.type("name", "");
  desk.press(app::SaveProfile{});
  CHECK(desk.keys_of_errors() == std::vector<std::string>{"name"});
}

TEST_CASE("what is kept, in numbers") {
  Desk desk;
  at_work(desk);
  app::Stored none = app::stored(desk.state());
  CHECK(none.open_cases + none.closed_cases + none.entries + none.half_written == 0);
  CHECK(none.imported + none.contacts == 0);
  fakes::raise_small(desk);
  fakes::raise_small(desk);
  desk.press(app::StartStep{casework::StepKind::kWithdraw, ""});
  REQUIRE(desk.state().page == Page::kWithdraw);
  desk.type("reason", "It was settled by telephone.");
  desk.press(app::Submit{});
  desk.press(app::StartRaise{});
  desk.type("subject.name", "Half a name");
  fakes::import(desk, fakes::second_version());
  desk.press(app::EditContacts{fakes::offered(desk, "northmoor")->policy->hash});
  const std::string contact = fakes::offered(desk, "northmoor")->own->contacts.front().id;
  desk.type(contact + ".email", "other@northmoor.example");
  desk.press(app::SaveContacts{});
  desk.press(app::Go{Page::kStored, ""});
  const app::Stored all = app::stored(desk.state());
  CHECK(all.open_cases == 1);
  CHECK(all.closed_cases == 1);
  CHECK(all.entries == desk.state().cases[0].events.size() + desk.state().cases[1].events.size());
  CHECK(all.entries == 3);
  CHECK(all.half_written == 1);
  CHECK(all.imported == 1);
  CHECK(all.contacts == 1);
  CHECK(app::local_contacts_of(desk.state(), "northmoor") == 1);
  CHECK(app::local_contacts_of(desk.state(), "southmoor") == 0);
}

TEST_CASE("each of the settings is found by its words, and only the whole is suggested") {
  Desk desk;
  at_work(desk);
  const auto first = [&](const char* typed) {
    const std::vector<app::Found> all = app::found(desk.state(), typed);
    REQUIRE_MESSAGE(!all.empty(), typed);
    return all.front();
  };
  CHECK(std::get<app::Go>(first("settings").command).page == Page::kSettings);
  CHECK(std::get<app::Go>(first("text size").command).page == Page::kDisplay);
  CHECK(std::get<app::Go>(first("dark").command).page == Page::kDisplay);
  CHECK(std::get<app::Go>(first("bank holidays").command).page == Page::kWorkingDays);
  CHECK(std::get<app::Go>(first("kept on this device").command).page == Page::kStored);
  CHECK(std::holds_alternative<app::EditProfile>(first("your details").command));
  int suggested = 0;
  for (const app::Found& each : app::found(desk.state(), "")) {
    const auto* go = std::get_if<app::Go>(&each.command);
    if (go && go->page == Page::kSettings) ++suggested;
    if (go) CHECK(go->page != Page::kDisplay);
  }
  CHECK(suggested == 1);
}

TEST_CASE("home lists a change of one's details that is half typed, and leads back into it") {
  Desk desk;
  at_work(desk);
  const auto listed = [&] {
    desk.press(app::Go{Page::kHome, ""});
    return desk.state().half_written.size();
  };
  desk.press(app::EditProfile{});
  CHECK(listed() == 0);  // looked at only
  desk.press(app::EditProfile{});
  desk.type("role", "Team leader");
  REQUIRE(listed() == 1);
  desk.press(app::Lock{});
  desk.reload_and_unlock();
  REQUIRE(desk.state().half_written.size() == 1);
  const app::HalfWritten half = desk.state().half_written.front();
  CHECK(half.title == "Change your details");
  desk.press(app::ResumeDraft{half.key});
  CHECK(desk.state().page == Page::kProfile);
  CHECK(desk.state().draft.get("role") == "Team leader");
  CHECK(desk.state().draft.get("name") == "Rowan Ashdown");

  desk.type("role", "Health visitor");  // as it was: there is nothing to go on with
  CHECK(listed() == 0);
  desk.press(app::EditProfile{});
  desk.type("role", "Team leader");
  REQUIRE(listed() == 1);
  desk.press(app::DiscardDraft{half.key});
  CHECK(desk.state().half_written.empty());
  desk.press(app::Undo{});
  REQUIRE(desk.state().half_written.size() == 1);
  desk.press(app::DiscardDraft{half.key});
  desk.press(app::EditProfile{});
  CHECK(desk.state().draft.get("role") == "Health visitor");
}

TEST_CASE("home lists contacts that are half typed, until their procedure is given up") {
  Desk desk;
  fakes::set_up_with(desk, fakes::small_policy());
  const auto listed = [&] {
    desk.press(app::Go{Page::kHome, ""});
    return desk.state().half_written.size();
  };
  fakes::import(desk, fakes::second_version());
  const std::string hash = fakes::offered(desk, "northmoor")->policy->hash;
  desk.press(app::EditContacts{hash});
  CHECK(listed() == 0);  // looked at only
  desk.press(app::EditContacts{hash});
  desk.type("north-desk.name", "Harbour desk");
  const int page = desk.session->address().serial;
  REQUIRE(listed() == 1);
  const app::HalfWritten half = desk.state().half_written.front();
  CHECK(half.title == "Change the contacts");
  CHECK(half.about == "Northmoor");
  desk.press(app::ResumeDraft{half.key});
  CHECK(desk.state().page == Page::kContacts);
  CHECK(desk.state().procedure == hash);
  CHECK(desk.state().draft.get("north-desk.name") == "Harbour desk");

  desk.press(app::Lock{});
  const auto kept = [&] {
    for (const auto& [id, bytes] : desk.vault.records) {
      if (bytes.find("Harbour desk") != std::string::npos) return true;
    }
    return false;
  };
  REQUIRE(kept());
  desk.press(app::ForgetPolicy{hash});
  desk.press(app::Answer{true});
  REQUIRE_FALSE(desk.state().known_policy(hash));
  CHECK_FALSE(kept());
  CHECK(listed() == 0);
  desk.session->return_to(page, "");  // no blank page
  CHECK(desk.state().page != Page::kContacts);
}
