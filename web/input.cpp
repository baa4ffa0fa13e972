#include "web/input.h"

#include <emscripten.h>

#include <cfloat>
#include <utility>

#include "imgui.h"
#include "ui/context.h"
#include "web/frame_loop.h"

extern "C" {
void input_start();
void input_cursor(int hand);
}

namespace web {
namespace {

std::function<bool(std::string_view, bool)>& shortcut_callback() {
  static std::function<bool(std::string_view, bool)> callback;
  return callback;
}

}  // namespace

void on_shortcut(std::function<bool(std::string_view, bool)> pressed) {
  shortcut_callback() = std::move(pressed);
}

void start_input() {
  input_start();
}

void show_cursor() {
  static int shown = -1;
  const int hand = ImGui::GetMouseCursor() == ImGuiMouseCursor_Hand ? 1 : 0;
  if (hand == shown) return;
  shown = hand;
  input_cursor(hand);
}

}  // namespace web

// Positions and distances arrive in CSS pixels.
extern "C" {
EMSCRIPTEN_KEEPALIVE void web_pointer(float x, float y) {
  const float ratio = ui::context().display().pixel_ratio;
  ImGui::GetIO().AddMousePosEvent(x * ratio, y * ratio);
}

EMSCRIPTEN_KEEPALIVE void web_pointer_left() {
  ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
}

EMSCRIPTEN_KEEPALIVE void web_pointer_button(int down) {
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, down != 0);
}

EMSCRIPTEN_KEEPALIVE void web_pointer_held(int held) {
  ui::context().semantics().set_pointer_held(held != 0);
}

EMSCRIPTEN_KEEPALIVE void web_scroll(float x, float y) {
  const float ratio = ui::context().display().pixel_ratio;
  ui::context().scroll_by(x * ratio, y * ratio);
}

EMSCRIPTEN_KEEPALIVE int web_shortcut(const char* key, int control) {
  const auto& pressed = web::shortcut_callback();
  if (!pressed || !pressed(key, control != 0)) return 0;
  web::wake();
  return 1;
}
}
