#include "documents/sealed_file.h"

#include "base/base64.h"
#include "base/text.h"
#include "documents/exact_object.h"

namespace documents {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;

constexpr const char* kFormat = "common-ground-sealed";
constexpr const char* kKdf = "argon2id";
constexpr int kVersion = 1;
constexpr size_t kFoundLength = 60;
constexpr const char* kOf = "an encrypted file";
constexpr std::string_view kBeginning = "{\"data\":\"";
// A file must not be able to freeze the machine that opens it: as for the vault's own header.
constexpr std::array<int, 3> kMostParams = {1048576, 16, 16};

Json without_data(const SealedFile& file) {
  return {{"format", kFormat},
          {"version", kVersion},
          {"kdf", kKdf},
          {"params", file.params},
          {"salt", base::base64(file.salt)},
          {"iv", base::base64(file.iv)}};
}

Error damaged(const base::Place& where, std::string found, std::string expected) {
  return Error{ErrorCode::kBadValue, "This encrypted file is damaged or forged. Ask for it again.",
               where, std::move(found), std::move(expected)};
}

base::Result<std::array<int, 3>> params_of(const Json& params, const base::Place& where) {
  std::array<int, 3> read{};
  bool sane = params.is_array() && params.size() == read.size();
  for (size_t i = 0; sane && i < read.size(); ++i) {
    const Json& each = params[i];
    sane = each.is_number_integer() && each >= 1 && each <= kMostParams[i];
    if (sane) read[i] = each.get<int>();
  }
  if (sane) return read;
  return damaged(where, base::shortened(base::canonical(params), kFoundLength),
                 "[65536,3,1], or not much more");
}

// So many bytes at least; exactly so many of what has one length.
base::Result<std::string> bytes_of(const Json& json, const std::string& file, const char* key,
                                   size_t least, bool exactly) {
  const base::Place where{file, base::pointer_step(key)};
  const auto text = text_at(json, {file, ""}, key);
  if (!text) return text.errors();
  auto bytes = base::from_base64(*text);
  if (!bytes || bytes->size() < least || (exactly && bytes->size() != least)) {
    return damaged(where, "",
                   "base64 of " + std::to_string(least) + " bytes" + (exactly ? "" : " or more"));
  }
  return std::move(*bytes);
}

}  // namespace

std::string sealed_bytes(const SealedFile& file) {
  Json json = without_data(file);
  json["data"] = base::base64(file.data);
  return as_file(json);
}

std::string bound_text(const SealedFile& file) {
  return base::canonical(without_data(file));
}

bool looks_sealed(std::string_view bytes) {
  return bytes.starts_with(kBeginning);
}

base::Result<SealedFile> read_sealed(std::string_view bytes, std::string_view name) {
  const std::string file(name);
  const auto json = base::parse_json(bytes, file, {kMostSealedBytes, 8});
  if (!json && json.error().code == ErrorCode::kTooLarge) return json.errors();
  if (!json) {
    const bool early = looks_sealed(bytes) && !bytes.ends_with("}\n");
    return early ? ends_too_early(file) : damaged({file, ""}, json.error().message, "");
  }
  const bool is_one =
      json->is_object() && json->contains("format") && *json->find("format") == kFormat;
  if (!is_one) {
    return Error{ErrorCode::kBadValue,
                 "This is not an encrypted file of Common Ground.",
                 {file, "/format"},
                 "",
                 kFormat};
  }
  if (json->contains("version")) {
    if (auto errors = wrong_version(*json, file, kVersion); !errors.empty()) return errors;
  }
  auto errors = wrong_keys(*json, {file, ""},
                           {"data", "format", "iv", "kdf", "params", "salt", "version"}, kOf);
  if (!errors.empty()) return errors;
  if (*json->find("kdf") != kKdf) {
    return damaged({file, "/kdf"},
                   base::shortened(base::canonical(*json->find("kdf")), kFoundLength), kKdf);
  }
  const auto params = params_of(*json->find("params"), {file, "/params"});
  if (!params) return params.errors();
  auto salt = bytes_of(*json, file, "salt", kSaltBytes, true);
  if (!salt) return salt.errors();
  auto iv = bytes_of(*json, file, "iv", kIvBytes, true);
  if (!iv) return iv.errors();
  auto data = bytes_of(*json, file, "data", kTagBytes, false);
  if (!data) return data.errors();
  SealedFile sealed{*params, std::move(salt).value(), std::move(iv).value(),
                    std::move(data).value()};
  const std::string written = sealed_bytes(sealed);
  if (bytes == written) return sealed;
  if (bytes.size() + 1 == written.size()) return ends_too_early(file);
  return Error{
      ErrorCode::kTampered,
      "The file is not as it was written: it has been opened and saved by another program, "
      "or damaged. Ask for it again.",
      {file, ""},
      "",
      ""};
}

}  // namespace documents
