// The encrypted store on this device, as the application sees it: opened with a passphrase, written
// one whole user action at a time, and "saved" only when it is on the disk.
// It is not the encryption, nor the passphrase: neither the keys nor the passphrase ever come here.
// Source of the rules: the design, section 8; web/vault.js implements them over IndexedDB.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace ports {

// What is on this device.
enum class VaultState {
  kAbsent,  // no vault was ever created here, or it was erased
  kLocked,  // a vault is here and closed
  kOpen,    // a vault is open in this page
};

// Everything that may go wrong; closed. The application explains each in plain words.
enum class VaultFault {
  kNone,
  kInsecureOrigin,        // plain http: the browser offers no cryptography here
  kNoIndexedDb,           // the browser has no database at all
  kStorageDenied,         // the database may not be opened (private window, policy, full disk)
  kNewerVault,            // written by a later version of this program
  kEmptiedByBrowser,      // a vault was here and the browser has removed it
  kOpenElsewhere,         // another tab holds the vault, or has written to it since
  kPassphraseEmpty,       // nothing typed
  kPassphraseTooShort,    // fewer than kMinimumPassphraseLength characters
  kPassphrasesDiffer,     // the two fields differ
  kWrongPassphrase,       // opens nothing
  kRecoveryKeyMalformed,  // a character too many, too few, or mistyped (the checksum says so)
  kWrongRecoveryKey,      // well-formed, and of another vault
  kFull,                  // no room; nothing of the action was written
  kDamaged,               // stored bytes are not what was saved; see VaultReply::detail
  kAborted,               // the action was not written, for any other reason
};

// Characters, as a person counts them (Unicode code points after NFC).
inline constexpr int kMinimumPassphraseLength = 12;

struct Record {
  std::string id;     // 32 lower-case hexadecimal digits
  std::string bytes;  // plain JSON text, any length
  bool operator==(const Record&) const = default;
};

struct VaultReply {
  VaultFault fault = VaultFault::kNone;
  // Only with kDamaged: what is damaged, parted by single spaces: "changed:<id>" (does not open in
  // its place), "missing:<id>", "older:<id>" (rolled back), "added:<id>" (erased, and back again),
  // "manifest" (the list of records does not agree in a way that names no id), "generation" (the
  // whole store is older than this browser remembers), "header" (the vault cannot be opened at
  // all). Never anything about a person.
  std::string detail;
};

// Every call answers exactly once through its callback, later, never from inside the call.
// Wrong code (asserted): a record id that is not 32 lower-case hexadecimal digits, an id twice in
// one commit.
class Vault {
 public:
  virtual ~Vault() = default;

  // What is here. With a fault the state is kAbsent and nothing can be stored, but for
  // kEmptiedByBrowser (create() begins a new vault) and kDamaged (kLocked, detail "header").
  virtual void probe(std::function<void(VaultReply, VaultState)> done) = 0;

  // Makes a new, empty vault and opens it. The passphrase is read by the implementation from the
  // page's own fields "passphrase" and "passphrase-again" and never enters this program's memory.
  // On kNone: the recovery key, as it is to be printed; it is shown once and kept nowhere.
  // A vault that is already here is never overwritten: kAborted.
  virtual void create(std::function<void(VaultReply, std::string recovery_key)> done) = 0;

  // Opens the vault with the field "passphrase". On kNone every record, in the order of the ids.
  // On kDamaged the vault is open all the same, with every record that is readable; the damage is
  // told at every unlock until the record is written or erased anew. (Not open: detail "header".)
  virtual void unlock(std::function<void(VaultReply, std::vector<Record>)> done) = 0;

  // The same with the field "recovery-key"; letters of either case, dashes and spaces as they come.
  virtual void unlock_with_recovery_key(
      std::function<void(VaultReply, std::vector<Record>)> done) = 0;

  // Writes all of `puts` and erases all of `erased` in one strict transaction. kNone only after the
  // transaction is complete; with any other fault nothing of it was written. Commits are carried
  // out one behind another in the order of the calls. Requires: open.
  virtual void commit(std::vector<Record> puts, std::vector<std::string> erased,
                      std::function<void(VaultReply)> done) = 0;

  // Waits for commits under way, forgets the keys and reloads the page, which clears the memory.
  virtual void lock() = 0;
};

}  // namespace ports
