#include "ui/readiness_list.h"

#include "base/text.h"
#include "ui/policy_words.h"
#include "ui/widgets.h"

namespace ui {

const documents::Check* readiness_list(std::string_view title, std::string_view may,
                                       const std::vector<documents::Check>& checks) {
  heading(2, title);
  std::vector<Task> tasks;
  int open = 0;
  for (const documents::Check& check : checks) {
    open += check.ready ? 0 : 1;
    Task task;
    task.key = std::to_string(tasks.size());
    task.title = check.title;
    task.hint = check.hint;
    task.state = check.ready ? "Ready" : "Look again";
    task.state_kind = check.ready ? TagKind::kDone : TagKind::kDue;
    task.actionable = !check.ready && (check.of_case || !check.field.empty());
    tasks.push_back(std::move(task));
  }
  if (open > 0) {
    paragraph(base::capitalised(base::number_word(open)) +
              (open == 1 ? " thing is" : " things are") + " worth a second look. " +
              std::string(may) + ": you decide.");
  }
  const int pressed = task_list("readiness", title, tasks);
  return pressed < 0 ? nullptr : &checks[static_cast<size_t>(pressed)];
}

}  // namespace ui
