// Trying other days on a case's ladder: what is supposed, refused, taken back and forgotten; and
// that nothing of it is kept.
#include <doctest/doctest.h>

#include "app/find.h"
#include "desk.h"

using app::Page;
using app::Suppose;
using app::TakeBack;
using calendar::date;

namespace {

// The stages last ten working days each unless another time is agreed: stage 1 until Friday 17
// April.
struct Trying : fakes::Desk {
  explicit Trying(const std::string& policy = "trafford") {
    set_up();
    fakes::raise_in(*this, policy, area_of(policy));
    id = state().case_id;
    press(app::ShowWhatIf{});
    REQUIRE(state().page == Page::kWhatIf);
  }
  std::string area_of(const std::string& part) const {
    const policy::Policy* policy = state().offered_policy(id_of(part));
    return policy && policy->areas.size() > 1 ? policy->areas.front().id : "";
  }
  void suppose(const std::string& event, const char* day, const char* month, const char* year) {
    type("event", event);
    date("day", day, month, year);
    press(Suppose{});
  }
  const casework::WhatIf& what_if() const { return state().supposed.what_if; }
  std::string only_error() const {
    REQUIRE(state().errors.size() == 1);
    return state().errors.front().key + ": " + state().errors.front().message;
  }
  std::string id;
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a day is supposed, joins the others, and the fields are empty again") {
  Trying desk;
  CHECK(desk.state().draft.get("event") == "stage-1");  // what is asked most
  const int serial = desk.state().supposed.serial;
  desk.suppose("stage-1", "23", "4", "2026");
  CHECK(desk.state().errors.empty());
  CHECK(desk.what_if().ended ==
        std::map<std::string, calendar::Date>{{"stage-1", date(2026, 4, 23)}});
  CHECK(desk.state().supposed.serial != serial);
  CHECK(desk.state().draft.get("day.day").empty());
  CHECK(desk.state().page == Page::kWhatIf);
  desk.suppose(app::kTheConcern, "30", "3", "2026");
  CHECK(desk.what_if().concern_arose == date(2026, 3, 30));
  desk.suppose("stage-1", "22", "4", "2026");  // another day for the same
  CHECK(desk.what_if().ended.at("stage-1") == date(2026, 4, 22));
  CHECK(desk.what_if().ended.size() == 1);
}

TEST_CASE("what cannot be is told beside its field, and nothing is supposed") {
  Trying desk;
  const auto refused = [&](const std::string& event, const char* day, const char* month,
                           const char* year) {
    const casework::WhatIf before = desk.what_if();
    const int serial = desk.state().error_serial;
    desk.suppose(event, day, month, year);
    CHECK(desk.state().error_serial != serial);
    CHECK(desk.what_if().ended == before.ended);
    CHECK(desk.what_if().concern_arose == before.concern_arose);
    return desk.only_error();
  };
  CHECK(refused("stage-1", "", "", "") == "day: Enter the day");
  CHECK(refused("stage-1", "31", "4", "2026") == "day: The day must be a real date");
  CHECK(refused("stage-1", "31", "", "2026") == "day.month: The day must include a month");
  CHECK(has(refused("stage-1", "31", "3", "2026"), "day: Stage 1 has not ended yet"));
  CHECK(has(refused("stage-2", "16", "4", "2026"),
            "day: On this ladder stage 2 begins on Friday 17 April 2026"));
  CHECK(has(refused(app::kTheConcern, "2", "4", "2026"), "day: The case was raised on"));
  CHECK(has(refused("stage-4", "1", "8", "2026"), "event: Choose"));  // the last
  CHECK(has(refused("", "1", "8", "2026"), "event: Choose"));

  // One that would make another impossible.
  desk.suppose("stage-2", "20", "4", "2026");
  REQUIRE(desk.state().errors.empty());
  const std::string crossed = refused("stage-1", "23", "4", "2026");
  CHECK(has(crossed, "That does not go with what you suppose already."));
  CHECK(has(crossed, "stage 2 begins on Thursday 23 April 2026"));
}

TEST_CASE("what is supposed is taken back, one by one or all at once") {
  Trying desk;
  desk.suppose("stage-1", "3", "4", "2026");
  desk.suppose("stage-2", "7", "4", "2026");
  desk.suppose(app::kTheConcern, "30", "3", "2026");
  // Stage 2 would end before it begins then: that is no reason to keep stage 1.
  desk.press(TakeBack{"stage-1"});
  CHECK(desk.what_if().ended.size() == 1);
  desk.press(TakeBack{app::kTheConcern});
  CHECK_FALSE(desk.what_if().concern_arose);
  desk.suppose(app::kTheConcern, "30", "3", "2026");
  desk.type("event", "");
  desk.press(Suppose{});
  REQUIRE_FALSE(desk.state().errors.empty());
  desk.press(TakeBack{""});
  CHECK(desk.what_if().empty());
  CHECK(desk.state().errors.empty());
}

TEST_CASE("without declared times each day that is supposed makes the next stage known") {
  Trying desk("sussex");
  desk.suppose("stage-2", "10", "4", "2026");
  CHECK(has(desk.only_error(), "event: Choose"));
  desk.suppose("stage-1", "7", "4", "2026");
  desk.suppose("stage-2", "10", "4", "2026");
  CHECK(desk.state().errors.empty());
  CHECK(desk.what_if().ended.size() == 2);
}

TEST_CASE(
    "nothing that is tried is kept: not in the vault, not as half written, not after a reload") {
  Trying desk;
  const auto before = desk.vault.records;
  desk.suppose("stage-1", "23", "4", "2026");
  desk.type("day.day", "24");
  CHECK_FALSE(desk.session->has_unsaved_text());
  CHECK_FALSE(desk.state().can_undo);
  CHECK(desk.session->next_tick_ms() == -1);
  desk.press(app::Go{Page::kHome, ""});
  CHECK(desk.state().half_written.empty());
  CHECK(desk.vault.records == before);
  CHECK(desk.state().cases.front().events.size() == 1);
  desk.reload_and_unlock();
  desk.press(app::OpenCase{desk.id});
  desk.press(app::ShowWhatIf{});
  CHECK(desk.what_if().empty());
  CHECK(desk.state().draft.get("day.day").empty());
}

TEST_CASE("it is there again after a look elsewhere, and gone once another case was opened") {
  Trying desk;
  desk.suppose("stage-1", "23", "4", "2026");
  desk.type("day.day", "24");
  const app::Address here = desk.session->address();
  REQUIRE(here.route);
  CHECK(has(*here.route, "/what-if"));
  desk.press(app::Go{Page::kCase, ""});
  desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  desk.session->return_to(here.serial, *here.route);
  CHECK(desk.state().page == Page::kWhatIf);
  CHECK(desk.what_if().ended.size() == 1);
  CHECK(desk.state().draft.get("day.day") == "24");

  fakes::raise_in(desk, "trafford", "");
  REQUIRE(desk.state().case_id != desk.id);
  desk.press(app::OpenCase{desk.id});
  desk.press(app::ShowWhatIf{});
  CHECK(desk.what_if().empty());
  CHECK(desk.state().draft.get("day.day").empty());
  CHECK(desk.state().draft.get("event") == "stage-1");
}

TEST_CASE("its address leads there, and Find does as long as the case is open") {
  Trying desk;
  const std::string route = *desk.session->address().route;
  desk.press(app::Go{Page::kHome, ""});
  desk.session->return_to(-1, route);
  CHECK(desk.state().page == Page::kWhatIf);
  CHECK(desk.state().case_id == desk.id);
  const auto leads = [&] {
    for (const app::Found& each : app::found(desk.state(), "other dates")) {
      if (std::holds_alternative<app::ShowWhatIf>(each.command)) return true;
    }
    return false;
  };
  CHECK(leads());
  desk.press(app::StartStep{casework::StepKind::kWithdraw, ""});
  desk.type("reason", "It was settled by telephone.");
  desk.press(app::Submit{});
  CHECK_FALSE(leads());
}
