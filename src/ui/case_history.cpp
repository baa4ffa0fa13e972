#include "ui/case_history.h"

#include "base/text.h"
#include "ui/policy_words.h"
#include "ui/widgets.h"

namespace ui {
namespace {

// Of the versions that the case ran under, the one that has the stage.
std::string stage_of(const casework::Setting& setting, const std::string& stage) {
  for (const policy::Policy* earlier : setting.earlier) {
    if (!setting.policy.stage(stage) && earlier->stage(stage)) return stage_title(*earlier, stage);
  }
  return stage_title(setting.policy, stage);
}

struct Words {
  const casework::Setting& setting;
  std::string operator()(const casework::CaseOpened& e) const { return e.decision; }
  std::string operator()(const casework::StageEntered& e) const {
    return stage_of(setting, e.stage) + ". " + e.reason;
  }
  std::string operator()(const casework::DiscussionRecorded& e) const {
    return "With " + e.with + ". " + e.account;
  }
  std::string operator()(const casework::TimeAgreed& e) const {
    return "Until " + calendar::in_words_with_day(e.until) +
           (e.with.empty() ? "" : ", with " + e.with) + ". " + e.reason;
  }
  std::string operator()(const casework::DutyDone& e) const {
    const policy::Duty* duty = setting.policy.duty(e.duty);
    return (duty ? duty->text + ". " : "") + e.note;
  }
  std::string operator()(const casework::NoticeIssued& e) const {
    const policy::Form* form = setting.policy.form(e.form);
    return (form ? form->title : e.form) + (e.copied_to.empty() ? "" : ". Copy to " + e.copied_to);
  }
  std::string operator()(const casework::CaseResolved& e) const { return e.outcome; }
  std::string operator()(const casework::CaseWithdrawn& e) const { return e.reason; }
  std::string operator()(const casework::NoteAdded& e) const { return e.text; }
  std::string operator()(const casework::ReplyReceived& e) const {
    return "From " + e.from + (e.agreed ? ", in agreement. " : ", without agreement. ") + e.account;
  }
  std::string operator()(const casework::PolicyChanged& e) const {
    return "Version " + e.policy_version + ", " + stage_of(setting, e.stage) + ". " + e.reason;
  }
};

}  // namespace

void case_history(const casework::Case& open, const casework::Setting& setting,
                  app::Commands& commands) {
  heading(2, "What has happened");
  std::vector<Card> cards;
  std::vector<std::string> notices;  // event id behind each card, or empty
  for (auto event = open.events.rbegin(); event != open.events.rend(); ++event) {
    Card card;
    card.key = event->id;
    card.title = std::holds_alternative<casework::StageEntered>(event->payload)
                     ? capital(setting.policy.stage_word) + " entered"
                     : casework::title(event->payload);
    card.text = base::shortened(std::visit(Words{setting}, event->payload), 400) + "\n" +
                event->author.name + ", " + event->author.role;
    card.side = calendar::in_words(calendar::uk_date(event->occurred_at));
    if (casework::is_late(event->occurred_at, event->recorded_at)) {
      card.side += ", written on " + calendar::in_words(calendar::uk_date(event->recorded_at));
    }
    card.actionable = std::holds_alternative<casework::NoticeIssued>(event->payload);
    notices.push_back(card.actionable ? event->id : "");
    cards.push_back(card);
  }
  const int pressed = card_list("history", "What has happened, newest first", cards);
  if (pressed >= 0) commands.push_back(app::ShowNotice{notices[size_t(pressed)]});
  paragraph("Case file fingerprint " + casework::fingerprint(open), TextKind::kHint);
}

}  // namespace ui
