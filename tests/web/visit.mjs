// What the tests of the application share: one site a test file, and visits to it. Importing this starts both it and
// the browser.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { axe, elsewhere, newPage, openSite, serveSite, settled } from './browser.mjs';
import { browser } from './one_browser.mjs';
import { Person } from './person.mjs';

export const kToday = '2026-04-01T09:30:00Z'; // the Wednesday before Easter

export { browser };
export let site;
before(async () => { site = await serveSite(); });
after(() => site?.close());

// A person at `address` in a context of its own, with the clock at `time`; `prepare(page)` comes before the page's
// own scripts. Other options are Playwright's context options. person.look(name) runs axe; its names are `screens`.
export async function begin({ address = site.address, time = kToday, prepare, from = browser, ...options } = {}) {
  const { context, page, log } = await newPage(from, options);
  await page.clock.install({ time: new Date(time) });
  await page.clock.resume();
  await prepare?.(page);
  await openSite(page, address);
  const person = new Person(page);
  const screens = [];
  person.look = async (name) => {
    await settled(page);
    screens.push(name);
    assert.deepEqual(await axe(page), [], `axe on the screen “${name}”`);
  };
  // Every request went to the own address, and the browser complained of what is `expected` and of nothing else.
  const end = async (...expected) => {
    assert.ok(log.requests.length > 0);
    assert.deepEqual(elsewhere(log, address), []);
    assert.equal(log.complaints.length, expected.length, log.complaints.join('\n'));
    expected.forEach((pattern, index) => assert.match(log.complaints[index], pattern));
    await context.close();
  };
  return { context, page, person, log, screens, end };
}
