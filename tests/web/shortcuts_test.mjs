// The keys that work on every page, in real Chromium: immediate risk from the middle of a sentence and back, and a
// case opened by a few letters. They are the browser's own where they mean nothing here.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settled, tooWide } from './browser.mjs';
import { allShipped, kWorked, readJson } from './policies.mjs';
import { begin } from './visit.mjs';

async function visit(options) {
  const { page, person, end } = await begin(options);
  const key = async (keys) => {
    await page.keyboard.press(keys);
    await settled(page);
  };
  // Whether the application took the key, so that the browser does nothing with it.
  const taken = (init) => page.evaluate((how) => !document.activeElement.dispatchEvent(
    new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...how })), init);
  return { page, person, key, look: person.look, taken, end };
}

// One of the procedures that has words of its own for immediate risk and needs no area.
const procedure = allShipped().find((each) =>
  each.subjects?.length > 1 && !(each.areas?.length > 1) && each.risk?.direct_entry?.length);

test('from the middle of a sentence to immediate risk and back; a case by two words', { timeout: 300000 }, async () => {
  const { page, person, key, look, taken, end } = await visit();
  assert.equal(await taken({ key: 'F2' }), false, 'before anything is set up');
  await person.setUp();
  await person.raise(procedure);
  await person.link('All cases');

  // One case away from the other.
  await person.raise(procedure, { child: 'Zoë Ashdown' });
  await person.press('button', 'Record the discussion');
  await person.heading(/discussion/i);
  const field = page.getByRole('textbox', { name: /./ }).and(page.locator('textarea')).first();
  await field.click();
  await page.keyboard.type('We spoke, and then');
  await page.keyboard.press('F2');  // no frame in between
  await person.heading('A child at immediate risk');
  await person.reads(/call 999/);
  await person.button('Where this comes from');
  const words = await person.text();
  for (const { text, cite } of procedure.risk.actions) assert.ok(words.includes(text) && words.includes(cite.words), text);
  await person.reads(/In the case of Zoë Ashdown/);
  await look('immediate risk of a case');
  await key('Escape');
  await person.heading(/discussion/i);
  assert.equal(await field.inputValue(), 'We spoke, and then');

  await field.click();
  await key('Control+k');
  await person.heading('Find');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'What do you want to do?');
  await look('find, of a case');
  await page.keyboard.type('marigold quil');
  await settled(page);
  assert.equal(await page.getByRole('status').filter({ hasText: '1 result' }).count(), 1);
  assert.equal(await page.getByRole('textbox').inputValue(), 'marigold quil');
  await look('find, with a result');
  await key('Enter');
  await person.heading('Marigold Quill');

  // From Find, too, back to where one was.
  await key('Meta+k');
  await person.heading('Find');
  await page.keyboard.type('zoe');
  await key('Escape');
  await person.heading('Marigold Quill');

  // The other one's half sentence is still there.
  await key('Control+k');
  await page.keyboard.type('ashdown');
  await key('Enter');
  await person.heading('Zoë Ashdown');
  await person.press('button', 'Record the discussion');
  assert.equal(await field.inputValue(), 'We spoke, and then');
  await end();
});

test('keys that mean nothing here stay the browser’s, and letters are typed', { timeout: 120000 }, async () => {
  const { page, person, key, taken, end } = await visit();
  await person.setUp();
  assert.equal(await taken({ key: 'Escape' }), false);
  assert.equal(await taken({ key: 'k' }), false);
  assert.equal(await taken({ key: 'K', ctrlKey: true, shiftKey: true }), false);
  assert.equal(await taken({ key: 'F2', altKey: true }), false);
  assert.equal(await taken({ key: 'F3' }), false);
  assert.equal(await taken({ key: 'F2', isComposing: true }), false, 'while a word is composed');
  assert.equal(await taken({ key: 'f', ctrlKey: true }), false);
  await person.heading('Your cases');
  assert.equal(await taken({ key: 'K', ctrlKey: true }), true, 'with Caps Lock');
  await person.heading('Find');
  await page.keyboard.type('k F2');
  await settled(page);
  assert.equal(await page.getByRole('textbox').inputValue(), 'k F2');
  await key('Escape');
  await person.lock();
  assert.equal(await taken({ key: 'F2' }), false, 'locked');
  await end();
});

test('on a telephone immediate risk is one press away, and both pages fit', { timeout: 120000 }, async () => {
  const { page, person, key, look, end } = await visit({ viewport: { width: 390, height: 844 } });
  await person.setUp();
  await person.link('Immediate risk');
  await person.heading('A child at immediate risk');
  assert.deepEqual(await tooWide(page), []);
  await look('immediate risk without a case');
  await person.link('Back');
  await person.heading('Your cases');
  await key('Control+k');
  assert.deepEqual(await tooWide(page), []);
  await look('find, narrow');
  await end();
});

test('a question in front of the page: Escape says no, immediate risk is still one key away', { timeout: 180000 }, async () => {
  const { page, person, key, look, taken, end } = await visit();
  await person.setUp();
  const { title } = readJson(kWorked);
  await person.link('Settings');
  await person.link('Read, compare and add procedures');
  await person.pick('Add a procedure from a file', kWorked);
  await person.heading(title);
  await person.button('Keep this procedure on this device');
  await person.reads(/kept on this device/);
  const dialogs = () => page.getByRole('dialog').count();
  const focused = () => page.evaluate(() => document.activeElement.textContent);

  const forget = 'Stop using this file';
  await page.getByRole('button', { name: forget, exact: true }).focus();
  await key('Enter');
  assert.equal(await dialogs(), 1);
  assert.equal(await focused(), await page.getByRole('dialog').getByRole('heading').innerText());
  await look('a question in front of a procedure');
  assert.equal(await taken({ key: 'k', ctrlKey: true }), false, 'another key waits for the answer');
  await key('Escape');
  assert.equal(await dialogs(), 0);
  assert.equal(await focused(), forget);

  await key('Enter');
  assert.equal(await dialogs(), 1);
  await key('F2');
  await person.heading('A child at immediate risk');
  assert.equal(await dialogs(), 0);
  assert.equal(await focused(), 'A child at immediate risk');
  assert.equal(await page.locator('[inert]').count(), 0);
  await key('Escape');
  await person.heading(title);
  assert.equal(await dialogs(), 0);

  await person.button(forget);
  await page.getByRole('dialog').getByRole('button').first().click();
  await person.heading('Procedures');
  assert.equal(await page.getByRole('link', { name: title, exact: true }).count(), 0);
  await person.link('Back');
  await person.heading('Settings');
  await end();
});
