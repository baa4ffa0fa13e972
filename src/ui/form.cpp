#include "ui/form.h"

#include "base/text.h"
#include "ui/drawing.h"

namespace ui {
namespace {

constexpr size_t kLeastText = 40;  // characters: less is hardly begun

void second_look(const std::vector<documents::Remark>& found) {
  if (found.empty()) return;
  std::string all;
  for (const documents::Remark& remark : found) all += (all.empty() ? "" : "\n") + remark.words;
  side_note("Worth a second look", all);
}

}  // namespace

void Form::text(const std::string& key, std::string_view label, const FieldOptions& options) {
  std::string value = state_.draft.get(key);
  if (text_field(key, label, value, options)) commands_.push_back(app::SetText{key, value});
}

void Form::area(const std::string& key, std::string_view label, const FieldOptions& options,
                documents::Purpose purpose) {
  std::string value = state_.draft.get(key);
  if (text_area(key, label, value, options)) commands_.push_back(app::SetText{key, value});
  if (purpose == documents::Purpose::kNone) return;
  // While a pointer is down nothing comes or goes: what it is on would move from under it.
  std::set<NodeId>& shown = state().second_looks;
  const NodeId id = id_of(key);
  if (!state().semantics.pointer_held()) {
    const bool due = !has_focus(key) && base::code_point_count(value) >= kLeastText;
    if (due) shown.insert(id);
    if (!due) shown.erase(id);
  }
  if (shown.count(id) != 0) second_look(documents::remarks(value, purpose, context_));
}

void Form::date(const std::string& key, std::string_view legend, const FieldOptions& options) {
  const DateFields before{state_.draft.get(key + ".day"), state_.draft.get(key + ".month"),
                          state_.draft.get(key + ".year")};
  DateFields value = before;
  if (!date_field(key, legend, value, options)) return;
  if (value.day != before.day) commands_.push_back(app::SetText{key + ".day", value.day});
  if (value.month != before.month) commands_.push_back(app::SetText{key + ".month", value.month});
  if (value.year != before.year) commands_.push_back(app::SetText{key + ".year", value.year});
}

void Form::radios(const std::string& key, std::string_view legend,
                  const std::vector<Option>& options, const FieldOptions& field) {
  std::string value = state_.draft.get(key);
  if (ui::radios(key, legend, options, value, field)) commands_.push_back(app::SetText{key, value});
}

void Form::yes_no(const std::string& key, std::string_view legend, const FieldOptions& field) {
  radios(key, legend, {{"yes", "Yes", ""}, {"no", "No", ""}}, field);
}

void Form::choices(const std::string& key, std::string_view legend,
                   const std::vector<Option>& options, const FieldOptions& field) {
  std::vector<std::string> values = state_.draft.list(key);
  if (checkboxes(key, legend, options, values, field))
    commands_.push_back(app::SetChosen{key, values});
}

std::vector<FieldError> page_errors(const app::AppState& state) {
  std::vector<FieldError> errors;
  for (const app::FieldError& error : state.errors) errors.push_back({error.key, error.message});
  return errors;
}

void trouble_banner(const app::AppState& state) {
  if (!state.trouble) return;
  banner(state.trouble->title, state.trouble->safe + "\n" + state.trouble->next, false);
}

void policy_errors(const app::AppState& state) {
  if (state.policy_errors.empty()) return;
  heading(2, "Procedures that could not be read");
  paragraph("The others can be used. Show this to your IT service:");
  std::vector<std::string> lines;
  for (const base::Error& error : state.policy_errors) lines.push_back(base::describe(error));
  bullet_list(lines);
}

void success_banner(const app::AppState& state) {
  if (!state.success.empty()) banner("Saved", state.success, true);
}

}  // namespace ui
