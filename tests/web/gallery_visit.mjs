// What the tests over the gallery of widgets (gallery.cpp) share: one site a test file, and visits to it. Importing
// this starts both it and the browser.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before } from 'node:test';
import { elsewhere, kRepository, newPage, openSite, serveSite, settled } from './browser.mjs';
import { browser } from './one_browser.mjs';

const kGallery = process.env.GALLERY || path.join(kRepository, 'build', 'web', 'gallery');

export { browser };
export let site;
before(async () => { site = await serveSite(kGallery); });
after(() => site?.close());

export async function show(page, part) {
  await page.evaluate((name) => gallery.show(name), part);
  await settled(page);
}

// Runs `use` over the gallery, opened at `part`, in a context of its own; `prepare(page)` comes before the page's own
// scripts. Afterwards nothing may have been asked of anyone else, nor complained of but what is among `complaints`.
// Other options are Playwright's context options.
export async function inGallery({ part, prepare, complaints = [], from = browser, ...options }, use) {
  const { context, page, log } = await newPage(from, options);
  try {
    await prepare?.(page);
    await openSite(page, site.address);
    await settled(page);
    if (part) await show(page, part);
    await use(page, context);
    assert.deepEqual(elsewhere(log, site.address), []);
    assert.deepEqual(log.complaints.filter((text) => !complaints.some((known) => known.test(text))), []);
  } finally {
    await context.close();
  }
}
