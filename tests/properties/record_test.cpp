// The case file: whatever is written into it, in whatever order it arrives, folds to one case.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

#include "casework/amend.h"
#include "properties/any_case.h"

using namespace properties;

namespace {

// A correction of any part of any record, to something else.
void any_correction(Running& running) {
  const casework::Event& event = any_among(running.state().events);
  const auto fields = casework::amendable(casework::corrected(running.state(), event));
  if (fields.empty()) return;
  const casework::AmendableField& field = any_among(fields);
  std::string value = "Corrected " + std::to_string(any_below(1000));
  if (field.kind == casework::AmendableKind::kDate) {
    value = calendar::iso(any_day_after(running.state().opened.fact.concern_arose, 20));
  } else if (field.kind == casework::AmendableKind::kYesNo) {
    value = one_in(2) ? "yes" : "no";
  }
  const auto made =
      running.attempt(casework::EventAmended{event.id, {{field.key, value}}, "It was wrong"});
  if (made) running.take(*made);
}

void any_record(Running& running) {
  const Date day = calendar::uk_date(running.now());
  const auto told = [&](casework::Payload payload) {
    if (const auto event = running.attempt(std::move(payload))) running.take(*event);
  };
  switch (any_below(9)) {
    case 0:
      return told(casework::RiskChanged{"", one_in(2) == 1, "Seen again", "999"});
    case 1:
      return told(casework::CaseResolved{"", "A plan", "Priya Shah", false, ""});
    case 2:
      return told(casework::CaseReopened{"", "It did not hold"});
    case 3:
      return told(casework::SilenceRecorded{"", "", day, "Two calls"});
    case 4:
      return told(casework::OutcomeConfirmed{casework::kRaisingSide, day, "Mara", ""});
    case 5:
      return told(casework::NoteAdded{"A note"});
    default:
      return any_correction(running);
  }
}

// Written on another device that had not heard of the last events.
void any_apart(Running& running) {
  const auto& events = running.state().events;
  const casework::Event& known = any_among(events);
  casework::Event event{"",
                        known.case_id,
                        {known.id},
                        running.now(),
                        running.now(),
                        invented::kTeacher,
                        casework::EventAmended{known.id, {{"account", "Apart"}}, "It was wrong"}};
  if (one_in(2)) event.payload = casework::CaseReopened{running.state().stage(), "Apart"};
  casework::seal(event);
  std::vector<casework::Event> all = events;
  all.push_back(event);
  const auto folded = casework::fold(std::move(all));
  RC_ASSERT(folded.ok());
  running.become(*folded);
}

AnyCase any_file() {
  AnyCase any = any_case();
  for (int left = any_below(8); left > 0; --left) {
    if (one_in(5)) {
      any_apart(any.running);
    } else {
      any_record(any.running);
    }
  }
  return any;
}

}  // namespace

TEST_CASE("a case file replays to what it was, in whatever order its events arrive") {
  CHECK(rc::check([] {
    const AnyCase any = any_file();
    const casework::Case& state = any.running.state();
    std::vector<casework::Event> events = state.events;
    std::rotate(events.begin(), events.begin() + any_below(static_cast<int>(events.size())),
                events.end());
    if (one_in(2)) std::reverse(events.begin(), events.end());
    const auto again = casework::fold(events);
    RC_ASSERT(again.ok());
    RC_ASSERT(invented::all_of(*again) == invented::all_of(state));
  }));
}

TEST_CASE("what was written stays as it was, whatever is corrected afterwards") {
  CHECK(rc::check([] {
    AnyCase any = any_file();
    std::set<std::string> before;
    for (const casework::Event& event : any.running.state().events) {
      before.insert(base::canonical(casework::to_json(event)));
    }
    any_correction(any.running);
    for (const casework::Event& event : any.running.state().events) {
      before.erase(base::canonical(casework::to_json(event)));
    }
    RC_ASSERT(before.empty());
  }));
}
