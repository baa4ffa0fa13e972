// The bank holidays of the repository's calendar file, for the calendar's suites.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "calendar/holidays.h"

namespace calendar_tests {

inline std::string calendar_file() {
  std::ifstream file(REPOSITORY_DIR "/policies/calendars/bank-holidays.json", std::ios::binary);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline const std::map<std::string, calendar::HolidaySet>& divisions() {
  static const auto read = calendar::read_holidays(calendar_file(), "bank-holidays.json");
  REQUIRE(read.ok());
  return *read;
}

inline const calendar::HolidaySet& england_and_wales() {
  return divisions().at("england-and-wales");
}

}  // namespace calendar_tests
