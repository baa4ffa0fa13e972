// Reminders at a device: asked for by a press and by nothing else, told once, never in a trial nor
// while it is locked, and never whose.
#include "app/find.h"
#include "app/records.h"
#include "app/reminders.h"
#include "desk.h"

using app::CaseFilter;
using app::Page;
using app::SetQuietAfter;
using app::TurnNotifications;
using ports::Permission;

namespace {

calendar::Instant on(unsigned month, unsigned day, int hour, int minute = 0) {
  return calendar::from_uk(calendar::date(2026, month, day), {hour, minute});
}

// Raised on Wednesday 1 April at 9.30: two working days end on Tuesday 7 April, after Easter.
struct Reminded : fakes::Desk {
  explicit Reminded(const base::Json& policy = fakes::small_policy(), bool raised = true) {
    fakes::set_up_with(*this, policy);
    if (raised) fakes::raise_small(*this);
    press(app::Go{Page::kHome, ""});
  }
  std::vector<std::string>& shown() { return notifications.shown; }
  void turn_on() {
    press(TurnNotifications{true});
    look();
  }
  void look() {
    session->tick();
    later.run();
  }
  void at(calendar::Instant now) {
    clock.time = now;
    look();
  }
  // What was shown since the last call.
  std::string news() {
    std::string all;
    for (const std::string& each : shown()) all += each + "\n";
    shown().clear();
    return all;
  }
};

base::Json within_a_day() {
  base::Json policy = fakes::small_policy();
  base::Json& clock = policy["stages"][0]["clocks"][0];
  clock["amount"] = {{"count", 24}, {"unit", "hours"}};
  clock["start"] = "stage_entered";
  return policy;
}

}  // namespace

TEST_CASE("the browser asks when the button is pressed, and at no other time") {
  Reminded desk;
  desk.at(on(4, 7, 10));
  desk.press(app::Go{Page::kReminders, ""});
  desk.look();
  desk.press(SetQuietAfter{5});
  desk.reload_and_unlock();
  desk.look();
  CHECK(desk.notifications.asked == 0);
  CHECK(desk.shown().empty());
  CHECK(desk.session->next_tick_ms() == -1);
  desk.press(TurnNotifications{true});
  CHECK(desk.notifications.asked == 1);
  CHECK(desk.state().reminders.notify);
  CHECK(desk.state().toast.words == "Notifications are on.");
  desk.look();
  CHECK(desk.news() == "Common Ground: One deadline is due today.\n");
  // What is allowed is not asked for again.
  desk.press(TurnNotifications{false});
  CHECK_FALSE(desk.state().reminders.notify);
  CHECK(desk.session->next_tick_ms() == -1);
  desk.press(TurnNotifications{true});
  CHECK(desk.notifications.asked == 1);
  CHECK(desk.state().reminders.notify);
}

TEST_CASE("refused, or not answered: nothing is turned on, and the page says how it stands") {
  Reminded desk;
  desk.at(on(4, 7, 10));
  SUBCASE("refused") {
    desk.notifications.answer = Permission::kRefused;
    desk.turn_on();
    CHECK(desk.state().notifications == Permission::kRefused);
    desk.turn_on();
    CHECK(desk.notifications.asked == 1);
  }
  SUBCASE("closed without an answer") {
    desk.notifications.answer = Permission::kNotAsked;
    desk.turn_on();
    CHECK(desk.state().toast.words == "The browser was not told to allow them.");
    desk.turn_on();
    CHECK(desk.notifications.asked == 2);
  }
  SUBCASE("the browser has none") {
    desk.notifications.given = Permission::kNone;
    desk.turn_on();
    CHECK(desk.notifications.asked == 0);
    CHECK(desk.state().notifications == Permission::kNone);
  }
  CHECK_FALSE(desk.state().reminders.notify);
  CHECK(desk.shown().empty());
  CHECK(desk.session->next_tick_ms() == -1);
}

TEST_CASE("a day's deadlines are told once a day, also after a reload") {
  Reminded desk;
  desk.turn_on();
  CHECK(desk.news().empty());  // nothing is due on the first or the second
  desk.at(on(4, 6, 8));
  CHECK(desk.news().empty());
  CHECK(desk.session->next_tick_ms() == 3'600'000);
  desk.at(on(4, 6, 9));
  CHECK(desk.news() == "Common Ground: One deadline is due tomorrow.\n");
  desk.at(on(4, 6, 15));
  desk.reload_and_unlock();
  desk.look();
  CHECK(desk.news().empty());
  // Over midnight it waits for the morning, and a laptop that slept tells when it wakes.
  desk.at(on(4, 7, 0, 1));
  CHECK(desk.news().empty());
  CHECK(desk.session->next_tick_ms() == (9 * 60 - 1) * 60'000);
  desk.at(on(4, 7, 11));
  CHECK(desk.news() == "Common Ground: One deadline is due today.\n");
  // Unlocked early, it is told then, and not again at nine.
  desk.clock.time = on(4, 8, 6, 30);
  desk.reload_and_unlock();
  desk.look();
  CHECK(desk.news() == "Common Ground: One deadline is overdue.\n");
  desk.at(on(4, 8, 9));
  desk.at(on(4, 8, 23));
  CHECK(desk.news().empty());
}

TEST_CASE("what is done while the page is open is not told to the person who does it") {
  Reminded desk(within_a_day(), false);
  desk.turn_on();
  fakes::raise_small(desk);  // due tomorrow
  desk.look();
  CHECK(desk.news().empty());
  desk.at(on(4, 1, 23));
  CHECK(desk.news().empty());
  desk.reload_and_unlock();
  desk.look();
  CHECK(desk.news() == "Common Ground: One deadline is due tomorrow.\n");
}

TEST_CASE("an hour before a time of day and when it passes, once, also after a reload") {
  Reminded desk(within_a_day());  // until 9.30 on 2 April
  desk.turn_on();
  CHECK(desk.news() == "Common Ground: One deadline is due tomorrow.\n");
  CHECK(desk.session->next_tick_ms() == 23 * 3'600'000);
  desk.at(on(4, 2, 8, 29));
  CHECK(desk.news().empty());
  CHECK(desk.session->next_tick_ms() == 60'000);
  desk.at(on(4, 2, 8, 30));
  CHECK(desk.news() == "Common Ground: One deadline ends within the hour.\n");
  desk.reload_and_unlock();
  desk.look();
  CHECK(desk.news() == "Common Ground: One deadline is due today.\n");  // the day's, not yet told
  desk.reload_and_unlock();
  desk.look();
  CHECK(desk.news().empty());
  desk.at(on(4, 2, 9, 30));
  CHECK(desk.news() == "Common Ground: One deadline has passed today.\n");
  CHECK(desk.state().home_list.counts.at(CaseFilter::kOverdue) == 1);
  desk.reload_and_unlock();
  desk.look();
  CHECK(desk.news().empty());
}

TEST_CASE("nothing is told in a trial, nor of one; afterwards it is") {
  Reminded desk;
  desk.turn_on();
  desk.press(app::StartTrial{});
  desk.at(on(4, 7, 10));
  desk.press(TurnNotifications{true});
  desk.press(TurnNotifications{false});
  for (int i = 0; i < 20; ++i) desk.look();
  CHECK(desk.state().trial);
  CHECK(desk.news().empty());
  CHECK(desk.session->next_tick_ms() == -1);
  CHECK(desk.notifications.asked == 1);
  desk.press(app::EndTrial{});
  if (desk.state().question) desk.press(app::Answer{true});
  REQUIRE_FALSE(desk.state().trial);
  desk.look();
  CHECK(desk.news() == "Common Ground: One deadline is due today.\n");
  CHECK(desk.session->next_tick_ms() > 0);
}

TEST_CASE("nothing is told and nothing wakes while it is locked") {
  Reminded desk;
  desk.turn_on();
  desk.reload();
  desk.at(on(4, 7, 10));
  CHECK(desk.news().empty());
  CHECK(desk.session->next_tick_ms() == -1);
  desk.press(app::Unlock{});
  desk.look();
  CHECK(desk.news() == "Common Ground: One deadline is due today.\n");
}

TEST_CASE("a notification has no name, no reference and nothing else of a case") {
  Reminded desk(within_a_day());
  desk.turn_on();
  for (const auto& now : {on(4, 2, 8, 30), on(4, 2, 9), on(4, 2, 9, 30), on(4, 3, 9)}) desk.at(now);
  const std::string told = desk.news();
  REQUIRE(told.find("overdue") != told.npos);
  const casework::Case& open = desk.state().cases.front();
  const casework::CaseOpened& fact = open.opened.fact;
  const app::HomeRow& row = desk.state().home.front();
  for (const std::string& words :
       {fact.subject.name, fact.reference, fact.responding.agency, fact.decision, fact.concern,
        open.opened.author.name, open.opened.author.agency, open.opened.author.email,
        open.opened.author.role, open.id, row.procedure, row.stage, row.due_days.front().what}) {
    REQUIRE_FALSE(words.empty());
    CHECK_MESSAGE(told.find(words) == told.npos, words);
  }
}

TEST_CASE("a permission that was taken away: nothing is shown and nothing wakes") {
  Reminded desk;
  desk.turn_on();
  desk.notifications.given = Permission::kRefused;
  desk.clock.time = on(4, 7, 10);
  desk.reload_and_unlock();
  desk.look();
  CHECK(desk.news().empty());
  CHECK(desk.session->next_tick_ms() == -1);
  CHECK(desk.state().reminders.notify);
  // Given back while the page is looked at: it goes on.
  desk.press(app::Go{Page::kReminders, ""});
  desk.notifications.given = Permission::kAllowed;
  desk.look();
  CHECK(desk.news() == "Common Ground: One deadline is due today.\n");
}

TEST_CASE(
    "a browser that shows none of a page is found out at the first, which counts as not told") {
  Reminded desk;
  desk.notifications.throws = true;
  desk.at(on(4, 7, 10));
  desk.turn_on();
  CHECK(desk.state().notifications == Permission::kNotFromPages);
  CHECK(desk.session->next_tick_ms() == -1);
  desk.notifications.throws = false;
  desk.notifications.given = Permission::kAllowed;
  desk.reload_and_unlock();
  desk.look();
  CHECK(desk.news() == "Common Ground: One deadline is due today.\n");
}

TEST_CASE("a clock that was wrong and is set right does not silence what comes") {
  Reminded desk(within_a_day());
  desk.turn_on();
  desk.at(on(8, 1, 9));
  desk.news();
  desk.at(on(4, 2, 8));
  desk.at(on(4, 2, 8, 30));
  CHECK(desk.news().find("One deadline ends within the hour.") != std::string::npos);
}

TEST_CASE("after how long a case is quiet is chosen, kept and shown at once") {
  Reminded desk;
  desk.at(on(4, 8, 9));
  const auto quiet = [&] { return desk.state().home_list.counts.at(CaseFilter::kQuiet); };
  CHECK(desk.state().reminders.quiet_after == 10);
  CHECK(quiet() == 0);
  desk.press(SetQuietAfter{5});
  CHECK(quiet() == 1);
  CHECK(desk.state().toast.words == "A case is pointed out after 5 days without a record.");
  desk.reload_and_unlock();
  CHECK(desk.state().reminders.quiet_after == 5);
  CHECK(quiet() == 1);
  desk.press(SetQuietAfter{0});
  CHECK(quiet() == 0);
  desk.vault.fault = ports::VaultFault::kFull;
  desk.press(SetQuietAfter{5});
  CHECK(desk.state().trouble);
  CHECK(desk.state().reminders.quiet_after == 0);
}

TEST_CASE("a new day makes a case quiet without an event, and a record makes it loud") {
  Reminded desk;
  const auto quiet = [&] { return desk.state().home_list.counts.at(CaseFilter::kQuiet); };
  desk.at(on(4, 10, 23, 59));
  CHECK(quiet() == 0);
  desk.at(on(4, 11, 0));
  CHECK(quiet() == 1);
  desk.press(app::OpenCase{desk.state().cases.front().id});
  desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  desk.type("text", "A note");
  desk.press(app::Submit{});
  CHECK(quiet() == 0);
}

TEST_CASE("the record of the reminders: there and back, and what cannot be read is as at first") {
  app::ReminderChoice choice;
  choice.quiet_after = 20;
  choice.notify = true;
  choice.told = on(4, 7, 10);
  choice.told_day = calendar::date(2026, 4, 7);
  const ports::Record record = app::reminders_record(choice);
  CHECK(app::unpack({record}).reminders == choice);
  CHECK(app::unpack({app::reminders_record({})}).reminders == app::ReminderChoice{});
  for (const char* data :
       {R"({"quiet_after":7,"notify":"yes","told":"noon","told_day":"2026-02-31"})",
        R"({"quiet_after":"10"})", "{}"}) {
    const app::Unpacked read =
        app::unpack({{record.id, R"({"data":)" + std::string(data) + R"(,"kind":"reminders"})"}});
    CHECK(read.reminders == app::ReminderChoice{});
    CHECK(read.errors.empty());
  }
}

TEST_CASE(
    "the reminders have an address and are found; so have the lists of tomorrow and the quiet") {
  Reminded desk;
  desk.press(app::Go{Page::kReminders, ""});
  CHECK(desk.session->address().route == "settings/reminders");
  for (const char* typed : {"reminders", "notifications", "without a record"}) {
    const auto found = app::found(desk.state(), typed);
    REQUIRE_MESSAGE(!found.empty(), typed);
    const auto* go = std::get_if<app::Go>(&found.front().command);
    REQUIRE(go);
    CHECK(go->page == Page::kReminders);
  }
  const std::pair<const char*, CaseFilter> lists[] = {{"cases/tomorrow", CaseFilter::kDueTomorrow},
                                                      {"cases/quiet", CaseFilter::kQuiet}};
  for (const auto& [route, filter] : lists) {
    desk.session->return_to(-1, route);
    CHECK(desk.state().page == Page::kHome);
    CHECK(desk.state().home_list.filter == filter);
    CHECK(desk.session->address().route == route);
  }
  desk.session->return_to(-1, "settings/reminders");
  CHECK(desk.state().page == Page::kReminders);
}
