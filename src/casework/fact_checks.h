// What decide() asks of each kind of fact before it is recorded: one function each. They fill in
// what follows from the case (the current stage, where it came from) and add every reason against
// the fact. Internal to casework.
#pragma once

#include "casework/decide.h"
#include "casework/form_errors.h"

namespace casework {

struct CheckedCommand {
  const Case& state;
  const Setting& setting;
  Instant& occurred_at;
  FormErrors& errors;
};

void check_opening(CaseOpened& fact, const Setting& setting, FormErrors& errors);

void check(StageEntered& fact, CheckedCommand& command);
void check(DiscussionRecorded& fact, CheckedCommand& command);
void check(TimeAgreed& fact, CheckedCommand& command);
void check(ReplyReceived& fact, CheckedCommand& command);
void check(PolicyChanged& fact, CheckedCommand& command);
void check(DutyDone& fact, CheckedCommand& command);
void check(NoticeIssued& fact, CheckedCommand& command);
void check(CaseResolved& fact, CheckedCommand& command);
void check(CaseWithdrawn& fact, CheckedCommand& command);
void check(NoteAdded& fact, CheckedCommand& command);

// A day that the form asks for, "held_on" of the "discussion": between the day the concern arose
// and today. The fact is then dated to that day.
void check_day(const Date& day, const std::string& pointer, const std::string& what,
               CheckedCommand& command);
// Whether the case is at the stage, or has been.
bool was_at(const Case& state, const std::string& stage);

}  // namespace casework
