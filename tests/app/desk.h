// A person at a device: a session over the ports in memory, driven by commands as the screen drives
// it.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/answers.h"
#include "app/session.h"
#include "base/strict_json.h"
#include "fakes/memory_ports.h"

namespace fakes {

struct Desk {
  Later later;
  SetClock clock;
  CountingRandom random;
  CheckoutFiles files{later};
  EchoPdf pdf{later};
  MemoryPreferences preferences;
  MemoryNotifications notifications{later};
  MemoryVault vault{later};
  std::unique_ptr<app::Session> session = begin();

  std::unique_ptr<app::Session> begin() {
    return std::make_unique<app::Session>(
        app::Ports{vault, clock, random, files, pdf, preferences, notifications});
  }
  const app::AppState& state() const { return session->state(); }
  void start() {
    session->start();
    later.run();
  }
  void reload() {
    session = begin();
    start();
  }
  void type(const std::string& key, const std::string& value) {
    session->handle(app::SetText{key, value});
  }
  void choose(const std::string& key, std::vector<std::string> values) {
    session->handle(app::SetChosen{key, std::move(values)});
  }
  void date(const std::string& key, const char* day, const char* month, const char* year) {
    type(key + ".day", day);
    type(key + ".month", month);
    type(key + ".year", year);
  }
  void press(const app::Command& command) {
    session->handle(command);
    later.run();
  }
  // Whether a record of the vault has these words.
  bool keeps(const std::string& words) const {
    for (const auto& [id, bytes] : vault.records) {
      if (bytes.find(words) != std::string::npos) return true;
    }
    return false;
  }
  void reload_and_unlock() {
    reload();
    press(app::Unlock{});
  }
  void pick(const std::string& name, const std::string& bytes) {
    files.picked = {name, bytes};
    press(app::PickPolicy{});
  }
  void set_up() {
    start();
    press(app::Go{app::Page::kCreateVault, ""});
    press(app::CreateVault{});
    press(app::RecoveryKeyKept{});
    type("name", "Rowan Ashdown");
    type("role", "Health visitor");
    type("agency", "Larkfield Health Centre");
    type("email", "rowan.ashdown@example.org");
    press(app::SaveProfile{});
  }
  void answer_raise(const std::string& policy, const std::string& area,
                    std::vector<std::string> tests) {
    press(app::StartRaise{});
    type("policy", policy);
    type("area", area);
    press(app::Continue{});
    type("subject.kind", "child");
    type("subject.name", "Child T");
    press(app::Continue{});
    type("immediate_risk", "no");
    press(app::Continue{});
    if (state().page == app::Page::kRaiseScope) {
      choose("tests", std::move(tests));
      choose("exclusions", {app::kNoneOfThese});
      press(app::Continue{});
    }
    type("decision", "The referral was closed with no further action.");
    type("responding.agency", "Northgate Assessment Team");
    date("concern_arose", "1", "4", "2026");
    press(app::Continue{});
    type("concern", "Two missed appointments and a new bruise.");
    type("desired_outcome", "A strategy discussion.");
    press(app::Continue{});
  }
  std::vector<std::string> keys_of_errors() const {
    std::vector<std::string> keys;
    for (const app::FieldError& error : state().errors) keys.push_back(error.key);
    return keys;
  }
  std::string id_of(const std::string& short_title_part) const {
    for (const app::KnownPolicy& known : state().policies) {
      if (known.policy->id.find(short_title_part) != std::string::npos) return known.policy->id;
    }
    return "";
  }
};

inline std::vector<std::string> all_tests(const Desk& desk, const std::string& policy_id) {
  std::vector<std::string> ids;
  for (const app::KnownPolicy& known : desk.state().policies) {
    if (known.policy->id != policy_id) continue;
    for (const policy::ScopeTest& test : known.policy->tests) ids.push_back(test.id);
  }
  return ids;
}

inline void raise_in(Desk& desk, const std::string& part, const std::string& area) {
  const std::string id = desk.id_of(part);
  REQUIRE(!id.empty());
  desk.answer_raise(id, area, all_tests(desk, id));
  REQUIRE(desk.state().page == app::Page::kRaiseCheck);
  desk.press(app::RaiseCase{});
  REQUIRE(desk.state().page == app::Page::kCase);
}

// tests/data/policies/small.json: an invented procedure of two stages, to be changed at will.
inline std::string small_policy_text() {
  const std::ifstream file(REPOSITORY_DIR "/tests/data/policies/small.json", std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}
inline base::Json small_policy() {
  auto json = base::parse_json(small_policy_text(), "small.json");
  REQUIRE(json);
  return *json;
}

// The folder "policies" as an administrator might have filled it, besides the calendar.
inline void put_folder(Desk& desk, const std::vector<std::pair<std::string, base::Json>>& files) {
  base::Json index = {{"format", 1},
                      {"calendar", "calendars/bank-holidays.json"},
                      {"policies", base::Json::array()}};
  for (const auto& [name, policy] : files) {
    index["policies"].push_back(name);
    desk.files.instead["policies/" + name] = policy.dump(1);
  }
  desk.files.instead["policies/index.json"] = index.dump();
}

inline void raise_small(Desk& desk) {
  desk.answer_raise("northmoor", "north", {"worried"});
  REQUIRE(desk.state().page == app::Page::kRaiseCheck);
  desk.press(app::RaiseCase{});
  REQUIRE(desk.state().page == app::Page::kCase);
}

// Its second version has four working days instead of two.
inline base::Json second_version() {
  base::Json policy = small_policy();
  policy["version"] = "2";
  policy["stages"][0]["clocks"][0]["amount"]["count"] = 4;
  policy["stages"][0]["clocks"][0]["cite"]["words"] = "within four working days";
  return policy;
}

inline const app::KnownPolicy* offered(const Desk& desk, const std::string& id) {
  const policy::Policy* policy = desk.state().offered_policy(id);
  return policy ? desk.state().known_policy(policy->hash) : nullptr;
}

inline void set_up_with(Desk& desk, const base::Json& policy) {
  put_folder(desk, {{"northmoor.json", policy}});
  desk.set_up();
  REQUIRE(desk.state().page == app::Page::kHome);
  REQUIRE(offered(desk, "northmoor"));
}

inline void import(Desk& desk, const base::Json& policy) {
  desk.pick("brought.json", policy.dump());
  REQUIRE(desk.state().page == app::Page::kImportPolicy);
  REQUIRE(desk.state().picked);
  REQUIRE(desk.state().picked->policy);
  desk.press(app::KeepPickedPolicy{});
}

}  // namespace fakes
