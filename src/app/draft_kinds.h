// What can be half written, each by a name that its draft keeps for ever (a page's number may
// change): "raise", "profile/change", "<case id>/<name>/<target>", "contacts/<policy hash>",
// "closure".
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/state.h"

namespace app {

struct DraftKind {
  Page page;
  const char* name;
  const char* title;  // "Record a discussion"
};

// Of a page of a case that is written on; null for others.
const DraftKind* draft_kind(Page page);

// The key of what is written on such a page.
std::string draft_key(const std::string& case_id, Page page, const std::string& target);

// Of a change of the person's own details; another than the one of the first visit ("profile"), so
// that neither is ever taken for the other.
inline constexpr char kProfileChange[] = "profile/change";

// Before the policy's hash: of a change of its contacts.
inline constexpr char kContactsChange[] = "contacts/";

// Of days on which the agency is closed, to be added.
inline constexpr char kClosureDraft[] = "closure";

// What is typed to be supposed (kWhatIf): never kept, so it cannot be half written either.
inline constexpr char kWhatIfDraft[] = "what-if";

// Where a step is written down.
Page page_of(casework::StepKind kind);

// What a key says, of a case or a policy that is there, of a raise or of the person's own details.
struct DraftPlace {
  Page page;
  std::string case_id;  // empty: of no case
  std::string target;
};
std::optional<DraftPlace> draft_place(const AppState& state, const std::string& key);

// Where its case stands now, what was begun there can still be done.
bool is_offered(const AppState& state, const DraftPlace& place);

// Of drafts that were typed in, those that home can lead back to, in the order of their cases.
std::vector<HalfWritten> half_written(const AppState& state,
                                      const std::map<std::string, Draft>& typed);

}  // namespace app
