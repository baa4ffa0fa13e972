#include "web/frame_loop.h"

#include <emscripten.h>

#include <algorithm>
#include <utility>

#include "ui/context.h"
#include "web/canvas.h"
#include "web/input.h"
#include "web/mirror.h"

extern "C" {
void frame_loop_allow();
void frame_loop_request();
void frame_loop_hidden();
}

namespace web {
namespace {

struct Loop {
  std::function<void()> draw;
  Mirror mirror;
  double last_ms = 0;
  int wake_in_ms = -1;
  int (*tick)() = nullptr;
};

Loop& loop() {
  static Loop instance;
  return instance;
}

// Returns when the next frame is due: 0 at once, > 0 in so many milliseconds, -1 not by itself.
int frame(double now_ms) {
  ui::Context& context = ui::context();
  const double step = std::max(now_ms - loop().last_ms, 1.0);
  loop().last_ms = now_ms;
  loop().wake_in_ms = -1;
  begin_drawing();
  context.frame(static_cast<float>(step / 1000.0), loop().draw);
  present();
  show_cursor();
  loop().mirror.update(context);
  if (context.semantics().has_pending_actions()) return 0;
  const int next = context.next_frame_ms();
  if (next < 0 || loop().wake_in_ms < 0) return std::max(next, loop().wake_in_ms);
  return std::min(next, loop().wake_in_ms);
}

}  // namespace

void start_frames(std::function<void()> draw) {
  loop().draw = std::move(draw);
}

void allow_frames() {
  frame_loop_allow();
}

void wake() {
  ui::context().wake();
  frame_loop_request();
}

void wake_in(int milliseconds) {
  loop().wake_in_ms = milliseconds;
}

void while_hidden(int (*tick)()) {
  loop().tick = tick;
}

void hidden() {
  frame_loop_hidden();
}

}  // namespace web

extern "C" {
EMSCRIPTEN_KEEPALIVE int web_frame(double now_ms) {
  return web::frame(now_ms);
}
EMSCRIPTEN_KEEPALIVE int web_unseen() {
  return web::loop().tick ? web::loop().tick() : -1;
}
EMSCRIPTEN_KEEPALIVE void web_wake() {
  ui::context().wake();
}
}
