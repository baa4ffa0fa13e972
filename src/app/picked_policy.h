// A file that a person picked as a policy: what it holds, or each thing that is wrong with it and
// where. Reading only; whether it is kept is session_policies.cpp's.
#pragma once

#include <cstddef>
#include <string>

#include "app/state.h"

namespace app {

// What a policy file may have at most; the strict JSON reader refuses larger ones.
size_t most_policy_bytes();

// `bytes` is empty when the file has more than most_policy_bytes(), or could not be read. Local
// changes are read over the offered policy that they name. PickedPolicy::text is the whole policy
// when there is one.
PickedPolicy look_at(std::string file, size_t size, std::string bytes, const AppState& state);

}  // namespace app
