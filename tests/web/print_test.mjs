// The browser's own print command in real Chromium: the document that is shown, the record of a case, or the words
// of the page; read back from the paper by poppler.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { shipped } from './policies.mjs';
import { begin } from './visit.mjs';

// The words on the paper, as poppler reads them.
async function printed(page) {
  const paper = await page.pdf({ format: 'A4', margin: { top: '2cm', bottom: '2cm', left: '2cm', right: '2cm' } });
  assert.equal(await page.locator('#paper').count(), 0, 'nothing is left on the page');
  return execFileSync('pdftotext', ['-', '-'], { input: paper, encoding: 'utf8' }).replace(/\s+/g, ' ');
}

test('Print gives the document, the record of the case, or the page', { timeout: 120000 }, async () => {
  const { page, person, end } = await begin({ colorScheme: 'dark' });
  await person.setUp();
  assert.match(await printed(page), /Your cases.*There are no cases on this device yet/);
  await person.raise(shipped('hips-2024'));
  const ofCase = await printed(page);
  const reference = (await page.evaluate(() => location.hash)).slice('#case/'.length);
  assert.match(ofCase, /Bruising was seen twice\..*A strategy discussion\./);
  assert.ok(ofCase.includes(reference));
  assert.match(ofCase, /Case file check code/);
  assert.doesNotMatch(ofCase, /What to do now/, 'the record, not the screen');
  await person.link('Documents');
  await person.link('See the full case record');
  assert.equal(await printed(page), ofCase);
  await person.link('Back to the case');
  await person.link('Now');
  await person.link('Add a note');
  await person.type('Note', 'Half a thought');
  assert.match(await printed(page), /Note: Half a thought/);

  // What is pressed is no part of the paper, unless it is the name of a case or of what was found.
  const name = `Marigold Quill · ${reference}`;
  await person.link('All cases');
  await person.heading('Your cases');
  const home = await printed(page);
  assert.ok(home.includes(name), home);
  assert.match(home, /HIPS 2024\. Stage 1/);
  assert.doesNotMatch(home, /Show as a table|Throw away|Procedures/);
  await person.link('Show as a table');
  const table = await printed(page);
  assert.match(table, /Case Procedure Stage Due/);
  assert.ok(table.includes(name), table);
  await page.keyboard.press('Control+k');
  await person.heading('Find');
  await person.type('What do you want to do?', 'marigold');
  const results = await printed(page);
  assert.ok(results.includes(name), results);
  await person.link('All cases');
  await person.raise(shipped('hips-2024'), { child: 'Linden Frost', to: 'check' });
  const answers = await printed(page);
  assert.match(answers, /Linden Frost/);
  assert.doesNotMatch(answers, /Change/);
  await end();
});
