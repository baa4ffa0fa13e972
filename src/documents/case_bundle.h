// One case as a file, so that two devices can work on it: its events, every version of the
// procedure that they name, and what is attached. Plain; sealed_file.h is the envelope around it.
// Storage and merging are not here (casework/merge.h). Version 1, canonical JSON and a line end:
//   {"attachments":[{"base64":…,"sha256":…}], "case_id":…, "events":[… in the order of the fold],
//    "format":"common-ground-case", "policies":[{"hash":…,"text":…}], "version":1}
// The text of a policy is its canonical JSON, so that its SHA-256 is its hash. Policies and
// attachments are sorted by their hashes. No other bytes are a bundle: what has been laid out anew,
// or lacks its line end, is refused, so that no byte of it can change unnoticed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "casework/case_state.h"
#include "policy/model.h"

namespace documents {

inline constexpr size_t kMostBundleBytes = 32u << 20;

struct CaseBundle {
  struct Procedure {
    policy::Policy policy;
    std::string text;
  };
  struct Attachment {
    std::string sha256;
    std::string bytes;
    bool operator==(const Attachment&) const = default;
  };
  casework::Case state;
  std::vector<Procedure> policies;  // each that an event names, by hash
  std::vector<Attachment> attachments;
};

// The hashes of the procedures that the case's events name, sorted, each once.
std::vector<std::string> policies_named(const casework::Case& state);

// The bytes of the file. `policy_texts`: whole procedures as JSON, in any layout and order; those
// that no event names are left out. kMissingReference when one that is named is not among them,
// kTooLarge beyond what read_bundle() takes.
base::Result<std::string> bundle_file(const casework::Case& state,
                                      const std::vector<std::string>& policy_texts,
                                      const std::vector<CaseBundle::Attachment>& attachments = {});

// All of it or nothing. kTooLarge; kBadSyntax: no JSON, or it ends too early; kNewerFormat,
// also for a kind of event that is not known; kTampered: an event, a procedure or an attachment is
// not what its hash says, events are missing or out of order, or the bytes are not as they were
// written; kMissingReference: a procedure that an event names is not there; kBadValue: two cases in
// it, or none.
base::Result<CaseBundle> read_bundle(std::string_view bytes, std::string_view file);

// Whether the file says that it is a bundle, sound or not.
bool is_bundle(const base::Json& json);

}  // namespace documents
