// The main path by keyboard alone, in real Chromium, from the address bar to a notice that is downloaded, and locked
// and opened again. No mouse and no script presses or fills anything: keyboard.mjs says what is looked at on the way.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { KeyboardPerson } from './keyboard.mjs';
import { shipped } from './policies.mjs';
import { begin } from './visit.mjs';
import { kPassphrase, kTold } from './walks.mjs';

const policy = shipped('hips-2024');
const [first, second] = policy.stages;
const form = policy.forms.find((each) => each.kind === 'notice' && each.offered_at.includes(second.id));

async function raise(keys) {
  await keys.raise(policy, { area: policy.areas[2].name, to: 'decision' });
  await keys.type('The decision or practice', kTold.decision);
  await keys.type('Whose decision is it?', kTold.whose);
  await keys.button('Continue');
  // Without the date: the summary has the focus, and leads by keyboard to the field.
  await keys.heading('There is a problem');
  await keys.link('Enter the date when the concern arose');
  const field = await keys.focused();
  assert.deepEqual([field.role, field.name], ['textbox', 'Day']);
  await keys.date('When did the disagreement or concern arise?', '31', 'March', '2026');
  await keys.button('Continue');
  await keys.raise(policy, { from: 'concern' });
}

test('from the address bar to a notice, locked and opened again, by keyboard alone', { timeout: 600000 }, async (t) => {
  const { page, end } = await begin({ acceptDownloads: true });
  const keys = await KeyboardPerson.at(page);
  await keys.heading('Resolve a professional disagreement about a child');
  while (await keys.tab());  // out of the page, as far as the address bar
  const skip = await keys.tab();
  assert.deepEqual([skip.role, skip.name], ['link', 'Skip to main content'], 'the first thing that Tab reaches from there');
  await keys.key('Enter');
  assert.equal((await keys.focused()).role, 'heading');
  await keys.setUp();
  await raise(keys);

  await keys.button('Why that day?', 'Space');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-expanded')), 'true');
  await keys.button('Record the discussion');
  await keys.heading('Record a discussion');
  await keys.choose('How?', 'Telephone');
  await keys.type('Who took part?', 'Aled Fenwick, team manager');
  await keys.type('What was said?', 'Aled explained the decision.');
  await keys.key('Enter');  // another line, not the end of the page
  await keys.write('I described both bruises.');
  assert.equal((await keys.focused()).name, 'What was said?');
  await keys.button('Save the record');
  await keys.heading('Marigold Quill');

  // Immediate risk, from wherever the focus is, and back.
  await keys.tabTo('link', 'Add a note');
  await keys.key('F2');
  await keys.heading('A child at immediate risk');
  await keys.key('Escape');
  await keys.heading('Marigold Quill');

  await keys.escalate(first.label, second.label);

  await keys.link(new RegExp(form.title, 'i'));
  await keys.heading(form.title);
  await keys.type(form.fields.find(({ required }) => required).label, 'The referral is opened again.');
  await keys.button('Look at the notice');
  await keys.button('Issue the notice');
  await keys.heading('The notice is ready to send');
  const arriving = page.waitForEvent('download', { timeout: 60000 });
  await keys.button('Download as PDF');
  const download = await arriving;
  assert.match(download.suggestedFilename(), /\.pdf$/);
  assert.match(readFileSync(await download.path()).subarray(0, 5).toString(), /^%PDF-/);

  // Find, from a page that has the focus somewhere else.
  await keys.key('Control+k');
  await keys.heading('Find');
  assert.equal((await keys.focused()).name, 'What do you want to do?');
  await keys.write('all cases');
  await keys.tabTo('link', /^All cases/);
  await keys.key('Enter');
  await keys.heading('Your cases');

  await keys.tabTo('link', 'Lock');
  const locked = page.waitForEvent('load');  // a new document: nothing of the old one is left
  await page.keyboard.press('Enter');
  await locked;
  await keys.heading('Unlock your records');
  await keys.type('Passphrase', kPassphrase);
  await keys.button('Unlock');
  await keys.heading('Your cases');
  await keys.tabTo('link', /^Marigold Quill/);
  t.diagnostic(`${keys.presses} keys; ${keys.marked.size} buttons seen with a mark of the focus`);
  assert.ok(keys.marked.size >= 10);
  await end();
});

test('Tab goes once around a page, and Shift+Tab the same way back', { timeout: 240000 }, async () => {
  const { page, person, end } = await begin();
  await person.setUp();
  await person.raise(policy, { area: policy.areas[2].name });
  const keys = await KeyboardPerson.at(page);
  for (const open of ['case', 'home']) {
    if (open === 'home') await person.link('All cases');
    const around = async (back) => {
      const names = [];
      keys.now = undefined;
      while (await keys.tab(back));  // from wherever it is, out of the page
      const start = await keys.tab(back);
      // Without bars of its own the browser may go from the first thing to the last, past the address bar.
      for (let it = start; it && !(names.length > 0 && it.key === start.key); it = await keys.tab(back)) {
        names.push(`${it.role} ${it.name}`);
      }
      return names;
    };
    const there = await around(false);
    assert.ok(there.length > 8, there.join('\n'));
    assert.equal(there[0], 'link Skip to main content');
    assert.deepEqual((await around(true)).reverse(), there, open);
  }
  await end();
});
