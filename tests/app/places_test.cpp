// Every page has an address, and the browser's Back leads to it again as it was.
#include "app/places.h"

#include <doctest/doctest.h>

#include <map>

#include "desk.h"

namespace {

using app::Page;
using fakes::Desk;
using fakes::raise_in;

// A browser's history: one entry a page, as web/address.js keeps it.
struct Browser {
  explicit Browser(Desk& its) : desk(its) {}

  std::string look() {
    const app::Address address = desk.session->address();
    REQUIRE(address.route);
    if (moved && !entries.empty()) {
      entries[at] = {address.serial, *address.route};
    } else if (entries.empty() || entries[at].first != address.serial) {
      if (!entries.empty()) entries.resize(++at);
      entries.emplace_back(address.serial, *address.route);
    }
    moved = false;
    return *address.route;
  }
  std::string go(const app::Command& command) {
    desk.press(command);
    return look();
  }
  std::string back() { return to(at - 1); }
  std::string forward() { return to(at + 1); }
  std::string to(size_t entry) {
    REQUIRE(entry < entries.size());
    at = entry;
    moved = true;
    desk.session->return_to(entries[at].first, entries[at].second);
    desk.later.run();
    return look();
  }

  Desk& desk;
  std::vector<std::pair<int, std::string>> entries;
  size_t at = 0;
  bool moved = false;
};

std::string of_case(const Desk& desk, const std::string& rest = "") {
  return "case/" + desk.state().open_case()->opened.fact.reference + rest;
}

}  // namespace

TEST_CASE("nothing has an address before the vault is open and a profile is there") {
  Desk desk;
  desk.start();
  CHECK_FALSE(desk.session->address().route);
  desk.press(app::Go{Page::kCreateVault, ""});
  desk.press(app::CreateVault{});
  CHECK_FALSE(desk.session->address().route);
  desk.press(app::RecoveryKeyKept{});
  REQUIRE(desk.state().page == Page::kProfile);
  CHECK_FALSE(desk.session->address().route);
}

TEST_CASE("Back and Forward lead through the questions, with the answers as they are") {
  Desk desk;
  desk.set_up();
  Browser browser(desk);
  CHECK(browser.look() == "cases");
  const std::string id = desk.id_of("trafford");
  browser.go(app::StartRaise{});
  desk.type("policy", id);
  CHECK(browser.go(app::Continue{}) == "raise/subject");
  desk.type("subject.kind", "child");
  desk.type("subject.name", "Child T");
  CHECK(browser.go(app::Continue{}) == "raise/risk");
  CHECK(browser.back() == "raise/subject");
  CHECK(desk.state().page == Page::kRaiseSubject);
  CHECK(desk.state().draft.get("subject.name") == "Child T");
  CHECK(browser.back() == "raise/procedure");
  CHECK(desk.state().draft.get("policy") == id);
  CHECK(browser.back() == "cases");
  CHECK(browser.forward() == "raise/procedure");
  CHECK(browser.forward() == "raise/subject");
  CHECK(desk.state().draft.get("subject.name") == "Child T");
  CHECK(browser.forward() == "raise/risk");
}

TEST_CASE("Back to something saved leads to its case, and not to an empty form") {
  Desk desk;
  desk.set_up();
  raise_in(desk, "trafford", "");
  Browser browser(desk);
  const std::string here = browser.look();
  CHECK(here == of_case(desk));
  browser.go(app::StartStep{casework::StepKind::kAddNote, ""});
  CHECK(browser.look() == of_case(desk, "/note"));
  desk.type("text", "Once.");
  CHECK(browser.go(app::Submit{}) == here);
  const size_t events = desk.state().open_case()->events.size();
  CHECK(browser.back() == here);
  CHECK(desk.state().page == Page::kCase);
  CHECK(desk.state().open_case()->events.size() == events);
}

TEST_CASE("Back to something half written finds it, whatever was written in between") {
  Desk desk;
  desk.set_up();
  raise_in(desk, "trafford", "");
  Browser browser(desk);
  browser.look();
  browser.go(app::StartStep{casework::StepKind::kAddNote, ""});
  desk.type("text", "Half a thought");
  browser.go(app::Go{Page::kCase, ""});
  browser.go(app::StartStep{casework::StepKind::kWithdraw, ""});
  desk.type("reason", "Raised twice");
  CHECK(browser.back() == of_case(desk));
  CHECK(browser.back() == of_case(desk, "/note"));
  CHECK(desk.state().draft.get("text") == "Half a thought");
  CHECK(browser.to(3) == of_case(desk, "/withdrawal"));
  CHECK(desk.state().draft.get("reason") == "Raised twice");
}

TEST_CASE("Back finds the case that was shown, and the procedure") {
  Desk desk;
  desk.set_up();
  raise_in(desk, "trafford", "");
  const std::string first = desk.state().case_id;
  raise_in(desk, "essex", "");
  const std::string second = desk.state().case_id;
  Browser browser(desk);
  browser.go(app::OpenCase{first});
  browser.go(app::OpenCase{second});
  const std::string one = desk.state().policies[0].policy->hash;
  const std::string two = desk.state().policies[1].policy->hash;
  CHECK(browser.go(app::ShowProcedure{one}) == "procedure/" + desk.state().policies[0].policy->id);
  browser.go(app::ShowProcedure{two});
  browser.go(app::ShowComparison{two, one});
  browser.back();
  CHECK(desk.state().procedure == two);
  browser.back();
  CHECK(desk.state().procedure == one);
  browser.back();
  CHECK(desk.state().case_id == second);
  browser.back();
  CHECK(desk.state().case_id == first);
  CHECK(desk.state().page == Page::kCase);
}

TEST_CASE("each part of a case is a page of its own for Back, and the case begins with Now") {
  Desk desk;
  desk.set_up();
  raise_in(desk, "trafford", "");
  Browser browser(desk);
  CHECK(browser.look() == of_case(desk));
  CHECK(browser.go(app::Go{Page::kCase, app::kPeoplePart}) == of_case(desk, "/people"));
  CHECK(browser.go(app::Go{Page::kCase, app::kChronologyPart}) == of_case(desk, "/chronology"));
  CHECK(browser.back() == of_case(desk, "/people"));
  CHECK(desk.state().target == app::kPeoplePart);
  CHECK(browser.back() == of_case(desk));
  CHECK(desk.state().target == app::kNowPart);
  browser.forward();
  CHECK(browser.go(app::OpenCase{desk.state().case_id}) == of_case(desk));
  CHECK(browser.go(app::Go{Page::kCase, "secrets"}) == of_case(desk));
}

TEST_CASE(
    "the part that a page of a case was reached from is known, until the case is begun anew") {
  Desk desk;
  desk.set_up();
  raise_in(desk, "trafford", "");
  CHECK(desk.state().case_part == app::kNowPart);
  desk.press(app::Go{Page::kCase, app::kDocumentsPart});
  desk.press(app::ShowRecord{});
  CHECK(desk.state().page == Page::kRecord);
  CHECK(desk.state().case_part == app::kDocumentsPart);
  // From home, whatever was looked at before.
  const std::string id = desk.state().case_id;
  desk.press(app::Go{Page::kHome, ""});
  desk.press(app::StartStepOf{id, {casework::StepKind::kAddNote, ""}});
  CHECK(desk.state().case_part == app::kNowPart);
  // A step that is saved leads to what is to be done next.
  desk.press(app::Go{Page::kCase, app::kPeoplePart});
  desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  desk.type("text", "Once.");
  desk.press(app::Submit{});
  CHECK(desk.state().page == Page::kCase);
  CHECK(desk.state().target == app::kNowPart);
}

TEST_CASE("an address opens its page, once the vault is open") {
  Desk desk;
  desk.set_up();
  raise_in(desk, "trafford", "");
  const std::string record = of_case(desk, "/record");
  const std::string id = desk.id_of("essex");
  for (const auto& [asked, shown] : std::map<std::string, std::string>{
           {record, record},
           {of_case(desk, "/guidance"), of_case(desk, "/guidance")},
           {of_case(desk, "/what-if"), of_case(desk, "/what-if")},
           {of_case(desk, "/risk"), of_case(desk, "/risk")},
           {of_case(desk, "/chronology"), of_case(desk, "/chronology")},
           {of_case(desk, "/people"), of_case(desk, "/people")},
           {of_case(desk, "/documents"), of_case(desk, "/documents")},
           {of_case(desk, "/secrets"), of_case(desk)},
           {of_case(desk, "/note"), of_case(desk)},  // what was written there is not in an address
           {of_case(desk), of_case(desk)},
           {"cases/overdue", "cases/overdue"},
           {"procedure/" + id, "procedure/" + id},
           {"procedure/" + id + "/contacts", "procedure/" + id + "/contacts"},
           {"compare/" + id + "/" + desk.id_of("trafford"),
            "compare/" + id + "/" + desk.id_of("trafford")},
           {"compare/" + id + "/nowhere", "procedures"},
           {"procedure/nowhere", "procedures"},
           {"raise/check", "raise/procedure"},
           {"privacy", "privacy"},
           {"risk", "risk"},
           {"find", "find"},
           {"case/CG-0000-0000", "cases"},
           {"profile", "cases"},
           {"<script>", "cases"},
           {"", "cases"}}) {
    const std::string route = asked;
    CAPTURE(route);
    desk.reload();
    desk.session->return_to(-1, asked);
    CHECK(desk.state().page == Page::kUnlock);
    desk.press(app::Unlock{});
    const app::Address address = desk.session->address();
    REQUIRE(address.route);
    CHECK(*address.route == shown);
  }
}

TEST_CASE("a route names nothing that was typed") {
  Desk desk;
  desk.set_up();
  raise_in(desk, "trafford", "");
  desk.press(app::SearchCases{"Quill"});
  desk.press(app::Find{"Child T"});
  Browser browser(desk);
  browser.look();
  browser.go(app::OpenCase{desk.state().home.front().case_id});
  for (const casework::Step& step : casework::next_steps(
           *desk.state().open_case(),
           desk.state().setting(*desk.state().policy_of(*desk.state().open_case())))) {
    browser.go(app::StartStep{step.kind, step.target});
    browser.go(app::Go{Page::kCase, ""});
  }
  CHECK(browser.entries.size() > 8);
  for (const auto& entry : browser.entries) {
    for (const char c : entry.second) {
      const bool plain = (c >= 'a' && c <= 'z') || c == '/' || c == '-';
      const bool of_reference = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
      CHECK((plain || of_reference));
    }
    CHECK(entry.second.find("Quill") == std::string::npos);
    CHECK(entry.second.find("hild") == std::string::npos);
  }
}

TEST_CASE("Back to a procedure or a file that is gone leads to the list of procedures") {
  Desk desk;
  fakes::set_up_with(desk, fakes::small_policy());
  desk.pick("brought.json", fakes::second_version().dump());
  Browser browser(desk);
  REQUIRE(browser.look() == "procedures/file");
  const int file = desk.session->address().serial;
  browser.go(app::KeepPickedPolicy{});
  REQUIRE(desk.state().page == Page::kProcedure);
  const int shown = desk.session->address().serial;
  const std::string hash = desk.state().procedure;
  browser.go(app::EditContacts{hash});
  const int contacts = desk.session->address().serial;
  desk.session->return_to(file, "procedures/file");
  CHECK(desk.state().page == Page::kProcedures);
  desk.press(app::ForgetPolicy{hash});
  desk.press(app::Answer{true});
  for (const int gone : {shown, contacts}) {
    desk.press(app::Go{Page::kHome, ""});
    desk.session->return_to(gone, "");
    CHECK((desk.state().page == Page::kProcedures || desk.state().page == Page::kHome));
    CHECK(desk.state().page != Page::kContacts);
    CHECK(desk.state().page != Page::kProcedure);
  }
}
