// One case on two devices: shared as a file, looked at, added whole or not at all, worked on apart,
// and exchanged again.
#include <doctest/doctest.h>

#include "app/find.h"
#include "casework/case_state.h"
#include "desk.h"
#include "documents/case_bundle.h"
#include "documents/sealed_file.h"

using namespace fakes;

namespace {

using app::Page;

constexpr const char* kPassphrase = "quiet harbour lantern nine";

base::Json another_procedure() {
  base::Json policy = small_policy();
  policy["id"] = "southmoor";
  policy["short_title"] = "Southmoor";
  return policy;
}

std::string stem(const Desk& desk) {
  return "shared-case-" + desk.state().open_case()->opened.fact.reference;
}

// From the page of a case; the bytes of the encrypted file.
std::string shared(Desk& desk) {
  desk.press(app::Go{Page::kShare, ""});
  desk.sealer.typed = desk.sealer.again = kPassphrase;
  desk.press(app::ShareCase{true});
  REQUIRE(desk.state().errors.empty());
  return desk.files.downloads.at(stem(desk) + "-encrypted.json");
}
std::string shared_plain(Desk& desk) {
  desk.press(app::Go{Page::kShare, ""});
  desk.press(app::ShareCase{false});
  return desk.files.downloads.at(stem(desk) + ".json");
}

void pick(Desk& desk, const std::string& bytes) {
  desk.files.picked = {"from-mara.json", bytes};
  desk.press(app::PickCase{});
}
const app::PickedCase& looked_at(Desk& desk, const std::string& bytes) {
  pick(desk, bytes);
  REQUIRE(desk.state().page == Page::kImportCase);
  REQUIRE(desk.state().picked_case);
  REQUIRE_MESSAGE(desk.state().picked_case->is_ready(), desk.state().picked_case->errors.size());
  return *desk.state().picked_case;
}
void add(Desk& desk, const std::string& bytes) {
  looked_at(desk, bytes);
  desk.press(app::KeepPickedCase{});
  REQUIRE(desk.state().page == Page::kCase);
}

void note(Desk& desk, const std::string& text) {
  desk.press(app::OpenCase{desk.state().cases.front().id});
  desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  desk.type("text", text);
  desk.press(app::Submit{});
  REQUIRE(desk.state().page == Page::kCase);
}
void withdraw(Desk& desk, const std::string& reason) {
  desk.press(app::OpenCase{desk.state().cases.front().id});
  desk.press(app::StartStep{casework::StepKind::kWithdraw, ""});
  desk.type("reason", reason);
  desk.press(app::Submit{});
  REQUIRE(desk.state().page == Page::kCase);
}

std::string fingerprint(const Desk& desk) {
  return casework::fingerprint(desk.state().cases.front());
}

// A case is on the first, the second has been set up a day later, with another procedure.
struct TwoDesks {
  Desk here, there;
  TwoDesks() {
    set_up_with(here, small_policy());
    raise_small(here);
    put_folder(there, {{"southmoor.json", another_procedure()}});
    there.set_up();
    there.clock.time.ms += 24 * 60 * 60 * 1000;
    there.session->tick();
  }
  // The second has the case, too.
  void exchange_first() { add(there, shared_plain(here)); }
};

}  // namespace

TEST_CASE("a case goes to another device encrypted, is looked at, and is there whole") {
  TwoDesks two;
  note(two.here, "She called twice.");
  const std::string file = shared(two.here);
  CHECK(two.here.state().success.find("in your downloads") != std::string::npos);
  CHECK(file.find("Child T") == std::string::npos);
  CHECK(file.find("She called") == std::string::npos);
  CHECK(documents::looks_sealed(file));

  Desk& there = two.there;
  pick(there, file);
  REQUIRE(there.state().page == Page::kImportCase);
  CHECK(there.files.accepted == ".json");
  CHECK_FALSE(there.state().picked_case->is_ready());
  CHECK(there.state().picked_case->sealed);
  CHECK(there.state().picked_case->errors.empty());
  there.sealer.typed = kPassphrase;
  there.press(app::OpenPickedCase{});
  const app::PickedCase& picked = *there.state().picked_case;
  REQUIRE(picked.is_ready());
  CHECK_FALSE(picked.is_known);
  CHECK(picked.procedure == "Northmoor, version 1");
  CHECK(picked.policies == std::vector<std::string>{"Northmoor, version 1"});
  CHECK(picked.newest.find("Rowan Ashdown, Health visitor") == 0);
  REQUIRE(picked.added.size() == 2);
  CHECK(picked.added[1].what.find("She called twice.") != std::string::npos);
  CHECK(picked.added[1].happened.find("1 April 2026") == 0);
  CHECK(picked.conflicts.empty());

  // Nothing is here before it is asked for, and then all of it by one writing.
  CHECK(there.state().cases.empty());
  CHECK_FALSE(there.keeps("Child T"));
  const int commits = there.vault.commits;
  const size_t records = there.vault.records.size();
  there.press(app::KeepPickedCase{});
  CHECK(there.vault.commits == commits + 1);
  CHECK(there.vault.records.size() == records + 3);  // two entries and the procedure
  CHECK(there.state().page == Page::kCase);
  CHECK(there.state().success == "2 entries added.");
  CHECK_FALSE(there.state().picked_case);
  CHECK(there.state().home.size() == 1);
  CHECK(fingerprint(there) == fingerprint(two.here));

  // For ever, and under the procedure that it was raised under.
  there.reload_and_unlock();
  REQUIRE_FALSE(there.state().trouble);
  REQUIRE(there.state().cases.size() == 1);
  CHECK(fingerprint(there) == fingerprint(two.here));
  REQUIRE(there.state().policy_of(there.state().cases.front()));
  CHECK_FALSE(there.state().offered_policy("northmoor"));
  note(there, "Written there.");
}

TEST_CASE("both work on, and exchange again: each has all, and is told what was new") {
  TwoDesks two;
  two.exchange_first();
  note(two.here, "From here");
  note(two.there, "From there");
  note(two.there, "And this");

  const app::PickedCase& picked = looked_at(two.here, shared_plain(two.there));
  CHECK(picked.is_known);
  CHECK(picked.added.size() == 2);
  CHECK(picked.merged->lacking.size() == 1);
  CHECK(picked.policies.empty());
  CHECK(picked.newest.find("2 April 2026") != std::string::npos);
  two.here.press(app::KeepPickedCase{});
  CHECK(two.here.state().success == "2 entries added.");
  CHECK(two.here.state().cases.size() == 1);

  // Before it answers, here has gone on.
  note(two.here, "Once more");
  add(two.there, shared_plain(two.here));
  CHECK(two.there.state().success == "2 entries added.");
  CHECK(fingerprint(two.here) == fingerprint(two.there));
  CHECK(two.there.state().cases.front().notes.size() == 4);

  const app::PickedCase& nothing = looked_at(two.there, shared_plain(two.here));
  CHECK(nothing.added.empty());
  CHECK(nothing.merged->lacking.empty());
  const int commits = two.there.vault.commits;
  two.there.press(app::KeepPickedCase{});
  CHECK(two.there.state().page == Page::kImportCase);
  CHECK(two.there.vault.commits == commits);

  // What came is searched and sorted like what was always here.
  two.there.press(app::Go{Page::kHome, ""});
  two.there.press(app::SearchCases{"once more"});
  CHECK(two.there.state().home_list.rows.size() == 1);
}

TEST_CASE("what does not go together is told before and after, and all of it stays") {
  TwoDesks two;
  two.exchange_first();
  withdraw(two.here, "Settled on the telephone");
  withdraw(two.there, "Raised by mistake");
  const app::PickedCase& picked = looked_at(two.here, shared_plain(two.there));
  REQUIRE(picked.conflicts.size() == 1);
  CHECK(picked.conflicts[0].what.find("Raised by mistake") != std::string::npos);
  CHECK(picked.conflicts[0].why == "The case was closed on the other side too.");
  two.here.press(app::KeepPickedCase{});
  CHECK(two.here.state().success.find("1 entry added. 1 entry does not go together") == 0);
  const casework::Case& here = two.here.state().cases.front();
  CHECK(here.conflicts.size() == 1);
  CHECK(here.events.size() == 3);
  CHECK(two.here.keeps("Raised by mistake"));
  CHECK(two.here.keeps("Settled on the telephone"));
  CHECK(looked_at(two.here, shared_plain(two.there)).conflicts.empty());
}

TEST_CASE("what was recorded since the file was picked is not lost by adding it") {
  TwoDesks two;
  two.exchange_first();
  note(two.there, "From there");
  looked_at(two.here, shared_plain(two.there));
  note(two.here, "Meanwhile");
  two.here.press(app::Go{Page::kImportCase, ""});
  two.here.press(app::KeepPickedCase{});
  CHECK(two.here.state().success == "1 entry added.");
  CHECK(two.here.state().cases.front().notes.size() == 2);
  two.here.reload_and_unlock();
  CHECK(two.here.state().cases.front().notes.size() == 2);
}

TEST_CASE("another passphrase opens nothing, and may be tried again") {
  TwoDesks two;
  const std::string file = shared(two.here);
  Desk& there = two.there;
  pick(there, file);
  there.sealer.typed = "quiet harbour lantern ten";
  there.press(app::OpenPickedCase{});
  CHECK(there.state().page == Page::kImportCase);
  REQUIRE(there.keys_of_errors() == std::vector<std::string>{"passphrase"});
  CHECK(there.state().errors[0].message.find("or the file was changed") != std::string::npos);
  CHECK_FALSE(there.state().picked_case->is_ready());
  there.press(app::KeepPickedCase{});
  CHECK(there.state().cases.empty());
  there.sealer.typed = "";
  there.press(app::OpenPickedCase{});
  CHECK(there.state().errors[0].message == "Enter the passphrase of the file");
  there.sealer.typed = kPassphrase;
  there.press(app::OpenPickedCase{});
  CHECK(there.state().errors.empty());
  CHECK(there.state().picked_case->is_ready());

  // One byte of what is sealed, or of how it is.
  for (const char* part : {"\"data\":\"", "\"iv\":\"", "\"salt\":\""}) {
    std::string changed = file;
    char& letter = changed[changed.find(part) + std::string(part).size()];
    letter = letter == 'A' ? 'B' : 'A';
    pick(there, changed);
    there.press(app::OpenPickedCase{});
    CHECK(there.keys_of_errors() == std::vector<std::string>{"passphrase"});
  }
}

TEST_CASE("a passphrase for a file is refused as one for the vault is") {
  TwoDesks two;
  Desk& here = two.here;
  here.press(app::Go{Page::kShare, ""});
  here.press(app::ShareCase{true});
  CHECK(here.keys_of_errors() == std::vector<std::string>{"passphrase"});
  here.sealer.typed = "too short";
  here.press(app::ShareCase{true});
  CHECK(here.state().errors[0].message.find("at least 12 characters") != std::string::npos);
  here.sealer.typed = kPassphrase;
  here.press(app::ShareCase{true});
  CHECK(here.keys_of_errors() == std::vector<std::string>{"passphrase-again"});
  for (const ports::SealFault fault :
       {ports::SealFault::kInsecureOrigin, ports::SealFault::kAborted}) {
    here.sealer.fault = fault;
    here.press(app::ShareCase{true});
    CHECK(here.state().errors.empty());
    REQUIRE(here.state().trouble);
    CHECK(here.state().trouble->safe.find("Nothing was written") == 0);
  }
  CHECK(here.files.downloads.empty());
  here.sealer.fault = ports::SealFault::kNone;
  here.sealer.again = kPassphrase;
  here.press(app::ShareCase{true});
  CHECK_FALSE(here.state().trouble);
  CHECK(here.files.downloads.size() == 1);
}

TEST_CASE("no two files are sealed alike, and one press makes one file") {
  TwoDesks two;
  const std::string first = shared(two.here);
  CHECK(shared(two.here) != first);
  const int calls = two.here.sealer.calls;
  two.here.session->handle(app::ShareCase{true});
  CHECK(two.here.state().busy == "Encrypting…");
  two.here.session->handle(app::ShareCase{true});
  two.here.session->handle(app::Go{Page::kHome, ""});
  CHECK(two.here.state().page == Page::kShare);
  two.here.later.run();
  CHECK(two.here.sealer.calls == calls + 1);
  CHECK(two.here.state().busy.empty());
}

TEST_CASE("each file that cannot be used says why, and nothing of it is kept") {
  TwoDesks two;
  two.exchange_first();
  note(two.there, "From there");
  const std::string sound = shared_plain(two.there);
  const std::string sealed = shared(two.there);
  const auto records = two.here.vault.records;
  const auto refused = [&](const std::string& bytes, const std::string& words) {
    pick(two.here, bytes);
    REQUIRE(two.here.state().page == Page::kImportCase);
    const app::PickedCase& picked = *two.here.state().picked_case;
    CHECK_FALSE(picked.is_ready());
    REQUIRE_MESSAGE(!picked.errors.empty(), words);
    CHECK_MESSAGE(picked.errors[0].message.find(words) != std::string::npos,
                  picked.errors[0].message);
    two.here.press(app::KeepPickedCase{});
    CHECK(two.here.vault.records == records);
    CHECK(two.here.state().cases.front().events.size() == 1);
  };
  refused(sound.substr(0, sound.size() / 2), "ends too early");
  refused(sealed.substr(0, sealed.size() / 2), "ends too early");
  refused("%PDF-1.7", "not a shared case");
  refused(std::string(app::most_case_bytes() + 1, ' '), "too large");
  std::string newer = sound;
  newer.replace(newer.rfind("\"version\":1"), 11, "\"version\":2");
  refused(newer, "later version");
  newer = sealed;
  newer.replace(newer.rfind("\"version\":1"), 11, "\"version\":2");
  refused(newer, "later version");
  std::string forged = sound;
  forged.replace(forged.find("From there"), 4, "Fram");
  refused(forged, "“Note added”");

  // Another child's, under the same number.
  Desk other;
  set_up_with(other, small_policy());
  other.clock.time.ms += 60'000;  // the same chance, at another moment
  raise_small(other);
  REQUIRE(other.state().cases.front().id == two.here.state().cases.front().id);
  refused(shared_plain(other), "another child");
}

TEST_CASE("a vault that cannot take all of it takes nothing, and it can be tried again") {
  TwoDesks two;
  const std::string file = shared_plain(two.here);
  Desk& there = two.there;
  looked_at(there, file);
  const auto records = there.vault.records;
  there.vault.fault = ports::VaultFault::kFull;
  there.press(app::KeepPickedCase{});
  CHECK(there.state().page == Page::kImportCase);
  REQUIRE(there.state().trouble);
  CHECK(there.vault.records == records);
  CHECK(there.state().cases.empty());
  CHECK(there.state().policies.size() == 1);
  there.vault.fault = ports::VaultFault::kNone;
  there.press(app::KeepPickedCase{});
  CHECK(there.state().page == Page::kCase);
  CHECK(there.state().policies.size() == 2);
}

TEST_CASE("what is left is forgotten; the pages have addresses that lead where they can") {
  TwoDesks two;
  const std::string file = shared_plain(two.here);
  const int sharing = two.here.session->address().serial;
  CHECK(two.here.session->address().route ==
        "case/" + two.here.state().open_case()->opened.fact.reference + "/share");
  two.here.press(app::Go{Page::kHome, ""});
  two.here.session->return_to(sharing, "");
  CHECK(two.here.state().page == Page::kShare);

  Desk& there = two.there;
  looked_at(there, file);
  const app::Address address = there.session->address();
  CHECK(address.route == "cases/file");
  there.press(app::Go{Page::kHome, ""});
  there.session->return_to(address.serial, "");
  CHECK(there.state().page == Page::kImportCase);
  there.press(app::LeavePickedCase{});
  CHECK(there.state().page == Page::kHome);
  CHECK_FALSE(there.state().picked_case);
  there.session->return_to(address.serial, "");
  CHECK(there.state().page == Page::kHome);
  there.session->return_to(-1, "cases/file");
  CHECK(there.state().page == Page::kHome);
  CHECK(there.state().cases.empty());
}

TEST_CASE("a plain file is what the other device reads") {
  TwoDesks two;
  const std::string bytes = shared_plain(two.here);
  CHECK(bytes.find("Child T") != std::string::npos);
  CHECK(two.here.state().success.find("can read it") != std::string::npos);
  const auto read = documents::read_bundle(bytes, "file");
  REQUIRE(read.ok());
  CHECK(read->policies.size() == 1);
}

TEST_CASE("a case whose procedure is lost is not shared in part") {
  TwoDesks two;
  two.exchange_first();
  Desk& there = two.there;
  const std::string hash = there.state().cases.front().policy_hash();
  there.vault.records.erase(hash.substr(0, 32));
  there.reload_and_unlock();
  there.press(app::OpenCase{there.state().cases.front().id});
  there.press(app::Go{Page::kShare, ""});
  there.press(app::ShareCase{false});
  REQUIRE(there.state().trouble);
  CHECK(there.state().trouble->title == "The case cannot be shared");
  CHECK(there.files.downloads.empty());
}

TEST_CASE("sharing is found by name, and in a trial nothing real comes in") {
  TwoDesks two;
  CHECK(app::found(two.here.state(), "share this").front().label == "Share this case");
  const auto open = app::found(two.here.state(), "open a shared");
  REQUIRE(open.size() == 1);
  CHECK(std::holds_alternative<app::PickCase>(open.front().command));
  const std::string file = shared_plain(two.here);
  two.there.press(app::StartTrial{});
  CHECK(app::found(two.there.state(), "shared case").empty());
  pick(two.there, file);
  CHECK(two.there.state().page != Page::kImportCase);
  CHECK(two.there.state().cases.size() == 1);
}
