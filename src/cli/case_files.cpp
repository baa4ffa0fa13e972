#include "cli/case_files.h"

#include "cli/output.h"

namespace cli {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;

base::Result<casework::Case> folded(const Json& json, const std::string& path) {
  if (!json.is_array()) {
    return Error{ErrorCode::kWrongType,
                 "A case file is a list of events.",
                 {path, ""},
                 json.type_name(),
                 "a list"};
  }
  std::vector<casework::Event> events;
  std::vector<Error> errors;
  for (size_t i = 0; i < json.size(); ++i) {
    auto event = casework::event_from_json(json[i], path);
    if (event) {
      events.push_back(std::move(event).value());
      continue;
    }
    for (Error error : event.errors()) {
      error.where.pointer = "/" + std::to_string(i) + error.where.pointer;
      errors.push_back(std::move(error));
    }
  }
  if (!errors.empty()) return errors;
  return casework::fold(std::move(events));
}

}  // namespace

CaseFile read_case_file(const std::string& path) {
  const auto text = read_file(path);
  if (!text) return {path, "", text.errors()};
  const auto json = base::parse_json(*text, path, {64u << 20, 64});
  if (!json) return {path, *text, json.errors()};
  return {path, *text, folded(*json, path)};
}

std::optional<std::vector<PolicyFile>> read_policies(const std::vector<std::string>& paths,
                                                     bool as_json) {
  std::vector<PolicyFile> files;
  for (const std::string& path : paths) {
    files.push_back(read_policy_file(path));
    const PolicyFile& file = files.back();
    if (file.policy) continue;
    refuse(file.policy.errors(), file.path, file.text, as_json);
    return std::nullopt;
  }
  return files;
}

const PolicyFile* present_policy(const casework::Case& state,
                                 const std::vector<PolicyFile>& files) {
  const PolicyFile* present = nullptr;
  for (const PolicyFile& file : files) {
    if (file.policy->hash == state.policy_hash()) present = &file;
  }
  return present;
}

std::vector<const policy::Policy*> earlier_policies(const PolicyFile& present,
                                                    const std::vector<PolicyFile>& files) {
  std::vector<const policy::Policy*> earlier;
  for (const PolicyFile& file : files) {
    if (file.policy->hash != present.policy->hash) earlier.push_back(&*file.policy);
  }
  return earlier;
}

Error another_version(const casework::Case& state, const std::vector<PolicyFile>& files) {
  return {ErrorCode::kBadValue,
          "The case runs under another version of the procedure.",
          {files.back().path, ""},
          files.back().policy->hash,
          state.policy_hash()};
}

}  // namespace cli
