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

// What the browser was told last; nothing when it has since gone elsewhere by itself.
struct Shown {
  int serial = -1;
  std::string route;
};

Shown& shown() {
  static Shown last;
  return last;
}

}  // namespace

void follow_address(std::function<void(int, std::string)> returned) {
  returned_callback() = std::move(returned);
  address_follow();
}

void show_address(int serial, const std::string& route) {
  Shown& last = shown();
  if (serial == last.serial && route == last.route) return;
  last = {serial, route};
  address_show(serial, route.c_str());
}

}  // namespace web

extern "C" EMSCRIPTEN_KEEPALIVE void web_address(int serial, const char* route) {
  // The page may stay where it is: then the next frame puts its address back.
  web::shown() = {};
  web::returned_callback()(serial, route);
  web::wake();
}
