#include "policy/model.h"

namespace policy {
namespace {

template <typename Part>
const Part* with_id(const std::vector<Part>& parts, std::string_view id) {
  for (const Part& part : parts) {
    if (part.id == id) return &part;
  }
  return nullptr;
}

}  // namespace

const Stage* Policy::stage(std::string_view stage_id) const {
  return with_id(stages, stage_id);
}
const Role* Policy::role(std::string_view role_id) const {
  return with_id(roles, role_id);
}
const Form* Policy::form(std::string_view form_id) const {
  return with_id(forms, form_id);
}
const Contact* Policy::contact(std::string_view contact_id) const {
  return with_id(contacts, contact_id);
}
const Source* Policy::source(std::string_view source_id) const {
  return with_id(sources, source_id);
}
const Area* Policy::area(std::string_view area_id) const {
  return with_id(areas, area_id);
}
const Duty* Policy::duty(std::string_view duty_id) const {
  return with_id(duties, duty_id);
}
const Priority* Policy::priority(std::string_view priority_id) const {
  return with_id(priorities, priority_id);
}

const Budget* Policy::budget(std::string_view clock_id) const {
  for (const Budget& budget : budgets) {
    if (budget.clock.id == clock_id) return &budget;
  }
  return nullptr;
}

const Clock* Policy::clock(std::string_view clock_id) const {
  for (const Stage& stage : stages) {
    if (const Clock* found = with_id(stage.clocks, clock_id)) return found;
  }
  if (const Budget* shared = budget(clock_id)) return &shared->clock;
  for (const Duty& duty : duties) {
    if (duty.clock && duty.clock->id == clock_id) return &*duty.clock;
  }
  for (const Exclusion& exclusion : exclusions) {
    if (exclusion.clock && exclusion.clock->id == clock_id) return &*exclusion.clock;
  }
  return nullptr;
}

const Contact* Policy::contact_for(std::string_view id_or_post, std::string_view area_id) const {
  if (id_or_post.empty()) return nullptr;
  if (const Contact* named = contact(id_or_post)) return named;
  const Contact* everywhere = nullptr;
  for (const Contact& candidate : contacts) {
    if (candidate.post != id_or_post) continue;
    if (candidate.area == area_id && !area_id.empty()) return &candidate;
    if (candidate.area.empty() && !everywhere) everywhere = &candidate;
  }
  return everywhere;
}

std::string in_words(const Citation& citation, const Policy& policy) {
  std::string words;
  if (const Source* source = policy.source(citation.source)) {
    words = source->short_title.empty() ? source->title : source->short_title;
  } else {
    words = citation.source;
  }
  if (!citation.place.empty()) words += ", " + citation.place;
  if (!citation.words.empty()) words += ": “" + citation.words + "”";
  return words;
}

}  // namespace policy
