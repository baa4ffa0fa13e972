// Help beside a text that is being written: the procedure's prompts and guidance, our own way to
// keep what was seen apart from what is thought, and the rule for this step. Beside the form where
// there is room, behind one expander above it elsewhere. It offers headings; it never writes.
#pragma once

#include <string>
#include <vector>

#include "app/commands.h"
#include "policy/model.h"
#include "ui/widgets.h"

namespace ui {

// What the text is: each has headings of its own.
enum class Writing { kConcern, kDecision, kTalk, kReason, kReport };

struct AidFor {
  const policy::Policy& policy;
  const policy::Stage* stage;  // whose guidance and rule are shown; may be null
  Writing writing;
  std::string key;                  // of the field that the headings go into
  std::string question;             // its label
  std::string rule = {};            // what the procedure says of this step besides the stage
  policy::Citation rule_cite = {};  // and where
};

// From here to the end of its scope a form is drawn, with the aid beside it.
class WritingAid {
 public:
  WritingAid(const app::AppState& state, app::Commands& commands, AidFor aid);
  ~WritingAid();
  WritingAid(const WritingAid&) = delete;
  WritingAid& operator=(const WritingAid&) = delete;

 private:
  void draw();
  void prompts();
  void facts();
  void procedure();
  void offer_headings(const std::string& key, const std::vector<std::string>& headings);
  std::string words_to_insert(const char* what) const;

  const app::AppState& state_;
  app::Commands& commands_;
  const AidFor aid_;
  bool beside_ = false;
};

// The key of the text area that had the focus last, on whatever page; empty: none yet.
const std::string& last_area();

// The text with those of the headings that it does not have yet, each on a line of its own with
// empty lines between; the same text when it has them all.
std::string with_headings(std::string text, const std::vector<std::string>& headings);

// The policy's own question for what its forms are filled with: "Northmoor asks: “What is the
// problem?”"; empty when no form of it asks. `also` counts when nothing asks for `prefill`.
std::string policy_question(const policy::Policy& policy, policy::Prefill prefill,
                            policy::Prefill also = policy::Prefill::kNone);

}  // namespace ui
