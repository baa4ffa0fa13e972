// A trial in real Chromium: the tour by its own links, a case played with, and nothing of it anywhere afterwards.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stored } from './stored.mjs';
import { begin } from './visit.mjs';

test('the tour of an invented case, before anything is set up', { timeout: 300000 }, async () => {
  const { page, person, end } = await begin();
  await person.button('Try it with an invented case');
  await person.heading('Your cases');
  const steps = Number(/Tour, 1 of (\d+)/.exec(await person.text())?.[1]);
  assert.ok(steps >= 5);
  await person.look('trial: home');
  for (let step = 2; step <= steps; step += 1) {
    await person.link('Next');
    await person.reads(new RegExp(`Tour, ${step} of ${steps}`));
    await person.look(`trial: stop ${step}`);
  }
  assert.equal(await page.getByRole('link', { name: 'Next', exact: true }).count(), 0);
  await person.link('Previous');
  await person.reads(new RegExp(`Tour, ${steps - 1} of ${steps}`));
  await person.link('Leave the tour');
  await person.reads(/Nothing here is kept/);

  // Played with: a note joins the case.
  await person.link('All cases');
  await person.press('link', /Example Child/, { exact: false });
  await person.heading('Example Child');
  await person.link('Add a note');
  await person.type('Note', 'Velvet anchors of the trial');
  await person.button('Save the note');
  await person.heading('Example Child');

  await person.link('End the trial');
  await person.button('End the trial');
  await person.heading('Resolve a professional disagreement about a child');
  await person.reads(/The trial is over/);
  const text = await person.text();
  assert.doesNotMatch(text, /Example Child|Tour,/);
  const { bytes } = await stored(page);
  assert.ok(!bytes.includes('Velvet anchors') && !bytes.includes('Example Child'));
  // And the real thing begins as if there had been none.
  await person.setUp();
  await person.reads(/There are no cases on this device yet/);
  await end();
});
