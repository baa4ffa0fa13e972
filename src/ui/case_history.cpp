#include "ui/case_history.h"

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
  // In the record's words, so that both tell the same; only what is shown is put into words.
  const std::vector<size_t> order = documents::chronology_order(open);
  const auto place = [&](size_t i) { return order[order.size() - 1 - i]; };
  const auto card_of = [&](size_t i) {
    const casework::Event& event = open.events[place(i)];
    const documents::ChronologyEntry entry =
        documents::chronology_entry(open, setting, place(i), documents::Detail::kFull);
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
  const CardSource source{order.size(), card_of, "history"};
  const CardPress pressed = card_list("history", "What has happened, newest first", source);
  if (pressed.card < 0) return;
  const casework::Event& event = open.events[place(size_t(pressed.card))];
  commands.push_back(app::Go{app::Page::kShownEntry, event.id});
}

}  // namespace ui
