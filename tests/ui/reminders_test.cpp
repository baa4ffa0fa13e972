// The page of the reminders, by role and name: what is chosen at once, and how notifications stand.
#include <doctest/doctest.h>

#include <tuple>

#include "ui/screens.h"

using namespace ui;
using app::Page;
using ports::Permission;

namespace {

constexpr auto kOn = "Turn on notifications";
constexpr auto kOff = "Turn off notifications";

Screen reminders(Permission permission, bool notify = false) {
  Screen screen(Page::kReminders);
  screen.state.notifications = permission;
  screen.state.reminders.notify = notify;
  return screen;
}

}  // namespace

TEST_CASE("after how many days without a record: one is chosen, another is asked for at once") {
  Screen screen = reminders(Permission::kNotAsked);
  check_fits(screen);
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kHeading, "Reminders"));
  const Node group =
      ui.get(Role::kRadioGroup, "Tell me when nothing has been recorded on a case for");
  std::string names;
  for (const Node& node : ui.nodes()) {
    if (node.role != Role::kRadio) continue;
    names += node.name + (node.checked ? " (chosen), " : ", ");
  }
  CHECK(names == "Off, 5 days, 10 days (chosen), 15 days, 20 days, 30 days, ");
  CHECK(group.description.find("no procedure says") != std::string::npos);
  ui.press(Role::kRadio, "20 days");
  CHECK(screen.take<app::SetQuietAfter>()->days == 20);
  ui.press(Role::kRadio, "Off");
  CHECK(screen.take<app::SetQuietAfter>()->days == 0);
  ui.press(Role::kLink, "Back to settings");
  CHECK(screen.take<app::Go>()->page == Page::kSettings);
}

TEST_CASE("notifications: off and on, with the one button that asks") {
  Screen screen = reminders(Permission::kNotAsked);
  Driver& ui = screen.show();
  CHECK(ui.says("It never says a name or a reference."));
  CHECK(ui.says("They come only while Common Ground is open and unlocked in a tab."));
  CHECK(ui.says("Notifications are off."));
  CHECK(ui.says("Your browser will ask whether you allow them, beside its address."));
  CHECK_FALSE(screen.take<app::TurnNotifications>());  // drawing asks for nothing
  ui.press(Role::kButton, kOn);
  CHECK(screen.take<app::TurnNotifications>()->on);

  screen.state.notifications = Permission::kAllowed;
  CHECK(screen.show().has(Role::kButton, kOn));
  CHECK_FALSE(screen.ui->says("Your browser will ask"));

  screen.state.reminders.notify = true;
  check_fits(screen);
  CHECK(screen.ui->says("Notifications are on."));
  CHECK_FALSE(screen.ui->has(Role::kButton, kOn));
  screen.ui->press(Role::kButton, kOff);
  CHECK_FALSE(screen.take<app::TurnNotifications>()->on);
}

TEST_CASE("refused, or not possible: what to do or why, and no button that would do nothing") {
  const std::tuple<Permission, const char*, const char*> cases[] = {
      {Permission::kRefused, "Your browser refuses notifications from this site.",
       "Refused by the browser"},
      {Permission::kNone, "this browser has no notifications for a page in a tab",
       "Not possible in this browser"},
      {Permission::kNotFromPages, "Chrome on Android is such a one",
       "Not possible in this browser"}};
  for (const auto& [permission, words, in_settings] : cases) {
    for (const bool notify : {false, true}) {
      Screen screen = reminders(permission, notify);
      check_fits(screen);
      CHECK_MESSAGE(screen.ui->says(words), words);
      CHECK_FALSE(screen.ui->has(Role::kButton, kOn));
      CHECK_FALSE(screen.ui->has(Role::kButton, kOff));
      screen.state.page = Page::kSettings;
      CHECK(screen.show().says(in_settings));
    }
  }
  Screen trial = reminders(Permission::kAllowed);
  trial.state.trial = true;
  check_fits(trial);
  CHECK(trial.ui->says("There are none in a trial."));
  CHECK_FALSE(trial.ui->has(Role::kButton, kOn));
}

TEST_CASE("the settings say after how long a case is pointed out and whether messages come") {
  Screen screen = reminders(Permission::kAllowed, true);
  screen.state.page = Page::kSettings;
  screen.show();
  CHECK(screen.ui->value_of("Cases without a record") == "After 10 days");
  CHECK(screen.ui->value_of("Notifications") == "On");
  screen.state.reminders = {0, false, {}, {}};
  screen.show();
  CHECK(screen.ui->value_of("Cases without a record") == "Off");
  CHECK(screen.ui->value_of("Notifications") == "Off");
}
