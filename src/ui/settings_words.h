// Words that the pages of the settings share: what is chosen, how much there is. Internal to
// src/ui.
#pragma once

#include <string>
#include <vector>

#include "app/state.h"
#include "app/stored.h"

namespace ui {

// "1 case", "12 cases", "no cases".
std::string counted(size_t count, const char* one, const char* many);
// "3 cases, 2 of them open".
std::string cases_in_words(const app::Stored& stored);

std::string text_size_in_words(const app::DisplayChoice& choice);  // "125%"
std::string density_in_words(const app::DisplayChoice& choice);    // "Compact"
std::string theme_in_words(const app::DisplayChoice& choice);      // "Dark"

std::string quiet_after_in_words(int days);  // "10 days", "Off"
// "On", "Off", "Refused by the browser": as things stand, not as they were wished.
std::string notifications_in_words(const app::AppState& state);

// "England and Wales": where the bank holidays of the offered procedures are, each once; with how
// far they are known: "England and Wales, up to 31 December 2028".
struct DivisionInUse {
  std::string name;
  const calendar::HolidaySet* holidays;  // may cover nothing
  std::vector<std::string> procedures;   // short titles
};
std::vector<DivisionInUse> divisions_in_use(const app::AppState& state);
// Where GOV.UK has its list of bank holidays for programs; a person opens it, nothing here does.
inline constexpr char kHolidaysAddress[] = "https://www.gov.uk/bank-holidays.json";
// "Friday 3 July 2026", "Monday 21 December 2026 to Friday 1 January 2027".
std::string days_in_words(const calendar::ClosureDays& closure);
// "2, 1 left out"; empty when there is none.
std::string closures_in_words(const std::vector<calendar::ClosureDays>& closures);
std::string known_until(const calendar::HolidaySet& holidays);  // "31 December 2028", or empty

}  // namespace ui
