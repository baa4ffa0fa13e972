// The whole interface: the page that the state names, drawn by its view. Views read the state and
// return commands; they never change it and never call each other.
#pragma once

#include "app/commands.h"

namespace ui {

app::Commands app_view(const app::AppState& state);

// One view a page or family of pages, each in its own file.
void start_view(const app::AppState& state,
                app::Commands& commands);  // loading, cannot start, welcome, privacy
void vault_view(const app::AppState& state,
                app::Commands& commands);  // create, recovery key, unlock
void profile_view(const app::AppState& state, app::Commands& commands);
void home_view(const app::AppState& state, app::Commands& commands);
void raise_view(const app::AppState& state, app::Commands& commands);  // the question pages
void raise_check_view(const app::AppState& state, app::Commands& commands);
void case_view(const app::AppState& state, app::Commands& commands);
void step_view(const app::AppState& state, app::Commands& commands);  // discussion … reply
void notice_view(const app::AppState& state,
                 app::Commands& commands);  // fill in, preview, issued, record
void what_if_view(const app::AppState& state, app::Commands& commands);
void guidance_view(const app::AppState& state, app::Commands& commands);
void procedures_view(const app::AppState& state, app::Commands& commands);
void procedure_view(const app::AppState& state, app::Commands& commands);
void contacts_view(const app::AppState& state, app::Commands& commands);
void compare_view(const app::AppState& state, app::Commands& commands);
void import_view(const app::AppState& state, app::Commands& commands);
void risk_view(const app::AppState& state, app::Commands& commands);
void find_view(const app::AppState& state, app::Commands& commands);
void settings_view(const app::AppState& state, app::Commands& commands);
void display_view(const app::AppState& state, app::Commands& commands);
void calendar_view(const app::AppState& state, app::Commands& commands);
void working_days_view(const app::AppState& state, app::Commands& commands);
void import_holidays_view(const app::AppState& state, app::Commands& commands);
void closure_view(const app::AppState& state, app::Commands& commands);
void reminders_view(const app::AppState& state, app::Commands& commands);
void stored_view(const app::AppState& state, app::Commands& commands);

}  // namespace ui
