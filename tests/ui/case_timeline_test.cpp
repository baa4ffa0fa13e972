// A case as a line of time, and the same in sentences.
#include "ui/case_timeline.h"

#include <doctest/doctest.h>

#include "casework/invented.h"

using namespace invented;
using ui::CaseTimeline;
using ui::Timeline;

namespace {

const Date kDay = date(2026, 4, 1);

CaseTimeline drawn(const Running& running) {
  return ui::case_timeline(running.state(), running.setting(),
                           casework::clocks(running.state(), running.setting()));
}

// The day of the first mark with that label; -1: none.
std::string day_of(const CaseTimeline& both, const std::string& label) {
  for (const Timeline::Mark& mark : both.line.marks) {
    if (mark.label == label) return both.line.days[mark.day].date;
  }
  return "";
}

bool says(const CaseTimeline& both, const std::string& words) {
  return both.words.find(words) != std::string::npos;
}

// Everything that the picture points at is one of its days.
void check_in_range(const CaseTimeline& both) {
  const Timeline& line = both.line;
  CHECK(line.days.size() <= size_t(ui::kMostDaysDrawn));
  for (const Timeline::Mark& mark : line.marks) CHECK(mark.day < line.days.size());
  for (const Timeline::Bar& bar : line.bars) {
    CHECK(bar.from <= bar.to);
    CHECK(bar.to < line.days.size());
  }
}

}  // namespace

TEST_CASE("a week before the case to two weeks after its last deadline") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  const CaseTimeline both = drawn(running);
  CHECK(both.line.days.front().date == "25 March 2026");
  CHECK(both.line.days.back().date == "21 April 2026");  // the deadline is 7 April
  CHECK(both.line.days[both.line.today].date == "1 April 2026");
  check_in_range(both);
  CHECK(day_of(both, "Raised") == "1 April 2026");
  CHECK(day_of(both, "Stage 1 due") == "7 April 2026");
  CHECK(both.line.marks.back().flag);
  CHECK_FALSE(both.line.marks.back().overdue);
}

TEST_CASE("weekends and bank holidays are shaded, and the holidays are named") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  const CaseTimeline both = drawn(running);
  std::string off;
  for (const Timeline::Day& day : both.line.days) {
    if (day.off && day.label.find("Apr") != std::string::npos) off += day.label + ", ";
  }
  CHECK(off == "3 Apr, 4 Apr, 5 Apr, 6 Apr, 11 Apr, 12 Apr, 18 Apr, 19 Apr, ");
  CHECK(both.line.days[7].label == "April");
  CHECK(says(both,
             "Saturdays and Sundays do not count, nor 3 April 2026 (Good Friday) and "
             "6 April 2026 (Easter Monday)."));
}

TEST_CASE("stages are bars, events are marks on the day on which they happened") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.on(date(2026, 4, 9)).talk_on(date(2026, 4, 2));
  running.enter("stage-2");
  running.on(date(2026, 4, 13)).issue();
  const CaseTimeline both = drawn(running);
  check_in_range(both);
  REQUIRE(both.line.bars.size() == 2);
  CHECK(both.line.bars[0].label == "Stage 1");
  CHECK(both.line.days[both.line.bars[0].from].date == "1 April 2026");
  CHECK(both.line.days[both.line.bars[0].to].date == "9 April 2026");
  CHECK_FALSE(both.line.bars[0].current);
  CHECK(both.line.days[both.line.bars[1].to].date == "13 April 2026");
  CHECK(both.line.bars[1].current);
  CHECK(day_of(both, "Discussion") == "2 April 2026");
  CHECK(day_of(both, "Notice") == "13 April 2026");
  CHECK(says(both, "Today is Monday 13 April 2026."));
  CHECK(says(both, "Stage 1 from 1 April 2026 to 9 April 2026; stage 2 since 9 April 2026."));
  CHECK(says(both,
             "What happened: raised on 1 April 2026; discussion on 2 April 2026; notice on "
             "13 April 2026."));
  CHECK(says(both,
             "Deadlines: stage 1: the discussion takes place by the end of Tuesday 7 April 2026 "
             "(met); stage 2: the discussion takes place by the end of"));
}

TEST_CASE("a flag is overdue when its time has passed, not where silence may be escalated") {
  policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.on(date(2026, 4, 20));
  const CaseTimeline late = drawn(running);
  CHECK(late.line.marks.back().overdue);
  CHECK(late.line.days.back().date == "4 May 2026");  // two weeks after today
  CHECK(says(late, "7 April 2026 (overdue)"));
  policy.stages[0].clocks[0].lapse = policy::Lapse::kMayEscalate;
  CHECK_FALSE(drawn(running).line.marks.back().overdue);
  CHECK(says(drawn(running), "(may be escalated)"));
}

TEST_CASE("a case of years does not make a day for each of them") {
  const policy::Policy policy = procedure();
  Running running(policy, date(1998, 4, 1));
  running.on(date(2026, 4, 1)).talk();
  const CaseTimeline both = drawn(running);
  CHECK(both.line.days.size() == size_t(ui::kMostDaysDrawn));
  check_in_range(both);
  CHECK(both.line.days[both.line.today].date == "1 April 2026");
  CHECK(day_of(both, "Raised").empty());
  CHECK(day_of(both, "Discussion") == "1 April 2026");
  // What is not drawn is told.
  CHECK(says(both, "raised on 1 April 1998"));
  CHECK(says(both, "The picture begins with " + both.line.days.front().date + "."));
}

TEST_CASE("a time agreed for years ahead does not push today out of the picture") {
  policy::Policy policy = procedure();
  policy.stages[1].clocks[0].amount = {};
  Running running(policy, kDay);
  running.enter("stage-2");
  running.agree("time-2", date(2040, 1, 2));
  const CaseTimeline both = drawn(running);
  check_in_range(both);
  CHECK(both.line.days[both.line.today].date == "1 April 2026");
  CHECK(says(both, "2 January 2040"));
}

TEST_CASE("a closed case ends with what happened, and today need not be among its days") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.on(date(2026, 4, 2)).talk("They agree");
  running.resolve();
  running.on(date(2027, 4, 2));
  const CaseTimeline both = drawn(running);
  check_in_range(both);
  CHECK(both.line.today == both.line.days.size());
  CHECK(both.line.days.back().date == "21 April 2026");
  CHECK_FALSE(both.line.bars.back().current);
  CHECK(day_of(both, "Resolved") == "2 April 2026");
  CHECK_FALSE(says(both, "Today"));
}
