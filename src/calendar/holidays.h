// Bank holidays of the three divisions, read from a file in GOV.UK's published JSON shape
// (policies/calendars/bank-holidays.json; https://www.gov.uk/bank-holidays.json).
// Not holidays by rule: an announced holiday (a state funeral) exists only in the data.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "calendar/civil_date.h"
#include "calendar/working_days.h"

namespace calendar {

struct Holiday {
  Date date;
  std::string title;  // "Boxing Day"
  bool substitute = false;
};

// A day on which one agency does not work, whatever the others do (closure_days.h).
struct ClosedDay {
  Date date;
  std::string label;  // "School closed for training"
};

// One division's holidays. Every bank holiday of every year from first_year() to last_year() is
// known. Empty by default: covers nothing, every weekday works.
class HolidaySet {
 public:
  HolidaySet() = default;
  // The holidays in any order. The years covered are complete_years(): one day announced early
  // makes no year known. Requires: no year between two of those is incomplete.
  HolidaySet(std::string division, std::vector<Holiday> holidays, std::string version);
  // The same with the years told: those of several files laid over one another.
  HolidaySet(std::string division, std::vector<Holiday> holidays, std::string version,
             int first_year, int last_year);
  // The same with these days taken off too. They make no year known. One date twice: the first
  // label tells.
  HolidaySet with(std::vector<ClosedDay> closed) const;

  const std::string& division() const { return division_; }
  const std::vector<Holiday>& all() const { return holidays_; }  // by date
  const Holiday* on(Date date) const;                            // nullptr: not a bank holiday
  const ClosedDay* closed_on(Date date) const;                   // nullptr: not closed
  int first_year() const { return first_year_; }
  int last_year() const { return last_year_; }
  bool covers(Date date) const;
  // Twelve hexadecimal characters of the SHA-256 of the division's events, and of the closed days
  // when there are any: recorded in each deadline.
  const std::string& version() const { return version_; }
  const WorkingDays& working_days() const { return working_days_; }

 private:
  void number_days();

  std::string division_;
  std::vector<Holiday> holidays_;
  std::vector<ClosedDay> closed_;
  std::string version_;
  int first_year_ = 0;
  int last_year_ = -1;
  WorkingDays working_days_;
};

// Strict reading; all errors of the file at once. Errors: anything not in the shape, a division or
// key that is not GOV.UK's, a title that is empty, too long or not one line, a date that does not
// exist, falls on a weekend, outside 1990 to 2100 or is listed twice, a year of more days than any
// has, no year that is complete, and a year that is not between two that are. At least one
// division; `notes` is "Substitute day" for a substitute. A newer file may have keys and divisions
// that GOV.UK added since: kMayBeMore passes them over.
enum class Keys { kExact, kMayBeMore };
base::Result<std::map<std::string, HolidaySet>> read_holidays(std::string_view json,
                                                              std::string_view file,
                                                              Keys keys = Keys::kExact);

// The years whose list is complete: each has its New Year (a day from 1 to 3 January), its
// Christmas (two from 25 to 28 December), and as many as the division has in every year: eight, in
// Scotland nine, in Northern Ireland ten (Banking and Financial Dealings Act 1971, Schedule 1, with
// the days that are proclaimed every year).
std::vector<int> complete_years(std::string_view division, const std::vector<Date>& holidays);

constexpr int kEarliestYear = 1990, kLatestYear = 2100;  // what a calendar may hold

// Twelve hexadecimal characters of a SHA-256.
std::string calendar_version(std::string_view content);

}  // namespace calendar
