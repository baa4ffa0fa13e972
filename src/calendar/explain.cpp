// Why a deadline falls on its day, in sentences (deadline.h, explain()).
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "calendar/deadline.h"

namespace calendar {
namespace {

constexpr size_t kWeekendsNamed = 3;  // more than this many are counted instead
constexpr int kLongSpan = 365;        // days; past it a skipped day is written with its year

std::string day_and_weekday(Date date) {
  return weekday_name(date) + ' ' + std::to_string(static_cast<unsigned>(date.day()));
}

std::string month_and_year(Date date, bool with_year) {
  std::string text = month_name(date);
  if (with_year) text += ' ' + std::to_string(static_cast<int>(date.year()));
  return text;
}

std::string day_in_sentence(Date date, bool with_year) {
  return day_and_weekday(date) + ' ' + month_and_year(date, with_year);
}

// "Saturday 4 and Sunday 5 April", "Saturday 31 January and Sunday 1 February".
std::string weekend_in_sentence(Date saturday, Date sunday, bool with_year) {
  if (saturday.month() == sunday.month()) {
    return day_and_weekday(saturday) + " and " + day_in_sentence(sunday, with_year);
  }
  return day_in_sentence(saturday, with_year) + " and " + day_in_sentence(sunday, with_year);
}

// The days after day 0 that do not count, as one sentence's subject and whether it is plural.
struct Skipped {
  std::vector<std::string> items;
  bool plural = false;
};

Skipped skipped_days(const std::vector<DayStep>& steps) {
  Skipped skipped;
  if (steps.empty()) return skipped;
  const bool with_year = days_between(steps.front().date, steps.back().date) >= kLongSpan;
  const auto weekend_starts = [&](size_t i) {
    return weekday_index(steps[i].date) == 5 && i + 1 < steps.size() && steps[i].counted == 0 &&
           steps[i + 1].counted == 0;
  };
  size_t weekends = 0;
  for (size_t i = 1; i < steps.size(); ++i) weekends += weekend_starts(i) ? 1 : 0;
  const bool count_weekends = weekends > kWeekendsNamed;
  if (count_weekends) {
    skipped.items.push_back(base::number_word(static_cast<int>(weekends)) + " weekends");
  }

  size_t days_skipped = 0;
  for (size_t i = 1; i < steps.size(); ++i) {
    if (steps[i].counted != 0) continue;
    ++days_skipped;
    if (weekend_starts(i)) {
      if (!count_weekends) {
        skipped.items.push_back(weekend_in_sentence(steps[i].date, steps[i + 1].date, with_year));
      }
      ++days_skipped;
      ++i;
    } else if (is_weekend(steps[i].date)) {
      skipped.items.push_back(day_in_sentence(steps[i].date, with_year));
    } else {
      skipped.items.push_back(day_in_sentence(steps[i].date, with_year) + " (" + steps[i].reason +
                              ")");
    }
  }
  skipped.plural = days_skipped > 1;
  return skipped;
}

// A month without the day of the month it started on.
std::string clamping_note(Date from, const Deadline& deadline) {
  if (from.day() == deadline.last_day.day()) return {};
  return month_name(deadline.last_day) + " " +
         std::to_string(static_cast<int>(deadline.last_day.year())) + " has only " +
         std::to_string(static_cast<unsigned>(deadline.last_day.day())) + " days";
}

std::string clocks_note(Instant start, Instant end) {
  const bool before = is_summer_time(start);
  const bool after = is_summer_time(end);
  if (before == after) return {};
  return after ? "The clocks go forward in between, so the clock shows an hour later."
               : "The clocks go back in between, so the clock shows an hour earlier.";
}

std::string provisional_note(const Deadline& deadline) {
  const auto& years = deadline.unknown_years;
  if (years.empty()) return {};
  std::string which = std::to_string(years.front());
  if (years.size() == 2) which += " and " + std::to_string(years.back());
  if (years.size() > 2) which += " to " + std::to_string(years.back());
  return "The bank holidays of " + which + " are not yet known, so this date is provisional.";
}

// What is said after the end, a sentence each.
std::vector<std::string> notes(const Deadline& deadline, Instant start, Amount amount) {
  std::vector<std::string> notes;
  std::string clocks = amount.unit == Unit::kHours ? clocks_note(start, deadline.ends) : "";
  std::string provisional = provisional_note(deadline);
  if (!clocks.empty()) notes.push_back(std::move(clocks));
  if (!provisional.empty()) notes.push_back(std::move(provisional));
  return notes;
}

std::string opening(Amount amount, Instant start, const StartWords& from) {
  const UkDateTime began = to_uk(start);
  const bool with_time = amount.unit == Unit::kHours && !from.day_only;
  std::string moment = in_words_with_day(began.date);
  if (with_time) moment = in_words(began.time) + " on " + moment;
  if (!from.event.empty()) {
    moment = std::string(from.event) + (with_time ? " at " : " on ") + moment;
  }
  const bool same_day = amount.count == 0 && amount.unit != Unit::kHours;
  return base::capitalised(in_words(amount)) + (same_day ? ": " : " after ") + moment;
}

// Whether two days that follow one another are told in one line.
bool alike(const DayStep& day, const DayStep& next) {
  return day.kind == next.kind && (day.reason == next.reason || day.kind == DayKind::kWeekend);
}

// "Saturday 4 and Sunday 5 April", "Monday 6 to Thursday 9 April 2026".
std::string span_in_words(Date first, Date last, bool with_year) {
  if (first == last) return day_in_sentence(first, with_year);
  const bool one_month = first.month() == last.month() && first.year() == last.year();
  return (one_month ? day_and_weekday(first) : day_in_sentence(first, false)) +
         (days_between(first, last) == 1 ? " and " : " to ") + day_in_sentence(last, with_year);
}

const char* counted_unit(Unit unit) {
  if (counts_working_days(unit)) return "working day";
  return unit == Unit::kMonths ? "month" : "day";
}

// Of days that are alike: "working days 3 to 7", "Good Friday, does not count".
std::string run_in_words(const DayStep& first, const DayStep& last, Unit unit) {
  const bool several = first.date != last.date;
  if (last.kind == DayKind::kCounts) {
    std::string words = counted_unit(unit);
    if (several) words += 's';
    words += ' ' + std::to_string(first.counted);
    if (several) words += last.counted == first.counted + 1 ? " and " : " to ";
    return several ? words + std::to_string(last.counted) : words;
  }
  const char* not_counted = several ? "do not count" : "does not count";
  if (last.kind == DayKind::kWeekend) return not_counted;
  return first.reason + ", " + not_counted;
}

}  // namespace

bool ends_within_day(const Deadline& deadline) {
  return deadline.ends != end_of_day(deadline.last_day);
}

std::string end_in_words(const Deadline& deadline) {
  const std::string day = in_words_with_day(deadline.last_day);
  if (!ends_within_day(deadline)) return "the end of " + day;
  return in_words(to_uk(deadline.ends).time) + " on " + day;
}

std::string explain(const Deadline& deadline, Instant start, Amount amount,
                    const std::vector<DayStep>& days, const StartWords& from) {
  std::string text = opening(amount, start, from);
  const std::string end = "at " + end_in_words(deadline);

  std::string because;
  if (amount == Amount{0, Unit::kWorkingDays}) {
    if (deadline.last_day != uk_date(start)) {
      because = "That is not a working day (" + days.front().reason + ")";
    }
  } else if (amount.unit == Unit::kMonths) {
    because = clamping_note(uk_date(start), deadline);
  } else if (counts_working_days(amount.unit)) {
    const Skipped skipped = skipped_days(days);
    if (!skipped.items.empty()) {
      because = base::capitalised(base::listed(skipped.items)) +
                (skipped.plural ? " do not count" : " does not count");
    }
  }
  if (!because.empty()) text += ". " + because;
  text += ", so it ends " + end + '.';
  for (const std::string& note : notes(deadline, start, amount)) text += ' ' + note;
  return text;
}

std::vector<std::string> explain_by_day(const Deadline& deadline, Instant start, Amount amount,
                                        const std::vector<DayStep>& days, const StartWords& from,
                                        std::string_view at_the_end) {
  const bool by_hours = amount.unit == Unit::kHours;
  std::vector<std::string> lines;
  std::chrono::year year{0};
  const auto add = [&](Date first, Date last, std::string what) {
    lines.push_back(span_in_words(first, last, last.year() != year) + ": " + std::move(what));
    year = last.year();
  };
  add(days[0].date, days[0].date,
      (from.event.empty() ? "it starts" : std::string(from.event)) +
          (by_hours && !from.day_only ? " at " + in_words(to_uk(start).time) : "") +
          (days.size() == 1 && !by_hours ? "; " + std::string(at_the_end) : ""));
  for (size_t i = 1; i < days.size(); ++i) {
    const size_t first = i;
    while (i + 1 < days.size() && alike(days[i], days[i + 1])) ++i;
    if (days[i].kind == DayKind::kBetween) continue;
    std::string what = run_in_words(days[first], days[i], amount.unit);
    if (i + 1 == days.size()) {
      const std::string clamped =
          amount.unit == Unit::kMonths ? clamping_note(uk_date(start), deadline) : "";
      what += (clamped.empty() ? "" : "; " + clamped) + "; " + std::string(at_the_end);
    }
    add(days[first].date, days[i].date, std::move(what));
  }
  if (by_hours) {
    add(deadline.last_day, deadline.last_day,
        in_words(amount) + (amount.count == 1 ? " ends " : " end ") +
            (ends_within_day(deadline) ? "at " + in_words(to_uk(deadline.ends).time)
                                       : "with the day"));
  }
  for (std::string& note : notes(deadline, start, amount)) lines.push_back(std::move(note));
  return lines;
}

}  // namespace calendar
