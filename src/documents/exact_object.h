// Objects of files that only this program writes: exactly the keys of the format, no more and no
// fewer.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "base/strict_json.h"

namespace documents {

// Everything that is wrong with the keys of what stands at `where`; nothing when it is an object
// with exactly these. `of`: "a shared case".
std::vector<base::Error> wrong_keys(const base::Json& value, const base::Place& where,
                                    std::initializer_list<const char*> keys, const char* of);

// The text of that key; kWrongType when it is none. Requires: the key is there.
base::Result<std::string> text_at(const base::Json& object, const base::Place& where,
                                  const char* key);

// The version that the object says it is of, against the one that this program writes.
// kNewerFormat for a later one. Requires: the key "version" is there.
std::vector<base::Error> wrong_version(const base::Json& object, const std::string& file, int ours);

// The file ends before the value that it begins is complete.
base::Error ends_too_early(const std::string& file);

// What the program writes, and the only form that it reads: canonical JSON and a line end.
std::string as_file(const base::Json& value);

}  // namespace documents
