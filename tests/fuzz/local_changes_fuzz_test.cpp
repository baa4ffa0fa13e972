// Damaged files of local changes over a sound base: refused with errors that name one of the two
// files, or taken as a whole policy that stands alone. Rounds and seed: policy_fuzz_test.cpp.
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "fuzz/value_mutator.h"
#include "policy/policy_files.h"

namespace {

uint64_t from_environment(const char* name, uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text && *text ? std::strtoull(text, nullptr, 10) : otherwise;
}

// Empty: all is as it should be.
std::string wrong_with(const std::string& changes, const std::string& base_text, uint64_t& taken) {
  const auto read = policy_files::changed(changes, "changes.json", base_text, "base.json");
  if (!read) {
    for (const base::Error& error : read.errors()) {
      if (error.where.file != "changes.json" && error.where.file != "base.json") {
        return "an error without a file: " + base::describe(error);
      }
    }
    return {};
  }
  ++taken;
  const auto alone = policy::read_policy(read->text, "whole.json");
  if (!alone) return "does not stand alone: " + base::describe(alone.error());
  if (alone->hash != read->policy.hash) return "another hash when it stands alone";
  return {};
}

}  // namespace

TEST_CASE("damaged local changes are read or refused, never more") {
  const std::string folder = "tests/data/policies/primitives/";
  const std::string base_text = policy_files::text_of(folder + "base.json");
  const std::string sound_text = policy_files::text_of(folder + "local-changes.json");
  const base::Json base_json = policy_files::json_of(folder + "base.json");
  const base::Json sound = policy_files::json_of(folder + "local-changes.json");
  const uint64_t rounds = from_environment("COMMON_GROUND_FUZZ_ROUNDS", 10'000) / 10;
  const uint64_t first = from_environment("COMMON_GROUND_FUZZ_SEED", 1);
  uint64_t taken = 0;
  for (uint64_t seed = first; seed < first + rounds; ++seed) {
    const std::string mutant = seed % 4 == 0 ? fuzz::Mutator(seed).mutant(sound_text, base_text)
                                             : fuzz::ValueMutator(seed).mutant(sound, base_json);
    const std::string wrong = wrong_with(mutant, base_text, taken);
    if (!wrong.empty()) FAIL_CHECK("seed " << seed << ": " << wrong);
  }
  if (rounds >= 1000) {
    CHECK(taken > rounds / 100);
    CHECK(taken < rounds / 2);
  }
  MESSAGE(rounds << " mutants, " << taken << " of them still policies");
}
