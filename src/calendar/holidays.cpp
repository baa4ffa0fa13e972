#include "calendar/holidays.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "base/order.h"
#include "base/sha256.h"
#include "base/strict_json.h"
#include "base/text.h"

namespace calendar {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;

struct KnownDivision {
  std::string_view name;
  int least;  // bank holidays that every year has
};
constexpr std::array<KnownDivision, 3> kDivisions = {
    {{"england-and-wales", 8}, {"northern-ireland", 10}, {"scotland", 9}}};
constexpr int kMostInAYear = 30;       // no year has had half of it
constexpr size_t kLongestTitle = 100;  // code points
constexpr std::string_view kSubstitute = "Substitute day";
constexpr size_t kVersionLength = 12;
constexpr std::string_view kWholeYears = "every bank holiday of each year covered";
constexpr std::string_view kOutside = "a date from 1990 to 2100";
constexpr size_t kFoundLength = 40;

const KnownDivision* known_division(std::string_view name) {
  const auto found = std::find_if(kDivisions.begin(), kDivisions.end(),
                                  [&](const KnownDivision& each) { return each.name == name; });
  return found == kDivisions.end() ? nullptr : &*found;
}

enum class Type { kText, kTrueOrFalse, kList, kObject };

bool has_type(const Json& value, Type type) {
  switch (type) {
    case Type::kText:
      return value.is_string();
    case Type::kTrueOrFalse:
      return value.is_boolean();
    case Type::kList:
      return value.is_array();
    case Type::kObject:
      return value.is_object();
  }
  return false;
}

const char* in_words(Type type) {
  switch (type) {
    case Type::kText:
      return "text";
    case Type::kTrueOrFalse:
      return "true or false";
    case Type::kList:
      return "a list";
    case Type::kObject:
      return "an object";
  }
  return "";
}

std::string found_text(const Json& value) {
  return base::shortened(base::canonical(value), kFoundLength);
}

// Reads GOV.UK's shape, collecting every error.
class Reader {
 public:
  Reader(std::string_view file, Keys keys) : file_(file), keys_(keys) {}

  std::map<std::string, HolidaySet> read(const Json& root) {
    std::map<std::string, HolidaySet> divisions;
    if (!check(root, Type::kObject, "")) return divisions;
    if (root.empty()) {
      add(ErrorCode::kMissingKey, "The file has no division.", "", "", known_divisions());
    }
    for (const auto& [name, content] : root.items()) {
      if (!known_division(name)) {
        if (keys_ == Keys::kExact) {
          add(ErrorCode::kUnknownKey, "This is not a division of the United Kingdom.",
              base::pointer_step(name), base::shortened(name, kFoundLength), known_divisions());
        }
        continue;
      }
      divisions.emplace(name, read_division(name, content));
    }
    if (!root.empty() && divisions.empty() && errors_.empty()) {
      add(ErrorCode::kMissingKey, "The file has no division that is known.", "", "",
          known_divisions());
    }
    return divisions;
  }

  std::vector<Error>& errors() { return errors_; }

 private:
  struct Field {
    const char* key;
    Type type;
  };

  void add(ErrorCode code, std::string message, std::string pointer, std::string found,
           std::string expected) {
    errors_.push_back(Error{code,
                            std::move(message),
                            {file_, std::move(pointer)},
                            std::move(found),
                            std::move(expected)});
  }

  static std::string known_divisions() {
    std::vector<std::string> names;
    for (const KnownDivision& each : kDivisions) names.emplace_back(each.name);
    return base::joined(names, ", ");
  }

  bool check(const Json& value, Type type, const std::string& pointer) {
    if (has_type(value, type)) return true;
    add(ErrorCode::kWrongType, "This has the wrong type.", pointer, found_text(value),
        in_words(type));
    return false;
  }

  // Exactly these keys, each with its type. False when any part is wrong.
  bool check_fields(const Json& object, const std::vector<Field>& fields,
                    const std::string& pointer) {
    if (!check(object, Type::kObject, pointer)) return false;
    const size_t before = errors_.size();
    std::vector<std::string> names;
    for (const Field& field : fields) {
      names.push_back(field.key);
      const auto member = object.find(field.key);
      if (member == object.end()) {
        add(ErrorCode::kMissingKey, std::string("The key \"") + field.key + "\" is missing.",
            pointer, "", field.key);
      } else {
        check(*member, field.type, pointer + '/' + field.key);
      }
    }
    for (const auto& [key, ignored] : object.items()) {
      if (keys_ == Keys::kMayBeMore) break;
      if (std::find(names.begin(), names.end(), key) != names.end()) continue;
      add(ErrorCode::kUnknownKey, "GOV.UK's format does not have this key.",
          pointer + base::pointer_step(key), base::shortened(key, kFoundLength),
          base::joined(names, ", "));
    }
    return errors_.size() == before;
  }

  HolidaySet read_division(const std::string& name, const Json& content) {
    const std::string pointer = '/' + name;
    const size_t before = errors_.size();
    if (!check_fields(content, {{"division", Type::kText}, {"events", Type::kList}}, pointer)) {
      return {};
    }
    if (content["division"] != name) {
      add(ErrorCode::kBadValue, "The division must be the same as its key.", pointer + "/division",
          found_text(content["division"]), name);
    }
    const Json& events = content["events"];
    std::vector<Holiday> holidays;
    std::vector<std::pair<Date, Json>> in_order;
    std::set<Date> seen;
    for (size_t i = 0; i < events.size(); ++i) {
      const std::string place = pointer + "/events/" + std::to_string(i);
      const auto holiday = read_event(events[i], place);
      if (!holiday) continue;
      if (!seen.insert(holiday->date).second) {
        add(ErrorCode::kBadValue, "This date is listed twice.", place + "/date", iso(holiday->date),
            "each date once");
        continue;
      }
      holidays.push_back(*holiday);
      in_order.emplace_back(holiday->date, events[i]);
    }
    if (events.empty()) {
      add(ErrorCode::kBadValue, "This division has no bank holidays.", pointer + "/events", "[]",
          std::string(kWholeYears));
    }
    if (errors_.size() == before) check_years(name, seen, pointer + "/events");

    base::sort(in_order,
               [](const auto& left, const auto& right) { return left.first < right.first; });
    Json sorted = Json::array();
    for (auto& [date, event] : in_order) sorted.push_back(std::move(event));
    return HolidaySet(name, std::move(holidays), calendar_version(base::canonical(sorted)));
  }

  std::optional<Holiday> read_event(const Json& event, const std::string& pointer) {
    if (!check_fields(event,
                      {{"title", Type::kText},
                       {"date", Type::kText},
                       {"notes", Type::kText},
                       {"bunting", Type::kTrueOrFalse}},
                      pointer)) {
      return std::nullopt;
    }
    const auto& title = event["title"].get_ref<const std::string&>();
    if (base::trimmed(title).empty()) {
      add(ErrorCode::kBadValue, "A bank holiday must have a title.", pointer + "/title", "\"\"",
          "text");
    } else if (!base::is_one_line(title) || base::code_point_count(title) > kLongestTitle) {
      add(ErrorCode::kBadValue, "This title is too long, or is not one line.", pointer + "/title",
          found_text(event["title"]),
          "one line of at most " + std::to_string(kLongestTitle) + " characters");
    }
    const auto date = parse_iso(event["date"].get_ref<const std::string&>());
    if (!date) {
      Error error = date.error();
      error.where = {file_, pointer + "/date"};
      errors_.push_back(std::move(error));
      return std::nullopt;
    }
    const int year = static_cast<int>(date->year());
    if (year < kEarliestYear || year > kLatestYear) {
      add(ErrorCode::kBadValue, "This year is not one that a calendar can hold.", pointer + "/date",
          iso(*date), std::string(kOutside));
      return std::nullopt;
    }
    if (is_weekend(*date)) {
      add(ErrorCode::kBadValue,
          "This is a " + weekday_name(*date) +
              "; only the substitute day of a holiday at the weekend is listed.",
          pointer + "/date", iso(*date), "a Monday to a Friday");
      return std::nullopt;
    }
    return Holiday{*date, title, event["notes"] == kSubstitute};
  }

  // Of dates that are right in themselves.
  void check_years(const std::string& division, const std::set<Date>& dates,
                   const std::string& pointer) {
    std::map<int, int> days;
    for (const Date date : dates) ++days[static_cast<int>(date.year())];
    for (const auto& [year, count] : days) {
      if (count <= kMostInAYear) continue;
      add(ErrorCode::kBadValue, "No year has so many bank holidays.", pointer,
          std::to_string(count) + " in " + std::to_string(year),
          "at most " + std::to_string(kMostInAYear));
    }
    const std::vector<int> complete = complete_years(division, {dates.begin(), dates.end()});
    if (complete.empty()) {
      add(ErrorCode::kBadValue, "No year of this division has all its bank holidays.", pointer, "",
          std::string(kWholeYears));
      return;
    }
    int expected = complete.front();
    for (const int year : complete) {
      for (; expected < year; ++expected) {
        const std::string number = std::to_string(expected);
        add(ErrorCode::kBadValue,
            "The year " + number +
                " has not all its bank holidays, though earlier and later years "
                "have.",
            pointer, "", "every bank holiday of " + number);
      }
      expected = year + 1;
    }
  }

  std::string file_;
  Keys keys_;
  std::vector<Error> errors_;
};

}  // namespace

HolidaySet::HolidaySet(std::string division, std::vector<Holiday> holidays, std::string version)
    : division_(std::move(division)), holidays_(std::move(holidays)), version_(std::move(version)) {
  base::sort(holidays_,
             [](const Holiday& left, const Holiday& right) { return left.date < right.date; });
  std::vector<Date> dates;
  for (const Holiday& holiday : holidays_) dates.push_back(holiday.date);
  const std::vector<int> complete = complete_years(division_, dates);
  if (!complete.empty()) {
    first_year_ = complete.front();
    last_year_ = complete.back();
  }
  number_days();
}

HolidaySet::HolidaySet(std::string division, std::vector<Holiday> holidays, std::string version,
                       int first_year, int last_year)
    : HolidaySet(std::move(division), std::move(holidays), std::move(version)) {
  first_year_ = first_year;
  last_year_ = last_year;
}

HolidaySet HolidaySet::with(std::vector<ClosedDay> closed) const {
  if (closed.empty()) return *this;
  HolidaySet set = *this;
  set.closed_.insert(set.closed_.end(), std::make_move_iterator(closed.begin()),
                     std::make_move_iterator(closed.end()));
  base::sort(set.closed_, [](const ClosedDay& a, const ClosedDay& b) { return a.date < b.date; });
  const auto same = [](const ClosedDay& a, const ClosedDay& b) { return a.date == b.date; };
  set.closed_.erase(std::unique(set.closed_.begin(), set.closed_.end(), same), set.closed_.end());
  std::string content = version_;
  for (const ClosedDay& day : set.closed_) content += '\n' + iso(day.date) + ' ' + day.label;
  set.version_ = calendar_version(content);
  set.number_days();
  return set;
}

// The table reaches over every year that has a day off; what is covered does not matter to it.
void HolidaySet::number_days() {
  std::vector<Date> off;
  for (const Holiday& holiday : holidays_) off.push_back(holiday.date);
  for (const ClosedDay& day : closed_) off.push_back(day.date);
  if (off.empty()) return;
  base::sort(off, [](Date left, Date right) { return left < right; });
  working_days_ = WorkingDays(calendar::date(static_cast<int>(off.front().year()), 1, 1),
                              calendar::date(static_cast<int>(off.back().year()), 12, 31), off);
}

const Holiday* HolidaySet::on(Date date) const {
  const auto found =
      std::lower_bound(holidays_.begin(), holidays_.end(), date,
                       [](const Holiday& holiday, Date day) { return holiday.date < day; });
  return found != holidays_.end() && found->date == date ? &*found : nullptr;
}

const ClosedDay* HolidaySet::closed_on(Date date) const {
  const auto found =
      std::lower_bound(closed_.begin(), closed_.end(), date,
                       [](const ClosedDay& closed, Date day) { return closed.date < day; });
  return found != closed_.end() && found->date == date ? &*found : nullptr;
}

bool HolidaySet::covers(Date date) const {
  const int year = static_cast<int>(date.year());
  return first_year_ <= year && year <= last_year_;
}

std::vector<int> complete_years(std::string_view division, const std::vector<Date>& holidays) {
  struct Found {
    int new_year = 0, christmas = 0, all = 0;
  };
  std::map<int, Found> found;
  for (const Date date : holidays) {
    Found& days = found[static_cast<int>(date.year())];
    const auto month = static_cast<unsigned>(date.month()), day = static_cast<unsigned>(date.day());
    if (month == 1 && day <= 3) ++days.new_year;
    if (month == 12 && day >= 25 && day <= 28) ++days.christmas;
    ++days.all;
  }
  const KnownDivision* known = known_division(division);
  const int least = known ? known->least : kDivisions.front().least;
  std::vector<int> complete;
  for (const auto& [year, days] : found) {
    if (days.new_year > 0 && days.christmas > 1 && days.all >= least) complete.push_back(year);
  }
  return complete;
}

std::string calendar_version(std::string_view content) {
  return base::sha256_hex(content).substr(0, kVersionLength);
}

base::Result<std::map<std::string, HolidaySet>> read_holidays(std::string_view json,
                                                              std::string_view file, Keys keys) {
  const auto root = base::parse_json(json, file);
  if (!root) return root.errors();
  Reader reader(file, keys);
  auto divisions = reader.read(*root);
  if (!reader.errors().empty()) return std::move(reader.errors());
  return divisions;
}

}  // namespace calendar
