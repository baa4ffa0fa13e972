// The widgets of Common Ground: each draws with Dear ImGui and adds its semantic node. Views call
// these and never Dear ImGui's own. Patterns and wording follow the GOV.UK Design System, which
// these users know. Every widget has a key, unique within its page; ids come from keys, never from
// labels that change.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/semantics.h"

namespace ui {

struct FieldError {
  std::string key;  // the widget's key; for a date "held.day" and so on, or "held" for the whole
  std::string message;  // "Enter your name"
};

// One question's surroundings. `errors` is the page's whole list; a widget shows its own.
struct FieldOptions {
  std::string hint;
  bool required = true;
  int width = 0;  // in characters; 0: the whole column
  int rows = 5;   // of a text area, at least; it grows with its text
  std::string autocomplete = "off";
  bool numeric = false;
  bool legend_is_heading = false;  // the question is the page's heading (level 1)
  bool question = true;  // false: a search or a filter; nobody is told that it may be left empty
};

struct Option {
  std::string value;
  std::string label;
  std::string hint;
};

struct DateFields {
  std::string day, month, year;
  bool operator==(const DateFields&) const = default;
};

struct SummaryRow {
  std::string key;
  std::string value;
  std::string change;  // hidden words after "Change": "what the decision was"; empty: no link
};

enum class ButtonKind { kPrimary, kSecondary, kWarning };
enum class TextKind { kBody, kHint, kStrong, kLead, kSmall };
enum class TagKind { kNeutral, kDone, kDue, kOverdue, kRunning };

// ---- the page ----
// begin_page lays out one scrolling column, at most 44 em wide, and sets the document's title. When
// `page` differs from the last frame's, the page scrolls to its top and focus goes to its level-1
// heading.
void begin_page(std::string_view page, std::string_view title,
                const std::vector<FieldError>& errors = {});
void end_page();
// The bar above every page, from the next begin_page on. `context` says who is at work and where.
struct TopBar {
  std::string context;          // "Practitioner, Meadowbank School"
  std::vector<Option> actions;  // links at the right; the hint is the accessible name when given
  // A band beneath: what goes on besides the page, with links of its own. Announced when its words
  // change. No title: no band.
  struct Band {
    std::string title;
    std::string text;
    std::vector<Option> actions;
  } band = {};
  std::vector<Option> page_actions = {};  // "Undo", "Redo": at the right of the page's back link
};
void set_top_bar(const TopBar& bar);
std::string take_top_bar_action();  // value of the action pressed since the last call (of the bar,
                                    // the band or the page), or ""
bool back_link(std::string_view label = "Back");
void error_summary();  // draws the errors given to begin_page, "There is a problem"; links focus
                       // the field. Takes focus once each time focus_error_summary() is called.
void focus_error_summary();
void focus_field(std::string_view key);  // when its question is drawn next
// Two columns when at least 50 em wide, else one under the other; true when they are two.
bool begin_columns(float first_share);
void next_column();
void end_columns();

// ---- text ----
void heading(int level, std::string_view text);
void focus_heading(std::string_view text);  // one that is on the page: seen and read from there
void focus_on_part();  // ask before both: a new page's focus goes to its first heading of level 2,
                       // where the first of level 1 names what several pages are about
void caption(std::string_view text);  // small grey line above a heading; part of the text
void paragraph(std::string_view text, TextKind kind = TextKind::kBody);
void bullet_list(const std::vector<std::string>& items, bool numbered = false);
void urgent(std::string_view title, std::string_view text);  // a filled block, first on a page
void inset(std::string_view text);  // a bar at the left: quoted words, an explanation
void side_note(std::string_view title, std::string_view text);  // the same, quietly: under a field
void warning(std::string_view text);  // "!" and bold; says "Warning" to screen readers
void banner(std::string_view title, std::string_view text, bool success);  // notification banner
void tag(std::string_view text, TagKind kind);  // never by colour alone: the words say it
void separator();
void status(std::string_view key, std::string_view text);  // live region

// ---- actions ----
bool button(std::string_view key, std::string_view label, ButtonKind kind = ButtonKind::kPrimary,
            std::string_view accessible_name = {});
bool link(std::string_view key, std::string_view label, std::string_view accessible_name = {});
void same_row();  // the next button or link stands beside the last when there is room, else below
bool details(std::string_view key, std::string_view summary);  // an expander; true while open
// Views of one list, side by side, one of them current: "Open 12", "Overdue 2". Links, as each has
// an address, in a navigation landmark called `name`; not tabs, since there is one panel and not
// one for each. True when `chosen` (an option's value) changed.
bool choice_bar(std::string_view key, std::string_view name, const std::vector<Option>& options,
                std::string& chosen);
// Links under one another; each option's hint stands beside its label. Index pressed or -1.
int link_list(std::string_view key, std::string_view name, const std::vector<Option>& lines);

// Panels of one thing, one of them shown: a tab list with the keys of one (Left, Right, Home, End
// in the browser). Draw the chosen panel between begin_tab_panel and end_tab_panel. True when
// `chosen` (an option's value) changed.
bool tabs(std::string_view key, std::string_view name, const std::vector<Option>& options,
          std::string& chosen);
void begin_tab_panel(std::string_view key);  // of the tabs with that key
void end_tab_panel();
// A question in front of the page, which is inert meanwhile: focus goes into it and, on closing,
// back to what had it. Returns 0 while open, 1 for `confirm`, -1 for `cancel` or Escape. One at a
// time; shown by being called in a frame.
int dialog(std::string_view key, std::string_view title, std::string_view text,
           std::string_view confirm, std::string_view cancel, ButtonKind kind);
// Words at the foot of the window for eight seconds, announced; they stay while pointer or focus is
// on them. True when the action, to be had elsewhere too, is pressed. `serial`: each message's.
bool toast(int serial, std::string_view words, std::string_view action = {});
// Something long under way: a bar, its words, and a button that stops it. A share below 0 is not
// known. Its words are announced when it comes, its steps never. True when `stop` was pressed;
// empty: it cannot be stopped.
bool progress(std::string_view key, std::string_view words, float share, std::string_view stop);
// Where one is in a series of questions: "Question 3 of 7". `names` are the questions' short names;
// said as one sentence.
void stepper(std::string_view key, const std::vector<std::string>& names, size_t current);
// Nothing here yet: why, and the one thing to do. True when the action was pressed; it may be
// empty.
bool empty_state(std::string_view key, std::string_view title, std::string_view text,
                 std::string_view action = {});

// Ask both before the text field with that key is drawn.
void focus_on_opening(std::string_view key);  // it takes the focus in place of the page's heading
bool entered(std::string_view key);           // Enter was pressed in it; a password field, too
bool has_focus(std::string_view key);         // of a field

// ---- answers: each returns true when its value changed in this frame ----
bool text_field(std::string_view key, std::string_view label, std::string& value,
                const FieldOptions& options = {});
bool text_area(std::string_view key, std::string_view label, std::string& value,
               const FieldOptions& options = {});
void password_field(std::string_view field, std::string_view label,
                    const FieldOptions& options = {});
bool checkbox(std::string_view key, std::string_view label, bool& value,
              std::string_view hint = {});
bool radios(std::string_view key, std::string_view legend, const std::vector<Option>& options,
            std::string& chosen, const FieldOptions& field = {});
bool checkboxes(std::string_view key, std::string_view legend, const std::vector<Option>& options,
                std::vector<std::string>& chosen, const FieldOptions& field = {});
bool select(std::string_view key, std::string_view label, const std::vector<Option>& options,
            std::string& chosen, const FieldOptions& field = {});
bool date_field(std::string_view key, std::string_view legend, DateFields& value,
                const FieldOptions& options = {});

// ---- data ----
// Returns the index of the row whose "Change" was pressed, else -1.
int summary_list(std::string_view key, const std::vector<SummaryRow>& rows);

struct Card {  // one case in a list, one duty, one deadline
  std::string key;
  std::string title;  // the link's words
  std::string text;   // a line or two beneath
  std::string tag;    // may be empty
  TagKind tag_kind = TagKind::kNeutral;
  std::string side;        // right of the title, or beneath when narrow: "Due Tuesday 7 April 2026"
  bool actionable = true;  // false: the title is text
  std::string action = {};       // words of a button of its own, or empty: "Record the discussion"
  std::string action_name = {};  // its accessible name: "Record the discussion: M. Quill"
  std::string action_key = {};   // of what it does: a press does that or nothing
};
int card_list(std::string_view key, std::string_view name,
              const std::vector<Card>& cards);  // index pressed or -1

// The same of a list of any length: only the cards of the page shown are asked for. `of` says what
// the list is of: another one is shown from its first page.
struct CardSource {
  size_t count = 0;
  std::function<Card(size_t)> card;
  std::string of = {};
};
struct CardPress {
  int card = -1;        // none
  bool action = false;  // its button, not its title
};
CardPress card_list(std::string_view key, std::string_view name, const CardSource& cards);

// What there is to do, in order: the title leads to it, its state stands at the right. Index
// pressed or -1.
struct Task {
  std::string key;
  std::string title;
  std::string hint;
  std::string state;  // "Done", "To do", "By Tuesday 7 April 2026"
  TagKind state_kind = TagKind::kNeutral;
  bool actionable = true;
};
int task_list(std::string_view key, std::string_view name, const std::vector<Task>& tasks);

struct TableColumn {
  std::string title;
  float share = 1;  // of the width
};

// A table of any length, sorted by a column and in pages: only the rows of the page shown are asked
// for. Narrow: each row becomes a block, and the columns to sort by a select.
struct TableRow {
  std::string key;  // of what the row is about: a press stays with it when the rows move
  std::vector<std::string> cells;  // one text a column
};
struct TableSource {
  size_t count = 0;
  std::function<TableRow(size_t)> row;
  size_t sorted_by = 0;  // column
  bool descending = false;
  std::string of = {};  // as CardSource::of
};
struct TablePress {
  int row = -1;     // whose first cell, a link, was pressed
  int column = -1;  // whose heading was pressed, to sort by
};
TablePress sorted_table(std::string_view key, std::string_view name,
                        const std::vector<TableColumn>& columns, const TableSource& source);
void table(std::string_view key, std::string_view name, const std::vector<TableColumn>& columns,
           const std::vector<std::vector<std::string>>&
               rows);  // narrow: each row becomes a block of term and value

// A drawing of the stages in order and where the case is; `text` is its equal in words.
struct StageMark {
  std::string label;  // "Stage 1"
  std::string title;  // "Practitioner to practitioner"
  enum class State { kPassed, kSkipped, kCurrent, kAhead, kOverdue } state = State::kAhead;
};
void stage_picture(std::string_view key, const std::vector<StageMark>& stages,
                   std::string_view text);

// The stages of a procedure as boxes under one another, beside one another where a row has several
// and there is room, with arrows and brackets. `text` is its short name; the caller says the same
// in words beneath it.
struct FlowPicture {
  struct Box {
    std::string id;
    std::string label;                 // "Stage 1"
    std::string title;                 // "Practitioner to practitioner"
    std::string who;                   // "Practitioner speaks to practitioner"
    std::vector<std::string> by_when;  // one line each
    int row = 0, column = 0;
  };
  struct Arrow {
    std::string from, to;  // boxes' ids
    bool dashed = false;   // a way for exceptions, drawn beside the boxes
  };
  struct Span {
    std::vector<std::string> boxes;
    std::string text;  // "Stages 1 and 2 together: within five working days"
  };
  std::vector<Box> boxes;
  std::vector<Arrow> arrows;
  std::vector<Span> spans;
};
void flow_picture(std::string_view key, const FlowPicture& picture, std::string_view text);

// Lines of a file in a panel under a heading (level 3) that an error summary's link leads to.
void excerpt(std::string_view key, std::string_view title, std::string_view text);

// One line of time: stages as bars, events as marks, deadlines as flags, weekends and holidays
// shaded. Zoomed and moved by buttons, keys and pointer; `text` is its equal in words.
struct Timeline {
  struct Day {
    std::string date;   // "4 June 2026"
    std::string label;  // under the axis, where there is room: "4 Jun"; "June" at a month's first
    bool off = false;   // does not count
  };
  struct Bar {
    std::string label;  // "Stage 1"
    size_t from = 0, to = 0;
    bool current = false;
  };
  struct Mark {
    size_t day = 0;
    std::string label;  // "Discussion"
    bool flag = false;  // a deadline
    bool overdue = false;
  };
  std::vector<Day> days;
  std::vector<Bar> bars;
  std::vector<Mark> marks;
  size_t today = 0;  // index of days
};
void timeline(std::string_view key, const Timeline& line, std::string_view text);

// When each later stage would fall due: rungs downwards, the dates beside them.
struct Rung {
  std::string label;  // "Stage 2"
  std::string title;
  std::string date;   // "Friday 10 April 2026"
  bool last = false;  // the last that can be reached
};
void ladder_picture(std::string_view key, const std::vector<Rung>& rungs, std::string_view text);

// A strip of days from the trigger to the deadline: weekends and holidays shaded, counts 1, 2, 3.
struct DayMark {
  std::string weekday;  // "W"
  std::string day;      // "1"
  int counted = 0;
  bool skipped = false;
  bool start = false;
  bool end = false;
};
void day_strip(std::string_view key, const std::vector<DayMark>& days, std::string_view text);

}  // namespace ui
