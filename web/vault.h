// The vault of this browser: ports::Vault over IndexedDB and WebCrypto (vault.js).
// It holds no key and no passphrase; those stay on the JavaScript side.
// Source of the rules: the design, section 8.
#pragma once

#include <memory>

#include "ports/vault.h"

namespace web {

// Requires: at most one alive at a time in the page.
std::unique_ptr<ports::Vault> make_vault();

}  // namespace web
