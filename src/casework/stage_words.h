// How stages and procedures are named in the middle of a sentence. Names come from the policy only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/model.h"

namespace casework {

// "Stage 1" → "stage 1"; "LSCP review" stays as it is.
std::string within_sentence(std::string_view label);
// "Confirmation of the outcome" → "confirmation of the outcome"; a title in capitals, "Outcome
// Resolution Notice", stays.
std::string title_within_sentence(std::string_view title);
// "stage 1"; the id when the policy has no such stage.
std::string stage_in_words(const policy::Policy& policy, std::string_view stage_id);
// "Stage 1", "Stages 1 and 2 together".
std::string stages_together(const policy::Policy& policy, const std::vector<std::string>& stages);
// The policy's short title, or its title, or "The procedure".
std::string procedure_in_words(const policy::Policy& policy);
// "Source: The guide, Stage 2: “within two working days”."
std::string source_sentence(const policy::Policy& policy, const policy::Citation& cite);
// Whether `stages` names the stage; an empty list names all.
bool names_stage(const std::vector<std::string>& stages, std::string_view stage_id);

}  // namespace casework
