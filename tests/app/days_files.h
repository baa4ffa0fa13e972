// Files of bank holidays as GOV.UK publishes them, made from the one that is shipped.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/known_days.h"
#include "base/strict_json.h"
#include "casework/invented.h"

namespace fakes {

inline constexpr char kFolderDays[] = "policies/calendars/bank-holidays.json";
inline constexpr char kDivision[] = "england-and-wales";

inline base::Json shipped_days() {
  auto json = base::parse_json(invented::read_text(kFolderDays), "bank-holidays.json");
  REQUIRE(json);
  return *json;
}

// Of England and Wales, with days added at the end.
inline base::Json with_days(base::Json days,
                            const std::vector<std::pair<const char*, const char*>>& added) {
  for (const auto& [date, title] : added) {
    days[kDivision]["events"].push_back(
        {{"title", title}, {"date", date}, {"notes", ""}, {"bunting", true}});
  }
  return days;
}
inline base::Json without_day(base::Json days, std::string_view date) {
  base::Json& events = days[kDivision]["events"];
  for (size_t i = 0; i < events.size(); ++i) {
    if (events[i]["date"] == date) {
      events.erase(i);
      return days;
    }
  }
  FAIL("no such day");
  return days;
}
// A year has as many days as before: only which of them they are.
inline base::Json with_day_moved(const base::Json& days, const char* from, const char* to) {
  return with_days(without_day(days, from), {{to, "A moved day"}});
}
inline base::Json with_2029(const base::Json& days) {
  return with_days(days, {{"2029-01-01", "New Year’s Day"},
                          {"2029-03-30", "Good Friday"},
                          {"2029-04-02", "Easter Monday"},
                          {"2029-05-07", "Early May bank holiday"},
                          {"2029-05-28", "Spring bank holiday"},
                          {"2029-08-27", "Summer bank holiday"},
                          {"2029-12-25", "Christmas Day"},
                          {"2029-12-26", "Boxing Day"}});
}
// Only the days from that year on, as GOV.UK drops its oldest years.
inline base::Json from_year(base::Json days, const std::string& year) {
  for (auto& [division, content] : days.items()) {
    base::Json kept = base::Json::array();
    for (const base::Json& event : content["events"]) {
      if (event["date"].get<std::string>() >= year) kept.push_back(event);
    }
    content["events"] = std::move(kept);
  }
  return days;
}

// A year by itself. Requires: 1 January, 25 and 26 December are no weekend.
inline base::Json only_year(const std::string& year) {
  base::Json days;
  days[kDivision] = {{"division", kDivision}, {"events", base::Json::array()}};
  const std::string first = year + "-01-01", last = year + "-12-25", second = year + "-12-26";
  days = with_days(days, {{first.c_str(), "New Year’s Day"},
                          {last.c_str(), "Christmas Day"},
                          {second.c_str(), "Boxing Day"}});
  // As many as the law gives, whichever they are.
  for (unsigned day = 1, added = 0; added < 5; ++day) {
    const calendar::Date date = calendar::date(std::stoi(year), 6, day);
    if (calendar::is_weekend(date)) continue;
    days = with_days(days, {{calendar::iso(date).c_str(), "A bank holiday"}});
    ++added;
  }
  return days;
}

inline app::HolidayFile holiday_file(const base::Json& days, calendar::Instant since = {}) {
  const std::string text = days.dump();
  auto divisions = calendar::read_holidays(text, "test.json", calendar::Keys::kMayBeMore);
  if (!divisions) FAIL(base::describe(divisions.error()));
  return {"bank-holidays.json", text, since, *divisions};
}

}  // namespace fakes
