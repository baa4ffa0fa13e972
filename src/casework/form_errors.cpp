#include "casework/form_errors.h"

namespace casework {

bool FormErrors::require(const std::string& text, std::string pointer, std::string message) {
  if (!text.empty()) return true;
  add(base::ErrorCode::kRequired, std::move(pointer), std::move(message));
  return false;
}

void FormErrors::add(base::ErrorCode code, std::string pointer, std::string message,
                     const policy::Citation* cite, std::string found) {
  errors_.push_back(base::Error{code,
                                std::move(message),
                                {"", std::move(pointer)},
                                std::move(found),
                                cite ? policy::in_words(*cite, policy_) : ""});
}

void FormErrors::check_email(const std::string& email, std::string pointer) {
  if (email.empty()) return;
  const size_t at = email.find('@');
  const bool looks_right = at != std::string::npos && at > 0 && at + 1 < email.size() &&
                           email.find_first_of(" \t\n") == std::string::npos &&
                           email.find('@', at + 1) == std::string::npos;
  if (looks_right) return;
  add(base::ErrorCode::kBadValue, std::move(pointer),
      "Enter an email address in the correct format, like name@example.com", nullptr, email);
}

}  // namespace casework
