// The gallery of widgets as a page of its own, for canvas_test.mjs: the browser's side is the
// product's, only what is drawn differs. Not part of the product.
#include "ui/gallery.h"

#include <emscripten.h>

#include <string>

#include "ui/context.h"
#include "web/appearance.h"
#include "web/canvas.h"
#include "web/files.h"
#include "web/fonts.h"
#include "web/frame_loop.h"
#include "web/input.h"
#include "web/page_life.h"

extern "C" void gallery_start();

namespace {

std::string& part() {
  static std::string name;
  return name;
}

}  // namespace

int main() {
  static ui::Context context;
  web::start_frames([] { ui::gallery_view(part()); });
  if (!web::open_canvas()) return 0;
  web::follow_appearance();
  web::start_input();
  web::start_fonts(web::allow_frames);
  gallery_start();
  return 0;
}

extern "C" {
EMSCRIPTEN_KEEPALIVE void gallery_show(const char* name) {
  part() = name;
  web::wake();
}

// What C++ holds of the field of this name; null when there is none.
EMSCRIPTEN_KEEPALIVE const char* gallery_value(const char* name) {
  for (const ui::Node& node : ui::context().semantics().nodes()) {
    if (ui::Semantics::interactive(node.role) && node.name == name) return node.value.c_str();
  }
  return nullptr;
}

EMSCRIPTEN_KEEPALIVE void gallery_unsaved(int unsaved) {
  web::set_unsaved(unsaved != 0);
}

EMSCRIPTEN_KEEPALIVE void gallery_download(const char* name, const char* text) {
  web::download(name, "application/json", text);
}

EMSCRIPTEN_KEEPALIVE void gallery_abort() {
  __builtin_trap();
}
}
