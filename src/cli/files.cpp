#include "cli/files.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "calendar/merged_holidays.h"
#include "policy/local_changes.h"
#include "policy/policy_set.h"
#include "policy/read.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;

constexpr uintmax_t kLargest = 64u << 20;

Error too_large(const std::string& path, const std::string& found) {
  return {ErrorCode::kTooLarge,
          "This file is too large to be one of ours.",
          {path, ""},
          found,
          "at most 64 MB"};
}

std::string folder_of(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return folder.empty() ? "." : folder.string();
}

bool is_local(const std::string& text, const std::string& path) {
  const auto json = base::parse_json(text, path);
  return json && policy::is_local_changes(*json);
}

// The file itself with every other policy of its folder, so that a base is found.
base::Result<policy::Policy> read_with_folder(const std::string& path, std::string text) {
  policy::Index index;
  std::vector<policy::PolicyFile> files;
  index.policies.push_back(path);
  files.push_back({path, std::move(text)});
  std::vector<std::string> others;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_of(path), ignored)) {
    const std::string other = entry.path().string();
    if (entry.path().extension() != ".json" || fs::equivalent(entry.path(), path, ignored))
      continue;
    others.push_back(other);
  }
  std::sort(others.begin(), others.end());
  for (const std::string& other : others) {
    auto bytes = read_file(other);
    if (!bytes) continue;
    index.policies.push_back(other);
    files.push_back({other, std::move(bytes).value()});
  }
  policy::PolicySet set = policy::read_policies(index, std::move(files));
  for (policy::UsablePolicy& usable : set.usable) {
    if (usable.file == path) return std::move(usable.policy);
  }
  for (policy::RefusedPolicy& refused : set.refused) {
    if (refused.file == path) return std::move(refused.errors);
  }
  return Error{ErrorCode::kNotFound, "This file could not be read.", {path, ""}, "", ""};
}

// Files of bank holidays laid over one another: one division of them.
base::Result<calendar::HolidaySet> read_layers(const std::vector<std::string>& paths,
                                               const std::string& division) {
  std::vector<calendar::Divisions> layers;
  for (const std::string& path : paths) {
    const base::Result<std::string> text = read_file(path);
    if (!text) {
      Error error = text.error();
      error.expected = "a file of bank holidays; name one with --calendar";
      return error;
    }
    const auto keys = layers.empty() ? calendar::Keys::kExact : calendar::Keys::kMayBeMore;
    auto divisions = calendar::read_holidays(*text, path, keys);
    if (!divisions) return divisions.errors();
    layers.push_back(std::move(divisions).value());
  }
  auto merged = calendar::merged(layers);
  if (!merged) return merged.errors();
  const auto found = merged->divisions.find(division);
  if (found != merged->divisions.end()) return found->second;
  return Error{ErrorCode::kMissingReference,
               "The calendar lacks the bank holidays of this division.",
               {paths.front(), ""},
               "",
               division};
}

}  // namespace

base::Result<std::string> read_file(const std::string& path) {
  std::error_code failed;
  const uintmax_t size = fs::file_size(path, failed);
  if (!failed && size > kLargest) {
    return too_large(path, std::to_string(size) + " bytes");
  }
  std::ifstream file(path, std::ios::binary);
  if (failed || !file) {
    return Error{ErrorCode::kNotFound,
                 "This file could not be read; check its name and folder.",
                 {path, ""},
                 "",
                 "a file"};
  }
  return std::string(std::istreambuf_iterator<char>(file), {});
}

base::Result<std::string> read_input() {
  std::string text;
  char part[1 << 14];
  while (const size_t size = std::fread(part, 1, sizeof part, stdin)) {
    text.append(part, size);
    if (text.size() > kLargest) return too_large("standard input", "");
  }
  return text;
}

PolicyFile read_policy_file(const std::string& path) {
  base::Result<std::string> text = read_file(path);
  if (!text) return {path, "", text.errors()};
  if (is_local(*text, path)) return {path, *text, read_with_folder(path, *text)};
  return {path, *text, policy::read_policy(*text, path)};
}

bool is_index(const std::string& path) {
  const auto text = read_file(path);
  if (!text) return false;
  const auto json = base::parse_json(*text, path);
  return json && json->is_object() && json->contains("policies") && !json->contains("stages");
}

base::Result<std::vector<std::string>> listed_policies(const std::string& index_path) {
  const auto text = read_file(index_path);
  if (!text) return text.errors();
  const auto index = policy::read_index(*text, index_path);
  if (!index) return index.errors();
  std::vector<std::string> paths;
  for (const std::string& name : index->policies) {
    paths.push_back((fs::path(folder_of(index_path)) / name).string());
  }
  return paths;
}

base::Result<calendar::HolidaySet> read_calendar(const std::string& path,
                                                 const std::string& policy_path,
                                                 const policy::Policy& policy) {
  if (!path.empty()) return read_division(path, policy.division);
  const fs::path folder = folder_of(policy_path);
  std::vector<std::string> files = {(folder / "calendars/bank-holidays.json").string()};
  // As the browser reads the folder: what its index names, the newer over the first.
  const std::string index_path = (folder / "index.json").string();
  if (const auto text = read_file(index_path)) {
    const auto index = policy::read_index(*text, index_path);
    if (!index) return index.errors();
    files = {(folder / index->calendar).string()};
    for (const std::string& newer : index->newer_calendars) {
      files.push_back((folder / newer).string());
    }
  }
  return read_layers(files, policy.division);
}

base::Result<calendar::HolidaySet> read_division(const std::string& path,
                                                 const std::string& division) {
  return read_layers({path}, division);
}

}  // namespace cli
