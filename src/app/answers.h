// Typed answers → facts. What a question page asks (its fields), and the payloads that the answers
// amount to. Validation of facts is casework's; only what a fact cannot express (an unanswered
// radio, a date that does not exist) is found here.
#pragma once

#include <string>
#include <vector>

#include "app/state.h"
#include "documents/notice.h"

namespace app {

// The answer "None of these" about exclusions: no exclusion has such an id.
inline constexpr char kNoneOfThese[] = "(none)";

// The question pages of raising a disagreement, in order. A procedure without tests or exclusions
// has no page about them. `policy` may be null: not chosen yet.
std::vector<Page> raise_pages(const policy::Policy* policy);
// True when an error with this field key is shown on that page.
bool asks(Page page, const std::string& key);

struct Opening {
  casework::CaseOpened fact;
  std::vector<FieldError> errors;  // of the answers themselves
};
// Only what its procedure asks and offers: answers that were given for another procedure, and
// choices that this version no longer has, are not answers.
Opening opening_from(const AppState& state);

// Whatever is not answered yet, or cannot be, of all the pages.
std::vector<FieldError> raise_errors(const AppState& state);

// The stage that a talk or a reply belongs to: where the case was when it was begun to be written
// down, or where it is.
const std::string& stage_spoken_at(const AppState& state, const casework::Case& open);

struct Answered {
  casework::Command command;
  std::vector<FieldError> errors;
};
// Requires: state.page is one of kDiscussion … kNote, kReply or kChangePolicy (then the target is
// the hash of a known policy), and a case is open.
Answered answer_from(const AppState& state, const casework::Case& open);

// When the draft's answers were given for another procedure, drops those that only it could ask
// for (tests, exclusions, areas, stages, priorities) and says so. Called whenever the page of the
// procedure is left for another question.
bool drop_answers_to_others(Draft& draft);

// What the answers exclude, beside the procedure to use instead.
struct Signpost {
  const policy::Exclusion* exclusion;
  // The other procedure's time, and the day it ends once the concern's date is typed: "Within ten
  // working days of the concern arising: by Friday 17 April 2026". Empty: none is known.
  std::string by_when;
};
std::vector<Signpost> signposts(const AppState& state);

// A date that does not exist adds to `errors`, with key "answers.<id>".
documents::Answers notice_answers(const policy::Form& form, const Draft& draft,
                                  std::vector<FieldError>& errors);
// Puts a form's answers into the draft under "answers.<id>".
void put_answers(Draft& draft, const policy::Form& form, const documents::Answers& answers);

// "held_on" ← "held_on.day" …; an error names the field to mend.
std::optional<calendar::Date> date_from(const Draft& draft, const std::string& key,
                                        const std::string& what, std::vector<FieldError>& errors);
void put_date(Draft& draft, const std::string& key, calendar::Date date);

// Adds a decision's reasons, each beside its field. A field that has an error already is not told
// twice: a date that does not exist is one error.
void add_errors(std::vector<FieldError>& to, const std::vector<base::Error>& reasons);

}  // namespace app
