// What the list of cases costs with 100, 1,000 and 10,000 cases of 20 events: bringing all rows up
// to date, one row after an event, a search, another order, and one frame of home. Headless Dear
// ImGui, no GL; natively and as WebAssembly in node. Prints medians; asserts nothing.
#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include "app/case_texts.h"
#include "app/home.h"
#include "base/fold.h"
#include "base/order.h"
#include "bench/opened_case.h"
#include "casework/decide.h"
#include "policy/read.h"
#include "ui/app_view.h"
#include "ui/context.h"

// Bytes in use, counted where they are given out: every platform alike.
static size_t g_in_use = 0;
constexpr size_t kHead = alignof(std::max_align_t);
void* operator new(size_t size) {
  auto* block = static_cast<size_t*>(std::malloc(size + kHead));
  if (block == nullptr) std::abort();
  *block = size;
  g_in_use += size;
  return reinterpret_cast<char*>(block) + kHead;
}
void operator delete(void* given) noexcept {
  if (given == nullptr) return;
  auto* block = reinterpret_cast<size_t*>(static_cast<char*>(given) - kHead);
  g_in_use -= *block;
  std::free(block);
}
void operator delete(void* given, size_t) noexcept {
  operator delete(given);
}

namespace {

using calendar::date;
using Clock = std::chrono::steady_clock;

std::string read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Milliseconds of one run, the median of `rounds`.
double median(int rounds, const std::function<void(int)>& run) {
  std::vector<double> taken;
  for (int i = 0; i < rounds; ++i) {
    const auto start = Clock::now();
    run(i);
    taken.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
  }
  std::sort(taken.begin(), taken.end());
  return taken[taken.size() / 2];
}

// Words as often as in a language: of 20,000, the nth is drawn about 1/n as often as the first.
class Words {
 public:
  Words() {
    double sum = 0;
    for (int i = 0; i < 20'000; ++i) {
      std::string word;
      for (int rest = i * 7919 + 3; word.size() < 3 || rest > 0; rest /= 20) {
        word += "etaoinshrdlucmfwypvb"[rest % 20];
      }
      words_.push_back(word);
      sums_.push_back(sum += 1.0 / (i + 1));
    }
  }
  std::string text(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
      seed_ = seed_ * 6364136223846793005ull + 1442695040888963407ull;
      const double at = static_cast<double>(seed_ >> 11) / 9007199254740992.0 * sums_.back();
      text += words_[static_cast<size_t>(std::lower_bound(sums_.begin(), sums_.end(), at) -
                                         sums_.begin())];
      text += ' ';
    }
    return text;
  }

 private:
  std::vector<std::string> words_;
  std::vector<double> sums_;
  unsigned long long seed_ = 1;
};

app::AppState started() {
  app::AppState state;
  state.page = app::Page::kHome;
  state.vault = ports::VaultState::kOpen;
  state.profile.person = {"Rowan Ashdown", "Safeguarding lead", "Larkfield School",
                          "rowan.ashdown@larkfield.example"};
  auto holidays = calendar::read_holidays(
      read_file(REPOSITORY_DIR "/policies/calendars/bank-holidays.json"), "bank-holidays.json");
  state.days.divisions = *holidays;
  auto policy = policy::read_policy(read_file(REPOSITORY_DIR "/tests/data/policies/small.json"),
                                    "small.json");
  app::KnownPolicy known;
  known.policy = known.own = std::make_shared<const policy::Policy>(std::move(policy).value());
  known.offered = true;
  state.policies = {known};
  return state;
}

// Twenty events; one case in ten is closed, and concerns arose over the two weeks before today.
casework::Case one_case(app::AppState& state, Words& words, int number) {
  const policy::Policy& policy = *state.policies.front().policy;
  const calendar::Date arose = calendar::plus_days(date(2026, 4, 1), number % 14);
  state.now = calendar::from_uk(arose, {9, 0});
  casework::CaseOpened fact = bench::opening_under(policy, number, arose);
  fact.subject.name = "Child " + words.text(1);
  fact.decision = words.text(30);
  fact.concern = words.text(60);
  fact.desired_outcome = words.text(20);
  casework::Case made = bench::opened(state.setting(policy), number, fact);
  const auto add = [&](casework::Payload payload) {
    auto event = casework::decide(made, state.setting(policy, made), {payload, state.now});
    if (!event) std::printf("%s\n", base::describe(event.error()).c_str());
    casework::apply(made, *event);
  };
  if (number % 3 == 0) {
    add(casework::DiscussionRecorded{"", arose, "Telephone", "A. Fenwick", words.text(60), ""});
  }
  const bool closes = number % 10 == 9;
  while (made.events.size() < (closes ? 19u : 20u)) add(casework::NoteAdded{words.text(60)});
  if (closes) add(casework::CaseResolved{"", words.text(30), "A. Fenwick", true, ""});
  return made;
}

// Headless, as the tests of src/ui draw.
void draw(ui::Context& context, const app::AppState& state) {
  context.frame(1.0f / 60, [&] { ui::app_view(state); });
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
    texture->SetStatus(ImTextureStatus_OK);
  }
}

struct Measured {
  double row, words, sort, all, one, list, frame, searched_frame, ordered, reversed, table;
  double search[4];
  double text_mb, index_mb, distinct, head_mb;
};

constexpr const char* kSearches[] = {"e", "child", "etaoin shr", "zzz"};

Measured measure(int cases) {
  Measured m{};
  Words words;
  app::AppState state = started();
  for (int i = 0; i < cases; ++i) state.cases.push_back(one_case(state, words, i));
  state.now = calendar::from_uk(date(2026, 4, 10), {9, 0});
  const int rounds = cases >= 10'000 ? 3 : 5;
  const auto rows = [&](int) {
    state.home.clear();
    for (size_t at = 0; at < state.cases.size(); ++at) state.home.push_back(app::row_of(state, at));
  };
  app::WordIndex index;
  const auto learn = [&](int) {
    index = {};
    for (size_t at = 0; at < state.cases.size(); ++at) {
      for (const casework::Event& event : state.cases[at].events) {
        index.add(static_cast<std::uint32_t>(at), base::folded(app::texts_of(event)));
      }
    }
  };
  m.row = median(rounds, rows);
  m.words = median(rounds, learn);
  m.sort = median(1, [&](int) { base::sort(state.home, app::comes_before); });
  const auto list = [&](int) { state.home_list = app::listed(state, index); };
  m.list = median(25, list);
  m.all = m.row + m.sort + m.list;
  // One row: computed, its words learnt, put in its place as Session does, and the list made anew.
  m.one = median(25, [&](int i) {
    const size_t at = static_cast<size_t>(i * 37) % state.cases.size();
    app::HomeRow row = app::row_of(state, at);
    for (const casework::Event& event : state.cases[at].events) {
      index.add(static_cast<std::uint32_t>(at), base::folded(app::texts_of(event)));
    }
    std::vector<app::HomeRow>& home = state.home;
    auto old = std::find_if(home.begin(), home.end(), [&](const auto& r) { return r.at == at; });
    std::rotate(old, old + 1, home.end());
    const auto place = std::upper_bound(home.begin(), home.end() - 1, row, app::comes_before);
    home.back() = std::move(row);
    std::rotate(place, home.end() - 1, home.end());
    list(0);
  });
  size_t text = 0, head = 0;
  for (const casework::Case& each : state.cases) {
    for (const casework::Event& event : each.events) text += app::texts_of(event).size();
  }
  for (const app::HomeRow& row : state.home) head += row.searched.capacity();
  m.text_mb = static_cast<double>(text) / 1e6;
  const size_t before = g_in_use;
  const app::WordIndex again = index;
  m.index_mb = static_cast<double>(g_in_use - before) / 1e6;
  m.head_mb = static_cast<double>(head) / 1e6;
  m.distinct = static_cast<double>(again.word_count());

  ui::Context context;
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  const std::string regular = read_file(NOTO_SANS_REGULAR), bold = read_file(NOTO_SANS_BOLD);
  context.set_font(false, regular.data(), static_cast<int>(regular.size()));
  context.set_font(true, bold.data(), static_cast<int>(bold.size()));
  context.set_display({1280, 900});
  for (int i = 0; i < 10; ++i) draw(context, state);
  m.frame = median(200, [&](int) { draw(context, state); });
  for (size_t i = 0; i < std::size(kSearches); ++i) {
    state.home_list.search = kSearches[i];
    m.search[i] = median(25, list);
  }
  // Another order, worked out afresh and then turned round; and a frame of the table.
  state.home_list.search.clear();
  m.ordered = median(25, [&](int i) {
    state.home_list.ranks.clear();
    state.home_list.order = i % 2 == 0 ? app::CaseOrder::kSubject : app::CaseOrder::kStage;
    list(0);
  });
  m.reversed = median(25, [&](int i) {
    state.home_list.descending = i % 2 == 0;
    list(0);
  });
  state.home_list.as_table = true;
  for (int i = 0; i < 10; ++i) draw(context, state);
  m.table = median(200, [&](int) { draw(context, state); });
  state.home_list = {};
  list(0);
  // A letter typed, and the frame that shows what it found.
  const std::string typed = "etaoin";
  m.searched_frame = median(60, [&](int i) {
    state.home_list.search = typed.substr(0, 1 + static_cast<size_t>(i) % typed.size());
    list(0);
    draw(context, state);
  });
  return m;
}

}  // namespace

int main() {
  std::printf("home, cases of 20 events; milliseconds, medians, CPU only\n");
  std::vector<Measured> all;
  const int sizes[] = {100, 1'000, 10'000};
  for (const int cases : sizes) all.push_back(measure(cases));
  const auto line = [&](const char* name, const std::function<double(const Measured&)>& of) {
    std::printf("  %-44s", name);
    for (const Measured& each : all) std::printf("%12.3f", of(each));
    std::printf("\n");
  };
  std::printf("  %-44s%12d%12d%12d\n", "cases", sizes[0], sizes[1], sizes[2]);
  line("all rows afresh", [](const Measured& m) { return m.all; });
  line("  of that sorting", [](const Measured& m) { return m.sort; });
  line("learning the words, in slices of 4", [](const Measured& m) { return m.words; });
  line("one row after an event", [](const Measured& m) { return m.one; });
  line("another filter", [](const Measured& m) { return m.list; });
  for (size_t i = 0; i < std::size(kSearches); ++i) {
    line(("search \"" + std::string(kSearches[i]) + "\"").c_str(),
         [i](const Measured& m) { return m.search[i]; });
  }
  line("sorted by another column", [](const Measured& m) { return m.ordered; });
  line("turned round", [](const Measured& m) { return m.reversed; });
  line("a frame of the table (budget 2)", [](const Measured& m) { return m.table; });
  line("a frame of home (budget 2)", [](const Measured& m) { return m.frame; });
  line("a letter typed, with its frame (budget 2)",
       [](const Measured& m) { return m.searched_frame; });
  line("texts, MB", [](const Measured& m) { return m.text_mb; });
  line("their words for the search, MB", [](const Measured& m) { return m.index_mb; });
  line("what rows say, for the search, MB", [](const Measured& m) { return m.head_mb; });
  line("different words", [](const Measured& m) { return m.distinct; });
  return 0;
}
