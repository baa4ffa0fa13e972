// The main path by keyboard alone, in real Chromium, from the address bar to a notice that is downloaded, and locked
// and opened again. No mouse and no script presses or fills anything: keyboard.mjs says what is looked at on the way.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { kRepository } from './browser.mjs';
import { KeyboardPerson } from './keyboard.mjs';
import { kPassphrase } from './person.mjs';
import { begin } from './visit.mjs';

const policy = JSON.parse(readFileSync(path.join(kRepository, 'policies/hips-2024.json'), 'utf8'));
const [first, second] = policy.stages;
const form = policy.forms.find((each) => each.kind === 'notice' && each.offered_at.includes(second.id));

async function setUp(keys) {
  await keys.button('Set up this device');
  await keys.heading('Choose a passphrase');
  await keys.type('Passphrase', kPassphrase);
  await keys.type('The same passphrase again', kPassphrase);
  await keys.button('Set up my records', 'Space');
  await keys.heading('Keep your recovery key');
  await keys.button('I have kept it safe');
  await keys.heading('About you');
  await keys.type('Your name', 'Rowan Ashdown');
  await keys.type('Your role', 'Health visitor');
  await keys.type('Your agency or team', 'Larkfield Health Centre');
  await keys.button('Save and continue');
  await keys.heading('Your cases');
}

async function raise(keys) {
  await keys.button('Raise a disagreement');
  await keys.heading('Which procedure applies?');
  await keys.choose('Procedure', policy.short_title);
  await keys.choose('Area', policy.areas[2].name);
  await keys.button('Continue');
  await keys.heading('Who is it about?');
  await keys.choose('It is about', 'A child');
  await keys.type('Name or reference', 'Marigold Quill');
  await keys.button('Continue');
  await keys.heading('Is the child at immediate risk of harm?');
  await keys.choose('Is the child at immediate risk of harm?', 'No');
  await keys.button('Continue', 'Space');
  await keys.heading('Is this the right procedure?');
  for (const each of policy.tests) await keys.tick('When to use this procedure', each.question);
  await keys.tick('Is it about any of these?', 'None of these');
  await keys.button('Continue');
  await keys.heading('What was decided?');
  await keys.type('The decision or practice', 'The referral was closed.');
  await keys.type('Whose decision is it?', 'Northgate Assessment Team');
  await keys.button('Continue');
  // Without the date: the summary has the focus, and leads by keyboard to the field.
  await keys.heading('There is a problem');
  await keys.link('Enter the date when the concern arose');
  const field = await keys.focused();
  assert.deepEqual([field.role, field.name], ['textbox', 'Day']);
  await keys.date('When did the disagreement or concern arise?', '31', 'March', '2026');
  await keys.button('Continue');
  await keys.heading('Why does it worry you?');
  await keys.type('Why you disagree', 'Bruising was seen twice.');
  await keys.type('The outcome you are seeking', 'A strategy discussion.');
  await keys.button('Continue');
  await keys.heading('Check your answers before you raise it');
  await keys.button('Raise the disagreement');
  await keys.heading('Marigold Quill');
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
  await setUp(keys);
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

  const move = new RegExp(`^Move to ${second.label}\\b`, 'i');
  await keys.tabTo((await page.getByRole('button', { name: move }).count()) > 0 ? 'button' : 'link', move);
  await keys.key('Enter');
  await keys.heading(/^Move to/);
  await keys.type(`Why did ${first.label} not settle it?`, 'No answer came within the time.');
  await keys.button(move);
  await keys.heading('Marigold Quill');

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
  await person.raise(policy.short_title, { area: policy.areas[2].name });
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
