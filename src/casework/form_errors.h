// Collects everything wrong with one form, so that a person sees it all at once. Messages in
// GOV.UK's manner: what to do, not what was done wrong. Internal to casework.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "policy/model.h"

namespace casework {

class FormErrors {
 public:
  explicit FormErrors(const policy::Policy& policy) : policy_(policy) {}

  // Requires the text; returns whether it is there.
  bool require(std::string_view text, std::string_view pointer, std::string_view message);
  // `cite`: the rule behind a refusal, or nullptr.
  void add(base::ErrorCode code, std::string_view pointer, std::string_view message,
           const policy::Citation* cite = nullptr, std::string_view found = {});
  void check_email(std::string_view email, std::string_view pointer);

  bool empty() const { return errors_.empty(); }
  std::vector<base::Error> take() { return std::move(errors_); }

 private:
  const policy::Policy& policy_;
  std::vector<base::Error> errors_;
};

}  // namespace casework
