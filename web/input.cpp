#include "web/input.h"

#include <emscripten.h>

#include <cfloat>

#include "imgui.h"
#include "ui/context.h"

extern "C" {
void input_start();
void input_cursor(int hand);
}

namespace web {

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

// The two keys that mean something besides the browser's own meaning.
EMSCRIPTEN_KEEPALIVE void web_key(int escape, int down) {
  ImGui::GetIO().AddKeyEvent(escape != 0 ? ImGuiKey_Escape : ImGuiKey_Enter, down != 0);
}
}
