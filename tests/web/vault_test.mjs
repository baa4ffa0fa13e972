// The vault in a real browser. node --test tests/web/vault_test.mjs
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'node:test';
import { open, ready, start } from './vault_harness.mjs';
import { address, byId, call, commit, create, created, empty, id, inBrowser, outside, passphrase, raw, record, recover, reload,
  server, typed, unlock } from './vault_pages.mjs';
import { stored } from './stored.mjs';

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
    const dump = await stored(other);
    assert.deepEqual(dump.databases, ['common-ground-vault', 'common-ground-copy']);
    await context.close();
    const files = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? files(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : []);
    const onDisk = ['IndexedDB', 'WebStorage', 'Local Storage', 'Session Storage'].flatMap((name) => files(join(profile, 'Default', name)));
    assert.equal(onDisk.filter((file) => /IndexedDB.*\.log$/.test(file)).length, 2, 'the database and its copy');
    const haystacks = [dump.bytes, ...onDisk.map((file) => readFileSync(file))];
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
    await empty(other, 'copy');
    await empty(other, 'main');
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
        if (this.transaction.db.name === 'common-ground-vault' && ++count === 2) this.add(values[0]); // fails in the database, which breaks the transaction off
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
});
