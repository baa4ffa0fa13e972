#include "web/preferences.h"

#include <emscripten.h>

extern "C" {
void preferences_load();
void preferences_save(const char* text);
}

namespace web {
namespace {

std::string& loaded() {
  static std::string text;
  return text;
}

}  // namespace

std::string BrowserPreferences::load() {
  preferences_load();
  return loaded();
}

void BrowserPreferences::save(const std::string& text) {
  preferences_save(text.c_str());
}

}  // namespace web

extern "C" EMSCRIPTEN_KEEPALIVE void web_preferences(const char* text) {
  web::loaded() = text;
}
