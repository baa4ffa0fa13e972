#include "web/notifications.h"

#include <emscripten.h>

#include <utility>

#include "web/frame_loop.h"

extern "C" {
int notifications_permission();
void notifications_ask();
int notifications_show(const char* title, const char* text);
}

namespace web {
namespace {

ports::Permission permission_now() {
  return static_cast<ports::Permission>(notifications_permission());
}

std::function<void(ports::Permission)>& asked() {
  static std::function<void(ports::Permission)> done;
  return done;
}

}  // namespace

ports::Permission BrowserNotifications::permission() {
  return permission_now();
}

void BrowserNotifications::ask(std::function<void(ports::Permission)> done) {
  // Pressed again while the browser still asks: it asks once.
  const bool asking = static_cast<bool>(asked());
  asked() = std::move(done);
  if (!asking) notifications_ask();
}

bool BrowserNotifications::show(const std::string& title, const std::string& text) {
  return notifications_show(title.c_str(), text.c_str()) != 0;
}

}  // namespace web

extern "C" EMSCRIPTEN_KEEPALIVE void web_permission_answered() {
  const auto done = std::exchange(web::asked(), nullptr);
  if (done) done(web::permission_now());
  web::wake();
}
