// A case's facts in sentences and in order: people, stages, discussions, the chronology. What every
// document about a case says in the same way. Not a document itself, and no rule of a procedure:
// words and order only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "casework/decide.h"
#include "policy/model.h"

namespace documents {

// The version of the procedure with that hash: the present one or an earlier one. Where it is not
// known, one without any words, so that ids are said plainly and never in another version's words.
const policy::Policy& version(const casework::Case& state, const casework::Setting& setting,
                              std::string_view hash);
// The hash of the version in force when the event was written.
std::string hash_at(const casework::Case& state, std::string_view event_id);

// "Priya Shah, Team manager, Riverside Children's Services"; what is empty is left out.
std::string person_in_words(const casework::Person& person);

// "Stage 1: Practitioner to practitioner"; the id itself for a stage that the policy does not have.
std::string stage_heading(const policy::Policy& policy, std::string_view stage_id);
// "Stage 1"; casework::stage_in_words() is the same within a sentence.
std::string stage_label(const policy::Policy& policy, std::string_view stage_id);

// The text with a full stop, unless it ends with a mark of its own. Empty stays empty.
std::string sentence(std::string_view text);

// The partnership of the case's area, or the policy's.
std::string partnership(const policy::Policy& policy, const casework::Case& state);
// "Business manager (manager@…)": the contact with that id or post in the case's area. Empty:
// nobody.
std::string contact_in_words(const policy::Policy& policy, std::string_view id_or_post,
                             const casework::Case& state);

// "Stage 1, 2 April 2026, telephone, with Priya Shah: … Agreed: …"
std::string in_words(const casework::Recorded<casework::DiscussionRecorded>& discussion,
                     const policy::Policy& policy);
// "Stage 1, 3 April 2026, reply from Priya Shah: … It settles the disagreement."
std::string in_words(const casework::Recorded<casework::ReplyReceived>& reply,
                     const policy::Policy& policy);
// What the date of a TimeAgreed is, by its clock.
enum class TimeKind { kAgreed, kDeclared, kProtective };
TimeKind time_kind(const policy::Policy& policy, std::string_view clock_id);
// The discussions and replies recorded at these stages, how each stage ended, and where no
// discussion is recorded.
// Paragraphs, separated by blank lines. No stages named: those that the case has passed through.
std::string stage_records(const casework::Case& state, const policy::Policy& policy,
                          const std::vector<std::string>& stages);

// kBrief: what kind of thing happened; kFull: with everything that was written about it.
enum class Detail { kBrief, kFull };
struct ChronologyEntry {
  std::string event_id;
  casework::Date happened_on;
  std::string happened;  // "2 April 2026", with the time when one is known
  std::string recorded;  // "2 April 2026 at 5:30pm"
  bool late = false;     // written down more than a day after it happened
  std::string who;
  std::string what;
};
// By the day things happened; on one day, in the order of the case file. Each in the words of the
// version of the procedure that the case then ran under.
std::vector<ChronologyEntry> chronology(const casework::Case& state,
                                        const casework::Setting& setting, Detail detail);
// One line for each entry, with everything that was written.
std::string chronology_in_words(const casework::Case& state, const casework::Setting& setting);

// Written down more than a day after the discussion's or the reply's day, whatever time the event
// itself bears.
bool is_late(const casework::Recorded<casework::DiscussionRecorded>& discussion);
bool is_late(const casework::Recorded<casework::ReplyReceived>& reply);

}  // namespace documents
