// What else the application needs from outside: the time, random bytes, its own static files, a
// place to put a finished file. Interfaces only; web/ implements them, tests/app gives its own.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/uk_time.h"

namespace ports {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual calendar::Instant now() = 0;
};

class Random {
 public:
  virtual ~Random() = default;
  // Cryptographically strong; `count` bytes.
  virtual std::string bytes(int count) = 0;
};

class Files {
 public:
  virtual ~Files() = default;
  // One of the application's own static files ("policies/index.json"). Answers once, later; ok =
  // false when it could not be read.
  virtual void read_own(const std::string& path,
                        std::function<void(bool ok, std::string bytes)> done) = 0;
  // Lets the person pick a file of at most `most_bytes`. Answers once, later, unless the picker is
  // closed without a choice; a larger file answers with its name, its size and no bytes.
  virtual void pick(const std::string& accept, size_t most_bytes,
                    std::function<void(std::string name, size_t size, std::string bytes)> done) = 0;
  // Hands a finished file to the browser's downloads.
  virtual void download(const std::string& name, const std::string& type,
                        std::string_view bytes) = 0;
};

struct Attachment {
  std::string name;  // "outcome-resolution-notice.json"
  std::string type;  // "application/json"
  std::string text;
  std::string description;
};

class PdfWriter {
 public:
  virtual ~PdfWriter() = default;
  // `document` is documents::to_json(). Answers once, later: the file, or why not in one plain
  // sentence. A second call while one runs is answered after it. cancel() ends the one under way,
  // which then answers with ok = false and no reason. Before the answer `progress` tells, any
  // number of times, how much of the work is done: 0 to 1, of the blocks of the document.
  virtual void write(const std::string& document, std::vector<Attachment> attachments,
                     std::function<void(float share)> progress,
                     std::function<void(bool ok, std::string bytes_or_reason)> done) = 0;
  virtual void cancel() = 0;
};

}  // namespace ports
