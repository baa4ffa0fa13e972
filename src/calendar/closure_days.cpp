#include "calendar/closure_days.h"

#include "base/text.h"

namespace calendar {
namespace {

bool in_a_calendar(Date date) {
  const int year = static_cast<int>(date.year());
  return kEarliestYear <= year && year <= kLatestYear;
}

}  // namespace

base::Result<ClosureDays> checked(ClosureDays closure) {
  std::vector<base::Error> errors;
  const auto refuse = [&](std::string message, const char* field, std::string found,
                          std::string expected) {
    errors.push_back({base::ErrorCode::kBadValue,
                      std::move(message),
                      {"", field},
                      std::move(found),
                      std::move(expected)});
  };
  closure.label = base::trimmed(closure.label);
  if (closure.label.empty()) {
    refuse("Enter what the days are called", "label", "", "for example, training day");
  } else if (base::code_point_count(closure.label) > kLongestClosureLabel ||
             !base::is_one_line(closure.label)) {
    const std::string most =
        "one line of at most " + std::to_string(kLongestClosureLabel) + " characters";
    refuse("Enter " + most, "label", "", most);
  }
  const std::string years =
      "a year from " + std::to_string(kEarliestYear) + " to " + std::to_string(kLatestYear);
  if (!in_a_calendar(closure.first)) {
    refuse("The first day must be in " + years, "first", iso(closure.first), years);
  }
  if (!in_a_calendar(closure.last)) {
    refuse("The last day must be in " + years, "last", iso(closure.last), years);
  } else if (closure.last < closure.first) {
    refuse("The last day must be the first day or later", "last", iso(closure.last),
           iso(closure.first) + " or later");
  } else if (days_between(closure.first, closure.last) >= kLongestClosure) {
    const std::string most = "at most " + std::to_string(kLongestClosure) + " days";
    refuse("Enter " + most + " at once: look at the last day", "last", iso(closure.last), most);
  }
  if (!errors.empty()) return errors;
  return closure;
}

HolidaySet with_closures(const HolidaySet& holidays, const std::vector<ClosureDays>& closures) {
  std::vector<ClosedDay> closed;
  for (const ClosureDays& closure : closures) {
    if (!closure.on) continue;
    for (int day = 0; day <= days_between(closure.first, closure.last); ++day) {
      closed.push_back({plus_days(closure.first, day), closure.label});
    }
  }
  return holidays.with(std::move(closed));
}

}  // namespace calendar
