// Who has to do with a case, as far as the case file says. Nothing is guessed: a list of names that
// somebody typed stays as it was written, and an author of neither agency is on no side. Who ought
// to act is the procedure's to say and not here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casework/case_state.h"
#include "policy/model.h"

namespace casework {

// What somebody did to the case file, and the days on which it was written, in order.
struct Deed {
  std::string what;  // "Recorded a discussion"
  std::vector<Date> days;
};

struct KnownPerson {
  // The side that raised it: its author, and authors of the same agency. The other side: as the
  // case was opened, and authors of that agency. Empty: the case file does not say, which it never
  // does by agency where both sides are of one.
  std::optional<policy::Party::Side> side;
  Person person;  // the name may be empty: only the agency is known
  std::vector<Deed> deeds;
};

// Somebody to whom notices went.
struct Recipient {
  std::string contact;  // the policy's name for that address; empty: not one of its contacts
  std::string email;
  std::vector<Deed> deeds;  // "Outcome Resolution Notice", "Copy of the Outcome Resolution Notice"
};

// People in somebody's words: "Priya Shah, team manager, and the school nurse".
struct Named {
  Date day;
  std::string what;  // "Took part in a discussion"
  std::string words;
  std::string event_id;
};

struct People {
  std::vector<KnownPerson> known;  // by side, in the order of Party::Side; then those of none
  std::vector<Recipient> recipients;
  std::vector<Named> named;  // by day
};

// `policy` is the one that the case runs under, with the contacts of this device.
People people(const Case& state, const policy::Policy& policy);

// "Recorded a discussion on 2 April 2026 and 7 April 2026"; on many: "on 12 days, from … to …".
std::string in_words(const Deed& deed);

}  // namespace casework
