// How the pages look, kept in the clear in the browser's localStorage under one key, which
// startup.js reads too. A browser that keeps nothing holds it until the page is reloaded.
#pragma once

#include <string>

#include "ports/preferences.h"

namespace web {

class BrowserPreferences : public ports::Preferences {
 public:
  std::string load() override;
  void save(const std::string& text) override;
};

}  // namespace web
