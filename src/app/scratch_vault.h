// A vault that keeps nothing, for a trial: what is written is confirmed and forgotten. It is always
// open, and has neither key nor passphrase.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "ports/vault.h"

namespace app {

class ScratchVault : public ports::Vault {
 public:
  void probe(std::function<void(ports::VaultReply, ports::VaultState)> done) override {
    answers_.push_back([done = std::move(done)] { done({}, ports::VaultState::kOpen); });
  }
  void create(std::function<void(ports::VaultReply, std::string)> done) override {
    answers_.push_back([done = std::move(done)] { done({ports::VaultFault::kAborted, ""}, ""); });
  }
  void unlock(std::function<void(ports::VaultReply, std::vector<ports::Record>)> done) override {
    answers_.push_back([done = std::move(done)] { done({}, {}); });
  }
  void unlock_with_recovery_key(
      std::function<void(ports::VaultReply, std::vector<ports::Record>)> done) override {
    unlock(std::move(done));
  }
  void commit(std::vector<ports::Record>, std::vector<std::string>,
              std::function<void(ports::VaultReply)> done) override {
    answers_.push_back([done = std::move(done)] { done({}); });
  }
  void lock() override {}

  bool owes_answers() const { return !answers_.empty(); }
  // What was promised "later".
  void answer() {
    std::vector<std::function<void()>> due;
    due.swap(answers_);
    for (const std::function<void()>& each : due) each();
  }

 private:
  std::vector<std::function<void()>> answers_;
};

}  // namespace app
