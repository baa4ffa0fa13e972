// What else can be written into the case file, and one record of it: as it reads now, as it was
// written first, who approved it, and what can be done with it.
#include <algorithm>

#include "app/entry_forms.h"
#include "base/text.h"
#include "casework/amend.h"
#include "documents/case_words.h"
#include "documents/event_words.h"
#include "ui/app_view.h"
#include "ui/form.h"
#include "ui/policy_words.h"

namespace ui {
namespace {

using app::EntryForm;
using app::Page;
using casework::Case;
using casework::Event;
using casework::StepKind;

void begin_case_page(const std::string& key, const Case& open, const app::AppState& state,
                     app::Commands& commands, const char* part) {
  begin_page(key + state.case_id + state.target, "Case");
  if (back_link("Back to the case")) commands.push_back(app::Go{Page::kCase, part});
  trouble_banner(state);
  caption(open.opened.fact.subject.name + " · " + open.opened.fact.reference);
}

// What was changed, each part as it was and as it is.
void corrections(const Case& open, const Event& event) {
  for (const auto& correction : open.amendments) {
    if (correction.fact.event != event.id) continue;
    heading(3, "Corrected on " + calendar::in_words(correction.recorded_at) + " by " +
                   documents::person_in_words(correction.author));
    std::vector<std::vector<std::string>> rows;
    for (const casework::AmendableField& field : casework::amendable(event.payload)) {
      const auto change = correction.fact.changes.find(field.key);
      if (change == correction.fact.changes.end()) continue;
      rows.push_back(
          {documents::field_in_words(event.payload, field.key), field.value, change->second});
    }
    table("correction-" + correction.event_id, "What was corrected",
          {{"What", 1}, {"Written first", 2}, {"Corrected to", 2}}, rows);
    paragraph("Why: " + documents::sentence(correction.fact.reason));
  }
}

void approvals(const Case& open, const Event& event) {
  for (const auto& approval : open.approvals) {
    if (approval.fact.event != event.id) continue;
    std::string words = "Approved on " + calendar::in_words(approval.fact.approved_on) + " by " +
                        documents::sentence(approval.fact.from);
    if (!approval.fact.note.empty()) words += " " + documents::sentence(approval.fact.note);
    paragraph(words);
  }
}

// Leads on to a form about this record.
void may_write(const Case& open, const Event& event, const char* type, app::Commands& commands) {
  const app::EntryTarget target = app::entry_target(type);
  if (!app::is_offered(*target.form, open)) return;
  if (link(type, target.form->title)) {
    commands.push_back(
        app::StartStep{StepKind::kWriteEntry, app::entry_target(*target.form, event.id)});
  }
}

}  // namespace

void entries_view(const app::AppState& state, app::Commands& commands) {
  const Case* open = state.open_case();
  if (!open) return;
  begin_case_page("entries", *open, state, commands, app::kNowPart);
  heading(1, "Add something else to the case file");
  std::vector<Option> lines;
  for (const EntryForm& form : app::entry_forms()) {
    if (form.about == EntryForm::About::kRecord || !app::is_offered(form, *open)) continue;
    lines.push_back({form.type, form.title, form.why});
  }
  const int pressed = link_list("entries", "What can be added", lines);
  if (pressed >= 0) {
    commands.push_back(app::StartStep{StepKind::kWriteEntry, lines[size_t(pressed)].value});
  }
  paragraph("To correct a record, or to say who approved it, open it in the chronology.",
            TextKind::kHint);
  if (link("chronology", "Go to the chronology")) {
    commands.push_back(app::Go{Page::kCase, app::kChronologyPart});
  }
  end_page();
}

void shown_entry_view(const app::AppState& state, app::Commands& commands) {
  const Case* open = state.open_case();
  const policy::Policy* policy = open ? state.policy_of(*open) : nullptr;
  const Event* event = open ? casework::event_of(*open, state.target) : nullptr;
  if (!policy || !event) return;
  begin_case_page("shown-entry", *open, state, commands, app::kChronologyPart);
  heading(1, base::capitalised(documents::record_in_words(*event)));
  const casework::Setting setting = state.setting(*policy, *open);
  const policy::Policy& then =
      documents::version(*open, setting, documents::hash_at(*open, event->id));
  const casework::Payload now = casework::corrected(*open, *event);
  paragraph(documents::told(now, *open, then, documents::Detail::kFull));
  summary_list("written", {{"Written by", documents::person_in_words(event->author), ""},
                           {"Written down", calendar::in_words(event->recorded_at), ""},
                           {"Its mark in the case file", event->id.substr(0, 12), ""}});
  const std::vector<std::string>& apart = open->conflicts;
  if (std::find(apart.begin(), apart.end(), event->id) != apart.end()) {
    warning("This was written apart and does not go with the rest of the case.");
    if (link("settle", "Settle it")) commands.push_back(app::StartStep{StepKind::kSettle, ""});
  }
  approvals(*open, *event);
  corrections(*open, *event);
  heading(2, "What you can do");
  const bool notice = std::holds_alternative<casework::NoticeIssued>(event->payload);
  if (notice && link("notice", "See the notice")) {
    commands.push_back(app::ShowNotice{event->id});
  }
  if (notice) {
    may_write(*open, *event, "notice_acknowledged", commands);
    may_write(*open, *event, "silence_recorded", commands);
  }
  if (!casework::amendable(event->payload).empty() && link("correct", "Correct this record")) {
    commands.push_back(app::StartStep{StepKind::kCorrect, event->id});
  }
  may_write(*open, *event, "record_approved", commands);
  end_page();
}

}  // namespace ui
