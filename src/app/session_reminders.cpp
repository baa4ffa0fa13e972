// Reminders: when a case without a record is pointed out, and notifications. One is shown once
// after unlocking and once a day, an hour before a deadline within a day and when it passes; never
// in a trial, and never again after a reload. While nothing is open and unlocked nothing runs.
#include <algorithm>
#include <limits>

#include "app/records.h"
#include "app/reminders.h"
#include "app/session.h"

namespace app {

using ports::Permission;

void Session::set_quiet_after(int days) {
  if (!state_.vault_open()) return;
  ReminderChoice choice = state_.reminders;
  choice.quiet_after = days;
  keep_reminders(choice, days == 0 ? "Cases without a record are not pointed out any more."
                                   : "A case is pointed out after " + std::to_string(days) +
                                         " days without a record.");
}

void Session::keep_reminders(const ReminderChoice& choice, const std::string& done) {
  commit({reminders_record(choice)}, {}, [this, choice, done] {
    state_.reminders = choice;
    look_at_ = {};
    list_home();
    say(done);
  });
}

void Session::turn_notifications(bool on) {
  if (!state_.vault_open() || state_.trial) return;
  if (!on) {
    ReminderChoice choice = state_.reminders;
    choice.notify = false;
    keep_reminders(choice, "Notifications are off.");
    return;
  }
  const Permission permission = ports_.notifications.permission();
  if (permission != Permission::kNotAsked) return permission_given(permission);
  ports_.notifications.ask([this, alive = std::weak_ptr<bool>(alive_)](Permission given) {
    if (alive.expired()) return;
    permission_given(given);
    if (given == Permission::kNotAsked) say("The browser was not told to allow them.");
  });
}

void Session::permission_given(Permission permission) {
  state_.notifications = permission;
  if (permission != Permission::kAllowed) return;
  ReminderChoice choice = state_.reminders;
  choice.notify = true;
  choice.told = looked_ = state_.now;
  looked_day_.reset();  // what is due is told at once
  keep_reminders(choice, "Notifications are on.");
}

bool Session::notifies() const {
  return state_.notifications_on() && state_.vault_open() && !state_.trial && !trial_;
}

int Session::reminder_in_ms() const {
  if (!notifies()) return -1;
  // A browser's timer that is set for longer rings at once. One that is due waits for what is being
  // saved.
  constexpr std::int64_t kLeast = 100, kMost = std::numeric_limits<int>::max() - 1;
  return int(std::clamp(look_at_.ms - state_.now.ms, kLeast, kMost));
}

void Session::remind() {
  if (state_.page == Page::kReminders && !state_.trial) {
    state_.notifications = ports_.notifications.permission();
  }
  // What is being saved may be the choice itself.
  if (!notifies() || state_.now < look_at_ || state_.saving == Saving::kSaving) return;
  ReminderChoice& mine = state_.reminders;
  const calendar::Date today = calendar::uk_date(state_.now);
  // At any hour after unlocking; a page that is open over night waits for the morning.
  const bool may_tell = !looked_day_ || state_.now >= morning_of(today);
  const bool day = may_tell && mine.told_day != today && looked_day_ != today;
  // A clock that was set back has told of no time that is still to come.
  const calendar::Instant since = std::min(looked_, state_.now);
  const Reminder found = reminder_of(state_.home, since, state_.now, day);
  looked_ = state_.now;
  if (may_tell) looked_day_ = today;
  look_at_ = found.next;
  if (found.words.empty()) return;
  if (!ports_.notifications.show("Common Ground", found.words)) {
    state_.notifications = ports_.notifications.permission();
    return;
  }
  mine.told = state_.now;
  if (found.of_the_day) mine.told_day = today;
  ports_.vault.commit({reminders_record(mine)}, {}, [](ports::VaultReply) {});
}

}  // namespace app
