// Notices and the case record: fill in, look at, issue, download.
#include <optional>

#include "app/answers.h"
#include "base/text.h"
#include "documents/readiness.h"
#include "policy/model.h"
#include "ui/app_view.h"
#include "ui/document_preview.h"
#include "ui/form.h"
#include "ui/readiness_list.h"
#include "ui/writing_aid.h"

namespace ui {
namespace {

using app::Page;

// The long answer that the headings go into: the one written in last, else the first without words.
const policy::FormField* written(const app::AppState& state, const policy::Form& form) {
  const policy::FormField* found = nullptr;
  bool is_empty = false;
  for (const policy::FormField& field : form.fields) {
    if (field.type != policy::FieldType::kLongText) continue;
    const std::string key = "answers." + field.id;
    if (key == last_area()) return &field;
    const bool empty = base::trimmed(state.draft.get(key)).empty();
    if (!found || (empty && !is_empty)) {
      found = &field;
      is_empty = empty;
    }
  }
  return found;
}

void fill_in(const app::AppState& state, app::Commands& commands, const casework::Case& open,
             const policy::Policy& policy, const policy::Form& form) {
  begin_page("notice-" + form.id + state.case_id, form.title, page_errors(state));
  if (back_link("Back to the case")) commands.push_back(app::Go{Page::kCase, state.case_part});
  error_summary();
  trouble_banner(state);
  heading(1, form.title);
  paragraph(form.purpose);
  paragraph("It is filled in from the case. Read each answer and change what is not right.",
            TextKind::kHint);
  if (!form.group.empty()) heading(2, form.group);
  Form answers(state, commands);
  answers.know(documents::remark_context(open, policy));
  std::optional<WritingAid> aid;  // from the first long answer on: beside the texts
  for (const policy::FormField& field : form.fields) {
    const std::string key = "answers." + field.id;
    if (field.type == policy::FieldType::kLongText && !aid) {
      const policy::FormField& into = *written(state, form);
      aid.emplace(state, commands,
                  AidFor{policy, policy.stage(open.stage()), Writing::kReport, "answers." + into.id,
                         into.label, form.purpose, form.cite});
    }
    FieldOptions options;
    options.hint = field.hint;
    options.required = field.required;
    switch (field.type) {
      case policy::FieldType::kLongText:
        answers.area(key, field.label, options, documents::purpose_of(field));
        break;
      case policy::FieldType::kChoiceOfMany: {
        std::vector<Option> choices;
        for (const std::string& each : field.options) choices.push_back({each, each, ""});
        answers.choices(key, field.label, choices, options);
        break;
      }
      case policy::FieldType::kYesNo:
        answers.radios(key, field.label, {{"Yes", "Yes", ""}, {"No", "No", ""}}, options);
        break;
      case policy::FieldType::kDate:
        answers.date(key, field.label, options);
        break;
      default:
        answers.text(key, field.label, options);
    }
  }
  if (button("preview", "Look at the notice")) commands.push_back(app::PreviewNotice{});
  aid.reset();
  end_page();
}

void before_issuing(const app::AppState& state, app::Commands& commands, const casework::Case& open,
                    const policy::Policy& policy, const policy::Form& form) {
  std::vector<app::FieldError> errors;
  const documents::Answers answers = app::notice_answers(form, state.draft, errors);
  const auto checks = documents::readiness(form, answers, open, state.setting(policy, open));
  const auto* look = readiness_list("Before you issue it", "You can issue it all the same", checks);
  if (!look) return;
  if (look->field.empty()) {
    commands.push_back(app::Go{Page::kCase, ""});
  } else {
    focus_field(look->field);
    commands.push_back(app::Go{Page::kNotice, form.id});
  }
}

void preview(const app::AppState& state, app::Commands& commands, const casework::Case& open,
             const policy::Policy& policy, const policy::Form& form) {
  begin_page("preview-" + form.id + state.case_id, form.title);
  if (back_link("Back to the answers")) commands.push_back(app::Go{Page::kNotice, form.id});
  trouble_banner(state);
  inset("This is how it will read. It is not issued yet.");
  document_preview(state.document);
  before_issuing(state, commands, open, policy, form);
  if (button("issue", "Issue the notice")) commands.push_back(app::IssueNotice{});
  paragraph("Issuing records it in the case file. You then download it and send it yourself.",
            TextKind::kHint);
  end_page();
}

void downloads(const app::AppState& state, app::Commands& commands) {
  heading(2, "Download");
  if (button("pdf", "Download as PDF")) commands.push_back(app::Download{app::FileKind::kPdf});
  if (!state.document_json.empty()) {
    same_row();
    if (button("json", "Download as a data file (JSON)", ButtonKind::kSecondary)) {
      commands.push_back(app::Download{app::FileKind::kJson});
    }
  }
  same_row();
  if (button("html", "Download as a web page", ButtonKind::kSecondary)) {
    commands.push_back(app::Download{app::FileKind::kHtml});
  }
  same_row();
  if (button("text", "Download as text", ButtonKind::kSecondary)) {
    commands.push_back(app::Download{app::FileKind::kText});
  }
  if (!state.busy.empty() && progress("busy", state.busy, state.busy_share, "Stop")) {
    commands.push_back(app::CancelDownload{});
  }
}

// Where the procedure wants the notice to go; the person sends it.
void addresses(const app::AppState& state) {
  const casework::Case* open = state.open_case();
  const policy::Policy* policy = open ? state.policy_of(*open) : nullptr;
  const policy::Form* form = policy ? policy->form(state.target) : nullptr;
  if (!form) return;
  const std::string to = documents::sent_to(*form, *open, *policy);
  const std::string copy = documents::copied_to(*form, *open, *policy);
  if (!to.empty()) paragraph("Send it to " + to + ".");
  if (!copy.empty()) paragraph("Send a copy to " + copy + ".");
}

void finished(const app::AppState& state, app::Commands& commands) {
  const bool record = state.page == Page::kRecord;
  begin_page((record ? "record" : "issued") + state.case_id, state.document.title);
  if (back_link("Back to the case")) commands.push_back(app::Go{Page::kCase, state.case_part});
  trouble_banner(state);
  success_banner(state);
  heading(1, record ? "The case record is ready" : "The notice is ready to send");
  if (!record) addresses(state);
  downloads(state, commands);
  separator();
  document_preview(state.document, 1);
  end_page();
}

}  // namespace

void notice_view(const app::AppState& state, app::Commands& commands) {
  if (state.page == Page::kNoticeIssued || state.page == Page::kRecord) {
    finished(state, commands);
    return;
  }
  const casework::Case* open = state.open_case();
  const policy::Policy* policy = open ? state.policy_of(*open) : nullptr;
  const policy::Form* form = policy ? policy->form(state.target) : nullptr;
  if (!form) return;
  if (state.page == Page::kNotice) {
    fill_in(state, commands, *open, *policy, *form);
  } else {
    preview(state, commands, *open, *policy, *form);
  }
}

}  // namespace ui
