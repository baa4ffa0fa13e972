// Reminders: after how long a case without a record is pointed out, and the browser's
// notifications.
#include "ui/app_view.h"
#include "ui/form.h"
#include "ui/settings_words.h"

namespace ui {
namespace {

using ports::Permission;

void quiet_cases(const app::AppState& state, app::Commands& commands) {
  std::vector<Option> options;
  for (const int days : app::kQuietChoices) {
    options.push_back({std::to_string(days), quiet_after_in_words(days), ""});
  }
  std::string chosen = std::to_string(state.reminders.quiet_after);
  FieldOptions field;
  field.required = field.question = false;
  field.hint =
      "Weekends count. The number is yours: no procedure says how long is too long. Home then "
      "lists these cases under “No activity”.";
  if (!radios("quiet", "Tell me when nothing has been recorded on a case for", options, chosen,
              field)) {
    return;
  }
  for (const int days : app::kQuietChoices) {
    if (chosen == std::to_string(days)) commands.push_back(app::SetQuietAfter{days});
  }
}

void turn(const app::AppState& state, app::Commands& commands) {
  const bool on = state.notifications_on();
  paragraph(on ? "Notifications are on." : "Notifications are off.", TextKind::kStrong);
  if (on) {
    if (button("turn", "Turn off notifications", ButtonKind::kSecondary)) {
      commands.push_back(app::TurnNotifications{false});
    }
    return;
  }
  if (state.notifications == Permission::kNotAsked) {
    paragraph("Your browser will ask whether you allow them, beside its address.", TextKind::kHint);
  }
  if (button("turn", "Turn on notifications")) commands.push_back(app::TurnNotifications{true});
}

void how_they_stand(const app::AppState& state, app::Commands& commands) {
  if (state.trial) {
    paragraph("There are none in a trial.", TextKind::kStrong);
    return;
  }
  switch (state.notifications) {
    case Permission::kNotAsked:
    case Permission::kAllowed:
      turn(state, commands);
      return;
    case Permission::kRefused:
      paragraph("Your browser refuses notifications from this site.", TextKind::kStrong);
      paragraph(
          "To allow them, open the settings of this site with the sign beside its address, set "
          "Notifications to “Allow”, and come back to this page. On a work computer your IT "
          "service may have to do it.");
      return;
    case Permission::kNone:
      paragraph(
          "They are not possible here: this browser has no notifications for a page in a tab.",
          TextKind::kStrong);
      return;
    case Permission::kNotFromPages:
      paragraph(
          "They are not possible here: this browser shows notifications of installed applications "
          "only. Chrome on Android is such a one; the same page on a computer can show them.",
          TextKind::kStrong);
      return;
  }
}

void notifications(const app::AppState& state, app::Commands& commands) {
  heading(2, "Notifications");
  paragraph(
      "Your browser can show a short message on your screen, also while you look at something "
      "else. It says how many deadlines there are, for example “Two deadlines are due today.” It "
      "never says a name or a reference.");
  bullet_list(
      {"Once a day: what is overdue, due today or due tomorrow. When you unlock, or at 9am "
       "if Common Ground is open already.",
       "An hour before a deadline that has a time of day, and when it has passed."});
  paragraph(
      "They come only while Common Ground is open and unlocked in a tab. A browser may put a tab "
      "to sleep that nobody looks at; then they come late.");
  how_they_stand(state, commands);
}

}  // namespace

void reminders_view(const app::AppState& state, app::Commands& commands) {
  begin_page("reminders", "Reminders");
  if (back_link("Back to settings")) commands.push_back(app::Go{app::Page::kSettings, ""});
  trouble_banner(state);
  heading(1, "Reminders");
  paragraph("Home always shows what is overdue, due today and due tomorrow.", TextKind::kLead);
  begin_columns(.46f);
  quiet_cases(state, commands);
  next_column();
  notifications(state, commands);
  end_columns();
  if (state.saving == app::Saving::kSaving) status("saving", "Saving…");
  end_page();
}

}  // namespace ui
