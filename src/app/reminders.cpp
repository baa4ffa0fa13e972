#include "app/reminders.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "casework/reminders.h"

namespace app {
namespace {

using calendar::Instant;
using casework::DueWhen;

constexpr std::int64_t kHourMs = 3'600'000;

// "Two deadlines have passed today."
std::string sentence(int count, const char* one, const char* many) {
  return base::capitalised(base::number_word(count)) + (count == 1 ? one : many);
}

}  // namespace

std::string due_in_words(size_t overdue, size_t today, size_t tomorrow, const char* one,
                         const char* many) {
  const std::pair<size_t, const char*> kinds[] = {
      {overdue, "overdue"}, {today, "due today"}, {tomorrow, "due tomorrow"}};
  std::vector<std::string> parts;
  for (const auto& [count, when] : kinds) {
    if (count == 0) continue;
    std::string part = base::number_word(static_cast<int>(count));
    if (parts.empty()) part += std::string(" ") + (count == 1 ? one : many);
    parts.push_back(part + (count == 1 ? " is " : " are ") + when);
  }
  return parts.empty() ? "" : base::capitalised(base::listed(parts));
}

Instant morning_of(calendar::Date day) {
  return calendar::from_uk(day, {9, 0});
}

Reminder reminder_of(const std::vector<HomeRow>& rows, Instant since, Instant now, bool day) {
  const calendar::Date today = calendar::uk_date(now);
  Reminder found;
  found.next = morning_of(today);
  if (found.next <= now) found.next = morning_of(calendar::plus_days(today, 1));
  size_t counts[] = {0, 0, 0, 0};  // by DueWhen
  int soon = 0, passed = 0;
  for (const HomeRow& row : rows) {
    for (const DueDay& due : row.due_days) {
      ++counts[static_cast<int>(casework::due_when(due.day, due.ends, now))];
      if (due.ends == calendar::end_of_day(due.day)) continue;  // no time of day
      const Instant before{due.ends.ms - kHourMs};
      if (now < due.ends) {
        soon += since < before && before <= now ? 1 : 0;
        found.next = std::min(found.next, now < before ? before : due.ends);
      } else {
        passed += since < due.ends && due.day == today ? 1 : 0;
      }
    }
  }
  if (day) found.words = due_in_words(counts[0], counts[1], counts[2], "deadline", "deadlines");
  found.of_the_day = !found.words.empty();
  if (found.of_the_day) found.words += ".";
  const auto add = [&found](const std::string& more) {
    found.words += (found.words.empty() ? "" : " ") + more;
  };
  // Among the overdue when those are told.
  if (passed > 0 && !day) {
    add(sentence(passed, " deadline has passed today.", " deadlines have passed today."));
  }
  if (soon > 0)
    add(sentence(soon, " deadline ends within the hour.", " deadlines end within the hour."));
  return found;
}

}  // namespace app
