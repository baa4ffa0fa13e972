// GOV.UK's newer bank holidays brought as a file, in real Chromium: a provisional deadline becomes firm and says what
// moved it, and stays so after a reload; closed days that are turned on move it again. axe finds nothing on the pages.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newerHolidays, shipped } from './policies.mjs';
import { begin } from './visit.mjs';
import { kSteppedDown, kTold } from './walks.mjs';

const kWorkingDays = async (person) => {
  await person.link('Settings');
  await person.link('See which days count');
  await person.heading('Working days and bank holidays');
};
const kOpenCase = async (person) => {
  await person.link('All cases');
  await person.heading('Your cases');
  await person.press('link', new RegExp(`^${kTold.child}`), { exact: false });
  await person.heading(kTold.child);
};

test('a file with a further year makes a provisional deadline firm', { timeout: 300000 }, async () => {
  // A Friday; the first stage lasts two working days.
  const { page, person, end } = await begin({ time: '2028-12-29T10:00:00Z' });
  await person.setUp();
  await person.raise(shipped('hips-2024'), {
    ...kSteppedDown, child: kTold.child, area: 'Portsmouth', arose: ['29', '12', '2028'],
  });
  await person.reads(/Tuesday 2 January/);
  await person.button('Why that day?');
  await person.reads(/provisional/);

  await kWorkingDays(person);
  await person.reads(/known up to 31 December 2028/);
  await person.look('working days');
  const wrong = { name: 'page.json', mimeType: 'application/json', buffer: Buffer.from('<!doctype html>') };
  await person.pick('Bring GOV.UK’s newer file', wrong);
  await person.heading('This file cannot be used');
  await person.reads(/www\.gov\.uk\/bank-holidays\.json/);
  await person.look('a file that cannot be used');
  await person.pick('Choose the file again', newerHolidays());
  await person.heading('What this file changes');
  await person.reads(/2029 become known by it\. It adds 8 days\./);
  await person.look('what a file changes');
  await page.clock.setSystemTime(new Date('2028-12-29T11:00:00Z'));
  await person.button('Keep this file on this device');
  await person.heading('Working days and bank holidays');
  await person.reads(/known up to 31 December 2029/);
  await person.reads(/“bank-holidays\.json”, kept on 29 December 2028 at 11am/);
  await person.look('working days with a file');

  // Monday 1 January is New Year's Day, so Tuesday is the first working day.
  const firm = async () => {
    await kOpenCase(person);
    await person.reads(/Wednesday 3 January/);
    const why = page.getByRole('button', { name: 'Why that day?', exact: true });
    if (await why.getAttribute('aria-expanded') !== 'true') await person.button('Why that day?');
    await person.reads(/New Year’s Day/);
    assert.doesNotMatch(await person.text(), /provisional/);
  };
  await firm();
  await person.reads(/Until 29 December 2028 it ended on Tuesday 2 January 2029/);
  await person.lock();
  await person.unlock();
  await firm();

  // The same file again is nothing new.
  await kWorkingDays(person);
  await person.pick('Bring GOV.UK’s newer file', newerHolidays());
  await person.heading('This file changes nothing');
  await person.look('a file that changes nothing');
  await person.link('Back to working days');

  await person.button('Add days when you are closed');
  await person.heading('Add days when you are closed');
  await person.button('Add these days');
  await person.reads(/There is a problem/);
  await person.look('closed days, with errors');
  await person.type('What are these days called?', 'Stocktaking');
  await person.date('What is the first day?', '2', '1', '2029');
  await person.button('Add these days');
  await person.heading('Working days and bank holidays');
  const closed = page.getByRole('checkbox', { name: 'Leave out Stocktaking, Tuesday 2 January 2029', exact: true });
  assert.equal(await closed.isChecked(), false);
  await person.act(closed, (it) => person.click(it));
  await person.reads(/“Stocktaking” is left out of every deadline now/);
  assert.equal(await closed.isChecked(), true);
  await person.look('working days with closed days');
  await kOpenCase(person);
  await person.reads(/Thursday 4 January/);

  await kWorkingDays(person);
  await person.link('Stop using this file: “bank-holidays.json”, kept on 29 December 2028 at 11am');
  await person.look('the question about a file');
  await person.button('Stop using it');
  await person.reads(/The file is removed/);
  await person.reads(/known up to 31 December 2028/);
  await end();
});
