// Text as a search compares it: small letters without accents, words parted by single spaces. For
// finding only, never for sorting or for showing. Letters and their bases are those of Unicode 15;
// where a letter has no base of its own, what people type for it on another keyboard is taken
// (ø → o, ß → ss, æ → ae).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace base {

// "Łódź – O’Brien, CG-7K2M" → "lodz obrien cg 7k2m". Latin, Greek and Cyrillic letters lose their
// case and accents, composed or not; those of other scripts stay as they are. Apostrophes go;
// everything else that is neither letter nor digit parts words, as does each byte that is not
// UTF-8. No space at either end; folding twice is folding once.
std::string folded(std::string_view text);
// The words of a folded text, which they point into.
std::vector<std::string_view> words_of(std::string_view folded);

}  // namespace base
