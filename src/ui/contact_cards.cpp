#include "ui/contact_cards.h"

#include <vector>

#include "casework/stage_words.h"
#include "ui/widgets.h"

namespace ui {

void contact_cards(const app::AppState& state, const policy::Policy& policy, std::string_view name,
                   const std::string& area) {
  const auto changed = state.local_contacts.find(policy.id);
  std::vector<Card> cards;
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
    } else {
      card.text += "\n" + casework::source_sentence(policy, contact.cite);
    }
    cards.push_back(card);
  }
  card_list("contacts", name, cards);
}

}  // namespace ui
