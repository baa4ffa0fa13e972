// What the policy asks for now (duties) and what may be done next (steps), each with its reason and
// citation.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casework/clocks.h"

namespace casework {

struct OwedDuty {
  std::string duty;   // policy::Duty::id
  std::string stage;  // the stage it is owed at (before entry: the stage to be entered); empty: the
                      // whole case
  std::string text;
  std::string why;  // "At every stage", "Before stage 3 is entered", "Because the case is resolved"
  bool done = false;
  std::string done_by_event;
  std::string form;                   // the notice that does it, or empty
  std::string copy_to;                // email, or empty
  bool needs_record = false;          // done by recording a discussion, not by ticking
  std::optional<RunningClock> clock;  // with a date, as in clocks()
  policy::Citation cite;
  policy::Party::Side by = policy::Party::Side::kConcerned;
  policy::Force force = policy::Force::kMust;
};

// Owed at the current stage, those of the whole case, and on resolution; open ones first, in the
// policy's order.
std::vector<OwedDuty> duties(const Case& state, const Setting& setting);

enum class StepKind {
  kRecordDiscussion,
  kRecordReply,
  kAgreeTime,  // or declare one, or set one that protects the child: the clock says which
  kEnterStage,
  kEnterDirectly,
  kIssueNotice,
  kResolve,
  kWithdraw,
  kAddNote
};

struct Step {
  StepKind kind;
  std::string target;      // stage id, clock id or form id
  std::string label;       // "Move to stage 2", "Record a discussion"
  std::string why;         // one sentence
  bool suggested = false;  // the first thing to do now
  std::optional<policy::Citation> cite;
};
std::vector<Step> next_steps(const Case& state, const Setting& setting);

}  // namespace casework
