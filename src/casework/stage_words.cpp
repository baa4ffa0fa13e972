#include "casework/stage_words.h"

#include <algorithm>

namespace casework {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

}  // namespace

std::string within_sentence(std::string_view label) {
  std::string text(label);
  if (!text.empty() && is_upper(text[0]) && (text.size() == 1 || !is_upper(text[1]))) {
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  }
  return text;
}

std::string title_within_sentence(std::string_view title) {
  const bool capitals = !title.empty() && std::any_of(title.begin() + 1, title.end(), is_upper);
  return capitals ? std::string(title) : within_sentence(title);
}

std::string stage_in_words(const policy::Policy& policy, std::string_view stage_id) {
  const policy::Stage* stage = policy.stage(stage_id);
  if (!stage) return std::string(stage_id);
  return within_sentence(stage->label.empty() ? stage->title : stage->label);
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
