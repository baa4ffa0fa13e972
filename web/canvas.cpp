#include "web/canvas.h"

#include <GLES3/gl3.h>
#include <emscripten.h>
#include <emscripten/html5.h>

#include "backends/imgui_impl_opengl3.h"
#include "imgui.h"
#include "ui/context.h"

extern "C" {
void canvas_follow_size();
void canvas_set_colours(unsigned text, unsigned background);
}

namespace web {
namespace {

bool lost = false;

void resize(int width, int height, float pixel_ratio) {
  ui::Display display = ui::context().display();
  display.width = static_cast<float>(width);
  display.height = static_cast<float>(height);
  display.pixel_ratio = pixel_ratio;
  ui::context().set_display(display);
}

}  // namespace

bool open_canvas() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = EM_FALSE;
  attributes.depth = EM_FALSE;
  attributes.stencil = EM_FALSE;
  attributes.antialias = EM_FALSE;
  attributes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
  attributes.enableExtensionsByDefault = EM_FALSE;  // none is used; asking for each takes its time
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context =
      emscripten_webgl_create_context("#canvas", &attributes);
  if (context <= 0) return false;
  emscripten_webgl_make_context_current(context);
  ImGui_ImplOpenGL3_Init("#version 300 es");
  canvas_follow_size();
  return true;
}

void begin_drawing() {
  if (!lost) ImGui_ImplOpenGL3_NewFrame();
}

void present() {
  if (lost) return;
  ImDrawData* data = ImGui::GetDrawData();
  const unsigned page = ui::context().page_rgb();
  const auto part = [page](unsigned shift) {
    return static_cast<float>(page >> shift & 255u) / 255.0f;
  };
  glViewport(0, 0, static_cast<int>(data->DisplaySize.x), static_cast<int>(data->DisplaySize.y));
  glClearColor(part(16), part(8), part(0), 1.0f);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(data);
}

void report_colours() {
  canvas_set_colours(ui::context().text_rgb(), ui::context().page_rgb());
}

}  // namespace web

extern "C" {
EMSCRIPTEN_KEEPALIVE void web_canvas_size(int width, int height, float pixel_ratio) {
  web::resize(width, height, pixel_ratio);
}

EMSCRIPTEN_KEEPALIVE void web_canvas_lost() {
  web::lost = true;
}

// Everything the renderer had made is gone with the old context: shader, buffers and textures are
// made anew, the textures from what Dear ImGui still holds.
EMSCRIPTEN_KEEPALIVE void web_canvas_restored() {
  ImGui_ImplOpenGL3_DestroyDeviceObjects();
  web::lost = false;
}
}
