#include "app/word_index.h"

#include <algorithm>

namespace app {
namespace {

std::uint32_t hash_of(std::string_view word) {  // FNV-1a
  std::uint32_t hash = 2166136261u;
  for (const char byte : word) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619u;
  return hash ^ hash >> 15;
}

}  // namespace

void WordIndex::add(std::uint32_t text, std::string_view words) {
  for (size_t begin = 0; begin < words.size();) {
    const size_t end = std::min(words.find(' ', begin), words.size());
    const std::uint32_t number = number_of(words.substr(begin, end - begin));
    begin = end + 1;
    if (starts_[number].added == text + 1) continue;
    starts_[number].added = text + 1;
    std::vector<std::uint32_t>& texts = texts_[number];
    if (texts.empty() || texts.back() < text) {
      texts.push_back(text);
    } else if (texts.back() != text) {
      const auto place = std::lower_bound(texts.begin(), texts.end(), text);
      if (*place != text) texts.insert(place, text);
    }
  }
}

// Words that came first are the common ones: they fill the answer soon, and the rest is skipped.
std::vector<bool> WordIndex::having(std::string_view part, size_t texts) const {
  std::vector<bool> found(texts);
  size_t left = texts;
  size_t number = 0;
  for (size_t at = words_.find(part); at != words_.npos && left > 0; at = words_.find(part, at)) {
    while (number + 1 < starts_.size() && starts_[number + 1].start <= at) ++number;
    for (const std::uint32_t text : texts_[number]) {
      if (text >= texts) break;
      if (found[text]) continue;
      found[text] = true;
      --left;
    }
    if (number + 1 == starts_.size()) break;
    at = starts_[number + 1].start;
  }
  return found;
}

size_t WordIndex::bytes() const {
  size_t all = words_.capacity() + starts_.capacity() * sizeof(Word) + slots_.capacity() * 4 +
               texts_.capacity() * sizeof(texts_[0]);
  for (const auto& texts : texts_) all += texts.capacity() * 4;
  return all;
}

std::string_view WordIndex::word(std::uint32_t number) const {
  const size_t end = number + 1 < starts_.size() ? starts_[number + 1].start : words_.size();
  return std::string_view(words_).substr(starts_[number].start, end - 1 - starts_[number].start);
}

std::uint32_t WordIndex::number_of(std::string_view wanted) {
  if (starts_.size() * 2 >= slots_.size()) grow();
  const size_t mask = slots_.size() - 1;
  size_t slot = hash_of(wanted) & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    if (word(slots_[slot] - 1) == wanted) return slots_[slot] - 1;
  }
  const auto number = static_cast<std::uint32_t>(starts_.size());
  slots_[slot] = number + 1;
  starts_.push_back({static_cast<std::uint32_t>(words_.size())});
  texts_.emplace_back();
  words_ += wanted;
  words_ += ' ';
  return number;
}

void WordIndex::grow() {
  slots_.assign(std::max<size_t>(64, slots_.size() * 2), 0);
  const size_t mask = slots_.size() - 1;
  for (std::uint32_t number = 0; number < starts_.size(); ++number) {
    size_t slot = hash_of(word(number)) & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = number + 1;
  }
}

}  // namespace app
