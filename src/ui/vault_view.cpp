// The passphrase pages. The passphrase is typed into the browser's own password field and never
// comes here.
#include <string>

#include "ports/vault.h"
#include "ui/app_view.h"
#include "ui/form.h"

namespace ui {
namespace {

using app::Page;

void create(const app::AppState& state, app::Commands& commands) {
  begin_page("create-vault", "Choose a passphrase", page_errors(state));
  if (back_link()) commands.push_back(app::Go{Page::kWelcome, ""});
  error_summary();
  trouble_banner(state);
  heading(1, "Choose a passphrase");
  paragraph(
      "It encrypts everything you keep here. Nobody can reset it, so choose words you will "
      "remember: "
      "three or four that do not belong together work well.");
  FieldOptions first;
  first.hint =
      "At least " + std::to_string(ports::kMinimumPassphraseLength) + " characters. Spaces count.";
  first.autocomplete = "new-password";
  password_field("passphrase", "Passphrase", first);
  FieldOptions again;
  again.autocomplete = "new-password";
  const bool done = entered("passphrase-again");
  password_field("passphrase-again", "The same passphrase again", again);
  if (button("create", "Set up my records") || done) commands.push_back(app::CreateVault{});
  status("busy", state.busy);
  end_page();
}

void recovery_key(const app::AppState& state, app::Commands& commands) {
  begin_page("recovery-key", "Keep your recovery key");
  heading(1, "Keep your recovery key");
  paragraph(
      "If you forget your passphrase, this key is the only other way in. It is shown now and never "
      "again.",
      TextKind::kLead);
  inset(state.recovery_key);
  bullet_list({"Write it down or print this page.",
               "Keep it where you keep other keys, not beside this device."});
  if (button("kept", "I have kept it safe")) commands.push_back(app::RecoveryKeyKept{});
  end_page();
}

void unlock(const app::AppState& state, app::Commands& commands) {
  begin_page("unlock", "Unlock your records", page_errors(state));
  error_summary();
  trouble_banner(state);
  heading(1, "Unlock your records");
  FieldOptions field;
  field.autocomplete = "current-password";
  const bool done = entered("passphrase");
  password_field("passphrase", "Passphrase", field);
  if (button("unlock", "Unlock") || done) commands.push_back(app::Unlock{});
  status("busy", state.busy);
  if (link("forgotten", "Use your recovery key instead")) {
    commands.push_back(app::Go{Page::kUnlockWithRecoveryKey, ""});
  }
  if (link("procedures", "Read and compare procedures")) {
    commands.push_back(app::Go{Page::kProcedures, ""});
  }
  if (link("display", "Text size and colours")) commands.push_back(app::Go{Page::kDisplay, ""});
  inset(
      "If a child is in immediate danger, call 999 now. You can record what happened afterwards.");
  end_page();
}

void unlock_with_recovery_key(const app::AppState& state, app::Commands& commands) {
  begin_page("unlock-recovery", "Unlock with your recovery key", page_errors(state));
  if (back_link()) commands.push_back(app::Go{Page::kUnlock, ""});
  error_summary();
  trouble_banner(state);
  heading(1, "Unlock with your recovery key");
  FieldOptions field;
  field.hint =
      "The groups of letters and numbers you kept when you set up this device. Capitals and dashes "
      "do not matter.";
  const bool done = entered("recovery-key");
  password_field("recovery-key", "Recovery key", field);
  if (button("unlock", "Unlock") || done) commands.push_back(app::UnlockWithRecoveryKey{});
  status("busy", state.busy);
  end_page();
}

}  // namespace

void vault_view(const app::AppState& state, app::Commands& commands) {
  switch (state.page) {
    case Page::kCreateVault:
      create(state, commands);
      return;
    case Page::kRecoveryKey:
      recovery_key(state, commands);
      return;
    case Page::kUnlockWithRecoveryKey:
      unlock_with_recovery_key(state, commands);
      return;
    default:
      unlock(state, commands);
  }
}

}  // namespace ui
