// What a person has chosen for themselves: who they are, and how the pages look.
#include "app/draft_kinds.h"
#include "app/session.h"

namespace app {

void Session::edit_profile() {
  if (!state_.vault_open() || state_.profile.person.name.empty()) return;
  open_draft(kProfileChange);
  if (touched_.count(draft_key_) == 0) {
    const casework::Person& person = state_.profile.person;
    state_.draft.text = {{"name", person.name},
                         {"role", person.role},
                         {"agency", person.agency},
                         {"email", person.email}};
  }
  go(Page::kProfile);
}

// At once, and kept: there is nothing to confirm in how a page looks.
void Session::set_display(const DisplayChoice& choice) {
  state_.display = choice;
  ports_.preferences.save(to_text(choice));
}

}  // namespace app
