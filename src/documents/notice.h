// A policy's form, filled from a case, as a document: notices that leave the device, and templates
// that help to prepare. The fields, their order, labels and options are the policy's; nothing is
// added to them. What the machine-readable notice looks like is notice_json.h's.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "casework/decide.h"
#include "documents/document.h"
#include "policy/model.h"

namespace documents {

// Field id → the value, or the chosen options. Dates as "2026-04-02"; yes or no as "Yes" or "No".
using Answers = std::map<std::string, std::vector<std::string>>;

// What the case already knows, for the author to edit. An entry for every field of the form, empty
// when there is nothing to fill in. What the case cannot know is what the same form, issued before,
// said. kIsResolved stays empty when the case is resolved and no
// debrief is recorded: forms ask for both in one question, and only the author can say.
Answers prefilled(const policy::Form& form, const casework::Case& state,
                  const casework::Setting& setting);

// Every field in the form's order with its label as the policy gives it, then "About this notice":
// which case, procedure, version and partnership, when, by whom, copied to whom, fingerprint,
// source. An unanswered field says "Not provided". Answers are never shortened; a chosen option
// that the form does not have is still listed. `setting.now` and `setting.author` are the issue's.
Document notice_document(const policy::Form& form, const Answers& answers,
                         const casework::Case& state, const casework::Setting& setting);

// The email address that the form is copied to, or sent to, for this case; or empty.
std::string copied_to(const policy::Form& form, const casework::Case& state,
                      const policy::Policy& policy);
std::string sent_to(const policy::Form& form, const casework::Case& state,
                    const policy::Policy& policy);

}  // namespace documents
