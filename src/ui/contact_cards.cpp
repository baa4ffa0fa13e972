#include "ui/contact_cards.h"

#include <algorithm>
#include <vector>

#include "casework/stage_words.h"
#include "ui/widgets.h"

namespace ui {

void contact_cards(const app::AppState& state, const policy::Policy& policy, std::string_view name,
                   const std::string& area) {
  const auto changed = state.local_contacts.find(policy.id);
  std::vector<Card> cards;
  std::vector<std::string> sources;  // of each card
  for (const policy::Contact& contact : policy.contacts) {
    if (policy.area(area) && !contact.area.empty() && contact.area != area) continue;
    Card card;
    card.key = contact.id;
    card.title = contact.name;
    card.text = contact.email;
    const policy::Area* its = policy.area(contact.area);
    if (its) card.text += (card.text.empty() ? "" : "\n") + its->name;
    card.actionable = false;
    if (changed != state.local_contacts.end() && changed->second.count(contact.id) > 0) {
      card.tag = "Changed on this device";
      card.tag_kind = TagKind::kRunning;
    }
    sources.push_back(card.tag.empty() ? casework::source_sentence(policy, contact.cite) : "");
    cards.push_back(card);
  }
  if (cards.empty()) return;
  // What is the same of all is said once, below them.
  const bool one = cards.size() > 1 && std::count(sources.begin(), sources.end(), sources[0]) ==
                                           std::ptrdiff_t(sources.size());
  for (size_t i = 0; i < cards.size() && !one; ++i) {
    if (!sources[i].empty()) cards[i].text += "\n" + sources[i];
  }
  card_list("contacts", name, cards);
  if (one && !sources[0].empty()) paragraph(sources[0], TextKind::kHint);
}

}  // namespace ui
