#include "casework/ladder_words.h"

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "casework/stage_words.h"

namespace casework {
namespace {

constexpr char kProvisional[] = " (provisional)";
constexpr char kSameDay[] = "the same day";

// The procedure gives the stage no time, by itself or with others.
bool is_untimed(const std::string& stage_id, const policy::Policy& policy) {
  const policy::Stage* stage = policy.stage(stage_id);
  return stage && stage->clocks.empty() &&
         std::none_of(policy.budgets.begin(), policy.budgets.end(),
                      [&](const auto& budget) { return names_stage(budget.stages, stage_id); });
}

const LadderRung* rung_of(const Ladder& ladder, const std::string& stage) {
  for (const LadderRung& rung : ladder.rungs) {
    if (rung.stage == stage) return &rung;
  }
  return nullptr;
}

// Moved, or known on one ladder only.
std::string due_moved(const LadderRung& rung, const LadderRung& before,
                      const calendar::HolidaySet& holidays) {
  if (rung.deadline && before.deadline) {
    return moved_in_words(before.deadline->last_day, rung.deadline->last_day, holidays);
  }
  return rung.deadline ? "on a day not known before" : "on a day not known any more";
}

}  // namespace

std::string due_in_words(const LadderRung& rung, const policy::Policy& policy) {
  if (!rung.deadline) {
    return is_untimed(rung.stage, policy) ? "no time is set" : "no day can be known yet";
  }
  return calendar::end_in_words(*rung.deadline) + (rung.deadline->provisional ? kProvisional : "") +
         (rung.deadline->ends <= rung.entered ? ", which has passed by then" : "");
}

std::string entered_in_words(const LadderRung& rung) {
  return calendar::in_words_with_day(calendar::uk_date(rung.entered)) +
         (rung.entered_provisional ? kProvisional : "");
}

std::string moved_in_words(Date from, Date to, const calendar::HolidaySet& holidays) {
  if (from == to) return kSameDay;
  const int working = calendar::working_days_between(from, to, holidays);
  const int all = calendar::days_between(from, to);
  const calendar::Amount amount =
      working == 0 ? calendar::Amount{std::abs(all), calendar::Unit::kCalendarDays}
                   : calendar::Amount{std::abs(working), calendar::Unit::kWorkingDays};
  return calendar::in_words(amount) + (to < from ? " earlier" : " later");
}

std::string difference_in_words(const LadderRung& rung, const Ladder& as_it_stands,
                                const calendar::HolidaySet& holidays) {
  const LadderRung* before = rung_of(as_it_stands, rung.stage);
  if (!before) return "not known before";
  const std::string begins =
      moved_in_words(calendar::uk_date(before->entered), calendar::uk_date(rung.entered), holidays);
  if (!rung.deadline && !before->deadline) return begins;
  const std::string due = due_moved(rung, *before, holidays);
  return begins == due ? due : "begins " + begins + ", due " + due;
}

std::string outlook_in_words(const Ladder& ladder, const Ladder* as_it_stands,
                             const Setting& setting) {
  const policy::Policy& policy = setting.policy;
  if (ladder.last_stage_entered) {
    const LadderRung& last = ladder.rungs.back();
    std::string text = stage_in_words(policy, last.stage) + " is reached on " +
                       entered_in_words(last) + " at the latest, ";
    if (!as_it_stands) {
      return base::capitalised(text) + "if every " + policy.stage_word +
             " before it takes its whole time.";
    }
    const LadderRung* before = rung_of(*as_it_stands, last.stage);
    return "With what you suppose, " + text +
           (before ? moved_in_words(calendar::uk_date(before->entered),
                                    calendar::uk_date(last.entered), setting.holidays)
                   : "which was not known before") +
           ".";
  }
  if (ladder.unknown_after.empty()) return "";
  return "Later days cannot be known until " + stage_in_words(policy, ladder.unknown_after) +
         " has a time of its own.";
}

}  // namespace casework
