#include "app/picked_file.h"

namespace app {
namespace {

// "6 MB", never rounded down to the limit that it is over.
std::string megabytes(size_t bytes) {
  constexpr size_t kMegabyte = 1u << 20;
  return std::to_string((bytes + kMegabyte - 1) / kMegabyte) + " MB";
}

}  // namespace

std::optional<base::Error> unusable(const std::string& file, size_t size, const std::string& bytes,
                                    size_t most, const std::string& what) {
  if (size > most) {
    return base::Error{base::ErrorCode::kTooLarge,
                       "This file is too large for " + what + ".",
                       {file, ""},
                       megabytes(size),
                       "at most " + megabytes(most)};
  }
  if (bytes.size() < size) {
    return base::Error{
        base::ErrorCode::kNotFound,
        "This file could not be read; check that it is still there and pick it again.",
        {file, ""},
        "",
        ""};
  }
  return std::nullopt;
}

}  // namespace app
