// Before the vault: loading, a device on which nothing could be kept, the first visit, and how
// records are kept.
#include "ui/app_view.h"
#include "ui/form.h"

namespace ui {
namespace {

using app::Page;

void cannot_start(const app::AppState& state) {
  const app::Trouble trouble = state.trouble.value_or(
      app::Trouble{"Common Ground could not start", "Nothing that you saved has been touched.",
                   "Reload the page."});
  begin_page("cannot-start", trouble.title);
  heading(1, trouble.title);
  paragraph(trouble.safe, TextKind::kLead);
  heading(2, "What to do");
  paragraph(trouble.next);
  policy_errors(state);
  end_page();
}

void welcome(const app::AppState& state, app::Commands& commands) {
  begin_page("welcome", "Resolve a professional disagreement");
  trouble_banner(state);
  heading(1, "Resolve a professional disagreement about a child");
  paragraph("Step by step, on time and on the record, under your partnership’s own procedure.",
            TextKind::kLead);
  bullet_list({"See what to do now, by when, and why that day.",
               "Record discussions, agreed times and outcomes as they happen.",
               "Make the notices your procedure asks for, ready to send."});
  inset(
      "If a child is in immediate danger, call 999 now. You can record what happened afterwards.");
  if (button("start", "Set up this device")) commands.push_back(app::Go{Page::kCreateVault, ""});
  same_row();
  if (button("trial", "Try it with an invented case", ButtonKind::kSecondary)) {
    commands.push_back(app::StartTrial{});
  }
  heading(2, "Your records stay on this device");
  paragraph(
      "You need no account. What you type is locked with your passphrase and stays on this device. "
      "Only the files that you download leave it.");
  if (link("procedures", "Read and compare procedures")) {
    commands.push_back(app::Go{Page::kProcedures, ""});
  }
  if (link("privacy", "How your records are kept")) commands.push_back(app::Go{Page::kPrivacy, ""});
  if (link("display", "Text size and colours")) commands.push_back(app::Go{Page::kDisplay, ""});
  policy_errors(state);
  end_page();
}

void privacy(app::Commands& commands) {
  begin_page("privacy", "How your records are kept");
  if (back_link()) commands.push_back(app::GoBack{});
  heading(1, "How your records are kept");
  bullet_list(
      {"They are kept in this browser, on this device, and nowhere else.",
       "They are encrypted with a key that only your passphrase or your recovery key opens. "
       "Nobody can reset it for you, not even your IT service.",
       "Nothing that you type is sent to any other computer.",
       "“Saved” means that it is on this device: you can close the page."});
  heading(2, "What this does not protect against");
  bullet_list({"Somebody who knows your passphrase, or watches you type it.",
               "A device with harmful software on it.",
               "A browser that is set to forget everything when it closes: download the case "
               "record and file it."});
  paragraph(
      "This copy is not your agency’s record. File the case record on the child’s file, as your "
      "procedure asks.");
  end_page();
}

}  // namespace

void start_view(const app::AppState& state, app::Commands& commands) {
  switch (state.page) {
    case Page::kCannotStart:
      cannot_start(state);
      return;
    case Page::kWelcome:
      welcome(state, commands);
      return;
    case Page::kPrivacy:
      privacy(commands);
      return;
    default:
      begin_page("loading", "Common Ground");
      heading(1, "Common Ground");
      status("loading", "Opening…");
      end_page();
  }
}

}  // namespace ui
