// PDF files, made by a worker (pdf_worker.js) that is fetched when the first one is asked for.
#pragma once

#include <deque>

#include "ports/platform.h"

namespace web {

class PdfWorker : public ports::PdfWriter {
 public:
  void write(const std::string& document, std::vector<ports::Attachment> attachments,
             std::function<void(float)> progress,
             std::function<void(bool, std::string)> done) override;
  void cancel() override;

  // From the worker, of the job at the front: how far it is, and the answer.
  void progressed(float share);
  void answered(bool ok, std::string bytes_or_code);

 private:
  struct Job {
    std::string request;  // JSON: {"document":…,"attachments":[…]}
    std::function<void(float)> progress;
    std::function<void(bool, std::string)> done;
  };
  void start_front();

  std::deque<Job> jobs_;  // the front one is under way
};

PdfWorker& pdf_worker();

}  // namespace web
