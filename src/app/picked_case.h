// A case that somebody shared, as a person picked it: the passphrase that it waits for, what it
// would add to what is here, or what is wrong with it. Reading only; whether it is added is
// session_sharing.cpp's.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "casework/merge.h"
#include "documents/case_bundle.h"
#include "documents/sealed_file.h"

namespace app {

struct AppState;

struct PickedCase {
  // An entry in words: what, by whom, when.
  struct Told {
    std::string happened;  // "2 April 2026"
    std::string who;
    std::string what;
    std::string why;  // of a conflict: what it does not go together with
  };
  std::string file;
  std::optional<documents::SealedFile> sealed;          // until its passphrase has opened it
  std::vector<base::Error> errors;                      // why it cannot be used
  std::shared_ptr<const documents::CaseBundle> bundle;  // when it can
  std::shared_ptr<const casework::Merged> merged;       // what this device would have then
  bool is_known = false;                                // a part of the case is here
  std::string procedure;                                // "Northmoor 2026, version 3"
  std::string newest;                                   // who wrote the newest entry, and when
  std::vector<Told> added;                              // what is new here, as it happened
  std::vector<Told> conflicts;                          // new ones
  std::vector<std::string> policies;                    // that come along, not known here

  bool is_ready() const { return merged != nullptr; }
};

// What a picked file may have at most.
size_t most_case_bytes();

// `bytes` is empty when the file has more than most_case_bytes(), or could not be read.
PickedCase look_at_case(std::string file, size_t size, std::string bytes, const AppState& state);
// What the passphrase has brought out of it.
PickedCase look_at_opened(std::string file, const std::string& plain, const AppState& state);
// The same bundle, as the state is now.
PickedCase look_again(const PickedCase& picked, const AppState& state);

}  // namespace app
