// The envelope of an encrypted file. The encryption itself: tests/web/sharing_test.mjs.
#include "documents/sealed_file.h"

#include <doctest/doctest.h>

#include "base/strict_json.h"

using base::ErrorCode;
using base::Json;
using documents::read_sealed;
using documents::SealedFile;

namespace {

SealedFile sample() {
  SealedFile file;
  file.salt = "0123456789abcdef";
  file.iv = std::string("\0\1\2\3\4\5\6\7\x80\x90\xf0\xff", 12);
  file.data = std::string(40, '\xA5');
  return file;
}

Json json_of(const SealedFile& file) {
  auto json = base::parse_json(documents::sealed_bytes(file), "sealed.json");
  REQUIRE(json.ok());
  return *json;
}

base::Error error_of(const std::string& bytes) {
  const auto read = read_sealed(bytes, "sealed.json");
  REQUIRE_FALSE(read);
  CHECK(read.error().where.file == "sealed.json");
  return read.error();
}
base::Error error_of(const Json& json) {
  return error_of(base::canonical(json) + "\n");
}

bool says(const base::Error& error, const std::string& words) {
  return error.message.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("an envelope is written and read, and knows itself") {
  const std::string bytes = documents::sealed_bytes(sample());
  CHECK(bytes ==
        "{\"data\":\"paWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpQ==\","
        "\"format\":\"common-ground-sealed\",\"iv\":\"AAECAwQFBgeAkPD/\",\"kdf\":\"argon2id\","
        "\"params\":[65536,3,1],\"salt\":\"MDEyMzQ1Njc4OWFiY2RlZg==\",\"version\":1}\n");
  CHECK(documents::looks_sealed(bytes));
  CHECK_FALSE(documents::looks_sealed("{\"attachments\":[]"));
  const auto read = read_sealed(bytes, "sealed.json");
  REQUIRE(read.ok());
  CHECK(*read == sample());
}

TEST_CASE("everything but the data is bound to it") {
  const std::string bound = documents::bound_text(sample());
  CHECK(bound ==
        "{\"format\":\"common-ground-sealed\",\"iv\":\"AAECAwQFBgeAkPD/\",\"kdf\":\"argon2id\","
        "\"params\":[65536,3,1],\"salt\":\"MDEyMzQ1Njc4OWFiY2RlZg==\",\"version\":1}");
  SealedFile other = sample();
  other.data += "more";
  CHECK(documents::bound_text(other) == bound);
  other.params[1] = 4;
  CHECK(documents::bound_text(other) != bound);
}

TEST_CASE("an envelope that ends too early says so") {
  const std::string bytes = documents::sealed_bytes(sample());
  for (size_t size = 12; size < bytes.size(); ++size) {
    CHECK_MESSAGE(says(error_of(bytes.substr(0, size)), "ends too early"), size);
  }
}

TEST_CASE("a later version, no envelope, and a damaged one are told apart") {
  Json json = json_of(sample());
  json["version"] = 2;
  json["kdf"] = "argon3";
  CHECK(error_of(json).code == ErrorCode::kNewerFormat);
  CHECK(says(error_of(std::string("{\"format\":1}\n")), "not an encrypted file"));
  CHECK(says(error_of(std::string("%PDF")), "damaged"));
  json = json_of(sample());
  CHECK(error_of(json.dump(1)).code == ErrorCode::kTampered);
  json["hint"] = "the dog’s name";
  CHECK(error_of(json).code == ErrorCode::kUnknownKey);
}

TEST_CASE("parameters beyond any use are refused before anything is worked out with them") {
  const auto with = [](const char* key, Json value) {
    Json json = json_of(sample());
    json[key] = std::move(value);
    return error_of(json).code == ErrorCode::kBadValue;
  };
  for (const Json& params :
       {Json{1048577, 3, 1}, Json{65536, 17, 1}, Json{65536, 3, 17}, Json{0, 3, 1},
        Json{65536, -1, 1}, Json{65536, 3}, Json{65536, 3, 1, 1}, Json{"65536", 3, 1}, Json(7),
        Json{18446744073709551615u, 3, 1}}) {
    CHECK_MESSAGE(with("params", params), params.dump());
  }
  CHECK(with("salt", "MDEy"));
  CHECK(with("iv", "MDEyMzQ1Njc4OWFiY2RlZg=="));
  CHECK(with("data", "MDEy"));
  CHECK(with("data", "no base64"));
  CHECK(with("kdf", "rot13"));
  SealedFile most = sample();
  most.params = {1048576, 16, 16};
  CHECK(read_sealed(documents::sealed_bytes(most), "sealed.json").ok());
}
