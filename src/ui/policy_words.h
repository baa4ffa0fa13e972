// Words on the screen that depend on the procedure or on whom a case is about: its word for a
// stage, "the child" or "the adult". Rules in sentences are policy/rules.h's.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/state.h"

namespace ui {

// "version 3"; a version in words, "undated", as it is.
std::string version_words(const policy::Policy& policy);
// "Northmoor 2026, version 3"
std::string policy_name(const policy::Policy& policy);
// "Review was due on 1 March 2026", or empty.
std::string review_words(const policy::Policy& policy, calendar::Instant now);

// By the kind of subject: "child", "unborn", "family", "adult", "theme".
std::string subject_title(const std::string& kind);  // "A child"
std::string subject_noun(const std::string& kind);   // "the child"; empty for a theme
std::string for_subject(const std::string& kind);    // " for the child"; empty for a theme
std::string impact_title(const std::string& kind);   // "Impact on the child"
std::string about_title(const std::string& kind);    // "Who it is about", "What it is about"
// "If a child is in immediate danger, call 999 now. …"
std::string emergency_words(const std::string& kind);
// The draft's, or the only one that the policy knows.
std::string drafted_subject(const app::AppState& state, const policy::Policy& policy);

// The known or just picked policy with that hash; null when there is none.
std::shared_ptr<const policy::Policy> policy_with(const app::AppState& state,
                                                  const std::string& hash);

}  // namespace ui
