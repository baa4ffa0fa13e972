#include "web/page_life.h"

#include <emscripten.h>

#include <utility>

#include "web/frame_loop.h"

extern "C" {
void page_life_unsaved(int unsaved);
void page_life_follow();
}

namespace web {
namespace {

std::function<void(bool)>& visibility_callback() {
  static std::function<void(bool)> callback;
  return callback;
}

}  // namespace

void set_unsaved(bool unsaved) {
  static bool told = false;
  if (unsaved == told) return;
  told = unsaved;
  page_life_unsaved(unsaved ? 1 : 0);
}

void on_visibility(std::function<void(bool visible)> changed) {
  visibility_callback() = std::move(changed);
  page_life_follow();
}

}  // namespace web

extern "C" EMSCRIPTEN_KEEPALIVE void web_visibility(int visible) {
  web::visibility_callback()(visible != 0);
  if (visible) web::wake();
}
