// What time costs: working days added and counted, with bank holidays and without, a whole
// deadline, all clocks of one case and of many. Natively and as WebAssembly in node with the
// product's flags. Prints a figure a line for calendar_bench.mjs, which puts numpy and date-fns
// beside it. Asserts nothing.
//   calendar_bench [SEED]
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "bench/opened_case.h"
#include "casework/clocks.h"
#include "policy/policy_set.h"

namespace {

using calendar::Date;
using calendar::date;
using calendar::Days;
using calendar::HolidaySet;
using Clock = std::chrono::steady_clock;

constexpr size_t kQuestions = 65'536;

std::string read_file(const std::string& path) {
  std::ifstream file(std::string(REPOSITORY_DIR "/policies/") + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Nanoseconds of the quickest of `rounds` runs: whatever else the machine does only adds.
template <typename Run>
double quickest(int rounds, Run run) {
  double best = 0;
  for (int i = 0; i < rounds; ++i) {
    const auto start = Clock::now();
    run();
    const double taken = std::chrono::duration<double, std::nano>(Clock::now() - start).count();
    if (i == 0 || taken < best) best = taken;
  }
  return best;
}

// The same questions as those of numpy_bench.py and date_fns_bench.mjs: xorshift32 from one seed.
struct Questions {
  explicit Questions(std::uint32_t seed) : state(seed) {
    for (size_t i = 0; i < kQuestions; ++i) {
      starts.push_back(Days{date(2019, 1, 1)} +
                       std::chrono::days{below(3287)});  // to the end of 2027
      counts.push_back(1 + below(45));
      ends.push_back(starts.back() + std::chrono::days{below(366)});
    }
  }
  int below(std::uint32_t n) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return static_cast<int>(state % n);
  }
  std::uint32_t state;
  std::vector<Days> starts, ends;  // as numpy has them: by number
  std::vector<int> counts;
};

long long sum_of(const std::vector<Days>& days) {
  long long sum = 0;
  for (const Days each : days) sum += each.time_since_epoch().count();
  return sum;
}

// Each pass over the questions is a function of its own, on plain arrays, as those that it is
// compared with have them: what is measured is the calendar, not the vectors around it.
[[gnu::noinline]] void add(const Days* starts, const int* counts, const HolidaySet& holidays,
                           Days* ends) {
  for (size_t i = 0; i < kQuestions; ++i) {
    ends[i] = holidays.working_days().plus(starts[i], counts[i]);
  }
}

[[gnu::noinline]] void count(const Days* starts, const Days* ends, const HolidaySet& holidays,
                             int* numbers) {
  for (size_t i = 0; i < kQuestions; ++i) {
    numbers[i] = holidays.working_days().between(starts[i], ends[i]);
  }
}

[[gnu::noinline]] void add_to_dates(const Date* starts, const int* counts,
                                    const HolidaySet& holidays, Date* ends) {
  for (size_t i = 0; i < kQuestions; ++i) {
    ends[i] = calendar::plus_working_days(starts[i], counts[i], holidays);
  }
}

[[gnu::noinline]] void find_deadlines(const calendar::Instant* starts, const int* counts,
                                      const HolidaySet& holidays, Date* ends) {
  for (size_t i = 0; i < kQuestions; ++i) {
    const calendar::Amount amount{counts[i], calendar::Unit::kWorkingDays};
    ends[i] = calendar::deadline_after(starts[i], amount, holidays).last_day;
  }
}

constexpr int kRounds = 41;

void print(const char* name, double taken, long long sum) {
  std::printf("%s %.3f\nsum_%s %lld\n", name, taken / kQuestions, name, sum);
}

void measure_days(const Questions& questions, const HolidaySet& holidays, const std::string& name) {
  std::vector<Days> days(kQuestions);
  const double added = quickest(kRounds, [&] {
    add(questions.starts.data(), questions.counts.data(), holidays, days.data());
  });
  print(("added_" + name).c_str(), added, sum_of(days));
  std::vector<int> numbers(kQuestions);
  const double counted = quickest(kRounds, [&] {
    count(questions.starts.data(), questions.ends.data(), holidays, numbers.data());
  });
  long long sum = 0;
  for (const int number : numbers) sum += number;
  print(("counted_" + name).c_str(), counted, sum);
}

// As dates of a calendar, and as casework asks for it: from a moment in UK time, with its end as a
// moment and what is provisional.
void measure_deadlines(const Questions& questions, const HolidaySet& holidays) {
  std::vector<Date> dates;
  for (const Days start : questions.starts) dates.push_back(Date{start});
  std::vector<calendar::Instant> starts;
  for (const Date start : dates) starts.push_back(calendar::from_uk(start, {10, 0}));
  std::vector<Date> ends(kQuestions);
  const auto sum = [&] { return sum_of({ends.begin(), ends.end()}); };
  const double of_dates = quickest(
      kRounds, [&] { add_to_dates(dates.data(), questions.counts.data(), holidays, ends.data()); });
  print("added_dates", of_dates, sum());
  const double whole = quickest(kRounds, [&] {
    find_deadlines(starts.data(), questions.counts.data(), holidays, ends.data());
  });
  print("deadline", whole, sum());
}

const policy::Stage* stage_of(const policy::Policy& policy, const std::string& id) {
  for (const policy::Stage& stage : policy.stages) {
    if (stage.id == id) return &stage;
  }
  return nullptr;
}

casework::Setting setting_of(const policy::Policy& policy, const HolidaySet& holidays, Date day) {
  return {policy,
          holidays,
          {"Rowan Ashdown", "Safeguarding lead", "Larkfield School", ""},
          calendar::from_uk(day, {9, 0})};
}

// A case that has come through every stage, with a discussion in each: all its clocks have a start.
casework::Case climbed(const policy::Policy& policy, const HolidaySet& holidays, int number) {
  Date day = calendar::plus_days(date(2026, 1, 5), number % 300);
  casework::CaseOpened fact = bench::opening_under(policy, number, day);
  fact.subject.name = "J. R.";
  fact.decision = "The referral was closed.";
  fact.concern = "He is not safe at home.";
  fact.desired_outcome = "A strategy discussion.";
  casework::Case made = bench::opened(setting_of(policy, holidays, day), number, fact);
  const auto add = [&](casework::Payload payload) {
    const casework::Setting setting = setting_of(policy, holidays, day);
    const auto event = casework::decide(made, setting, {std::move(payload), setting.now});
    if (event) casework::apply(made, *event);
    return event.ok();
  };
  for (size_t left = policy.stages.size(); left > 0; --left) {
    add(casework::DiscussionRecorded{"", day, "Telephone", "A. Fenwick", "We disagreed.", ""});
    const policy::Stage* stage = stage_of(policy, made.passages.back().stage);
    if (stage == nullptr || stage->next.empty()) break;
    day = calendar::plus_working_days(day, 1, holidays);
    if (!add(casework::StageEntered{stage->next.front(), "", false, "It was not resolved."})) break;
  }
  return made;
}

void measure_cases(const std::vector<policy::UsablePolicy>& policies, const HolidaySet& holidays) {
  const Date today = date(2026, 12, 1);
  const policy::Policy* fullest = nullptr;
  size_t most = 0;
  for (const policy::UsablePolicy& usable : policies) {
    const casework::Case made = climbed(usable.policy, holidays, 0);
    const casework::Setting setting = setting_of(usable.policy, holidays, today);
    size_t clocks = 0;
    const double taken = quickest(201, [&] { clocks = casework::clocks(made, setting).size(); });
    std::printf("case_%s_%zu %.3f\n", usable.policy.id.c_str(), clocks, taken);
    if (clocks > most) fullest = &usable.policy;
    most = std::max(most, clocks);
  }
  if (fullest == nullptr) return;
  std::vector<casework::Case> cases;
  const casework::Setting setting = setting_of(*fullest, holidays, today);
  for (const int many : {100, 1'000, 10'000}) {
    while (static_cast<int>(cases.size()) < many) {
      cases.push_back(climbed(*fullest, holidays, static_cast<int>(cases.size())));
    }
    size_t with_deadline = 0;
    const double taken = quickest(many == 10'000 ? 3 : 7, [&] {
      with_deadline = 0;
      for (const casework::Case& each : cases) {
        with_deadline += casework::next_deadline(each, setting) ? 1 : 0;
      }
    });
    std::printf("cases_%d %.0f\nwith_deadline_%d %zu\n", many, taken, many, with_deadline);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto seed = static_cast<std::uint32_t>(argc > 1 ? std::atoi(argv[1]) : 1);
  const auto divisions = calendar::read_holidays(read_file("calendars/bank-holidays.json"), "");
  const HolidaySet& holidays = divisions->at("england-and-wales");
  const Questions questions(seed);
  measure_days(questions, {}, "plain");
  measure_days(questions, holidays, "holidays");
  measure_deadlines(questions, holidays);
  const auto index = policy::read_index(read_file("index.json"), "index.json");
  std::vector<policy::PolicyFile> files;
  for (const std::string& name : index->policies) files.push_back({name, read_file(name)});
  measure_cases(policy::read_policies(*index, std::move(files)).usable, holidays);
  return 0;
}
