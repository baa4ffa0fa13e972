// A second look at what somebody wrote, as a patient colleague would give it: what is missing, and
// which word tells less than it seems to. Advice in our own words, never a refusal, and no rule of
// a procedure. English only; what it does not understand it passes over.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/model.h"

namespace documents {

// What a text is for decides what is worth a remark.
enum class Purpose {
  kNone,      // nothing is remarked on
  kAccount,   // what was decided, said or answered; its day is asked for beside it
  kConcern,   // what happened and what it means
  kOutcome,   // who is to do what, by when
  kReason,    // why something is done
  kLearning,  // goes to people who must not know whom it is about
  kAnswer,    // any other long answer
};
// Of a form's field. kNone for what is not a long answer, and for what the case writes itself.
Purpose purpose_of(const policy::FormField& field);

// Whom and what the case knows.
struct RemarkContext {
  std::string subject;             // whom it is about
  std::vector<std::string> names;  // of others: "Aled Fenwick, team manager"
  std::string known;               // words whose abbreviations need no telling: the procedure's
};

struct Remark {
  enum class Kind { kShort, kNoDate, kJudges, kAbbreviation, kWhoAndWhen, kNames };
  Kind kind;
  std::string words;  // what was found and where, and what would help
};
// At most one of a kind, in the order above. An empty text has kShort where the purpose needs
// words.
std::vector<Remark> remarks(std::string_view text, Purpose purpose,
                            const RemarkContext& context = {});

}  // namespace documents
