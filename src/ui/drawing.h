// What every widget is made of: an id from its key, a node, a touch (mouse or activation), a focus
// ring, shapes and runs of text. Internal to src/ui: views call widgets.h.
#pragma once

#include <string>
#include <string_view>

#include "ui/state.h"

namespace ui {

NodeId id_of(std::string_view key);                      // within the page
NodeId id_of(NodeId parent, std::string_view key);       // within another widget
NodeId first_text_id(Role role, std::string_view text);  // of words without a key
NodeId text_id(Role role, std::string_view text);        // the next of the same words in this frame

Node& emit(NodeId id, Role role, std::string_view name, const ImRect& rect);
void set_extent(NodeId parent, const ImRect& rect);  // once its children are placed

struct Touch {
  bool hovered = false, held = false;
  bool pressed = false;  // once a press, by mouse or by Semantics::activate
};
enum class Pointer { kHand, kText, kArrow };
Touch touch(NodeId id, const ImRect& rect, Pointer pointer = Pointer::kHand);

bool shows_focus(NodeId id);  // has focus and it is to be seen

void fill(const ImRect& rect, Colour colour, float round_css = 0);
void outline(const ImRect& rect, Colour colour, float thick_css,
             float round_css = 0);                   // inside the rect
void ring(const ImRect& rect, float round_css = 0);  // the focus ring around a field, box or button
ImRect grown(const ImRect& rect, float by);

// A block of text in the layout: places it, draws it, and adds no node. Margins in CSS pixels.
ImRect text_block(std::string_view text, const TextStyle& style, Colour colour, float most_width,
                  float top_css, float bottom_css);

// What wrapped words cover.
ImRect box_at(ImVec2 at, const WrappedText& words, const TextStyle& style);

// Underlined words that can be pressed, at a place already found.
struct LinkLook {
  Colour colour = Colour::kLink, hover = Colour::kLinkHover;
  bool underline = true;
};
void draw_link(const WrappedText& words, const TextStyle& style, ImVec2 at, const Touch& touch,
               bool focused, const LinkLook& look = {});

// A button at a place already found, with its node. True when pressed.
ImVec2 button_size(std::string_view label, float most_width);
bool draw_button(NodeId id, std::string_view label, const ImRect& place, ButtonKind kind,
                 std::string_view accessible_name = {});

TextStyle body_style(Face face = Face::kRegular);
TextStyle small_style(Face face = Face::kRegular);
float text_measure();  // the widest running text, in physical pixels

void tick(ImVec2 centre, float size, float thick, Colour colour);  // ✓ drawn as a line
void draw_tag(std::string_view text, TagKind kind, const ImRect& rect);
ImVec2 tag_size(std::string_view text, float most_width);

// Begins a window over the whole display, which ImGui::End ends. It scrolls as the browser asks
// when it is the one in front, else it stays; or it goes to its top.
enum class Scrolls { kStays, kAsAsked, kToTop };
void open_window(const char* name, Scrolls scrolls, int more_flags);

}  // namespace ui
