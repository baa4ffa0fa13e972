#include "casework/explanation.h"

#include <utility>

#include "base/text.h"
#include "casework/stage_words.h"

namespace casework {
namespace {

using Kind = Reason::Kind;
using Use = Reckoning::Use;
using policy::ClockKind;

class Explained {
 public:
  Explained(const RunningClock& clock, const Setting& setting)
      : clock_(clock),
        how_(clock.reckoning),
        policy_(policy_of(clock, setting)),
        holidays_(setting.holidays),
        asks_(clock.kind != ClockKind::kFixed) {}

  std::vector<Reason> reasons() {
    add_set_and_counted();
    // Of a time that was set, the latest it could be has moved, and not the day.
    if (how_.moved && !ends_as_set()) add(Kind::kMoved, moved_in_words(*how_.moved));
    if (counts_hours_of_a_day()) {
      add(Kind::kDayOnly,
          "The time of day is not recorded, so the hours count from the start of that day.");
    }
    if (how_.start && !how_.start->note.empty()) add(Kind::kStart, how_.start->note);
    if (asks_ && !how_.time) add(Kind::kNothingSet, nothing_set(), clock_.cite);
    if (how_.stated_as && how_.amount) add_other_reading(other_deadline());
    if (clock_.force == policy::Force::kIndicative) {
      add(Kind::kForce, procedure_in_words(policy_) + " gives this time as a guide.", clock_.cite);
    }
    add(Kind::kSource, source_sentence(policy_, clock_.cite), clock_.cite);
    return std::move(reasons_);
  }

  Explanation whole() {
    Explanation explanation;
    explanation.reasons = reasons();
    if (!how_.amount) return explanation;
    explanation.by_day = by_day();
    if (how_.stated_as) explanation.other = other_reading();
    explanation.days = std::move(days_);
    return explanation;
  }

 private:
  bool ends_as_set() const { return how_.time && how_.use == Use::kEnds; }

  bool counts_hours_of_a_day() const {
    const auto hours = [](const std::optional<calendar::Amount>& amount) {
      return amount && amount->unit == calendar::Unit::kHours;
    };
    return how_.amount && how_.start->day_only && (hours(how_.amount) || hours(how_.stated_as));
  }

  void add(Kind kind, std::string text, std::optional<policy::Citation> cite = std::nullopt) {
    reasons_.push_back({kind, std::move(text), std::move(cite)});
  }

  // Of the amount that counts, made when they are first asked for.
  const std::vector<calendar::DayStep>& days() {
    if (days_.empty()) {
      days_ = calendar::day_steps(how_.counted, how_.start->at, *how_.amount, holidays_);
    }
    return days_;
  }

  void add_set_and_counted() {
    const std::string counted = how_.amount ? calendar::explain(how_.counted, how_.start->at,
                                                                *how_.amount, days(), start_words())
                                            : "";
    if (how_.time && how_.use != Use::kTooLate) {
      add(Kind::kSet, set_in_words(*how_.time));
      add_day_off();
      if (how_.use == Use::kAtMost) {
        add(Kind::kAtMost, "That is later than the procedure allows, so its own time counts.",
            clock_.cite);
      }
      if (counted.empty()) return;
      const char* without = how_.use == Use::kAtMost ? ""
                            : asks_                  ? "The latest it could be: "
                                                     : "Without that: ";
      add(Kind::kCounted, *without ? without + within_sentence(counted) : counted, clock_.cite);
      return;
    }
    if (!counted.empty()) add(Kind::kCounted, counted, clock_.cite);
    if (how_.time) {
      const Date until = how_.time->until;
      add(Kind::kTooLate, "The time set to protect the child, " +
                              calendar::in_words_with_day(until) + ", is " +
                              (until > how_.counted.last_day ? "later" : "no earlier") +
                              " than that and so does not count.");
    }
  }

  // People may agree on any day; that nobody works on it may be a slip.
  void add_day_off() {
    if (!clock_.agreed) return;
    const auto off = calendar::why_off(*clock_.agreed, holidays_);
    if (!off) return;
    const bool named = off->kind != calendar::DayKind::kWeekend;  // the day says that already
    add(Kind::kDayOff, calendar::in_words_with_day(*clock_.agreed) + " is not a working day" +
                           (named ? " (" + off->name + ")." : "."));
  }

  std::string set_in_words(const SetTime& time) const {
    const bool agreed = clock_.kind == ClockKind::kAgreed;
    const bool declared = clock_.kind == ClockKind::kDeclared;
    std::string text = declared ? "Declared by " + time.author
                       : agreed ? "Agreed"
                                : "Set to protect the child";
    if (agreed && !time.with.empty()) text += " with " + time.with;
    text += " on " + calendar::in_words(calendar::uk_date(time.recorded_at));
    if (!agreed && !time.with.empty()) text += " and told to " + time.with;
    return text + ": by the end of " + calendar::in_words_with_day(time.until) + ".";
  }

  // "Until 9 September 2026 it ended on Friday 18 September 2026; then this device learnt of a bank
  // holiday: Monday 21 September 2026 (State Funeral)."
  std::string moved_in_words(const MovedDay& moved) const {
    std::vector<std::string> came, went;
    for (const calendar::Holiday& each : moved.days) {
      (holidays_.on(each.date) ? came : went)
          .push_back(calendar::in_words_with_day(each.date) + " (" + each.title + ")");
    }
    std::string text = "Until " + calendar::in_words(calendar::uk_date(moved.known)) +
                       " it ended on " + calendar::in_words_with_day(moved.before.last_day) +
                       "; then this device learnt ";
    if (!came.empty()) {
      text +=
          (came.size() == 1 ? "of a bank holiday: " : "of bank holidays: ") + base::listed(came);
    }
    if (!came.empty() && !went.empty()) text += ", and ";
    if (!went.empty()) {
      text += "that " + base::listed(went) +
              (went.size() == 1 ? " is no bank holiday" : " are no bank holidays");
    }
    return text + ".";
  }

  std::string nothing_set() const {
    return procedure_in_words(policy_) + " asks for a time to be " +
           (clock_.kind == ClockKind::kDeclared ? "declared. " : "agreed. ") +
           (how_.lost_time ? "The time recorded under the earlier version does not carry over, so "
                             "this is the latest it may be."
            : how_.over    ? "None was recorded, so this was the latest it could be."
                           : "None is recorded yet, so this is the latest it may be.");
  }

  // Where the source's other words for the amount would lead.
  calendar::Deadline other_deadline() const {
    return calendar::deadline_after(how_.start->at, *how_.stated_as, holidays_);
  }

  void add_other_reading(const calendar::Deadline& deadline) {
    add(Kind::kOtherReading,
        "The procedure also says " + calendar::in_words(*how_.stated_as) + ": those would end at " +
            calendar::end_in_words(deadline) + "; the " +
            calendar::unit_in_words(how_.amount->unit) + "s count." +
            (deadline.provisional ? " (Not all bank holidays up to then are known yet.)" : ""),
        clock_.cite);
  }

  OtherReading other_reading() const {
    const Instant start = how_.start->at;
    const calendar::Amount amount = *how_.stated_as;
    const calendar::Deadline deadline = other_deadline();
    const auto days = calendar::day_steps(deadline, start, amount, holidays_);
    return {amount, deadline,
            calendar::explain_by_day(deadline, start, amount, days, start_words())};
  }

  std::vector<std::string> by_day() {
    auto lines =
        calendar::explain_by_day(how_.counted, how_.start->at, *how_.amount, days(), start_words(),
                                 ends_as_set() ? "the latest it could be" : "the last day");
    if (!ends_as_set()) return lines;
    const char* set = clock_.kind == ClockKind::kDeclared ? "the day declared"
                      : asks_                             ? "the day agreed"
                                                          : "the day set to protect the child";
    lines.push_back(calendar::in_words_with_day(how_.time->until) + ": " + set + "; the last day");
    return lines;
  }

  calendar::StartWords start_words() const { return {how_.start->event, how_.start->day_only}; }

  const RunningClock& clock_;
  const Reckoning& how_;
  const policy::Policy& policy_;
  const calendar::HolidaySet& holidays_;
  bool asks_;
  std::vector<Reason> reasons_;
  std::vector<calendar::DayStep> days_;
};

std::string in_words(const std::vector<Reason>& reasons) {
  std::string text;
  for (const Reason& reason : reasons) text += (text.empty() ? "" : " ") + reason.text;
  return text;
}

}  // namespace

Explanation explain(const RunningClock& clock, const Setting& setting) {
  return Explained(clock, setting).whole();
}

std::string in_words(const Explanation& explanation) {
  return in_words(explanation.reasons);
}

std::string why_in_words(const RunningClock& clock, const Setting& setting) {
  return in_words(Explained(clock, setting).reasons());
}

}  // namespace casework
