// The browser's notifications (src/ports/notifications.h), shown by the page itself: there is no
// service worker, so none comes when the page is closed, and nothing of them is sent anywhere.
#pragma once

#include "ports/notifications.h"

namespace web {

class BrowserNotifications : public ports::Notifications {
 public:
  ports::Permission permission() override;
  void ask(std::function<void(ports::Permission)> done) override;
  bool show(const std::string& title, const std::string& text) override;
};

}  // namespace web
