// Forms of the case file that are data (app/entry_forms.h), the correction of a record, and the
// settlement of what two devices wrote apart.
#include "app/entry_answers.h"
#include "base/text.h"
#include "casework/amend.h"
#include "documents/case_words.h"
#include "documents/event_words.h"
#include "ui/app_view.h"
#include "ui/form.h"
#include "ui/policy_words.h"

namespace ui {
namespace {

using app::EntryField;
using app::EntryForm;
using app::Page;
using casework::AmendableKind;
using casework::Case;
using casework::Event;

constexpr size_t kLongText = 60;  // characters: a text of that length has a field of several lines
constexpr char kDateHint[] = "For example, 27 3 2026";

std::vector<Option> stages(const policy::Policy& policy) {
  std::vector<Option> options;
  for (const policy::Stage& stage : policy.stages) {
    options.push_back({stage.id, documents::stage_heading(policy, stage.id), ""});
  }
  return options;
}

void draw(const EntryField& field, const policy::Policy& policy, Form& form) {
  FieldOptions options;
  options.hint = field.hint;
  options.required = field.required;
  options.rows = field.required ? 5 : 3;
  switch (field.kind) {
    case EntryField::Kind::kText:
      return form.text(field.key, field.label, options);
    case EntryField::Kind::kArea:
      return form.area(field.key, field.label, options);
    case EntryField::Kind::kDate:
      return form.date(field.key, field.label, options);
    case EntryField::Kind::kYesNo:
      return form.yes_no(field.key, field.label, options);
    case EntryField::Kind::kStage:
      return form.radios(field.key, field.label, stages(policy), options);
    case EntryField::Kind::kChoice:
      break;
  }
  std::vector<Option> choices;
  for (const auto& [value, label] : field.options) choices.push_back({value, label, ""});
  form.radios(field.key, field.label, choices, options);
}

// Which record it is about: the one that it was begun from, or one to be chosen.
void about(const app::EntryTarget& target, const Case& open, Form& form) {
  const EntryForm& entry = *target.form;
  if (const Event* event = casework::event_of(open, target.event)) {
    inset("This is about " + documents::record_in_words(*event) + ".");
    return;
  }
  const bool none = entry.about == EntryForm::About::kNoticeOrNone;
  if (!none && entry.about != EntryForm::About::kNotice) return;
  std::vector<Option> options;
  for (const Event* notice : app::notices_of(open)) {
    options.push_back({notice->id, base::capitalised(documents::record_in_words(*notice)), ""});
  }
  if (options.empty()) return;
  if (none) options.push_back({"", "Something else was asked", ""});
  form.radios(entry.about_key, "What is it about?", options);
}

void entry(const app::AppState& state, const Case& open, const policy::Policy& policy, Form& form) {
  const app::EntryTarget target = app::entry_target(state.target);
  if (!target.form) return;
  heading(1, target.form->title);
  paragraph(target.form->why);
  about(target, open, form);
  for (const EntryField& field : target.form->fields) draw(field, policy, form);
}

void correction(const app::AppState& state, const Case& open, Form& form) {
  const Event* event = casework::event_of(open, state.target);
  if (!event) return;
  heading(1, "Correct " + documents::record_in_words(*event));
  paragraph("What was written first stays in the case file, where it can be read.");
  const casework::Payload now = casework::corrected(open, *event);
  for (const casework::AmendableField& field : casework::amendable(now)) {
    const std::string key = app::kChange + field.key;
    const std::string label = documents::field_in_words(now, field.key);
    FieldOptions options;
    options.required = !field.may_be_empty;
    options.rows = 3;
    if (field.kind == AmendableKind::kDate) {
      options.hint = kDateHint;
      form.date(key, label, options);
    } else if (field.kind == AmendableKind::kYesNo) {
      form.yes_no(key, label, options);
    } else if (base::code_point_count(field.value) > kLongText) {
      form.area(key, label, options);
    } else {
      form.text(key, label, options);
    }
  }
  FieldOptions reason;
  reason.hint = "For example, the day was wrong, or somebody was left out";
  reason.rows = 3;
  form.area("reason", "Why is it corrected?", reason);
}

// Each in the record's own words.
void settlement(const Case& open, const casework::Setting& setting, Form& form) {
  heading(1, "Settle what was written apart");
  paragraph(
      "Two devices wrote into this case without knowing of each other, and what they wrote does "
      "not "
      "go together. All of it stays in the case file. Agree with the others which holds, and write "
      "it down here.");
  std::vector<Option> apart;
  for (const auto& told : documents::chronology(open, setting, documents::Detail::kFull)) {
    for (const std::string& id : open.conflicts) {
      if (told.event_id != id) continue;
      apart.push_back({id, base::shortened(told.what, 200), told.who + ", " + told.recorded});
    }
  }
  FieldOptions what;
  form.choices("events", "What do you settle?", apart, what);
  if (open.is_open()) {
    std::vector<Option> where = {{"", "It stays where it is", ""}};
    for (const Option& stage : stages(setting.policy)) {
      if (stage.value != open.stage()) where.push_back(stage);
    }
    where.front().hint = documents::stage_heading(setting.policy, open.stage());
    form.radios("stage", "Where does the case stand?", where);
  }
  std::vector<Option> outcomes;
  for (const Event& event : open.events) {
    const auto* resolved = std::get_if<casework::CaseResolved>(&event.payload);
    if (!resolved) continue;
    outcomes.push_back({event.id, base::shortened(resolved->outcome, 200),
                        event.author.name + ", " + calendar::in_words(event.recorded_at)});
  }
  if (!open.is_open() && outcomes.size() > 1) {
    form.radios("outcome", "Which outcome holds?", outcomes);
  }
  FieldOptions reason;
  reason.hint = "Who agreed to it, and when";
  form.area("reason", "How was it settled?", reason);
}

}  // namespace

void entry_view(const app::AppState& state, app::Commands& commands) {
  const Case* open = state.open_case();
  const policy::Policy* policy = open ? state.policy_of(*open) : nullptr;
  if (!policy) return;
  begin_page("entry-" + std::to_string(int(state.page)) + state.target + state.case_id, "Case",
             page_errors(state));
  if (back_link("Back to the case")) commands.push_back(app::Go{Page::kCase, state.case_part});
  error_summary();
  trouble_banner(state);
  caption(open->opened.fact.subject.name + " · " + open->opened.fact.reference);
  Form form(state, commands);
  std::string save = "Save";
  if (state.page == Page::kCorrection) {
    correction(state, *open, form);
    save = "Save the correction";
  } else if (state.page == Page::kSettlement) {
    settlement(*open, state.setting(*policy, *open), form);
    save = "Save how it was settled";
  } else {
    entry(state, *open, *policy, form);
    if (const EntryForm* its = app::entry_target(state.target).form) save = its->save;
  }
  if (button("save", save)) commands.push_back(app::Submit{});
  if (state.saving == app::Saving::kSaving) status("saving", "Saving…");
  end_page();
}

}  // namespace ui
