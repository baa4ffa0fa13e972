// Asking before something goes for good. The answer is no until somebody says yes: going anywhere
// else takes the question back.
#include "app/questions.h"
#include "app/trial.h"

namespace app {

// The session whose state is on the screen.
Session& Session::shown() {
  return trial_ ? trial_->session : *this;
}

void Session::take_question_back() {
  state_.question.reset();
  asked_.reset();
}

bool Session::ask_first(const Command& command) {
  // What was typed just before the question came belongs to the page under it.
  if (std::holds_alternative<SetText>(command) || std::holds_alternative<SetChosen>(command)) {
    return false;
  }
  Session& front = shown();
  front.take_question_back();
  front.state_.question = question_before(front.state_, command, front.has_typed_);
  if (!front.state_.question) return false;
  front.asked_ = command;
  return true;
}

void Session::answer(bool yes) {
  Session& front = shown();
  const std::optional<Command> asked = front.asked_;
  front.take_question_back();
  if (!yes || !asked) return;
  Session& whose = std::holds_alternative<EndTrial>(*asked) ? *this : front;
  whose.carry_out(*asked);
}

}  // namespace app
