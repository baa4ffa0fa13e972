// The files that commands are given: policies (also those that are local changes of another in the
// same folder), the bank holidays beside them, case files and notices. Reading bytes only; what
// they mean is the layers' beneath.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "calendar/holidays.h"
#include "policy/model.h"

namespace cli {

// kNotFound when it cannot be read; kTooLarge over 64 MB.
base::Result<std::string> read_file(const std::string& path);
// The whole of standard input. kTooLarge over 64 MB.
base::Result<std::string> read_input();

struct PolicyFile {
  std::string path;
  std::string text;
  base::Result<policy::Policy> policy;
};
// A file of local changes finds its base among the other .json files of its folder.
PolicyFile read_policy_file(const std::string& path);

// Whether the file is a list of policies (policies/index.json), and the paths that it lists.
bool is_index(const std::string& path);
base::Result<std::vector<std::string>> listed_policies(const std::string& index_path);

// `path`; when it is empty, the bank holidays that the index of the policy's folder names, the
// newer laid over the first, and calendars/bank-holidays.json where there is no index.
base::Result<calendar::HolidaySet> read_calendar(const std::string& path,
                                                 const std::string& policy_path,
                                                 const policy::Policy& policy);
// The holidays of one division. kMissingReference when the file lacks it.
base::Result<calendar::HolidaySet> read_division(const std::string& path,
                                                 const std::string& division);

}  // namespace cli
