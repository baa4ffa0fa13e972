// Clocks in words (rules.h, words.h): plain English, never a word of the format.
#include <algorithm>

#include "base/text.h"
#include "policy/rules.h"
#include "policy/words.h"

namespace policy {
namespace {

// A start in the three forms that sentences need.
struct Moment {
  std::string noun;     // "within two days of … the concern arising"
  std::string past;     // "two days after … the concern arose"
  std::string present;  // "at once when … the concern arises"
};

Moment being(const std::string& what, const std::string& done) {
  return {what + " being " + done, what + " was " + done, what + " is " + done};
}

Moment moment_of(StartEvent start, const Clock& clock, const Policy& policy) {
  switch (start) {
    case StartEvent::kConcernArose:
      return {"the concern arising", "the concern arose", "the concern arises"};
    case StartEvent::kCaseRaised:
      return being("the disagreement", "raised");
    case StartEvent::kStageEntered:
      if (const Budget* budget = policy.budget(clock.id); budget && budget->stages.size() > 1) {
        return being("the first of " + stages_in_words(budget->stages, policy), "entered");
      }
      return being("the " + policy.stage_word, "entered");
    case StartEvent::kStageEnded: {
      const std::string stage = clock.start_stage.empty()
                                    ? "the " + policy.stage_word + " before"
                                    : stages_in_words({clock.start_stage}, policy);
      return {"the end of " + stage, stage + " ended", stage + " ends"};
    }
    case StartEvent::kMeetingHeld:
      return {"the discussion or meeting", "the discussion or meeting was held",
              "the discussion or meeting is held"};
    case StartEvent::kNoticeSent: {
      const Form* form = policy.form(clock.start_form);
      return being("the " + (form ? title_in_sentence(form->title) : "notice"), "sent");
    }
    case StartEvent::kReplyReceived:
      return being("the reply", "received");
    case StartEvent::kResolved:
      return being("the disagreement", "resolved");
  }
  return {};
}

// All starts, with which of them counts.
Moment start_of(const Clock& clock, const Policy& policy) {
  Moment whole = moment_of(clock.start, clock, policy);
  if (clock.other_starts.empty()) return whole;
  std::vector<std::string> nouns{whole.noun};
  std::vector<std::string> pasts{whole.past};
  std::vector<std::string> presents{whole.present};
  for (const StartEvent other : clock.other_starts) {
    const Moment moment = moment_of(other, clock, policy);
    nouns.push_back(moment.noun);
    pasts.push_back(moment.past);
    presents.push_back(moment.present);
  }
  const std::string which =
      clock.take == TakeStart::kEarliest ? ", whichever comes first" : ", whichever comes last";
  return {listed_with_or(nouns) + which, listed_with_or(pasts) + which,
          listed_with_or(presents) + which};
}

bool has_amount(const Clock& clock) {
  return clock.kind == ClockKind::kFixed || clock.amount.count > 0;
}

bool is_named_by_others(const Clock& clock) {  // agreed or declared: nobody knows it beforehand
  return clock.kind == ClockKind::kAgreed || clock.kind == ClockKind::kDeclared;
}

std::string protected_person(const Policy& policy) {
  const auto about = [&](const char* subject) {
    return std::find(policy.subjects.begin(), policy.subjects.end(), subject) !=
           policy.subjects.end();
  };
  return about("adult") && !about("child") ? "the adult" : "the child";
}

std::string met_when(const Clock& clock, const Policy& policy) {
  switch (clock.met_by) {
    case MetBy::kRecord:
      return "a discussion or meeting is recorded";
    case MetBy::kMeeting:
      return "a meeting is recorded";
    case MetBy::kReply:
      return "the other side replies, or a discussion with it is recorded";
    case MetBy::kStageEnded:
      if (const Budget* budget = policy.budget(clock.id); budget && budget->stages.size() > 1) {
        return "the last of " + stages_in_words(budget->stages, policy) +
               " is left or the disagreement is resolved";
      }
      return "the " + policy.stage_word + " is left or the disagreement is resolved";
    case MetBy::kDutyDone: {
      const Duty* duty = policy.duty(clock.met_by_duty);
      return duty ? "“" + duty->text + "” is done" : "the duty is done";
    }
  }
  return {};
}

bool is_of_exclusion(const Clock& clock, const Policy& policy) {
  return std::any_of(policy.exclusions.begin(), policy.exclusions.end(),
                     [&](const Exclusion& one) { return one.clock && one.clock->id == clock.id; });
}

}  // namespace

std::string clock_phrase(const Clock& clock, const Policy& policy, bool brief) {
  const bool own_entry = clock.start == StartEvent::kStageEntered && clock.other_starts.empty();
  const bool no_start = brief && own_entry;
  const Moment start = start_of(clock, policy);
  const std::string stated =
      clock.stated_as ? " (" + calendar::in_words(*clock.stated_as) + ")" : "";
  const std::string amount = calendar::in_words(clock.amount) + stated;
  const bool same_day = clock.amount.count == 0;

  std::string phrase;
  switch (clock.kind) {
    case ClockKind::kFixed:
      phrase = (same_day ? "on " : "within ") + amount;
      if (!no_start) phrase += same_day ? " that " + start.past : " of " + start.noun;
      break;
    case ClockKind::kAgreed:
    case ClockKind::kDeclared:
      phrase = clock.kind == ClockKind::kAgreed ? "a time agreed at the " + policy.stage_word
                                                : "a time stated by the person who escalates";
      if (!has_amount(clock)) break;
      phrase += ", at most " + amount;
      if (no_start) break;
      phrase +=
          " after " + (own_entry && clock.kind == ClockKind::kAgreed && !policy.budget(clock.id)
                           ? "it was entered"
                           : start.past);
      break;
    case ClockKind::kImmediate:
      phrase = "at once" + stated;
      if (!no_start) phrase += " when " + start.present;
      break;
  }
  if (clock.or_protective) {
    phrase += ", or a time that protects " + protected_person(policy) + ", whichever is less";
  }
  if (clock.only_if) phrase += ", if " + condition_in_words(*clock.only_if, policy);
  return phrase;
}

std::string clock_in_words(const Clock& clock, const Policy& policy) {
  return base::capitalised(clock_phrase(clock, policy, false));
}

std::string what_by_when(const Clock& clock, const Policy& policy, bool brief) {
  return clock.what + (is_named_by_others(clock) ? " within " : " ") +
         clock_phrase(clock, policy, brief);
}

std::string clock_rule(const Clock& clock, const Policy& policy) {
  std::string text = sentence(what_by_when(clock, policy, false));
  switch (clock.force) {
    case Force::kMust:
      text += " This must be kept";
      break;
    case Force::kShould:
      text += " This should be kept";
      break;
    case Force::kIndicative:
      text += " This time is indicative";
      break;
  }
  text +=
      is_of_exclusion(clock, policy) ? "." : "; it is met when " + met_when(clock, policy) + ".";
  if (clock.lapse == Lapse::kMayEscalate) {
    text += " If it passes in silence, the matter may be treated as not resolved and escalated.";
  }
  if (!clock.on_lapse.empty()) text += " If it is not kept: " + sentence(clock.on_lapse);
  return text;
}

}  // namespace policy
