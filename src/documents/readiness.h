// What to look at once more before a notice is issued or a disagreement raised: facts from the case
// and remarks on the words. Advice in every line; nothing here stops anybody, and what a decision
// refuses is casework's.
#pragma once

#include <string>
#include <vector>

#include "documents/notice.h"
#include "documents/remarks.h"

namespace documents {

struct Check {
  std::string title;       // "Dates"
  std::string hint;        // what was found: one sentence or two
  bool ready = true;       // false: worth a second look
  std::string field = {};  // where to look: "answers.problem", "desired_outcome"; or empty
  bool of_case = false;    // where to look: the case itself
};

// Before the form is issued with these answers, in the order in which it is read.
std::vector<Check> readiness(const policy::Form& form, const Answers& answers,
                             const casework::Case& state, const casework::Setting& setting);
// Before a disagreement is raised: what its procedure recommends, and how it reads.
std::vector<Check> readiness(const casework::CaseOpened& opening, const policy::Policy& policy);

// Whom and what a case knows, for remarks on what is written about it.
RemarkContext remark_context(const casework::CaseOpened& opening, const policy::Policy& policy);
RemarkContext remark_context(const casework::Case& state, const policy::Policy& policy);

}  // namespace documents
