#include "ui/case_history.h"

#include <algorithm>

#include "base/text.h"
#include "documents/case_words.h"
#include "ui/policy_words.h"
#include "ui/widgets.h"

namespace ui {
namespace {

// The words of the text say whether a time was agreed, declared or set to protect.
std::string title_of(const casework::Event& event) {
  if (std::holds_alternative<casework::TimeAgreed>(event.payload)) return "Time set";
  return casework::title(event.payload);
}

}  // namespace

void case_history(const casework::Case& open, const casework::Setting& setting,
                  app::Commands& commands) {
  heading(2, "What has happened");
  // In the record's words, so that both tell the same.
  const auto entries = documents::chronology(open, setting, documents::Detail::kFull);
  std::vector<Card> cards;
  std::vector<std::string> notices;  // event id behind each card, or empty
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    const auto event =
        std::find_if(open.events.begin(), open.events.end(),
                     [&](const casework::Event& each) { return each.id == entry->event_id; });
    Card card;
    card.key = entry->event_id;
    card.title = title_of(*event);
    card.text =
        base::shortened(entry->what, 400) + "\n" + event->author.name + ", " + event->author.role;
    card.side = calendar::in_words(entry->happened_on);
    if (entry->late) {
      card.tag = "Late entry";
      card.text += "\nWritten down on " + entry->recorded + ".";
    }
    card.actionable = std::holds_alternative<casework::NoticeIssued>(event->payload);
    notices.push_back(card.actionable ? event->id : "");
    cards.push_back(card);
  }
  const int pressed = card_list("history", "What has happened, newest first", cards);
  if (pressed >= 0) commands.push_back(app::ShowNotice{notices[size_t(pressed)]});
}

}  // namespace ui
