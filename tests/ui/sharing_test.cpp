// Sharing a case and opening a shared one, by role and name.
#include <doctest/doctest.h>

#include "documents/shared_case.h"
#include "ui/screens.h"

using namespace ui;
using app::Page;
using invented::date;

namespace {

// A device with the small procedure, and a shared case of it picked.
struct SharingScreen : Screen {
  explicit SharingScreen(Page page) : Screen(page, {known(shared_case::first_version().policy)}) {
    state.now = invented::at(date(2026, 4, 9));
  }
  void pick(const std::string& bytes) {
    state.picked_case = app::look_at_case("from-mara.json", bytes.size(), bytes, state);
  }
  void has(const casework::Case& its) {
    state.cases = {its};
    state.case_id = its.id;
  }
};

std::string sealed() {
  documents::SealedFile file;
  file.salt = std::string(16, 's');
  file.iv = std::string(12, 'i');
  file.data = std::string(99, 'd');
  return documents::sealed_bytes(file);
}

}  // namespace

TEST_CASE("the documents of a case lead to sharing it, home to opening what is shared") {
  SharingScreen screen(Page::kCase);
  screen.has(shared_case::begun().state());
  screen.state.target = app::kDocumentsPart;
  screen.show().press(Role::kLink, "Share this case");
  CHECK(screen.take<app::Go>()->page == Page::kShare);
  screen.state.page = Page::kHome;
  screen.show().press(Role::kLink, "Open a shared case");
  CHECK(screen.take<app::PickCase>());
  screen.state.trial = true;
  CHECK_FALSE(screen.show().has(Role::kLink, "Open a shared case"));
}

TEST_CASE("a case is shared with a passphrase typed twice, and only on purpose without") {
  SharingScreen screen(Page::kShare);
  screen.has(shared_case::begun().state());
  check_fits(screen);
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kHeading, "Share this case"));
  CHECK(ui.says("adds what is new and takes nothing away"));
  CHECK(ui.says("by another way than you send the file"));
  CHECK(ui.has(Role::kPassword, "Passphrase of the file"));
  CHECK(ui.has(Role::kPassword, "The same passphrase again"));
  ui.press(Role::kButton, "Download the encrypted file");
  CHECK(screen.take<app::ShareCase>()->encrypted);
  CHECK_FALSE(ui.has(Role::kButton, "Download it without a passphrase"));
  ui.press(Role::kButton, "Without a passphrase");
  CHECK(ui.says("Everyone who comes by the file can read it"));
  ui.press(Role::kButton, "Download it without a passphrase");
  CHECK_FALSE(screen.take<app::ShareCase>()->encrypted);

  screen.state.errors = {{"passphrase-again", "The two passphrases must be the same"}};
  ++screen.state.error_serial;
  CHECK(screen.show().has(Role::kLink, "The two passphrases must be the same"));
}

TEST_CASE("an encrypted file asks for its passphrase first") {
  SharingScreen screen(Page::kImportCase);
  screen.pick(sealed());
  check_fits(screen);
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kHeading, "This shared case is encrypted"));
  CHECK(ui.says("It is not the one of your own records"));
  ui.press(Role::kButton, "Open the file");
  CHECK(screen.take<app::OpenPickedCase>());
  ui.press(Role::kButton, "Leave it");
  CHECK(screen.take<app::LeavePickedCase>());
}

TEST_CASE("what a file adds is seen before it is added") {
  SharingScreen screen(Page::kImportCase);
  screen.pick(shared_case::bundle_of(shared_case::worked_on()));
  REQUIRE(screen.state.picked_case->is_ready());
  check_fits(screen);
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kHeading, "J. R."));
  CHECK(ui.says("This case is not on this device yet"));
  CHECK(ui.value_of("Reference") == "CG-7K2M-9QXD");
  CHECK(ui.value_of("Entries in the file") == "6");
  CHECK(ui.value_of("New to this device") == "6");
  CHECK(ui.says("“She called” – twice."));
  CHECK(ui.has(Role::kHeading, "Entries that do not go together"));
  CHECK(ui.says("Both sides moved the case on"));
  CHECK(ui.has(Role::kHeading, "A procedure comes along"));
  CHECK(ui.says("Northmoor, version 2"));
  ui.press(Role::kButton, "Add to my cases");
  CHECK(screen.take<app::KeepPickedCase>());
  ui.press(Role::kButton, "Leave it");
  CHECK(screen.take<app::LeavePickedCase>());
}

TEST_CASE("of a case that is here only what is new is shown") {
  SharingScreen screen(Page::kImportCase);
  invented::Running there = shared_case::begun();
  there.on(date(2026, 4, 8)).add(casework::NoteAdded{"Written there"});
  invented::Running here = shared_case::begun();
  here.on(date(2026, 4, 8)).add(casework::NoteAdded{"Written here"});
  screen.has(here.state());
  screen.pick(shared_case::bundle_of(there.state()));
  check_fits(screen);
  Driver& ui = screen.show();
  CHECK(ui.says("A part of this case is on this device"));
  CHECK(ui.value_of("New to this device") == "1");
  CHECK(ui.says("Written there"));
  CHECK_FALSE(ui.says("Written here"));
  CHECK(ui.says("1 entry of this device is not in the file"));
  CHECK_FALSE(ui.has(Role::kHeading, "Entries that do not go together"));
  CHECK_FALSE(ui.has(Role::kHeading, "A procedure comes along"));
}

TEST_CASE("a file that brings nothing says so, and leads to the case") {
  SharingScreen screen(Page::kImportCase);
  screen.has(shared_case::begun().state());
  screen.pick(shared_case::bundle_of(shared_case::begun().state()));
  check_fits(screen);
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kHeading, "This file brings nothing new"));
  CHECK_FALSE(ui.has(Role::kButton, "Add to my cases"));
  ui.press(Role::kButton, "Go to the case");
  CHECK(screen.take<app::OpenCase>()->case_id == screen.state.case_id);
}

TEST_CASE("a file that cannot be used says why, what is safe and what to do") {
  SharingScreen screen(Page::kImportCase);
  const std::string bytes = shared_case::bundle_of(shared_case::begun().state());
  screen.pick(bytes.substr(0, 700));
  check_fits(screen);
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kHeading, "This file cannot be used"));
  CHECK(ui.says("The file ends too early"));
  CHECK(ui.says("Nothing of it was added"));
  CHECK(ui.says("from-mara.json"));
  ui.press(Role::kButton, "Choose another file");
  CHECK(screen.take<app::PickCase>());
}
