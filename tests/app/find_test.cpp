// What a few typed letters find, and in which order.
#include "app/find.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/fold.h"
#include "casework/invented.h"

namespace {

using app::Found;
using app::Page;

app::KnownPolicy known(policy::Policy policy, bool offered = true) {
  app::KnownPolicy known;
  known.policy = std::make_shared<const policy::Policy>(std::move(policy));
  known.offered = offered;
  return known;
}

policy::Policy procedure(const std::string& id, const std::string& short_title) {
  policy::Policy policy = invented::procedure();
  policy.id = id;
  policy.hash = id + "-hash";
  policy.short_title = short_title;
  policy.partnership = "Partnership of the north";
  return policy;
}

app::HomeRow row(const std::string& id, const std::string& subject, const std::string& reference) {
  app::HomeRow row;
  row.case_id = id;
  row.subject = subject;
  row.reference = reference;
  row.stage = "Stage 2: Manager to manager";
  row.due = "Due tomorrow, Thursday 2 April 2026";
  row.searched = base::folded(reference + " " + subject + " Northmoor " + row.stage);
  return row;
}

app::AppState desk() {
  app::AppState state;
  state.page = Page::kFind;
  state.now = invented::at(invented::date(2026, 4, 1));
  state.vault = ports::VaultState::kOpen;
  state.profile.person = invented::kTeacher;
  state.policies = {known(procedure("northmoor", "Northmoor")),
                    known(procedure("southmoor", "Southmoor"), false)};
  state.home = {row("1", "Zoë O’Brien", "CG-7K2M-9QXD"), row("2", "Marigold Quill", "CG-1111-AAAA"),
                row("3", "Quillon Marsh", "CG-2222-BBBB")};
  return state;
}

// A case of the first procedure, shown.
app::AppState at_a_case() {
  app::AppState state = desk();
  const policy::Policy& policy = *state.policies[0].policy;
  auto event = casework::open_case(state.setting(policy), invented::kCaseId,
                                   invented::opening(policy, invented::date(2026, 4, 1)));
  REQUIRE(event.ok());
  auto opened = casework::fold({*event});
  REQUIRE(opened.ok());
  state.cases = {*opened};
  state.case_id = invented::kCaseId;
  return state;
}

std::vector<std::string> labels(const app::AppState& state, const std::string& typed) {
  std::vector<std::string> labels;
  for (const Found& each : app::found(state, typed)) labels.push_back(each.label);
  return labels;
}
using Labels = std::vector<std::string>;

template <class Kind>
Kind only(const app::AppState& state, const std::string& typed) {
  const std::vector<Found> all = app::found(state, typed);
  REQUIRE_MESSAGE(all.size() == 1, typed << " finds " << all.size());
  REQUIRE(std::holds_alternative<Kind>(all[0].command));
  return std::get<Kind>(all[0].command);
}

}  // namespace

TEST_CASE("nothing typed finds what can be done anywhere, and no case") {
  const Labels everywhere = {"Immediate risk",
                             "All cases",
                             "Raise a disagreement",
                             "Calendar",
                             "Procedures",
                             "How your records are kept",
                             "Settings",
                             "Try it with an invented case",
                             "Lock"};
  CHECK(labels(desk(), "") == everywhere);
  CHECK(labels(desk(), "  – ") == everywhere);
  app::AppState without = desk();
  without.policies[0].offered = false;  // nothing to raise it under
  CHECK(labels(without, "raise").empty());
}

TEST_CASE("each command is what it says") {
  const app::AppState state = desk();
  only<app::ShowRisk>(state, "immediate");
  CHECK(only<app::Go>(state, "all cases").page == Page::kHome);
  only<app::StartRaise>(state, "raise");
  CHECK(only<app::Go>(state, "how kept").page == Page::kPrivacy);
  CHECK(only<app::Go>(state, "procedures").page == Page::kProcedures);
  only<app::Lock>(state, "lock");
}

TEST_CASE("with a case shown, its steps come first, the suggested one before all") {
  const app::AppState state = at_a_case();
  const std::vector<casework::Step> steps =
      casework::next_steps(state.cases[0], state.setting(*state.policies[0].policy));
  REQUIRE(steps[0].suggested);
  const std::vector<Found> all = app::found(state, "");
  REQUIRE(all.size() == 12);
  CHECK(all[0].label == steps[0].label);
  CHECK(std::get<app::StartStep>(all[0].command).kind == steps[0].kind);
  const std::string subject = state.cases[0].opened.fact.subject.name;
  CHECK(all[0].hint.find(subject) == 0);  // of which case
  CHECK(all.back().label == "Lock");      // nothing general is pushed out

  // Steps that had no room are found by their words.
  for (const casework::Step& step : steps) {
    const std::vector<Found> found = app::found(state, step.label);
    REQUIRE_FALSE(found.empty());
    CHECK(found[0].label == step.label);
    const auto start = std::get<app::StartStep>(found[0].command);
    CHECK(start.kind == step.kind);
    CHECK(start.target == step.target);
  }
  only<app::ShowRecord>(state, "full record");
  CHECK(only<app::Go>(state, "prompts").page == Page::kGuidance);
  CHECK(only<app::ShowProcedure>(state, "procedure sources").hash == "northmoor-hash");
}

TEST_CASE("a case is found by its subject, its reference and its stage") {
  const app::AppState state = desk();
  CHECK(only<app::OpenCase>(state, "marigold").case_id == "2");
  CHECK(only<app::OpenCase>(state, "CG-2222").case_id == "3");
  CHECK(only<app::OpenCase>(state, "zoe obrien").case_id == "1");  // without accents and marks
  CHECK(only<app::OpenCase>(state, "QUILL bbbb").case_id == "3");
  CHECK(app::found(state, "manager to manager").size() == 3);
  CHECK(app::found(state, "marigold").front().hint ==
        "Stage 2: Manager to manager. Due tomorrow, Thursday 2 April 2026");
}

TEST_CASE("every typed word must occur") {
  const app::AppState state = desk();
  CHECK(app::found(state, "marigold bbbb").empty());
  CHECK(app::found(state, "marigold xyzzy").empty());
}

TEST_CASE("the start of the label comes before the start of a word before inside a word") {
  app::AppState state = desk();
  state.home = {row("in", "Tranquilla", "CG-1"), row("word", "Marigold Quill", "CG-2"),
                row("start", "Quillon Marsh", "CG-3")};
  CHECK(labels(state, "quil") ==
        Labels{"Quillon Marsh · CG-3", "Marigold Quill · CG-2", "Tranquilla · CG-1"});
  // What is only beside it comes last.
  state.home.push_back(row("hint", "Ash", "CG-4"));
  state.home.back().searched = "cg 4 ash quill";
  CHECK(labels(state, "quil").back() == "Ash · CG-4");
}

TEST_CASE("each procedure in use is found, and its contacts when it has any") {
  app::AppState state = desk();
  state.home.clear();
  CHECK(only<app::ShowProcedure>(state, "northmoor").hash == "northmoor-hash");
  CHECK(app::found(state, "southmoor").empty());  // not in use
  policy::Policy policy = procedure("northmoor", "Northmoor");
  policy.contacts = {{"desk", "Desk", "desk@northmoor.example", "", {}, ""}};
  state.policies[0] = known(policy);
  CHECK(labels(state, "northmoor") == Labels{"Northmoor", "Northmoor: contacts"});
  CHECK(only<app::EditContacts>(state, "contacts").hash == "northmoor-hash");
}

TEST_CASE("never more than twelve, the best of them") {
  app::AppState state = desk();
  for (int i = 0; i < 40; ++i) state.home.push_back(row("x", "The Quill family", "CG-9999-ZZZZ"));
  const Labels all = labels(state, "quill");
  CHECK(all.size() == 12);
  CHECK(all.front() == "Quillon Marsh · CG-2222-BBBB");
}
