#include "web/fonts.h"

#include <emscripten.h>

#include <utility>

#include "ui/context.h"
#include "web/frame_loop.h"

extern "C" void fonts_start();

namespace web {
namespace {

std::function<void()>& ready_callback() {
  static std::function<void()> callback;
  return callback;
}

}  // namespace

void start_fonts(std::function<void()> ready) {
  ready_callback() = std::move(ready);
  fonts_start();
}

}  // namespace web

extern "C" EMSCRIPTEN_KEEPALIVE void web_font(int bold, const void* bytes, int size) {
  ui::context().set_font(bold != 0, bytes, size);
  if (bold == 0) {
    web::ready_callback()();
  } else {
    web::wake();
  }
}
