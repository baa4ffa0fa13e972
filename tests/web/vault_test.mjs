// The vault in a real browser, and attempts to break it. node --test tests/web/vault_test.mjs
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build, newProfile, open, ready, serve, start, startToKill } from './vault_harness.mjs';

const passphrase = 'Wiśniowa latarnia przy moście';
const limit = { timeout: 120_000 };
const id = (n) => n.toString(16).padStart(32, '0').replace(/^0000/, 'c0de');
const record = (n, word = 'Gwendoline') => ({ id: id(n), bytes: JSON.stringify({ n, word, note: 'zażółć 北京 ' + 'x'.repeat(n) }) });
const byId = (records) => [...records].sort((a, b) => (a.id < b.id ? -1 : 1));

let server;
let shared; // one browser for every test that needs none of its own
let address; // an origin for each test: what is stored belongs to it alone
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
function inBrowser(name, body, { own, arguments: extra = [], prepare = () => {} } = {}) {
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
const typed = (page, field) => page.locator(`input[data-field="${field}"]`).inputValue();
const call = (page, name) => page.evaluate((method) => vault[method](), name);
const commit = (page, puts, erased = []) => page.evaluate(([p, e]) => vault.commit(p, e), [puts, erased]);
async function create(page, first = passphrase, second = first) {
  await type(page, 'passphrase', first);
  await type(page, 'passphrase-again', second);
  return call(page, 'create');
}
async function unlock(page, text = passphrase) {
  await type(page, 'passphrase', text);
  return call(page, 'unlock');
}
async function recover(page, key) {
  await type(page, 'recovery-key', key);
  return call(page, 'unlockWithRecoveryKey');
}
async function reload(page) {
  await page.reload();
  await ready(page);
}
async function created(context, records = []) {
  const page = await open(context, address);
  await page.evaluate(() => (document.documentElement.dataset.vaultKdf = 'pbkdf2-sha256')); // the quicker
  const answer = await create(page);
  assert.equal(answer.fault, 'none');
  if (records.length) assert.equal((await commit(page, records)).fault, 'none');
  return Object.assign(page, { recoveryKey: answer.recoveryKey });
}

// The raw database, past the vault: change(meta, records) in one transaction, run in the page.
const raw = (page, change, argument) =>
  page.evaluate(async ([source, value]) => {
    const wait = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const db = await wait(indexedDB.open('common-ground-vault'));
    const transaction = db.transaction(['meta', 'records'], 'readwrite');
    const result = await globalThis.rawChange[source](transaction.objectStore('meta'), transaction.objectStore('records'), wait, value);
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    db.close();
    return result;
  }, [change, argument]);
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
// A page without the vault running on it, to change the raw database from.
async function outside(context) {
  const page = await open(context, address, { before: rawChanges });
  return page;
}

describe('the vault', () => {
  inBrowser('keeps what it was given', async (context) => {
    const page = await open(context, address);
    const requests = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    assert.deepEqual(await call(page, 'probe'), { fault: 'none', detail: '', state: 'absent', recoveryKey: '', records: [] });
    assert.deepEqual(requests, [], 'the Argon2id code is loaded only when used');
    const made = await create(page);
    assert.equal(made.fault, 'none');
    assert.match(made.recoveryKey, /^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
    assert.deepEqual(requests, ['/kdf_worker.js']);
    assert.equal(await typed(page, 'passphrase'), '');
    assert.equal(await typed(page, 'passphrase-again'), '');
    assert.equal((await call(page, 'probe')).state, 'open');

    const records = [record(3), record(1), record(2), { id: id(9), bytes: '' }, { id: id(7), size: 300_000 }];
    assert.equal((await commit(page, records)).fault, 'none');
    assert.equal((await commit(page, [record(2, 'Anew'), record(4)], [id(3), id(77)])).fault, 'none');
    assert.equal(await page.evaluate(() => harness.wakes), 5, 'the frame loop is woken once an answer');

    await page.evaluate(() => vault.lock());
    await page.waitForFunction(() => globalThis.vault && harness.wakes === 0);
    assert.equal((await call(page, 'probe')).state, 'locked');
    const opened = await unlock(page);
    assert.equal(opened.fault, 'none');
    assert.equal(opened.detail, '');
    assert.equal(await typed(page, 'passphrase'), '');
    assert.deepEqual(opened.records, byId([record(1), record(2, 'Anew'), record(4),
      { id: id(7), bytes: 'x'.repeat(300_000) }, { id: id(9), bytes: '' }]));
    assert.deepEqual(page.said, []);
  });

  inBrowser('explains a passphrase it cannot take', async (context) => {
    const page = await open(context, address);
    assert.equal((await create(page, '')).fault, 'passphrase-empty');
    assert.equal((await create(page, 'elevenchars')).fault, 'passphrase-too-short');
    assert.equal((await create(page, '😀😀😀😀😀😀')).fault, 'passphrase-too-short', 'characters, not UTF-16 units');
    assert.equal((await create(page, 'e\u0301'.repeat(11))).fault, 'passphrase-too-short', 'an accent is no character');
    assert.equal((await create(page, passphrase, passphrase + '.')).fault, 'passphrases-differ');
    assert.equal(await typed(page, 'passphrase'), passphrase, 'nothing typed is lost');
    assert.equal((await call(page, 'probe')).state, 'absent');
    assert.equal((await commit(page, [record(1)])).fault, 'aborted', 'nothing is kept without a vault');
    await page.route('**/kdf_worker.js', (route) => route.abort());
    assert.equal((await create(page)).fault, 'aborted', 'the Argon2id code could not be loaded');
    await page.unroute('**/kdf_worker.js');
    assert.equal((await create(page)).fault, 'none');
    assert.equal((await create(page)).fault, 'aborted', 'a vault is never overwritten');
    await reload(page);
    assert.equal((await create(page)).fault, 'aborted', 'not after a reload either');
    assert.equal((await unlock(page, '')).fault, 'passphrase-empty');
    assert.equal((await unlock(page, passphrase + '.')).fault, 'wrong-passphrase');
    assert.equal((await commit(page, [record(1)])).fault, 'aborted');
    assert.equal((await unlock(page, passphrase.normalize('NFD'))).fault, 'none', 'composed or decomposed');
  });

  inBrowser('opens with the recovery key however it is typed', async (context) => {
    const page = await created(context, [record(1)]);
    const key = page.recoveryKey;
    const sloppy = ' ' + key.toLowerCase().replace(/-/g, ' ').replace(/0/g, 'o').replace(/1/g, 'l');
    for (const [text, fault] of [
      ['', 'recovery-key-malformed'], [key.slice(0, -1), 'recovery-key-malformed'], [key + '0', 'recovery-key-malformed'],
      [(key[0] === 'A' ? 'B' : 'A') + key.slice(1), 'recovery-key-malformed'],
      ['2V8H-' + key.slice(5), 'recovery-key-malformed'], [key.replace(/.$/, 'U'), 'recovery-key-malformed'],
      ['0'.repeat(32) + 'VS3W', 'wrong-recovery-key'], // 160 zero bits: SHA-256 begins de47c9b2…
      [sloppy, 'none'],
    ]) {
      await reload(page);
      const answer = await recover(page, text);
      assert.equal(answer.fault, fault, text.length + ' characters');
      if (fault === 'none') assert.deepEqual(answer.records, [record(1)]);
    }
    assert.equal(await typed(page, 'recovery-key'), '');
  });

  inBrowser('leaves nothing readable in the browser', async (context, profile) => {
    const page = await open(context, address);
    page.recoveryKey = (await create(page)).recoveryKey;
    await commit(page, [record(1), record(2, 'Bartholomew')]);
    await commit(page, [record(1, 'Cholmondeley')], [id(2)]);
    const other = await outside(context);
    const dump = await other.evaluate(async () => {
      const bytes = [];
      const walk = (value) => {
        if (value instanceof Uint8Array) bytes.push(...value);
        else if (value && typeof value === 'object') Object.entries(value).forEach(([k, v]) => (walk(k), walk(v)));
        else bytes.push(...new TextEncoder().encode(String(value)), 10);
      };
      const wait = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
      const names = [];
      for (const { name } of await indexedDB.databases()) {
        names.push(name);
        walk(name);
        const db = await wait(indexedDB.open(name));
        for (const store of db.objectStoreNames) {
          const objects = db.transaction(store).objectStore(store);
          walk(await wait(objects.getAllKeys()));
          walk(await wait(objects.getAll()));
        }
      }
      walk({ ...localStorage });
      walk({ ...sessionStorage });
      walk(document.cookie);
      walk(await caches.keys());
      return { names, bytes };
    });
    assert.deepEqual(dump.names, ['common-ground-vault']);
    await context.close();
    const files = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? files(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : []);
    const onDisk = ['IndexedDB', 'Local Storage', 'Session Storage'].flatMap((name) => files(join(profile, 'Default', name)));
    assert.ok(onDisk.some((file) => file.endsWith('.log')));
    const haystacks = [Buffer.from(dump.bytes), ...onDisk.map((file) => readFileSync(file))];
    assert.ok(haystacks[0].includes('argon2id'), 'the search finds what is there in the clear');
    const words = ['Gwendoline', 'Bartholomew', 'Cholmondeley', 'note', 'zażółć', '北京', id(1), id(2), passphrase,
      'latarnia', page.recoveryKey, page.recoveryKey.replace(/-/g, ''), page.recoveryKey.slice(0, 9)];
    const needles = words.flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le')]);
    needles.push(Buffer.from(id(1), 'hex'), Buffer.from(id(2), 'hex'));
    for (const haystack of haystacks) for (const needle of needles) assert.ok(!haystack.includes(needle), needle.toString());
  }, { own: true });

  inBrowser('takes PBKDF2 where the page asks for it, and reads it anywhere', async (context) => {
    const page = await open(context, address);
    const requests = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.evaluate(() => (document.documentElement.dataset.vaultKdf = 'pbkdf2-sha256'));
    assert.equal((await create(page)).fault, 'none');
    assert.equal((await commit(page, [record(1)])).fault, 'none');
    await reload(page);
    assert.equal((await unlock(page, passphrase + '.')).fault, 'wrong-passphrase');
    assert.deepEqual((await unlock(page)).records, [record(1)]);
    assert.ok(!requests.includes('/kdf_worker.js'));
    const other = await outside(context);
    const header = (await raw(other, 'all')).meta.find((value) => value.format);
    assert.deepEqual([header.passphrase.kdf, header.passphrase.params], ['pbkdf2-sha256', [600000]]);
  });
});

describe('damage is found and named, and the rest opens:', () => {
  const records = Array.from({ length: 12 }, (_, n) => record(n + 1));

  // Makes a vault whose record n lies at places[n], runs `damage`, unlocks again.
  function damaged(name, damage, expected, readable) {
    inBrowser(name, async (context) => {
      const page = await created(context);
      const other = await outside(context);
      const places = [];
      for (const one of records) {
        await commit(page, [one]);
        places.push((await raw(other, 'place')).find((place) => !places.includes(place)));
      }
      await damage({ page, other, places });
      await page.goto(address);
      await ready(page);
      const opened = await unlock(page);
      assert.equal(opened.fault, 'damaged');
      assert.deepEqual(opened.detail.split(' '), expected);
      assert.deepEqual(opened.records, byId(readable));
      assert.equal((await call(page, 'probe')).state, 'open');
      // Told again, until the record is written or erased anew.
      assert.equal((await commit(page, [record(20)])).fault, 'none');
      const ids = expected.filter((word) => word.includes(':')).map((word) => word.split(':')[1]);
      await reload(page);
      if (ids.length) assert.equal((await unlock(page)).detail, expected.filter((word) => word.includes(':')).join(' '));
      else await unlock(page);
      const repaired = [...records.filter((one) => ids.includes(one.id)).slice(1), record(20, 'anew')];
      assert.equal((await commit(page, repaired, ids.slice(0, 1))).fault, 'none');
      await reload(page);
      const again = await unlock(page);
      assert.equal(again.fault, 'none', again.detail);
      const rest = readable.filter((one) => !ids.includes(one.id));
      assert.deepEqual(again.records, byId([...rest, ...repaired]));
    });
  }
  const without = (...indices) => records.filter((_, i) => !indices.includes(i));

  damaged('a flipped byte', ({ other, places }) => raw(other, 'flip', places[4]), ['changed:' + id(5)], without(4));
  damaged('two records swapped', ({ other, places }) => raw(other, 'swap', [places[2], places[7]]),
    ['changed:' + id(3), 'changed:' + id(8)], without(2, 7));
  damaged('two records deleted', ({ other, places }) => raw(other, 'delete', [places[0], places[11]]),
    ['missing:' + id(1), 'missing:' + id(12)], without(0, 11));
  damaged('a record rolled back', async ({ page, other, places }) => {
    await raw(other, 'keep', places[5]);
    assert.equal((await commit(page, [record(6, 'later')])).fault, 'none');
    await raw(other, 'restore');
  }, ['older:' + id(6)], records);
  damaged('an erased record brought back', async ({ page, other, places }) => {
    await raw(other, 'keep', places[5]);
    assert.equal((await commit(page, [], [id(6)])).fault, 'none');
    await raw(other, 'restore');
  }, ['added:' + id(6)], records);
  damaged('the manifest changed', ({ other }) => raw(other, 'manifest', 'flip'), ['manifest'], records);
  damaged('the manifest deleted', ({ other }) => raw(other, 'manifest', 'drop'), ['manifest'], records);
  damaged('the newest manifest deleted', ({ other }) => raw(other, 'manifest', 'drop newest'),
    ['added:' + id(12), 'generation'], records);
  damaged('the whole store rolled back', async ({ page, other }) => {
    await raw(other, 'keepAll');
    assert.equal((await commit(page, [record(2, 'later')])).fault, 'none');
    await raw(other, 'restoreAll');
  }, ['generation'], records);

  inBrowser('a header weakened, broken, or newer', async (context) => {
    const page = await open(context, address);
    assert.equal((await create(page)).fault, 'none');
    const other = await outside(context);
    await raw(other, 'header', { kdf: [1024, 1, 1] });
    await reload(page);
    assert.equal((await unlock(page)).fault, 'wrong-passphrase', 'the parameters are authenticated');
    await raw(other, 'header', { kdf: [65536, 3, 1] });
    assert.equal((await unlock(page)).fault, 'none');
    await raw(other, 'header', { kdf: [4194304, 3, 1] });
    await reload(page);
    const refused = await unlock(page);
    assert.deepEqual([refused.fault, refused.detail], ['damaged', 'header'], 'no freezing the machine');
    await raw(other, 'header', { kdf: [65536, 3, 1], format: 2 });
    assert.equal((await call(page, 'probe')).fault, 'newer-vault');
    await raw(other, 'header', { format: 1, drop: 'recovery' });
    const probed = await call(page, 'probe');
    assert.deepEqual([probed.fault, probed.detail, probed.state], ['damaged', 'header', 'locked']);
    assert.equal((await create(page)).fault, 'damaged', 'and it is not overwritten');
  });
});

describe('the surroundings:', () => {
  inBrowser('a second tab is told, and opens once the first is closed', async (context) => {
    const first = await created(context, [record(1)]);
    const second = await open(context, address);
    assert.equal((await call(second, 'probe')).state, 'locked');
    assert.equal((await unlock(second)).fault, 'open-elsewhere');
    assert.equal((await commit(first, [record(2)])).fault, 'none');
    await first.close();
    assert.deepEqual((await unlock(second)).records, [record(1), record(2)]);
  });

  inBrowser('another writer past the lock is noticed before anything is overwritten', async (context) => {
    const first = await created(context, [record(1)]);
    // A browser without Web Locks.
    const second = await open(context, address, {
      before: () => Object.defineProperty(navigator, 'locks', { value: undefined }),
    });
    assert.equal((await unlock(second)).fault, 'none');
    assert.equal((await commit(second, [record(2)])).fault, 'none');
    assert.equal((await commit(first, [record(1, 'later'), record(3)])).fault, 'open-elsewhere');
    for (let n = 0; n < 5; n++) assert.equal((await commit(second, [record(2, 'word ' + n)])).fault, 'none');
    assert.equal((await commit(first, [record(1, 'later'), record(3)])).fault, 'open-elsewhere');
    await first.close();
    await reload(second);
    const opened = await unlock(second);
    assert.deepEqual([opened.fault, opened.records], ['none', [record(1), record(2, 'word 4')]]);
  });

  inBrowser('old manifests are cleared away', async (context) => {
    const page = await created(context);
    for (let n = 0; n < 300; n++) assert.equal((await commit(page, [record(n % 3)])).fault, 'none');
    const other = await outside(context);
    const kept = await raw(other, 'manifest', 'count');
    assert.ok(kept >= 64 && kept <= 128, kept + ' are kept');
    await reload(page);
    assert.equal((await unlock(page)).fault, 'none');
  });

  inBrowser('a vault emptied by the browser is not a first visit', async (context) => {
    const page = await created(context, [record(1)]);
    const other = await outside(context);
    const deletion = await other.evaluate(() => new Promise((resolve) => {
      const request = indexedDB.deleteDatabase('common-ground-vault');
      request.onblocked = () => resolve('blocked');
      request.onsuccess = () => resolve('deleted');
    }));
    assert.equal(deletion, 'deleted', 'the open page gives way');
    assert.equal((await commit(page, [record(2)])).fault, 'emptied-by-browser', 'and nothing is called saved');
    await reload(page);
    assert.equal((await call(page, 'probe')).fault, 'emptied-by-browser');
    assert.equal((await unlock(page)).fault, 'emptied-by-browser');
    assert.equal((await create(page)).fault, 'none', 'a new one may be begun');
    await reload(page);
    const opened = await unlock(page);
    assert.deepEqual([opened.fault, opened.records], ['none', []]);
    await raw(await outside(context), 'header', { remove: true });
    await reload(page);
    assert.equal((await call(page, 'probe')).fault, 'emptied-by-browser', 'the header alone is gone');
    assert.equal((await create(page)).fault, 'none');
    assert.equal((await commit(page, [record(3)])).fault, 'none');
    await reload(page);
    const anew = await unlock(page);
    assert.deepEqual([anew.fault, anew.records], ['none', [record(3)]]);
  });

  inBrowser('a newer database is refused', async (context) => {
    const page = await created(context);
    await page.goto(address);
    await ready(page);
    await page.evaluate(() => new Promise((resolve) => {
      indexedDB.open('common-ground-vault', 2).onsuccess = (event) => resolve(event.target.result.close());
    }));
    assert.equal((await call(page, 'probe')).fault, 'newer-vault');
    assert.equal((await unlock(page)).fault, 'newer-vault');
    assert.equal((await create(page)).fault, 'newer-vault');
  });

  inBrowser('plain http', async (context) => {
    const page = await open(context, `http://intranet.test:${server.port}/vault_harness.html`);
    assert.equal((await call(page, 'probe')).fault, 'insecure-origin');
    assert.equal((await create(page)).fault, 'insecure-origin');
    assert.equal((await unlock(page)).fault, 'insecure-origin');
    assert.deepEqual(await page.evaluate(() => indexedDB.databases()), []);
  }, { own: true, arguments: ['--host-resolver-rules=MAP intranet.test 127.0.0.1'] });

  inBrowser('no IndexedDB', async (context) => {
    const page = await open(context, address, {
      before: () => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }),
    });
    assert.equal((await call(page, 'probe')).fault, 'no-indexeddb');
    assert.equal((await create(page)).fault, 'no-indexeddb');
    assert.equal(await typed(page, 'passphrase'), passphrase);
  });

  inBrowser('storage denied by the browser\'s settings', async (context) => {
    const page = await open(context, address);
    assert.equal((await call(page, 'probe')).fault, 'storage-denied');
    assert.equal((await create(page)).fault, 'storage-denied');
  }, {
    own: true,
    prepare: (profile) => {
      mkdirSync(join(profile, 'Default'), { recursive: true });
      writeFileSync(join(profile, 'Default/Preferences'),
        JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }));
    },
  });

  inBrowser('a full disk', async (context, profile) => {
    await created(context, [record(1)]);
    // The browser remembers the room left while it runs: so a new one, and first the limit.
    await context.close();
    const limited = await start(profile);
    const page = await limited.newPage();
    const session = await limited.newCDPSession(page);
    const origin = new URL(address).origin;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 5_000_000 });
    await page.goto(address);
    await ready(page);
    assert.equal((await unlock(page)).fault, 'none');
    const kept = [];
    let fault = 'none';
    for (let n = 100; fault === 'none' && n < 140; n++) {
      const both = [{ id: id(n), size: 1_000_000 }, record(n + 100)];
      ({ fault } = await commit(page, both));
      if (fault === 'none') kept.push({ id: id(n), bytes: 'x'.repeat(1_000_000) }, record(n + 100));
    }
    assert.equal(fault, 'full');
    assert.ok(kept.length > 0);
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    assert.equal((await commit(page, [record(2)])).fault, 'none', 'and it goes on once there is room');
    await reload(page);
    const opened = await unlock(page);
    assert.equal(opened.fault, 'none', opened.detail);
    assert.deepEqual(opened.records, byId([record(1), record(2), ...kept]));
    await limited.close();
  }, { own: true });

  inBrowser('a transaction broken off midway leaves nothing half', async (context) => {
    const page = await created(context, [record(1), record(2)]);
    await page.evaluate(() => {
      const put = IDBObjectStore.prototype.put;
      let count = 0;
      IDBObjectStore.prototype.put = function (...values) {
        const request = put.apply(this, values);
        if (++count === 2) this.add(values[0]); // fails in the database, which breaks the transaction off
        return request;
      };
    });
    const broken = [record(1, 'later'), record(3), record(4), record(5)];
    assert.equal((await commit(page, broken, [id(2)])).fault, 'aborted');
    assert.equal((await commit(page, [record(6)])).fault, 'none');
    await reload(page);
    const opened = await unlock(page);
    assert.equal(opened.fault, 'none', opened.detail);
    assert.deepEqual(opened.records, [record(1), record(2), record(6)]);
  });

  inBrowser('commits called at once are carried out one behind another', async (context) => {
    const page = await created(context);
    const answers = await page.evaluate((list) => Promise.all(list.map((one) => vault.commit([one]))),
      Array.from({ length: 40 }, (_, n) => record(n % 5, 'word ' + n)));
    assert.deepEqual(answers.map((answer) => answer.fault), Array(40).fill('none'));
    await page.evaluate((last) => {
      vault.commit([last]);
      vault.lock(); // waits for it
    }, record(9));
    await page.waitForFunction(() => globalThis.vault && harness.wakes === 0);
    const opened = await unlock(page);
    assert.equal(opened.fault, 'none', opened.detail);
    assert.deepEqual(opened.records, byId([35, 36, 37, 38, 39].map((n) => record(n % 5, 'word ' + n)).concat(record(9))));
  });

  test('a browser killed while it writes loses nothing that was acknowledged', { timeout: 300_000 }, async () => {
    const profile = newProfile('killed');
    mkdirSync(profile);
    address = `http://localhost:${server.port}/vault_harness.html`;
    const acknowledged = new Map(); // n → what was saved last
    let attempts = 0;
    for (let round = 0; round <= 5; round++) {
      const { context, kill } = await startToKill(profile);
      try {
        const page = await open(context, address);
        if (round === 0) {
          await page.evaluate(() => (document.documentElement.dataset.vaultKdf = 'pbkdf2-sha256'));
          assert.equal((await create(page)).fault, 'none');
        } else {
          const opened = await unlock(page);
          assert.equal(opened.fault, 'none', opened.detail);
          // Each commit wrote its number into two records: never one without the other.
          const values = new Map(opened.records.map((one) => [one.id, JSON.parse(one.bytes)]));
          for (const [n, value] of [...values.values()].map((one) => [one.n, one.value])) {
            assert.equal(values.get(id(n ^ 1))?.value, value, 'half of a commit');
          }
          for (const [n, value] of acknowledged) assert.ok(values.get(id(n))?.value >= value, 'a lost commit');
        }
        if (round === 5) break;
        await page.exposeFunction('saved', (n, value) => acknowledged.set(n, value));
        page.evaluate(async ([from, ids]) => {
          for (let value = from; ; value++) {
            const n = (value * 2) % ids.length;
            const answer = await vault.commit([n, n + 1].map((m) => ({ id: ids[m], bytes: JSON.stringify({ n: m, value }) })));
            if (answer.fault !== 'none') return;
            saved(n, value); // not awaited: the killing falls anywhere
          }
        }, [attempts, Array.from({ length: 20 }, (_, n) => id(n))]).catch(() => null);
        const before = acknowledged.size;
        await new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 1000));
        assert.ok(round > 0 || acknowledged.size > before, 'something was written');
        attempts = Math.max(attempts, ...acknowledged.values()) + 1000;
      } finally {
        await kill();
      }
    }
    rmSync(profile, { recursive: true, force: true });
    assert.equal(acknowledged.size, 10);
  });
});
