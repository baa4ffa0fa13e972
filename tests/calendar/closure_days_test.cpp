#include "calendar/closure_days.h"

#include <doctest/doctest.h>

#include "calendar/deadline.h"
#include "calendar/official_holidays.h"

using calendar::ClosureDays;
using calendar::date;
using calendar::HolidaySet;
using calendar::Unit;
using calendar_tests::england_and_wales;

namespace {

const ClosureDays kChristmas = {"Council closed", date(2026, 12, 26), date(2026, 12, 30), true};

const calendar::Instant kStart = calendar::from_uk(date(2026, 12, 24), {9, 0});

std::vector<calendar::DayStep> steps(const HolidaySet& set, int count) {
  const calendar::Amount amount{count, Unit::kWorkingDays};
  return calendar::day_steps(calendar::deadline_after(kStart, amount, set), kStart, amount, set);
}

std::string refused_at(const ClosureDays& closure) {
  const auto found = calendar::checked(closure);
  return found.ok() ? "" : found.errors().front().where.pointer;
}

}  // namespace

TEST_CASE("closure days are days off with their label, at the weekend too") {
  const HolidaySet set = calendar::with_closures(england_and_wales(), {kChristmas});
  CHECK(calendar::plus_working_days(date(2026, 12, 24), 1, set) == date(2026, 12, 31));
  CHECK_FALSE(calendar::is_working_day(date(2026, 12, 29), set));
  CHECK(calendar::working_days_between(date(2026, 12, 24), date(2026, 12, 31), set) == 1);
  const auto days = steps(set, 1);
  REQUIRE(days.size() == 8);
  CHECK(days[2].kind == calendar::DayKind::kWeekend);  // Saturday 26: one as well as the other
  CHECK(days[4].kind == calendar::DayKind::kHoliday);  // Boxing Day's substitute comes first
  CHECK(days[5].kind == calendar::DayKind::kClosed);
  CHECK(days[5].reason == "Council closed");
  CHECK(set.all().size() == england_and_wales().all().size());
  const auto off = calendar::why_off(date(2026, 12, 29), set);
  REQUIRE(off);
  CHECK(off->kind == calendar::DayKind::kClosed);
  CHECK(off->name == "Council closed");
  CHECK(calendar::why_off(date(2026, 12, 26), set)->name == "Saturday");
  CHECK(calendar::why_off(date(2026, 12, 28), set)->name == "Boxing Day");
  CHECK_FALSE(calendar::why_off(date(2026, 12, 31), set));
}

TEST_CASE("closure days that are off change nothing") {
  ClosureDays off = kChristmas;
  off.on = false;
  CHECK(ClosureDays{}.on == false);
  const HolidaySet set = calendar::with_closures(england_and_wales(), {off});
  CHECK(set.version() == england_and_wales().version());
  CHECK(calendar::plus_working_days(date(2026, 12, 24), 1, set) == date(2026, 12, 29));
}

TEST_CASE("closure days make no year known, and no deadline without them another") {
  const HolidaySet set = calendar::with_closures(
      england_and_wales(), {{"Training day", date(2030, 3, 4), date(2030, 3, 4), true}});
  CHECK(set.last_year() == 2028);
  CHECK(set.version() != england_and_wales().version());
  const auto start = calendar::from_uk(date(2030, 3, 1), {9, 0});  // a Friday
  const auto deadline = calendar::deadline_after(start, {1, Unit::kWorkingDays}, set);
  CHECK(deadline.last_day == date(2030, 3, 5));
  CHECK(deadline.provisional);
  CHECK(deadline.unknown_years == std::vector<int>{2030});
  for (int day = 0; day < 3650; ++day) {
    const auto from = calendar::plus_days(date(2019, 1, 1), day);
    if (calendar::plus_working_days(from, 3, set) !=
        calendar::plus_working_days(from, 3, england_and_wales())) {
      FAIL(calendar::iso(from));
    }
  }
}

TEST_CASE("two closures over the same day: the first label tells") {
  const HolidaySet set = calendar::with_closures(
      england_and_wales(),
      {kChristmas, {"Team away", date(2026, 12, 29), date(2026, 12, 31), true}});
  CHECK(set.closed_on(date(2026, 12, 29))->label == "Council closed");
  CHECK(set.closed_on(date(2026, 12, 31))->label == "Team away");
  CHECK(set.closed_on(date(2027, 1, 4)) == nullptr);
  const HolidaySet apart = calendar::with_closures(
      england_and_wales(),
      {kChristmas, {"Team away", date(2026, 12, 31), date(2026, 12, 31), true}});
  CHECK(set.version() == apart.version());  // the days themselves, each once
}

TEST_CASE("closure days are checked") {
  CHECK(calendar::checked({" Training day ", date(2026, 9, 1), date(2026, 9, 1)})->label ==
        "Training day");
  CHECK(refused_at(kChristmas).empty());
  CHECK(refused_at({" ", date(2026, 9, 1), date(2026, 9, 1)}) == "label");
  CHECK(refused_at({std::string(81, 'x'), date(2026, 9, 1), date(2026, 9, 1)}) == "label");
  CHECK(refused_at({"Late", date(2026, 9, 2), date(2026, 9, 1)}) == "last");
  CHECK(refused_at({"Long", date(2026, 9, 1), date(2026, 12, 10)}) == "last");
  CHECK(refused_at({"Longest", date(2026, 9, 1), date(2026, 12, 9)}).empty());
  CHECK(refused_at({"Early", date(1066, 9, 1), date(2026, 9, 1)}) == "first");
  CHECK(refused_at({"For ever", date(2026, 9, 1), date(3000, 9, 1)}) == "last");
}
