// Two devices' parts of one case put together; what must hold of any case is in tests/properties.
#include "casework/merge.h"

#include "casework/invented.h"

using namespace invented;
using base::ErrorCode;
using casework::merge;
using casework::Merged;

namespace {

struct Parted {
  policy::Policy policy = procedure();
  Running here = begun(), there = here;

  Running begun() const {
    Running running(policy, date(2026, 4, 1));
    running.on(date(2026, 4, 2)).talk();
    return running;
  }
};

Merged merged(const Running& here, const Running& there) {
  auto both = merge(here.state(), there.state().events);
  if (!both) FAIL(base::describe(both.error()));
  return *both;
}

std::vector<std::string> tail(const Case& state, size_t count) {
  std::vector<std::string> ids;
  for (size_t i = state.events.size() - count; i < state.events.size(); ++i) {
    ids.push_back(state.events[i].id);
  }
  return ids;
}

}  // namespace

TEST_CASE("what two devices wrote apart is all there, on both the same") {
  Parted two;
  const Event mine = two.here.on(date(2026, 4, 8), 9).add(casework::NoteAdded{"On the laptop"});
  const Event entered = two.there.on(date(2026, 4, 8), 10).enter("stage-2");
  const Event agreed = two.there.on(date(2026, 4, 8), 11).agree("time-2", date(2026, 4, 10));

  const Merged both = merged(two.here, two.there);
  CHECK(both.added == std::vector{entered.id, agreed.id});
  CHECK(both.lacking == std::vector{mine.id});
  CHECK(both.conflicts.empty());
  CHECK(both.state.stage() == "stage-2");
  CHECK(both.state.events.size() == 5);
  CHECK(both.state.heads.size() == 2);

  const Merged other = merged(two.there, two.here);
  CHECK(all_of(other.state) == all_of(both.state));
  CHECK(other.added == both.lacking);
  CHECK(other.lacking == both.added);
}

TEST_CASE("a second exchange brings only what was written since the first") {
  Parted two;
  two.there.on(date(2026, 4, 8)).add(casework::NoteAdded{"From there"});
  Merged both = merged(two.here, two.there);
  CHECK(both.added.size() == 1);

  const Event later = two.there.on(date(2026, 4, 9)).add(casework::NoteAdded{"Later"});
  auto again = merge(both.state, two.there.state().events);
  REQUIRE(again.ok());
  CHECK(again->added == std::vector{later.id});
  CHECK(again->lacking.empty());

  auto nothing = merge(again->state, two.there.state().events);
  REQUIRE(nothing.ok());
  CHECK(nothing->added.empty());
  CHECK(all_of(nothing->state) == all_of(again->state));
}

TEST_CASE("entries that continue what is here are enough: the rest need not come again") {
  Parted two;
  const Event only = two.there.on(date(2026, 4, 8)).add(casework::NoteAdded{"From there"});
  const auto both = merge(two.here.state(), {only, only});
  REQUIRE(both.ok());
  CHECK(both->added == std::vector{only.id});
  CHECK(both->lacking == tail(two.here.state(), 2));
}

TEST_CASE("both moved the case on, or both closed it: a conflict that is new, and told once") {
  Parted two;
  two.here.on(date(2026, 4, 8), 9).enter("stage-2");
  const Event second = two.there.on(date(2026, 4, 8), 10).enter("stage-2");
  const Merged both = merged(two.here, two.there);
  CHECK(both.conflicts == std::vector{second.id});
  CHECK(both.state.stage() == "stage-2");

  two.there.on(date(2026, 4, 9)).add(casework::NoteAdded{"Nothing wrong with this"});
  const auto again = merge(both.state, two.there.state().events);
  REQUIRE(again.ok());
  CHECK(again->conflicts.empty());
  CHECK(again->state.conflicts == std::vector{second.id});

  Parted closed;
  closed.here.on(date(2026, 4, 8), 9).resolve();
  const Event other = closed.there.on(date(2026, 4, 8), 10).resolve();
  CHECK(merged(closed.here, closed.there).conflicts == std::vector{other.id});
  // Seen from the other device, too: the first in the order of the fold stands on both.
  CHECK(merged(closed.there, closed.here).conflicts == std::vector{other.id});
}

TEST_CASE("an entry that was sound here may be the one that no longer fits") {
  Parted two;
  const Event late = two.here.on(date(2026, 4, 8), 12).resolve();
  two.there.on(date(2026, 4, 8), 10).resolve();
  const Merged both = merged(two.here, two.there);
  CHECK(both.conflicts == std::vector{late.id});
}

TEST_CASE("entries of another case are refused, and so is another child under this id") {
  Parted two;
  Event stranger = two.there.on(date(2026, 4, 8)).add(casework::NoteAdded{"Elsewhere"});
  stranger.case_id = std::string(32, 'f');
  casework::seal(stranger);
  const auto elsewhere = merge(two.here.state(), {stranger});
  REQUIRE_FALSE(elsewhere);
  CHECK(elsewhere.error().code == ErrorCode::kBadValue);
  CHECK(elsewhere.error().message == "These entries belong to another case.");

  casework::CaseOpened other = opening(two.policy, date(2026, 4, 1));
  other.subject.name = "Child K";
  const Running another(two.policy, other, at(date(2026, 4, 1)));
  REQUIRE(another.state().id == two.here.state().id);
  const auto child = merge(two.here.state(), another.state().events);
  REQUIRE_FALSE(child);
  CHECK(child.error().code == ErrorCode::kTampered);
  CHECK(child.error().message.find("another child") != std::string::npos);
}

TEST_CASE("a gap between the two is refused as the fold refuses it") {
  Parted two;
  two.there.on(date(2026, 4, 8)).add(casework::NoteAdded{"Not sent"});
  const Event last = two.there.on(date(2026, 4, 9)).add(casework::NoteAdded{"Sent"});
  const std::string before = all_of(two.here.state());
  const auto gap = merge(two.here.state(), {last});
  REQUIRE_FALSE(gap);
  CHECK(gap.error().code == ErrorCode::kTampered);
  CHECK(gap.error().message.find("An event is missing") != std::string::npos);
  CHECK(all_of(two.here.state()) == before);
}
