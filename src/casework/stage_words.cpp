#include "casework/stage_words.h"

#include <algorithm>

#include "base/text.h"
#include "policy/words.h"

namespace casework {
std::string within_sentence(std::string_view label) {
  return policy::label_in_sentence(label);
}

std::string title_within_sentence(std::string_view title) {
  return policy::title_in_sentence(title);
}

std::string stage_in_words(const policy::Policy& policy, std::string_view stage_id) {
  const policy::Stage* stage = policy.stage(stage_id);
  if (!stage) return std::string(stage_id);
  return within_sentence(stage->label.empty() ? stage->title : stage->label);
}

std::string stages_together(const policy::Policy& policy, const std::vector<std::string>& stages) {
  const std::string words = base::capitalised(policy::stages_in_words(stages, policy));
  return stages.size() > 1 ? words + " together" : words;
}

std::string procedure_in_words(const policy::Policy& policy) {
  if (!policy.short_title.empty()) return policy.short_title;
  return policy.title.empty() ? "The procedure" : policy.title;
}

std::string source_sentence(const policy::Policy& policy, const policy::Citation& cite) {
  return "Source: " + policy::in_words(cite, policy) + ".";
}

bool names_stage(const std::vector<std::string>& stages, std::string_view stage_id) {
  return stages.empty() || std::find(stages.begin(), stages.end(), stage_id) != stages.end();
}

}  // namespace casework
