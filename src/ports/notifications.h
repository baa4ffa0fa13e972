// Short messages that the browser shows outside the page. Nothing leaves the device for them.
#pragma once

#include <functional>
#include <string>

namespace ports {

enum class Permission {
  kNotAsked,  // the browser would ask the person
  kAllowed,
  kRefused,       // by the person, or by whoever looks after the device
  kNone,          // the browser has no notifications
  kNotFromPages,  // it shows those of installed applications only
};

class Notifications {
 public:
  virtual ~Notifications() = default;
  virtual Permission permission() = 0;
  // Has the browser ask the person: only from a press, as browsers demand. Answers once, later.
  virtual void ask(std::function<void(Permission)> done) = 0;
  // Takes the place of the one before. False: it could not be shown, and permission() says why.
  virtual bool show(const std::string& title, const std::string& text) = 0;
};

}  // namespace ports
