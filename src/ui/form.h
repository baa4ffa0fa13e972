// Question pages: each answer is shown from the draft and comes back as a command, so that the
// views hold no text of their own. Keys are those of the fields in casework's events, where errors
// point.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/commands.h"
#include "documents/remarks.h"
#include "ui/widgets.h"

namespace ui {

class Form {
 public:
  Form(const app::AppState& state, app::Commands& commands) : state_(state), commands_(commands) {}

  void text(const std::string& key, std::string_view label, const FieldOptions& options = {});
  // With a purpose: what is worth a second look stands under the text while it has no focus.
  void area(const std::string& key, std::string_view label, const FieldOptions& options = {},
            documents::Purpose purpose = documents::Purpose::kNone);
  void date(const std::string& key, std::string_view legend, const FieldOptions& options = {});
  void radios(const std::string& key, std::string_view legend, const std::vector<Option>& options,
              const FieldOptions& field = {});
  void yes_no(const std::string& key, std::string_view legend, const FieldOptions& field = {});
  void choices(const std::string& key, std::string_view legend, const std::vector<Option>& options,
               const FieldOptions& field = {});

  // Whom and what the remarks may take as known.
  void know(documents::RemarkContext context) { context_ = std::move(context); }

  const app::Draft& draft() const { return state_.draft; }

 private:
  const app::AppState& state_;
  app::Commands& commands_;
  documents::RemarkContext context_;
};

// The errors of the state, for begin_page.
std::vector<FieldError> page_errors(const app::AppState& state);
// Title, what is safe, what to do: above a page, when something could not be done.
void trouble_banner(const app::AppState& state);
// Procedures and calendars that could not be read, when there are any, for whoever runs the
// intranet.
void policy_errors(const app::AppState& state);
// "Saved" and its like, announced.
void success_banner(const app::AppState& state);

}  // namespace ui
