#include "web/pdf.h"

#include <emscripten.h>

#include <utility>

#include "base/strict_json.h"
#include "web/frame_loop.h"

extern "C" {
void pdf_start(const char* request);
void pdf_stop();
}

namespace web {
namespace {

// The worker's codes (web/pdf/errors.js) in plain words.
std::string in_words(const std::string& code) {
  if (code == "font_unavailable")
    return "The fonts for PDF files could not be fetched from this site. Try again.";
  if (code == "worker_unavailable")
    return "The part that makes PDF files could not be fetched from this site. Try again.";
  if (code == "cancelled") return "";  // there is nothing to explain to who stopped it
  return "Something in the document could not be laid out as a PDF.";
}

}  // namespace

PdfWorker& pdf_worker() {
  static PdfWorker worker;
  return worker;
}

void PdfWorker::write(const std::string& document, std::vector<ports::Attachment> attachments,
                      std::function<void(float)> progress,
                      std::function<void(bool, std::string)> done) {
  base::Json list = base::Json::array();
  for (const ports::Attachment& each : attachments) {
    list.push_back({{"name", each.name},
                    {"type", each.type},
                    {"text", each.text},
                    {"description", each.description}});
  }
  jobs_.push_back({"{\"document\":" + document + ",\"attachments\":" + list.dump() + "}",
                   std::move(progress), std::move(done)});
  if (jobs_.size() == 1) start_front();
}

void PdfWorker::start_front() {
  pdf_start(jobs_.front().request.c_str());
}

void PdfWorker::cancel() {
  if (jobs_.empty()) return;
  pdf_stop();
  answered(false, "cancelled");
}

void PdfWorker::progressed(float share) {
  if (jobs_.empty()) return;
  jobs_.front().progress(share);
  wake();
}

void PdfWorker::answered(bool ok, std::string bytes_or_code) {
  if (jobs_.empty()) return;
  const Job job = std::move(jobs_.front());
  jobs_.pop_front();
  if (!jobs_.empty()) start_front();
  job.done(ok, ok ? std::move(bytes_or_code) : in_words(bytes_or_code));
  wake();
}

}  // namespace web

extern "C" EMSCRIPTEN_KEEPALIVE void web_pdf_progressed(float share) {
  web::pdf_worker().progressed(share);
}
extern "C" EMSCRIPTEN_KEEPALIVE void web_pdf_answered(int ok, const char* bytes, int size) {
  web::pdf_worker().answered(ok != 0, std::string(bytes, static_cast<size_t>(size)));
}
