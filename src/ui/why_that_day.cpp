#include "ui/why_that_day.h"

#include "base/text.h"
#include "casework/explanation.h"
#include "ui/policy_words.h"
#include "ui/widgets.h"

namespace ui {
namespace {

using calendar::DayKind;
using calendar::DayStep;

constexpr size_t kMostDays = 42;  // six weeks under one another; more is for the list

// Days that are counted one by one. Months and hours pass over days, which a picture of days does
// not show.
bool has_picture(const casework::Explanation& why) {
  if (why.days.size() < 2 || why.days.size() > kMostDays) return false;
  for (const DayStep& day : why.days) {
    if (day.kind == DayKind::kBetween) return false;
  }
  return true;
}

std::string weekday_of(const DayStep& step, bool first) {
  static const char* kLetters[] = {"M", "T", "W", "T", "F", "S", "S"};
  const std::string letter = kLetters[calendar::weekday_index(step.date)];
  const bool names_month = first || unsigned(step.date.day()) == 1;
  return names_month ? letter + ' ' + calendar::month_name(step.date).substr(0, 3) : letter;
}

std::vector<DayMark> marks(const casework::Explanation& why, calendar::Date last_day) {
  std::vector<DayMark> marks;
  for (const DayStep& step : why.days) {
    DayMark mark;
    mark.start = step.kind == DayKind::kStart;
    mark.weekday = weekday_of(step, mark.start);
    mark.day = std::to_string(unsigned(step.date.day()));
    mark.counted = step.counted;
    mark.skipped = !step.reason.empty();
    mark.end = step.date == last_day;
    marks.push_back(std::move(mark));
  }
  return marks;
}

// Both, so that nobody who knows the other one by heart believes that this is a mistake.
void two_readings(const casework::RunningClock& clock, const casework::OtherReading& other) {
  const auto ends = [](const calendar::Deadline& deadline) {
    return calendar::end_in_words(deadline) + (deadline.provisional ? " (provisional)" : "");
  };
  summary_list("readings-" + clock.key,
               {{base::capitalised(clock.amount), "Counts: " + ends(clock.reckoning.counted), ""},
                {base::capitalised(calendar::in_words(other.amount)),
                 "Does not count. It would be " + ends(other.deadline), ""}});
}

}  // namespace

void why_that_day(const casework::RunningClock& clock, const casework::Setting& setting,
                  const std::string& of) {
  const casework::Explanation why = casework::explain(clock, setting);
  if (has_picture(why)) {
    day_strip("strip-" + clock.key, marks(why, clock.deadline.last_day),
              base::joined(why.by_day, "; "));
  }
  inset(casework::in_words(why));
  if (why.other) two_readings(clock, *why.other);
  if (why.by_day.size() > 1 &&
      details("by-day-" + clock.key, of.empty() ? "Day by day" : "Day by day: " + of)) {
    bullet_list(why.by_day);
  }
}

}  // namespace ui
