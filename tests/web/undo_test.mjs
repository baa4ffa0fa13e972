// Undo over what is typed and not saved, in real Chromium: by key within a field and outside, by its links, and of
// something half written that was thrown away from home.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settled } from './browser.mjs';
import { shipped } from './policies.mjs';
import { begin } from './visit.mjs';

test('what is typed is taken back by key and by link, and put there again', { timeout: 300000 }, async () => {
  const { page, person, end } = await begin();
  const key = async (keys) => {
    await page.keyboard.press(keys);
    await settled(page);
  };
  await person.setUp();
  await person.raise(shipped('hips-2024'));
  await person.link('Add a note');
  const note = page.getByRole('textbox', { name: 'Note', exact: true });
  assert.equal(await page.getByRole('link', { name: 'Undo the last change' }).count(), 0);
  await note.click();
  await page.keyboard.type('The school rang.');
  await settled(page);
  await page.clock.fastForward(4000); // a rest
  await page.keyboard.type(' Nobody answered.');
  await settled(page);
  await key('Control+z');
  assert.equal(await note.inputValue(), 'The school rang.');
  await key('Control+z');
  assert.equal(await note.inputValue(), '');
  await key('Control+Shift+z');
  await key('Control+y');
  assert.equal(await note.inputValue(), 'The school rang. Nobody answered.');
  await page.keyboard.type(' At last.'); // the caret is still in the field
  await settled(page);
  await person.link('Undo the last change');
  assert.equal(await note.inputValue(), 'The school rang. Nobody answered.');
  await person.link('Redo what was undone');
  assert.equal(await note.inputValue(), 'The school rang. Nobody answered. At last.');
  await person.look('a note, with Undo');

  // Home knows of it.
  await person.link('All cases');
  await person.heading('Half written');
  await person.look('home, half written');
  await person.press('button', /^Throw away: Add a note/, { exact: false });
  await person.reads(/Thrown away: Add a note\./);
  assert.equal(await page.getByRole('heading', { name: 'Half written' }).count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Open 1', 'the focus is on what stands next');
  await person.button('Undo');
  await person.heading('Half written');
  await person.press('link', 'Add a note');
  assert.equal(await note.inputValue(), 'The school rang. Nobody answered. At last.');
  await person.button('Save the note');
  await person.link('All cases');
  assert.equal(await page.getByRole('heading', { name: 'Half written' }).count(), 0);
  await end();
});
