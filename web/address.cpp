#include "web/address.h"

#include <emscripten.h>

#include <utility>

#include "web/frame_loop.h"

extern "C" {
void address_follow();
void address_show(int serial, const char* route);
}

namespace web {
namespace {

std::function<void(int, std::string)>& returned_callback() {
  static std::function<void(int, std::string)> callback;
  return callback;
}

}  // namespace

void follow_address(std::function<void(int, std::string)> returned) {
  returned_callback() = std::move(returned);
  address_follow();
}

void show_address(int serial, const std::string& route) {
  static int shown = -1;
  static std::string shown_route;
  if (serial == shown && route == shown_route) return;
  shown = serial;
  shown_route = route;
  address_show(serial, route.c_str());
}

}  // namespace web

extern "C" EMSCRIPTEN_KEEPALIVE void web_address(int serial, const char* route) {
  web::returned_callback()(serial, route);
  web::wake();
}
