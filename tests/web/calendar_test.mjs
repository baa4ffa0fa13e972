// The calendar, in real Chromium: a month by keyboard and by pointer, and the file for other calendars, read by
// ical.js: what is due, what has moved and what is over, without a name unless somebody asked for names.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { settled } from './browser.mjs';
import { shipped } from './policies.mjs';
import { begin } from './visit.mjs';
import { kTold } from './walks.mjs';

const policy = shipped('hips-2024');
const kDay = /^Thursday 2 April 2026, one deadline$/;  // two working days after Tuesday 31 March

// The entries of a calendar file that was downloaded, and its text.
async function fileOf(person, button = 'Download the calendar file') {
  const { name, path } = await person.download(button);
  assert.equal(name, 'deadlines.ics');
  const text = readFileSync(path, 'utf8');
  const whole = new ICAL.Component(ICAL.parse(text));
  assert.equal(whole.getFirstPropertyValue('version'), '2.0');
  const entries = whole.getAllSubcomponents('vevent').map((each) => ({
    event: new ICAL.Event(each), status: each.getFirstPropertyValue('status'),
    alarms: each.getAllSubcomponents('valarm').length,
  }));
  return { text, entries };
}

test('a month with every deadline, and a file of them', { timeout: 300000 }, async () => {
  const { page, person, end } = await begin();
  const key = async (name) => {
    await page.keyboard.press(name);
    await settled(page);
  };
  await person.setUp();
  await person.raise(policy);
  await key('Control+k');
  await person.heading('Find');
  await page.keyboard.type('calendar');
  await settled(page);
  await key('Enter');
  await person.heading('Calendar');
  await person.reads(/April 2026: one deadline\./);
  const month = page.getByRole('table', { name: 'April 2026', exact: true });
  assert.equal(await month.getByRole('columnheader').count(), 7);
  assert.equal(await month.getByRole('cell').count(), 35);
  await person.reads(/Friday 3 April 2026, Good Friday/);
  await person.look('the calendar');

  // A day leads to its list by keyboard, and the list to the case.
  const day = month.getByRole('link', { name: kDay });
  await day.focus();
  await key('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Thursday 2 April 2026');
  await key('Tab');
  assert.match(await page.evaluate(() => document.activeElement.textContent), new RegExp(kTold.child));
  await key('Enter');
  await person.heading(kTold.child);
  await page.goBack();
  await person.heading('Calendar');
  await person.link('Month after');
  await person.reads(/Nothing is due in May 2026/);
  await person.link('This month');
  await person.reads(/April 2026: one deadline\./);

  const first = await fileOf(person);
  assert.equal(first.entries.length, 1);
  const [due] = first.entries;
  assert.equal(due.event.startDate.toString(), '2026-04-02');
  assert.ok(due.event.startDate.isDate, 'a working day is a whole day');
  assert.ok(due.alarms > 0);
  assert.equal(due.event.sequence, 0);
  assert.doesNotMatch(first.text, /Marigold|Quill|Ashdown|Northgate/);
  const named = await fileOf(person, 'Download it with names');
  assert.match(named.entries[0].event.summary, /Marigold Quill/);
  assert.equal(named.entries[0].event.uid, due.event.uid);
  assert.equal(named.entries[0].event.sequence, 1);

  // What is over is taken out of the calendars that had it, also after the page was left.
  await person.lock();
  await person.unlock();
  await person.press('link', /^Marigold Quill/, { exact: false });
  await person.heading(kTold.child);
  await person.escalate(policy.stages[0].label, policy.stages[1].label);
  await key('Control+k');
  await page.keyboard.type('calendar');
  await settled(page);
  await key('Enter');
  await person.heading('Calendar');
  const after = await fileOf(person);
  const gone = after.entries.find(({ event }) => event.uid === due.event.uid);
  assert.equal(gone.status, 'CANCELLED');
  assert.equal(gone.event.sequence, 2);
  const fresh = after.entries.filter(({ status }) => status !== 'CANCELLED');
  assert.ok(fresh.length > 0 && fresh.every(({ event }) => event.uid !== due.event.uid));

  await page.setViewportSize({ width: 390, height: 844 });
  await settled(page);
  const box = await month.getByRole('link').first().boundingBox();
  assert.ok(box.width >= 44 && box.height >= 44, 'a day is large enough for a finger');
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await person.look('the calendar on a phone');
  await end();
});
