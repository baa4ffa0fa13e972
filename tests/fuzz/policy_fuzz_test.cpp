// Damaged policies: the reader never crashes (the sanitizers' build runs this), answers with a
// policy or with errors that name the file, and what it takes it takes again from the canonical
// form. COMMON_GROUND_FUZZ_ROUNDS sets the number of mutants (thousands when it is not set),
// COMMON_GROUND_FUZZ_SEED the first seed; a failure names the seed of its mutant.
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "base/strict_json.h"
#include "base/text.h"
#include "fuzz/mutator.h"
#include "fuzz/value_mutator.h"
#include "policy/policy_files.h"
#include "policy/read.h"
#include "policy/warnings.h"

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr uint64_t kRounds = 4'000;  // each takes a dozen times as long
#else
constexpr uint64_t kRounds = 10'000;
#endif
constexpr uint64_t kFirstSeed = 1;

uint64_t from_environment(const char* name, uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text && *text ? std::strtoull(text, nullptr, 10) : otherwise;
}

struct Original {
  std::string text;
  base::Json json;
};

Original original(const std::string& path) {
  return {policy_files::text_of(path), policy_files::json_of(path)};
}

struct Corpus {
  std::vector<Original> invented, folder;

  // One in ten of the folder's, which are twenty times as long as those invented for tests.
  const Original& choose(fuzz::Random& random) const {
    const auto& from = random.below(10) == 0 ? folder : invented;
    return from[random.below(from.size())];
  }
};

Corpus corpus() {
  Corpus all;
  for (const char* name :
       {"small", "every-key", "broken-in-ten-ways", "primitives/several-conditional-clocks",
        "primitives/budget", "primitives/calendar-days-and-hours", "primitives/priority-table",
        "primitives/pre-stage", "primitives/several-starts", "primitives/exclusion-clock",
        "primitives/declared", "primitives/silence", "primitives/proxy",
        "primitives/uninvolved-chair", "primitives/local-changes"}) {
    all.invented.push_back(original(std::string("tests/data/policies/") + name + ".json"));
  }
  const auto index = policy::read_index(policy_files::text_of("policies/index.json"), "index.json");
  REQUIRE(index.ok());
  for (const std::string& name : index->policies) {
    all.folder.push_back(original("policies/" + name));
  }
  return all;
}

struct Verdict {
  bool taken;
  std::string wrong;  // empty: all is as it should be
};

Verdict verdict_on(const std::string& text) {
  const std::string file = "mutant.json";
  const base::Result<policy::Policy> read = policy::read_policy(text, file);
  if (!read) {
    if (read.errors().empty()) return {false, "refused without an error"};
    for (const base::Error& error : read.errors()) {
      if (error.where.file != file)
        return {false, "an error without the file: " + base::describe(error)};
      if (error.message.empty()) return {false, "an error without a message"};
      if (!base::is_valid_utf8(base::describe(error))) return {false, "an error that is not UTF-8"};
    }
    return {false, {}};
  }
  policy::warnings(*read, calendar::date(2026, 6, 1));
  const base::Result<base::Json> json = base::parse_json(text, file);
  if (!json) return {true, "taken although it is not JSON"};
  const base::Result<policy::Policy> again = policy::read_policy(base::canonical(*json), file);
  if (!again) return {true, "not taken again: " + base::describe(again.error())};
  if (again->hash != read->hash) return {true, "another hash in its canonical form"};
  return {true, {}};
}

// Runs `mutant(seed, damaged, donor)` for every seed and judges what it makes.
template <typename Mutant>
void fuzz_policies(uint64_t rounds, Mutant mutant) {
  const Corpus originals = corpus();
  const uint64_t first = from_environment("COMMON_GROUND_FUZZ_SEED", kFirstSeed);
  uint64_t taken = 0;
  for (uint64_t seed = first; seed < first + rounds; ++seed) {
    fuzz::Random choice(seed);
    const Original& damaged = originals.choose(choice);
    const Original& donor = originals.choose(choice);
    const Verdict verdict = verdict_on(mutant(choice.next(), damaged, donor));
    if (!verdict.wrong.empty()) FAIL_CHECK("seed " << seed << ": " << verdict.wrong);
    if (verdict.taken) ++taken;
  }
  // Damage that changes a text or drops what may be left out leaves a policy; most does not.
  if (rounds >= 1000) {
    CHECK(taken > rounds / 200);
    CHECK(taken < rounds / 2);
  }
  MESSAGE(rounds << " mutants, " << taken << " of them still policies");
}

uint64_t half_the_rounds() {
  return from_environment("COMMON_GROUND_FUZZ_ROUNDS", kRounds) / 2;
}

}  // namespace

TEST_CASE("policies with damaged bytes are read or refused, never more") {
  fuzz_policies(half_the_rounds(),
                [](uint64_t seed, const Original& damaged, const Original& donor) {
                  return fuzz::Mutator(seed).mutant(damaged.text, donor.text);
                });
}

TEST_CASE("policies with damaged values are read or refused, never more") {
  fuzz_policies(half_the_rounds(),
                [](uint64_t seed, const Original& damaged, const Original& donor) {
                  return fuzz::ValueMutator(seed).mutant(damaged.json, donor.json);
                });
}

TEST_CASE("the same seed makes the same mutant") {
  const std::string text = R"({"a": [1, 2, {"b": "c"}]})";
  const base::Json value = base::Json::parse(text);
  for (uint64_t seed = 0; seed < 100; ++seed) {
    CHECK(fuzz::ValueMutator(seed).mutant(value, value) ==
          fuzz::ValueMutator(seed).mutant(value, value));
    CHECK(fuzz::Mutator(seed).mutant(text, text) == fuzz::Mutator(seed).mutant(text, text));
  }
  CHECK(fuzz::Mutator(1).mutant(text, text) != fuzz::Mutator(2).mutant(text, text));
}
