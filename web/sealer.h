// The browser's side of ports::Sealer (sealer.js): WebCrypto, and Argon2id in a worker.
#pragma once

#include "ports/sealer.h"

namespace web {

class BrowserSealer : public ports::Sealer {
 public:
  void seal(const ports::SealKey& key, std::string bound, std::string plain,
            std::function<void(ports::SealFault, std::string)> done) override;
  void open(const ports::SealKey& key, std::string bound, std::string sealed,
            std::function<void(ports::SealFault, std::string)> done) override;
};

}  // namespace web
