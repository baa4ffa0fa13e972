#include "casework/case_state.h"

#include <algorithm>

#include "casework/invented.h"

using namespace invented;
using base::ErrorCode;

namespace {

// Two devices write apart after stage 1 and are merged by a third event.
struct Apart {
  policy::Policy policy = procedure();
  std::vector<Event> events;

  explicit Apart(bool joined = true) {
    Running first(policy, date(2026, 4, 1));
    first.on(date(2026, 4, 2)).talk();
    Running second = first;
    first.on(date(2026, 4, 8), 9).add(casework::NoteAdded{"On the laptop"});
    second.on(date(2026, 4, 8), 10).enter("stage-2");
    second.on(date(2026, 4, 8), 11).agree("time-2", date(2026, 4, 10));
    events = first.state().events;
    for (const Event& event : second.state().events) events.push_back(event);
    if (!joined) return;
    Case both = *casework::fold(events);
    const Setting setting{policy, holidays(), kTeacher, at(date(2026, 4, 9))};
    auto last = casework::decide(both, setting, {casework::NoteAdded{"Both"}, setting.now});
    REQUIRE(last.ok());
    events.push_back(*last);
  }
};

ErrorCode fold_error(std::vector<Event> events) {
  const auto folded = casework::fold(std::move(events));
  REQUIRE(!folded);
  return folded.error().code;
}

}  // namespace

TEST_CASE("whatever order events arrive in, they fold to the same case") {
  const Apart apart;
  std::vector<Event> events = apart.events;
  const auto once = casework::fold(events);
  REQUIRE(once.ok());
  CHECK(once->events.size() ==
        6);  // opened, talk, note, stage 2, time, both: what both devices hold counts once
  CHECK(once->heads.size() == 1);
  CHECK(once->conflicts.empty());
  const std::string expected = all_of(*once);
  const auto by_id = [](const Event& a, const Event& b) { return a.id < b.id; };
  std::sort(events.begin(), events.end(), by_id);
  events.erase(std::unique(events.begin(), events.end(),
                           [](const Event& a, const Event& b) { return a.id == b.id; }),
               events.end());
  size_t orders = 0;
  do {
    const auto again = casework::fold(events);
    REQUIRE(again.ok());
    if (all_of(*again) != expected) FAIL("another state");
    ++orders;
  } while (std::next_permutation(events.begin(), events.end(), by_id));
  CHECK(orders == 720);
}

TEST_CASE("the order is parents first, then the time of writing, then the id") {
  const Apart apart(false);
  const auto folded = casework::fold(apart.events);
  REQUIRE(folded.ok());
  std::vector<std::string> types;
  for (const Event& event : folded->events) types.push_back(casework::type_name(event.payload));
  CHECK(types == std::vector<std::string>{"case_opened", "discussion_recorded", "note_added",
                                          "stage_entered", "time_agreed"});
  CHECK(folded->heads.size() == 2);
  CHECK(std::is_sorted(folded->heads.begin(), folded->heads.end()));
}

TEST_CASE("a device whose clock is slow keeps its events behind those they follow") {
  const policy::Policy policy = procedure();
  Running running(policy, date(2026, 4, 1));
  running.on(date(2026, 4, 8)).enter("stage-2");
  running.on(date(2026, 4, 3)).add(casework::NoteAdded{"The clock of this laptop is slow"});
  check_replays(running.state());
  CHECK(running.state().events.back().recorded_at < running.state().events[1].recorded_at);
}

TEST_CASE("events that are not one whole case are refused") {
  const Apart apart;
  CHECK(fold_error({}) == ErrorCode::kBadValue);
  // The discussion that the later events follow is taken out.
  std::vector<Event> without = apart.events;
  const std::string gone = without[1].id;
  without.erase(
      std::remove_if(without.begin(), without.end(), [&](const Event& e) { return e.id == gone; }),
      without.end());
  const auto folded = casework::fold(without);
  REQUIRE(!folded);
  CHECK(folded.errors().size() == 2);
  CHECK(folded.error().code == ErrorCode::kTampered);
  CHECK(folded.error().expected == gone);

  CHECK(fold_error({apart.events[1]}) == ErrorCode::kTampered);

  Event other = apart.events[0];
  other.author.name = "Somebody Else";
  casework::seal(other);
  CHECK(fold_error({apart.events[0], other}) == ErrorCode::kBadValue);

  Event elsewhere = apart.events[1];
  elsewhere.case_id = std::string(32, '9');
  casework::seal(elsewhere);
  CHECK(fold_error({apart.events[0], elsewhere}) == ErrorCode::kBadValue);

  Event orphan = apart.events[1];
  orphan.parents.clear();
  casework::seal(orphan);
  CHECK(fold_error({apart.events[0], orphan}) == ErrorCode::kBadValue);
  CHECK(fold_error({orphan}) == ErrorCode::kBadValue);

  // A ring cannot be made with real hashes; with forged ids it is found.
  Event a = apart.events[1];
  Event b = apart.events[1];
  a.id = std::string(64, 'a');
  b.id = std::string(64, 'b');
  a.parents = {b.id};
  b.parents = {a.id};
  CHECK(fold_error({apart.events[0], a, b}) == ErrorCode::kTampered);
}

TEST_CASE("passages follow the stages that were entered") {
  const policy::Policy policy = procedure();
  Running running(policy, date(2026, 4, 1));
  CHECK(running.state().stage() == "stage-1");
  running.on(date(2026, 4, 8)).enter("stage-2");
  running.on(date(2026, 4, 9)).resolve();
  const Case& state = running.state();
  REQUIRE(state.passages.size() == 2);
  CHECK(state.passages[0].entered_at == at(date(2026, 4, 1)));
  CHECK(state.passages[0].ended_at == at(date(2026, 4, 8)));
  CHECK(state.passages[1].ended_at == at(date(2026, 4, 9)));
  CHECK(state.passages[1].reason == "It was not resolved.");
  CHECK(!state.passages[1].direct);
  CHECK(!state.is_open());
  CHECK(state.resolved->fact.outcome == "A plan");
  CHECK(state.resolved->author == kTeacher);
}

TEST_CASE("what two devices decided against each other is kept and named") {
  const policy::Policy policy = procedure();
  Running first(policy, date(2026, 4, 1));
  Running second = first;
  const Event resolved = first.on(date(2026, 4, 2), 9).resolve();
  const Event entered = second.on(date(2026, 4, 2), 10).enter("stage-2");
  const Event withdrawn =
      second.on(date(2026, 4, 2), 11).add(casework::CaseWithdrawn{"Raised twice"});
  const auto folded = casework::fold({withdrawn, entered, resolved, first.state().events[0]});
  REQUIRE(folded.ok());
  CHECK(folded->status == casework::CaseStatus::kResolved);
  CHECK(folded->passages.size() == 1);
  CHECK(folded->conflicts == std::vector<std::string>{entered.id, withdrawn.id});
  CHECK(folded->events.size() == 4);

  // Both went on to the same stage: one passage. To different ones: both, the later by the clock
  // last.
  Running third(policy, date(2026, 4, 1));
  Running fourth = third;
  third.on(date(2026, 4, 2), 9).enter("stage-2");
  const Event again = fourth.on(date(2026, 4, 2), 10).enter("stage-2");
  const Event further = fourth.on(date(2026, 4, 2), 11).enter("stage-3");
  std::vector<Event> both = third.state().events;
  both.push_back(again);
  both.push_back(further);
  const auto merged = casework::fold(both);
  REQUIRE(merged.ok());
  CHECK(merged->passages.size() == 3);
  CHECK(merged->stage() == "stage-3");
  CHECK(merged->conflicts == std::vector<std::string>{again.id});
}

TEST_CASE("the fingerprint is the heads' hash in sixteen characters of Crockford's base32") {
  Case state;
  state.heads = {std::string(64, 'a'), std::string(64, 'b')};
  // printf 'aa…a\nbb…b' | sha256sum, the first 80 bits, five at a time.
  CHECK(casework::fingerprint(state) == "BTDE-GSND-V6M5-TTE3");
  const std::string before = casework::fingerprint(state);
  state.heads.pop_back();
  CHECK(casework::fingerprint(state) != before);
}

TEST_CASE("an entry is late when it was written more than a day after it happened") {
  const Instant noon = at(date(2026, 4, 1), 12);
  CHECK(!casework::is_late(noon, at(date(2026, 4, 2), 12)));
  CHECK(casework::is_late(noon, Instant{at(date(2026, 4, 2), 12).ms + 1}));
  CHECK(!casework::is_late(noon, noon));
}
