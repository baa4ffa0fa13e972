// What must hold whenever devices write a case apart and put their parts together: who merges with
// whom, and in what order, makes no difference to the case.
#include "casework/merge.h"

#include "properties/any_case.h"

using namespace properties;
using casework::Case;
using casework::Event;
using casework::merge;
using casework::Merged;
using invented::all_of;

namespace {

// As any_step(), and things that may disagree with what others do: outcomes, withdrawals.
void any_deed(Running& running, const policy::Policy& policy) {
  const auto told = [&](casework::Payload payload) {
    if (const auto event = running.attempt(std::move(payload))) running.take(*event);
  };
  switch (any_below(9)) {
    case 0:
      return told(casework::CaseResolved{"", "A plan", "Priya Shah", true, ""});
    case 1:
      return told(casework::CaseWithdrawn{"It was settled elsewhere."});
    case 2:
      return told(casework::NoteAdded{"Note " + std::to_string(any_below(1000))});
    case 3:
      return told(casework::DutyDone{"tell", running.state().stage(), "Told her"});
    default:
      return any_step(running, policy);
  }
}

// One case, written on by three devices that know nothing of one another.
struct Apart {
  AnyCase begun = any_case();
  std::vector<Case> devices;

  Apart() {
    for (int device = 0; device < 3; ++device) {
      Running running = begun.running;
      for (int left = any_below(6); left > 0; --left) {
        const Instant then{running.now().ms + any_below(3 * 24 * 60) * int64_t{60'000}};
        running.on(then);
        any_deed(running, *begun.policy);
      }
      devices.push_back(running.state());
    }
  }
  const Case& a() const { return devices[0]; }
  const Case& b() const { return devices[1]; }
  const Case& c() const { return devices[2]; }
};

Merged both(const Case& mine, const Case& theirs) {
  auto merged = merge(mine, theirs.events);
  RC_ASSERT(merged.ok());
  return *merged;
}

std::vector<Event> shuffled(std::vector<Event> events) {
  for (size_t i = events.size(); i > 1; --i) {
    std::swap(events[i - 1], events[any_from<size_t>(0, i)]);
  }
  return events;
}

}  // namespace

TEST_CASE("putting parts of a case together is commutative, associative and idempotent") {
  CHECK(rc::check("for three devices", [] {
    const Apart apart;
    const Merged ab = both(apart.a(), apart.b()), ba = both(apart.b(), apart.a());
    RC_ASSERT(all_of(ab.state) == all_of(ba.state));
    RC_ASSERT(ab.added == ba.lacking);
    RC_ASSERT(ab.lacking == ba.added);
    const Merged left = both(ab.state, apart.c());
    const Merged right = both(apart.a(), both(apart.b(), apart.c()).state);
    RC_ASSERT(all_of(left.state) == all_of(right.state));
    const Merged again = both(ab.state, apart.b());
    RC_ASSERT(all_of(again.state) == all_of(ab.state));
    RC_ASSERT(again.added.empty());
    RC_ASSERT(again.conflicts.empty());
    const Merged self = both(apart.a(), apart.a());
    RC_ASSERT(all_of(self.state) == all_of(apart.a()));
    RC_ASSERT(self.added.empty() && self.lacking.empty());
  }));
}

TEST_CASE("whatever order entries arrive in, and however often, the case is the same") {
  CHECK(rc::check("shuffled and doubled", [] {
    const Apart apart;
    const Case all = both(both(apart.a(), apart.b()).state, apart.c()).state;
    std::vector<Event> events = all.events;
    for (const Event& event : apart.b().events) events.push_back(event);
    const auto folded = casework::fold(shuffled(events));
    RC_ASSERT(folded.ok());
    RC_ASSERT(all_of(*folded) == all_of(all));
    const auto arrived = merge(apart.a(), shuffled(events));
    RC_ASSERT(arrived.ok());
    RC_ASSERT(all_of(arrived->state) == all_of(all));
  }));
}

TEST_CASE("nothing is lost or made up, and every new conflict is told") {
  CHECK(rc::check("for two devices", [] {
    const Apart apart;
    const Merged merged = both(apart.a(), apart.b());
    RC_ASSERT(merged.state.events.size() == apart.a().events.size() + merged.added.size());
    RC_ASSERT(merged.state.events.size() == apart.b().events.size() + merged.lacking.size());
    for (const std::string& id : merged.state.conflicts) {
      const auto& before = apart.a().conflicts;
      const auto& told = merged.conflicts;
      const bool old = std::find(before.begin(), before.end(), id) != before.end();
      RC_ASSERT(old != (std::find(told.begin(), told.end(), id) != told.end()));
    }
  }));
}

TEST_CASE("an earlier copy of a case adds nothing to it") {
  CHECK(rc::check("any beginning of it, in the order of the fold", [] {
    const Apart apart;
    const Case all = both(apart.a(), apart.b()).state;
    const size_t count = 1 + any_from<size_t>(0, all.events.size());
    const std::vector<Event> beginning(all.events.begin(),
                                       all.events.begin() + std::ptrdiff_t(count));
    const auto merged = merge(all, beginning);
    RC_ASSERT(merged.ok());
    RC_ASSERT(all_of(merged->state) == all_of(all));
    RC_ASSERT(merged->added.empty());
    RC_ASSERT(merged->lacking.size() == all.events.size() - count);
    // And what is here completes it.
    const auto folded = casework::fold(beginning);
    RC_ASSERT(folded.ok());
    RC_ASSERT(all_of(both(*folded, all).state) == all_of(all));
  }));
}
