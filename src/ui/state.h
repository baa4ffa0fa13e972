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
  bool part_wants_focus = false;
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
  std::string aid_tab;                // of the writing aid: opened last, on whatever page
  std::string last_area;              // key of the text area that had the focus last
  std::set<NodeId> second_looks;      // text areas with remarks under them (form.h)
  struct ListPlace {
    size_t page = 0;
    std::string of;  // CardSource::of
  };
  std::map<NodeId, ListPlace> list_places;
  std::map<NodeId, std::string> tab_panels;  // tab lists of this frame: the chosen panel's name
  std::vector<NodeId> open_panels;
  struct TimelineView {
    float first = 0, shown = 0;  // days: the first at the left, and how many across
  };
  std::map<NodeId, TimelineView> timelines;

  // ---- in front of the page ----
  double passed = 0;                   // seconds, of all frames
  double due = 0;                      // when `passed` is so much a frame is needed; 0: none is
  NodeId dialog = 0, last_dialog = 0;  // of this frame, of the one before; 0: none
  NodeId dialog_opener = 0;            // what had the focus before it
  struct Toast {
    int serial = -1;
    bool gone = true;
    double until = 0;   // of `passed`
    NodeId before = 0;  // what had the focus before it came to the message
    float height = 0;   // of the window it covers, in this frame
    float foot = 0;     // in the one before
  } toast;

  TopBar top_bar;
  std::string top_bar_action;

  int wake = 3;

  float text_px() const { return display.pixel_ratio * display.text_scale; }
};

State& state();  // of the current context
// The one scrolling window that a page is drawn in; null before the first frame.
ImGuiWindow* page_window();
// What the browser scrolls: the dialog in front of the page, else the page.
ImGuiWindow* scrolled_window();
// Scrolls the current window so that what has just got the focus is seen, `foot` above its bottom.
void keep_focus_in_view(float foot);

// Lets Dear ImGui report every item to Semantics::saw_item (item_hooks.cpp).
void follow_items(ImGuiContext* imgui);

ImU32 colour32(Colour colour);
// CSS pixels in physical ones, whole. Text-independent distances: borders, padding, margins.
float px(float css);
// Times the body size, at the text's scale.
float em(float count);

}  // namespace ui
