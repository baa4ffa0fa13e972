// Due today, tomorrow and overdue, and nothing recorded for days, at the borders of UK days.
#include "casework/reminders.h"

#include "invented.h"

using casework::due_when;
using casework::DueWhen;
using casework::is_quiet;
using casework::last_recorded;
using namespace invented;

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

Instant before(Instant at) {
  return {at.ms - 1};
}
Instant midnight(Date day) {
  return calendar::from_uk(day, {0, 0});
}

}  // namespace

TEST_CASE("a deadline is later, tomorrow, today and overdue from midnight to midnight in the UK") {
  struct Year {
    Date last_day;
    std::int64_t of_the_day;  // milliseconds
  };
  // A day of summer time, one of winter time, and the two on which the clocks change.
  for (const Year& year : {Year{date(2026, 6, 10), kDayMs}, Year{date(2026, 1, 5), kDayMs},
                           Year{date(2026, 3, 29), kDayMs - 3'600'000},
                           Year{date(2026, 10, 25), kDayMs + 3'600'000}}) {
    const Date day = year.last_day;
    CAPTURE(calendar::iso(day));
    const Instant ends = calendar::end_of_day(day);
    REQUIRE(ends.ms - midnight(day).ms == year.of_the_day);
    const auto when = [&](Instant now) { return due_when(day, ends, now); };
    const Instant the_day_before = midnight(calendar::plus_days(day, -1));
    CHECK(when(before(the_day_before)) == DueWhen::kLater);
    CHECK(when(the_day_before) == DueWhen::kTomorrow);
    CHECK(when(before(midnight(day))) == DueWhen::kTomorrow);
    CHECK(when(midnight(day)) == DueWhen::kToday);
    CHECK(when(before(ends)) == DueWhen::kToday);
    CHECK(when(ends) == DueWhen::kOverdue);
  }
}

TEST_CASE("a deadline within a day is overdue from its minute on") {
  const Date day = date(2026, 10, 25);
  const Instant ends = at(day, 10, 30);
  CHECK(due_when(day, ends, at(date(2026, 10, 24), 23, 59)) == DueWhen::kTomorrow);
  CHECK(due_when(day, ends, at(day, 10, 29)) == DueWhen::kToday);
  CHECK(due_when(day, ends, ends) == DueWhen::kOverdue);
}

TEST_CASE("a case is quiet after whole calendar days, counted from the day of its last record") {
  const auto quiet_at = [](Date recorded, Instant now) {
    return is_quiet(recorded, calendar::uk_date(now), 10);
  };
  // Over an ordinary stretch and over both changes of the clocks.
  for (const Date recorded : {date(2026, 6, 1), date(2026, 3, 24), date(2026, 10, 20)}) {
    CAPTURE(calendar::iso(recorded));
    const Instant tenth = midnight(calendar::plus_days(recorded, 10));
    CHECK_FALSE(quiet_at(recorded, midnight(recorded)));
    CHECK_FALSE(quiet_at(recorded, before(tenth)));
    CHECK(quiet_at(recorded, tenth));
    CHECK(quiet_at(recorded, {tenth.ms + 40 * kDayMs}));
  }
  const Date today = date(2026, 6, 20);
  CHECK_FALSE(is_quiet(date(2026, 1, 1), today, 0));    // never
  CHECK_FALSE(is_quiet(date(2026, 6, 21), today, 10));  // by a clock that was wrong
}

TEST_CASE("what counts is when something was written, not when it happened nor its place") {
  policy::Policy policy = procedure();
  policy.division = "england-and-wales";
  Setting setting{policy, holidays(), kTeacher, at(date(2026, 6, 9), 23, 30), {}};
  auto opened = casework::open_case(setting, kCaseId, opening(policy, date(2026, 5, 1)));
  REQUIRE_MESSAGE(opened.ok(), base::describe(opened.error()));
  auto folded = casework::fold({*opened});
  REQUIRE(folded.ok());
  Case open = *folded;
  CHECK(last_recorded(open) == date(2026, 6, 9));
  // Ten minutes past midnight by summer time: the day before in UTC.
  open.events.front().recorded_at = open.opened.recorded_at = at(date(2026, 6, 10), 0, 10);
  CHECK(last_recorded(open) == date(2026, 6, 10));
  Event other = open.events.front();
  other.recorded_at = at(date(2026, 6, 20));
  other.occurred_at = at(date(2026, 5, 2));
  open.events.insert(open.events.begin(), other);  // written apart, and folded first
  CHECK(last_recorded(open) == date(2026, 6, 20));
}
