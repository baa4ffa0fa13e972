// What must hold of clocks, conditions and budgets: each can start, can be met, and asks only for
// what can happen where it stands.
#include <algorithm>

#include "base/text.h"
#include "policy/check.h"
#include "policy/check_references.h"
#include "policy/spellings.h"

namespace policy {
namespace {

using base::ErrorCode;

// What a clock belongs to.
struct Owner {
  enum class Kind { kStage, kBudget, kDuty, kExclusion } kind;
  const Stage* stage = nullptr;  // of kStage
  const Duty* duty = nullptr;    // of kDuty
  std::string pointer = {};      // of the stage
};

std::string quoted(StartEvent start) {
  return in_quotes(word_for(start, kStartEvents));
}

bool starts_with_any(const Clock& clock, StartEvent start) {
  const auto& others = clock.other_starts;
  return clock.start == start || std::find(others.begin(), others.end(), start) != others.end();
}

// Nothing is known of the other side or of an outcome when a case is raised, nor of a case that
// belongs to another procedure.
bool knows_answers(const Owner& owner) {
  switch (owner.kind) {
    case Owner::Kind::kStage:
      return true;
    case Owner::Kind::kDuty:
      return owner.duty->when != DutyMoment::kOnRaising;
    case Owner::Kind::kBudget:
    case Owner::Kind::kExclusion:
      return false;
  }
  return false;
}

class TimeChecker {
 public:
  TimeChecker(const Policy& policy, References& refer, Findings& findings)
      : policy_(policy), refer_(refer), findings_(findings) {}

  void run() {
    for (size_t i = 0; i < policy_.stages.size(); ++i) {
      const Stage& stage = policy_.stages[i];
      const Owner owner{Owner::Kind::kStage, &stage, nullptr, below("/stages", i)};
      const std::string list = below(owner.pointer, "clocks");
      for (size_t c = 0; c < stage.clocks.size(); ++c) {
        clock(stage.clocks[c], owner, below(list, c));
        has_start(stage.clocks[c], stage, below(list, c));
      }
    }
    for (size_t i = 0; i < policy_.budgets.size(); ++i) {
      budget(policy_.budgets[i], below("/budgets", i));
    }
    for (size_t i = 0; i < policy_.duties.size(); ++i) {
      const Duty& duty = policy_.duties[i];
      const Owner owner{Owner::Kind::kDuty, nullptr, &duty};
      if (duty.only_if) condition(*duty.only_if, owner, below(below("/duties", i), "only_if"));
      if (duty.clock) clock(*duty.clock, owner, below(below("/duties", i), "clock"));
    }
    for (size_t i = 0; i < policy_.exclusions.size(); ++i) {
      const auto& other = policy_.exclusions[i].clock;
      if (other) exclusion_clock(*other, below(below("/exclusions", i), "clock"));
    }
  }

 private:
  void wrong(std::string_view pointer, std::string_view message, std::string_view found,
             std::string_view expected) {
    findings_.add(ErrorCode::kBadValue, pointer, message, found, expected);
  }
  // Whether something was wrong with how it is written: then nothing follows from it.
  bool unread(const std::string& pointer) const { return findings_.found_earlier_under(pointer); }
  void missing(std::string_view pointer, std::string_view message, std::string_view expected) {
    findings_.add(ErrorCode::kMissingKey, pointer, message, "nothing", expected);
  }

  void clock(const Clock& clock, const Owner& owner, const std::string& pointer) {
    if (holds(clock_ids_, clock.id) && !clock.id.empty()) {
      wrong(below(pointer, "id"), "Another clock of this policy has this id; give each its own.",
            in_quotes(clock.id), "an id that is used once");
    }
    clock_ids_.push_back(clock.id);
    amount(clock, pointer);
    starts(clock, owner, pointer);
    met_by(clock, owner, pointer);
    lapse(clock, owner, pointer);
    if (clock.only_if) condition(*clock.only_if, owner, below(pointer, "only_if"));
  }

  void amount(const Clock& clock, const std::string& pointer) {
    if (clock.kind != ClockKind::kFixed || clock.amount.count > 0) return;
    const bool counts_days = clock.amount.unit == calendar::Unit::kWorkingDays ||
                             clock.amount.unit == calendar::Unit::kCalendarDays;
    if (clock.amount.count == 0 && counts_days) return;  // the same day
    wrong(below(below(pointer, "amount"), "count"),
          "A fixed time must be at least one; only working days and calendar days may be 0, for "
          "the same day. For what is done at once use the kind “immediate”.",
          std::to_string(clock.amount.count), "1 or more");
  }

  void starts(const Clock& clock, const Owner& owner, const std::string& pointer) {
    std::vector<StartEvent> before{clock.start};
    for (size_t i = 0; i < clock.other_starts.size(); ++i) {
      const StartEvent start = clock.other_starts[i];
      if (std::find(before.begin(), before.end(), start) != before.end()) {
        wrong(below(below(pointer, "other_starts"), i),
              "The clock starts with this already; name each start once.", quoted(start),
              "another start");
      }
      before.push_back(start);
      may_start(start, owner, below(below(pointer, "other_starts"), i));
    }
    may_start(clock.start, owner, below(pointer, "start"));
    refer_.hold(clock.start_stage, refer_.stages, below(pointer, "start_stage"));
    refer_.hold(clock.start_form, refer_.forms, below(pointer, "start_form"));
    if (!unread(below(pointer, "start")) && !unread(below(pointer, "other_starts"))) {
      start_names(clock, pointer);
    }
  }

  void start_names(const Clock& clock, const std::string& pointer) {
    if (!clock.start_stage.empty() && !starts_with_any(clock, StartEvent::kStageEnded)) {
      wrong(below(pointer, "start_stage"),
            "Only a clock that starts when a stage ended names that stage; take this out or start "
            "with “stage_ended”.",
            in_quotes(clock.start_stage), "no start_stage");
    }
    const bool from_notice = starts_with_any(clock, StartEvent::kNoticeSent);
    if (from_notice && clock.start_form.empty()) {
      missing(below(pointer, "start_form"),
              "A clock that starts when a notice was sent must name the notice’s form.",
              "the id of a form");
    }
    if (!from_notice && !clock.start_form.empty()) {
      wrong(below(pointer, "start_form"),
            "Only a clock that starts when a notice was sent names a form; take this out or start "
            "with “notice_sent”.",
            in_quotes(clock.start_form), "no start_form");
    }
  }

  // Whether the event can happen where the clock stands.
  void may_start(StartEvent start, const Owner& owner, const std::string& pointer) {
    const bool at_first = start == StartEvent::kConcernArose || start == StartEvent::kCaseRaised;
    if (owner.kind == Owner::Kind::kExclusion && !at_first) {
      wrong(pointer,
            "Another procedure’s clock starts when the concern arose or the case was raised; "
            "nothing later is known of it here.",
            quoted(start), "one of concern_arose, case_raised");
    } else if (owner.kind == Owner::Kind::kBudget && !at_first &&
               start != StartEvent::kStageEntered) {
      wrong(pointer,
            "A time shared by stages starts when the concern arose, when the case was raised, or "
            "when the first of the stages was entered.",
            quoted(start), "one of concern_arose, case_raised, stage_entered");
    } else if (start == StartEvent::kReplyReceived) {
      can_reply(owner, pointer, quoted(start));
    }
  }

  void can_reply(const Owner& owner, const std::string& pointer, std::string_view found) {
    if (owner.kind == Owner::Kind::kDuty && !knows_answers(owner)) {
      wrong(pointer, "No reply can have come when a case is raised; count from another event.",
            found, "an event that happens, such as “case_raised”");
    }
    if (owner.kind != Owner::Kind::kStage) return;
    const auto& with = owner.stage->with;
    const bool has_other_side = std::any_of(with.begin(), with.end(), [](const Party& party) {
      return party.side != Party::Side::kConcerned;
    });
    if (has_other_side || unread(below(owner.pointer, "with"))) return;
    wrong(pointer,
          "At this stage nobody on the other side is spoken with, so no reply can come; choose "
          "another event, or correct “with”.",
          found, "an event that happens, such as “meeting_held”");
  }

  void met_by(const Clock& clock, const Owner& owner, const std::string& pointer) {
    refer_.hold(clock.met_by_duty, refer_.duties, below(pointer, "met_by_duty"));
    if (owner.kind == Owner::Kind::kBudget && clock.met_by != MetBy::kStageEnded) {
      wrong(below(pointer, "met_by"),
            "A time shared by stages is met when the last of them is left; take this out.",
            in_quotes(word_for(clock.met_by, kMetBys)), "“stage_ended”");
      return;
    }
    if (owner.kind == Owner::Kind::kDuty && clock.met_by != MetBy::kDutyDone) {
      wrong(below(pointer, "met_by"), "A duty’s clock is met when the duty is done; take this out.",
            in_quotes(word_for(clock.met_by, kMetBys)), "“duty_done”");
      return;
    }
    if (clock.met_by == MetBy::kReply) can_reply(owner, below(pointer, "met_by"), "“reply”");
    if (unread(below(pointer, "met_by"))) return;
    const bool names_duty = !clock.met_by_duty.empty();
    const bool needs_duty = owner.kind == Owner::Kind::kStage && clock.met_by == MetBy::kDutyDone;
    if (needs_duty && !names_duty) {
      missing(below(pointer, "met_by_duty"),
              "A stage’s clock that a duty meets must name the duty.", "the id of a duty");
    }
    if (names_duty && !needs_duty) {
      wrong(below(pointer, "met_by_duty"),
            "Only a stage’s clock that is met by “duty_done” names a duty; take this out.",
            in_quotes(clock.met_by_duty), "no met_by_duty");
    }
    if (names_duty && needs_duty) duty_is_owed(clock, *owner.stage, below(pointer, "met_by_duty"));
  }

  // A clock runs while the case is at its stage: a duty that is not owed there never meets it.
  void duty_is_owed(const Clock& clock, const Stage& stage, const std::string& pointer) {
    const auto index = static_cast<size_t>(
        std::find(refer_.duties.ids.begin(), refer_.duties.ids.end(), clock.met_by_duty) -
        refer_.duties.ids.begin());
    if (index == policy_.duties.size() || !refer_.stages.known) return;
    const std::string place = below("/duties", index);
    if (unread(below(place, "when")) || unread(below(place, "stages"))) return;
    const Duty& duty = policy_.duties[index];
    const bool too_late =
        duty.when == DutyMoment::kOnResolution || duty.when == DutyMoment::kAfterwards;
    const bool elsewhere = duty.when != DutyMoment::kOnRaising && !duty.stages.empty() &&
                           !holds(duty.stages, stage.id);
    if (!too_late && !elsewhere) return;
    wrong(pointer,
          "This duty is not owed at this stage, so it would never meet this clock; name another "
          "duty, or correct the duty’s “when” or “stages”.",
          in_quotes(clock.met_by_duty), "a duty owed at " + in_quotes(stage.id));
  }

  void lapse(const Clock& clock, const Owner& owner, const std::string& pointer) {
    const bool shared = owner.kind == Owner::Kind::kBudget;
    const bool of_stage = owner.kind == Owner::Kind::kStage;
    const bool gives_way = shared || (of_stage && clock.kind == ClockKind::kFixed);
    if (clock.or_protective && !gives_way && !unread(below(pointer, "kind"))) {
      wrong(below(pointer, "or_protective"),
            "Only a fixed clock of a stage or a time shared by stages may give way to a time that "
            "protects; take this out.",
            "true", "no or_protective");
    }
    if (clock.lapse != Lapse::kMayEscalate) return;
    if (!of_stage) {
      wrong(below(pointer, "lapse"),
            "Only a stage’s clock can let the case be escalated when it ends; take this out.",
            "“may_escalate”", "“overdue”");
      return;
    }
    if (clock.on_lapse.empty()) {
      missing(below(pointer, "on_lapse"),
              "Say in “on_lapse” what silence allows, in the procedure’s own terms.", "a text");
    }
    if (owner.stage->next.empty()) {
      wrong(below(pointer, "lapse"),
            "No stage follows this one, so silence cannot be escalated; take this out or give the "
            "stage a “next”.",
            "“may_escalate”", "“overdue”");
    }
  }

  // A clock that counts from the end of "the stage before" needs one; a clock that counts from a
  // notice needs one that can be sent at its stage.
  void has_start(const Clock& clock, const Stage& stage, const std::string& pointer) {
    if (!clock.other_starts.empty()) return;  // one of them happens
    if (clock.start == StartEvent::kNoticeSent) notice_can_be_sent(clock, stage, pointer);
    if (clock.start != StartEvent::kStageEnded || !clock.start_stage.empty() ||
        !refer_.stages.known) {
      return;
    }
    for (const Stage& other : policy_.stages) {
      if (holds(other.next, stage.id)) return;
    }
    for (const DirectEntry& entry : policy_.risk.direct_entry) {
      if (holds(entry.stages, stage.id)) return;
    }
    if (findings_.found_earlier_under("/risk/direct_entry")) return;
    wrong(below(pointer, "start"),
          "No stage comes before this one, so this clock would never start; count from another "
          "event.",
          in_quotes("stage_ended"), "an event that happens, such as “stage_entered”");
  }

  void notice_can_be_sent(const Clock& clock, const Stage& stage, const std::string& pointer) {
    const Form* form = policy_.form(clock.start_form);
    if (!form || form->offered_at.empty() || holds(form->offered_at, stage.id)) return;
    for (const Duty& duty : policy_.duties) {
      if (duty.form == form->id) return;
    }
    wrong(below(pointer, "start_form"),
          "This form is not offered at this stage, so this clock would never start; add the stage "
          "to the form’s “offered_at” or name another form.",
          in_quotes(form->id), "a form offered at " + in_quotes(stage.id));
  }

  void condition(const Condition& condition, const Owner& owner, const std::string& pointer) {
    refer_.all_hold(condition.priorities, refer_.priorities, below(pointer, "priority"));
    refer_.each_once(condition.priorities, below(pointer, "priority"));
    if (!condition.outcome || knows_answers(owner)) return;
    wrong(below(pointer, "outcome"),
          "What came of a discussion is known only at a stage or after it; take this out.",
          in_quotes(word_for(*condition.outcome, kOutcomes)), "no outcome");
  }

  void budget(const Budget& budget, const std::string& pointer) {
    refer_.all_hold(budget.stages, refer_.stages, below(pointer, "stages"));
    refer_.each_once(budget.stages, below(pointer, "stages"));
    const std::string place = below(pointer, "clock");
    if (budget.clock.kind == ClockKind::kImmediate) {
      wrong(below(place, "kind"), "Stages cannot share a time that has no length.", "“immediate”",
            "one of fixed, agreed, declared");
    }
    clock(budget.clock, {Owner::Kind::kBudget}, place);
  }

  void exclusion_clock(const Clock& other, const std::string& pointer) {
    if (other.kind != ClockKind::kFixed && other.kind != ClockKind::kImmediate) {
      wrong(below(pointer, "kind"),
            "Another procedure’s time cannot be agreed or declared here; state its amount.",
            in_quotes(word_for(other.kind, kClockKinds)), "one of fixed, immediate");
    }
    clock(other, {Owner::Kind::kExclusion}, pointer);
  }

  const Policy& policy_;
  References& refer_;
  Findings& findings_;
  Ids clock_ids_;
};

}  // namespace

void check_time(const Policy& policy, References& refer, Findings& findings) {
  TimeChecker(policy, refer, findings).run();
}

}  // namespace policy
