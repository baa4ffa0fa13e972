// What the screen *means*: one node for every heading, text, field and button of a frame, in
// reading order. Widgets (widgets.h) draw with Dear ImGui and add their node here. In the browser
// the nodes become real, transparent DOM elements over the canvas (web/mirror.cpp); tests find them
// by role and name; the headless tests drive the interface through the same nodes. No Emscripten
// here.
//
// Actions come back by node id and are consumed by the widget in the next frame.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

using NodeId =
    std::uint32_t;  // an ImGuiID: stable while the widget's key and its parents' keys are

enum class Role : std::uint8_t {
  kMain,        // landmark; the page's content
  kBanner,      // landmark; the bar at the top
  kNavigation,  // landmark
  kHeading,     // level
  kText,        // a paragraph
  kButton,      // checked/expandable as flagged
  kLink,        // goes somewhere within the application; checked: it is the one shown now
  kTextField,   // value; <input type=text>
  kTextArea,    // value; <textarea>
  kPassword,    // <input type=password>; its value never comes to this side
  kCheckbox,    // checked
  kRadio,       // checked; parent is a kRadioGroup
  kRadioGroup,  // name is the legend
  kGroup,       // name is the legend: checkboxes, the three fields of a date
  kSelect,      // options, chosen; <select>
  kList,
  kListItem,
  kTable,
  kRow,
  kColumnHeader,
  kRowHeader,
  kCell,
  kTerm,        // the key of a summary list
  kDefinition,  // its value
  kStatus,      // live, polite: "Saved"
  kAlert,       // live, assertive: the error summary; takes focus
  kImage,       // a drawing; name is its text equal
  kDialog,      // modal: everything outside it is inert
  kRegion,      // landmark, named: what lies over the page and is no part of it
  kTabList,
  kTab,  // checked: its panel is shown; one of a list is in the order of Tab
  kTabPanel,
  kProgress,  // value: whole per cent, or empty when not known
};

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;  // physical pixels, from the canvas's top left
  bool operator==(const Rect&) const = default;
};

enum class Sort : std::uint8_t { kNo, kCan, kAscending, kDescending };

struct Node {
  NodeId id = 0;
  NodeId parent = 0;  // 0: the top
  Role role = Role::kText;
  Rect rect;
  std::string name;                  // accessible name; for kText its text
  std::string value;                 // of a text field or area; of a definition or cell its text
  std::string description;           // hint and error together, read after the name
  std::vector<std::string> options;  // of a select
  int chosen = -1;                   // of a select
  int level = 0;      // of a heading 1–4; of a row its 1-based index; of a table how many rows it
                      // has, with the headings' and with those that other pages show
  std::string field;  // data-field: the name by which the vault finds a password
  std::string autocomplete = "off";  // HTML autocomplete token
  std::string input_mode;            // HTML inputmode: "numeric", "" = text
  std::string keys;     // aria-keyshortcuts: keys that press it while the focus is in its group or
                        // dialog: "ArrowLeft", "Plus", "Minus", "Escape"
  NodeId controls = 0;  // of a tab: its panel
  Sort sort = Sort::kNo;  // of a column header
  bool vertical = false;  // of a tab list: its tabs stand under one another
  bool checked = false;
  bool expandable = false;
  bool expanded = false;
  bool disabled = false;
  bool invalid = false;
  bool required = false;
  bool clipped = false;  // scrolled out of view: in the tree, not under the pointer
  float font_px = 0;     // of a text field: its font size in physical pixels
  bool operator==(const Node&) const = default;
};

class Semantics {
 public:
  // ---- building a frame (widgets) ----
  void begin_frame();
  void end_frame();  // asserts that every parent was popped
  // Under the innermost parent. The reference holds until the next add(). An id used twice in a
  // frame is a fault of the view: audit() names it, and the second node gets an id of its own.
  Node& add(NodeId id, Role role, std::string_view name, Rect rect);
  void set_rect(NodeId id, Rect rect);  // of a parent whose extent is known only after its children
  void set_field(NodeId id, std::string_view field);
  void set_keys(NodeId id, std::string_view keys);
  void describe(NodeId id, std::string_view words);  // after what its description says already
  void push_parent(NodeId id);
  void pop_parent();
  // The focus the next DOM update must make: a page's heading, an error summary, the first faulty
  // field.
  void request_focus(NodeId id);
  bool focus_requested() const { return focus_request_.has_value(); }

  // ---- reading a frame (mirror, tests) ----
  const std::vector<Node>& nodes() const {
    return nodes_;
  }  // reading order, parents before children
  const Node* find(Role role, std::string_view name) const;  // first; nullptr
  const Node* find(NodeId id) const;
  std::optional<NodeId> take_focus_request();
  const std::string& page_title() const { return page_title_; }
  void set_page_title(std::string title) { page_title_ = std::move(title); }

  // ---- actions in (mirror, tests) ----
  void activate(NodeId id);  // a click or Enter or Space on a button, link, box, radio
  void set_text(NodeId id, std::string text);  // the whole new value of a field
  void choose(NodeId id, int option);          // of a select
  void focused(NodeId id);                     // the DOM element that has focus; 0: none
  void set_focus_visible(bool visible);  // :focus-visible; text fields show their focus always
  // ---- consumed by widgets ----
  bool take_activation(NodeId id);
  std::optional<std::string> take_text(NodeId id);
  std::optional<int> take_choice(NodeId id);
  NodeId focus() const { return focus_; }
  bool focus_visible() const { return focus_visible_; }
  // A pointer is down on something. Until it is up nothing may move under it, or the press is lost.
  void set_pointer_held(bool held) { pointer_held_ = held; }
  bool pointer_held() const { return pointer_held_; }
  bool has_pending_actions() const;

  // ---- audit: every interactive ImGui item must have a node with a name ----
  void saw_item(NodeId id);                // from Dear ImGui's item hooks
  std::vector<std::string> audit() const;  // one line a fault; empty when all is named
  static bool interactive(Role role);      // can be pressed or filled in

 private:
  std::vector<Node> nodes_;
  std::map<NodeId, size_t> index_;
  std::vector<NodeId> parents_;
  std::vector<NodeId> seen_items_;
  std::optional<NodeId> focus_request_;
  std::vector<NodeId> activations_;
  std::vector<NodeId> taken_;  // activations taken in this frame: one press a frame and widget
  std::vector<std::string> faults_;
  std::map<NodeId, std::string> texts_;
  std::map<NodeId, int> choices_;
  NodeId focus_ = 0;
  bool focus_visible_ = false;
  bool pointer_held_ = false;
  bool focus_changed_ = false;
  std::string page_title_;
};

}  // namespace ui
