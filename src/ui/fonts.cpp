#include "ui/fonts.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cassert>
#include <cstdint>
#include <cstring>
#include <utility>

namespace ui {
namespace {

std::uint32_t big_endian(const unsigned char* at, int bytes) {
  std::uint32_t value = 0;
  for (int i = 0; i < bytes; ++i) value = value << 8 | at[i];
  return value;
}

}  // namespace

float line_ratio_of(const unsigned char* bytes, std::size_t size) {
  if (size < 12) return 0;
  const std::size_t tables = big_endian(bytes + 4, 2);
  int units = 0, ascent = 0, descent = 0;
  for (std::size_t i = 0; i < tables; ++i) {
    const std::size_t record = 12 + 16 * i;
    if (record + 16 > size) return 0;
    const std::size_t offset = big_endian(bytes + record + 8, 4);
    if (offset > size || size - offset < 20) continue;
    const unsigned char* table = bytes + offset;
    if (std::memcmp(bytes + record, "head", 4) == 0) {
      units = static_cast<int>(big_endian(table + 18, 2));
    } else if (std::memcmp(bytes + record, "hhea", 4) == 0) {
      ascent = static_cast<std::int16_t>(big_endian(table + 4, 2));
      descent = static_cast<std::int16_t>(big_endian(table + 6, 2));
    }
  }
  return units > 0 ? static_cast<float>(ascent - descent) / static_cast<float>(units) : 0;
}

void Fonts::add(Face face, const void* bytes, int size) {
  assert(bytes != nullptr && size > 0);
  void* copy = IM_ALLOC(static_cast<std::size_t>(size));
  std::memcpy(copy, bytes, static_cast<std::size_t>(size));
  ImFont*& font = fonts_[static_cast<int>(face)];
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = true;
  config.MergeMode = font != nullptr;
  // Dear ImGui 1.92.2b merges into the atlas's last font whatever DstFont says (imgui_draw.cpp,
  // AddFont).
  ImFont** place = font == nullptr ? nullptr : atlas->Fonts.find(font);
  if (place != nullptr) std::swap(*place, atlas->Fonts.back());
  ImFont* added = atlas->AddFontFromMemoryTTF(copy, size, 0, &config);
  if (place != nullptr) std::swap(*place, atlas->Fonts.back());
  assert(added != nullptr);
  if (font != nullptr) {
    // Glyphs already missed stay missing until the baked sizes are thrown away (Dear ImGui 1.92).
    ImFontAtlasFontDiscardBakes(atlas, font, 0);
    return;
  }
  font = added;
  const float ratio =
      line_ratio_of(static_cast<const unsigned char*>(bytes), static_cast<std::size_t>(size));
  if (face == Face::kRegular && ratio > 0) line_ratio_ = ratio;
}

ImFont* Fonts::get(Face face) const {
  if (ImFont* font = fonts_[static_cast<int>(face)]) return font;
  if (fonts_[0] != nullptr) return fonts_[0];
  return ImGui::GetFont();
}

}  // namespace ui
