// The vault alone on a page, driven by tests/web/vault_test.mjs and tests/bench/vault_bench.mjs:
// the real ports::Vault of the browser, called and answered in C++ exactly as the application does.
#include <emscripten.h>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "vault.h"

// vault_harness_library.js
extern "C" {
void harness_record(const char* id, const char* bytes, std::size_t size);
void harness_reply(int fault, const char* detail, int state, const char* recovery_key);
}

namespace {

std::unique_ptr<ports::Vault> vault = web::make_vault();
std::vector<ports::Record> to_put;
std::vector<std::string> to_erase;
bool inside_call = false;

void reply(const ports::VaultReply& answer, ports::VaultState state, const std::string& key) {
  // A callback from inside the call would be a breach of the contract: report it as a state of 9.
  harness_reply(static_cast<int>(answer.fault), answer.detail.c_str(),
                inside_call ? 9 : static_cast<int>(state), key.c_str());
}

void opened(const ports::VaultReply& answer, const std::vector<ports::Record>& records) {
  for (const ports::Record& record : records) {
    harness_record(record.id.c_str(), record.bytes.data(), record.bytes.size());
  }
  reply(answer, ports::VaultState::kOpen, "");
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void harness_probe() {
  inside_call = true;
  vault->probe([](ports::VaultReply answer, ports::VaultState state) { reply(answer, state, ""); });
  inside_call = false;
}

EMSCRIPTEN_KEEPALIVE void harness_create() {
  inside_call = true;
  vault->create([](ports::VaultReply answer, std::string key) {
    reply(answer, ports::VaultState::kOpen, key);
  });
  inside_call = false;
}

EMSCRIPTEN_KEEPALIVE void harness_unlock(int with_recovery_key) {
  inside_call = true;
  if (with_recovery_key != 0) {
    vault->unlock_with_recovery_key(opened);
  } else {
    vault->unlock(opened);
  }
  inside_call = false;
}

EMSCRIPTEN_KEEPALIVE void harness_put(const char* id, const char* bytes) {
  to_put.push_back({id, bytes});
}

EMSCRIPTEN_KEEPALIVE void harness_put_many(const char* id, int size) {
  to_put.push_back({id, std::string(static_cast<std::size_t>(size), 'x')});
}

EMSCRIPTEN_KEEPALIVE void harness_erase(const char* id) {
  to_erase.emplace_back(id);
}

EMSCRIPTEN_KEEPALIVE void harness_commit() {
  inside_call = true;
  vault->commit(std::move(to_put), std::move(to_erase),
                [](ports::VaultReply answer) { reply(answer, ports::VaultState::kOpen, ""); });
  to_put.clear();
  to_erase.clear();
  inside_call = false;
}

EMSCRIPTEN_KEEPALIVE void harness_lock() {
  vault->lock();
}

}  // extern "C"
