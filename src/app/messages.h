// What a person is told when the vault cannot do what was asked: what happened, what is safe, what
// to do.
#pragma once

#include <optional>
#include <string>

#include "app/state.h"
#include "ports/vault.h"

namespace app {

// A fault that belongs beside a field of the page ("passphrase"); nullopt for one that concerns the
// device.
std::optional<FieldError> field_error(ports::VaultFault fault);
// A fault that concerns the device or the store. Requires: fault is not kNone.
Trouble trouble(const ports::VaultReply& reply);
// True when nothing at all can be kept here: the application must not pretend to start.
bool prevents_start(ports::VaultFault fault);

}  // namespace app
