// The faces in use and their sizes: TrueType bytes in, Dear ImGui fonts out. Dear ImGui's size is
// ascent minus descent where CSS's is the em; the ratio is read from the face's own header
// (OpenType: head, hhea).
#pragma once

#include <cstddef>

struct ImFont;

namespace ui {

enum class Face : unsigned char { kRegular, kBold };

class Fonts {
 public:
  // The first bytes of a face make it; later ones add the glyphs it lacks. Bytes are copied.
  void add(Face face, const void* bytes, int size);
  ImFont* get(Face face) const;  // bold: the regular one until it is there; never null in a frame
  float line_ratio() const { return line_ratio_; }  // (ascent − descent) / em of the regular face

 private:
  ImFont* fonts_[2] = {nullptr, nullptr};
  float line_ratio_ = 1.362f;  // of Noto Sans
};

// (ascent − descent) / em from a TrueType file's tables; 0 when it is none.
float line_ratio_of(const unsigned char* bytes, std::size_t size);

}  // namespace ui
