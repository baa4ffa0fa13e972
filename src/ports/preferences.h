// A line of text that this device keeps in the clear: how the pages look, and nothing about
// anybody. Read at once, since the first frame needs it; a browser that keeps nothing answers "".
#pragma once

#include <string>

namespace ports {

class Preferences {
 public:
  virtual ~Preferences() = default;
  virtual std::string load() = 0;
  virtual void save(const std::string& text) = 0;
};

}  // namespace ports
