// Local changes laid over a policy, as JSON, remembering where each part was written, so that an
// error in the whole is shown in the file and place where somebody can put it right. What may be
// changed is the format of local_changes.h; whether the result is a policy is read.h's to say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/strict_json.h"
#include "policy/findings.h"

namespace policy {

struct Origin {
  std::string pointer;  // a part of the whole
  base::Place written;  // where it stands in its file
};
struct Merged {
  base::Json whole;
  std::vector<Origin> origins;  // first that of the whole itself: ""
};

Merged unchanged(base::Json whole, std::string_view file);
// What is wrong with the changes themselves goes to `findings`, which names their file; the rest
// is merged all the same. `base` must be of an object.
Merged merge(const base::Json& changes_file, Merged base, Findings& findings,
             std::string_view file);
// Where the part of the whole at `pointer` was written.
base::Place written_at(const Merged& merged, std::string_view pointer);

}  // namespace policy
