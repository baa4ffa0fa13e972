#include "casework/audit_remarks.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/order.h"
#include "base/text.h"
#include "casework/explanation.h"
#include "casework/stage_facts.h"
#include "casework/stage_words.h"
#include "policy/words.h"

namespace casework {
namespace {

class Remarks {
 public:
  Remarks(const Case& state, const Setting& setting, const std::vector<Requirement>& requirements,
          const std::vector<RunningClock>& clocks)
      : state_(state), setting_(setting), requirements_(requirements), clocks_(clocks) {}

  std::vector<AuditRemark> all() {
    add_scope();
    for (size_t i = 0; i < state_.passages.size(); ++i) {
      add_direct_entry(i);
      add_unknown_version(i);
    }
    for (const RunningClock& clock : clocks_) add_time_beyond(clock);
    for (const auto& done : state_.duties) add_besides(done);
    for (const auto& notice : state_.notices) add_besides(notice);
    add_versions();
    base::sort(remarks_, [](const AuditRemark& a, const AuditRemark& b) {
      return a.passage < b.passage;  // kNoPassage is the last
    });
    return std::move(remarks_);
  }

 private:
  AuditRemark& add(size_t passage, std::string text, std::string reason, std::string event_id) {
    AuditRemark remark;
    remark.passage = passage;
    remark.text = std::move(text);
    remark.reason = std::move(reason);
    remark.event_id = std::move(event_id);
    remarks_.push_back(std::move(remark));
    return remarks_.back();
  }
  std::string name_of(size_t passage) const { return stage_at_in_words(state_, setting_, passage); }

  // A question about whether the procedure is meant for the case, answered against it.
  template <typename Question>
  static const policy::Citation* answered(const std::vector<Question>& questions,
                                          const std::map<std::string, bool>& answers,
                                          bool against) {
    for (const Question& question : questions) {
      const auto answer = answers.find(question.id);
      if (answer != answers.end() && answer->second == against) return &question.cite;
    }
    return nullptr;
  }

  void add_scope() {
    const CaseOpened& opened = state_.opened.fact;
    const policy::Policy* policy = version_of(state_, setting_, opened.policy_hash);
    if (opened.scope_reason.empty()) return;
    const auto* excluded = policy ? answered(policy->exclusions, opened.exclusions, true) : nullptr;
    const auto* failed = policy ? answered(policy->tests, opened.tests, false) : nullptr;
    AuditRemark& remark = add(0,
                              excluded ? "This procedure is used although another one covers this."
                                       : "This procedure is used although not all its conditions "
                                         "for use are met.",
                              opened.scope_reason, state_.opened.event_id);
    if (!excluded && !failed) return;
    remark.cite = excluded ? *excluded : *failed;
    remark.policy_hash = policy->hash;
  }

  void add_direct_entry(size_t passage) {
    const StagePassage& at = state_.passages[passage];
    const std::string here = base::capitalised(name_of(passage));
    if (!at.direct) return;
    AuditRemark& remark =
        add(passage,
            passage == 0 ? "The case began at " + within_sentence(here) + "."
                         : here + " was entered directly, from " + name_of(passage - 1) + ".",
            at.reason, at.names.front().event_id);
    const policy::Policy* policy = policy_at(state_, setting_, passage);
    if (!policy) return;
    for (const policy::DirectEntry& entry : policy->risk.direct_entry) {
      const auto& stages = entry.stages;
      if (remark.cite || std::find(stages.begin(), stages.end(), at.stage) == stages.end())
        continue;
      remark.text += " The procedure allows that" +
                     (entry.when.empty() ? "." : " " + policy::sentence(entry.when));
      remark.cite = entry.cite;
      remark.policy_hash = policy->hash;
    }
  }

  void add_unknown_version(size_t passage) {
    const policy::Policy* policy = policy_at(state_, setting_, passage);
    if (policy && policy->stage(state_.passages[passage].stage)) return;
    add(passage,
        "What was asked at " + name_of(passage) +
            " is not known here: the version of the procedure that it ran under is missing. What "
            "is recorded there is in the case record.",
        "", "");
  }

  // A time that is later than the procedure allows, or protects the child no earlier than it does.
  void add_time_beyond(const RunningClock& clock) {
    if (!clock.reckoning.time || clock.reckoning.use == Reckoning::Use::kEnds) return;
    std::string text;
    for (const Reason& reason : explain(clock, setting_).reasons) {
      const bool told = reason.kind == Reason::Kind::kSet || reason.kind == Reason::Kind::kAtMost ||
                        reason.kind == Reason::Kind::kTooLate;
      if (told) text += " " + reason.text;
    }
    for (size_t i = state_.times.size(); i-- > 0;) {
      const Recorded<TimeAgreed>& time = state_.times[i];
      if (time.fact.clock != clock.id || time.fact.until != clock.reckoning.time->until) continue;
      AuditRemark& remark =
          add(time.passage, clock.what + ":" + text, time.fact.reason, time.event_id);
      remark.cite = clock.cite;
      remark.policy_hash = clock.reckoning.policy_hash;
      return;
    }
  }

  bool is_told(const std::string& event_id) const {
    return std::any_of(requirements_.begin(), requirements_.end(), [&](const Requirement& row) {
      return row.record && row.record->event_id == event_id;
    });
  }
  // The version in force where it was recorded.
  const policy::Policy* version_at(size_t passage) const {
    return passage == kNoPassage ? &setting_.policy : policy_at(state_, setting_, passage);
  }
  void add_besides(const Recorded<DutyDone>& done) {
    if (is_told(done.event_id)) return;
    const policy::Policy* policy = version_at(done.passage);
    const policy::Duty* duty = policy ? policy->duty(done.fact.duty) : nullptr;
    add(done.passage, "Also done: " + policy::sentence(duty ? duty->text : done.fact.duty),
        done.fact.note, done.event_id);
  }
  void add_besides(const Recorded<NoticeIssued>& notice) {
    if (is_told(notice.event_id)) return;
    const policy::Policy* policy = version_at(notice.passage);
    const policy::Form* form = policy ? policy->form(notice.fact.form) : nullptr;
    add(notice.passage,
        "Also issued, on " + calendar::in_words(calendar::uk_date(notice.occurred_at)) + ": " +
            policy::sentence(form ? form->title : notice.fact.form),
        "", notice.event_id);
  }

  void add_versions() {
    for (const auto& change : state_.policy_changes) {
      add(kNoPassage,
          "From " + calendar::in_words(calendar::uk_date(change.occurred_at)) +
              " the case ran under version " + change.fact.policy_version + " of the procedure.",
          change.fact.reason, change.event_id);
    }
  }

  const Case& state_;
  const Setting& setting_;
  const std::vector<Requirement>& requirements_;
  const std::vector<RunningClock>& clocks_;
  std::vector<AuditRemark> remarks_;
};

}  // namespace

std::vector<AuditRemark> audit_remarks(const Case& state, const Setting& setting,
                                       const std::vector<Requirement>& requirements,
                                       const std::vector<RunningClock>& clocks) {
  return Remarks(state, setting, requirements, clocks).all();
}

}  // namespace casework
