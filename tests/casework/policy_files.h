// Policies from files, and facts that fit whatever a policy asks for: the tests of shipped and of
// invented procedures run cases under them without knowing one by name.
#pragma once

#include <string>
#include <vector>

#include "casework/invented.h"
#include "policy/policy_set.h"

namespace policy_files {

inline policy::Policy policy_of(const std::string& path) {
  auto read = policy::read_policy(invented::read_text(path), path);
  if (!read) FAIL(base::describe(read.error()));
  return *read;
}

// Every policy that policies/index.json names.
inline std::vector<policy::Policy> shipped() {
  auto index = policy::read_index(invented::read_text("policies/index.json"), "index.json");
  REQUIRE(index.ok());
  std::vector<policy::PolicyFile> files;
  for (const std::string& file : index->policies) {
    files.push_back({file, invented::read_text("policies/" + file)});
  }
  const policy::PolicySet set = policy::read_policies(*index, std::move(files));
  for (const auto& refused : set.refused) FAIL(base::describe(refused.errors.front()));
  std::vector<policy::Policy> policies;
  for (const auto& usable : set.usable) policies.push_back(usable.policy);
  REQUIRE(!policies.empty());
  return policies;
}

// A form with every field answered.
inline casework::NoticeIssued filled_in(const policy::Form& form) {
  casework::NoticeIssued notice{form.id, "", {}, ""};
  for (const policy::FormField& field : form.fields) {
    switch (field.type) {
      case policy::FieldType::kChoiceOfMany:
        notice.answers[field.id] = field.options;
        break;
      case policy::FieldType::kYesNo:
        notice.answers[field.id] = {"Yes"};
        break;
      case policy::FieldType::kDate:
        notice.answers[field.id] = {"2026-04-08"};
        break;
      case policy::FieldType::kEmail:
        notice.answers[field.id] = {"a@b.example"};
        break;
      case policy::FieldType::kText:
      case policy::FieldType::kLongText:
        notice.answers[field.id] = {"What happened"};
    }
  }
  return notice;
}

}  // namespace policy_files
