// JSON in, strictly (RFC 8259, with the choices it leaves open made): UTF-8, no duplicate keys, no
// comments, no NUL, whole numbers only, limits on bytes and depth. nlohmann/json parses; this
// refuses what it would let through. Values only, no domain words.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace base {

// Keys sorted, no spaces, UTF-8 as it is, whole numbers only: the form whose hash names a thing.
using Json = nlohmann::json;

struct JsonLimits {
  size_t bytes = 4u << 20;
  size_t depth = 64;  // arrays and objects within one another
};

// `file` is named in every error; the message gives line and column (counted in characters, from
// 1), and where.pointer the value being read. One error at most: syntax stops the reading. A byte
// order mark at the start is passed over. Fractions, exponents and whole numbers beyond 64 bits are
// refused.
Result<Json> parse_json(std::string_view bytes, std::string_view file, JsonLimits limits = {});

// One step of a JSON pointer (RFC 6901): "/key", with "~" and "/" in the key escaped.
std::string pointer_step(std::string_view key);

// Canonical form: keys sorted by their bytes, no white space. Requires: no floating-point numbers.
// Bytes that are not UTF-8 become U+FFFD, always in the same way.
std::string canonical(const Json& value);

}  // namespace base
