#include "vault.h"

#include <emscripten.h>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <cstring>
#include <map>
#include <string_view>
#include <utility>

#include "base/order.h"

// vault.js. Each answers later, once, through common_ground_vault_answer.
extern "C" {
void common_ground_vault_probe(int request);
void common_ground_vault_create(int request);
void common_ground_vault_unlock(int request, int with_recovery_key);
void common_ground_vault_commit(int request, const char* bytes, std::size_t size);
void common_ground_vault_lock();
}

namespace web {
namespace {

using ports::Record;
using ports::VaultFault;
using ports::VaultReply;
using ports::VaultState;

static_assert(static_cast<int>(VaultFault::kAborted) == 15, "vault_store.js repeats the order");
static_assert(static_cast<int>(VaultState::kOpen) == 2, "vault.js repeats the order");

constexpr std::size_t kIdBytes = 16;
constexpr std::size_t kMarkBytes = 16;

struct Answer {
  VaultFault fault;
  VaultState state;
  std::string text;  // the recovery key, or what is damaged
  std::vector<Record> records;
};

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  assert(digit >= 'a' && digit <= 'f');
  return digit - 'a' + 10;
}

void append_id(std::string& out, const std::string& id) {
  assert(id.size() == 2 * kIdBytes);
  for (std::size_t i = 0; i < id.size(); i += 2) {
    out += static_cast<char>(hex_value(id[i]) << 4 | hex_value(id[i + 1]));
  }
}

std::string read_id(std::string_view bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string id;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    id += kDigits[value >> 4];
    id += kDigits[value & 15];
  }
  return id;
}

void append_size(std::string& out, std::size_t size) {
  for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(size >> shift & 0xff);
}

std::size_t read_size(std::string_view bytes) {
  std::uint32_t size = 0;
  std::memcpy(&size, bytes.data(), sizeof size);  // WebAssembly is little-endian
  return size;
}

// The layout is described beside Vault.commit in vault.js.
std::string pack(const std::vector<Record>& puts, const std::vector<std::string>& erased) {
  std::size_t size = sizeof(std::uint32_t) + erased.size() * kIdBytes;
  for (const Record& put : puts) {
    size += sizeof(std::uint32_t) + kMarkBytes + kIdBytes + put.bytes.size();
  }
  std::string out;
  out.reserve(size);
  for (const Record& put : puts) {
    append_size(out, kMarkBytes + kIdBytes + put.bytes.size());
    out.append(kMarkBytes, '\0');
    append_id(out, put.id);
    out += put.bytes;
  }
  append_size(out, 0);
  for (const std::string& id : erased) append_id(out, id);
  return out;
}

[[maybe_unused]] bool ids_differ(const std::vector<Record>& puts,
                                 const std::vector<std::string>& erased) {
  std::vector<std::string> ids = erased;
  for (const Record& put : puts) ids.push_back(put.id);
  std::sort(ids.begin(), ids.end());
  return std::adjacent_find(ids.begin(), ids.end()) == ids.end();
}

class IndexedDbVault final : public ports::Vault {
 public:
  IndexedDbVault() {
    assert(only_ == nullptr);
    only_ = this;
  }
  ~IndexedDbVault() override { only_ = nullptr; }
  IndexedDbVault(const IndexedDbVault&) = delete;
  IndexedDbVault& operator=(const IndexedDbVault&) = delete;

  static IndexedDbVault* only() { return only_; }

  void probe(std::function<void(VaultReply, VaultState)> done) override {
    common_ground_vault_probe(expect([done = std::move(done)](Answer answer) {
      done({answer.fault, std::move(answer.text)}, answer.state);
    }));
  }

  void create(std::function<void(VaultReply, std::string)> done) override {
    common_ground_vault_create(expect([done = std::move(done)](Answer answer) {
      const bool made = answer.fault == VaultFault::kNone;
      done({answer.fault, made ? std::string() : answer.text},
           made ? std::move(answer.text) : std::string());
    }));
  }

  void unlock(std::function<void(VaultReply, std::vector<Record>)> done) override {
    open(std::move(done), 0);
  }

  void unlock_with_recovery_key(
      std::function<void(VaultReply, std::vector<Record>)> done) override {
    open(std::move(done), 1);
  }

  void commit(std::vector<Record> puts, std::vector<std::string> erased,
              std::function<void(VaultReply)> done) override {
    assert(ids_differ(puts, erased));
    const int request = expect([done = std::move(done)](Answer answer) {
      done({answer.fault, std::move(answer.text)});
    });
    const std::string packed = pack(puts, erased);
    common_ground_vault_commit(request, packed.data(), packed.size());
  }

  void lock() override { common_ground_vault_lock(); }

  // ---- from vault.js ----
  char* reserve(std::size_t size) {
    buffer_.resize(size);
    return buffer_.data();
  }

  // Each record: a 32-bit size, the id, the bytes; the size counts both.
  void take_records(int request, std::size_t size) {
    std::vector<Record>& records = arrived_[request];
    std::string_view rest(buffer_.data(), size);
    while (!rest.empty()) {
      const std::size_t length = read_size(rest);
      rest.remove_prefix(sizeof(std::uint32_t));
      records.push_back({read_id(rest.substr(0, kIdBytes)),
                         std::string(rest.substr(kIdBytes, length - kIdBytes))});
      rest.remove_prefix(length);
    }
  }

  void take_answer(int request, int fault, int state, std::size_t size) {
    const auto found = expected_.find(request);
    assert(found != expected_.end());
    const auto done = std::move(found->second);
    expected_.erase(found);
    Answer answer{static_cast<VaultFault>(fault), static_cast<VaultState>(state),
                  buffer_.substr(0, size), std::move(arrived_[request])};
    arrived_.erase(request);
    std::string().swap(buffer_);
    done(std::move(answer));
  }

 private:
  int expect(std::function<void(Answer)> done) {
    expected_.emplace(++last_request_, std::move(done));
    return last_request_;
  }

  void open(std::function<void(VaultReply, std::vector<Record>)> done, int with_recovery_key) {
    const int request = expect([done = std::move(done)](Answer answer) {
      std::vector<Record>& records = answer.records;
      // Where an id came twice, the later one is the newer (vault.js, readAll).
      std::reverse(records.begin(), records.end());
      base::sort(records, [](const Record& a, const Record& b) { return a.id < b.id; });
      records.erase(std::unique(records.begin(), records.end(),
                                [](const Record& a, const Record& b) { return a.id == b.id; }),
                    records.end());
      done({answer.fault, std::move(answer.text)}, std::move(records));
    });
    common_ground_vault_unlock(request, with_recovery_key);
  }

  static IndexedDbVault* only_;
  int last_request_ = 0;
  std::map<int, std::function<void(Answer)>> expected_;
  std::map<int, std::vector<Record>> arrived_;
  std::string buffer_;
};

IndexedDbVault* IndexedDbVault::only_ = nullptr;

}  // namespace

std::unique_ptr<ports::Vault> make_vault() {
  return std::make_unique<IndexedDbVault>();
}

}  // namespace web

// Called by vault.js with a vault alive: the page's vault lives as long as the page.
extern "C" {

EMSCRIPTEN_KEEPALIVE char* common_ground_vault_reserve(std::size_t size) {
  return web::IndexedDbVault::only()->reserve(size);
}

EMSCRIPTEN_KEEPALIVE void common_ground_vault_records(int request, std::size_t size) {
  web::IndexedDbVault::only()->take_records(request, size);
}

EMSCRIPTEN_KEEPALIVE void common_ground_vault_answer(int request, int fault, int state,
                                                     std::size_t size) {
  web::IndexedDbVault::only()->take_answer(request, fault, state, size);
}

}  // extern "C"
