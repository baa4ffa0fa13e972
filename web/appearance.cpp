#include "web/appearance.h"

#include <emscripten.h>

#include "ui/context.h"
#include "web/canvas.h"

extern "C" {
void appearance_choose(int theme);
void appearance_follow();
}

namespace web {
namespace {

app::DisplayChoice chosen;

}  // namespace

void choose_appearance(const app::DisplayChoice& choice) {
  if (choice == chosen) return;
  chosen = choice;
  appearance_choose(static_cast<int>(choice.theme));
}

void follow_appearance() {
  appearance_choose(static_cast<int>(chosen.theme));
  appearance_follow();
}

}  // namespace web

extern "C" {
// theme: as ui::Theme; text_scale: the browser's. The colours are 0xRRGGBB and count when the theme
// is forced.
EMSCRIPTEN_KEEPALIVE void web_appearance(int theme, float text_scale, unsigned canvas,
                                         unsigned canvas_text, unsigned button_face,
                                         unsigned highlight, unsigned link_text) {
  ui::Display display = ui::context().display();
  display.theme = static_cast<ui::Theme>(theme);
  display.text_scale = text_scale * static_cast<float>(web::chosen.text_percent) / 100.0f;
  display.compact = web::chosen.density == app::Density::kCompact;
  const unsigned forced[] = {canvas, canvas_text, button_face, highlight, link_text};
  for (int i = 0; i < 5; ++i) display.forced[i] = forced[i];
  ui::context().set_display(display);
  web::report_colours();
}
}
