// UK time against what real Chromium knows of Europe/London: the times that we tell by rule are those that the
// device's own clock shows. Needs the command line, not the site.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockChanges, converted, differences } from '../oracle/oracle.mjs';
import { around, kYears, ukTimes, zoneChanges } from '../oracle/zone.mjs';
import { browser } from './one_browser.mjs';

test('the clocks change when the browser says, and are told as it tells them', { timeout: 120000 }, async () => {
  const page = await browser.newPage();
  const ours = clockChanges(...kYears);
  assert.equal(ours.length, 2 * (kYears[1] - kYears[0] + 1));
  assert.deepEqual(ours, await page.evaluate(zoneChanges, kYears));
  const instants = around(ours);
  const questions = instants.map((instant) => new Date(instant).toISOString());
  assert.deepEqual(differences(questions, converted(questions), await page.evaluate(ukTimes, instants)), []);
  await page.close();
});
