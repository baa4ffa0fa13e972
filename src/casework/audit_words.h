// An audit in words, the same on the screen, in a document and on a command line. They say what is
// recorded and what is not, and never that somebody failed: the procedure guides, the professional
// decides.
#pragma once

#include <string>

#include "casework/audit.h"

namespace casework {

// "Recorded in time", "Recorded late", "Not recorded", "Not due yet", "May be escalated", "Does not
// apply".
std::string finding_tag(const Requirement& row);
// "Recorded two working days after the last day." "No discussion is recorded at stage 1. Stage 1
// ended on 7 April 2026." With the reason, where one is recorded.
std::string finding_in_words(const Requirement& row, const Case& state, const Setting& setting);
// "The end of Tuesday 7 April 2026 (provisional)"; empty: it has no date.
std::string by_in_words(const Requirement& row);
// "Discussion recorded, 2 April 2026; written down on 9 April 2026, a late entry". Empty: nothing.
std::string record_in_words(const Requirement& row);
// "Must", "Should", "As a guide", or empty.
std::string force_in_words(const Requirement& row);
// "Source: The guide, Stage 2: “within two working days”."
std::string source_of(const policy::Citation& cite, const std::string& policy_hash,
                      const Case& state, const Setting& setting);

// "Of the 14 things that the procedure has asked for so far, 10 are recorded, 1 is recorded late, 2
// are not recorded and 1 is still open. 3 others do not apply."
std::string in_words(const AuditCounts& counts);

}  // namespace casework
