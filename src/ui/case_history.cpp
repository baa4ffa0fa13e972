#include "ui/case_history.h"

#include <map>
#include <string_view>

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
  std::map<std::string_view, const casework::Event*> events;
  for (const casework::Event& each : open.events) events.emplace(each.id, &each);
  const auto card_of = [&](size_t i) {
    const documents::ChronologyEntry& entry = entries[entries.size() - 1 - i];
    const casework::Event& event = *events.at(entry.event_id);
    Card card;
    card.key = entry.event_id;
    card.title = title_of(event);
    card.text =
        base::shortened(entry.what, 400) + "\n" + event.author.name + ", " + event.author.role;
    card.side = calendar::in_words(entry.happened_on);
    if (entry.late) {
      card.tag = "Late entry";
      card.text += "\nWritten down on " + entry.recorded + ".";
    }
    if (entry.corrected) card.tag = "Corrected";
    return card;
  };
  const CardSource source{entries.size(), card_of, "history"};
  const CardPress pressed = card_list("history", "What has happened, newest first", source);
  if (pressed.card < 0) return;
  const documents::ChronologyEntry& entry = entries[entries.size() - 1 - size_t(pressed.card)];
  commands.push_back(app::Go{app::Page::kShownEntry, entry.event_id});
}

}  // namespace ui
