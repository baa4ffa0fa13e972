// What to do about a case now: the step that comes next, by when and why that day, what the
// procedure asks, and what happens if nothing is resolved. Each with its reason and where the rule
// comes from; nothing is said twice.
#include <algorithm>

#include "base/text.h"
#include "casework/next_steps.h"
#include "casework/reminders.h"
#include "casework/stage_words.h"
#include "documents/notice.h"
#include "ui/case_parts.h"
#include "ui/policy_words.h"
#include "ui/status_words.h"
#include "ui/why_that_day.h"
#include "ui/widgets.h"

namespace ui {
namespace {

using app::Page;
using casework::DueWhen;
using casework::OwedDuty;
using casework::RunningClock;
using casework::Setting;
using casework::Step;
using casework::StepKind;

void replace(std::string& text, const std::string& words, std::string_view by) {
  const size_t at = text.find(words);
  if (at != text.npos) text.replace(at, words.size(), by);
}

// A step's reason without the deadline, which stands under "By when".
std::string reason(const Step& step, const std::optional<RunningClock>& next) {
  std::string why = step.why;
  if (!next) return why;
  const std::string by = " by " + calendar::end_in_words(next->deadline);
  replace(why, next->what + by + " at the latest.", "");
  replace(why, next->what + by + ".", "");
  replace(why, "It was due" + by + ".", "The time for it has passed.");
  return std::string(base::trimmed(why));
}

void suggestion(const CaseScreen& screen, const Step& step,
                const std::optional<RunningClock>& next) {
  paragraph(reason(step, next));
  if (button(step_key(step), step.label)) {
    screen.commands.push_back(app::StartStep{step.kind, step.target});
  }
  if (step.cite) {
    paragraph(casework::source_sentence(screen.setting.policy, *step.cite), TextKind::kHint);
  }
}

void by_when(const RunningClock& clock, const Setting& setting) {
  heading(3, "By when");
  // "Due in 3 working days, Tuesday 7 April": the day stands beneath.
  std::string standing = casework::status_in_words(clock, setting);
  const bool silent = may_escalate(clock);
  const size_t day = clock.needs_agreement || silent ? standing.npos : standing.rfind(", ");
  if (day != standing.npos) standing.resize(day);
  const bool is_short = day != standing.npos || standing == short_status(clock);
  tag(is_short ? standing : short_status(clock), tag_kind(clock));
  paragraph(clock.what + " by " + calendar::end_in_words(clock.deadline) + ".", TextKind::kStrong);
  const bool says_more = clock.needs_agreement || silent;
  if (says_more) paragraph(standing + ".");
  if (!details("why", "Why that day?")) return;
  why_that_day(clock, setting);
}

// The words of a duty's deadline, and whether it has passed.
void add_state(Task& task, const OwedDuty& duty, const Setting& setting) {
  task.state = duty.done ? "Done" : "To do";
  task.state_kind = duty.done ? TagKind::kDone : TagKind::kNeutral;
  if (duty.done || !duty.clock) return;
  const calendar::Deadline& deadline = duty.clock->deadline;
  const DueWhen due = casework::due_when(deadline.last_day, deadline.ends, setting.now);
  if (due == DueWhen::kOverdue) {
    task.state = "Overdue";
    task.state_kind = TagKind::kOverdue;
    task.hint += "\nIt was due by " + calendar::end_in_words(deadline) + ".";
  } else if (due == DueWhen::kToday) {
    task.state = "Due today";
    task.state_kind = TagKind::kDue;
  } else {
    task.state = "By " + (calendar::ends_within_day(deadline)
                              ? calendar::end_in_words(deadline)
                              : calendar::in_words_with_day(deadline.last_day));
    task.state_kind = TagKind::kRunning;
  }
}

void duties(const CaseScreen& screen, const std::vector<OwedDuty>& owed) {
  if (owed.empty()) return;
  heading(2, "What the procedure asks");
  const policy::Policy& policy = screen.setting.policy;
  std::vector<Task> tasks;
  for (const OwedDuty& duty : owed) {
    Task task;
    task.key = duty.duty + "/" + duty.stage;
    task.title = duty.text;
    if (duty.by == policy::Party::Side::kResponding) task.hint = "For the other side to do. ";
    if (duty.by == policy::Party::Side::kPartnership) task.hint = "For the partnership to do. ";
    task.hint += duty.why + ". " + casework::source_sentence(policy, duty.cite);
    if (const policy::Form* form = policy.form(duty.form)) {
      const std::string to = documents::sent_to(*form, screen.open, policy);
      const std::string copy = documents::copied_to(*form, screen.open, policy);
      if (!to.empty()) task.hint += "\nSend it to " + to + ".";
      if (!copy.empty()) task.hint += "\nSend a copy to " + copy + ".";
    }
    add_state(task, duty, screen.setting);
    task.actionable = !duty.done;
    tasks.push_back(std::move(task));
  }
  const int pressed = task_list("duties", "What the procedure asks", tasks);
  if (pressed < 0) return;
  const OwedDuty& duty = owed[size_t(pressed)];
  if (!duty.form.empty()) {
    screen.commands.push_back(app::StartStep{StepKind::kIssueNotice, duty.form});
  } else if (duty.needs_record && screen.open.is_open()) {
    screen.commands.push_back(app::StartStep{StepKind::kRecordDiscussion, ""});
  } else {
    screen.commands.push_back(app::StartDuty{duty.duty, duty.stage});
  }
}

// A notice that the procedure asks for is among its duties.
bool is_asked(const Step& step, const std::vector<OwedDuty>& owed) {
  return step.kind == StepKind::kIssueNotice &&
         std::any_of(owed.begin(), owed.end(),
                     [&](const OwedDuty& duty) { return !duty.done && duty.form == step.target; });
}

void you_can_also(const CaseScreen& screen, const std::vector<Step>& steps,
                  const std::vector<OwedDuty>& owed) {
  heading(2, "You can also");
  for (const Step& step : steps) {
    if (step.suggested || is_asked(step, owed)) continue;
    if (link(step_key(step), step.label)) {
      screen.commands.push_back(app::StartStep{step.kind, step.target});
    }
  }
  if (link("guidance", "Read the guidance and conversation prompts")) {
    screen.commands.push_back(app::Go{Page::kGuidance, ""});
  }
}

bool is_of(const RunningClock& clock, const OwedDuty& owed, const policy::Policy& policy) {
  const policy::Duty* duty = policy.duty(owed.duty);
  return duty && duty->clock && duty->clock->id == clock.id && owed.stage == clock.stage;
}

// All but the one under "By when": those of duties stand with the duty, but each has its why.
void other_timescales(const CaseScreen& screen, const std::optional<RunningClock>& next,
                      const std::vector<OwedDuty>& owed) {
  std::vector<const RunningClock*> others;
  std::vector<std::vector<std::string>> rows;
  for (const RunningClock& clock : screen.clocks) {
    if (next && clock.id == next->id && clock.stage == next->stage &&
        clock.deadline.ends == next->deadline.ends) {
      continue;
    }
    others.push_back(&clock);
    const bool told = std::any_of(owed.begin(), owed.end(), [&](const OwedDuty& duty) {
      return !duty.done && is_of(clock, duty, screen.setting.policy);
    });
    if (told) continue;
    rows.push_back({casework::place_in_words(clock, screen.setting), clock.what,
                    base::capitalised(calendar::end_in_words(clock.deadline)),
                    short_status(clock)});
  }
  if (others.empty()) return;
  const char* title = next ? "Other timescales" : "Timescales";
  if (!rows.empty()) {
    heading(2, title);
    table("clocks", title,
          {{base::capitalised(screen.setting.policy.stage_word), 1},
           {"What", 3},
           {"By", 2},
           {"Status", 1}},
          rows);
  }
  if (!details("why-others", "Why these days?")) return;
  for (const RunningClock* clock : others) {
    const std::string what = casework::within_sentence(clock->what);
    paragraph(casework::place_in_words(*clock, screen.setting) + ": " + what, TextKind::kStrong);
    why_that_day(*clock, screen.setting, what);
  }
}

// New cases run under another version, later or earlier than this case's.
void other_version(const CaseScreen& screen) {
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
      {"The concern", fact.concern, ""},
      {"Outcome sought", fact.desired_outcome, ""},
      {"Concern arose", calendar::in_words_with_day(fact.concern_arose), ""}};
  if (!fact.impact.empty()) {
    rows.insert(rows.begin() + 3, {impact_title(fact.subject.kind), fact.impact, ""});
  }
  if (const policy::Priority* priority = screen.setting.policy.priority(screen.open.priority())) {
    rows.push_back({"Priority", priority->title, ""});
  }
  summary_list("disagreement", rows);
}

}  // namespace

std::string step_key(const Step& step) {
  return "step-" + std::to_string(int(step.kind)) + "/" + step.target;
}

void case_now(const CaseScreen& screen) {
  const std::vector<Step> steps = casework::next_steps(screen.open, screen.setting);
  const std::vector<OwedDuty> owed = casework::duties(screen.open, screen.setting);
  const auto next = casework::next_deadline(screen.clocks);
  begin_columns(0.64f);
  heading(2, "What to do now");
  const bool any = !steps.empty() && steps.front().suggested;
  if (any) {
    suggestion(screen, steps.front(), next);
  } else {
    const bool asked =
        std::any_of(owed.begin(), owed.end(), [](const OwedDuty& duty) { return !duty.done; });
    paragraph(asked ? "The case is closed. The procedure still asks for what is below."
                    : "The case is closed, and nothing more is asked of you.");
  }
  if (next) by_when(*next, screen.setting);
  duties(screen, owed);
  next_column();
  you_can_also(screen, steps, owed);
  end_columns();
  other_timescales(screen, next, owed);
  case_ladder(screen);
  other_version(screen);
  disagreement(screen);
}

}  // namespace ui
