// Drives the interface headless, as the browser's mirror does: draws frames, finds nodes by role
// and name, acts on them, follows the focus they ask for. No window, no GPU; the fonts are Debian's
// fonts-noto-core.
#pragma once

#include <doctest/doctest.h>
#include <imgui.h>

#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/context.h"

namespace ui {

class Driver {
 public:
  explicit Driver(std::function<void()> draw, Display display = {1280, 900})
      : draw_(std::move(draw)) {
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    load(false, NOTO_SANS_REGULAR);
    load(true, NOTO_SANS_BOLD);
    context_.set_display(display);
    settle();
  }

  Context& context() { return context_; }
  Semantics& semantics() { return context_.semantics(); }
  const std::vector<Node>& nodes() { return semantics().nodes(); }
  void set_draw(std::function<void()> draw) {
    draw_ = std::move(draw);
    context_.wake();
    settle();
  }

  void frame(float seconds = 1.0f / 60) {
    context_.frame(seconds, draw_);
    // The renderer's part: every texture is taken as soon as it is offered.
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
      if (texture->Status == ImTextureStatus_WantDestroy) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
      } else {
        texture->SetStatus(ImTextureStatus_OK);
      }
    }
    // The mirror's part: the focus goes where it was asked to.
    if (const auto id = semantics().take_focus_request()) {
      if (semantics().find(*id) != nullptr) semantics().focused(*id);
    }
  }
  void frames(int count = 3) {
    for (int i = 0; i < count; ++i) frame();
  }
  // Draws until the interface sleeps, for good or for a while; returns the frames it took. Fails
  // when it never does.
  int settle() {
    int drawn = 0;
    do {
      frame();
      ++drawn;
      REQUIRE_MESSAGE(drawn < 30, "the interface never comes to rest");
    } while (context_.next_frame_ms() == 0);
    return drawn;
  }

  // So much later, as the browser's timer does.
  void pass(float seconds) {
    frame(seconds);
    settle();
  }

  const Node* find(Role role, std::string_view name) { return semantics().find(role, name); }
  bool has(Role role, std::string_view name) { return find(role, name) != nullptr; }
  const Node& get(Role role, std::string_view name) {
    const Node* node = find(role, name);
    REQUIRE_MESSAGE(node != nullptr, "no node named \"" << std::string(name) << "\" in:\n"
                                                        << outline());
    return *node;
  }
  // The whole page as text: one line a node. For messages of failing tests.
  std::string outline() {
    std::string all;
    for (const Node& node : nodes()) {
      all += std::to_string(static_cast<int>(node.role)) + " \"" + node.name + "\"";
      if (!node.value.empty()) all += " = \"" + node.value.substr(0, 80) + "\"";
      all += "\n";
    }
    return all;
  }
  // Anywhere in what is said: names, values and descriptions.
  bool says(std::string_view words) {
    for (const Node& node : nodes()) {
      for (const std::string* text : {&node.name, &node.value, &node.description}) {
        if (text->find(words) != text->npos) return true;
      }
    }
    return false;
  }

  // What stands after this name: of a row of a summary its value. Empty: nothing.
  std::string value_of(std::string_view name) {
    for (size_t i = 0; i + 1 < nodes().size(); ++i) {
      if (nodes()[i].name == name) return nodes()[i + 1].value;
    }
    return {};
  }

  // As a keyboard or a screen reader does.
  void press(Role role, std::string_view name) {
    semantics().activate(get(role, name).id);
    settle();
  }
  // As a mouse does, at the node's middle; scrolled into view first.
  void click(Role role, std::string_view name) {
    const Node& node = get(role, name);
    const float below = node.rect.y + node.rect.h - context_.display().height;
    if (node.rect.y < 0) context_.scroll_by(0, node.rect.y - 20);
    if (below > 0) context_.scroll_by(0, below + 20);
    settle();
    const Rect rect = get(role, name).rect;
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(rect.x + rect.w / 2, rect.y + rect.h / 2);
    settle();
    io.AddMouseButtonEvent(0, true);
    io.AddMouseButtonEvent(0, false);
    settle();
  }
  void focus(Role role, std::string_view name) {
    semantics().focused(get(role, name).id);
    settle();
  }
  // The whole new value, as the DOM element reports it.
  void type(std::string_view name, std::string text) {
    const Node* node = find(Role::kTextField, name);
    if (node == nullptr) node = &get(Role::kTextArea, name);
    semantics().set_text(node->id, std::move(text));
    settle();
  }
  // A part of a date, found by its group's legend.
  void type_date(std::string_view legend, std::string day, std::string month, std::string year) {
    const NodeId group = get(Role::kGroup, legend).id;
    for (auto& [name, text] :
         {std::pair("Day", &day), std::pair("Month", &month), std::pair("Year", &year)}) {
      for (const Node& node : nodes()) {
        if (node.parent == group && node.name == name) {
          semantics().set_text(node.id, *text);
          break;
        }
      }
    }
    settle();
  }
  void choose(std::string_view select, std::string_view option) {
    const Node& node = get(Role::kSelect, select);
    for (size_t i = 0; i < node.options.size(); ++i) {
      if (node.options[i] != option) continue;
      semantics().choose(node.id, static_cast<int>(i));
      settle();
      return;
    }
    FAIL("no option \"" << std::string(option) << "\" in \"" << std::string(select) << "\"");
  }

 private:
  void load(bool bold, const char* path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    REQUIRE_MESSAGE(!bytes.empty(), "fonts-noto-core is needed: " << path);
    context_.set_font(bold, bytes.data(), static_cast<int>(bytes.size()));
  }

  Context context_;
  std::function<void()> draw_;
};

}  // namespace ui
