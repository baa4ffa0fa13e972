// A state with as many cases as a test likes, run under one invented procedure, and its list on
// home: without a session.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>

#include "app/case_texts.h"
#include "app/home.h"
#include "base/fold.h"
#include "base/order.h"
#include "casework/invented.h"

namespace invented {

struct ManyCases {
  explicit ManyCases(Date today, policy::Policy procedure = invented::procedure()) {
    state.now = at(today);
    state.profile.person = kTeacher;
    procedure.division = "england-and-wales";
    state.days.divisions[procedure.division] = holidays();
    app::KnownPolicy known;
    known.policy = known.own = std::make_shared<const policy::Policy>(std::move(procedure));
    known.offered = true;
    state.policies = {known};
  }

  const policy::Policy& policy() const { return *state.policies.front().policy; }

  // The case raised; what is added to it next is recorded at state.now.
  template <class Change>
  Case& open(const std::string& name, Date arose, Change change) {
    const std::string number = std::to_string(state.cases.size());
    casework::CaseOpened fact = opening(policy(), arose);
    fact.subject.name = name;
    fact.reference = "CG-" + std::string(4 - std::min<size_t>(4, number.size()), '0') + number;
    change(fact);
    const std::string id = std::string(32 - number.size(), '0') + number;
    auto event = casework::open_case(state.setting(policy()), id, fact);
    if (!event) FAIL(base::describe(event.error()));
    auto folded = casework::fold({*event});
    REQUIRE(folded.ok());
    state.cases.push_back(std::move(folded).value());
    return state.cases.back();
  }
  Case& open(const std::string& name, Date arose) {
    return open(name, arose, [](casework::CaseOpened&) {});
  }
  void add(Payload payload) {
    Case& last = state.cases.back();
    auto event = casework::decide(last, state.setting(policy(), last), {payload, state.now});
    if (!event) FAIL(base::describe(event.error()));
    casework::apply(last, *event);
  }
  void talk() {
    add(casework::DiscussionRecorded{"", calendar::uk_date(state.now), "Telephone", "Priya Shah",
                                     "We disagreed.", ""});
  }
  void resolve() { add(casework::CaseResolved{"", "A plan", "Priya Shah", true, ""}); }

  void list(app::CaseFilter filter = app::CaseFilter::kOpen, const std::string& search = "") {
    state.home.clear();
    app::WordIndex words;
    for (size_t i = 0; i < state.cases.size(); ++i) {
      state.home.push_back(app::row_of(state, i));
      for (const Event& event : state.cases[i].events) {
        words.add(static_cast<std::uint32_t>(i), base::folded(app::texts_of(event)));
      }
    }
    base::sort(state.home, app::comes_before);
    state.home_list.filter = filter;
    state.home_list.search = search;
    state.home_list = app::listed(state, words);
  }
  // Whom the listed rows are about, in order: "Ann, Ben".
  std::string listed() const {
    std::string names;
    for (const size_t row : state.home_list.rows) {
      names += (names.empty() ? "" : ", ") + state.home[row].subject;
    }
    return names;
  }

  app::AppState state;
};

// On Thursday 9 April 2026: one case of each kind that home tells apart. Easter is from Friday 3 to
// Monday 6 April.
inline ManyCases one_of_each() {
  ManyCases many(date(2026, 4, 9));
  const Instant today = many.state.now;
  many.state.now = at(date(2026, 4, 8));
  many.open("Closed first", date(2026, 4, 1));
  many.resolve();
  many.state.now = today;
  many.open("Closed last", date(2026, 4, 1));
  many.resolve();
  many.open("Without a deadline", date(2026, 4, 9));
  many.talk();
  many.open("Far", date(2026, 4, 9));
  many.add(casework::StageEntered{"stage-2", "", false, "It was not resolved."});
  many.open("Monday", date(2026, 4, 9));
  many.open("Today", date(2026, 4, 7));
  many.open("Overdue", date(2026, 4, 2));
  many.open("Overdue for longer", date(2026, 4, 1));
  return many;
}

}  // namespace invented
