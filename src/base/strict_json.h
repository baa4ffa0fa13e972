// JSON in, strictly: UTF-8, no duplicate keys, no comments, limits on bytes and depth.
// nlohmann/json parses; this adds what it leaves open. Values only, no domain words.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "base/result.h"

namespace base {

// Keys sorted, no spaces, UTF-8 as it is, whole numbers only: the form whose hash names a thing.
using Json = nlohmann::json;

struct JsonLimits {
  size_t bytes = 4u << 20;
  size_t depth = 64;
};

// `file` is named in every error. One error at most: syntax stops the reading.
Result<Json> parse_json(std::string_view bytes, std::string_view file, JsonLimits limits = {});

// Canonical form: keys sorted by their bytes, no white space. Requires: no floating-point numbers.
std::string canonical(const Json& value);

}  // namespace base
