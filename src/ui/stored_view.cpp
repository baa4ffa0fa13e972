// What is kept on this device, in numbers.
#include "base/text.h"
#include "ui/app_view.h"
#include "ui/policy_words.h"
#include "ui/settings_words.h"
#include "ui/widgets.h"

namespace ui {
namespace {

using app::Page;

std::string number(size_t count) {
  return count == 0 ? "None" : std::to_string(count);
}

void numbers(const app::Stored& stored) {
  summary_list("stored", {{"Cases", base::capitalised(cases_in_words(stored)), ""},
                          {"Entries in those cases",
                           base::capitalised(counted(stored.entries, "entry", "entries")), ""},
                          {"Half written", number(stored.half_written), ""},
                          {"Procedures you added", number(stored.imported), ""},
                          {"Contacts you changed", number(stored.contacts), ""},
                          {"Files of bank holidays", number(stored.holiday_files), ""},
                          {"Times when you are closed", number(stored.closures), ""},
                          {"Deadlines written to a calendar file", number(stored.in_calendars), ""},
                          {"You",
                           "Your name, role, agency and email, and what you want to be "
                           "reminded of",
                           ""}});
}

}  // namespace

void stored_view(const app::AppState& state, app::Commands& commands) {
  begin_page("stored", "What is kept on this device");
  if (back_link("Back to settings")) commands.push_back(app::Go{Page::kSettings, ""});
  heading(1, "What is kept on this device");
  if (state.trial) {
    paragraph(
        "Nothing of this trial is kept. When you leave it, this page counts what is really here.",
        TextKind::kLead);
    end_page();
    return;
  }
  numbers(app::stored(state));
  paragraph(
      "All of it is encrypted and in this browser, on this device. The size of the text, the "
      "spacing and the colours are kept unencrypted, so that they hold before you unlock: they say "
      "nothing about anybody.");
  paragraph("Nothing leaves this device but the files that you download.");
  if (link("cases", "See your cases")) commands.push_back(app::Go{Page::kHome, ""});
  if (link("procedures", "See the procedures")) commands.push_back(app::Go{Page::kProcedures, ""});
  if (link("privacy", "How your records are kept")) {
    commands.push_back(app::Go{Page::kPrivacy, ""});
  }
  end_page();
}

}  // namespace ui
