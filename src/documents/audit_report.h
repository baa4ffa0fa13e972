// The audit of a case for paper: what the procedure asked at each stage, by when and where that
// stands, beside what is recorded. For a supervision, a file audit, a review. Findings and their
// words are casework's (audit.h, audit_words.h).
#pragma once

#include "casework/decide.h"
#include "documents/document.h"

namespace documents {

// What the page and the document are called.
inline constexpr const char* kAuditTitle = "What the procedure asked, and what is recorded";

// `setting.now` is when it is looked at; `setting.author` who looks.
Document audit_report(const casework::Case& state, const casework::Setting& setting);

}  // namespace documents
