// Files, as far as a page may have them: a download of bytes, a file the user picks, and the text
// of the site's own static files (the policies). Nothing is ever sent anywhere.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace web {

// Hands the browser a file to save. `mime` as in "application/pdf".
void download(std::string_view name, std::string_view mime, std::string_view bytes);

// Opens the browser's file picker; only within a second or so of a press, as browsers demand.
// `accept` as in HTML: ".json,.pdf". No call of `picked` when the user closes the picker. A file of
// more than `most_bytes`, or one that cannot be read, comes with its size and no bytes.
void pick_file(std::string_view accept, size_t most_bytes,
               std::function<void(std::string name, size_t size, std::string bytes)> picked);

struct Fetched {
  int status = 0;    // as of HTTP; 0: nothing came
  std::string text;  // UTF-8
  bool ok() const { return status >= 200 && status < 300; }
};

// The text of one of the site's own files, "policies/index.json". Asks the server whether it has
// changed. Asserts that `path` stays within the site: no scheme, no leading slash, no "..".
void fetch_text(std::string_view path, std::function<void(Fetched)> done);

}  // namespace web
