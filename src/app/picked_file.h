// A file that a person picked, before it is read: whether its bytes are there at all.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "base/result.h"

namespace app {

// Why the file cannot be read; empty when it can. `size`: what the browser says of it. `bytes`:
// what came of it, less than `size` when the file is larger than `most` or could not be read.
// `what`: what it should be, "a procedure".
std::optional<base::Error> unusable(const std::string& file, size_t size, const std::string& bytes,
                                    size_t most, const std::string& what);

}  // namespace app
