#include "app/picked_policy.h"

#include <utility>

#include "app/picked_file.h"
#include "base/strict_json.h"
#include "base/text.h"
#include "policy/local_changes.h"
#include "policy/read.h"
#include "policy/warnings.h"

namespace app {
namespace {

using base::ErrorCode;

// What the file amounts to. `text` becomes that of the whole policy.
base::Result<policy::Policy> read(const PickedPolicy& picked, const AppState& state,
                                  std::string& text) {
  const base::Result<base::Json> json = base::parse_json(picked.text, picked.file);
  if (!json) return json.errors();
  text = picked.text;
  if (!policy::is_local_changes(*json)) return policy::read_policy(text, picked.file);
  const auto named = json->find("base");
  const std::string id =
      named != json->end() && named->is_string() ? named->get<std::string>() : "";
  const policy::Policy* offered = state.offered_policy(id);
  const KnownPolicy* under = offered ? state.known_policy(offered->hash) : nullptr;
  if (!under) {
    return base::Error{ErrorCode::kMissingReference,
                       "This file changes another procedure, which is not here; import that one "
                       "first.",
                       {picked.file, "/base"},
                       id.empty() ? "" : "“" + base::shortened(id, 60) + "”",
                       "the id of a procedure that is here"};
  }
  auto whole = base::parse_json(under->text, under->file);
  if (!whole) return whole.errors();
  auto changed = policy::read_changes_over(
      *json, picked.file,
      policy::unchanged(std::move(whole).value(), under->file.empty() ? id : under->file));
  if (!changed) return changed.errors();
  text = std::move(changed.value().text);
  return std::move(changed.value().policy);
}

}  // namespace

size_t most_policy_bytes() {
  return base::JsonLimits{}.bytes;
}

PickedPolicy look_at(std::string file, size_t size, std::string bytes, const AppState& state) {
  PickedPolicy picked;
  picked.file = std::move(file);
  picked.text = std::move(bytes);
  const auto refuse = [&](const std::vector<base::Error>& errors) {
    for (const base::Error& error : errors) {
      // A fault of the procedure underneath has no place in this file.
      const bool here = error.where.file == picked.file;
      picked.faults.push_back(
          {error, here ? base::place_in(picked.text, error.where.pointer) : std::nullopt});
    }
    return picked;
  };
  if (const auto error =
          unusable(picked.file, size, picked.text, most_policy_bytes(), "a procedure")) {
    return refuse({*error});
  }
  std::string text;
  base::Result<policy::Policy> policy = read(picked, state, text);
  if (!policy) return refuse(policy.errors());
  if (const policy::Policy* now = state.offered_policy(policy->id)) picked.replaces = now->hash;
  picked.warnings = policy::warnings(*policy, calendar::uk_date(state.now));
  picked.text = std::move(text);
  picked.policy = std::make_shared<policy::Policy>(std::move(policy).value());
  return picked;
}

}  // namespace app
