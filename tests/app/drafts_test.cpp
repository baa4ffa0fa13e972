// What is half written is in the vault before anyone asks: at each rest in typing.
#include <doctest/doctest.h>

#include "desk.h"

namespace {

using app::Page;
using fakes::Desk;
using fakes::raise_in;

// A note begun in a case of its own.
struct Writing : Desk {
  Writing() {
    set_up();
    raise_in(*this, "trafford", "");
    press(app::StartStep{casework::StepKind::kAddNote, ""});
  }
  void rest(int milliseconds) {
    clock.time.ms += milliseconds;
    session->tick();
    later.run();
  }
  // As after a crash: nothing was said to the application.
  void crash_and_return() {
    reload_and_unlock();
    press(app::OpenCase{state().home.front().case_id});
    press(app::StartStep{casework::StepKind::kAddNote, ""});
  }
};

}  // namespace

TEST_CASE("a rest in typing puts it into the vault, and the browser need not ask any more") {
  Writing desk;
  CHECK(desk.session->next_tick_ms() == -1);
  desk.type("text", "Half");
  const int rest = desk.session->next_tick_ms();
  CHECK(rest > 0);
  CHECK(desk.session->has_unsaved_text());
  desk.rest(rest - 1);
  CHECK_FALSE(desk.keeps("Half"));
  desk.type("text", "Half a thought");  // typing on puts it off
  desk.rest(rest - 1);
  CHECK_FALSE(desk.keeps("Half"));
  desk.rest(1);
  CHECK(desk.keeps("Half a thought"));
  CHECK_FALSE(desk.session->has_unsaved_text());
  CHECK(desk.session->next_tick_ms() == -1);
  CHECK(desk.state().saving != app::Saving::kSaving);  // nothing was in the way of typing

  desk.crash_and_return();
  CHECK(desk.state().draft.get("text") == "Half a thought");
  desk.press(app::Submit{});
  REQUIRE(desk.state().page == Page::kCase);
  desk.crash_and_return();
  CHECK(desk.state().draft.get("text").empty());
}

TEST_CASE("what is saved before a rest is not kept as a draft, and what else is half written is") {
  Writing desk;
  desk.type("text", "One thing");
  desk.press(app::Go{Page::kCase, ""});
  desk.press(app::StartStep{casework::StepKind::kWithdraw, ""});
  desk.type("reason", "Another");
  desk.press(app::Go{Page::kCase, ""});
  desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  desk.press(app::Submit{});
  REQUIRE(desk.state().page == Page::kCase);
  CHECK_FALSE(desk.session->has_unsaved_text());
  desk.reload_and_unlock();
  desk.press(app::OpenCase{desk.state().home.front().case_id});
  desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  CHECK(desk.state().draft.get("text").empty());
  desk.press(app::StartStep{casework::StepKind::kWithdraw, ""});
  CHECK(desk.state().draft.get("reason") == "Another");
}

TEST_CASE("a full vault leaves the words on the screen and the browser's question in place") {
  Writing desk;
  desk.type("text", "Half a thought");
  desk.vault.fault = ports::VaultFault::kFull;
  desk.rest(10'000);
  CHECK(desk.session->has_unsaved_text());
  CHECK(desk.state().draft.get("text") == "Half a thought");
  CHECK(desk.session->next_tick_ms() == -1);  // not again and again
  desk.press(app::Submit{});
  CHECK(desk.state().saving == app::Saving::kFailed);
  CHECK(desk.session->has_unsaved_text());
  desk.vault.fault = ports::VaultFault::kNone;
  desk.press(app::Submit{});
  CHECK(desk.state().page == Page::kCase);
  CHECK_FALSE(desk.session->has_unsaved_text());
}

TEST_CASE("after a lock that failed, what is submitted does not come back as half written") {
  Writing desk;
  desk.type("text", "Half a thought");
  desk.rest(10'000);
  REQUIRE(desk.keeps("Half a thought"));
  desk.vault.fault = ports::VaultFault::kAborted;
  desk.press(app::Lock{});
  REQUIRE_FALSE(desk.vault.locked);
  desk.vault.fault = ports::VaultFault::kNone;
  desk.press(app::Submit{});
  REQUIRE(desk.state().page == Page::kCase);
  desk.reload_and_unlock();
  CHECK(desk.state().half_written.empty());
}

TEST_CASE("what the vault refused is not taken for kept because something else was saved") {
  Writing desk;
  desk.type("text", "Half a thought");
  desk.vault.fault = ports::VaultFault::kFull;
  desk.rest(10'000);
  REQUIRE(desk.session->has_unsaved_text());
  desk.vault.fault = ports::VaultFault::kNone;
  fakes::import(desk, fakes::small_policy());
  REQUIRE(desk.state().page == Page::kProcedure);
  CHECK(desk.session->has_unsaved_text());
  CHECK_FALSE(desk.keeps("Half a thought"));
  desk.rest(10'000);  // there is room now
  CHECK(desk.keeps("Half a thought"));
  CHECK_FALSE(desk.session->has_unsaved_text());
}
