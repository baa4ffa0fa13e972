#include "casework/suppose.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "casework/stage_words.h"

namespace casework {
namespace {

std::optional<Date> ended_on(const Case& state, const std::string& stage) {
  std::optional<Date> ended;
  for (const StagePassage& passage : state.passages) {
    if (passage.stage == stage && passage.ended_at) ended = calendar::uk_date(*passage.ended_at);
  }
  return ended;
}

std::string list_in_words(const policy::Policy& policy, const std::vector<std::string>& stages) {
  std::vector<std::string> names;
  for (const std::string& each : stages) names.push_back(stage_in_words(policy, each));
  return base::listed(names);
}

class Doubts {
 public:
  Doubts(const Case& state, const Setting& setting, const WhatIf& what_if, const Ladder& ladder)
      : state_(state),
        policy_(setting.policy),
        today_(calendar::uk_date(setting.now)),
        ladder_(ladder),
        may_end_(stages_to_suppose(state, setting, ladder)) {
    if (what_if.concern_arose) look_at_concern(*what_if.concern_arose);
    for (const auto& [stage, day] : what_if.ended) look_at(stage, day);
  }

  std::vector<Doubt> found;

 private:
  void look_at_concern(Date day) {
    const Date raised = calendar::uk_date(state_.opened.occurred_at);
    if (day <= raised) return;
    found.push_back({"",
                     "The case was raised on " + calendar::in_words_with_day(raised) +
                         ", so the concern arose by then.",
                     "Enter that day or an earlier one."});
  }

  void look_at(const std::string& stage, Date day) {
    const std::string name = stage_in_words(policy_, stage);
    if (!policy_.stage(stage)) {
      found.push_back({stage, "The procedure has no " + policy_.stage_word + " “" + stage + "”.",
                       may_be_chosen()});
    } else if (std::find(may_end_.begin(), may_end_.end(), stage) == may_end_.end()) {
      found.push_back({stage, why_no_end(stage, name), may_be_chosen()});
    } else if (stage == state_.stage()) {
      if (day >= today_) return;
      found.push_back({stage,
                       base::capitalised(name) +
                           " has not ended yet, so it cannot end before today, " +
                           calendar::in_words_with_day(today_) + ".",
                       "Enter today or a later day."});
    } else {
      const Date begins = calendar::uk_date(entered(stage));
      if (day >= begins) return;
      found.push_back({stage,
                       "On this ladder " + name + " begins on " +
                           calendar::in_words_with_day(begins) +
                           ", so it cannot end before that day.",
                       "Enter that day or a later one."});
    }
  }

  std::string why_no_end(const std::string& stage, const std::string& name) const {
    const std::optional<Date> ended = ended_on(state_, stage);
    if (ended && stage != state_.stage()) {
      return base::capitalised(name) + " has ended already, on " +
             calendar::in_words_with_day(*ended) + ".";
    }
    if (policy_.stage(stage)->next.empty()) {
      return "Nothing comes after " + name + ", so its end moves no day.";
    }
    return ladder_.unknown_after.empty()
               ? "The ladder does not lead over " + name + "."
               : "When " + name + " begins is not known, so it cannot be said to end.";
  }

  std::string may_be_chosen() const {
    return may_end_.empty() ? ""
                            : "You can choose the end of " + list_in_words(policy_, may_end_) + ".";
  }

  Instant entered(const std::string& stage) const {
    for (const LadderRung& rung : ladder_.rungs) {
      if (rung.stage == stage) return rung.entered;
    }
    return state_.current().entered_at;
  }

  const Case& state_;
  const policy::Policy& policy_;
  Date today_;
  const Ladder& ladder_;
  std::vector<std::string> may_end_;
};

}  // namespace

std::vector<std::string> stages_to_suppose(const Case& state, const Setting& setting,
                                           const Ladder& ladder) {
  std::vector<std::string> stages;
  const auto add = [&](const std::string& id) {
    const policy::Stage* stage = setting.policy.stage(id);
    if (stage && !stage->next.empty()) stages.push_back(id);
  };
  if (!state.is_open()) return stages;
  add(state.stage());
  for (const LadderRung& rung : ladder.rungs) add(rung.stage);
  return stages;
}

std::vector<Doubt> doubts(const Case& state, const Setting& setting, const WhatIf& what_if,
                          const Ladder& ladder) {
  return Doubts(state, setting, what_if, ladder).found;
}

const Doubt* doubt_of(const std::vector<Doubt>& doubts, const std::string& stage) {
  for (const Doubt& each : doubts) {
    if (each.stage == stage) return &each;
  }
  return nullptr;
}

std::string supposed_event(const policy::Policy& policy, const std::string& stage) {
  return stage.empty() ? "the concern arose" : stage_in_words(policy, stage) + " ends";
}

std::string supposed_in_words(const policy::Policy& policy, const std::string& stage, Date day) {
  return supposed_event(policy, stage) + " on " + calendar::in_words_with_day(day);
}

}  // namespace casework
