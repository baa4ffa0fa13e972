// Bytes as text and back: base64 (RFC 4648, section 4), with its padding and without line ends.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace base {

std::string base64(std::string_view bytes);
// Exactly what base64() writes: no white space, no missing "=", no bits beyond the last byte.
// nullopt: anything else.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace base
