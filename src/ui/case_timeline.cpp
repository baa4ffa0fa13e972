#include "ui/case_timeline.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "casework/stage_words.h"
#include "documents/case_words.h"
#include "ui/case_parts.h"
#include "ui/status_words.h"

namespace ui {
namespace {

using calendar::Date;
using casework::Case;
using casework::ClockStatus;
using casework::RunningClock;
using casework::Setting;
using casework::StagePassage;

// Of a mark, in the order of casework::Payload. A stage is drawn as a bar, which begins with its
// entry.
constexpr std::array<const char*, std::variant_size_v<casework::Payload>> kMarks = {
    "Raised",   "",          "Discussion", "Time set", "Done",       "Notice",
    "Resolved", "Withdrawn", "Note",       "Reply",    "New version"};

constexpr int kDaysBefore = 7, kDaysAfter = 14;
constexpr size_t kMostDaysOffTold = 12;

// A time that ended with its stage, unmet, led to nothing.
bool is_told(const RunningClock& clock) {
  return clock.status != ClockStatus::kEnded;
}

class Drawing {
 public:
  Drawing(const Case& open, const Setting& setting, const std::vector<RunningClock>& clocks)
      : open_(open),
        setting_(setting),
        clocks_(clocks),
        events_(documents::chronology(open, setting, documents::Detail::kBrief)),
        today_(calendar::uk_date(setting.now)) {}

  CaseTimeline both() {
    span();
    add_days();
    tell_where_it_stands();
    add_bars();
    add_events();
    add_deadlines();
    tell_days_off();
    CaseTimeline both;
    both.line = std::move(line_);
    both.words = base::joined(said_, " ");
    return both;
  }

 private:
  void span() {
    const Date began =
        std::min(calendar::uk_date(open_.opened.occurred_at), events_.front().happened_on);
    const Date ended = open_.is_open() ? today_ : calendar::uk_date(*open_.current().ended_at);
    Date last = std::max(ended, events_.back().happened_on);
    for (const RunningClock& clock : clocks_) {
      if (is_told(clock)) last = std::max(last, clock.deadline.last_day);
    }
    first_ = calendar::plus_days(began, -kDaysBefore);
    last = std::min(calendar::plus_days(last, kDaysAfter),
                    calendar::plus_days(ended, kMostDaysDrawn / 2));
    last = std::max(last, first_);  // a device whose clock stands years back
    cut_ = calendar::days_between(first_, last) >= kMostDaysDrawn;
    if (cut_) first_ = calendar::plus_days(last, 1 - kMostDaysDrawn);
    line_.days.resize(size_t(calendar::days_between(first_, last)) + 1);
  }

  void add_days() {
    for (size_t i = 0; i < line_.days.size(); ++i) {
      const Date date = calendar::plus_days(first_, int(i));
      Timeline::Day& day = line_.days[i];
      day.date = calendar::in_words(date);
      const std::string month = calendar::month_name(date);
      day.label = date.day() == std::chrono::day{1}
                      ? month
                      : std::to_string(unsigned(date.day())) + " " + month.substr(0, 3);
      day.off = !calendar::is_working_day(date, setting_.holidays);
    }
    line_.today = has(today_) ? index(today_) : line_.days.size();
  }

  bool has(Date date) const {
    const int at = calendar::days_between(first_, date);
    return at >= 0 && size_t(at) < line_.days.size();
  }
  // The nearest of the days.
  size_t index(Date date) const {
    const int last = int(line_.days.size()) - 1;
    return size_t(std::clamp(calendar::days_between(first_, date), 0, last));
  }

  void tell_where_it_stands() {
    if (open_.is_open()) said_.push_back("Today is " + calendar::in_words_with_day(today_) + ".");
  }

  void add_bars() {
    std::vector<std::string> told;
    for (const StagePassage& passage : open_.passages) {
      const policy::Policy& policy = documents::version(open_, setting_, passage.policy_hash);
      const Date from = calendar::uk_date(passage.entered_at);
      const Date to = passage.ended_at ? calendar::uk_date(*passage.ended_at) : today_;
      const std::string label = documents::stage_label(policy, passage.stage);
      told.push_back(casework::within_sentence(label) +
                     (passage.ended_at
                          ? " from " + calendar::in_words(from) + " to " + calendar::in_words(to)
                          : " since " + calendar::in_words(from)));
      if (to < first_) continue;
      line_.bars.push_back({label, index(from), index(to), !passage.ended_at});
    }
    say("", told);
  }

  void add_events() {
    std::vector<std::string> told;
    for (const documents::ChronologyEntry& entry : events_) {
      const auto event =
          std::find_if(open_.events.begin(), open_.events.end(),
                       [&](const casework::Event& each) { return each.id == entry.event_id; });
      const std::string label = kMarks[event->payload.index()];
      if (label.empty()) continue;
      told.push_back(casework::within_sentence(label) + " on " +
                     calendar::in_words(entry.happened_on));
      if (has(entry.happened_on)) line_.marks.push_back({index(entry.happened_on), label});
    }
    say("What happened: ", told);
  }

  void add_deadlines() {
    std::vector<std::string> told;
    for (const RunningClock& clock : clocks_) {
      if (!is_told(clock)) continue;
      const std::string place = casework::place_in_words(clock, setting_);
      told.push_back(casework::within_sentence(place) + ": " +
                     casework::within_sentence(clock.what) + " by " +
                     calendar::end_in_words(clock.deadline) + " (" +
                     base::lower_ascii(short_status(clock)) + ")");
      if (!has(clock.deadline.last_day)) continue;
      Timeline::Mark flag{index(clock.deadline.last_day), place + " due", true};
      flag.overdue = clock.status == ClockStatus::kOverdue && !may_escalate(clock);
      line_.marks.push_back(std::move(flag));
    }
    say("Deadlines: ", told);
  }

  void tell_days_off() {
    if (cut_) {
      said_.push_back("The picture begins with " + calendar::in_words(first_) + ".");
    }
    std::vector<std::string> told;
    for (const calendar::Holiday& holiday : setting_.holidays.all()) {
      if (!has(holiday.date)) continue;
      told.push_back(calendar::in_words(holiday.date) + " (" + holiday.title + ")");
    }
    if (told.size() > kMostDaysOffTold) return;
    said_.push_back("Saturdays and Sundays do not count" +
                    (told.empty() ? "." : ", nor " + base::listed(told) + "."));
  }

  void say(const std::string& title, const std::vector<std::string>& told) {
    if (told.empty()) return;
    std::string words = title + base::joined(told, "; ") + ".";
    words[0] = words[0] >= 'a' && words[0] <= 'z' ? char(words[0] - 'a' + 'A') : words[0];
    said_.push_back(std::move(words));
  }

  const Case& open_;
  const Setting& setting_;
  const std::vector<RunningClock>& clocks_;
  const std::vector<documents::ChronologyEntry> events_;
  const Date today_;
  Date first_{};
  bool cut_ = false;
  Timeline line_;
  std::vector<std::string> said_;
};

}  // namespace

CaseTimeline case_timeline(const Case& open, const Setting& setting,
                           const std::vector<RunningClock>& clocks) {
  return Drawing(open, setting, clocks).both();
}

}  // namespace ui
