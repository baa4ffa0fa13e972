// Dear ImGui's test-engine hooks: every interactive item of a frame reaches Semantics::saw_item, so
// that an item drawn past our widgets, without a named node, is found by Semantics::audit.
#include <imgui.h>
#include <imgui_internal.h>

#include "ui/state.h"

namespace {

// Parts of a window, not items of ours: the window itself, its scrollbars, the fallback window.
bool belongs_to_window(ImGuiWindow* window, ImGuiID id) {
  return window == nullptr || window->IsFallbackWindow || id == window->ID ||
         id == window->MoveId || id == ImGui::GetWindowScrollbarID(window, ImGuiAxis_X) ||
         id == ImGui::GetWindowScrollbarID(window, ImGuiAxis_Y);
}

}  // namespace

// Also what makes the linker take this file: Dear ImGui alone asks for the hooks, from a library
// after ours.
void ui::follow_items(ImGuiContext* imgui) {
  imgui->TestEngineHookItems = true;
}

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* imgui, ImGuiID id, const ImRect&,
                                 const ImGuiLastItemData*) {
  if (id == 0 || belongs_to_window(imgui->CurrentWindow, id)) return;
  ui::state().semantics.saw_item(id);
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID id) {
  const ui::Node* node = ui::state().semantics.find(id);
  return node == nullptr ? nullptr : node->name.c_str();
}
