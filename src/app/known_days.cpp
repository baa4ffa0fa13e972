#include "app/known_days.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/strict_json.h"

namespace app {
namespace {

using base::ErrorCode;
using calendar::Divisions;
using calendar::Instant;

// GOV.UK's file has 30 KB.
constexpr size_t kMostBytes = 1u << 20;

std::vector<Divisions> divisions_of(const std::vector<HolidayFile>& files) {
  std::vector<Divisions> all;
  for (const HolidayFile& file : files) all.push_back(file.divisions);
  return all;
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
    std::vector<Divisions> files;
    const auto before = std::find_if(days.formerly.begin(), days.formerly.end(),
                                     [&](const HolidayFile& file) { return until <= file.since; });
    if (before != days.formerly.end()) {
      files.push_back(before->divisions);
    } else {
      files = divisions_of(days.supplied);
    }
    for (const HolidayFile& file : days.brought) {
      if (file.since < until) files.push_back(file.divisions);
    }
    if (const auto merged = calendar::merged(files)) {
      earlier.push_back({until, with_closures(merged->divisions, days.closures)});
    }
  };
  std::set<Instant> changes;
  for (const HolidayFile& file : days.formerly) changes.insert(file.since);
  for (const HolidayFile& file : days.brought) changes.insert(file.since);
  for (const Instant change : changes) known_until(change);
  return earlier;
}

}  // namespace

std::vector<base::Error> count_days(KnownDays& days) {
  std::vector<Divisions> files = divisions_of(days.supplied);
  std::vector<base::Error> errors;
  auto merged = calendar::merged(files);
  if (!merged) {
    errors = merged.errors();
    for (size_t i = 1; i < files.size(); ++i) files[i].clear();  // each keeps its place
    merged = calendar::merged(files);
  }
  for (const HolidayFile& file : days.brought) files.push_back(file.divisions);
  if (auto with_brought = calendar::merged(files)) {
    merged = std::move(with_brought);
  } else if (errors.empty()) {
    errors = with_brought.errors();
  }
  days.told_by = merged->told_by;
  days.divisions = with_closures(merged->divisions, days.closures);
  days.earlier = earlier_days(days);
  return errors;
}

PickedHolidays look_at_holidays(std::string name, size_t size, std::string bytes,
                                const KnownDays& days, Instant now) {
  PickedHolidays picked;
  picked.file = {std::move(name), std::move(bytes), now, {}};
  const std::string& file = picked.file.name;
  if (size > kMostBytes) {
    picked.errors = {{ErrorCode::kTooLarge,
                      "This file is too large for a list of bank holidays.",
                      {file, ""},
                      "",
                      "at most 1 MB"}};
    return picked;
  }
  if (picked.file.text.size() < size) {
    picked.errors = {{ErrorCode::kNotFound,
                      "This file could not be read; check that it is still there and pick it "
                      "again.",
                      {file, ""},
                      "",
                      ""}};
    return picked;
  }
  auto read = calendar::read_holidays(picked.file.text, file, calendar::Keys::kMayBeMore);
  if (!read) {
    picked.errors = read.errors();
    return picked;
  }
  picked.file.divisions = std::move(read).value();
  std::vector<Divisions> files = divisions_of(days.supplied);
  for (const HolidayFile& each : days.brought) files.push_back(each.divisions);
  const auto before = calendar::merged(files);
  files.push_back(picked.file.divisions);
  const auto after = calendar::merged(files);
  if (!after) {
    picked.errors = after.errors();
    return picked;
  }
  const Divisions none;
  picked.changes = calendar::changes(before ? before->divisions : none, after->divisions);
  std::set<int> years;
  for (const auto& [division, told] : after->told_by) {
    for (const auto& [year, by] : told) {
      const auto known = before ? before->divisions.find(division) : none.end();
      const bool was = before && known != before->divisions.end() &&
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
