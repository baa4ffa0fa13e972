// The application's ports in memory, for native tests: time that stands still until it is set,
// policies read from the checkout, a vault that keeps its contract (answers later, whole commits,
// faults on demand).
#pragma once

#include <deque>
#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "ports/notifications.h"
#include "ports/platform.h"
#include "ports/preferences.h"
#include "ports/vault.h"

namespace fakes {

// What was promised "later"; run() keeps every promise.
class Later {
 public:
  void add(std::function<void()> work) { work_.push_back(std::move(work)); }
  void run() {
    stopped_ = false;
    while (!work_.empty() && !stopped_) {
      const std::function<void()> next = std::move(work_.front());
      work_.pop_front();
      next();
    }
  }
  void stop() { stopped_ = true; }  // what is still promised waits for the next run()

 private:
  std::deque<std::function<void()>> work_;
  bool stopped_ = false;
};

class SetClock : public ports::Clock {
 public:
  calendar::Instant now() override { return time; }
  calendar::Instant time = calendar::from_uk(calendar::date(2026, 4, 1), {9, 30});
};

class CountingRandom : public ports::Random {
 public:
  std::string bytes(int count) override {
    std::string out;
    for (int i = 0; i < count; ++i) out += static_cast<char>(++last_);
    return out;
  }

 private:
  unsigned char last_ = 0;
};

class CheckoutFiles : public ports::Files {
 public:
  explicit CheckoutFiles(Later& later) : later_(later) {}
  void read_own(const std::string& path, std::function<void(bool, std::string)> done) override {
    later_.add([this, path, done] {
      if (const auto given = instead.find(path); given != instead.end()) {
        done(true, given->second);
        return;
      }
      const std::ifstream file(std::string(REPOSITORY_DIR "/") + path, std::ios::binary);
      std::ostringstream text;
      text << file.rdbuf();
      done(file.good(), text.str());
    });
  }
  // Closed without a choice when nothing is there to be picked.
  void pick(const std::string& accept, size_t most_bytes,
            std::function<void(std::string, size_t, std::string)> done) override {
    accepted = accept;
    if (!picked) return;
    later_.add([file = *std::exchange(picked, std::nullopt), most_bytes, done] {
      const auto& [name, bytes] = file;
      done(name, bytes.size(), bytes.size() > most_bytes ? "" : bytes);
    });
  }
  void download(const std::string& name, const std::string&, std::string_view bytes) override {
    downloads[name] = std::string(bytes);
  }
  std::optional<std::pair<std::string, std::string>> picked;  // name and bytes, once
  std::string accepted;                                       // of the last picker
  std::map<std::string, std::string> instead;  // path → text, in place of the checkout's
  std::map<std::string, std::string> downloads;

 private:
  Later& later_;
};

class EchoPdf : public ports::PdfWriter {
 public:
  explicit EchoPdf(Later& later) : later_(later) {}
  // Two steps of work, then the answer; without an answer once it is cancelled.
  void write(const std::string& document, std::vector<ports::Attachment> attachments,
             std::function<void(float)> progress,
             std::function<void(bool, std::string)> done) override {
    const int job = ++last_;
    for (const float share : {.25f, .75f}) {
      later_.add([this, job, progress, share] {
        if (job > cancelled_) progress(share);
        if (stops_at == share) later_.stop();
      });
    }
    later_.add([this, job, document, attachments, done] {
      if (job > cancelled_) {
        done(true, document + (attachments.empty() ? "" : attachments.front().text));
      }
    });
    done_ = done;
  }
  void cancel() override {
    if (last_ == cancelled_) return;
    cancelled_ = last_;
    done_(false, "");
  }

  float stops_at = -1;  // the share at which run() returns, with the rest still to come

 private:
  Later& later_;
  int last_ = 0, cancelled_ = 0;
  std::function<void(bool, std::string)> done_;
};

class MemoryPreferences : public ports::Preferences {
 public:
  std::string load() override { return kept; }
  void save(const std::string& text) override { kept = text; }
  std::string kept;
};

// A browser that asks nobody: `answer` is what the person will say.
class MemoryNotifications : public ports::Notifications {
 public:
  explicit MemoryNotifications(Later& later) : later_(later) {}
  ports::Permission permission() override { return given; }
  void ask(std::function<void(ports::Permission)> done) override {
    ++asked;
    later_.add([this, done] {
      given = answer;
      done(given);
    });
  }
  bool show(const std::string& title, const std::string& text) override {
    if (throws) {
      given = ports::Permission::kNotFromPages;
      return false;
    }
    shown.push_back(title + ": " + text);
    return true;
  }

  ports::Permission given = ports::Permission::kNotAsked;
  ports::Permission answer = ports::Permission::kAllowed;
  bool throws = false;  // as Chrome on Android
  int asked = 0;
  std::vector<std::string> shown;

 private:
  Later& later_;
};

class MemoryVault : public ports::Vault {
 public:
  explicit MemoryVault(Later& later) : later_(later) {}
  void probe(std::function<void(ports::VaultReply, ports::VaultState)> done) override {
    opened_ = false;  // a page begins
    later_.add([this, done] {
      done({fault, ""}, exists ? ports::VaultState::kLocked : ports::VaultState::kAbsent);
    });
  }
  void create(std::function<void(ports::VaultReply, std::string)> done) override {
    later_.add([this, done] {
      if (exists) return done({ports::VaultFault::kAborted, ""}, "");
      exists = opened_ = fault == ports::VaultFault::kNone;
      done({fault, ""}, exists ? "0123-4567" : "");
    });
  }
  void unlock(std::function<void(ports::VaultReply, std::vector<ports::Record>)> done) override {
    later_.add([this, done] {
      if (opened_) return done({ports::VaultFault::kAborted, ""}, {});
      opened_ = fault == ports::VaultFault::kNone || fault == ports::VaultFault::kDamaged;
      std::vector<ports::Record> all;
      if (fault == ports::VaultFault::kNone) {
        for (const auto& [id, bytes] : records) all.push_back({id, bytes});
      }
      done({fault, ""}, all);
    });
  }
  void unlock_with_recovery_key(
      std::function<void(ports::VaultReply, std::vector<ports::Record>)> done) override {
    unlock(std::move(done));
  }
  void commit(std::vector<ports::Record> puts, std::vector<std::string> erased,
              std::function<void(ports::VaultReply)> done) override {
    later_.add([this, puts, erased, done] {
      if (fault == ports::VaultFault::kNone) {
        for (const ports::Record& put : puts) records[put.id] = put.bytes;
        for (const std::string& id : erased) records.erase(id);
      }
      done({fault, ""});
    });
  }
  void lock() override { locked = true; }

  ports::VaultFault fault = ports::VaultFault::kNone;  // of every answer from now on
  bool exists = false;
  bool locked = false;
  std::map<std::string, std::string> records;

 private:
  Later& later_;
  bool opened_ = false;
};

}  // namespace fakes
