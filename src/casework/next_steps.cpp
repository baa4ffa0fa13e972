#include "casework/next_steps.h"

#include <algorithm>

#include "base/text.h"
#include "casework/clock_start.h"
#include "casework/stage_words.h"

namespace casework {
namespace {

using policy::Form;

// Every step that is open now, in the order in which they are listed; then one is brought to the
// front.
class Steps {
 public:
  Steps(const Case& state, const Setting& setting)
      : state_(state),
        setting_(setting),
        stage_(setting.policy.stage(state.stage())),
        clocks_(clocks_of_passage(state, setting, state.passages.size() - 1)),
        duties_(duties(state, setting)) {
    const auto held = discussions_at(state, state.passages.size() - 1);
    recorded_ = !held.empty();
    agreed_ = recorded_ && !base::trimmed(held.back()->fact.agreed).empty();
  }

  std::vector<Step> open_case() {
    add_discussion();
    if (stage_) add_times();
    if (stage_) add_next();
    add_notices_at_stage();
    add_direct();
    if (!stage_ || stage_->may_resolve) {
      add(StepKind::kResolve, state_.stage(), "Record that it is resolved",
          agreed_ ? "The last discussion records an agreement."
                  : "When both sides agree on what happens next.");
    }
    add(StepKind::kAddNote, "", "Add a note", "Anything else that belongs in the case file.");
    add(StepKind::kWithdraw, "", "Withdraw the case",
        "If it was raised by mistake or no longer matters.");
    suggest_open();
    return std::move(steps_);
  }

  std::vector<Step> closed_case() {
    if (state_.resolved) add_notices_on_resolution();
    add(StepKind::kAddNote, "", "Add a note", "Anything else that belongs in the case file.");
    return std::move(steps_);
  }

 private:
  Step& add(StepKind kind, std::string target, std::string label, std::string why) {
    Step step;
    step.kind = kind;
    step.target = std::move(target);
    step.label = std::move(label);
    step.why = std::move(why);
    steps_.push_back(std::move(step));
    return steps_.back();
  }

  std::string name_of(const std::string& stage) const {
    return stage_in_words(setting_.policy, stage);
  }

  // "The discussion takes place by the end of Tuesday 7 April 2026."
  std::string due_sentence(const RunningClock& clock) const {
    const std::string day = calendar::in_words_with_day(clock.deadline.last_day);
    if (clock.status == ClockStatus::kOverdue) return "It was due by the end of " + day + ".";
    return clock.what + " by the end of " + day + (clock.needs_agreement ? " at the latest." : ".");
  }

  const RunningClock* clock_with(ClockStatus status) const {
    for (const RunningClock& clock : clocks_) {
      if (clock.status == status) return &clock;
    }
    return nullptr;
  }

  void add_discussion() {
    std::string why;
    if (recorded_) {
      why = "If you have spoken again.";
    } else {
      why = "No discussion is recorded at " + name_of(state_.stage()) + " yet.";
      if (const auto next = next_deadline(clocks_)) why += " " + due_sentence(*next);
    }
    Step& step =
        add(StepKind::kRecordDiscussion, state_.stage(), "Record the discussion", std::move(why));
    if (stage_) step.cite = stage_->cite;
  }

  void add_times() {
    for (const policy::Clock& clock : stage_->clocks) {
      if (clock.kind != policy::ClockKind::kAgreed) continue;
      const bool agreed = time_agreed(state_, state_.passages.size() - 1, clock.id) != nullptr;
      const auto latest = latest_agreeable(state_, setting_, clock.id);
      if (latest && latest->ends <= setting_.now) continue;  // nothing is left to agree
      std::string why = agreed ? "If both sides need another date." : "No time is agreed yet.";
      if (latest) {
        why += " It may be no later than " + calendar::in_words_with_day(latest->last_day) + ".";
      }
      add(StepKind::kAgreeTime, clock.id,
          (agreed ? "Agree a new time for " : "Agree a time for ") + name_of(state_.stage()),
          std::move(why))
          .cite = clock.cite;
    }
  }

  void add_next() {
    for (const std::string& id : stage_->next) {
      const policy::Stage* next = setting_.policy.stage(id);
      if (!next) continue;
      std::string label = "Move to " + name_of(id);
      if (!next->title.empty() && !next->label.empty()) label += ": " + next->title;
      std::string why = "If " + name_of(state_.stage()) + " does not resolve it.";
      if (const auto* overdue = clock_with(ClockStatus::kOverdue)) {
        why = due_sentence(*overdue) + (recorded_ ? "" : " No discussion is recorded.");
      } else if (recorded_ && !agreed_) {
        why = "The discussion did not end in agreement.";
      }
      for (const OwedDuty& duty : duties_) {
        if (duty.done || duty.stage != id) continue;
        const Form* form = setting_.policy.form(duty.form);
        if (form) why += " Before that, complete the " + title_within_sentence(form->title) + ".";
      }
      add(StepKind::kEnterStage, id, std::move(label), std::move(why)).cite = next->cite;
    }
  }

  void add_direct() {
    for (const policy::DirectEntry& entry : setting_.policy.risk.direct_entry) {
      for (const std::string& id : entry.stages) {
        if (!comes_later(id) || offered(StepKind::kEnterDirectly, id)) continue;
        if (stage_ && std::find(stage_->next.begin(), stage_->next.end(), id) != stage_->next.end())
          continue;
        std::string why =
            entry.when.empty() ? "If this cannot wait for the stages between." : entry.when;
        if (why.back() != '.') why += '.';
        if (why.front() >= 'a' && why.front() <= 'z')
          why.front() = static_cast<char>(why.front() - 'a' + 'A');
        add(StepKind::kEnterDirectly, id, "Go straight to " + name_of(id), std::move(why)).cite =
            entry.cite;
      }
    }
  }

  bool comes_later(const std::string& id) const {
    const auto& stages = setting_.policy.stages;
    const auto place = [&](const std::string& wanted) {
      return std::find_if(stages.begin(), stages.end(),
                          [&](const auto& stage) { return stage.id == wanted; });
    };
    return place(id) != stages.end() && place(state_.stage()) < place(id);
  }

  bool offered(StepKind kind, const std::string& target) const {
    return std::any_of(steps_.begin(), steps_.end(), [&](const Step& step) {
      return step.kind == kind && step.target == target;
    });
  }

  bool was_issued(const Form& form, bool after_resolution) const {
    bool resolved = false;
    for (const Event& event : state_.events) {
      resolved = resolved || std::holds_alternative<CaseResolved>(event.payload);
      const auto* notice = std::get_if<NoticeIssued>(&event.payload);
      if (notice && notice->form == form.id && (resolved || !after_resolution)) return true;
    }
    return false;
  }

  void add_form(const Form& form, std::string why) {
    const bool notice = form.kind == Form::Kind::kNotice;
    const std::string label = notice ? "Complete the " + title_within_sentence(form.title)
                                     : "Use the template “" + form.title + "”";
    add(StepKind::kIssueNotice, form.id, label, std::move(why)).cite = form.cite;
  }

  void add_notices_at_stage() {
    for (const Form& form : setting_.policy.forms) {
      if (!names_stage(form.offered_at, state_.stage())) continue;
      if (form.offered_at.empty() && form.offered_on_resolution) continue;
      add_form(form, was_issued(form, false) ? "It was completed before; this makes a new one."
                                             : form.purpose);
    }
  }

  // First what the procedure owes, then what it offers; what was issued already comes last.
  void add_notices_on_resolution() {
    std::vector<const Form*> again;
    for (const Form& form : setting_.policy.forms) {
      const bool owed = std::any_of(duties_.begin(), duties_.end(), [&](const OwedDuty& duty) {
        return duty.form == form.id && !duty.done;
      });
      if (!owed && !form.offered_on_resolution) continue;
      if (was_issued(form, true)) {
        again.push_back(&form);
      } else {
        add_form(form, "The case is resolved." + (form.purpose.empty() ? "" : " " + form.purpose));
      }
    }
    if (!steps_.empty()) {
      const auto owed_first = [&](const Step& step) {
        return std::any_of(duties_.begin(), duties_.end(), [&](const OwedDuty& duty) {
          return duty.form == step.target && !duty.done;
        });
      };
      std::stable_partition(steps_.begin(), steps_.end(), owed_first);
      steps_.front().suggested = true;
    }
    for (const Form* form : again)
      add_form(*form, "It was completed before; this makes a new one.");
  }

  void suggest_open() {
    const bool overdue = clock_with(ClockStatus::kOverdue) != nullptr;
    const bool unagreed =
        std::any_of(clocks_.begin(), clocks_.end(),
                    [](const RunningClock& clock) { return clock.needs_agreement; }) ||
        time_to_agree();
    if (overdue && !agreed_ && suggest(StepKind::kEnterStage)) return;
    if (!recorded_ && suggest(StepKind::kRecordDiscussion)) return;
    if (agreed_ && suggest(StepKind::kResolve)) return;
    if (unagreed && suggest(StepKind::kAgreeTime)) return;
    if (suggest(StepKind::kEnterStage)) return;
    if (suggest(StepKind::kResolve)) return;
    suggest(StepKind::kRecordDiscussion);
  }

  // A clock without a maximum does not run until a time is agreed.
  bool time_to_agree() const {
    return stage_ &&
           std::any_of(stage_->clocks.begin(), stage_->clocks.end(), [&](const auto& clock) {
             return clock.kind == policy::ClockKind::kAgreed &&
                    !time_agreed(state_, state_.passages.size() - 1, clock.id);
           });
  }

  // Brings the first step of that kind to the front. Returns whether there is one.
  bool suggest(StepKind kind) {
    const auto found = std::find_if(steps_.begin(), steps_.end(),
                                    [&](const Step& step) { return step.kind == kind; });
    if (found == steps_.end()) return false;
    found->suggested = true;
    std::rotate(steps_.begin(), found, found + 1);
    return true;
  }

  const Case& state_;
  const Setting& setting_;
  const policy::Stage* stage_;
  std::vector<RunningClock> clocks_;
  std::vector<OwedDuty> duties_;
  bool recorded_ = false;  // a discussion at this stage
  bool agreed_ = false;    // and the last of them ended in agreement
  std::vector<Step> steps_;
};

}  // namespace

std::vector<Step> next_steps(const Case& state, const Setting& setting) {
  Steps steps(state, setting);
  return state.is_open() ? steps.open_case() : steps.closed_case();
}

}  // namespace casework
