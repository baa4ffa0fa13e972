#include "casework/form_errors.h"

namespace casework {

bool FormErrors::require(std::string_view text, std::string_view pointer,
                         std::string_view message) {
  if (!text.empty()) return true;
  add(base::ErrorCode::kRequired, pointer, message);
  return false;
}

void FormErrors::add(base::ErrorCode code, std::string_view pointer, std::string_view message,
                     const policy::Citation* cite, std::string_view found) {
  errors_.push_back(base::Error{code,
                                std::string(message),
                                {"", std::string(pointer)},
                                std::string(found),
                                cite ? policy::in_words(*cite, policy_) : ""});
}

void FormErrors::check_email(std::string_view email, std::string_view pointer) {
  if (email.empty()) return;
  const size_t at = email.find('@');
  const bool looks_right = at != std::string_view::npos && at > 0 && at + 1 < email.size() &&
                           email.find_first_of(" \t\n") == std::string_view::npos &&
                           email.find('@', at + 1) == std::string_view::npos;
  if (looks_right) return;
  add(base::ErrorCode::kBadValue, pointer,
      "Enter an email address in the correct format, like name@example.com", nullptr, email);
}

}  // namespace casework
