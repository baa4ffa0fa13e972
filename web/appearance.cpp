#include "web/appearance.h"

#include <emscripten.h>

#include "ui/context.h"
#include "web/canvas.h"

extern "C" void appearance_follow();

namespace web {

void follow_appearance() {
  appearance_follow();
}

}  // namespace web

extern "C" {
// theme: as ui::Theme. The colours are 0xRRGGBB and count when the theme is forced.
EMSCRIPTEN_KEEPALIVE void web_appearance(int theme, float text_scale, unsigned canvas,
                                         unsigned canvas_text, unsigned button_face,
                                         unsigned highlight, unsigned link_text) {
  ui::Display display = ui::context().display();
  display.theme = static_cast<ui::Theme>(theme);
  display.text_scale = text_scale;
  const unsigned forced[] = {canvas, canvas_text, button_face, highlight, link_text};
  for (int i = 0; i < 5; ++i) display.forced[i] = forced[i];
  ui::context().set_display(display);
  web::report_colours();
}
}
