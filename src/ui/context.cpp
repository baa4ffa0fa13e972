#include "ui/context.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cassert>
#include <cmath>

#include "ui/state.h"

namespace ui {
namespace {

// What Dear ImGui is told at most: after a sleep its own timings must not see minutes pass.
constexpr float kLongestStep = 0.1f;

Context* g_current = nullptr;
State* g_state = nullptr;

// Dear ImGui's own style: only its scrollbar is ever seen.
void rebuild_style(const State& s) {
  ImGuiStyle style;
  style.FontSizeBase = std::round(s.type.body.css_px * s.text_px() * s.fonts.line_ratio());
  style.WindowPadding = ImVec2(0, 0);
  style.WindowBorderSize = 0;
  style.ItemSpacing = ImVec2(0, 0);
  style.ScrollbarSize = px(12);
  style.ScrollbarRounding = px(6);
  const auto colour = [&s](Colour role, float alpha) {
    ImVec4 value = ImGui::ColorConvertU32ToFloat4(colour32(role));
    (void)s;
    value.w = alpha;
    return value;
  };
  style.Colors[ImGuiCol_WindowBg] = colour(Colour::kPage, 1);
  style.Colors[ImGuiCol_ScrollbarBg] = colour(Colour::kPage, 0);
  style.Colors[ImGuiCol_ScrollbarGrab] = colour(Colour::kBorder, .7f);
  style.Colors[ImGuiCol_ScrollbarGrabHovered] = colour(Colour::kBorder, 1);
  style.Colors[ImGuiCol_ScrollbarGrabActive] = colour(Colour::kText, 1);
  style.Colors[ImGuiCol_Text] = colour(Colour::kText, 1);
  ImGui::GetStyle() = style;
}

// The focus goes back to what had it, unless something new has asked for it.
void close_dialog() {
  State& s = state();
  s.scroll_by = 0;
  if (s.semantics.focus_requested()) return;
  const bool there = s.semantics.find(s.dialog_opener) != nullptr;
  s.semantics.request_focus(there ? s.dialog_opener : s.first_heading);
  context().wake();
}

}  // namespace

struct Context::Impl {
  ImGuiContext* imgui = nullptr;
  State state;
};

Context& context() {
  assert(g_current != nullptr);
  return *g_current;
}

State& state() {
  assert(g_state != nullptr);
  return *g_state;
}

ImU32 colour32(Colour colour) {
  const Rgb value = rgb(state().colours, colour);
  return IM_COL32(value >> 16 & 255, value >> 8 & 255, value & 255, 255);
}

float px(float css) {
  if (css <= 0) return 0;
  return std::max(1.0f, std::round(css * state().display.pixel_ratio));
}

float em(float count) {
  const State& s = state();
  return std::round(count * s.type.body.css_px * s.text_px());
}

Context::Context() : impl_(std::make_unique<Impl>()) {
  assert(g_current == nullptr && "one context a program");
  g_current = this;
  g_state = &impl_->state;
  impl_->imgui = ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags = ImGuiConfigFlags_None;  // the DOM's focus is the focus: no navigation of its own
  io.ConfigInputTextCursorBlink = false;
  io.ConfigWindowsResizeFromEdges = false;
  io.ConfigErrorRecoveryEnableTooltip = false;
  follow_items(impl_->imgui);
  set_display(Display{1280, 800});
}

Context::~Context() {
  ImGui::DestroyContext(impl_->imgui);
  g_current = nullptr;
  g_state = nullptr;
}

void Context::set_font(bool bold, const void* bytes, int size) {
  impl_->state.fonts.add(bold ? Face::kBold : Face::kRegular, bytes, size);
  impl_->state.texts.clear();
  rebuild_style(impl_->state);
  wake();
}

void Context::set_display(const Display& display) {
  State& s = impl_->state;
  if (s.display == display && s.type.body.css_px > 0) return;
  assert(display.pixel_ratio > 0 && display.text_scale > 0);
  s.display = display;
  s.narrow = is_narrow(display);
  s.colours = palette(display);
  s.type = type_scale(s.narrow);
  s.space = spacing(s.narrow, display.compact);
  s.texts.clear();
  rebuild_style(s);
  // What has focus stays in view when the page reflows.
  s.last_focus = 0;
  wake();
}

const Display& Context::display() const {
  return impl_->state.display;
}

Semantics& Context::semantics() {
  return impl_->state.semantics;
}

void Context::frame(float seconds, const std::function<void()>& draw) {
  State& s = impl_->state;
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(s.display.width, s.display.height);
  io.DisplayFramebufferScale = ImVec2(1, 1);
  io.DeltaTime = std::clamp(seconds, 0.001f, kLongestStep);
  s.passed += std::max(seconds, 0.0f);
  s.due = 0;
  // Dear ImGui settles two frames after an input or an action.
  if (impl_->imgui->InputEventsQueue.Size > 0 || s.semantics.has_pending_actions()) wake(3);
  s.texts.trim();
  s.semantics.begin_frame();
  s.last_dialog = s.dialog;
  s.dialog = 0;
  s.toast.foot = s.toast.height;
  s.toast.height = 0;
  ImGui::NewFrame();
  draw();
  if (s.last_dialog != 0 && s.dialog == 0) close_dialog();
  ImGui::Render();
  s.semantics.end_frame();
  if (s.wake > 0) --s.wake;
}

int Context::next_frame_ms() const {
  const State& s = impl_->state;
  const bool busy = s.wake > 0 || impl_->imgui->InputEventsQueue.Size > 0 ||
                    s.semantics.has_pending_actions() || s.scroll_by != 0;
  if (busy) return 0;
  if (s.due == 0) return -1;
  return static_cast<int>(std::ceil(std::clamp(s.due - s.passed, 0.001, 3600.0) * 1000));
}

void Context::wake(int frames) {
  impl_->state.wake = std::max(impl_->state.wake, frames);
}

float Context::scroll_above() const {
  return scrolled_window() != nullptr ? scrolled_window()->Scroll.y : 0.0f;
}

float Context::scroll_below() const {
  const ImGuiWindow* window = scrolled_window();
  return window != nullptr ? std::max(0.0f, window->ScrollMax.y - window->Scroll.y) : 0.0f;
}

// What is asked for is done by the page, or by the dialog in front of it, in the next frame.
void Context::scroll_by(float, float y) {
  impl_->state.scroll_by += y;
  wake();
}

float Context::field_font_css_px() const {
  const State& s = impl_->state;
  return text_style(s.type.body).px / s.fonts.line_ratio() / s.display.pixel_ratio;
}

float Context::field_line_css_px() const {
  return text_style(impl_->state.type.body).line_px / impl_->state.display.pixel_ratio;
}

float Context::field_padding_css_px() const {
  return (px(kFieldBorder) + px(kFieldPadding)) / impl_->state.display.pixel_ratio;
}

float Context::area_padding_css_px() const {
  return (px(kFieldBorder) + px(kFieldPadding)) / impl_->state.display.pixel_ratio;
}

unsigned Context::text_rgb() const {
  return rgb(impl_->state.colours, Colour::kText);
}
unsigned Context::page_rgb() const {
  return rgb(impl_->state.colours, Colour::kPage);
}
unsigned Context::focus_rgb() const {
  return rgb(impl_->state.colours, Colour::kFocus);
}

}  // namespace ui
