#include "app/messages.h"

namespace app {

using ports::VaultFault;

std::optional<FieldError> field_error(VaultFault fault) {
  switch (fault) {
    case VaultFault::kPassphraseEmpty:
      return FieldError{"passphrase", "Enter your passphrase"};
    case VaultFault::kPassphraseTooShort:
      return FieldError{"passphrase",
                        "Passphrase must have at least " +
                            std::to_string(ports::kMinimumPassphraseLength) +
                            " characters. Three or four words you will remember work well"};
    case VaultFault::kPassphrasesDiffer:
      return FieldError{"passphrase-again", "The two passphrases must be the same"};
    case VaultFault::kWrongPassphrase:
      return FieldError{"passphrase",
                        "That passphrase does not open your records. Check capital letters and "
                        "spaces, and try again"};
    case VaultFault::kRecoveryKeyMalformed:
      return FieldError{
          "recovery-key",
          "That is not a whole recovery key. Check each group against your printed copy"};
    case VaultFault::kWrongRecoveryKey:
      return FieldError{"recovery-key", "That recovery key belongs to other records"};
    default:
      return std::nullopt;
  }
}

bool prevents_start(VaultFault fault) {
  return fault == VaultFault::kInsecureOrigin || fault == VaultFault::kNoIndexedDb ||
         fault == VaultFault::kStorageDenied || fault == VaultFault::kNewerVault;
}

Trouble trouble(const ports::VaultReply& reply) {
  switch (reply.fault) {
    case VaultFault::kInsecureOrigin:
      return {"This address is not secure, so Common Ground will not keep records here",
              "Nothing has been stored. Browsers offer encryption only to pages with an address "
              "that begins with "
              "https, and Common Ground never stores a child’s details unencrypted.",
              "Ask your IT service to serve Common Ground over https, then open it "
              "again at that address."};
    case VaultFault::kNoIndexedDb:
      return {"This browser has no database, so nothing could be kept here",
              "Nothing has been stored, and nothing you type would survive closing the page.",
              "Open Common Ground in an up-to-date Edge, Chrome or Firefox. If this is one, ask "
              "your IT service "
              "whether site storage is switched off."};
    case VaultFault::kStorageDenied:
      return {
          "The browser did not let Common Ground open its store", "Nothing has been changed.",
          "This happens in private windows, when the disk is full, or when site data is blocked. "
          "Use an ordinary "
          "window, free some space, or ask your IT service to allow site data for this address."};
    case VaultFault::kNewerVault:
      return {"The records on this device were written by a newer version of Common Ground",
              "They are untouched and safe.",
              "Reload the page. If this stays, ask your IT service to update Common "
              "Ground."};
    case VaultFault::kEmptiedByBrowser:
      return {"The browser has removed the records that were on this device",
              "What was kept here is no longer on this device. Copies that you filed "
              "or exported are "
              "not affected.",
              "Collect your exported notices and records before you start again, and tell your "
              "data protection lead. "
              "Ask your IT service not to clear site data for this address."};
    case VaultFault::kOpenElsewhere:
      return {"Your records are open in another tab or window",
              "Nothing is lost. Only one tab at a time may write, so that no record overwrites "
              "another.",
              "Close the other tab, then try again here. What you typed is still on this page."};
    case VaultFault::kFull:
      return {"There is no room left to save this",
              "It has not been saved. What you typed is still on this page, and everything saved "
              "before is safe.",
              "Free some space on this device, then try again. You can also download the case "
              "record first."};
    case VaultFault::kDamaged:
      return {"Some of your records do not read back as they were saved",
              "Everything that could be read is shown. Records that could not be read have been "
              "left untouched.",
              "Compare your cases with your filed copies before you rely on them, and tell your IT "
              "service. "
              "What was found: " +
                  reply.detail + "."};
    default:
      return {"That could not be saved",
              "Nothing was half saved. What you typed is still on this page, and everything saved "
              "before is safe.",
              "Try again. If it happens again, download the case record, then close and reopen the "
              "browser."};
  }
}

}  // namespace app
