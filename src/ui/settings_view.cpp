// Settings: how each thing stands, with the way to change it beside it.
#include "base/text.h"
#include "ui/app_view.h"
#include "ui/form.h"
#include "ui/policy_words.h"
#include "ui/settings_words.h"

namespace ui {
namespace {

using app::Page;

// One kind of settings: what it is about at the left, what is set and the ways on at the right.
class Group {
 public:
  Group(std::string_view title, std::string_view text) {
    separator();
    begin_columns(.3f);
    heading(2, title);
    paragraph(text, TextKind::kHint);
    next_column();
  }
  ~Group() { end_columns(); }
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;
};

void you(const app::AppState& state, app::Commands& commands) {
  const Group group("You", "Goes on each record and notice that you make.");
  const casework::Person& person = state.profile.person;
  summary_list("you", {{"Name", person.name, ""},
                       {"Role", person.role, ""},
                       {"Agency or team", person.agency, ""},
                       {"Email", person.email.empty() ? "Not given" : person.email, ""}});
  if (link("edit-profile", "Change your details")) commands.push_back(app::EditProfile{});
}

void display(const app::AppState& state, app::Commands& commands) {
  const Group group("Display", "How the pages look in this browser.");
  summary_list("display", {{"Text size", text_size_in_words(state.display), ""},
                           {"Spacing", density_in_words(state.display), ""},
                           {"Colours", theme_in_words(state.display), ""}});
  if (link("edit-display", "Change text size and colours")) {
    commands.push_back(app::Go{Page::kDisplay, ""});
  }
}

void procedures(const app::AppState& state, app::Commands& commands) {
  const Group group("Procedures and contacts",
                    "The rules that cases run under, and whom this device writes to.");
  std::vector<Option> lines;
  for (const app::KnownPolicy& known : state.policies) {
    if (!known.offered || known.policy->contacts.empty()) continue;
    const size_t changed = app::local_contacts_of(state, known.policy->id);
    lines.push_back({known.policy->hash, known.policy->short_title + ": contacts",
                     changed > 0 ? std::to_string(changed) + " changed on this device"
                                 : "As the procedure has them"});
  }
  const int pressed = link_list("contacts", "Contacts of each procedure", lines);
  if (pressed >= 0) commands.push_back(app::EditContacts{lines[size_t(pressed)].value});
  if (link("procedures", "Read, compare and add procedures")) {
    commands.push_back(app::Go{Page::kProcedures, ""});
  }
}

void working_days(const app::AppState& state, app::Commands& commands) {
  const Group group("Working days", "Which days count towards a deadline.");
  std::vector<SummaryRow> rows;
  for (const DivisionInUse& each : divisions_in_use(state)) {
    const std::string until = known_until(*each.holidays);
    rows.push_back({"Bank holidays of " + each.name,
                    until.empty() ? "Not known here" : "Known up to " + until, ""});
  }
  const std::string closed = closures_in_words(state.days.closures);
  if (!closed.empty()) rows.push_back({"Times when you are closed", closed, ""});
  if (!rows.empty()) summary_list("holidays", rows);
  if (link("working-days", "See which days count")) {
    commands.push_back(app::Go{Page::kWorkingDays, ""});
  }
}

void reminders(const app::AppState& state, app::Commands& commands) {
  const Group group("Reminders", "What is pointed out to you.");
  const int days = state.reminders.quiet_after;
  summary_list("reminders", {{"Cases without a record",
                              days == 0 ? "Off" : "After " + quiet_after_in_words(days), ""},
                             {"Notifications", notifications_in_words(state), ""}});
  if (link("edit-reminders", "Change the reminders")) {
    commands.push_back(app::Go{Page::kReminders, ""});
  }
}

void security(const app::AppState& state, app::Commands& commands) {
  const Group group("Security", "Who can read what is kept here.");
  paragraph(
      "Your records open with your passphrase. If you forget it, only the recovery key that you "
      "wrote down opens them: nobody can reset either.");
  if (!state.trial && button("lock", "Lock now", ButtonKind::kSecondary))
    commands.push_back(app::Lock{});
  if (link("privacy", "How your records are kept")) {
    commands.push_back(app::Go{Page::kPrivacy, ""});
  }
}

void stored(const app::AppState& state, app::Commands& commands) {
  const Group group("Data on this device", "What this browser keeps for you.");
  if (!state.trial) {
    paragraph(base::capitalised(cases_in_words(app::stored(state))) + ". " +
              "Nothing leaves this device but the files that you download.");
  }
  if (link("stored", "See what is kept on this device")) {
    commands.push_back(app::Go{Page::kStored, ""});
  }
}

}  // namespace

void settings_view(const app::AppState& state, app::Commands& commands) {
  begin_page("settings", "Settings");
  trouble_banner(state);
  success_banner(state);
  heading(1, "Settings");
  you(state, commands);
  display(state, commands);
  procedures(state, commands);
  working_days(state, commands);
  reminders(state, commands);
  security(state, commands);
  stored(state, commands);
  end_page();
}

}  // namespace ui
