#include "app/known_days.h"

#include <algorithm>
#include <set>
#include <utility>

#include "app/picked_file.h"
#include "base/strict_json.h"

namespace app {
namespace {

using calendar::Divisions;
using calendar::Instant;

// GOV.UK's file has 30 KB.
constexpr size_t kMostBytes = 1u << 20;

// Since when the folder is as it is; for ever, as far as this device knows, when it never changed.
Instant folder_since(const KnownDays& days) {
  return days.formerly.empty() ? Instant{INT64_MIN} : days.formerly.back().until;
}

// Files are laid over one another in the order in which this device learnt of them: what was
// brought before the folder changed lies beneath the folder.
struct Laid {
  calendar::MergedHolidays merged;
  std::vector<base::Error> errors;  // files that leave years between; those are left out
};

Laid lay(const KnownDays& days, const HolidayFile* picked = nullptr) {
  const size_t supplied = days.supplied.size();
  std::vector<size_t> order;  // by supplied, then brought
  const auto add_brought = [&](bool before_folder) {
    for (size_t i = 0; i < days.brought.size(); ++i) {
      if ((days.brought[i].since < folder_since(days)) == before_folder) {
        order.push_back(supplied + i);
      }
    }
  };
  add_brought(true);
  for (size_t i = 0; i < supplied; ++i) order.push_back(i);
  add_brought(false);
  if (picked) order.push_back(supplied + days.brought.size());
  // One that leaves years between is left out: what was brought; else what the folder has besides
  // its first file; else both.
  const auto merged_of = [&](bool newer, bool brought) {
    std::erase_if(order, [&](size_t i) { return i >= supplied ? !brought : i > 0 && !newer; });
    std::vector<Divisions> files;
    for (const size_t i : order) {
      files.push_back(i < supplied                         ? days.supplied[i].divisions
                      : i - supplied < days.brought.size() ? days.brought[i - supplied].divisions
                                                           : picked->divisions);
    }
    return calendar::merged(files);
  };
  Laid laid;
  const std::vector<size_t> all = order;
  auto merged = merged_of(true, true);
  if (!merged) laid.errors = merged.errors();
  for (const auto& [newer, brought] : {std::pair(true, false), {false, true}, {false, false}}) {
    if (merged) break;
    order = all;
    merged = merged_of(newer, brought);
  }
  if (!merged) return laid;  // never: one file alone leaves nothing between
  laid.merged = std::move(merged).value();
  for (auto& [division, told_by] : laid.merged.told_by) {
    for (auto& [year, file] : told_by) file = order[file];
  }
  return laid;
}

Divisions with_closures(const Divisions& divisions,
                        const std::vector<calendar::ClosureDays>& closures) {
  Divisions all;
  for (const auto& [division, set] : divisions) {
    all.emplace(division, calendar::with_closures(set, closures));
  }
  return all;
}

// What was known before each change: of the folder's files, and of those that were brought.
std::vector<EarlierDays> earlier_days(const KnownDays& days) {
  std::vector<EarlierDays> earlier;
  const auto known_until = [&](Instant until) {
    KnownDays then;
    then.supplied = days.supplied;
    for (const EarlierDays& folder : days.formerly) {
      if (until <= folder.until) {
        then.supplied = {{"", "", {}, folder.divisions}};
        break;
      }
      then.formerly.push_back(folder);
    }
    for (const HolidayFile& file : days.brought) {
      if (file.since < until) then.brought.push_back(file);
    }
    earlier.push_back({until, with_closures(lay(then).merged.divisions, days.closures)});
  };
  std::set<Instant> changes;
  for (const EarlierDays& folder : days.formerly) changes.insert(folder.until);
  for (const HolidayFile& file : days.brought) changes.insert(file.since);
  for (const Instant change : changes) known_until(change);
  return earlier;
}

}  // namespace

std::vector<base::Error> count_days(KnownDays& days) {
  Laid laid = lay(days);
  days.told_by = std::move(laid.merged.told_by);
  days.divisions = with_closures(laid.merged.divisions, days.closures);
  days.earlier = earlier_days(days);
  return std::move(laid.errors);
}

std::vector<base::Error> gaps_of(const KnownDays& days) {
  return lay(days).errors;
}

PickedHolidays look_at_holidays(std::string name, size_t size, std::string bytes,
                                const KnownDays& days, Instant now) {
  PickedHolidays picked;
  picked.file = {std::move(name), std::move(bytes), now, {}};
  const std::string& file = picked.file.name;
  if (auto error = unusable(file, size, picked.file.text, kMostBytes, "a list of bank holidays")) {
    picked.errors = {std::move(*error)};
    return picked;
  }
  auto read = calendar::read_holidays(picked.file.text, file, calendar::Keys::kMayBeMore);
  if (!read) {
    picked.errors = read.errors();
    return picked;
  }
  picked.file.divisions = std::move(read).value();
  const Laid before = lay(days);
  const Laid after = lay(days, &picked.file);
  // A folder that leaves years between does so with and without the file.
  if (!after.errors.empty() && before.errors.empty()) {
    picked.errors = after.errors;
    return picked;
  }
  picked.changes = calendar::changes(before.merged.divisions, after.merged.divisions);
  std::set<int> years;
  for (const auto& [division, told] : after.merged.told_by) {
    for (const auto& [year, by] : told) {
      const auto known = before.merged.divisions.find(division);
      const bool was = known != before.merged.divisions.end() &&
                       known->second.covers(calendar::date(year, 1, 1));
      if (!was) years.insert(year);
    }
  }
  picked.new_years.assign(years.begin(), years.end());
  return picked;
}

size_t most_holiday_bytes() {
  return kMostBytes;
}

bool changes_nothing(const PickedHolidays& picked) {
  return picked.errors.empty() && picked.changes.empty() && picked.new_years.empty();
}

}  // namespace app
