#include "documents/stage_account.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

#include "base/text.h"
#include "casework/clocks.h"
#include "casework/explanation.h"
#include "casework/next_steps.h"
#include "documents/case_words.h"

namespace documents {
namespace {

using casework::Case;
using casework::ClockStatus;
using casework::OwedDuty;
using casework::Recorded;
using casework::RunningClock;
using casework::Setting;

constexpr size_t kWholeCase = casework::kNoPassage;

size_t last_passage_of(const Case& state, const std::string& stage) {
  size_t found = kWholeCase;
  for (size_t i = 0; i < state.passages.size(); ++i) {
    if (state.passages[i].stage == stage) found = i;
  }
  return found;
}

void add(KeyValues& facts, std::string_view key, std::string_view value) {
  if (!base::trimmed(value).empty()) facts.rows.push_back({std::string(key), std::string(value)});
}

template <typename Fact>
std::string written_down(const Recorded<Fact>& recorded, bool late) {
  return calendar::in_words(recorded.recorded_at) + (late ? " (late entry)" : "") + ", by " +
         person_in_words(recorded.author);
}

class Account {
 public:
  Account(std::vector<Block>& blocks, const Case& state, const Setting& setting)
      : blocks_(blocks),
        state_(state),
        setting_(setting),
        duties_(casework::duties(state, setting)) {
    // Those of each passage come first and in order; then those of duties.
    const std::vector<RunningClock> all = casework::clocks(state, setting);
    size_t next = 0;
    for (size_t i = 0; i < state.passages.size(); ++i) {
      const size_t count = casework::clocks_of_passage(state, setting, i).size();
      for (size_t j = 0; j < count; ++j) clocks_.emplace_back(i, all[next++]);
    }
    for (; next < all.size(); ++next) {
      clocks_.emplace_back(last_passage_of(state, all[next].stage), all[next]);
    }
    add_duties_of_earlier_stages();
  }

  void write() {
    for (size_t i = 0; i < state_.passages.size(); ++i) {
      const casework::StagePassage& passage = state_.passages[i];
      blocks_.push_back(Heading{2, stage_heading(version(i), passage.stage)});
      KeyValues facts;
      if (!state_.policy_changes.empty()) add(facts, "Version", version_name(passage.policy_hash));
      add(facts, "Entered", calendar::in_words(passage.entered_at));
      if (passage.direct) add(facts, "How", "Directly, not as the next " + version(i).stage_word);
      add(facts, "Why", passage.reason);
      add(facts, "Ended", passage.ended_at ? calendar::in_words(*passage.ended_at) : "Not ended");
      blocks_.push_back(std::move(facts));
      add_deadlines(i);
      add_discussions(i);
      add_replies(i);
      add_times(i);
      add_duties(i);
      add_notices(i);
    }
    const size_t before = blocks_.size();
    blocks_.push_back(Heading{2, "The whole case"});
    add_deadlines(kWholeCase);
    add_discussions(kWholeCase);
    add_replies(kWholeCase);
    add_times(kWholeCase);
    add_duties(kWholeCase);
    add_notices(kWholeCase);
    if (blocks_.size() == before + 1) blocks_.pop_back();
  }

 private:
  // What was owed when each stage ended, and when the case closed: the duties of the case as its
  // file stood then, the latest first, because it knows most of what was done.
  void add_duties_of_earlier_stages() {
    for (size_t count = state_.events.size(); count-- > 1;) {
      const casework::Payload& next = state_.events[count].payload;
      if (!std::holds_alternative<casework::StageEntered>(next) &&
          !std::holds_alternative<casework::CaseResolved>(next) &&
          !std::holds_alternative<casework::CaseWithdrawn>(next)) {
        continue;
      }
      const auto end = state_.events.begin() + static_cast<std::ptrdiff_t>(count);
      const auto before = casework::fold({state_.events.begin(), end});
      if (!before) continue;
      const policy::Policy& policy = documents::version(state_, setting_, before->policy_hash());
      if (policy.stages.empty()) continue;  // not known, nor what it asked for
      const Setting then{policy, setting_.holidays, setting_.author, setting_.now,
                         setting_.earlier};
      for (OwedDuty& duty : casework::duties(*before, then)) {
        if (last_passage_of(state_, duty.stage) == kWholeCase || knows(duty)) continue;
        done_later(duty);
        duties_.push_back(std::move(duty));
      }
    }
  }
  // The version that a passage ran under; of the whole case, the present one.
  const policy::Policy& version(size_t passage) const {
    return passage == kWholeCase
               ? setting_.policy
               : documents::version(state_, setting_, state_.passages[passage].policy_hash);
  }
  // The version in force when the fact was written down.
  template <typename Fact>
  const policy::Policy& version_at(const Recorded<Fact>& fact) const {
    return documents::version(state_, setting_, hash_at(state_, fact.event_id));
  }
  // As the events name it, whether or not its words are known.
  std::string version_name(const std::string& hash) const {
    for (const auto& change : state_.policy_changes) {
      if (change.fact.policy_hash == hash) return change.fact.policy_version;
    }
    const casework::CaseOpened& opened = state_.opened.fact;
    return opened.policy_hash == hash ? opened.policy_version : "";
  }
  // A discussion or a notice of the stage, written down after the stage had ended.
  void done_later(OwedDuty& duty) const {
    if (duty.done) return;
    const auto mark = [&](const auto& facts, const auto& does_it) {
      for (const auto& each : facts) {
        if (duty.done || each.fact.stage != duty.stage || !does_it(each.fact)) continue;
        duty.done = true;
        duty.done_by_event = each.event_id;
      }
    };
    if (duty.needs_record) {
      mark(state_.discussions, [](const casework::DiscussionRecorded&) { return true; });
    } else if (!duty.form.empty()) {
      mark(state_.notices,
           [&](const casework::NoticeIssued& notice) { return notice.form == duty.form; });
    }
  }
  bool knows(const OwedDuty& duty) const {
    return std::any_of(duties_.begin(), duties_.end(), [&](const OwedDuty& other) {
      return other.duty == duty.duty && other.stage == duty.stage;
    });
  }

  void add_deadlines(size_t passage) {
    Table table{"", {"What", "Last day", "How it stands", "Why that day"}, {}};
    for (const auto& [where, clock] : clocks_) {
      if (where != passage) continue;
      std::string last_day = calendar::in_words_with_day(clock.deadline.last_day);
      if (clock.deadline.provisional) last_day += " (provisional)";
      table.rows.push_back({clock.what, last_day, casework::status_in_words(clock, setting_),
                            casework::why_in_words(clock, setting_)});
    }
    if (table.rows.empty()) return;
    blocks_.push_back(Heading{3, "Deadlines"});
    blocks_.push_back(std::move(table));
  }

  void add_discussions(size_t passage) {
    bool any = false;
    for (const auto& discussion : state_.discussions) {
      const casework::DiscussionRecorded& fact = discussion.fact;
      if (discussion.passage != passage) continue;
      if (!any) blocks_.push_back(Heading{3, "Discussions"});
      any = true;
      std::string title = calendar::in_words_with_day(fact.held_on);
      if (passage == kWholeCase) title += ", " + stage_label(version(passage), fact.stage);
      blocks_.push_back(Heading{4, std::move(title)});
      KeyValues facts;
      add(facts, "How", fact.channel);
      add(facts, "With", fact.with);
      add(facts, "What was said", fact.account);
      add(facts, "Agreed", fact.agreed.empty() ? "Nothing is recorded" : fact.agreed);
      add(facts, "Written down", written_down(discussion, is_late(discussion)));
      blocks_.push_back(std::move(facts));
    }
    if (any || passage == kWholeCase) return;
    blocks_.push_back(Heading{3, "Discussions"});
    blocks_.push_back(Paragraph{"No discussion is recorded.", Emphasis::kHint});
  }

  void add_replies(size_t passage) {
    bool any = false;
    for (const auto& reply : state_.replies) {
      const casework::ReplyReceived& fact = reply.fact;
      if (reply.passage != passage) continue;
      if (!any) blocks_.push_back(Heading{3, "Replies"});
      any = true;
      std::string title = calendar::in_words_with_day(fact.received_on);
      if (passage == kWholeCase) title += ", " + stage_label(version(passage), fact.stage);
      blocks_.push_back(Heading{4, std::move(title)});
      KeyValues facts;
      add(facts, "From", fact.from);
      add(facts, "What it says", fact.account);
      add(facts, "Settles the disagreement", fact.agreed ? "Yes" : "No");
      add(facts, "Written down", written_down(reply, is_late(reply)));
      blocks_.push_back(std::move(facts));
    }
  }

  void add_times(size_t passage) {
    add_times(passage, TimeKind::kAgreed, "Times agreed", "Agreed with");
    add_times(passage, TimeKind::kDeclared, "Times declared", "Told to");
    add_times(passage, TimeKind::kProtective, "Times set to protect the child", "Told to");
  }
  void add_times(size_t passage, TimeKind kind, const char* heading, const char* with) {
    Table table{"", {"What", "By", with, "Why", "Written down"}, {}};
    for (const auto& time : state_.times) {
      const casework::TimeAgreed& fact = time.fact;
      const policy::Policy& policy = version_at(time);
      if (time_kind(policy, fact.clock) != kind) continue;
      if (time.passage != passage) continue;
      const bool late = casework::is_late(time.occurred_at, time.recorded_at);
      const policy::Clock* clock = policy.clock(fact.clock);
      table.rows.push_back({clock ? clock->what : fact.clock, calendar::in_words(fact.until),
                            fact.with, fact.reason, written_down(time, late)});
    }
    if (table.rows.empty()) return;
    blocks_.push_back(Heading{3, heading});
    blocks_.push_back(std::move(table));
  }

  void add_duties(size_t passage) {
    Table table{"", {"Duty", "When", "Done?", "What is recorded"}, {}};
    std::set<std::string> told;
    for (const OwedDuty& duty : duties_) {
      const size_t where = duty.stage.empty() ? kWholeCase : last_passage_of(state_, duty.stage);
      if (where != passage) continue;
      std::vector<std::string> records;
      for (const auto& done : state_.duties) {
        if (done.fact.duty != duty.duty || done.fact.stage != duty.stage) continue;
        told.insert(done.event_id);
        records.push_back(record_of(done));
      }
      const bool is_done = duty.done || !records.empty();
      if (records.empty() && duty.done) records.push_back(record_of_event(duty.done_by_event));
      table.rows.push_back(
          {duty.text, duty.why, is_done ? "Done" : "Not done", base::joined(records, "\n")});
    }
    // Done, although the procedure did not ask for it here.
    for (const auto& done : state_.duties) {
      const size_t where =
          done.fact.stage.empty() ? kWholeCase : last_passage_of(state_, done.fact.stage);
      if (where != passage || told.count(done.event_id) > 0) continue;
      const policy::Duty* duty = version_at(done).duty(done.fact.duty);
      table.rows.push_back({duty ? duty->text : done.fact.duty, "", "Done", record_of(done)});
    }
    if (table.rows.empty()) return;
    blocks_.push_back(Heading{3, "Duties"});
    blocks_.push_back(std::move(table));
  }
  static std::string record_of(const Recorded<casework::DutyDone>& done) {
    const bool late = casework::is_late(done.occurred_at, done.recorded_at);
    std::string text = calendar::in_words(done.occurred_at) + ", " + person_in_words(done.author);
    if (!done.fact.note.empty()) text += ": " + sentence(done.fact.note);
    if (late)
      text += " (Written down on " + calendar::in_words(done.recorded_at) + ", a late entry.)";
    return text;
  }
  std::string record_of_event(const std::string& event_id) const {
    for (const casework::Event& event : state_.events) {
      if (event.id != event_id) continue;
      return casework::title(event.payload) + ", " + calendar::in_words(event.occurred_at) + ", " +
             person_in_words(event.author);
    }
    return "";
  }

  void add_notices(size_t passage) {
    for (const auto& notice : state_.notices) {
      const casework::NoticeIssued& fact = notice.fact;
      if (notice.passage != passage) continue;
      const policy::Form* form = version_at(notice).form(fact.form);
      blocks_.push_back(Heading{3, "Issued: " + (form ? form->title : fact.form)});
      KeyValues facts;
      add(facts, "Issued",
          calendar::in_words(notice.occurred_at) + ", by " + person_in_words(notice.author));
      add(facts, "Copy to", fact.copied_to);
      std::set<std::string> told;
      if (form) {
        for (const policy::FormField& field : form->fields) {
          const auto answer = fact.answers.find(field.id);
          told.insert(field.id);
          add_answer(facts, field.label, field.type,
                     answer == fact.answers.end() ? std::vector<std::string>{} : answer->second);
        }
      }
      for (const auto& [id, answer] : fact.answers) {
        if (told.count(id) == 0) add_answer(facts, id, policy::FieldType::kText, answer);
      }
      blocks_.push_back(std::move(facts));
    }
  }
  static void add_answer(KeyValues& facts, const std::string& label, policy::FieldType type,
                         const std::vector<std::string>& answer) {
    std::string text(base::trimmed(base::joined(answer, "\n")));
    if (type == policy::FieldType::kDate) {
      const auto day = calendar::parse_iso(text);
      if (day.ok()) text = calendar::in_words(*day);
    }
    add(facts, label, text.empty() ? "Not provided" : text);
  }

  std::vector<Block>& blocks_;
  const Case& state_;
  const Setting& setting_;
  std::vector<std::pair<size_t, RunningClock>> clocks_;  // with the passage of each
  std::vector<OwedDuty> duties_;
};

}  // namespace

void add_stage_accounts(std::vector<Block>& blocks, const Case& state, const Setting& setting) {
  Account(blocks, state, setting).write();
}

}  // namespace documents
