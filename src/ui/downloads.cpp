#include "ui/downloads.h"

#include "ui/widgets.h"

namespace ui {

void downloads(const app::AppState& state, app::Commands& commands) {
  heading(2, "Download");
  if (button("pdf", "Download as PDF")) commands.push_back(app::Download{app::FileKind::kPdf});
  if (!state.document_json.empty()) {
    same_row();
    if (button("json", "Download as a data file (JSON)", ButtonKind::kSecondary)) {
      commands.push_back(app::Download{app::FileKind::kJson});
    }
  }
  same_row();
  if (button("html", "Download as a web page", ButtonKind::kSecondary)) {
    commands.push_back(app::Download{app::FileKind::kHtml});
  }
  same_row();
  if (button("text", "Download as text", ButtonKind::kSecondary)) {
    commands.push_back(app::Download{app::FileKind::kText});
  }
  if (!state.busy.empty() && progress("busy", state.busy, state.busy_share, "Stop")) {
    commands.push_back(app::CancelDownload{});
  }
}

}  // namespace ui
