// A text by its words, as remarks.h reads it: where sentences begin, what is quoted, whether it
// says when, who, or that something happened. English only. Internal to src/documents.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace documents {

// Of a list of words, each between bars: one string each keeps the program small.
bool among(std::string_view list, std::string_view word);
bool is_upper(char c);
bool is_digit(char c);

struct Word {
  std::string_view text;
  std::string lower;
  bool begins = false;  // a sentence
  bool quoted = false;  // somebody else's words
};

struct Reader {
  std::string_view text;  // outlives the reader
  std::vector<Word> words;

  explicit Reader(std::string_view whole);

  // The character just before or just after a word; a space at either end of the text.
  char before(const Word& word) const;
  char after(const Word& word) const;
  // How many words from `at` spell the phrase; 0: they do not.
  size_t spells(size_t at, std::string_view phrase) const;
  // “… she clearly did not …”: some words of the text around those.
  std::string around(size_t at, size_t count) const;

  bool says_when() const;
  bool says_when_ahead() const;
  bool has(std::string_view lower) const;
  // A person or an agency: by what they are, or by a name other than the subject's.
  bool says_who(const std::string& subject) const;
  bool tells() const;  // that something happened

 private:
  // How much of a word is at that place: letters, figures, apostrophes within it.
  size_t letters(size_t from) const;
  bool is_letter(size_t at) const;
};

}  // namespace documents
