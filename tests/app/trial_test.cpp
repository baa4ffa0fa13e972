// A trial is played with like the real thing, and leaves nothing behind.
#include <doctest/doctest.h>

#include "app/tour.h"
#include "app/trial_case.h"
#include "casework/next_steps.h"
#include "desk.h"

namespace {

using app::Page;
using fakes::Desk;

// Past the vault's answers: the trial's own comes with the next frame.
void frame(Desk& desk) {
  desk.session->tick();
  desk.later.run();
}

}  // namespace

TEST_CASE("a trial begins on the first visit, with a case that has something to do") {
  Desk desk;
  desk.start();
  REQUIRE(desk.state().page == Page::kWelcome);
  desk.press(app::StartTrial{});
  const app::AppState& tried = desk.state();
  CHECK(tried.trial);
  CHECK(tried.page == Page::kHome);
  REQUIRE(tried.home.size() == 1);
  REQUIRE(tried.home.front().step);
  CHECK(tried.home.front().step->kind == casework::StepKind::kRecordDiscussion);
  CHECK(tried.home.front().next);  // the tour shows how a day is counted
  CHECK(tried.cases.front().events.size() == 2);
  CHECK(tried.profile.person.agency == "Example Primary School");
  REQUIRE(tried.tour);
  CHECK(tried.tour->step == 0);
  CHECK(desk.vault.records.empty());
  CHECK_FALSE(desk.vault.exists);
}

TEST_CASE("the tour stops at every page that it speaks of, there and back") {
  Desk desk;
  desk.start();
  desk.press(app::StartTrial{});
  const int stops = int(app::tour().size());
  for (int step = 1; step < stops; ++step) {
    desk.press(app::ShowTourStep{step});
    frame(desk);
    const app::TourStop& stop = app::tour()[size_t(step)];
    REQUIRE(desk.state().tour);
    CHECK(desk.state().tour->title == stop.title);
    CHECK(desk.state().page == stop.page);
    if (stop.page == Page::kCase) CHECK(desk.state().target == stop.target);
  }
  for (int step = stops - 2; step >= 0; --step) {
    desk.press(app::ShowTourStep{step});
    CHECK(desk.state().page == app::tour()[size_t(step)].page);
  }
  desk.press(app::ShowTourStep{-1});
  CHECK_FALSE(desk.state().tour);
  CHECK(desk.state().trial);
}

TEST_CASE("what is done in a trial is seen there, kept nowhere, and over with it") {
  Desk desk;
  desk.set_up();
  fakes::raise_in(desk, "trafford", "");
  const std::string mine = desk.state().case_id;
  const auto before = desk.vault.records;
  desk.press(app::Go{Page::kHome, ""});
  desk.press(app::StartTrial{});
  REQUIRE(desk.state().cases.size() == 1);
  CHECK(desk.state().cases.front().id != mine);  // what is real is not shown beside it

  desk.press(app::OpenCase{desk.state().cases.front().id});
  desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  desk.type("text", "Only for a try");
  desk.press(app::Submit{});
  frame(desk);
  CHECK(desk.state().page == Page::kCase);
  CHECK(desk.state().cases.front().events.size() == 3);
  desk.press(app::StartStep{casework::StepKind::kWithdraw, ""});
  desk.type("reason", "Half a try");
  desk.clock.time.ms += 60'000;
  frame(desk);
  CHECK_FALSE(desk.session->has_unsaved_text());

  const int page = desk.state().page_serial;
  desk.press(app::EndTrial{});
  desk.press(app::Answer{true});
  CHECK_FALSE(desk.state().trial);
  CHECK(desk.state().page == Page::kHome);
  CHECK(desk.state().page_serial > page);  // the browser's Back finds no page of the trial
  REQUIRE(desk.state().cases.size() == 1);
  CHECK(desk.state().cases.front().id == mine);
  CHECK(desk.state().half_written.empty());
  CHECK(desk.vault.records == before);
}

TEST_CASE("locking from a trial ends it and locks the vault") {
  Desk desk;
  desk.set_up();
  desk.press(app::StartTrial{});
  desk.press(app::Lock{});
  CHECK_FALSE(desk.state().trial);
  CHECK(desk.vault.locked);
}

TEST_CASE("text being written when a trial begins is still there when it ends") {
  Desk desk;
  desk.set_up();
  fakes::raise_in(desk, "trafford", "");
  desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  desk.type("text", "Half a thought");
  desk.press(app::StartTrial{});
  CHECK_FALSE(desk.session->has_unsaved_text());  // on its way into the vault at once
  desk.press(app::EndTrial{});
  CHECK(desk.state().page == Page::kNote);
  CHECK(desk.state().draft.get("text") == "Half a thought");
}

TEST_CASE("the invented case fits every procedure that is offered") {
  Desk desk;
  desk.start();
  REQUIRE(desk.state().policies.size() >= 6);
  for (const app::KnownPolicy& known : desk.state().policies) {
    app::AppState one;
    one.now = desk.state().now;
    one.days = desk.state().days;
    one.policies = {known};
    INFO(known.policy->id);
    const auto events = app::trial_case(one, std::string(32, 'a'));
    REQUIRE(events.size() == 2);
    auto folded = casework::fold(events);
    REQUIRE(folded);
    CHECK_FALSE(casework::next_steps(*folded, one.setting(*known.policy, *folded)).empty());
  }
}

TEST_CASE("that the trial is over is another message than the last one of the trial") {
  Desk desk;
  desk.set_up();
  desk.press(app::StartTrial{});
  desk.press(app::OpenCase{desk.state().cases.front().id});
  desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  desk.type("text", "Half a thought");
  desk.press(app::Go{Page::kHome, ""});
  REQUIRE(desk.state().half_written.size() == 1);
  desk.press(app::DiscardDraft{desk.state().half_written.front().key});
  const int last = desk.state().toast.serial;
  desk.press(app::EndTrial{});
  desk.press(app::Answer{true});
  REQUIRE_FALSE(desk.state().trial);
  CHECK(desk.state().toast.words == "The trial is over. Nothing of it was kept.");
  CHECK(desk.state().toast.serial > last);
}
