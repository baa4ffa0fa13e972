#include "policy/local_changes.h"

#include <algorithm>
#include <utility>

#include "policy/findings.h"
#include "policy/reader.h"

namespace policy {

using base::Error;
using base::Json;

bool is_local_changes(const Json& file) {
  return file.is_object() &&
         (file.contains("changes") || (file.contains("base") && !file.contains("stages")));
}

base::Result<ChangedPolicy> read_changes_over(const Json& changes_file, std::string_view file,
                                              Merged base) {
  if (std::optional<Error> newer = newer_format(changes_file, file)) return *std::move(newer);
  Findings findings(file);
  Merged merged = merge(changes_file, std::move(base), findings, file);
  std::string text = base::canonical(merged.whole);
  base::Result<Policy> policy = read_policy(text, file);
  std::vector<Error> errors = std::move(findings).take();
  if (!policy) {
    for (Error error : policy.errors()) {
      error.where = written_at(merged, error.where.pointer);
      const bool known = std::any_of(errors.begin(), errors.end(), [&](const Error& earlier) {
        return earlier.where == error.where;
      });
      if (!known) errors.push_back(std::move(error));
    }
  }
  if (!errors.empty()) return errors;
  return ChangedPolicy{std::move(policy).value(), std::move(text), std::move(merged)};
}

}  // namespace policy
