// The tasks that people come for, walked and counted in real Chromium: how many answers each asks for, and how many
// clicks and keystrokes that is with a mouse. An answer is a field or a choice that a person must give: a date is
// one, a question with boxes to tick is one, “Continue” is none.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { kRepository, settled } from './browser.mjs';
import { Person } from './person.mjs';
import { begin } from './visit.mjs';

const policy = JSON.parse(readFileSync(path.join(kRepository, 'policies/hips-2024.json'), 'utf8'));
const kChild = 'Marigold Quill';

// Does by mouse and keys what a Person does, one field after another, and counts.
class CountedPerson extends Person {
  answers = new Set();
  clicks = 0;
  keystrokes = 0;

  async click(locator) {
    this.clicks += 1;
    await this.act(locator, (it) => it.click());
  }
  async write(locator, text) {
    await this.click(locator);
    this.keystrokes += [...text].length;
    await this.page.keyboard.type(text);
    await settled(this.page);
  }
  // Whichever of the two the page has.
  buttonOrLink(name) {
    return this.click(this.page.getByRole('button', { name }).or(this.page.getByRole('link', { name })).first());
  }
  press(role, name, options = {}) {
    return this.click(this.page.getByRole(role, { name, exact: true, ...options }).first());
  }
  type(name, text) {
    this.answers.add(name);
    return this.write(this.page.getByRole('textbox', { name, exact: true }).first(), text);
  }
  choose(group, name) {
    this.answers.add(group);
    const choices = this.page.getByRole('radiogroup', { name: group, exact: true });
    return this.click(choices.getByRole('radio', { name, exact: true }));
  }
  tick(group, name) {
    this.answers.add(group);
    const choices = this.page.getByRole('group', { name: group, exact: true });
    return this.click(choices.getByRole('checkbox', { name, exact: true }));
  }
  async date(group, day, month, year) {
    this.answers.add(group);
    const fields = this.page.getByRole('group', { name: group, exact: true });
    for (const [name, text] of [['Day', day], ['Month', month], ['Year', year]]) {
      await this.write(fields.getByRole('textbox', { name, exact: true }), text);
    }
  }
  count() {
    return { answers: this.answers.size, clicks: this.clicks, keystrokes: this.keystrokes };
  }
}

async function visit() {
  const { page, person, end } = await begin();
  await person.setUp();
  // Walks `task`, which ends where a person sees that it is done; prints and returns the counts.
  const walk = async (t, name, task) => {
    const counted = new CountedPerson(page);
    await task(counted);
    const { answers, clicks, keystrokes } = counted.count();
    t.diagnostic(`${name}: ${answers} answers, ${clicks} clicks, ${keystrokes} keystrokes`);
    return counted.count();
  };
  const at = async (time) => {
    await page.clock.setSystemTime(new Date(time));
    await person.link('Procedures');  // any other page, and back: home is drawn anew
    await person.link('All cases');
    await person.heading('Your cases');
  };
  return { page, person, end, walk, at };
}

// The shortest way there is: only what must be given.
async function raise(person, child = kChild) {
  await person.button('Raise a disagreement');
  await person.choose('Procedure', policy.short_title);
  await person.choose('Area', 'Portsmouth');
  await person.button('Continue');
  await person.choose('It is about', 'A child');
  await person.type('Name or reference', child);
  await person.button('Continue');
  await person.choose('Is the child at immediate risk of harm?', 'No');
  await person.button('Continue');
  for (const each of policy.tests) await person.tick('When to use this procedure', each.question);
  await person.tick('Is it about any of these?', 'None of these');
  await person.button('Continue');
  await person.type('The decision or practice', 'The plan was stepped down to early help.');
  await person.type('Whose decision is it?', 'Harbour Family Service');
  await person.date('When did the disagreement or concern arise?', '1', '4', '2026');
  await person.button('Continue');
  await person.type('Why you disagree', 'Two further incidents were reported.');
  await person.type('The outcome you are seeking', 'The plan stays in place.');
  await person.button('Continue');
  await person.button('Raise the disagreement');
  await person.heading(child);
}

async function record(person) {
  await person.button('Record the discussion');
  await person.heading('Record a discussion');
  await person.choose('How?', 'Telephone');
  await person.type('Who took part?', 'Aled Fenwick, team manager');
  await person.type('What was said?', 'Aled explained the decision. I described both incidents.');
  await person.button('Save the record');
  await person.heading(kChild);
  await person.reads(/discussion is recorded and saved/);
}

async function escalate(person, from, to) {
  await person.buttonOrLink(new RegExp(`^Move to ${to}\\b`, 'i'));
  await person.type(`Why did ${from} not settle it?`, 'No answer came within the time.');
  await person.press('button', new RegExp(`^Move to ${to}\\b`), { exact: false });
  await person.heading(kChild);
}

test('a disagreement is raised in at most 12 answers', { timeout: 240000 }, async (t) => {
  const { page, end, walk } = await visit();
  const { answers } = await walk(t, 'raise', raise);
  assert.ok(answers > 0 && answers <= 12, `${answers} answers`);
  // It is kept, not only shown.
  await page.reload();
  const person = new Person(page);
  await person.unlock();
  await person.reads(new RegExp(kChild));
  await end();
});

test('what is due today is found in one step from home', { timeout: 240000 }, async (t) => {
  const { page, person, end, walk, at } = await visit();
  await raise(person);  // two working days over Easter: until 7 April
  await at('2026-04-02T09:30:00Z');
  await person.raise(policy.short_title, { area: 'Southampton', child: 'Linden Frost' });  // 31 March: until 2 April
  await at('2026-04-07T09:30:00Z');
  await person.reads(/one case is overdue and one is due today/i);
  const listed = async () => {
    const words = await person.text();
    return [kChild, 'Linden Frost'].filter((child) => words.includes(child));
  };
  assert.deepEqual(await listed(), [kChild, 'Linden Frost']);
  const { clicks, answers, keystrokes } = await walk(t, 'due today', async (counted) => {
    await counted.click(page.locator('nav').getByText('Due today 1', { exact: true }));
    await counted.reads(/(1|one) case (is )?due today/i);
  });
  assert.deepEqual(await listed(), [kChild]);
  assert.deepEqual({ clicks, answers, keystrokes }, { clicks: 1, answers: 0, keystrokes: 0 });
  await end();
});

test('a discussion is recorded in at most 5 fields', { timeout: 240000 }, async (t) => {
  const { person, end, walk } = await visit();
  await raise(person);
  const { answers } = await walk(t, 'record a discussion', record);
  assert.ok(answers > 0 && answers <= 5, `${answers} answers`);
  await end();
});

test('escalating with its notice takes at most 8 answers', { timeout: 240000 }, async (t) => {
  const { page, person, end, walk } = await visit();
  const stages = policy.stages.map((stage) => stage.label);
  const [fourth, last] = stages.slice(-2);
  const form = policy.forms.find((each) => each.offered_at?.includes(policy.stages.at(-1).id) && each.send_to);
  const duty = policy.duties.find((each) => each.form === form.id);
  await raise(person);
  const before = new CountedPerson(page);
  for (let i = 1; i < stages.length - 1; i += 1) await escalate(before, stages[i - 1], stages[i]);
  const { answers } = await walk(t, 'escalate with notice', async (counted) => {
    await escalate(counted, fourth, last);
    await counted.buttonOrLink(new RegExp(`^${duty.text}`));
    await counted.heading(form.title);
    // What is filled in from the case needs no answer.
    for (const field of form.fields.filter(({ required }) => required)) {
      const box = page.getByRole('textbox', { name: field.label, exact: true });
      if (await box.inputValue() === '') await counted.type(field.label, 'Four discussions have not settled it.');
    }
    await counted.button('Look at the notice');
    await counted.button('Issue the notice');
    await counted.heading('The notice is ready to send');
  });
  await person.reads(/The child|Four discussions|No answer came within the time/);
  assert.ok(answers > 0 && answers <= 8, `${answers} answers`);
  await end();
});
