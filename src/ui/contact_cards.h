// A procedure's contacts with what this device has changed of them: name, address, area, and where
// they come from.
#pragma once

#include <string>
#include <string_view>

#include "app/state.h"

namespace ui {

// `area`: leaves out the contacts of other areas, when the policy knows it; empty: all.
void contact_cards(const app::AppState& state, const policy::Policy& policy, std::string_view name,
                   const std::string& area = {});

}  // namespace ui
