// SHA-256 (FIPS 180-4) of bytes in memory, by LibTomCrypt. Names events and policies by content;
// it protects nothing on its own: encryption is the vault's (web/vault.js, WebCrypto).
#pragma once

#include <string>
#include <string_view>

namespace base {

// 64 lower-case hexadecimal characters.
std::string sha256_hex(std::string_view bytes);

}  // namespace base
