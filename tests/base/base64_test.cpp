#include "base/base64.h"

#include <doctest/doctest.h>

using base::base64;
using base::from_base64;

TEST_CASE("the examples of RFC 4648 are written and read") {
  const std::pair<const char*, const char*> examples[] = {{"", ""},
                                                          {"f", "Zg=="},
                                                          {"fo", "Zm8="},
                                                          {"foo", "Zm9v"},
                                                          {"foob", "Zm9vYg=="},
                                                          {"fooba", "Zm9vYmE="},
                                                          {"foobar", "Zm9vYmFy"}};
  for (const auto& example : examples) {
    CHECK(base64(example.first) == example.second);
    CHECK(from_base64(example.second) == std::string(example.first));
  }
}

TEST_CASE("every byte comes back") {
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  for (size_t size = 250; size <= all.size(); ++size) {
    const std::string bytes = all.substr(0, size);
    CHECK(from_base64(base64(bytes)) == bytes);
  }
}

TEST_CASE("only what would be written is read") {
  for (const char* wrong : {"Zg=", "Zg", "Zg===", "Z===", "====", "Zm 9v", "Zm9v\n", "Zm-_",
                            "Zh==", "Zm9=", "Zg==Zg==", "Zm=v", "Zm9v="}) {
    CHECK_MESSAGE(!from_base64(wrong), wrong);
  }
}
