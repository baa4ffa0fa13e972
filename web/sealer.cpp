#include "web/sealer.h"

#include <emscripten.h>

#include <cassert>
#include <map>
#include <utility>

#include "web/frame_loop.h"

extern "C" {
void sealer_seal(int request, int memory, int passes, int lanes, const char* salt, const char* iv,
                 const char* bound, int bound_size, const char* bytes, int size);
void sealer_open(int request, int memory, int passes, int lanes, const char* salt, const char* iv,
                 const char* bound, int bound_size, const char* bytes, int size);
}

namespace web {
namespace {

using ports::SealFault;
using Done = std::function<void(SealFault, std::string)>;

static_assert(static_cast<int>(SealFault::kAborted) == 6, "sealer.js repeats the order");

std::map<int, Done>& waiting() {
  static std::map<int, Done> all;
  return all;
}

template <typename Start>
void begin(Start start, const ports::SealKey& key, const std::string& bound,
           const std::string& bytes, Done done) {
  static int last = 0;
  assert(key.salt.size() == 16 && key.iv.size() == 12);
  waiting().emplace(++last, std::move(done));
  start(last, key.params[0], key.params[1], key.params[2], key.salt.data(), key.iv.data(),
        bound.data(), static_cast<int>(bound.size()), bytes.data(), static_cast<int>(bytes.size()));
}

}  // namespace

void BrowserSealer::seal(const ports::SealKey& key, std::string bound, std::string plain,
                         Done done) {
  begin(sealer_seal, key, bound, plain, std::move(done));
}

void BrowserSealer::open(const ports::SealKey& key, std::string bound, std::string sealed,
                         Done done) {
  begin(sealer_open, key, bound, sealed, std::move(done));
}

}  // namespace web

extern "C" EMSCRIPTEN_KEEPALIVE void web_sealer_answered(int request, int fault, const char* bytes,
                                                         int size) {
  const auto found = web::waiting().find(request);
  assert(found != web::waiting().end());
  const web::Done done = std::move(found->second);
  web::waiting().erase(found);
  done(static_cast<ports::SealFault>(fault), std::string(bytes, static_cast<size_t>(size)));
  web::wake();
}
