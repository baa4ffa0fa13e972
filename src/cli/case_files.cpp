#include "cli/case_files.h"

#include "cli/clock_output.h"
#include "cli/output.h"

namespace cli {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;

// What is no list of events; a shared case that ends too early, too.
CaseFile shared(const std::string& path, const std::string& text) {
  auto bundle = documents::read_bundle(text, path);
  if (!bundle) return {path, text, bundle.errors()};
  CaseFile file{path, text, bundle->state};
  for (const documents::CaseBundle::Procedure& each : bundle->policies) {
    file.policy_texts.push_back(each.text);
  }
  file.attachments = bundle->attachments;
  return file;
}

base::Result<casework::Case> folded(const Json& json, const std::string& path) {
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
  const bool a_list = json.ok() && json->is_array();
  const bool begins_as_one = text->starts_with("{\"attachments\":");
  if (!a_list && (json.ok() || begins_as_one)) return shared(path, *text);
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

casework::Setting CountedCase::setting() const {
  return {*present->policy, holidays, casework::Person{}, now,
          earlier_policies(*present, policies)};
}

std::optional<CountedCase> counted(const casework::Case& state, const CaseOptions& options) {
  const auto refused = [&](const std::vector<Error>& errors) {
    refuse(errors, "", "", options.json);
    return std::nullopt;
  };
  auto policies = read_policies(options.policies, options.json);
  if (!policies) return std::nullopt;
  CountedCase found;
  found.policies = std::move(*policies);
  found.present = present_policy(state, found.policies);
  if (!found.present) return refused({another_version(state, found.policies)});
  auto holidays = read_calendar(options.calendar, found.present->path, *found.present->policy);
  if (!holidays) return refused(holidays.errors());
  found.holidays = std::move(holidays).value();
  const auto now = now_of(options.now, state.events.back().recorded_at);
  if (!now) return refused(now.errors());
  found.now = *now;
  return found;
}

Error another_version(const casework::Case& state, const std::vector<PolicyFile>& files) {
  return {ErrorCode::kBadValue,
          "The case runs under another version of the procedure.",
          {files.back().path, ""},
          files.back().policy->hash,
          state.policy_hash()};
}

}  // namespace cli
