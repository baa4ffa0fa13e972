#include "calendar/merged_holidays.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "base/order.h"

namespace calendar {
namespace {

// One division while files are laid over one another.
struct Layers {
  std::map<Date, Holiday> days;
  std::map<int, size_t> told_by;
};

void lay(Layers& layers, const HolidaySet& set, size_t file) {
  for (int year = set.first_year(); year <= set.last_year(); ++year) {
    std::erase_if(layers.days, [&](const auto& day) { return int(day.first.year()) == year; });
    layers.told_by[year] = file;
  }
  for (const Holiday& holiday : set.all()) layers.days[holiday.date] = holiday;
}

bool same_days(const std::map<Date, Holiday>& days, const HolidaySet& set) {
  return days.size() == set.all().size() &&
         std::equal(set.all().begin(), set.all().end(), days.begin(),
                    [](const Holiday& holiday, const auto& day) {
                      return holiday.date == day.first && holiday.title == day.second.title &&
                             holiday.substitute == day.second.substitute;
                    });
}

// A version names the days: where they are one file's own, it is that file's.
std::string version_of(const Layers& layers, const std::vector<Divisions>& files,
                       const std::string& division) {
  for (const Divisions& file : files) {
    const auto set = file.find(division);
    if (set != file.end() && same_days(layers.days, set->second)) return set->second.version();
  }
  std::string content;
  for (const auto& [date, holiday] : layers.days) {
    content += iso(date) + ' ' + holiday.title + (holiday.substitute ? " *\n" : "\n");
  }
  return calendar_version(content);
}

// The first year that is missing between those that are told, or 0.
int gap(const std::map<int, size_t>& told_by) {
  for (auto year = told_by.begin(); year != told_by.end() && std::next(year) != told_by.end();
       ++year) {
    if (std::next(year)->first != year->first + 1) return year->first + 1;
  }
  return 0;
}

}  // namespace

base::Result<MergedHolidays> merged(const std::vector<Divisions>& files) {
  std::map<std::string, Layers> all;
  for (size_t file = 0; file < files.size(); ++file) {
    for (const auto& [division, set] : files[file]) lay(all[division], set, file);
  }
  MergedHolidays merged;
  std::vector<base::Error> errors;
  for (auto& [division, layers] : all) {
    if (const int year = gap(layers.told_by)) {
      errors.push_back(
          {base::ErrorCode::kBadValue,
           "Between these years and those already known, " + std::to_string(year) + " is missing.",
           {"", '/' + division},
           "",
           "a file that has " + std::to_string(year) + " too"});
      continue;
    }
    // Parts of two files make no year complete.
    const int first_year = layers.told_by.empty() ? 0 : layers.told_by.begin()->first;
    const int last_year = layers.told_by.empty() ? -1 : layers.told_by.rbegin()->first;
    std::vector<Holiday> holidays;
    for (const auto& [date, holiday] : layers.days) holidays.push_back(holiday);
    merged.divisions.emplace(
        division, HolidaySet(division, std::move(holidays), version_of(layers, files, division),
                             first_year, last_year));
    merged.told_by.emplace(division, std::move(layers.told_by));
  }
  if (!errors.empty()) return errors;
  return merged;
}

std::vector<HolidayChange> changes(const Divisions& before, const Divisions& after) {
  std::vector<HolidayChange> found;
  const auto only_in = [&](const Divisions& these, const Divisions& those, bool added) {
    for (const auto& [division, set] : these) {
      const auto other = those.find(division);
      for (const Holiday& holiday : set.all()) {
        if (other != those.end() && other->second.on(holiday.date)) continue;
        found.push_back({division, holiday, added});
      }
    }
  };
  only_in(after, before, true);
  only_in(before, after, false);
  base::sort(found, [](const HolidayChange& a, const HolidayChange& b) {
    return std::tie(a.division, a.holiday.date) < std::tie(b.division, b.holiday.date);
  });
  return found;
}

}  // namespace calendar
