#include "web/print.h"

#include <emscripten.h>

#include <utility>

extern "C" {
void print_follow();
void print_take(const char* document, int size);
}

namespace web {
namespace {

std::function<std::string()>& printed() {
  static std::function<std::string()> document;
  return document;
}

}  // namespace

void start_printing(std::function<std::string()> document) {
  printed() = std::move(document);
  print_follow();
}

}  // namespace web

extern "C" EMSCRIPTEN_KEEPALIVE void web_print() {
  const std::string document = web::printed()();
  print_take(document.data(), static_cast<int>(document.size()));
}
