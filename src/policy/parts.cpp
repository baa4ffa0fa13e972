#include "policy/parts.h"

#include "policy/spellings.h"

namespace policy::parts {
namespace {

constexpr int kHighestStageNumber = 99;

Role::Equivalent equivalent(ObjectReader& in) {
  return {in.required_text("agency"), in.required_text("title")};
}

RiskAction risk_action(ObjectReader& in) {
  RiskAction action;
  action.text = in.required_text("text");
  action.cite = in.required_object("cite", citation);
  return action;
}

DirectEntry direct_entry(ObjectReader& in) {
  DirectEntry entry;
  entry.stages = in.optional_ids("stages");
  entry.when = in.required_text("when");
  entry.cite = in.required_object("cite", citation);
  return entry;
}

Role::InAbsence in_absence(ObjectReader& in) {
  Role::InAbsence instead;
  instead.role = in.optional_id("role");
  instead.text = in.required_text("text");
  instead.cite = in.required_object("cite", citation);
  return instead;
}

Alternative alternative(ObjectReader& in) {
  Alternative alternative;
  alternative.role = in.required_id("role");
  alternative.text = in.required_text("text");
  alternative.cite = in.required_object("cite", citation);
  return alternative;
}

Judge judge(ObjectReader& in) {
  Judge judge;
  judge.parties = in.required_list("parties", party);
  judge.text = in.required_text("text");
  judge.cite = in.required_object("cite", citation);
  return judge;
}

Meeting meeting(ObjectReader& in) {
  Meeting meeting;
  meeting.text = in.required_text("text");
  meeting.chair = in.optional_enum("chair", kChairs, meeting.chair);
  meeting.cite = in.required_object("cite", citation);
  return meeting;
}

}  // namespace

Citation citation(ObjectReader& in) {
  Citation cite;
  cite.source = in.required_id("source");
  cite.place = in.required_text("place");
  cite.words = in.optional_text("words");
  cite.reading = in.optional_text("reading");
  return cite;
}

Source source(ObjectReader& in) {
  Source source;
  source.id = in.required_id("id");
  source.title = in.required_text("title");
  source.publisher = in.required_text("publisher");
  source.date = in.optional_text("date");
  source.short_title = in.optional_text("short_title");
  return source;
}

Area area(ObjectReader& in) {
  return {in.required_id("id"), in.required_text("name"), in.required_text("partnership")};
}

Contact contact(ObjectReader& in) {
  Contact contact;
  contact.id = in.required_id("id");
  contact.name = in.required_text("name");
  contact.email = in.required_email("email");
  contact.area = in.optional_id("area");
  contact.post = in.optional_id("post");
  contact.cite = in.required_object("cite", citation);
  return contact;
}

Role role(ObjectReader& in) {
  Role role;
  role.id = in.required_id("id");
  role.title = in.required_text("title");
  role.equivalents = in.optional_list("equivalents", equivalent);
  role.cite = in.optional_object("cite", citation);
  role.in_absence = in.optional_object("in_absence", in_absence);
  return role;
}

Statement statement(ObjectReader& in) {
  Statement statement;
  statement.text = in.required_text("text");
  statement.cite = in.required_object("cite", citation);
  return statement;
}

DisagreementArea disagreement(ObjectReader& in) {
  DisagreementArea area;
  area.id = in.required_id("id");
  area.text = in.required_text("text");
  area.cite = in.required_object("cite", citation);
  return area;
}

ScopeTest scope_test(ObjectReader& in) {
  ScopeTest test;
  test.id = in.required_id("id");
  test.question = in.required_text("question");
  test.hint = in.optional_text("hint");
  test.cite = in.required_object("cite", citation);
  return test;
}

Exclusion exclusion(ObjectReader& in) {
  Exclusion exclusion;
  exclusion.id = in.required_id("id");
  exclusion.question = in.required_text("question");
  exclusion.use_instead = in.required_text("use_instead");
  exclusion.clock = in.optional_object("clock", exclusion_clock);
  exclusion.cite = in.required_object("cite", citation);
  return exclusion;
}

Priority priority(ObjectReader& in) {
  Priority priority;
  priority.id = in.required_id("id");
  priority.title = in.required_text("title");
  priority.text = in.required_text("text");
  priority.cite = in.required_object("cite", citation);
  return priority;
}

Party party(ObjectReader& in) {
  return {in.required_id("role"), in.required_enum("side", kSides)};
}

Stage stage(ObjectReader& in) {
  Stage stage;
  stage.id = in.required_id("id");
  stage.number = in.required_whole_number("number", 0, kHighestStageNumber);
  stage.label = in.required_text("label");
  stage.title = in.required_text("title");
  stage.kind = in.required_enum("kind", kStageKinds);
  stage.channel = in.optional_enum("channel", kChannels, stage.channel);
  stage.speaks = in.required_list("speaks", party);
  stage.with = in.required_list("with", party);
  stage.alternatives = in.optional_list("alternatives", alternative);
  stage.judge = in.optional_object("judge", judge);
  stage.meeting = in.optional_object("meeting", meeting);
  stage.outputs = in.optional_list("outputs", statement);
  stage.summary = in.required_text("summary");
  stage.guidance = in.optional_list("guidance", statement);
  stage.clocks = in.optional_list("clocks", stage_clock);
  stage.next = in.optional_ids("next");
  stage.may_resolve = in.optional_flag("may_resolve", stage.may_resolve);
  stage.cite = in.required_object("cite", citation);
  return stage;
}

Duty duty(ObjectReader& in) {
  Duty duty;
  duty.id = in.required_id("id");
  duty.text = in.required_text("text");
  duty.when = in.required_enum("when", kDutyMoments);
  duty.stages = in.optional_ids("stages");
  duty.action = in.optional_enum("action", kDutyActions, duty.action);
  duty.form = in.optional_id("form");
  duty.copy_to = in.optional_id("copy_to");
  duty.by = in.optional_enum("by", kSides, duty.by);
  duty.clock = in.optional_object("clock", duty_clock);
  duty.only_if = in.optional_object("only_if", condition);
  duty.force = in.optional_enum("force", kForces, duty.force);
  duty.cite = in.required_object("cite", citation);
  return duty;
}

ImmediateRisk risk(ObjectReader& in) {
  ImmediateRisk risk;
  risk.actions = in.optional_list("actions", risk_action);
  risk.direct_entry = in.optional_list("direct_entry", direct_entry);
  return risk;
}

FormField form_field(ObjectReader& in) {
  FormField field;
  field.id = in.required_id("id");
  field.label = in.required_text("label");
  field.hint = in.optional_text("hint");
  field.type = in.required_enum("type", kFieldTypes);
  field.options = in.optional_texts("options");
  field.prefill = in.optional_enum("prefill", kPrefills, field.prefill);
  field.prefill_stages = in.optional_ids("prefill_stages");
  field.required = in.optional_flag("required", field.required);
  return field;
}

Form form(ObjectReader& in) {
  Form form;
  form.id = in.required_id("id");
  form.title = in.required_text("title");
  form.purpose = in.required_text("purpose");
  form.kind = in.required_enum("kind", kFormKinds);
  form.offered_at = in.optional_ids("offered_at");
  form.offered_on_resolution = in.optional_flag("offered_on_resolution", false);
  form.group = in.optional_text("group");
  form.fields = in.required_list("fields", form_field);
  form.copy_to = in.optional_id("copy_to");
  form.send_to = in.optional_id("send_to");
  form.cite = in.required_object("cite", citation);
  return form;
}

PromptGroup prompt_group(ObjectReader& in) {
  PromptGroup group;
  group.heading = in.required_text("heading");
  group.prompts = in.required_texts("prompts");
  group.cite = in.required_object("cite", citation);
  return group;
}

}  // namespace policy::parts
