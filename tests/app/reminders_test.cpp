// What a notification says, and when the next look is.
#include "app/reminders.h"

#include <doctest/doctest.h>

#include "casework/invented.h"

using app::Reminder;
using app::reminder_of;
using calendar::Instant;
using invented::at;
using invented::date;

namespace {

const calendar::Date kToday = date(2026, 6, 10);
const Instant kNow = at(kToday, 10);
const Instant kLongAgo = at(date(2026, 1, 1));

app::DueDay all_day(int days_from_today) {
  const calendar::Date day = calendar::plus_days(kToday, days_from_today);
  return {day, calendar::end_of_day(day), "Whispering Larches", {}, false, false, ""};
}
app::DueDay by(int hour, int minute) {
  return {kToday, at(kToday, hour, minute), "Whispering Larches", {}, false, false, ""};
}
// One case with all of them, and one without any.
std::vector<app::HomeRow> with(std::vector<app::DueDay> due) {
  app::HomeRow row;
  row.subject = "Marigold Quill";
  row.reference = "CG-7K2M-9QXD";
  row.due_days = std::move(due);
  return {row, {}};
}
std::string words(std::vector<app::DueDay> due, Instant since = kNow, bool day = true) {
  return reminder_of(with(std::move(due)), since, kNow, day).words;
}

}  // namespace

TEST_CASE("how many are overdue, due today and due tomorrow, in one sentence") {
  CHECK(words({}).empty());
  CHECK(words({all_day(2), all_day(30)}).empty());
  CHECK(words({all_day(0), all_day(0)}) == "Two deadlines are due today.");
  CHECK(words({all_day(-3)}) == "One deadline is overdue.");
  CHECK(words({all_day(1)}) == "One deadline is due tomorrow.");
  CHECK(words({all_day(-1), all_day(-9), all_day(0), all_day(1), all_day(1), all_day(2)}) ==
        "Two deadlines are overdue, one is due today and two are due tomorrow.");
  CHECK(words(std::vector<app::DueDay>(21, all_day(1))) == "21 deadlines are due tomorrow.");
  CHECK(words({all_day(0)}, kLongAgo, false).empty());
  CHECK(app::due_in_words(1, 0, 2, "case", "cases") ==
        "One case is overdue and two are due tomorrow");
}

TEST_CASE("an hour before a time of day, and when it has passed, each of them once") {
  const Instant earlier = at(kToday, 8);
  const auto told = [&](app::DueDay due, Instant since, bool day = false) {
    return words({due}, since, day);
  };
  CHECK(told(by(11, 0), earlier) == "One deadline ends within the hour.");
  CHECK(told(by(10, 30), earlier) == "One deadline ends within the hour.");
  CHECK(told(by(11, 1), earlier).empty());
  CHECK(told(by(11, 0), kNow).empty());  // told at that very moment
  CHECK(told(by(10, 0), earlier) == "One deadline has passed today.");
  CHECK(told(by(9, 0), earlier) == "One deadline has passed today.");
  CHECK(told(by(9, 0), at(kToday, 9)).empty());
  CHECK(words({by(10, 0), by(9, 0), by(10, 45), by(10, 50)}, earlier, false) ==
        "Two deadlines have passed today. Two deadlines end within the hour.");
  // What passed is among the overdue, which are told already or are told now.
  CHECK(told(by(9, 0), earlier, true) == "One deadline is overdue.");
  CHECK(told(by(10, 30), earlier, true) ==
        "One deadline is due today. One deadline ends within the hour.");
  // Days ago is not today's news; the end of a day is no time of day.
  app::DueDay old = by(9, 0);
  old.day = date(2026, 6, 8);
  old.ends = at(old.day, 9);
  CHECK(told(old, kLongAgo).empty());
  CHECK(told(all_day(-1), kLongAgo).empty());
}

TEST_CASE("the next look is an hour before the next time of day, at it, or at nine") {
  const auto next = [](std::vector<app::DueDay> due, Instant now) {
    return reminder_of(with(std::move(due)), now, now, false).next;
  };
  CHECK(next({by(14, 30), by(18, 0)}, kNow) == at(kToday, 13, 30));
  CHECK(next({by(14, 30), by(18, 0)}, at(kToday, 13, 30)) == at(kToday, 14, 30));
  CHECK(next({by(14, 30), by(18, 0)}, at(kToday, 14, 30)) == at(kToday, 17));
  CHECK(next({by(14, 30)}, at(kToday, 15)) == at(date(2026, 6, 11), 9));
  CHECK(next({all_day(0), all_day(1)}, kNow) == at(date(2026, 6, 11), 9));
  CHECK(next({}, at(kToday, 8, 59)) == at(kToday, 9));
  CHECK(next({}, at(kToday, 9)) == at(date(2026, 6, 11), 9));
  // Nine is nine by the clock on the wall: 23 and 25 hours after nine the day before.
  for (const auto& [day, hours] :
       {std::pair(date(2026, 3, 28), 23), std::pair(date(2026, 10, 24), 25)}) {
    CHECK(next({}, at(day, 9)).ms - at(day, 9).ms == hours * 3'600'000);
  }
}

TEST_CASE("a notification has nobody's name, no reference and no words of a case") {
  const std::string all = words({all_day(-1), all_day(0), all_day(1), by(10, 30)}, at(kToday, 8)) +
                          words({by(9, 0), by(10, 30)}, at(kToday, 8), false);
  REQUIRE(all.size() > 100);
  for (const char* word : {"Marigold", "Quill", "CG-", "7K2M", "Whispering", "Larches"}) {
    CHECK(all.find(word) == all.npos);
  }
}
