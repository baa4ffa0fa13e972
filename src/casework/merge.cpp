#include "casework/merge.h"

#include <algorithm>
#include <set>
#include <utility>

namespace casework {
namespace {

using base::Error;
using base::ErrorCode;

std::set<std::string> ids_of(const std::vector<Event>& events) {
  std::set<std::string> ids;
  for (const Event& event : events) ids.insert(event.id);
  return ids;
}

std::vector<Error> strangers(const Case& mine, const std::vector<Event>& theirs) {
  for (const Event& event : theirs) {
    if (event.case_id != mine.id) {
      return {Error{ErrorCode::kBadValue,
                    "These entries belong to another case.",
                    {},
                    event.case_id,
                    mine.id}};
    }
    if (std::holds_alternative<CaseOpened>(event.payload) && event.id != mine.opened.event_id) {
      return {Error{ErrorCode::kTampered,
                    "Another disagreement goes by this case’s id, perhaps about another child: the "
                    "two begin with different entries, so they are never put together.",
                    {},
                    event.id,
                    mine.opened.event_id}};
    }
  }
  return {};
}

}  // namespace

base::Result<Merged> merge(const Case& mine, const std::vector<Event>& theirs) {
  if (auto errors = strangers(mine, theirs); !errors.empty()) return errors;
  std::vector<Event> all = mine.events;
  all.insert(all.end(), theirs.begin(), theirs.end());
  auto folded = fold(std::move(all));
  if (!folded) return folded.errors();

  Merged merged{std::move(folded).value(), {}, {}, {}};
  const std::set<std::string> here = ids_of(mine.events), there = ids_of(theirs);
  for (const Event& event : merged.state.events) {
    if (here.count(event.id) == 0) merged.added.push_back(event.id);
    if (there.count(event.id) == 0) merged.lacking.push_back(event.id);
  }
  const auto is_old = [&](const std::string& id) {
    return std::find(mine.conflicts.begin(), mine.conflicts.end(), id) != mine.conflicts.end();
  };
  for (const std::string& id : merged.state.conflicts) {
    if (!is_old(id)) merged.conflicts.push_back(id);
  }
  return merged;
}

}  // namespace casework
