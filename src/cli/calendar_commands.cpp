// calendar add, between, convert, changes: what the calendar answers, a line for a line, so that
// whole lists can be held beside what other programs answer.
#include <charconv>
#include <cstdio>
#include <optional>
#include <utility>

#include "base/text.h"
#include "calendar/deadline.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/output.h"
#include "cli/told_case.h"
#include "policy/spellings.h"
#include "policy/words.h"

namespace cli {
namespace {

using base::Error;
using base::ErrorCode;
using calendar::Date;
using calendar::HolidaySet;
using calendar::Instant;

using Words = std::vector<std::string>;
using Answer = base::Result<std::string> (*)(const Words&, const HolidaySet&);

constexpr size_t kMostErrors = 20;   // a file of another kind has an error in every line
constexpr int kLargestCount = 9999;  // of any unit; the years stay far from what a date can hold
constexpr const char* kProvisional = " provisional";

Words words_of(std::string_view line) {
  Words words;
  std::string word;
  for (const char c : line) {
    const bool is_space = c == ' ' || c == '\t' || c == '\r';
    if (!is_space) word += c;
    if (is_space && !word.empty()) words.push_back(std::exchange(word, {}));
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

Error wrong(std::string message, const std::string& found, std::string expected) {
  return {ErrorCode::kBadValue, std::move(message), {}, found, std::move(expected)};
}

Error wrong_words(const Words& words, const char* expected) {
  return {ErrorCode::kBadSyntax,
          "This line has other words than were asked for.",
          {},
          base::joined(words, " "),
          expected};
}

std::optional<int> count_from(const std::string& word) {
  int count = 0;
  const char* end = word.data() + word.size();
  const auto [stopped, error] = std::from_chars(word.data(), end, count);
  if (error != std::errc() || stopped != end || count < 0 || count > kLargestCount) {
    return std::nullopt;
  }
  return count;
}

std::optional<calendar::Unit> unit_from(const std::string& word) {
  for (const auto& spelling : policy::kUnits) {
    if (spelling.word == word) return spelling.value;
  }
  return std::nullopt;
}

std::string units() {
  std::vector<std::string> words;
  for (const auto& spelling : policy::kUnits) words.emplace_back(spelling.word);
  return policy::listed_with_or(words);
}

base::Result<std::string> added(const Words& words, const HolidaySet& holidays) {
  if (words.size() != 3) return wrong_words(words, "2026-04-01 2 working_days");
  const auto start = moment(words[0]);
  if (!start) return start.errors();
  const auto count = count_from(words[1]);
  if (!count) return wrong("This is not a number of them.", words[1], "0 to 9999");
  const auto unit = unit_from(words[2]);
  if (!unit) return wrong("This is not a unit of time.", words[2], units());
  const calendar::Deadline deadline = calendar::deadline_after(*start, {*count, *unit}, holidays);
  std::string answer = calendar::iso(deadline.last_day);
  if (*unit == calendar::Unit::kHours) answer += ' ' + calendar::iso(deadline.ends);
  return answer + (deadline.provisional ? kProvisional : "");
}

base::Result<std::string> counted_between(const Words& words, const HolidaySet& holidays) {
  if (words.size() != 2) return wrong_words(words, "2026-04-01 2026-04-07");
  const auto from = calendar::parse_iso(words[0]);
  if (!from) return from.errors();
  const auto to = calendar::parse_iso(words[1]);
  if (!to) return to.errors();
  const bool known = holidays.covers(*from) && holidays.covers(*to);
  return std::to_string(calendar::working_days_between(*from, *to, holidays)) +
         (known ? "" : kProvisional);
}

base::Result<std::string> converted(const Words& words, const HolidaySet&) {
  if (words.size() != 1) return wrong_words(words, "2026-03-29T01:00:00.000Z");
  if (words[0].back() != 'Z') {
    const auto instant = moment(words[0]);
    if (!instant) return instant.errors();
    return calendar::iso(*instant);
  }
  const auto instant = calendar::parse_iso_instant(words[0]);
  if (!instant) return instant.errors();
  const calendar::UkDateTime local = calendar::to_uk(*instant);
  char time[16];
  std::snprintf(time, sizeof time, "T%02d:%02d ", local.time.hour, local.time.minute);
  return calendar::iso(local.date) + time + (local.summer ? "BST" : "GMT");
}

// The answers to standard output when every line has one; else the lines that have none.
int answer_lines(Answer answer, const HolidaySet& holidays) {
  const auto input = read_input();
  if (!input) return refuse(input.errors(), "", "", false);
  const std::vector<std::string_view> lines = base::split_lines(*input);
  std::string answers;
  std::vector<Error> errors;
  for (size_t i = 0; i < lines.size() && errors.size() < kMostErrors; ++i) {
    const auto line = answer(words_of(lines[i]), holidays);
    if (line) {
      answers += *line + '\n';
      continue;
    }
    Error error = line.error();
    error.where.file = "line " + std::to_string(i + 1);
    errors.push_back(std::move(error));
  }
  if (!errors.empty()) return refuse(errors, "", "", false);
  if (!answers.empty()) print_text(answers);
  return kDone;
}

int answer_with_holidays(Answer answer, const CalendarOptions& options) {
  const auto holidays = read_division(options.calendar, options.division);
  if (!holidays) return refuse(holidays.errors(), "", "", false);
  return answer_lines(answer, *holidays);
}

// The first moment of the other time, somewhere in the day that begins at `from`.
Instant change_within(Instant from, Instant to) {
  const bool before = calendar::is_summer_time(from);
  while (to.ms - from.ms > 1) {
    const Instant middle{from.ms + (to.ms - from.ms) / 2};
    (calendar::is_summer_time(middle) == before ? from : to) = middle;
  }
  return to;
}

}  // namespace

int add_times(const CalendarOptions& options) {
  return answer_with_holidays(added, options);
}

int count_working_days(const CalendarOptions& options) {
  return answer_with_holidays(counted_between, options);
}

int convert_times(const CalendarOptions&) {
  return answer_lines(converted, {});
}

int list_clock_changes(const CalendarOptions& options) {
  std::string lines;
  const Date last = calendar::date(options.to_year, 12, 31);
  for (Date day = calendar::date(options.from_year, 1, 1); day <= last;
       day = calendar::plus_days(day, 1)) {
    const Instant begins = calendar::from_uk(day, {0, 0});
    const Instant ends = calendar::end_of_day(day);
    if (calendar::is_summer_time(begins) == calendar::is_summer_time(ends)) continue;
    lines += calendar::iso(change_within(begins, ends));
    lines += calendar::is_summer_time(ends) ? " BST\n" : " GMT\n";
  }
  if (!lines.empty()) print_text(lines);
  return kDone;
}

}  // namespace cli
