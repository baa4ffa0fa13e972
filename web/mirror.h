// The semantics mirror: keeps one real, transparent DOM element over the canvas for every node of
// the frame, so that screen readers, keyboards, dictation, password managers and tests have what
// they know. It draws nothing and decides nothing; actions go back by node id. Rule: the design,
// section 9.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "ui/context.h"

namespace web {

class Mirror {
 public:
  // After each frame: what changed since the last one is created, altered, ordered or removed;
  // focus and the document's title follow. Costs nothing in the DOM when nothing changed.
  void update(ui::Context& context);

 private:
  struct Shown {
    ui::Node node;
    ui::Rect
        place;  // CSS pixels, from the parent's top left: a scrolled page moves its top nodes only
    bool has_children = false;
    std::uint32_t frame = 0;
  };

  void show(const std::vector<ui::Node>& nodes, float pixel_ratio);
  void remove_the_rest();
  void put_in_order(const std::vector<ui::Node>& nodes);

  std::map<ui::NodeId, Shown> shown_;
  std::vector<ui::NodeId> order_;  // parent, id, parent, id, …
  std::string title_;
  std::vector<float> measures_;
  std::vector<float> range_;
  std::uint32_t frame_ = 0;
};

}  // namespace web
