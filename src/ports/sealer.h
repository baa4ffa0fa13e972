// Encrypting what leaves this device, and opening it again, with a passphrase that two people have
// agreed. Bytes only: the form of the file is documents/sealed_file.h.
// It is not the vault: nothing is kept. As there (vault.h), the passphrase is read by the
// implementation from the page's own fields "passphrase" and "passphrase-again" and never enters
// this program's memory, nor does the key. web/sealer.js implements it over WebCrypto.
#pragma once

#include <array>
#include <functional>
#include <string>

namespace ports {

// Everything that may go wrong; closed.
enum class SealFault {
  kNone,
  kInsecureOrigin,      // plain http: the browser offers no cryptography here
  kPassphraseEmpty,     // nothing typed
  kPassphraseTooShort,  // to seal: fewer than kMinimumPassphraseLength characters (vault.h)
  kPassphrasesDiffer,   // to seal: the two fields differ
  kWrongOrChanged,      // another passphrase, or the bytes are not what was sealed: nobody can tell
  kAborted,             // it could not be done, for any other reason (not enough memory, perhaps)
};

struct SealKey {
  std::array<int, 3> params;  // of Argon2id: memory in KiB, passes, lanes
  std::string salt;           // 16 bytes
  std::string iv;             // 12 bytes, of AES-256-GCM; never twice with one salt
};

// Every call answers exactly once, later, never from inside the call. On kNone the fields are
// cleared; otherwise what was typed stays.
class Sealer {
 public:
  virtual ~Sealer() = default;
  // `bound`: sealed with it, and not in it; it must be the same to open. On kNone: the sealed
  // bytes, as long as `plain` and 16 more.
  virtual void seal(const SealKey& key, std::string bound, std::string plain,
                    std::function<void(SealFault, std::string sealed)> done) = 0;
  // On kNone: the plain bytes.
  virtual void open(const SealKey& key, std::string bound, std::string sealed,
                    std::function<void(SealFault, std::string plain)> done) = 0;
};

}  // namespace ports
