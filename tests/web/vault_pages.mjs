// What the tests of the vault share: pages with a vault on them, and ways to change its database behind its back.
// A test file that imports this gets one server and one browser of its own.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { build, newProfile, open, ready, serve, start } from './vault_harness.mjs';

export const passphrase = 'Wiśniowa latarnia przy moście';
const limit = { timeout: 120_000 };
export const id = (n) => n.toString(16).padStart(32, '0').replace(/^0000/, 'c0de');
export const record = (n, word = 'Gwendoline') => ({ id: id(n), bytes: JSON.stringify({ n, word, note: 'zażółć 北京 ' + 'x'.repeat(n) }) });
export const byId = (records) => [...records].sort((a, b) => (a.id < b.id ? -1 : 1));

export let server;
let shared; // one browser for every test that needs none of its own
export let address; // an origin for each test: what is stored belongs to it alone
let tests = 0;
before(async () => {
  build();
  server = await serve();
  shared = await start(newProfile('shared'));
}, limit);
after(async () => {
  server?.close();
  await shared?.close();
  rmSync(newProfile('shared'), { recursive: true, force: true });
});

// Runs `body` in a browser; with `own`, in one with a profile of its own.
export function inBrowser(name, body, { own, arguments: extra = [], prepare = () => {} } = {}) {
  test(name, limit, async () => {
    address = `http://t${++tests}.localhost:${server.port}/vault_harness.html`;
    if (!own) {
      await body(shared);
      for (const page of shared.pages()) await page.close();
      return;
    }
    const profile = newProfile('own-' + tests);
    prepare(profile);
    const context = await start(profile, extra);
    try {
      await body(context, profile);
    } finally {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    }
  });
}

const type = (page, field, text) => page.locator(`input[data-field="${field}"]`).fill(text);
export const typed = (page, field) => page.locator(`input[data-field="${field}"]`).inputValue();
export const call = (page, name) => page.evaluate((method) => vault[method](), name);
export const commit = (page, puts, erased = []) => page.evaluate(([p, e]) => vault.commit(p, e), [puts, erased]);
export async function create(page, first = passphrase, second = first) {
  await type(page, 'passphrase', first);
  await type(page, 'passphrase-again', second);
  return call(page, 'create');
}
export async function unlock(page, text = passphrase) {
  await type(page, 'passphrase', text);
  return call(page, 'unlock');
}
export async function recover(page, key) {
  await type(page, 'recovery-key', key);
  return call(page, 'unlockWithRecoveryKey');
}
export async function reload(page) {
  await page.reload();
  await ready(page);
}
export async function created(context, records = []) {
  const page = await open(context, address);
  await page.evaluate(() => (document.documentElement.dataset.vaultKdf = 'pbkdf2-sha256')); // the quicker
  const answer = await create(page);
  assert.equal(answer.fault, 'none');
  if (records.length) assert.equal((await commit(page, records)).fault, 'none');
  return Object.assign(page, { recoveryKey: answer.recoveryKey });
}

// The raw database, past the vault: change(meta, records) in one transaction, run in the page. In the copy too
// (vault_copy.js), or what is changed in the one would be mended from the other. → its answer, in the database
export const raw = async (page, change, argument) => {
  const answer = await rawIn('main', page, change, argument);
  await rawIn('copy', page, change, argument);
  return answer;
};
export const rawIn = (which, page, change, argument) =>
  page.evaluate(async ([in_, source, value]) => {
    const wait = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const bucket = await navigator.storageBuckets.open('common-ground-copy');
    const db = await wait(in_ === 'main' ? indexedDB.open('common-ground-vault') : bucket.indexedDB.open('common-ground-copy'));
    const transaction = db.transaction(['meta', 'records'], 'readwrite');
    const result = await globalThis.rawChange[source](transaction.objectStore('meta'), transaction.objectStore('records'), wait, value);
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    db.close();
    return result;
  }, [which, change, argument]);
// Under the policy of the page no code can be made from text: the changes are defined beforehand.
const rawChanges = () => {
  globalThis.rawChange = {
    all: async (meta, records, wait) => ({ meta: await wait(meta.getAll()), records: await wait(records.getAll()) }),
    flip: async (meta, records, wait, place) => {
      const value = await wait(records.get(place));
      value.ct[value.ct.length >> 1] ^= 1;
      await wait(records.put(value));
    },
    swap: async (meta, records, wait, places) => {
      const [a, b] = [await wait(records.get(places[0])), await wait(records.get(places[1]))];
      await wait(records.put({ ...a, place: b.place }));
      await wait(records.put({ ...b, place: a.place }));
    },
    delete: (meta, records, wait, places) => Promise.all(places.map((place) => wait(records.delete(place)))),
    keep: async (meta, records, wait, place) => void (globalThis.kept = await wait(records.get(place))),
    keepAll: async (meta, records, wait) => void (globalThis.keptAll = {
      keys: await wait(meta.getAllKeys()), meta: await wait(meta.getAll()), records: await wait(records.getAll()) }),
    restore: (meta, records, wait) => wait(records.put(globalThis.kept)).then(() => null),
    restoreAll: async (meta, records, wait) => {
      await wait(records.clear());
      for (const value of globalThis.keptAll.records) await wait(records.put(value));
      await wait(meta.clear());
      await Promise.all(globalThis.keptAll.keys.map((key, i) => wait(meta.put(globalThis.keptAll.meta[i], key))));
    },
    place: async (meta, records, wait) => (await wait(records.getAllKeys())),
    header: async (meta, records, wait, change) => {
      if (change.remove) return wait(meta.delete('header'));
      const header = await wait(meta.get('header'));
      if (change.kdf) header.passphrase.params = change.kdf;
      if (change.format) header.format = change.format;
      if (change.drop) delete header[change.drop];
      await wait(meta.put(header, 'header'));
    },
    manifest: async (meta, records, wait, change) => {
      const generations = (await wait(meta.getAllKeys())).filter(Number.isInteger);
      const newest = Math.max(...generations);
      if (change === 'count') return generations.length;
      if (change === 'drop') return Promise.all(generations.map((key) => wait(meta.delete(key)))).then(() => null);
      if (change === 'drop newest') return wait(meta.delete(newest));
      const manifest = await wait(meta.get(newest));
      manifest.ct[40] ^= 1;
      await wait(meta.put(manifest, newest));
    },
  };
};
// Deletes the database, or the copy, as a browser may. The page that has it open gives way.
export const empty = async (page, which) => {
  const deletion = await page.evaluate(async (in_) => {
    const bucket = await navigator.storageBuckets.open('common-ground-copy');
    return new Promise((resolve) => {
      const request = in_ === 'main' ? indexedDB.deleteDatabase('common-ground-vault')
        : bucket.indexedDB.deleteDatabase('common-ground-copy');
      request.onblocked = () => resolve('blocked');
      request.onsuccess = () => resolve('deleted');
    });
  }, which);
  assert.equal(deletion, 'deleted');
};
// A page without the vault running on it, to change the raw database from.
export async function outside(context) {
  const page = await open(context, address, { before: rawChanges });
  return page;
}
