#include "policy/local_changes.h"

#include <algorithm>
#include <utility>

#include "policy/findings.h"
#include "policy/reader.h"

namespace policy {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;

base::Result<ChangedPolicy> read_both(std::string_view changes_json, std::string_view file,
                                      std::string_view base_json, std::string_view base_file) {
  const base::Result<Json> changes = base::parse_json(changes_json, file);
  if (!changes) return changes.errors();
  base::Result<Json> whole = base::parse_json(base_json, base_file);
  if (!whole) return whole.errors();
  if (!whole->is_object() || is_local_changes(*whole)) {
    return Error{ErrorCode::kWrongType,
                 "The base must be a whole policy.",
                 {std::string(base_file), ""},
                 "something else",
                 "a policy with all its parts"};
  }
  const auto named = changes->is_object() ? changes->find("base") : changes->end();
  const auto id = whole->find("id");
  if (named != changes->end() && named->is_string() && id != whole->end() && *named != *id) {
    return Error{ErrorCode::kMissingReference,
                 "These changes are for another policy than the one that was given as their base.",
                 {std::string(file), "/base"},
                 base::canonical(*named),
                 base::canonical(*id)};
  }
  return read_changes_over(*changes, file, unchanged(std::move(whole).value(), base_file));
}

}  // namespace

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

base::Result<Policy> read_local_changes(std::string_view changes_json, std::string_view file,
                                        std::string_view base_json, std::string_view base_file) {
  base::Result<ChangedPolicy> read = read_both(changes_json, file, base_json, base_file);
  if (!read) return read.errors();
  return std::move(read.value().policy);
}

base::Result<std::string> whole_policy_text(std::string_view changes_json, std::string_view file,
                                            std::string_view base_json,
                                            std::string_view base_file) {
  base::Result<ChangedPolicy> read = read_both(changes_json, file, base_json, base_file);
  if (!read) return read.errors();
  return std::move(read.value().text);
}

}  // namespace policy
