// Damaged bundles: not one byte can change unnoticed, and whatever else is done to a file, it is
// refused with an error that names it, or is byte for byte what its content is written as. Rounds
// and seed: policy_fuzz_test.cpp.
#include <cstdlib>

#include "documents/shared_case.h"
#include "fuzz/value_mutator.h"

namespace {

constexpr uint64_t kRounds = 10'000;

uint64_t from_environment(const char* name, uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text && *text ? std::strtoull(text, nullptr, 10) : otherwise;
}

// Empty: all is as it should be.
std::string wrong_with(const std::string& bytes) {
  const auto read = documents::read_bundle(bytes, "mutant.json");
  if (!read) {
    for (const base::Error& error : read.errors()) {
      if (error.where.file != "mutant.json") return "an error without a file: " + error.message;
    }
    return {};
  }
  std::vector<std::string> texts;
  for (const auto& each : read->policies) texts.push_back(each.text);
  const auto again = documents::bundle_file(read->state, texts, read->attachments);
  if (!again) return "is read and cannot be written: " + base::describe(again.error());
  return *again == bytes ? "" : "is read, and is not what would be written";
}

}  // namespace

TEST_CASE("every change of a single byte of a bundle is detected") {
  const std::string sound = shared_case::bundle_of(shared_case::begun().state());
  REQUIRE(wrong_with(sound).empty());
  const uint64_t rounds = from_environment("COMMON_GROUND_FUZZ_ROUNDS", kRounds);
  fuzz::Random random(from_environment("COMMON_GROUND_FUZZ_SEED", 1));
  for (uint64_t round = 0; round < rounds; ++round) {
    std::string changed = sound;
    const size_t at = random.below(changed.size());
    const char before = changed[at];
    while (changed[at] == before) changed[at] = static_cast<char>(random.below(256));
    const auto read = documents::read_bundle(changed, "changed.json");
    if (read) FAIL_CHECK("byte " << at << " became " << int(changed[at]) << " unnoticed");
  }
}

TEST_CASE("damaged bundles are refused, never read as something else") {
  const std::string sound = shared_case::bundle_of(shared_case::worked_on());
  const std::string donor = shared_case::bundle_of(shared_case::begun().state());
  const auto json = base::parse_json(sound, "sound.json"), other = base::parse_json(donor, "donor");
  REQUIRE(json.ok());
  REQUIRE(other.ok());
  const uint64_t rounds = from_environment("COMMON_GROUND_FUZZ_ROUNDS", kRounds) / 10;
  const uint64_t first = from_environment("COMMON_GROUND_FUZZ_SEED", 1);
  for (uint64_t seed = first; seed < first + rounds; ++seed) {
    const std::string mutant = seed % 4 == 0
                                   ? fuzz::Mutator(seed).mutant(sound, donor)
                                   : fuzz::ValueMutator(seed).mutant(*json, *other) + "\n";
    const std::string wrong = wrong_with(mutant);
    if (!wrong.empty()) FAIL_CHECK("seed " << seed << ": " << wrong);
  }
}
