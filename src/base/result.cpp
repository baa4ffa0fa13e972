#include "base/result.h"

namespace base {

std::string describe(const Error& error) {
  std::string line = error.where.file;
  if (!error.where.pointer.empty()) {
    if (!line.empty()) line += ' ';
    line += error.where.pointer;
  }
  if (!line.empty()) line += ": ";
  line += error.message;

  std::string detail;
  if (!error.found.empty()) detail = "found " + error.found;
  if (!error.expected.empty()) {
    if (!detail.empty()) detail += ", ";
    detail += "expected " + error.expected;
  }
  if (!detail.empty()) line += " (" + detail + ")";
  return line;
}

}  // namespace base
