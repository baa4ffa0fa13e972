// The composition root: nothing else knows every part. It gives the application its ports and
// starts the browser's side in the order in which the parts need each other.
#include <memory>

#include "app/session.h"
#include "ui/app_view.h"
#include "ui/context.h"
#include "web/appearance.h"
#include "web/browser_ports.h"
#include "web/canvas.h"
#include "web/fonts.h"
#include "web/frame_loop.h"
#include "web/input.h"
#include "web/page_life.h"
#include "web/pdf.h"
#include "web/vault.h"

namespace {

struct Application {
  std::unique_ptr<ports::Vault> vault = web::make_vault();
  web::BrowserClock clock;
  web::BrowserRandom random;
  web::BrowserFiles files;
  app::Session session{{*vault, clock, random, files, web::pdf_worker()}};

  void draw() {
    session.tick();
    const app::Commands commands = ui::app_view(session.state());
    for (const app::Command& command : commands) session.handle(command);
    if (commands.empty()) return;
    web::set_unsaved(session.has_unsaved_text());
    web::wake();
  }
};

}  // namespace

int main() {
  static ui::Context context;  // as long as the page
  static Application application;
  application.session.start();
  web::start_frames([] { application.draw(); });
  if (!web::open_canvas()) return 0;
  web::follow_appearance();
  web::start_input();
  web::start_fonts(web::allow_frames);
  return 0;
}
