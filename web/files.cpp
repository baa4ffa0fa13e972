#include "web/files.h"

#include <emscripten.h>

#include <cassert>
#include <map>
#include <utility>

#include "web/frame_loop.h"

extern "C" {
void files_download(const char* name, const char* mime, const char* bytes, int size);
void files_pick(int request, const char* accept, double most_bytes);
void files_fetch(int request, const char* path);
}

namespace web {
namespace {

// Callbacks that wait, by the number the JavaScript side answers with.
template <typename Callback>
class Waiting {
 public:
  int add(Callback callback) {
    callbacks_[++last_] = std::move(callback);
    return last_;
  }
  Callback take(int request) {
    const auto found = callbacks_.find(request);
    assert(found != callbacks_.end());
    Callback callback = std::move(found->second);
    callbacks_.erase(found);
    return callback;
  }

 private:
  int last_ = 0;
  std::map<int, Callback> callbacks_;
};

using Picked = std::function<void(std::string, size_t, std::string)>;

Waiting<Picked>& picks() {
  static Waiting<Picked> waiting;
  return waiting;
}

Waiting<std::function<void(Fetched)>>& fetches() {
  static Waiting<std::function<void(Fetched)>> waiting;
  return waiting;
}

[[maybe_unused]] bool stays_within_site(std::string_view path) {
  return !path.empty() && path.front() != '/' && path.find(':') == path.npos &&
         path.find("..") == path.npos && path.find('\\') == path.npos;
}

}  // namespace

void download(std::string_view name, std::string_view mime, std::string_view bytes) {
  files_download(std::string(name).c_str(), std::string(mime).c_str(), bytes.data(),
                 static_cast<int>(bytes.size()));
}

void pick_file(std::string_view accept, size_t most_bytes,
               std::function<void(std::string name, size_t size, std::string bytes)> picked) {
  files_pick(picks().add(std::move(picked)), std::string(accept).c_str(),
             static_cast<double>(most_bytes));
}

void fetch_text(std::string_view path, std::function<void(Fetched)> done) {
  assert(stays_within_site(path));
  files_fetch(fetches().add(std::move(done)), std::string(path).c_str());
}

}  // namespace web

extern "C" {
// name null: the picker was closed, the callback is forgotten. bytes null: too large, or
// unreadable. The size is the file's, at most what a size_t holds.
EMSCRIPTEN_KEEPALIVE void web_file_picked(int request, const char* name, const char* bytes,
                                          double size) {
  auto callback = web::picks().take(request);
  if (name == nullptr) return;
  const auto count = static_cast<size_t>(size);
  callback(name, count, bytes == nullptr ? std::string() : std::string(bytes, count));
  web::wake();
}

EMSCRIPTEN_KEEPALIVE void web_fetched(int request, int status, const char* text, int size) {
  web::fetches().take(request)({status, std::string(text, static_cast<size_t>(size))});
  web::wake();
}
}
