// Days on which the agency is closed, to be added to the list of those that can be left out.
#include "ui/app_view.h"
#include "ui/form.h"

namespace ui {

void closure_view(const app::AppState& state, app::Commands& commands) {
  begin_page("closure", "Add days when you are closed", page_errors(state));
  if (back_link("Back to working days")) {
    commands.push_back(app::Go{app::Page::kWorkingDays, ""});
  }
  error_summary();
  trouble_banner(state);
  heading(1, "Add days when you are closed");
  paragraph(
      "No procedure says that your closed days do not count, and the other side may not know of "
      "them. So they still count when you have added them, until you turn them on in the list.");
  Form form(state, commands);
  FieldOptions label, first, last;
  label.hint = "For example, training day. Each deadline that they move names them so.";
  form.text("label", "What are these days called?", label);
  first.hint = "For example, 27 7 2026";
  form.date("first", "What is the first day?", first);
  last.hint = "Leave this empty when it is one day";
  last.required = false;
  form.date("last", "What is the last day?", last);
  if (button("save", "Add these days")) commands.push_back(app::SaveClosure{});
  if (state.saving == app::Saving::kSaving) status("saving", "Saving…");
  end_page();
}

}  // namespace ui
