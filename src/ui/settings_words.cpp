#include "ui/settings_words.h"

#include "policy/rules.h"

namespace ui {

std::string counted(size_t count, const char* one, const char* many) {
  return (count == 0 ? "no" : std::to_string(count)) + " " + (count == 1 ? one : many);
}

std::string cases_in_words(const app::Stored& stored) {
  const size_t all = stored.open_cases + stored.closed_cases;
  std::string words = counted(all, "case", "cases");
  if (all == 0) return words;
  if (stored.closed_cases == 0) return words + (all == 1 ? ", which is open" : ", all open");
  if (stored.open_cases == 0) return words + (all == 1 ? ", which is closed" : ", all closed");
  return words + ", " + std::to_string(stored.open_cases) + " of them open";
}

std::string text_size_in_words(const app::DisplayChoice& choice) {
  return std::to_string(choice.text_percent) + "%";
}

std::string density_in_words(const app::DisplayChoice& choice) {
  return choice.density == app::Density::kCompact ? "Compact" : "Comfortable";
}

std::string theme_in_words(const app::DisplayChoice& choice) {
  switch (choice.theme) {
    case app::ThemeChoice::kAsDevice:
      break;
    case app::ThemeChoice::kLight:
      return "Light";
    case app::ThemeChoice::kDark:
      return "Dark";
  }
  return "As on this device";
}

std::string quiet_after_in_words(int days) {
  return days == 0 ? "Off" : std::to_string(days) + " days";
}

std::string notifications_in_words(const app::AppState& state) {
  switch (state.notifications) {
    case ports::Permission::kRefused:
      return "Refused by the browser";
    case ports::Permission::kNone:
    case ports::Permission::kNotFromPages:
      return "Not possible in this browser";
    case ports::Permission::kNotAsked:
    case ports::Permission::kAllowed:
      break;
  }
  return state.notifications_on() ? "On" : "Off";
}

std::vector<DivisionInUse> divisions_in_use(const app::AppState& state) {
  std::vector<DivisionInUse> all;
  for (const app::KnownPolicy& known : state.policies) {
    if (!known.offered) continue;
    const std::string name = policy::division_in_words(known.policy->division);
    size_t at = 0;
    while (at < all.size() && all[at].name != name) ++at;
    if (at == all.size()) all.push_back({name, &state.holidays_of(*known.policy), {}});
    all[at].procedures.push_back(known.policy->short_title);
  }
  return all;
}

std::string days_in_words(const calendar::ClosureDays& closure) {
  const std::string first = calendar::in_words_with_day(closure.first);
  return closure.first == closure.last ? first
                                       : first + " to " + calendar::in_words_with_day(closure.last);
}

std::string closures_in_words(const std::vector<calendar::ClosureDays>& closures) {
  if (closures.empty()) return "";
  size_t on = 0;
  for (const calendar::ClosureDays& each : closures) on += each.on ? 1 : 0;
  if (on == closures.size()) return on == 1 ? "1, left out" : std::to_string(on) + ", all left out";
  return std::to_string(closures.size()) + ", " + (on == 0 ? "none" : std::to_string(on)) +
         " left out";
}

std::string known_until(const calendar::HolidaySet& holidays) {
  if (holidays.last_year() < holidays.first_year()) return "";
  return calendar::in_words(calendar::date(holidays.last_year(), 12, 31));
}

}  // namespace ui
