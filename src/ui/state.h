// What the widgets of one context share during a frame: the display's measures, colours, fonts, the
// page's layout and what it remembers. Internal to src/ui; views see widgets.h and context.h only.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "ui/context.h"
#include "ui/fonts.h"
#include "ui/layout.h"
#include "ui/semantics.h"
#include "ui/text.h"
#include "ui/theme.h"
#include "ui/widgets.h"

namespace ui {

struct State {
  Display display;
  Semantics semantics;
  Fonts fonts;
  TextCache texts;
  Palette colours{};
  TypeScale type{};
  Spacing space{};
  bool narrow = false;
  Layout layout;

  // ---- the page ----
  std::string page;
  NodeId page_seed = 0;
  std::vector<FieldError> errors;
  bool heading_wants_focus = false;
  bool summary_wants_focus = false;
  std::string field_wants_focus;  // key of the field an error link points at
  int field_focus_frames = 0;
  NodeId main = 0;
  NodeId first_heading = 0;
  bool to_top = false;
  float scroll_by = 0;  // asked for, in physical pixels
  NodeId show = 0;      // node to scroll into view
  int show_frames = 0;
  bool show_at_top = false;
  NodeId last_focus = 0;
  std::map<NodeId, int> text_counts;  // texts without a key, by what they say
  std::set<NodeId> open;              // details
  struct ListPlace {
    size_t page = 0;
    std::string of;  // CardSource::of
  };
  std::map<NodeId, ListPlace> list_places;

  TopBar top_bar;
  std::string top_bar_action;

  int wake = 3;

  float text_px() const { return display.pixel_ratio * display.text_scale; }
};

State& state();  // of the current context
// The one scrolling window that a page is drawn in; null before the first frame.
ImGuiWindow* page_window();

// Lets Dear ImGui report every item to Semantics::saw_item (item_hooks.cpp).
void follow_items(ImGuiContext* imgui);

ImU32 colour32(Colour colour);
// CSS pixels in physical ones, whole. Text-independent distances: borders, padding, margins.
float px(float css);
// Times the body size, at the text's scale.
float em(float count);

}  // namespace ui
