// The composition root: nothing else knows every part. It gives the application its ports and
// starts the browser's side in the order in which the parts need each other.
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "app/session.h"
#include "app/shortcuts.h"
#include "ui/app_view.h"
#include "ui/context.h"
#include "web/address.h"
#include "web/appearance.h"
#include "web/browser_ports.h"
#include "web/canvas.h"
#include "web/fonts.h"
#include "web/frame_loop.h"
#include "web/input.h"
#include "web/notifications.h"
#include "web/page_life.h"
#include "web/pdf.h"
#include "web/preferences.h"
#include "web/print.h"
#include "web/vault.h"

namespace {

struct Application {
  std::unique_ptr<ports::Vault> vault = web::make_vault();
  web::BrowserClock clock;
  web::BrowserRandom random;
  web::BrowserFiles files;
  web::BrowserPreferences preferences;
  web::BrowserNotifications notifications;
  app::Session session{
      {*vault, clock, random, files, web::pdf_worker(), preferences, notifications}};
  app::Commands pressed;  // by shortcuts, since the last frame

  void draw() {
    session.tick();
    app::Commands commands = ui::app_view(session.state());
    // After what was typed before them.
    commands.insert(commands.end(), pressed.begin(), pressed.end());
    pressed.clear();
    for (const app::Command& command : commands) session.handle(command);
    web::choose_appearance(session.state().display);
    const app::Address address = session.address();
    if (address.route) web::show_address(address.serial, *address.route);
    web::set_unsaved(session.has_unsaved_text());
    web::wake_in(session.next_tick_ms());
    if (!commands.empty()) web::wake();
  }

  int tick() {
    session.tick();
    return session.next_tick_ms();
  }

  bool press(std::string_view key, bool control) {
    std::optional<app::Command> command = app::shortcut_of(session.state(), key, control);
    if (command) pressed.push_back(std::move(*command));
    return command.has_value();
  }
};

}  // namespace

int main() {
  static ui::Context context;  // as long as the page
  static Application application;
  application.session.start();
  web::follow_address(
      [](int serial, const std::string& route) { application.session.return_to(serial, route); });
  web::start_frames([] { application.draw(); });
  web::while_hidden([] { return application.tick(); });
  // Shown again, it draws: so the day on the screen is today.
  web::on_visibility([](bool visible) {
    if (!visible) web::hidden();
  });
  if (!web::open_canvas()) return 0;
  web::choose_appearance(application.session.state().display);
  web::follow_appearance();
  web::start_input();
  web::start_printing([] { return application.session.printed(); });
  web::on_shortcut(
      [](std::string_view key, bool control) { return application.press(key, control); });
  web::start_fonts(web::allow_frames);
  return 0;
}
