// Who writes the records on this device: asked once, carried into every record and notice, changed
// from the settings.
#include "ui/app_view.h"
#include "ui/form.h"

namespace ui {

void profile_view(const app::AppState& state, app::Commands& commands) {
  const bool changing = !state.profile.person.name.empty();
  const char* title = changing ? "Your details" : "About you";
  begin_page(changing ? "your-details" : "profile", title, page_errors(state));
  if (changing && back_link("Back to settings"))
    commands.push_back(app::Go{app::Page::kSettings, ""});
  error_summary();
  trouble_banner(state);
  heading(1, title);
  paragraph(
      changing
          ? "What you write from now on carries these. Records and notices that are there already "
            "keep the name they were written under."
          : "Your name, role and agency go on each record and notice, so that others know who "
            "wrote it.");
  Form form(state, commands);
  FieldOptions name;
  name.autocomplete = "name";
  form.text("name", "Your name", name);
  FieldOptions role;
  role.hint = "For example, health visitor or designated safeguarding lead";
  role.autocomplete = "organization-title";
  form.text("role", "Your role", role);
  FieldOptions agency;
  agency.hint = "The name of your school, team or service";
  agency.autocomplete = "organization";
  form.text("agency", "Your agency or team", agency);
  FieldOptions email;
  email.required = false;
  email.hint = "Some notices ask for it";
  email.autocomplete = "email";
  form.text("email", "Your work email address", email);
  if (button("save", changing ? "Save your details" : "Save and continue"))
    commands.push_back(app::SaveProfile{});
  end_page();
}

}  // namespace ui
