#include "app/entry_answers.h"

#include <algorithm>

#include "casework/amend.h"
#include "casework/entry.h"

namespace app {
namespace {

using casework::AmendableKind;
using Kind = EntryField::Kind;

// A date as the fact has it; empty with an error.
std::string date_typed(const Draft& draft, const std::string& key, const std::string& what,
                       std::vector<FieldError>& errors) {
  const auto date = date_from(draft, key, what, errors);
  return date ? calendar::iso(*date) : "";
}

bool is_typed(const Draft& draft, size_t row) {
  const std::string key = action_key(row);
  return !typed(draft, key + "what").empty() || !typed(draft, key + "owner").empty() ||
         !is_empty_date(draft, key + "by");
}

}  // namespace

std::string action_key(size_t row) {
  return "actions." + std::to_string(row) + ".";
}

size_t action_rows(const Draft& draft) {
  size_t rows = 1;
  for (size_t row = 0; row < kMostActions; ++row) {
    if (is_typed(draft, row)) rows = row + 1;
  }
  const std::string& asked = draft.get(kActionRows);
  const bool number =
      !asked.empty() && asked.size() < 3 && asked.find_first_not_of("0123456789") == asked.npos;
  return std::min(kMostActions, std::max(rows, number ? size_t(std::stoul(asked)) : 0));
}

Answered discussion_from(const AppState& state, const casework::Case& open) {
  const Draft& draft = state.draft;
  Answered out{{casework::NoteAdded{}, state.now}, {}};
  std::map<std::string, std::string> answers = {{"stage", stage_spoken_at(state, open)}};
  for (const char* key : {"channel", "with", "account", "agreed", "ours", "theirs", "evidence",
                          "impact", "reasons"}) {
    answers[key] = typed(draft, key);
  }
  answers["held_on"] = date_typed(draft, "held_on", "The date of the discussion", out.errors);
  size_t kept = 0;
  for (size_t row = 0; row < kMostActions; ++row) {
    if (!is_typed(draft, row)) continue;
    const std::string from = action_key(row);
    if (typed(draft, from + "what").empty()) {
      out.errors.push_back({from + "what", "Enter what is to be done"});
      continue;
    }
    const std::string to = action_key(kept++);
    answers[to + "what"] = typed(draft, from + "what");
    answers[to + "owner"] = typed(draft, from + "owner");
    if (is_empty_date(draft, from + "by")) continue;
    answers[to + "by"] = date_typed(draft, from + "by", "The date", out.errors);
  }
  out.command.payload = *casework::entry_of("discussion_recorded", answers);
  auto& fact = *std::get_if<casework::DiscussionRecorded>(&out.command.payload);
  if (!fact.held_on.ok()) fact.held_on = calendar::uk_date(state.now);  // the error stands
  out.command.occurred_at = midday_of(fact.held_on, state.now);
  return out;
}

Answered entry_from(const AppState& state) {
  const EntryTarget target = entry_target(state.target);
  const EntryForm& form = *target.form;
  Answered out{{casework::NoteAdded{}, state.now}, {}};
  std::map<std::string, std::string> answers;
  if (!form.about_key.empty()) {
    answers[form.about_key] = target.event.empty() ? state.draft.get(form.about_key) : target.event;
  }
  for (const EntryField& field : form.fields) {
    std::string answer = typed(state.draft, field.key);
    if (field.kind == Kind::kDate) {
      answer = date_typed(state.draft, field.key, "The date", out.errors);
    } else if (field.kind == Kind::kYesNo && answer.empty()) {
      out.errors.push_back({field.key, "Select yes or no"});
    }
    answers[field.key] = std::move(answer);
  }
  out.command.payload = *casework::entry_of(form.type, answers);
  if (const auto day = casework::day_named(out.command.payload); day && day->ok()) {
    out.command.occurred_at = midday_of(*day, state.now);
  }
  return out;
}

Answered correction_from(const AppState& state, const casework::Case& open) {
  casework::EventAmended fact{state.target, {}, typed(state.draft, "reason")};
  Answered out{{fact, state.now}, {}};
  const casework::Event* event = casework::event_of(open, state.target);
  if (!event) return out;
  for (const casework::AmendableField& field :
       casework::amendable(casework::corrected(open, *event))) {
    const std::string key = kChange + field.key;
    std::string value = typed(state.draft, key);
    if (field.kind == AmendableKind::kDate) {
      value = field.may_be_empty && is_empty_date(state.draft, key)
                  ? ""
                  : date_typed(state.draft, key, "The date", out.errors);
      if (value.empty() && !field.may_be_empty) continue;  // told already
    }
    if (value != field.value) fact.changes[field.key] = value;
  }
  out.command.payload = fact;
  return out;
}

void offer_entry(Draft& draft, const EntryTarget& target, const casework::Case& open,
                 calendar::Date today) {
  for (const EntryField& field : target.form->fields) {
    if (field.kind == Kind::kDate) put_date(draft, field.key, today);
    if (field.kind == Kind::kStage) draft.text[field.key] = open.stage();
  }
  const auto notices = notices_of(open);
  const bool of_notice = target.form->about == EntryForm::About::kNotice ||
                         target.form->about == EntryForm::About::kNoticeOrNone;
  if (of_notice && target.event.empty() && !notices.empty()) {
    draft.text[target.form->about_key] = notices.front()->id;
  }
}

void offer_correction(Draft& draft, const casework::Case& open, const casework::Event& event) {
  for (const casework::AmendableField& field :
       casework::amendable(casework::corrected(open, event))) {
    const std::string key = kChange + field.key;
    const auto date = calendar::parse_iso(field.value);
    if (field.kind == AmendableKind::kDate && date) {
      put_date(draft, key, *date);
    } else if (field.kind != AmendableKind::kDate) {
      draft.text[key] = field.value;
    }
  }
}

}  // namespace app
