#include "web/platform.h"

extern "C" {
double platform_now();
void platform_random(char* bytes, int count);
}

namespace web {

std::int64_t now_ms() {
  return static_cast<std::int64_t>(platform_now());
}

std::string random_bytes(size_t count) {
  std::string bytes(count, '\0');
  platform_random(bytes.data(), static_cast<int>(count));
  return bytes;
}

}  // namespace web
