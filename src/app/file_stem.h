// What downloaded files are called: no names of people in the names of files.
#pragma once

#include <string>

namespace app {

// "Outcome Resolution Notice", "CG-7K2M-9QXD" → "outcome-resolution-notice-CG-7K2M-9QXD".
std::string file_stem(const std::string& title, const std::string& reference);

}  // namespace app
