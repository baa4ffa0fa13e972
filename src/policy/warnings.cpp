#include "policy/warnings.h"

#include <algorithm>

#include "base/text.h"
#include "policy/citations.h"
#include "policy/findings.h"

namespace policy {
namespace {

constexpr size_t kPlacesNamed = 5;

void review(const Policy& policy, calendar::Date today, std::vector<std::string>& found) {
  if (!policy.review_due || *policy.review_due >= today) return;
  found.push_back("The review of this procedure was due on " +
                  calendar::in_words(*policy.review_due) + ".");
}

// What must be done on time should show the words that say so.
void must_without_words(const Clock& clock, std::vector<std::string>& found) {
  if (clock.force != Force::kMust || !clock.cite.words.empty()) return;
  found.push_back("The time " + in_quotes(clock.id) +
                  " must be kept, but quotes no words of its source that say so.");
}

void clocks(const Policy& policy, std::vector<std::string>& found) {
  for (const Stage& stage : policy.stages) {
    for (const Clock& clock : stage.clocks) must_without_words(clock, found);
  }
  for (const Budget& budget : policy.budgets) must_without_words(budget.clock, found);
  for (const Duty& duty : policy.duties) {
    if (duty.clock) must_without_words(*duty.clock, found);
  }
}

// A post is there so that each area has somebody: one that nothing names yet may have gaps.
void posts(const Policy& policy, std::vector<std::string>& found) {
  std::vector<std::string> seen;
  for (const Contact& contact : policy.contacts) {
    if (contact.post.empty() || std::find(seen.begin(), seen.end(), contact.post) != seen.end()) {
      continue;
    }
    seen.push_back(contact.post);
    std::vector<std::string> without;
    for (const Area& area : policy.areas) {
      if (!policy.contact_for(contact.post, area.id)) without.push_back(area.name);
    }
    if (without.empty()) continue;
    found.push_back("Nobody holds the post " + in_quotes(contact.post) + " for " +
                    base::listed(without) + ".");
  }
}

void sources(const Policy& policy, const std::vector<PlacedCitation>& citations,
             std::vector<std::string>& found) {
  for (const Source& source : policy.sources) {
    const bool cited =
        std::any_of(citations.begin(), citations.end(),
                    [&](const PlacedCitation& one) { return one.cite->source == source.id; });
    if (!cited) {
      found.push_back("No rule cites the source " + in_quotes(source.title) + ".");
    }
  }
}

void without_words(const std::vector<PlacedCitation>& citations, std::vector<std::string>& found) {
  std::vector<std::string> places;
  for (const PlacedCitation& one : citations) {
    if (one.cite->words.empty()) places.push_back(one.pointer);
  }
  if (places.empty()) return;
  const size_t count = places.size();
  if (count > kPlacesNamed) {
    places.resize(kPlacesNamed);
    places.push_back(base::number_word(static_cast<int>(count - kPlacesNamed)) + " more");
  }
  found.push_back((count == 1 ? "One citation quotes" : "These citations quote") +
                  std::string(" no words of the source: ") + base::listed(places) + ".");
}

}  // namespace

std::vector<std::string> warnings(const Policy& policy, calendar::Date today) {
  std::vector<std::string> found;
  const std::vector<PlacedCitation> citations = citations_of(policy);
  review(policy, today, found);
  clocks(policy, found);
  posts(policy, found);
  sources(policy, citations, found);
  without_words(citations, found);
  return found;
}

}  // namespace policy
