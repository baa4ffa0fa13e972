// A PDF under way belongs to its document: its bar, its Stop and its answer.
#include <doctest/doctest.h>

#include "desk.h"

namespace {

using app::Page;
using fakes::Desk;

// A PDF of the first case's record, begun and not finished; and a second case.
struct Making : Desk {
  Making() {
    set_up();
    fakes::raise_in(*this, "trafford", "");
    first = state().case_id;
    fakes::raise_in(*this, "essex", "");
    second = state().case_id;
    press(app::OpenCase{first});
    press(app::ShowRecord{});
    pdf.stops_at = .25f;
    press(app::Download{app::FileKind::kPdf});
    REQUIRE(state().busy_share == .25f);
  }
  std::string first, second;
};

}  // namespace

TEST_CASE("the other case's document neither shows the bar nor waits for it") {
  Making desk;
  desk.session->handle(app::ShowRisk{});
  desk.session->handle(app::OpenCase{desk.second});
  desk.session->handle(app::ShowRecord{});
  REQUIRE(desk.state().page == Page::kRecord);
  CHECK(desk.state().case_id == desk.second);
  CHECK(desk.state().busy.empty());
  CHECK(desk.state().busy_share < 0);
  desk.session->handle(app::CancelDownload{});               // there is no Stop here
  desk.session->handle(app::Download{app::FileKind::kPdf});  // one at a time, and it says so
  CHECK(desk.state().busy.empty());
  CHECK(desk.state().toast.words.find("Another PDF") == 0);
  desk.session->handle(app::Go{Page::kCase, ""});
  CHECK(desk.state().page == Page::kCase);
  desk.session->handle(app::OpenCase{desk.first});
  desk.session->handle(app::ShowRecord{});
  CHECK(desk.state().busy_share == .25f);  // its own has it again
  desk.session->handle(app::Go{Page::kHome, ""});
  CHECK(desk.state().page == Page::kRecord);
  desk.later.run();
  CHECK(desk.state().busy.empty());
  CHECK(desk.files.downloads.size() == 1);
  CHECK(desk.state().success == "The PDF is in your downloads.");
}

TEST_CASE("a PDF that is finished elsewhere is told there") {
  Making desk;
  desk.session->handle(app::ShowRisk{});
  desk.later.run();
  CHECK(desk.state().page == Page::kRisk);
  CHECK(desk.state().toast.words == "The PDF is in your downloads.");
  CHECK(desk.state().success.empty());
}

TEST_CASE("a person's own Stop is no failure") {
  Making desk;
  const int alarms = desk.state().error_serial;
  desk.press(app::CancelDownload{});
  CHECK(desk.state().busy.empty());
  CHECK_FALSE(desk.state().trouble);
  CHECK(desk.state().error_serial == alarms);
  CHECK(desk.state().success == "Stopped. Nothing was downloaded.");
  CHECK(desk.files.downloads.empty());
}

TEST_CASE("a trial that ends stops its own PDF, and no other") {
  Making desk;
  desk.session->handle(app::ShowRisk{});
  desk.session->handle(app::StartTrial{});
  REQUIRE(desk.state().trial);
  desk.session->handle(app::OpenCase{desk.state().cases.front().id});
  desk.session->handle(app::ShowRecord{});
  desk.session->handle(app::Download{app::FileKind::kPdf});
  CHECK(desk.state().busy.empty());
  CHECK(desk.state().toast.words.find("Another PDF") == 0);
  desk.session->handle(app::EndTrial{});
  REQUIRE_FALSE(desk.state().trial);
  desk.later.run();
  CHECK(desk.files.downloads.size() == 1);
}

TEST_CASE("a file that is picked when its trial is over comes to nobody") {
  Desk desk;
  desk.set_up();
  desk.session->handle(app::StartTrial{});
  desk.files.picked = {"brought.json", fakes::small_policy_text()};
  desk.session->handle(app::PickPolicy{});
  desk.session->handle(app::EndTrial{});
  desk.later.run();
  CHECK(desk.state().page == Page::kHome);
  CHECK_FALSE(desk.state().picked);
}
