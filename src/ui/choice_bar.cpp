// Views of one list, side by side. The current one is bold and has a bar beneath it, and says so to
// screen readers (aria-current).
#include <algorithm>
#include <cmath>

#include "ui/drawing.h"

namespace ui {

bool choice_bar(std::string_view key, std::string_view name, const std::vector<Option>& options,
                std::string& chosen) {
  State& s = state();
  const TextStyle style = body_style(), bold = body_style(Face::kBold);
  const float bar = px(4), air = px(6);
  const NodeId nav = id_of(key);
  const float left = s.layout.x();
  emit(nav, Role::kNavigation, name, ImRect(left, s.layout.bottom(), left, s.layout.bottom()));
  s.semantics.push_parent(nav);
  bool changed = false;
  ImRect extent(1e9f, 1e9f, -1e9f, -1e9f);
  for (const Option& option : options) {
    const bool current = option.value == chosen;
    // As wide as when it is current, so that nothing moves.
    const float most = s.layout.width() - 2 * air;
    const float width = std::ceil(wrap(option.label, bold, most).width) + 2 * air;
    const WrappedText& words = wrap(option.label, current ? bold : style, most);
    const float height = std::max(px(kMinTarget), words.height(style) + 2 * bar);
    if (&option != &options.front()) s.layout.same_row();
    const ImRect rect =
        s.layout.place_inline(width, height, 0, px(s.narrow ? 6 : 12), px(s.space.after_text));
    const NodeId id = id_of(nav, option.value);
    const Touch pressed = touch(id, rect);
    const ImVec2 at(rect.Min.x + air,
                    std::round(rect.Min.y + (rect.GetHeight() - words.height(style)) / 2));
    if (current) {
      fill(ImRect(rect.Min.x, rect.Max.y - bar, rect.Max.x, rect.Max.y), Colour::kAccent);
    }
    draw_link(words, current ? bold : style, at, pressed, shows_focus(id),
              {current ? Colour::kText : Colour::kLink, Colour::kLinkHover, false});
    emit(id, Role::kLink, option.label, rect).checked = current;
    extent.Add(rect);
    if (pressed.pressed && !current) {
      chosen = option.value;
      changed = true;
    }
  }
  s.semantics.pop_parent();
  if (!options.empty()) {
    extent.Max.x = left + s.layout.width();
    set_extent(nav, extent);
    fill(ImRect(left, extent.Max.y - px(1), extent.Max.x, extent.Max.y), Colour::kDivider);
  }
  return changed;
}

}  // namespace ui
