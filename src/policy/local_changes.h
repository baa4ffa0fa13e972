// A policy that is another one with local changes: {"format":1, "id":…, "base":"<id>",
// "changes":{…}}. Parts with an id replace the part of the base with that id, or are added after
// the others; whole lists without ids (principles, prompts) and single values replace. What is
// removed is listed by id. So a partnership that differs in one mailbox keeps one mailbox.
#pragma once

#include <string>
#include <string_view>

#include "base/strict_json.h"
#include "policy/merge.h"
#include "policy/read.h"

namespace policy {

// Whether this is meant as a file of local changes: an object with the key "changes", or with
// "base" and no stages of its own. (A whole policy may name its base.)
bool is_local_changes(const base::Json& file);

// The whole policy that a base with `changes_file` amounts to, as JSON of the ordinary format (its
// "base" key names the base), read like any other. `text` is for keeping beside a case: it stands
// alone. The base may itself have been merged (policy_set.h). Errors of the changes name `file` and
// the place in it; one that lies in the base names the base's.
struct ChangedPolicy {
  Policy policy;
  std::string text;
  Merged merged;
};
base::Result<ChangedPolicy> read_changes_over(const base::Json& changes_file, std::string_view file,
                                              Merged base);

}  // namespace policy
