#include "web/mirror.h"

#include <emscripten.h>

#include <cmath>
#include <string>

// mirror.js knows the roles by their numbers.
static_assert(static_cast<int>(ui::Role::kMain) == 0 &&
              static_cast<int>(ui::Role::kTextField) == 7 &&
              static_cast<int>(ui::Role::kSelect) == 14 &&
              static_cast<int>(ui::Role::kStatus) == 24 &&
              static_cast<int>(ui::Role::kDialog) == 27 &&
              static_cast<int>(ui::Role::kProgress) == 32);

extern "C" {
void mirror_start();
void mirror_begin();
void mirror_place(ui::NodeId id, float x, float y, float width, float height);
void mirror_upsert(ui::NodeId id, ui::NodeId parent, int role, int flags, int level, int chosen,
                   const char* name, const char* value, const char* description,
                   const char* options, const char* field, const char* autocomplete,
                   const char* input_mode, const char* keys, ui::NodeId controls);
void mirror_remove(ui::NodeId id);
void mirror_order(const ui::NodeId* pairs, int count);
void mirror_title(const char* title);
void mirror_range(float above, float below);
void mirror_measures(float font, float line, float field_padding, float area_padding);
void mirror_end(ui::NodeId focus, ui::NodeId dialog);
}

namespace web {
namespace {

enum Flag {
  kChecked = 1,
  kExpandable = 2,
  kExpanded = 4,
  kDisabled = 8,
  kInvalid = 16,
  kRequired = 32,
  kClipped = 64,
  kHasChildren = 128,
  kVertical = 256,
  kSortable = 512,  // and, times this, the rest of ui::Sort
};

int flags_of(const ui::Node& node, bool has_children) {
  return (node.checked ? kChecked : 0) | (node.expandable ? kExpandable : 0) |
         (node.expanded ? kExpanded : 0) | (node.disabled ? kDisabled : 0) |
         (node.invalid ? kInvalid : 0) | (node.required ? kRequired : 0) |
         (node.clipped ? kClipped : 0) | (has_children ? kHasChildren : 0) |
         (node.vertical ? kVertical : 0) | static_cast<int>(node.sort) * kSortable;
}

// The unit separator cannot be part of a name a person reads.
std::string joined(const std::vector<std::string>& options) {
  std::string all;
  for (const std::string& option : options) {
    if (!all.empty()) all += '\x1f';
    all += option;
  }
  return all;
}

}  // namespace

void Mirror::update(ui::Context& context) {
  ui::Semantics& semantics = context.semantics();
  const std::vector<ui::Node>& nodes = semantics.nodes();
  if (frame_++ == 0) mirror_start();

  const std::vector<float> measures = {context.field_font_css_px(), context.field_line_css_px(),
                                       context.field_padding_css_px(),
                                       context.area_padding_css_px()};
  if (measures != measures_) {
    mirror_measures(measures[0], measures[1], measures[2], measures[3]);
    measures_ = measures;
  }

  const float ratio = context.display().pixel_ratio;
  const std::vector<float> range = {std::round(context.scroll_above() / ratio),
                                    std::round(context.scroll_below() / ratio)};
  if (range != range_) {
    mirror_range(range[0], range[1]);
    range_ = range;
  }

  mirror_begin();
  show(nodes, context.display().pixel_ratio);
  remove_the_rest();
  put_in_order(nodes);
  if (semantics.page_title() != title_) {
    title_ = semantics.page_title();
    mirror_title(title_.c_str());
  }
  ui::NodeId dialog = 0;
  for (const ui::Node& node : nodes) {
    if (node.role == ui::Role::kDialog) dialog = node.id;
  }
  mirror_end(semantics.take_focus_request().value_or(0), dialog);
}

void Mirror::show(const std::vector<ui::Node>& nodes, float pixel_ratio) {
  for (size_t i = 0; i < nodes.size(); ++i) {
    const ui::Node& node = nodes[i];
    const auto parent = shown_.find(node.parent);  // drawn before its children, so of this frame
    const ui::Rect origin = parent == shown_.end() ? ui::Rect{} : parent->second.node.rect;
    const ui::Rect place{(node.rect.x - origin.x) / pixel_ratio,
                         (node.rect.y - origin.y) / pixel_ratio, node.rect.w / pixel_ratio,
                         node.rect.h / pixel_ratio};
    const bool has_children = i + 1 < nodes.size() && nodes[i + 1].parent == node.id;

    Shown& shown = shown_[node.id];
    const bool fresh = shown.frame == 0;
    shown.frame = frame_;
    shown.node.rect = node.rect;  // compared as `place`
    if (fresh || shown.has_children != has_children || !(shown.node == node)) {
      shown.node = node;
      shown.has_children = has_children;
      mirror_upsert(node.id, node.parent, static_cast<int>(node.role), flags_of(node, has_children),
                    node.level, node.chosen, node.name.c_str(), node.value.c_str(),
                    node.description.c_str(), joined(node.options).c_str(), node.field.c_str(),
                    node.autocomplete.c_str(), node.input_mode.c_str(), node.keys.c_str(),
                    node.controls);
    }
    if (fresh || !(shown.place == place)) {
      shown.place = place;
      mirror_place(node.id, place.x, place.y, place.w, place.h);
    }
  }
}

void Mirror::remove_the_rest() {
  for (auto entry = shown_.begin(); entry != shown_.end();) {
    if (entry->second.frame == frame_) {
      ++entry;
    } else {
      mirror_remove(entry->first);
      entry = shown_.erase(entry);
    }
  }
}

void Mirror::put_in_order(const std::vector<ui::Node>& nodes) {
  std::vector<ui::NodeId> order;
  order.reserve(nodes.size() * 2);
  for (const ui::Node& node : nodes) {
    order.push_back(node.parent);
    order.push_back(node.id);
  }
  if (order == order_) return;
  order_ = std::move(order);
  mirror_order(order_.data(), static_cast<int>(order_.size() / 2));
}

}  // namespace web

extern "C" {
EMSCRIPTEN_KEEPALIVE void web_activate(ui::NodeId id) {
  ui::context().semantics().activate(id);
}

EMSCRIPTEN_KEEPALIVE void web_set_text(ui::NodeId id, const char* text) {
  ui::context().semantics().set_text(id, text);
}

EMSCRIPTEN_KEEPALIVE void web_choose(ui::NodeId id, int option) {
  ui::context().semantics().choose(id, option);
}

EMSCRIPTEN_KEEPALIVE void web_focused(ui::NodeId id, int visible) {
  ui::context().semantics().focused(id);
  ui::context().semantics().set_focus_visible(visible != 0);
}
}
