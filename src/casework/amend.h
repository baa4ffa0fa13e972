// Corrections of a record: which of its words, dates and answers may be corrected, and the record
// as it reads then. What was written stays in the case file; the fold works with the corrected fact
// (case_state.h). Not corrected: what a fact says of the procedure (its stage, its clock, its
// form), a notice as it was sent, and a time that was set: for those there is a new record.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "casework/case_state.h"

namespace casework {

enum class AmendableKind { kText, kDate, kYesNo };

struct AmendableField {
  std::string key;    // "account", "subject.name", "actions.0.owner": EventAmended::changes
  std::string value;  // as it is now; a date "2026-06-04", or empty where none is set; "yes", "no"
  AmendableKind kind = AmendableKind::kText;
  bool may_be_empty = true;
  bool operator==(const AmendableField&) const = default;
};

// In the order in which people read them. None: nothing of such a record is corrected.
std::vector<AmendableField> amendable(const Payload& payload);

// The record with these changes. Errors: a field that it has not, or that is not corrected
// (kUnknownKey); no date, no answer (kBadDate, kBadValue). Error::where.pointer is "changes.<key>".
base::Result<Payload> amended(Payload payload, const std::map<std::string, std::string>& changes);

// The event's fact with every correction that the case has of it.
Payload corrected(const Case& state, const Event& event);

// The day that a fact names as the one on which it happened. Empty: it names none.
std::optional<Date> day_named(const Payload& payload);

}  // namespace casework
