// Which days count on this device: the bank holidays supplied with Common Ground, GOV.UK's newer
// files that somebody brought, and the days on which an agency is closed. And which were known
// before, so that a deadline that moved can say why.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "calendar/closure_days.h"
#include "calendar/merged_holidays.h"
#include "calendar/uk_time.h"

namespace app {

struct HolidayFile {
  std::string name;         // "bank-holidays.json"
  std::string text;         // as it was read
  calendar::Instant since;  // of a brought one: when it was kept
  calendar::Divisions divisions;
};

// The bank holidays that were known until a moment.
struct EarlierDays {
  calendar::Instant until;
  calendar::Divisions divisions;
};

struct KnownDays {
  std::vector<HolidayFile> supplied;  // from the folder, in the index's order
  std::vector<HolidayFile> brought;   // in the order they were kept
  std::vector<calendar::ClosureDays> closures;
  bool closures_readable = true;  // all that are kept: only then may they be written anew
  // What the folder had when this device was last used, and until when: newest last.
  std::vector<EarlierDays> formerly;

  // Of all of them together, as count_days() made them.
  calendar::Divisions divisions;                         // with the closure days that are on
  std::map<std::string, std::map<int, size_t>> told_by;  // by supplied, then brought
  std::vector<EarlierDays> earlier;  // oldest first, with the closure days of today
};

// Puts the files and the closure days together. Errors: files that leave years between; what they
// bring is left out then, and the folder's own stays.
std::vector<base::Error> count_days(KnownDays& days);
// The same errors, and nothing is changed.
std::vector<base::Error> gaps_of(const KnownDays& days);

// A file that a person picked: what it would change, or what is wrong with it.
struct PickedHolidays {
  HolidayFile file;
  std::vector<calendar::HolidayChange> changes;  // to what is known now, closure days apart
  std::vector<int> new_years;                    // that become known by it, in any division
  std::vector<base::Error> errors;
};
// `bytes` is empty when the file is larger than most_holiday_bytes(), or could not be read. Keys
// that GOV.UK adds are passed over.
PickedHolidays look_at_holidays(std::string name, size_t size, std::string bytes,
                                const KnownDays& days, calendar::Instant now);
size_t most_holiday_bytes();
// A file in order that has nothing to tell.
bool changes_nothing(const PickedHolidays& picked);

}  // namespace app
