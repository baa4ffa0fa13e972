// What leaves a case on paper or as a file: the notices issued, the forms of its procedure, the
// full record; and what there is to read.
#include <algorithm>

#include "base/text.h"
#include "casework/next_steps.h"
#include "casework/stage_words.h"
#include "documents/case_words.h"
#include "ui/case_parts.h"
#include "ui/policy_words.h"
#include "ui/widgets.h"

namespace ui {
namespace {

using app::Page;
using casework::StepKind;
using policy::Form;

void notices(const CaseScreen& screen) {
  const auto& issued = screen.open.notices;
  heading(2, "Documents");
  if (issued.empty()) {
    empty_state("no-notices", "No notice has been issued yet",
                "A notice that you issue is kept here as it went out, to be downloaded again.");
    return;
  }
  heading(3, "Notices issued");
  std::vector<Card> cards;
  for (auto notice = issued.rbegin(); notice != issued.rend(); ++notice) {
    const policy::Policy& then = documents::version(
        screen.open, screen.setting, documents::hash_at(screen.open, notice->event_id));
    const Form* form = then.form(notice->fact.form);
    Card card;
    card.key = notice->event_id;
    card.title = form ? form->title : notice->fact.form;
    card.text = documents::person_in_words(notice->author);
    if (!notice->fact.sent_to.empty()) card.text += "\nTo " + notice->fact.sent_to;
    if (!notice->fact.copied_to.empty()) card.text += "\nCopy to " + notice->fact.copied_to;
    card.side = calendar::in_words(calendar::uk_date(notice->occurred_at));
    cards.push_back(std::move(card));
  }
  const int pressed = card_list("notices", "Notices issued", cards);
  if (pressed >= 0) {
    screen.commands.push_back(
        app::ShowNotice{issued[issued.size() - 1 - size_t(pressed)].event_id});
  }
}

// "Meant for stage 2 and stage 3, and for when it is resolved."
std::string meant_for(const Form& form, const policy::Policy& policy) {
  std::vector<std::string> stages;
  for (const std::string& stage : form.offered_at) {
    stages.push_back(casework::stage_in_words(policy, stage));
  }
  const bool all = stages.empty() || stages.size() == policy.stages.size();
  std::string when = all ? "every " + policy.stage_word : base::listed(stages);
  if (form.offered_on_resolution) when += ", and for when it is resolved";
  return "Meant for " + when + ".";
}

void forms(const CaseScreen& screen) {
  const policy::Policy& policy = screen.setting.policy;
  if (policy.forms.empty()) return;
  const std::vector<casework::Step> steps = casework::next_steps(screen.open, screen.setting);
  heading(3, "Forms of the procedure");
  std::vector<Task> tasks;
  for (const Form& form : policy.forms) {
    const bool now = std::any_of(steps.begin(), steps.end(), [&](const casework::Step& step) {
      return step.kind == StepKind::kIssueNotice && step.target == form.id;
    });
    Task task;
    task.key = form.id;
    task.title = form.title;
    task.hint = form.purpose + (form.purpose.empty() ? "" : " ") + meant_for(form, policy);
    task.state = now ? "Offered now" : "Not needed now";
    task.state_kind = now ? TagKind::kRunning : TagKind::kNeutral;
    tasks.push_back(std::move(task));
  }
  const int pressed = task_list("forms", "Forms of the procedure", tasks);
  if (pressed < 0) return;
  screen.commands.push_back(
      app::StartStep{StepKind::kIssueNotice, policy.forms[size_t(pressed)].id});
}

void to_read(const CaseScreen& screen) {
  heading(3, "To read and to keep");
  const int pressed = link_list(
      "read", "To read and to keep",
      {{"record", "See the full case record", "Everything written, in order, to print or download"},
       {"guidance", "Read the guidance and conversation prompts", ""},
       {"procedure", "Read the procedure and its sources", policy_name(screen.setting.policy)},
       {"calendar", "Download the calendar file of this case",
        "Its deadlines for your own calendar, without names"}});
  if (pressed == 0) screen.commands.push_back(app::ShowRecord{});
  if (pressed == 1) screen.commands.push_back(app::Go{Page::kGuidance, ""});
  if (pressed == 2) screen.commands.push_back(app::ShowProcedure{screen.setting.policy.hash});
  if (pressed == 3) {
    screen.commands.push_back(app::DownloadCalendar{app::DownloadCalendar::Of::kCaseShown, false});
  }
}

}  // namespace

void case_documents(const CaseScreen& screen) {
  notices(screen);
  forms(screen);
  to_read(screen);
  case_fingerprint(screen.open);
}

void case_fingerprint(const casework::Case& open) {
  paragraph("Case file check code " + casework::fingerprint(open), TextKind::kHint);
}

}  // namespace ui
