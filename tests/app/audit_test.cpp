// The audit as a document: what is downloaded and printed, and the PDF that is its own.
#include <doctest/doctest.h>

#include "desk.h"

using app::Page;
using fakes::Desk;

namespace {

struct Audited : Desk {
  Audited() {
    set_up();
    fakes::raise_in(*this, "trafford", "");
    press(app::ShowAudit{});
    REQUIRE(state().page == Page::kAudit);
  }
};

}  // namespace

TEST_CASE("the audit of a case is downloaded as a web page and as text, and printed") {
  Audited desk;
  CHECK(desk.state().document_json.empty());
  desk.press(app::Download{app::FileKind::kText});
  desk.press(app::Download{app::FileKind::kHtml});
  REQUIRE(desk.files.downloads.size() == 2);
  for (const auto& file : desk.files.downloads) {
    CHECK(file.first.find("asked-and-recorded-CG-") == 0);
    CHECK(file.second.find("What the procedure asked, and what is recorded") != std::string::npos);
  }
  CHECK(desk.session->printed() == documents::to_json(desk.state().document).dump());
}

TEST_CASE("a PDF of the audit is not the record's") {
  Audited desk;
  desk.pdf.stops_at = .25f;
  desk.press(app::Download{app::FileKind::kPdf});
  CHECK(desk.state().busy_share == .25f);
  desk.session->handle(app::ShowRisk{});
  desk.session->handle(app::OpenCase{desk.state().cases.front().id});
  desk.session->handle(app::ShowRecord{});
  REQUIRE(desk.state().page == Page::kRecord);
  CHECK(desk.state().busy.empty());
  desk.later.run();
  REQUIRE(desk.files.downloads.size() == 1);
  CHECK(desk.files.downloads.begin()->first.find("asked-and-recorded-") == 0);
}

TEST_CASE("what is recorded since is in the audit the next time") {
  Audited desk;
  const std::string before = documents::to_text(desk.state().document);
  desk.press(app::Go{Page::kCase, ""});
  desk.press(app::StartStep{casework::StepKind::kWithdraw, ""});
  desk.type("reason", "Raised twice");
  desk.press(app::Submit{});
  REQUIRE(desk.state().page == Page::kCase);
  desk.press(app::ShowAudit{});
  const std::string after = documents::to_text(desk.state().document);
  CHECK(before.find("Raised twice") == std::string::npos);
  CHECK(after.find("Reason recorded: Raised twice.") != std::string::npos);
}
