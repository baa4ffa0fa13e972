// Bank holidays of the three divisions, read from a file in GOV.UK's published JSON shape
// (policies/calendars/bank-holidays.json; https://www.gov.uk/bank-holidays.json).
// Not holidays by rule: an announced holiday (a state funeral) exists only in the data.
#pragma once

#include <map>
#include <optional>
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

// One division's holidays. Every day of every year from first_year() to last_year() is known.
// Empty by default: covers nothing, every weekday works.
class HolidaySet {
 public:
  HolidaySet() = default;
  // The holidays in any order; the years they fall in are the years covered.
  HolidaySet(std::string division, std::vector<Holiday> holidays, std::string version);

  const std::string& division() const { return division_; }
  const std::vector<Holiday>& all() const { return holidays_; }  // by date
  const Holiday* on(Date date) const;                            // nullptr: not a bank holiday
  int first_year() const { return first_year_; }
  int last_year() const { return last_year_; }
  bool covers(Date date) const;
  // Twelve hexadecimal characters of the SHA-256 of the division's events: recorded in each
  // deadline.
  const std::string& version() const { return version_; }
  const WorkingDays& working_days() const { return working_days_; }

 private:
  std::string division_;
  std::vector<Holiday> holidays_;
  std::string version_;
  int first_year_ = 0;
  int last_year_ = -1;
  WorkingDays working_days_;
};

// Strict reading; all errors of the file at once. Errors: anything not in the shape, a division or
// key that is not GOV.UK's, a date that does not exist, falls on a weekend or is listed twice, and
// a year left out between the first and the last. At least one division; `notes` is "Substitute
// day" for a substitute.
base::Result<std::map<std::string, HolidaySet>> read_holidays(std::string_view json,
                                                              std::string_view file);

}  // namespace calendar
