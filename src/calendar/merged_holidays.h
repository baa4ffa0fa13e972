// Several files of bank holidays read as one: the one supplied with Common Ground, and newer ones
// of GOV.UK that somebody brought. Merged, never replacing: GOV.UK's file drops its oldest years,
// and a case of those years must keep its days.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "calendar/holidays.h"

namespace calendar {

using Divisions = std::map<std::string, HolidaySet>;

struct MergedHolidays {
  Divisions divisions;
  // Of each division's years, the file that tells: its place in the list that was merged.
  std::map<std::string, std::map<int, size_t>> told_by;
};

// The later file tells the years that it has complete, and takes away what others had in them (a
// holiday that was moved stands once); of a year that it has in part, it only adds days. Without
// bank holidays at all when there is no file. Errors: a gap of years between the files.
base::Result<MergedHolidays> merged(const std::vector<Divisions>& files);

struct HolidayChange {
  std::string division;
  Holiday holiday;
  bool added = false;  // or taken away
};
// By division, then by date; a holiday under a new title alone is no change.
std::vector<HolidayChange> changes(const Divisions& before, const Divisions& after);

}  // namespace calendar
