// The browser's side of the application's ports (src/ports/platform.h); the vault has its own file.
#pragma once

#include "ports/platform.h"

namespace web {

class BrowserClock : public ports::Clock {
 public:
  calendar::Instant now() override;
};

class BrowserRandom : public ports::Random {
 public:
  std::string bytes(int count) override;
};

class BrowserFiles : public ports::Files {
 public:
  void read_own(const std::string& path, std::function<void(bool, std::string)> done) override;
  void pick(const std::string& accept, size_t most_bytes,
            std::function<void(std::string, size_t, std::string)> done) override;
  void download(const std::string& name, const std::string& type, std::string_view bytes) override;
};

}  // namespace web
