// Rows of the audit of a case that is being run, found by what they are about.
#pragma once

#include "casework/audit.h"
#include "casework/audit_words.h"
#include "casework/invented.h"

namespace invented {

using casework::Finding;
using casework::Requirement;
using casework::RequirementKind;

inline std::vector<Requirement> audited(const Running& running) {
  return casework::audit(running.state(), running.setting()).requirements;
}

inline std::vector<Requirement> rows_of(const Running& running, const std::string& id) {
  std::vector<Requirement> found;
  for (Requirement& row : audited(running)) {
    if (row.id == id) found.push_back(std::move(row));
  }
  return found;
}

// The only one of that kind and id.
inline Requirement row_of(const Running& running, RequirementKind kind, const std::string& id) {
  std::vector<Requirement> found;
  for (Requirement& row : audited(running)) {
    if (row.kind == kind && row.id == id) found.push_back(std::move(row));
  }
  REQUIRE_MESSAGE(found.size() == 1, id, ": ", found.size());
  return found.front();
}

inline std::string said_of(const Running& running, const Requirement& row) {
  return casework::finding_in_words(row, running.state(), running.setting());
}

inline std::vector<casework::AuditRemark> remarks_of(const Running& running) {
  return casework::audit(running.state(), running.setting()).remarks;
}

}  // namespace invented
