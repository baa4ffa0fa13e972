#include <algorithm>
#include <numeric>
#include <vector>

#include "ui/gallery_parts.h"
#include "ui/widgets.h"

namespace ui {
namespace {

struct Chosen {
  std::string tab = "now", many = "people";
  bool stopped = false, asking = false;
  std::string answer, part;
  int serial = 0;
  size_t sorted_by = 1;
  bool descending = false;
};

Chosen& chosen() {
  static Chosen instance;
  return instance;
}

const char* const kNames[] = {"Amina B.",  "Callum R.", "Dafydd W.", "Esther O.",
                              "Farouk A.", "Grace T.",  "Hana K."};
const char* const kStages[] = {"Stage 1", "Stage 2", "Stage 3"};

// In the three columns of the table: who, stage, days left.
std::vector<std::string> row_of(size_t i) {
  const size_t days = i * 7 % 31;
  return {std::string(kNames[i % 7]) + " " + std::to_string(i + 1), kStages[i % 3],
          std::to_string(days) + (days == 1 ? " day" : " days")};
}

}  // namespace

void gallery_panels() {
  Chosen& c = chosen();
  heading(2, "Tabs");
  tabs("gallery.tabs", "The case",
       {{"now", "What to do now", ""}, {"people", "People", ""}, {"history", "History", ""}},
       c.tab);
  begin_tab_panel("gallery.tabs");
  if (c.tab == "now") {
    heading(3, "What to do now");
    paragraph("Speak to the social worker who made the decision, and record the discussion.");
    link("gallery.now", "Record the discussion");
  } else if (c.tab == "people") {
    paragraph("Ms Zoë Łódzka, teacher. Mr Idris Vaughan, social worker.");
  } else {
    paragraph("Raised on Wednesday 1 April 2026.");
  }
  end_tab_panel();
  tabs("gallery.many_tabs", "A case with more to see",
       {{"now", "What to do now", ""},
        {"people", "People and their agencies", ""},
        {"documents", "Documents and notices", ""},
        {"time", "How the time was counted", ""},
        {"history", "Everything that has happened", ""}},
       c.many);
  begin_tab_panel("gallery.many_tabs");
  paragraph("Tabs that do not fit beside one another stand under one another.");
  end_tab_panel();

  heading(2, "Steps");
  const std::vector<std::string> steps = {"Procedure", "Child",   "Risk", "Scope",
                                          "Decision",  "Concern", "Check"};
  stepper("gallery.step", steps, 3);
  stepper("gallery.first_step", steps, 0);
  stepper("gallery.last_step", {"What was decided", "What you disagree with", "Check"}, 2);

  heading(2, "Progress");
  if (c.stopped) {
    status("gallery.stopped", "Stopped. Nothing was changed.");
  } else {
    c.stopped = progress("gallery.progress", "Writing 412 of 980 cases", .42f, "Stop");
  }
  progress("gallery.opening", "Opening the case file", -1, "");
  progress("gallery.done", "All cases written", 1, "");

  heading(2, "Tasks");
  task_list(
      "gallery.tasks", "Before you send the notice",
      {{"talk", "Record the discussion", "", "Done", TagKind::kDone, true},
       {"notice", "Fill in the notice of escalation", "Four questions are left", "To do",
        TagKind::kNeutral, true},
       {"lead", "Tell the lead professional", "", "By Tuesday 7 April 2026", TagKind::kDue, true},
       {"copy", "Put a copy on the child’s file", "", "Overdue", TagKind::kOverdue, true},
       {"meet", "Meet the other manager", "Starts when the notice is sent", "Cannot start yet",
        TagKind::kNeutral, false}});

  heading(2, "Nothing there yet");
  empty_state("gallery.empty", "You have no cases yet",
              "A case starts when you raise a disagreement. You can stop at any question: what you "
              "have written is kept.",
              "Raise a disagreement");
  empty_state("gallery.nothing", "Nothing is due today", "The next deadline is on Friday.");
}

void gallery_sorted(size_t count) {
  Chosen& c = chosen();
  std::vector<size_t> order(count);
  std::iota(order.begin(), order.end(), size_t(0));
  const auto before = [&](size_t one, size_t other) {
    const size_t column = c.sorted_by;
    if (column == 2) return one * 7 % 31 < other * 7 % 31;
    return row_of(one)[column] < row_of(other)[column];
  };
  std::stable_sort(order.begin(), order.end(), [&](size_t one, size_t other) {
    return c.descending ? before(other, one) : before(one, other);
  });
  TableSource source;
  source.count = count;
  source.row = [&](size_t i) { return TableRow{std::to_string(order[i]), row_of(order[i])}; };
  source.sorted_by = c.sorted_by;
  source.descending = c.descending;
  const TablePress press = sorted_table("gallery.sorted", "All cases",
                                        {{"Child", 2}, {"Stage", 1}, {"Time left", 1}}, source);
  if (press.row >= 0) c.answer = row_of(order[static_cast<size_t>(press.row)])[0];
  if (press.column >= 0) {
    const size_t column = static_cast<size_t>(press.column);
    c.descending = column == c.sorted_by && !c.descending;
    c.sorted_by = column;
  }
  status("gallery.opened", c.answer);
}

void gallery_front(const std::string& part) {
  Chosen& c = chosen();
  heading(2, "Over the page");
  const bool other = part != c.part;
  c.part = part;
  if (other) c.asking = part == "dialog" || part == "long-dialog";
  if (other && part == "toast") ++c.serial;
  if (button("gallery.ask", "Withdraw this case", ButtonKind::kWarning)) c.asking = true;
  same_row();
  if (button("gallery.tell", "Record the discussion", ButtonKind::kSecondary)) ++c.serial;
  if (c.asking) {
    const std::string more =
        part != "long-dialog"
            ? ""
            : " It was raised on Wednesday 1 April 2026 by Zoë Łódzka of Meadowbank School, and "
              "the line managers of both agencies have been told. They will be told again, with "
              "the reason that you give on the next page, and so will your safeguarding lead. The "
              "notice that was sent stays on the child’s file in both agencies.";
    const int answer = dialog(
        "gallery.dialog", "Withdraw this case?",
        "The other side is told, and the clock stops. The record of what was said stays." + more,
        "Withdraw the case", "Keep it open", ButtonKind::kWarning);
    if (answer != 0) {
      c.asking = false;
      c.answer = answer > 0 ? "Withdrawn" : "Kept open";
    }
  }
  status("gallery.answer", c.answer);
  if (c.serial > 0 &&
      toast(c.serial, "The discussion of 27 March 2026 is on the record.", "Undo")) {
    c.answer = "Undone";
  }
}

}  // namespace ui
