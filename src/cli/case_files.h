// Case files, and the procedures that they ran under among those that a command is given.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casework/case_state.h"
#include "cli/files.h"

namespace cli {

struct CaseFile {
  std::string path;
  std::string text;
  base::Result<casework::Case> state;
};
// A list of events, each checked against its id, and folded.
CaseFile read_case_file(const std::string& path);

// Empty: one of them is refused, and that has been said.
std::optional<std::vector<PolicyFile>> read_policies(const std::vector<std::string>& paths,
                                                     bool as_json);
// The version that the case runs under now; nullptr when it is not there.
const PolicyFile* present_policy(const casework::Case& state, const std::vector<PolicyFile>& files);
// The others: the versions that the case may have run under before.
std::vector<const policy::Policy*> earlier_policies(const PolicyFile& present,
                                                    const std::vector<PolicyFile>& files);
// What to say when it is not there.
base::Error another_version(const casework::Case& state, const std::vector<PolicyFile>& files);

}  // namespace cli
