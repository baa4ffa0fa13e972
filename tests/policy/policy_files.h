// The repository's policies and the invented ones of tests/data, as text.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/strict_json.h"
#include "policy/local_changes.h"
#include "policy/policy_set.h"
#include "policy/read.h"

namespace policy_files {

inline std::string text_of(const std::string& path) {
  std::ifstream file(std::string(REPOSITORY_DIR) + "/" + path, std::ios::binary);
  REQUIRE_MESSAGE(file, path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline base::Json json_of(const std::string& path) {
  base::Result<base::Json> json = base::parse_json(text_of(path), path);
  REQUIRE_MESSAGE(json.ok(), path);
  return std::move(json).value();
}

// "policies/our-policy.json" for each that the index lists.
inline std::vector<std::string> shipped_files() {
  const base::Json index = json_of("policies/index.json");
  std::vector<std::string> files;
  for (const base::Json& name : index.at("policies")) {
    files.push_back("policies/" + name.get<std::string>());
  }
  return files;
}

// Every error, a line each, for the message of a failed test.
inline std::string in_lines(const std::vector<base::Error>& errors) {
  std::string lines;
  for (const base::Error& error : errors) lines += "\n  " + base::describe(error);
  return lines;
}

inline policy::Policy policy_of(const std::string& path) {
  base::Result<policy::Policy> read = policy::read_policy(text_of(path), path);
  REQUIRE_MESSAGE(read.ok(), (read.ok() ? "" : in_lines(read.errors())));
  return std::move(read).value();
}

// Each of them, as the application reads the folder.
inline std::vector<policy::Policy> shipped() {
  auto index = policy::read_index(text_of("policies/index.json"), "index.json");
  REQUIRE(index.ok());
  std::vector<policy::PolicyFile> files;
  for (const std::string& file : index->policies) {
    files.push_back({file, text_of("policies/" + file)});
  }
  const policy::PolicySet set = policy::read_policies(*index, std::move(files));
  for (const auto& refused : set.refused) FAIL(in_lines(refused.errors));
  std::vector<policy::Policy> policies;
  for (const auto& usable : set.usable) policies.push_back(usable.policy);
  REQUIRE(!policies.empty());
  return policies;
}

// The local changes over the base, a sound policy.
inline base::Result<policy::ChangedPolicy> changed(const std::string& changes,
                                                   const std::string& file,
                                                   const std::string& base_text,
                                                   const std::string& base_file) {
  const base::Result<base::Json> json = base::parse_json(changes, file);
  if (!json) return json.errors();
  base::Result<base::Json> base = base::parse_json(base_text, base_file);
  REQUIRE_MESSAGE(base.ok(), base_file);
  return policy::read_changes_over(*json, file,
                                   policy::unchanged(std::move(base).value(), base_file));
}

}  // namespace policy_files
