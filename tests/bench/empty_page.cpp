// The floor beside which the application's start is measured: the least a Dear ImGui page can be,
// one empty window with the built-in font, built with the same toolchain and flags.
#include <emscripten.h>
#include <emscripten/html5.h>

#include "imgui.h"
#include "imgui_impl_opengl3.h"

int main() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = attributes.depth = attributes.stencil = attributes.antialias = EM_FALSE;
  emscripten_webgl_make_context_current(emscripten_webgl_create_context("#canvas", &attributes));
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui_ImplOpenGL3_Init("#version 300 es");
  return 0;
}

extern "C" EMSCRIPTEN_KEEPALIVE void empty_frame(float width, float height) {
  ImGui::GetIO().DisplaySize = ImVec2(width, height);
  ImGui::GetIO().DeltaTime = 1.0f / 60.0f;
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  ImGui::Begin("Empty");
  ImGui::TextUnformatted("Nothing");
  ImGui::End();
  ImGui::Render();
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}
