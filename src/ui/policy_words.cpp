#include "ui/policy_words.h"

#include "base/text.h"
#include "documents/case_words.h"

namespace ui {

std::string version_words(const policy::Policy& policy) {
  const bool number =
      !policy.version.empty() && policy.version[0] >= '0' && policy.version[0] <= '9';
  return (number ? "version " : "") + policy.version;
}

std::string policy_name(const policy::Policy& policy) {
  const bool said = policy.short_title.find(policy.version) != std::string::npos;
  return policy.short_title + (said ? "" : ", " + version_words(policy));
}

std::string review_words(const policy::Policy& policy, calendar::Instant now) {
  if (!policy.review_due || *policy.review_due >= calendar::uk_date(now)) return "";
  return "Review was due on " + calendar::in_words(*policy.review_due);
}

std::string subject_title(const std::string& kind) {
  if (kind == "unborn") return "An unborn child";
  if (kind == "family") return "A family";
  if (kind == "adult") return "An adult";
  if (kind == "theme") return "A theme, with nobody named";
  return "A child";
}

std::string subject_noun(const std::string& kind) {
  if (kind == "theme") return "";
  return kind == "adult" ? "the adult" : "the child";
}

std::string for_subject(const std::string& kind) {
  const std::string noun = subject_noun(kind);
  return noun.empty() ? "" : " for " + noun;
}

std::string impact_title(const std::string& kind) {
  const std::string noun = subject_noun(kind);
  return noun.empty() ? "Impact" : "Impact on " + noun;
}

std::string about_title(const std::string& kind) {
  return kind == "theme" ? "What it is about" : "Who it is about";
}

std::string emergency_words(const std::string& kind) {
  const char* who = kind == "adult" || kind == "theme" ? "anyone" : "a child";
  return std::string("If ") + who +
         " is in immediate danger, call 999 now. You can record what happened afterwards.";
}

std::string drafted_subject(const app::AppState& state, const policy::Policy& policy) {
  if (policy.subjects.size() == 1) return policy.subjects.front();
  return state.draft.get("subject.kind");
}

std::shared_ptr<const policy::Policy> policy_with(const app::AppState& state,
                                                  const std::string& hash) {
  if (const app::KnownPolicy* known = state.known_policy(hash)) return known->policy;
  if (state.picked && state.picked->policy && state.picked->policy->hash == hash)
    return state.picked->policy;
  return nullptr;
}

}  // namespace ui
