// The envelope of a file that only a passphrase opens: how the key is made from it, and the sealed
// bytes. The form only: the passphrase, the key and the encryption are the browser's
// (ports/sealer.h). Version 1, canonical JSON and a line end, no other bytes:
//   {"data":b64, "format":"common-ground-sealed", "iv":b64, "kdf":"argon2id",
//    "params":[65536,3,1], "salt":b64, "version":1}
// data: what is sealed, by AES-256-GCM with the iv of 12 bytes, and its tag of 16. params: memory
// in KiB, passes, lanes of Argon2id (RFC 9106) over the passphrase and the salt of 16 bytes.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/result.h"

namespace documents {

struct SealedFile {
  std::array<int, 3> params = {65536, 3, 1};
  std::string salt;  // bytes, as they are
  std::string iv;
  std::string data;
  bool operator==(const SealedFile&) const = default;
};

inline constexpr size_t kSaltBytes = 16;
inline constexpr size_t kIvBytes = 12;
inline constexpr size_t kTagBytes = 16;
// Beyond any bundle (case_bundle.h) in base64.
inline constexpr size_t kMostSealedBytes = 48u << 20;

std::string sealed_bytes(const SealedFile& file);
// Everything but the data, as text: the additional data of the encryption, so that nobody can
// weaken a parameter unnoticed.
std::string bound_text(const SealedFile& file);

// Whether the bytes begin as every sealed file does, sound or not.
bool looks_sealed(std::string_view bytes);
// kTooLarge; kBadSyntax: it ends too early, or is damaged; kNewerFormat; kBadValue: parameters that
// would hold up the machine (each has an upper bound), a salt or an iv of another length;
// kTampered: not in the form in which it was written.
base::Result<SealedFile> read_sealed(std::string_view bytes, std::string_view file);

}  // namespace documents
