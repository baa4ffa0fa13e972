// If nothing is resolved, in real Chromium: the ladder of a case and other days tried on it, by keyboard alone and on
// a phone. The table, the picture's words and the sentence say the same, axe finds nothing, and nothing is kept.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settled } from './browser.mjs';
import { KeyboardPerson } from './keyboard.mjs';
import { shipped } from './policies.mjs';
import { begin } from './visit.mjs';
import { kPassphrase, kTold } from './walks.mjs';

const hips = shipped('hips-2024');
const kAbout = 'What happens on another day?';
const kTable = 'When each later stage begins and falls due';

// The table's rows without its headings, as a screen reader goes through them.
async function rowsOf(page) {
  await settled(page);
  const rows = page.getByRole('table', { name: kTable, exact: true }).getByRole('row');
  const texts = await rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
  return texts.slice(1);
}
const pictureOf = (page) => page.getByRole('img', { name: /^If nothing is resolved: stage/ }).getAttribute('aria-label');
const focusedText = (page) => page.evaluate(() => document.activeElement.textContent.trim());

test('other dates are tried by keyboard alone, and nothing of it is kept', { timeout: 600000 }, async () => {
  const { page, person, end } = await begin();
  const keys = await KeyboardPerson.at(page);
  await keys.heading('Resolve a professional disagreement about a child');
  await keys.setUp();
  // It arose on Tuesday 31 March, so stage 1 ends on Thursday 2 April: after that come Good Friday and Easter Monday.
  await keys.raise(hips, { area: hips.areas[2].name });
  await keys.button(/^If nothing is resolved/);
  await keys.link('Try other dates');
  await keys.heading('If nothing is resolved');
  assert.match(page.url(), /what-if$/);
  await person.look('the ladder');
  const before = await rowsOf(page);
  assert.deepEqual(before.map(([stage, begins, due]) => [stage, begins, due]), [
    ['Stage 2', 'Thursday 2 April 2026', 'The end of Wednesday 8 April 2026'],
    ['Stage 3', 'Wednesday 8 April 2026', 'The end of Friday 10 April 2026'],
    ['Stage 4', 'Friday 10 April 2026', 'The end of Tuesday 14 April 2026'],
    ['Stage 5', 'Tuesday 14 April 2026', 'The end of Thursday 16 April 2026'],
  ]);
  const words = await pictureOf(page);
  for (const [stage, , due] of before) {
    assert.ok(words.includes(`${stage[0].toLowerCase()}${stage.slice(1)} by ${due[0].toLowerCase()}${due.slice(1)}`), words);
  }

  // Nothing typed: the summary has the focus and leads to the field.
  await keys.button('Show what changes');
  await keys.heading('There is a problem');
  await keys.link('Enter the day');
  assert.equal((await keys.focused()).name, 'Day');
  await person.look('the ladder, with an error');
  await keys.date('Which day?', '9', '4', '2026');
  await keys.button('Show what changes');
  await keys.heading('What you suppose');
  assert.equal(await focusedText(page), 'If nothing is resolved');
  await person.look('the ladder, with a day supposed');
  await person.reads(/Nothing of it is recorded/);
  await person.reads(/stage 5 is reached on Friday 17 April 2026 at the latest, three working days later/);
  const after = await rowsOf(page);
  assert.deepEqual(after.map((cells) => cells[3]), Array(4).fill('Three working days later'));
  assert.match(await pictureOf(page), /stage 2 by the end of Monday 13 April 2026, three working days later/);

  // A later stage, before it begins on this ladder; then after.
  await keys.tabTo('combobox', kAbout);
  await keys.key('ArrowDown');
  assert.equal(await page.evaluate(() => document.activeElement.selectedOptions[0].textContent.trim()), 'Stage 2 ends');
  await keys.date('Which day?', '8', '4', '2026');
  await keys.button('Show what changes');
  await keys.heading('There is a problem');
  await person.reads(/On this ladder stage 2 begins on Thursday 9 April 2026/);
  await keys.date('Which day?', '10', '4', '2026');
  await keys.button('Show what changes');
  await keys.heading('What you suppose');
  await person.reads(/Stage 2 ends on Friday 10 April 2026/);
  await keys.button('Take back: stage 1 ends on Thursday 9 April 2026');
  await person.reads(/You suppose that stage 2 ends on Friday 10 April 2026/);
  assert.doesNotMatch(await person.text(), /stage 1 ends on Thursday 9 April/i);

  // Elsewhere and back it is still there; after a reload nothing is.
  await keys.link('Back to the case');
  await keys.heading(kTold.child);
  await page.goBack();
  await keys.heading('If nothing is resolved');
  await person.reads(/Stage 2 ends on Friday 10 April 2026/);
  await page.reload();
  await keys.heading('Unlock your records');
  await keys.password('Passphrase', kPassphrase);
  await keys.button('Unlock');
  await keys.heading('If nothing is resolved');
  assert.doesNotMatch(await person.text(), /Nothing of it is recorded/);
  assert.deepEqual(await rowsOf(page), before);
  await end();
});

test('on a phone, where each time is declared, a supposed day makes the next stage known', { timeout: 300000 }, async () => {
  const sussex = shipped('pan-sussex');
  const { page, person, end } = await begin({ viewport: { width: 320, height: 640 } });
  await person.setUp();
  await person.raise(sussex);
  await person.button('If nothing is resolved: when each later stage falls due');
  await person.link('Try other dates');
  await person.heading('If nothing is resolved');
  await person.reads(/Later days cannot be known until stage 1 has a time of its own/);
  await person.look('the ladder on a phone, nothing known');
  await person.date('Which day?', '7', '4', '2026');
  await person.button('Show what changes');
  await person.heading('What you suppose');
  await person.reads(/Tuesday 7 April 2026/);
  const select = page.getByRole('combobox', { name: kAbout, exact: true });
  await select.selectOption({ label: 'Stage 2 ends' });
  await person.date('Which day?', '14', '4', '2026');
  await person.button('Show what changes');
  await person.reads(/Stage 2 ends on Tuesday 14 April 2026/);
  assert.deepEqual((await rowsOf(page)).map(([stage, begins]) => [stage, begins]),
    [['Stage 2', 'Tuesday 7 April 2026'], ['Stage 3', 'Tuesday 14 April 2026']]);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing lies beside the page');
  await person.look('the ladder on a phone');
  await person.link('Take all back');
  await person.reads(/Later days cannot be known until stage 1 has a time of its own/);
  await end();
});
