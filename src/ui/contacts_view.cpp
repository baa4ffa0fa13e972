// The contacts of a procedure as this device is to know them.
#include "ui/app_view.h"
#include "ui/form.h"
#include "ui/policy_words.h"

namespace ui {

void contacts_view(const app::AppState& state, app::Commands& commands) {
  const app::KnownPolicy* known = state.known_policy(state.procedure);
  if (!known) return;
  const policy::Policy& policy = *known->policy;
  begin_page("contacts-" + policy.hash, "Contacts", page_errors(state));
  if (back_link("Back to the procedure")) commands.push_back(app::ShowProcedure{policy.hash});
  error_summary();
  trouble_banner(state);
  caption(policy.short_title);
  heading(1, "Change contacts on this device");
  paragraph("Notices made on this device go to these addresses. Nobody else’s device changes.");
  Form form(state, commands);
  for (const policy::Contact& contact : policy.contacts) {
    const policy::Area* area = policy.area(contact.area);
    const std::string who = contact.name + (area ? ", " + area->name : "");
    form.text(contact.id + ".name", "Name or post: " + who);
    form.text(contact.id + ".email", "Email address: " + who);
  }
  if (button("save", "Save the contacts")) commands.push_back(app::SaveContacts{});
  if (state.local_contacts.count(policy.id) > 0) {
    same_row();
    if (button("restore", "Use the procedure’s own again", ButtonKind::kSecondary)) {
      commands.push_back(app::RestoreContacts{});
    }
  }
  if (state.saving == app::Saving::kSaving) status("saving", "Saving…");
  end_page();
}

}  // namespace ui
