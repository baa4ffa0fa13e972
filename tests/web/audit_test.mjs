// What the procedure asked beside what is recorded, in real Chromium: from the documents of a case to a row, from the
// row to where its record is written, and out of the browser as a PDF with every word. axe finds nothing.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { shipped } from './policies.mjs';
import { begin } from './visit.mjs';
import { kTold } from './walks.mjs';

const hips = shipped('hips-2024');
const kTitle = 'What the procedure asked, and what is recorded';

async function atTheAudit(person) {
  await person.link('Documents');
  await person.link(kTitle);
  await person.heading(kTitle);
}

test('a row that waits leads to its record, and has it afterwards', { timeout: 300000 }, async () => {
  const { page, person, end } = await begin();
  await person.setUp();
  await person.raise(hips, { area: hips.areas[2].name });
  await atTheAudit(person);
  assert.match(page.url(), /\/audit$/);
  await person.look('the audit');
  await person.reads(/Of the \d+ things that the procedure has asked for so far, 1 is recorded/);
  await person.link('The discussion takes place');
  await person.heading('Record a discussion');
  await person.choose('How?', 'Telephone');
  await person.type('Who took part?', 'Aled Fenwick, team manager');
  await person.type('What was said?', 'Aled explained the decision.');
  await person.button('Save the record');
  await person.heading(kTold.child);
  await atTheAudit(person);
  await person.reads(/Record: Discussion recorded, 1 April 2026/);
  await person.reads(/Recorded in time/);

  // What is listed has an address, which the browser's Back leads to.
  await person.link('Recorded late 0');
  await person.reads(/There is none of these/);
  assert.match(page.url(), /\/audit\/late$/);
  await person.look('the audit, nothing late');
  await page.goBack();
  await person.reads(/The whole case/);

  // The PDF has the words of every row.
  const [text] = readFileSync((await person.download('Download as text')).path, 'utf8').split('_'.repeat(72));  // its foot
  const pdf = await person.download('Download as PDF');
  assert.match(pdf.name, /^asked-and-recorded-CG-.*\.pdf$/);
  const words = (it) => it.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 3);
  const inPdf = new Set(words(execFileSync('pdftotext', ['-layout', pdf.path, '-'], { encoding: 'utf8' })));
  assert.ok(words(text).length > 100);
  assert.deepEqual(words(text).filter((word) => !inPdf.has(word)).slice(0, 5), []);
  await end();
});

test('on a phone every row is within the page', { timeout: 300000 }, async () => {
  const { page, person, end } = await begin({ viewport: { width: 390, height: 844 } });
  await person.setUp();
  await person.raise(hips, { area: hips.areas[2].name });
  await atTheAudit(person);
  await person.look('the audit on a phone');
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await end();
});
