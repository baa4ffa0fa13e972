// The application without a screen: the whole journey by commands, and what happens when things go
// wrong.
#include "app/session.h"

#include <doctest/doctest.h>

#include "desk.h"

namespace {

using app::Page;
using fakes::Desk;
using fakes::raise_in;

}  // namespace

TEST_CASE("a first visit leads to the welcome page, a later one to the passphrase") {
  Desk desk;
  desk.start();
  CHECK(desk.state().page == Page::kWelcome);
  CHECK(desk.state().policies.size() >= 2);
  CHECK(desk.state().policy_errors.empty());
  desk.vault.exists = true;
  desk.reload();
  CHECK(desk.state().page == Page::kUnlock);
}

TEST_CASE("a device on which nothing can be kept is told so, with what to do") {
  Desk desk;
  desk.vault.fault = ports::VaultFault::kInsecureOrigin;
  desk.start();
  CHECK(desk.state().page == Page::kCannotStart);
  REQUIRE(desk.state().trouble);
  CHECK(desk.state().trouble->next.find("https") != std::string::npos);
}

TEST_CASE("a vault that does not open says so, and never that something was not saved") {
  Desk desk;
  desk.vault.exists = true;
  desk.start();
  desk.vault.fault = ports::VaultFault::kAborted;
  desk.press(app::Unlock{});
  CHECK(desk.state().page == Page::kUnlock);
  REQUIRE(desk.state().trouble);
  CHECK(desk.state().trouble->title == "Your records did not open");
}

TEST_CASE(
    "pressed twice while it opens or is set up, the vault is asked once and no alarm is given") {
  Desk desk;
  desk.start();
  desk.press(app::Go{Page::kCreateVault, ""});
  desk.session->handle(app::CreateVault{});
  desk.session->handle(app::CreateVault{});
  desk.later.run();
  CHECK(desk.state().page == Page::kRecoveryKey);
  CHECK_FALSE(desk.state().trouble);
  desk.reload();
  desk.session->handle(app::Unlock{});
  CHECK_FALSE(desk.state().busy.empty());
  desk.session->handle(app::Unlock{});
  desk.later.run();
  CHECK(desk.state().page == Page::kProfile);
  CHECK_FALSE(desk.state().trouble);
}

TEST_CASE("a policy that cannot be read does not hide the others") {
  Desk desk;
  desk.files.instead["policies/trafford-tssp.json"] = "{";
  desk.start();
  CHECK(desk.state().page == Page::kWelcome);
  CHECK(desk.state().policies.size() >= 1);
  REQUIRE(!desk.state().policy_errors.empty());
  CHECK(desk.state().policy_errors.front().where.file == "policies/trafford-tssp.json");
}

TEST_CASE("an empty profile is refused field by field and nothing typed is lost") {
  Desk desk;
  desk.start();
  desk.press(app::CreateVault{});
  CHECK(desk.state().recovery_key == "0123-4567");
  desk.press(app::RecoveryKeyKept{});
  CHECK(desk.state().recovery_key.empty());
  desk.type("role", "Teacher");
  desk.press(app::SaveProfile{});
  CHECK(desk.state().page == Page::kProfile);
  CHECK(desk.keys_of_errors() == std::vector<std::string>{"name", "agency"});
  CHECK(desk.state().draft.get("role") == "Teacher");
}

TEST_CASE("raising a case: a case raised on Wednesday 1 April 2026 falls due on Tuesday 7 April") {
  Desk desk;
  desk.set_up();
  CHECK(desk.state().page == Page::kHome);
  raise_in(desk, "hips", "hampshire");
  REQUIRE(desk.state().home.size() == 1);
  const app::HomeRow row = desk.state().home.front();  // a copy: the session is about to go
  REQUIRE(row.next);
  CHECK(row.next->deadline.last_day == calendar::date(2026, 4, 7));
  CHECK(row.subject == "Child T");

  desk.reload();
  CHECK(desk.state().home.empty());
  desk.press(app::Unlock{});
  CHECK(desk.state().page == Page::kHome);
  REQUIRE(desk.state().home.size() == 1);
  CHECK(desk.state().home.front().reference == row.reference);
}

TEST_CASE("each question page shows its own errors only and keeps the answers") {
  Desk desk;
  desk.set_up();
  desk.press(app::StartRaise{});
  desk.press(app::Continue{});
  CHECK(desk.state().page == Page::kRaiseProcedure);
  CHECK(desk.keys_of_errors() == std::vector<std::string>{"policy"});
  desk.type("policy", desk.id_of("trafford"));
  desk.press(app::Continue{});
  CHECK(desk.state().page == Page::kRaiseSubject);
  desk.press(app::Continue{});
  CHECK(desk.state().page == Page::kRaiseSubject);
  CHECK(!desk.state().errors.empty());
  desk.type("subject.kind", "child");
  desk.type("subject.name", "Child T");
  desk.press(app::Continue{});
  desk.press(app::Continue{});
  CHECK(desk.keys_of_errors() == std::vector<std::string>{"immediate_risk"});
}

TEST_CASE("a date that does not exist is one error, at the date") {
  Desk desk;
  desk.set_up();
  raise_in(desk, "trafford", "");
  desk.press(app::StartStep{casework::StepKind::kRecordDiscussion, ""});
  desk.date("held_on", "31", "2", "2026");
  desk.type("channel", "Telephone");
  desk.type("with", "A. Fenwick, team manager");
  desk.type("account", "We spoke about the referral.");
  desk.press(app::Submit{});
  CHECK(desk.state().page == Page::kDiscussion);
  CHECK(desk.keys_of_errors() == std::vector<std::string>{"held_on"});
  CHECK(desk.state().draft.get("account") == "We spoke about the referral.");
}

TEST_CASE("a step begins with what the case knows: the other side, the day, what was agreed") {
  using casework::StepKind;
  Desk desk;
  desk.set_up();
  raise_in(desk, "trafford", "");
  const auto& draft = desk.state().draft;
  desk.press(app::StartStep{StepKind::kRecordDiscussion, ""});
  CHECK(draft.get("with") == "Northgate Assessment Team");
  CHECK(draft.get("held_on.day") == "1");
  desk.type("channel", "Telephone");
  desk.type("with", "A. Fenwick, team manager");
  desk.type("account", "We spoke about the referral.");
  desk.press(app::Submit{});
  REQUIRE(desk.state().page == Page::kCase);
  for (const StepKind kind : {StepKind::kRecordDiscussion, StepKind::kAgreeTime}) {
    desk.press(app::StartStep{kind, "stage-1-agreed"});
    CHECK(draft.get("with") == "A. Fenwick, team manager");
  }
  desk.press(app::StartStep{StepKind::kRecordReply, ""});
  CHECK(draft.get("from") == "A. Fenwick, team manager");
  desk.press(app::StartStep{StepKind::kEnterStage, "stage-2"});
  CHECK(draft.get("reason") == "The discussion on 1 April 2026 ended without agreement.");
  // Why a stage is passed over is for the person to say.
  desk.press(app::StartStep{StepKind::kEnterDirectly, "stage-3"});
  CHECK(draft.get("reason").empty());
  desk.press(app::StartStep{StepKind::kResolve, ""});
  CHECK(draft.get("agreed_with") == "A. Fenwick, team manager");
  CHECK(draft.get("outcome").empty());
}

TEST_CASE("a step that was opened and left untouched follows the case; a touched one does not") {
  using casework::StepKind;
  Desk desk;
  desk.set_up();
  raise_in(desk, "trafford", "");
  desk.press(app::StartStep{StepKind::kResolve, ""});
  CHECK(desk.state().draft.get("outcome").empty());
  desk.press(app::Go{Page::kCase, ""});
  desk.press(app::StartStep{StepKind::kRecordDiscussion, ""});
  desk.type("channel", "Telephone");
  desk.type("account", "We spoke about the referral.");
  desk.type("agreed", "They reopen it by Friday.");
  desk.press(app::Submit{});
  REQUIRE(desk.state().page == Page::kCase);
  desk.press(app::StartStep{StepKind::kResolve, ""});
  CHECK(desk.state().draft.get("outcome") == "They reopen it by Friday.");
  desk.type("outcome", "Reopened.");
  desk.press(app::Go{Page::kCase, ""});
  desk.press(app::StartStep{StepKind::kResolve, ""});
  CHECK(desk.state().draft.get("outcome") == "Reopened.");
}

TEST_CASE("what could not be saved is not shown as saved, and stays on the page") {
  Desk desk;
  desk.set_up();
  raise_in(desk, "trafford", "");
  const size_t before = desk.state().open_case()->events.size();
  desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  desk.type("text", "The school called back.");
  desk.vault.fault = ports::VaultFault::kFull;
  desk.press(app::Submit{});
  CHECK(desk.state().page == Page::kNote);
  CHECK(desk.state().saving == app::Saving::kFailed);
  REQUIRE(desk.state().trouble);
  CHECK(desk.state().draft.get("text") == "The school called back.");
  CHECK(desk.state().open_case()->events.size() == before);
  desk.vault.fault = ports::VaultFault::kNone;
  desk.press(app::Submit{});
  CHECK(desk.state().page == Page::kCase);
  CHECK(desk.state().open_case()->events.size() == before + 1);
}

TEST_CASE(
    "nothing is in the state before the vault has confirmed it, and a second press does not save "
    "twice") {
  Desk desk;
  desk.set_up();
  raise_in(desk, "trafford", "");
  const size_t before = desk.state().open_case()->events.size();
  desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  desk.type("text", "Once.");
  desk.session->handle(app::Submit{});
  desk.session->handle(app::Submit{});
  CHECK(desk.state().saving == app::Saving::kSaving);
  CHECK(desk.state().open_case()->events.size() == before);
  desk.later.run();
  CHECK(desk.state().saving == app::Saving::kSaved);
  CHECK(desk.state().open_case()->events.size() == before + 1);
}

TEST_CASE("a half-written answer is still there after looking elsewhere") {
  Desk desk;
  desk.set_up();
  raise_in(desk, "trafford", "");
  desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  desk.type("text", "Half a thought");
  CHECK(desk.session->has_unsaved_text());
  desk.press(app::Go{Page::kHome, ""});
  desk.press(app::OpenCase{desk.state().home.front().case_id});
  desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  CHECK(desk.state().draft.get("text") == "Half a thought");
  desk.press(app::Submit{});
  CHECK_FALSE(desk.session->has_unsaved_text());
}

TEST_CASE("what is half written is kept over a lock, and gone once it is saved") {
  Desk desk;
  desk.set_up();
  raise_in(desk, "trafford", "");
  desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  desk.type("text", "Half a thought");
  desk.press(app::Lock{});
  CHECK(desk.vault.locked);
  CHECK_FALSE(desk.session->has_unsaved_text());

  const auto note_again = [&] {
    desk.reload();
    desk.press(app::Unlock{});
    desk.press(app::OpenCase{desk.state().home.front().case_id});
    desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  };
  note_again();
  CHECK(desk.state().draft.get("text") == "Half a thought");
  desk.press(app::Submit{});
  REQUIRE(desk.state().page == Page::kCase);
  note_again();
  CHECK(desk.state().draft.get("text").empty());
}

TEST_CASE("a lock that cannot keep what is half written does not lock") {
  Desk desk;
  desk.set_up();
  raise_in(desk, "trafford", "");
  desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  desk.type("text", "Half a thought");
  desk.vault.fault = ports::VaultFault::kFull;
  desk.press(app::Lock{});
  CHECK_FALSE(desk.vault.locked);
  CHECK(desk.state().draft.get("text") == "Half a thought");
  REQUIRE(desk.state().trouble);
}

TEST_CASE("a notice is issued once, and shown again as it was issued") {
  Desk desk;
  desk.set_up();
  raise_in(desk, "trafford", "");
  desk.press(app::StartStep{casework::StepKind::kResolve, ""});
  desk.type("outcome", "A strategy discussion on Friday.");
  desk.type("agreed_with", "A. Fenwick");
  desk.type("debrief", "yes");
  desk.press(app::Submit{});
  REQUIRE(desk.state().page == Page::kCase);
  const policy::Policy* policy = desk.state().policy_of(*desk.state().open_case());
  REQUIRE(!policy->forms.empty());
  desk.press(app::StartStep{casework::StepKind::kIssueNotice, policy->forms.front().id});
  REQUIRE(desk.state().page == Page::kNotice);
  for (const policy::FormField& field : policy->forms.front().fields) {
    if (field.required && field.type == policy::FieldType::kChoiceOfMany) {
      desk.choose("answers." + field.id, {field.options.front()});
    } else if (field.required && desk.state().draft.get("answers." + field.id).empty()) {
      desk.type("answers." + field.id,
                field.type == policy::FieldType::kYesNo ? "Yes" : "As agreed.");
    }
  }
  desk.press(app::PreviewNotice{});
  REQUIRE(desk.state().page == Page::kNoticePreview);
  CHECK(desk.state().open_case()->notices.empty());
  desk.press(app::IssueNotice{});
  REQUIRE(desk.state().page == Page::kNoticeIssued);
  CHECK(desk.state().open_case()->notices.size() == 1);
  const std::string json = desk.state().document_json;
  CHECK(json.find("A strategy discussion") != std::string::npos);

  desk.press(app::Download{app::FileKind::kJson});
  desk.press(app::Download{app::FileKind::kPdf});
  REQUIRE(desk.files.downloads.size() == 2);
  for (const auto& [name, bytes] : desk.files.downloads) {
    CHECK(name.find("Child") == std::string::npos);
    CHECK(bytes.find("strategy discussion") != std::string::npos);
  }

  desk.clock.time.ms += 86'400'000;
  desk.press(app::Go{Page::kCase, ""});
  desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  desk.type("text", "Filed.");
  desk.press(app::Submit{});
  desk.press(app::ShowNotice{desk.state().open_case()->notices.front().event_id});
  CHECK(desk.state().document_json == json);
}

TEST_CASE("a case keeps the policy it was opened under when the shipped file changes") {
  Desk desk;
  desk.set_up();
  raise_in(desk, "trafford", "");
  std::ifstream file(REPOSITORY_DIR "/policies/trafford-tssp.json");
  std::ostringstream text;
  text << file.rdbuf();
  std::string changed = text.str();
  const std::string was = "\"count\": 10";
  REQUIRE(changed.find(was) != std::string::npos);
  changed.replace(changed.find(was), was.size(), "\"count\": 9");
  desk.files.instead["policies/trafford-tssp.json"] = changed;
  desk.reload();
  desk.press(app::Unlock{});
  REQUIRE(desk.state().cases.size() == 1);
  const casework::Case& kept = desk.state().cases.front();
  REQUIRE(desk.state().policy_of(kept));
  CHECK(desk.state().policy_of(kept)->hash == kept.opened.fact.policy_hash);
  CHECK(desk.state().home.front().next);
}

TEST_CASE("a PDF tells how far it is, and a trial that ends meanwhile gets no answer") {
  Desk desk;
  desk.start();
  desk.press(app::StartTrial{});
  desk.press(app::OpenCase{desk.state().cases.front().id});
  desk.press(app::ShowRecord{});
  CHECK(desk.state().busy_share < 0);
  desk.pdf.stops_at = .75f;
  desk.press(app::Download{app::FileKind::kPdf});
  CHECK_FALSE(desk.state().busy.empty());
  CHECK(desk.state().busy_share == .75f);
  SUBCASE("it is finished") {
    desk.later.run();
    CHECK(desk.state().busy.empty());
    CHECK(desk.state().busy_share < 0);
    CHECK(desk.files.downloads.size() == 1);
  }
  SUBCASE("it is stopped") {
    desk.press(app::CancelDownload{});
    CHECK(desk.state().busy_share < 0);
    CHECK(desk.files.downloads.empty());
  }
  SUBCASE("immediate risk does not wait for it, nothing else goes on") {
    desk.press(app::Go{app::Page::kHome, ""});
    CHECK(desk.state().page == app::Page::kRecord);
    desk.press(app::ShowRisk{});
    CHECK(desk.state().page == app::Page::kRisk);
    desk.press(app::GoBack{});
    CHECK(desk.state().page == app::Page::kRecord);
    desk.later.run();
    CHECK(desk.files.downloads.size() == 1);
  }
  SUBCASE("the trial ends") {
    desk.press(app::EndTrial{});
    CHECK_FALSE(desk.state().trial);
    CHECK(desk.files.downloads.empty());
  }
}
