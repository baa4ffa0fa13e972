#include "base/sha256.h"

#include <doctest/doctest.h>

// NIST, "Examples with Intermediate Values" for FIPS 180-4, SHA-256; the million is from its long
// messages.
TEST_CASE("SHA-256 gives the values of the standard") {
  CHECK(base::sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(base::sha256_hex({}) == base::sha256_hex(""));
  CHECK(base::sha256_hex("abc") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(base::sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(base::sha256_hex(std::string(1'000'000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256 reads past a NUL") {
  CHECK(base::sha256_hex(std::string_view("a\0b", 3)) != base::sha256_hex("a"));
}
