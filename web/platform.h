// What the core needs from outside and the browser has: the time and chance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace web {

std::int64_t now_ms();                   // since 1970-01-01 UTC, by the device's clock
std::string random_bytes(size_t count);  // from the browser's cryptographic source

}  // namespace web
