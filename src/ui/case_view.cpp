// One case: where it stands, what to do now, by when and why that day, and everything that has
// happened.
#include <algorithm>

#include "base/text.h"
#include "documents/notice.h"
#include "ui/app_view.h"
#include "ui/case_history.h"
#include "ui/form.h"
#include "ui/policy_words.h"
#include "ui/status_words.h"

namespace ui {
namespace {

using app::Page;
using casework::Case;
using casework::RunningClock;
using casework::Setting;

struct CaseScreen {
  const app::AppState& state;
  app::Commands& commands;
  const Case& open;
  Setting setting;
  std::vector<RunningClock> clocks;
};

std::vector<StageMark> marks(const CaseScreen& screen, std::string& words) {
  const policy::Policy& policy = screen.setting.policy;
  const size_t here =
      size_t(std::find_if(policy.stages.begin(), policy.stages.end(),
                          [&](const policy::Stage& s) { return s.id == screen.open.stage(); }) -
             policy.stages.begin());
  const auto next = casework::next_deadline(screen.clocks);
  const bool overdue = next && next->status == casework::ClockStatus::kOverdue;
  std::vector<StageMark> out;
  std::vector<std::string> said;
  for (size_t i = 0; i < policy.stages.size(); ++i) {
    const policy::Stage& stage = policy.stages[i];
    const bool entered =
        std::any_of(screen.open.passages.begin(), screen.open.passages.end(),
                    [&](const casework::StagePassage& p) { return p.stage == stage.id; });
    StageMark mark{stage.label, stage.title, StageMark::State::kAhead};
    if (i == here && screen.open.is_open()) {
      mark.state = overdue ? StageMark::State::kOverdue : StageMark::State::kCurrent;
      said.push_back(stage.label + " is where it stands" + (overdue ? ", overdue" : ""));
    } else if (entered) {
      mark.state = StageMark::State::kPassed;
      said.push_back(stage.label + " is past");
    } else if (i < here) {
      mark.state = StageMark::State::kSkipped;
      said.push_back(stage.label + " was not used");
    } else {
      said.push_back(stage.label + " is ahead");
    }
    out.push_back(mark);
  }
  words = base::joined(said, "; ") + ".";
  return out;
}

void deadline_box(const CaseScreen& screen, const RunningClock& clock) {
  tag(short_status(clock), tag_kind(clock));
  paragraph(casework::status_in_words(clock, screen.setting), TextKind::kStrong);
  paragraph(clock.what + " by " + calendar::end_in_words(clock.deadline) + ".");
  if (!details("why-" + clock.stage + clock.id, "Why that day?")) return;
  std::vector<DayMark> days;
  static const char* kLetters[] = {"M", "T", "W", "T", "F", "S", "S"};
  for (const calendar::DayStep& step : clock.deadline.steps) {
    DayMark mark;
    mark.weekday = kLetters[calendar::weekday_index(step.date)];
    mark.day = std::to_string(unsigned(step.date.day()));
    mark.counted = step.counted;
    mark.start = &step == &clock.deadline.steps.front();
    mark.end = step.date == clock.deadline.last_day;
    mark.skipped = step.counted == 0 && !mark.start;
    days.push_back(mark);
  }
  if (!days.empty()) day_strip("strip-" + clock.stage + clock.id, days, clock.explanation);
  inset(clock.explanation);
}

void what_to_do_now(CaseScreen& screen) {
  begin_columns(0.66f);
  heading(2, "What to do now");
  const std::vector<casework::Step> steps = casework::next_steps(screen.open, screen.setting);
  for (size_t i = 0; i < steps.size(); ++i) {
    const casework::Step& step = steps[i];
    if (!step.suggested) continue;
    paragraph(step.why);
    if (button("now-" + std::to_string(i), step.label)) {
      screen.commands.push_back(app::StartStep{step.kind, step.target});
    }
  }
  if (const auto next = casework::next_deadline(screen.clocks)) {
    heading(3, "By when");
    deadline_box(screen, *next);
  }
  next_column();
  heading(3, "You can also");
  for (size_t i = 0; i < steps.size(); ++i) {
    const casework::Step& step = steps[i];
    if (step.suggested) continue;
    if (link("step-" + std::to_string(i), step.label)) {
      screen.commands.push_back(app::StartStep{step.kind, step.target});
    }
  }
  if (link("guidance", "Read the guidance and conversation prompts")) {
    screen.commands.push_back(app::Go{Page::kGuidance, ""});
  }
  if (link("procedure", "Read the procedure and its sources")) {
    screen.commands.push_back(app::ShowProcedure{screen.setting.policy.hash});
  }
  if (link("record", "See the full case record")) screen.commands.push_back(app::ShowRecord{});
  end_columns();
}

void duties(CaseScreen& screen) {
  const std::vector<casework::OwedDuty> owed = casework::duties(screen.open, screen.setting);
  if (owed.empty()) return;
  heading(2, "What the procedure asks");
  const policy::Policy& policy = screen.setting.policy;
  std::vector<Card> cards;
  for (const casework::OwedDuty& duty : owed) {
    Card card;
    card.key = duty.duty + "/" + duty.stage;
    card.title = duty.text;
    card.text = duty.why + ". " + policy::in_words(duty.cite, policy);
    if (const policy::Form* form = policy.form(duty.form)) {
      const std::string to = documents::sent_to(*form, screen.open, policy);
      const std::string copy = documents::copied_to(*form, screen.open, policy);
      if (!to.empty()) card.text += "\nSend it to " + to + ".";
      if (!copy.empty()) card.text += "\nSend a copy to " + copy + ".";
    }
    card.tag = duty.done ? "Done" : "To do";
    card.tag_kind = duty.done ? TagKind::kDone : TagKind::kNeutral;
    if (duty.deadline && !duty.done) card.side = "By " + calendar::end_in_words(*duty.deadline);
    card.actionable = !duty.done;
    cards.push_back(card);
  }
  const int pressed = card_list("duties", "What the procedure asks", cards);
  if (pressed < 0) return;
  const casework::OwedDuty& duty = owed[size_t(pressed)];
  if (!duty.form.empty()) {
    screen.commands.push_back(app::StartStep{casework::StepKind::kIssueNotice, duty.form});
  } else if (duty.needs_record && screen.open.is_open()) {
    screen.commands.push_back(app::StartStep{casework::StepKind::kRecordDiscussion, ""});
  } else {
    screen.commands.push_back(app::StartDuty{duty.duty, duty.stage});
  }
}

// Where a clock runs: a stage, several that share it, or the case as a whole.
std::string where(const RunningClock& clock, const Setting& setting) {
  const std::vector<std::string> stages =
      clock.stages.empty() ? std::vector<std::string>{clock.stage} : clock.stages;
  if (stages.front().empty()) return "Whole case";
  for (const policy::Policy* earlier : setting.earlier) {
    if (!setting.policy.stage(stages.front()) && earlier->stage(stages.front())) {
      return together(*earlier, stages);
    }
  }
  return together(setting.policy, stages);
}

void timescales(const CaseScreen& screen) {
  if (screen.clocks.empty()) return;
  heading(2, "Timescales");
  const std::string word = screen.setting.policy.stage_word;
  std::vector<std::vector<std::string>> rows;
  for (const RunningClock& clock : screen.clocks) {
    rows.push_back({where(clock, screen.setting), clock.what,
                    capital(calendar::end_in_words(clock.deadline)), short_status(clock)});
  }
  table("clocks", "Timescales", {{capital(word), 1}, {"What", 3}, {"By", 2}, {"Status", 1}}, rows);
  if (!screen.open.is_open()) return;
  const std::vector<casework::LadderRung> rungs = casework::ladder(screen.open, screen.setting);
  if (rungs.empty() ||
      !details("ladder", "If nothing is resolved: when each later " + word + " falls due"))
    return;
  std::vector<std::vector<std::string>> ladder;
  for (const casework::LadderRung& rung : rungs) {
    ladder.push_back({stage_title(screen.setting.policy, rung.stage),
                      capital(calendar::end_in_words(rung.deadline))});
  }
  table("ladder-table", "If nothing is resolved", {{capital(word), 2}, {"By", 1}}, ladder);
}

// New cases run under another version, later or earlier than this case's.
void other_version(CaseScreen& screen) {
  const policy::Policy& now = screen.setting.policy;
  const policy::Policy* other = screen.state.other_policy_of(screen.open);
  if (!other || !screen.open.is_open()) return;
  inset("Another version of this procedure is in use for new cases: " + version_words(*other) +
        ". This case stays under its own, " + version_words(now) + ", until somebody moves it.");
  if (link("differs", "See what differs")) {
    screen.commands.push_back(app::ShowComparison{now.hash, other->hash});
  }
  same_row();
  if (link("move", "Move this case to it")) screen.commands.push_back(app::StartPolicyChange{});
}

void disagreement(const CaseScreen& screen) {
  const casework::CaseOpened& fact = screen.open.opened.fact;
  heading(2, "The disagreement");
  std::string other = fact.responding.agency;
  for (const std::string& part : {fact.responding.name, fact.responding.role}) {
    if (!part.empty()) other += ", " + part;
  }
  std::vector<SummaryRow> rows = {
      {"The decision", fact.decision, ""},
      {"Whose decision", other, ""},
      {"Why it is disagreed with", fact.concern, ""},
      {"Outcome sought", fact.desired_outcome, ""},
      {"Concern arose", calendar::in_words_with_day(fact.concern_arose), ""}};
  if (!fact.impact.empty()) {
    rows.insert(rows.begin() + 3, {impact_title(fact.subject.kind), fact.impact, ""});
  }
  if (const policy::Priority* priority = screen.setting.policy.priority(screen.open.priority())) {
    rows.push_back({"Priority", priority->title, ""});
  }
  if (screen.open.resolved)
    rows.push_back({"Outcome agreed", screen.open.resolved->fact.outcome, ""});
  summary_list("disagreement", rows);
}

}  // namespace

void case_view(const app::AppState& state, app::Commands& commands) {
  const Case* open = state.open_case();
  const policy::Policy* policy = open ? state.policy_of(*open) : nullptr;
  begin_page("case-" + state.case_id, "Case");
  if (back_link("All cases")) commands.push_back(app::Go{Page::kHome, ""});
  trouble_banner(state);
  if (!policy) {
    heading(1, "This case cannot be shown");
    paragraph(open ? "The procedure it runs under is missing from the vault. The case itself is "
                     "stored and unchanged."
                   : "It is not in this vault.");
    end_page();
    return;
  }
  success_banner(state);
  const Setting setting = state.setting(*policy, *open);
  CaseScreen screen{state, commands, *open, setting, casework::clocks(*open, setting)};
  const casework::CaseOpened& fact = open->opened.fact;
  caption(fact.reference + " · " + policy->short_title);
  heading(1, fact.subject.name);
  std::string words;
  const std::vector<StageMark> stages = marks(screen, words);
  stage_picture("stages", stages, words);
  if (!open->is_open()) {
    banner(open->resolved ? "Resolved" : "Withdrawn",
           open->resolved ? open->resolved->fact.outcome : open->withdrawn->fact.reason, true);
  } else if (const policy::Stage* stage = policy->stage(open->stage())) {
    paragraph(stage_title(*policy, stage->id) + ". " + stage->summary);
  }
  other_version(screen);
  what_to_do_now(screen);
  duties(screen);
  timescales(screen);
  disagreement(screen);
  case_history(*open, setting, commands);
  end_page();
}

}  // namespace ui
