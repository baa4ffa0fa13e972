// The tasks that people come for, walked and counted in real Chromium: how many answers each asks for, and how many
// clicks and keystrokes that is with a mouse. An answer is a field or a choice that a person must give: a date is
// one, a question with boxes to tick is one, “Continue” is none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './person.mjs';
import { shipped } from './policies.mjs';
import { begin } from './visit.mjs';
import { kSteppedDown, kTold } from './walks.mjs';

const policy = shipped('hips-2024');
const kChild = kTold.child;

// Does by mouse and keys what a Person does, one field after another, and counts.
class CountedPerson extends Person {
  answers = new Set();
  clicks = 0;
  keystrokes = 0;

  act(locator, action) {
    this.clicks += 1;
    return super.act(locator, action);
  }
  write(locator, text) {
    this.keystrokes += [...text].length;
    return this.act(locator, async (it) => {
      await this.click(it);
      await this.page.keyboard.type(text);
    });
  }
  type(name, text) {
    this.answers.add(name);
    return this.write(this.page.getByRole('textbox', { name, exact: true }).first(), text);
  }
  choose(group, name) {
    this.answers.add(group);
    return super.choose(group, name);
  }
  tick(group, name) {
    this.answers.add(group);
    return super.tick(group, name);
  }
  async date(group, ...texts) {
    this.answers.add(group);
    for (const [index, field] of this.dateFields(group).entries()) await this.write(field, texts[index]);
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
const raise = (person) => person.raise(policy, { ...kSteppedDown, area: policy.areas[2].name });

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
  await person.raise(policy, { area: policy.areas[3].name, child: 'Linden Frost' });  // 31 March: until 2 April
  await at('2026-04-07T09:30:00Z');
  await person.reads(/one case is overdue and one is due today/i);
  const listed = async () => {
    const words = await person.text();
    return [kChild, 'Linden Frost'].filter((child) => words.includes(child));
  };
  assert.deepEqual(await listed(), [kChild, 'Linden Frost']);
  const { clicks, answers, keystrokes } = await walk(t, 'due today', async (counted) => {
    await counted.act(page.locator('nav').getByText('Due today 1', { exact: true }), (it) => counted.click(it));
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
  for (let i = 1; i < stages.length - 1; i += 1) await before.escalate(stages[i - 1], stages[i]);
  const { answers } = await walk(t, 'escalate with notice', async (counted) => {
    await counted.escalate(fourth, last);
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
  const why = 'No answer came within the time.';  // as escalate() typed it
  const moved = `Moved to ${last.toLowerCase()}: ${policy.stages.at(-1).title}. ${why}`;
  assert.ok((await person.text()).includes(moved), moved);
  assert.ok(answers > 0 && answers <= 8, `${answers} answers`);
  await end();
});
