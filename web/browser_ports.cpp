#include "web/browser_ports.h"

#include <utility>

#include "web/files.h"
#include "web/platform.h"

namespace web {

calendar::Instant BrowserClock::now() {
  return {now_ms()};
}

std::string BrowserRandom::bytes(int count) {
  return random_bytes(static_cast<size_t>(count));
}

void BrowserFiles::read_own(const std::string& path, std::function<void(bool, std::string)> done) {
  fetch_text(path, [done = std::move(done)](Fetched fetched) {
    done(fetched.ok(), std::move(fetched.text));
  });
}

void BrowserFiles::pick(const std::string& accept, size_t most_bytes,
                        std::function<void(std::string, size_t, std::string)> done) {
  pick_file(accept, most_bytes, std::move(done));
}

void BrowserFiles::download(const std::string& name, const std::string& type,
                            std::string_view bytes) {
  web::download(name, type, bytes);
}

}  // namespace web
