#include "app/calendar_month.h"

#include <doctest/doctest.h>

#include <map>

#include "app/many_cases.h"

using app::MonthDay;
using calendar::Date;
using calendar::date;

namespace {

const MonthDay& day_of(const std::vector<MonthDay>& days, Date date) {
  for (const MonthDay& day : days) {
    if (day.date == date) return day;
  }
  FAIL("not in the month");
  return days.front();
}

}  // namespace

TEST_CASE("a month is whole weeks from Monday, with its days off and today") {
  const invented::ManyCases many(date(2026, 4, 1));
  const auto april = app::month_of(many.state, date(2026, 4, 17));
  REQUIRE(april.size() == 35);
  CHECK(april.front().date == date(2026, 3, 30));
  CHECK(april.back().date == date(2026, 5, 3));
  CHECK_FALSE(april.front().in_month);
  CHECK(day_of(april, date(2026, 4, 1)).today);
  CHECK(day_of(april, date(2026, 4, 3)).off == "Good Friday");
  CHECK(day_of(april, date(2026, 4, 4)).off == "Saturday");
  CHECK(day_of(april, date(2026, 4, 7)).off.empty());
  CHECK(app::month_of(many.state, date(2027, 2, 1)).size() == 28);  // from a Monday to a Sunday
  CHECK(app::month_of(many.state, date(2026, 8, 31)).size() == 42);
  for (int month = 0; month < 120; ++month) {
    const Date first = calendar::plus_months(date(2019, 1, 1), month);
    const auto days = app::month_of(many.state, first);
    int within = 0;
    for (const MonthDay& each : days) within += each.in_month ? 1 : 0;
    CHECK(days.size() % 7 == 0);
    CHECK(calendar::weekday_index(days.front().date) == 0);
    CHECK(within == calendar::days_between(first, calendar::plus_months(first, 1)));
  }
}

TEST_CASE("every deadline that runs or has passed stands on its day, once") {
  invented::ManyCases many = invented::one_of_each();
  many.list();
  std::map<Date, size_t> expected;
  for (const auto& each : many.state.cases) {
    if (!each.is_open()) continue;
    for (const auto& clock : casework::clocks(each, many.state.setting(many.policy(), each))) {
      if (clock.status == casework::ClockStatus::kRunning ||
          clock.status == casework::ClockStatus::kDueToday ||
          clock.status == casework::ClockStatus::kOverdue) {
        ++expected[clock.deadline.last_day];
      }
    }
  }
  REQUIRE(expected.size() > 2);
  for (const auto& each : expected) {
    const Date day = each.first;
    CAPTURE(calendar::iso(day));
    CHECK(day_of(app::month_of(many.state, day), day).entries.size() == each.second);
  }
  const auto today = day_of(app::month_of(many.state, date(2026, 4, 1)), date(2026, 4, 9));
  REQUIRE(today.entries.size() == 1);
  const app::HomeRow& row = many.state.home[today.entries[0].row];
  CHECK(row.subject == "Today");
  CHECK(row.due_days[today.entries[0].due].status == casework::ClockStatus::kDueToday);
}

TEST_CASE("the days that fill a month’s weeks have nothing: their own month has it") {
  invented::ManyCases many = invented::one_of_each();
  many.list();
  size_t all = 0;
  for (int month = 1; month <= 12; ++month) {
    for (const MonthDay& day : app::month_of(many.state, date(2026, unsigned(month), 1))) {
      if (!day.in_month) CHECK(day.entries.empty());
      all += day.entries.size();
    }
  }
  size_t due = 0;
  for (const app::HomeRow& row : many.state.home) due += row.due_days.size();
  CHECK(all == due);
  const size_t late = app::overdue_before(many.state, date(2027, 1, 1));
  CHECK(late > 0);
  CHECK(late < due);
  CHECK(app::overdue_before(many.state, date(2020, 1, 31)) == 0);
}

TEST_CASE("the months beside one another, to the end of every calendar") {
  CHECK(app::month_beside(date(2026, 3, 31), -1) == date(2026, 2, 1));
  CHECK(app::month_beside(date(2026, 1, 31), 1) == date(2026, 2, 1));
  CHECK(app::month_beside(date(2100, 12, 5), 1) == date(2100, 12, 1));
  CHECK(app::month_beside(date(1990, 1, 5), -1) == date(1990, 1, 1));
}

TEST_CASE("silence that may be escalated counts as overdue here as on home") {
  policy::Policy policy = invented::procedure();
  policy.stages[0].clocks[0].lapse = policy::Lapse::kMayEscalate;
  invented::ManyCases many(date(2026, 4, 30), policy);
  many.open("Silent", date(2026, 4, 1));
  many.list();
  REQUIRE(many.state.home[0].due_days.size() == 1);
  CHECK(many.state.home[0].due_days[0].may_escalate);
  CHECK(many.state.home_list.counts[app::CaseFilter::kOverdue] == 1);
  CHECK(app::overdue_before(many.state, date(2026, 5, 1)) == 1);
}

TEST_CASE("a deadline stands under the stage that it is of, and several under all of them") {
  policy::Policy policy = invented::procedure();
  policy.budgets.push_back({{"stage-1", "stage-2"}, policy.stages[0].clocks[0]});
  policy.budgets[0].clock.id = "both";
  invented::ManyCases many(date(2026, 4, 1), policy);
  many.open("Wren", date(2026, 4, 1));
  many.list();
  std::string stages;
  for (const app::DueDay& due : many.state.home[0].due_days) stages += due.stage + "; ";
  CHECK(stages == "Stage 1; Stages 1 and 2 together; ");
}
