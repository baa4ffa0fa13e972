#include "base/sha256.h"

#include <tomcrypt.h>

#include <array>
#include <cassert>

namespace base {

std::string sha256_hex(std::string_view bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  hash_state state;
  std::array<unsigned char, 32> digest{};

  [[maybe_unused]] int status = sha256_init(&state);
  assert(status == CRYPT_OK);
  if (!bytes.empty()) {
    status = sha256_process(&state, reinterpret_cast<const unsigned char*>(bytes.data()),
                            static_cast<unsigned long>(bytes.size()));
    assert(status == CRYPT_OK);
  }
  status = sha256_done(&state, digest.data());
  assert(status == CRYPT_OK);

  std::string hex;
  hex.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  return hex;
}

}  // namespace base
