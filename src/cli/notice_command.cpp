// notice: a notice that was received as JSON, read strictly and written in another medium.
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/output.h"
#include "documents/notice_json.h"
#include "documents/received_notice.h"

namespace cli {

int show_notice(const NoticeOptions& options) {
  const auto text = read_file(options.file);
  if (!text) return refuse(text.errors(), "", "", false);
  const auto notice = documents::notice_from_json(*text, options.file);
  if (!notice) return refuse(notice.errors(), options.file, *text, false);
  if (options.as == "json") {
    print_text(documents::notice_file(*notice));
    return kDone;
  }
  const documents::Document document = documents::received_notice(*notice);
  print_text(options.as == "html" ? documents::to_html(document) : documents::to_text(document));
  return kDone;
}

}  // namespace cli
