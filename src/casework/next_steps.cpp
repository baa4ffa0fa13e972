#include "casework/next_steps.h"

#include <algorithm>

#include "base/order.h"
#include "base/text.h"
#include "casework/set_times.h"
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
        duties_(duties(state, setting)),
        settable_(settable_clocks(state, setting, duties_)),
        exchanges_(exchanges_at(state, state.passages.size() - 1)) {
    for (RunningClock& shared : current_budget_clocks(state, setting)) {
      clocks_.push_back(std::move(shared));
    }
    agreed_ = !exchanges_.empty() && exchanges_.back().agreed();
  }

  std::vector<Step> open_case() {
    add_discussion();
    if (awaits_reply()) add_reply();
    if (stage_) add_times();
    if (stage_) add_next();
    add_notices_at_stage();
    add_direct();
    if (!stage_ || stage_->may_resolve) {
      add(StepKind::kResolve, state_.stage(), "Record that it is resolved",
          agreed_ ? "The last " + last_said() + " records an agreement."
                  : "When both sides agree on what happens next.");
    }
    add(StepKind::kAddNote, "", "Add a note", "Anything else that belongs in the case file.");
    add(StepKind::kWithdraw, "", "Withdraw the disagreement",
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
    const std::string by = " by " + calendar::end_in_words(clock.deadline);
    if (clock.status != ClockStatus::kOverdue) {
      return clock.what + by + (clock.needs_agreement ? " at the latest." : ".");
    }
    if (clock.lapse == policy::Lapse::kOverdue) return "It was due" + by + ".";
    return silence_in_words(clock) + by + "; the procedure lets you treat that as not resolved.";
  }

  const RunningClock* clock_with(ClockStatus status) const {
    for (const RunningClock& clock : clocks_) {
      if (clock.status == status) return &clock;
    }
    return nullptr;
  }

  bool recorded() const { return !exchanges_.empty(); }
  std::string last_said() const { return exchanges_.back().reply ? "reply" : "discussion"; }

  void add_discussion() {
    const bool spoken = std::any_of(exchanges_.begin(), exchanges_.end(),
                                    [](const Exchange& each) { return each.discussion; });
    std::string why;
    if (spoken) {
      why = "If you have spoken again.";
    } else {
      why = "No discussion is recorded at " + name_of(state_.stage()) + " yet.";
      if (const auto next = next_deadline(clocks_)) why += " " + due_sentence(*next);
    }
    Step& step =
        add(StepKind::kRecordDiscussion, state_.stage(), "Record the discussion", std::move(why));
    if (stage_) step.cite = stage_->cite;
  }

  // A timescale of the stage waits for one, or something was sent that may be answered.
  bool awaits_reply() const {
    const size_t last = state_.passages.size() - 1;
    const auto& notices = state_.notices;
    if (std::any_of(notices.begin(), notices.end(),
                    [&](const auto& notice) { return notice.passage == last; })) {
      return true;
    }
    return stage_ && std::any_of(stage_->clocks.begin(), stage_->clocks.end(), [&](const auto& c) {
             return (c.met_by == policy::MetBy::kReply ||
                     counts_from(c, policy::StartEvent::kReplyReceived)) &&
                    holds_for_case(c.only_if, state_);
           });
  }

  void add_reply() {
    const bool replied = std::any_of(exchanges_.begin(), exchanges_.end(),
                                     [](const Exchange& each) { return each.reply; });
    std::string why = "If another reply has come.";
    const policy::Clock* rule = nullptr;
    if (!replied) {
      why = "No reply is recorded at " + name_of(state_.stage()) + " yet.";
      for (const RunningClock& clock : clocks_) {
        if (clock.met_by != policy::MetBy::kReply || !is_going(clock)) continue;
        why += " " + due_sentence(clock);
        rule = setting_.policy.clock(clock.id);
        break;
      }
    }
    Step& step = add(StepKind::kRecordReply, state_.stage(), "Record the reply", std::move(why));
    if (rule) step.cite = rule->cite;
  }

  // What the procedure asks for first, then what it allows.
  void add_times() {
    for (const SettableClock& each : settable_) {
      if (each.clock->kind != policy::ClockKind::kFixed) add_time(each);
    }
    for (const SettableClock& each : settable_) {
      if (each.clock->kind == policy::ClockKind::kFixed) add_protective_time(each);
    }
  }

  void add_time(const SettableClock& settable) {
    const policy::Clock& clock = *settable.clock;
    const auto latest = latest_time(state_, setting_, settable);
    if (latest && latest->deadline.ends <= setting_.now) return;  // nothing is left to agree
    const auto& own = stage_->clocks;
    const bool is_own = std::any_of(own.begin(), own.end(),
                                    [&](const policy::Clock& each) { return each.id == clock.id; });
    const std::string name = is_own ? name_of(state_.stage()) : "“" + clock.what + "”";
    std::string label = (settable.time ? "Agree a new time for " : "Agree a time for ") + name;
    std::string why = settable.time ? "If both sides need another date." : "No time is agreed yet.";
    if (clock.kind == policy::ClockKind::kDeclared) {
      label = settable.time ? "Say anew by when " : "Say by when ";
      label += is_own ? name + " is to be resolved" : "this is to happen: " + name;
      why = settable.time ? "If another date is needed." : "No time is declared yet.";
    }
    if (latest) {
      why += " It may be no later than " + calendar::in_words_with_day(latest->deadline.last_day) +
             ".";
    }
    add(StepKind::kAgreeTime, clock.id, std::move(label), std::move(why)).cite = clock.cite;
  }

  void add_protective_time(const SettableClock& settable) {
    const policy::Clock& clock = *settable.clock;
    const auto deadline = deadline_ahead(clock.id);
    if (!deadline) return;
    add(StepKind::kAgreeTime, clock.id,
        settable.time ? "Set another date that protects the child"
                      : "Set a date that protects the child",
        "If the child cannot wait until " + calendar::end_in_words(*deadline) + ".")
        .cite = clock.cite;
  }

  // Of a clock that is neither met nor late.
  std::optional<calendar::Deadline> deadline_ahead(const std::string& clock_id) const {
    for (const RunningClock& each : clocks_) {
      if (each.id != clock_id) continue;
      if (is_going(each) && each.status != ClockStatus::kOverdue) return each.deadline;
    }
    for (const OwedDuty& owed : duties_) {
      if (owed.done || !owed.clock || owed.clock->deadline.ends <= setting_.now) continue;
      if (owed.clock->id == clock_id) return owed.clock->deadline;
    }
    return std::nullopt;
  }

  void add_next() {
    for (const std::string& id : stage_->next) {
      const policy::Stage* next = setting_.policy.stage(id);
      if (!next) continue;
      std::string label = "Move to " + name_of(id);
      if (!next->title.empty() && !next->label.empty()) label += ": " + next->title;
      std::string why = "If " + name_of(state_.stage()) + " does not resolve it.";
      if (const auto* overdue = clock_with(ClockStatus::kOverdue)) {
        why = due_sentence(*overdue) + (recorded() || overdue->lapse == policy::Lapse::kMayEscalate
                                            ? ""
                                            : " No discussion is recorded.");
      } else if (recorded() && !agreed_) {
        why = "The " + last_said() + " did not end in agreement.";
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
        std::string why = entry.when.empty() ? "If this cannot wait for the " +
                                                   setting_.policy.stage_word + "s between."
                                             : entry.when;
        if (why.back() != '.') why += '.';
        add(StepKind::kEnterDirectly, id, "Go straight to " + name_of(id), base::capitalised(why))
            .cite = entry.cite;
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
      base::put_first(steps_, owed_first);
      steps_.front().suggested = true;
    }
    for (const Form* form : again)
      add_form(*form, "It was completed before; this makes a new one.");
  }

  void suggest_open() {
    // At immediate risk, where no time runs or can be set that would protect the child.
    const bool unprotected =
        state_.opened.fact.immediate_risk && clocks_.empty() && settable_.empty();
    if (unprotected && !recorded() && suggest(StepKind::kEnterDirectly)) return;
    const bool overdue = clock_with(ClockStatus::kOverdue) != nullptr;
    if (overdue && !agreed_ && suggest(StepKind::kEnterStage)) return;
    if (lacks_time(policy::ClockKind::kDeclared) && suggest(StepKind::kAgreeTime)) return;
    if (!recorded() && suggest_notice_of_entry()) return;
    if (!recorded() && suggest(StepKind::kRecordDiscussion)) return;
    if (agreed_ && suggest(StepKind::kResolve)) return;
    if (lacks_time(policy::ClockKind::kAgreed) && suggest(StepKind::kAgreeTime)) return;
    if (suggest(StepKind::kEnterStage)) return;
    if (suggest(StepKind::kResolve)) return;
    suggest(StepKind::kRecordDiscussion);
  }

  // A stage that begins by writing to somebody: nobody there can speak of what they have not been
  // sent.
  bool suggest_notice_of_entry() {
    const auto begins = [&](const OwedDuty& owed) {
      const policy::Duty* duty = setting_.policy.duty(owed.duty);
      return duty && duty->when == policy::DutyMoment::kOnEntry && !owed.done &&
             !owed.form.empty() && owed.by == policy::Party::Side::kConcerned;
    };
    const auto owed = std::find_if(duties_.begin(), duties_.end(), begins);
    return owed != duties_.end() && suggest(StepKind::kIssueNotice, owed->form);
  }

  // Asked for, and not set; a clock without a maximum does not even run until it is.
  bool lacks_time(policy::ClockKind kind) const {
    return std::any_of(settable_.begin(), settable_.end(), [&](const SettableClock& each) {
      return each.clock->kind == kind && !each.time &&
             offered(StepKind::kAgreeTime, each.clock->id);
    });
  }

  // Brings the first step of that kind, and of that target if one is named, to the front. Returns
  // whether there is one.
  bool suggest(StepKind kind, std::string_view target = {}) {
    const auto found = std::find_if(steps_.begin(), steps_.end(), [&](const Step& step) {
      return step.kind == kind && (target.empty() || step.target == target);
    });
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
  std::vector<SettableClock> settable_;
  Exchanges exchanges_;  // discussions and replies at this stage
  bool agreed_ = false;  // the last of them ended in agreement
  std::vector<Step> steps_;
};

}  // namespace

std::vector<Step> next_steps(const Case& state, const Setting& setting) {
  Steps steps(state, setting);
  return state.is_open() ? steps.open_case() : steps.closed_case();
}

}  // namespace casework
