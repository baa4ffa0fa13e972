// One case as a file for another device: what is in it, the passphrase, and the way without one.
// The passphrase is typed into the browser's own password fields and never comes here.
#include "ports/vault.h"
#include "ui/app_view.h"
#include "ui/form.h"

namespace ui {
namespace {

void encrypted(app::Commands& commands) {
  heading(2, "Encrypted, with a passphrase");
  paragraph(
      "Choose one for this file, and tell it to the other person by another way than you send the "
      "file: on the telephone, say. Nobody can open the file without it.");
  FieldOptions first;
  first.hint =
      "At least " + std::to_string(ports::kMinimumPassphraseLength) + " characters. Spaces count.";
  first.autocomplete = "new-password";
  password_field("passphrase", "Passphrase of the file", first);
  FieldOptions again;
  again.autocomplete = "new-password";
  const bool done = entered("passphrase-again");
  password_field("passphrase-again", "The same passphrase again", again);
  if (button("encrypted", "Download the encrypted file") || done) {
    commands.push_back(app::ShareCase{true});
  }
}

void plain(app::Commands& commands) {
  if (!details("plain", "Without a passphrase")) return;
  paragraph(
      "Everyone who comes by the file can read it: whom the case is about, everything that was "
      "written, and by whom. Use it only where your agency allows that, and where the way it is "
      "sent is itself protected.");
  if (button("plain-file", "Download it without a passphrase", ButtonKind::kSecondary)) {
    commands.push_back(app::ShareCase{false});
  }
}

}  // namespace

void share_view(const app::AppState& state, app::Commands& commands) {
  const casework::Case* open = state.open_case();
  if (!open) return;
  const casework::CaseOpened& fact = open->opened.fact;
  begin_page("share-" + open->id, "Share this case", page_errors(state));
  if (back_link("Back to the case")) {
    commands.push_back(app::Go{app::Page::kCase, app::kDocumentsPart});
  }
  error_summary();
  trouble_banner(state);
  success_banner(state);
  caption(fact.subject.name + ", " + fact.reference);
  heading(1, "Share this case");
  paragraph(
      "The file holds the whole case: every entry with who wrote it and when, and the procedure "
      "that it runs under. "
      "Whoever opens it in Common Ground can work on the case there, while you go on here. "
      "Send each other a new file now and then: each adds what is new and takes nothing away.",
      TextKind::kLead);
  encrypted(commands);
  plain(commands);
  status("busy", state.busy);
  end_page();
}

}  // namespace ui
