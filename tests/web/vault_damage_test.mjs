// Attempts to break the vault: its database changed, emptied, torn, and the browser killed.
// node --test tests/web/vault_damage_test.mjs; COMMON_GROUND_KILLS=100 for more killings.
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { newProfile, open, ready, start, startToKill } from './vault_harness.mjs';
import { address, byId, call, commit, create, created, empty, id, inBrowser, outside, raw, rawIn, record, reload, server,
  unlock } from './vault_pages.mjs';

const kills = Number(process.env.COMMON_GROUND_KILLS ?? 8);

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

describe('the database and its copy mend each other:', () => {
  const three = [record(1), record(2), record(3)];

  inBrowser('the database emptied, under an open page and between two openings', async (context) => {
    const page = await created(context, three.slice(0, 1));
    const other = await outside(context);
    await empty(other, 'main');
    assert.equal((await commit(page, three.slice(1, 2))).fault, 'none');
    await reload(page);
    assert.deepEqual((await unlock(page)).records, three.slice(0, 2));
    await page.goto('about:blank');
    await empty(other, 'main');
    await page.goto(address);
    await ready(page);
    assert.equal((await call(page, 'probe')).state, 'locked', 'this is no first visit');
    assert.equal((await create(page)).fault, 'aborted', 'and nothing is overwritten');
    assert.equal((await commit(page, three)).fault, 'aborted');
    const opened = await unlock(page);
    assert.deepEqual([opened.fault, opened.records], ['none', three.slice(0, 2)]);
    assert.equal((await commit(page, three.slice(2))).fault, 'none');
    await reload(page);
    assert.deepEqual((await unlock(page)).records, three);
  });

  inBrowser('the copy emptied', async (context) => {
    const page = await created(context, three);
    const other = await outside(context);
    await page.goto('about:blank');
    await empty(other, 'copy');
    await page.goto(address);
    await ready(page);
    assert.deepEqual((await unlock(page)).records, three);
    assert.equal((await commit(page, [], [id(2)])).fault, 'none');
    assert.deepEqual((await rawIn('copy', other, 'all')).records, (await rawIn('main', other, 'all')).records, 'the same again');
    await page.goto('about:blank');
    await empty(other, 'main');
    await page.goto(address);
    await ready(page);
    assert.deepEqual((await unlock(page)).records, [record(1), record(3)]);
  });

  inBrowser('a page that ends between the one and the other', async (context) => {
    const page = await created(context, three.slice(0, 2));
    await page.evaluate(() => {
      const begin = IDBDatabase.prototype.transaction;
      const nothing = () => ({});
      const never = { objectStore: () => ({ add: nothing, put: nothing, delete: nothing }) };
      IDBDatabase.prototype.transaction = function (stores, mode, options) {
        return this.name === 'common-ground-vault' && mode === 'readwrite' ? never : begin.call(this, stores, mode, options);
      };
    });
    const other = await outside(context);
    const generations = (which) => rawIn(which, other, 'manifest', 'count');
    const [main, copy] = [await generations('main'), await generations('copy')];
    commit(page, three.slice(2), [id(1)]).catch(() => null); // never answered
    while ((await generations('copy')) === copy) await page.waitForTimeout(20);
    assert.equal(await generations('main'), main, 'it reached the copy alone');
    await reload(page);
    const opened = await unlock(page);
    assert.deepEqual([opened.fault, opened.records], ['none', three.slice(1)], 'all of the commit');
    assert.equal((await commit(page, [record(4)])).fault, 'none');
    await reload(page);
    const again = await unlock(page);
    assert.deepEqual([again.fault, again.records], ['none', [...three.slice(1), record(4)]]);
  });

  inBrowser('a commit that the database refuses does not come back from the copy', async (context) => {
    const page = await created(context, three.slice(0, 2));
    await page.evaluate(() => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (...values) {
        const request = put.apply(this, values);
        if (this.transaction.db.name === 'common-ground-vault') this.transaction.abort();
        return request;
      };
    });
    assert.equal((await commit(page, three.slice(2))).fault, 'aborted');
    await reload(page);
    const opened = await unlock(page);
    assert.deepEqual([opened.fault, opened.records], ['none', three.slice(0, 2)]);
  });

  // What a killed browser leaves: an entry of LevelDB's log that says it is 64 bytes long, and 4 of them.
  for (const which of ['main', 'copy']) {
    test(`an unfinished entry in the log of the ${which === 'main' ? 'database' : 'copy'}`, { timeout: 120_000 }, async () => {
      const profile = newProfile('torn-' + which);
      const home = `http://localhost:${server.port}/vault_harness.html`;
      const unfinished = Buffer.from([0xde, 0xad, 0xbe, 0xef, 64, 0, 1, 0xfe, 0xed, 0xfa, 0xce]);
      const log = () => {
        const folders = readdirSync(join(profile, 'Default'), { recursive: true, withFileTypes: true });
        const logs = folders.filter((file) => /^\d+\.log$/.test(file.name) && file.path.includes('indexeddb') &&
          file.path.includes('WebStorage') === (which === 'copy'));
        assert.equal(logs.length, 1);
        return join(logs[0].path, logs[0].name);
      };
      const inOneRun = async (body) => {
        const context = await start(profile);
        const page = await open(context, home);
        await body(page);
        await context.close();
      };
      try {
        await inOneRun(async (page) => {
          await page.evaluate(() => (document.documentElement.dataset.vaultKdf = 'pbkdf2-sha256'));
          assert.equal((await create(page)).fault, 'none');
          assert.equal((await commit(page, three.slice(0, 1))).fault, 'none');
        });
        appendFileSync(log(), unfinished);
        await inOneRun(async (page) => {
          assert.deepEqual((await unlock(page)).records, three.slice(0, 1));
          assert.equal((await commit(page, three.slice(1, 2))).fault, 'none');
        });
        assert.ok(readFileSync(log()).includes(unfinished), 'the browser went on writing behind it');
        await inOneRun(async (page) => {
          const opened = await unlock(page);
          assert.deepEqual([opened.fault, opened.records], ['none', three.slice(0, 2)]);
          assert.equal((await commit(page, three.slice(2))).fault, 'none');
        });
        assert.ok(!readFileSync(log()).includes(unfinished), 'the browser emptied it');
        await inOneRun(async (page) => assert.deepEqual((await unlock(page)).records, three));
      } finally {
        rmSync(profile, { recursive: true, force: true });
      }
    });
  }
});

test('a browser killed while it writes loses nothing that was acknowledged', { timeout: 60_000 + 10_000 * kills }, async (t) => {
  const profile = newProfile('killed');
  mkdirSync(profile);
  const home = `http://localhost:${server.port}/vault_harness.html`;
  const acknowledged = new Map(); // n → what was saved last
  let attempts = 0;
  let commits = 0;
  for (let round = 0; round <= kills; round++) {
    const { context, kill } = await startToKill(profile);
    try {
      const page = await open(context, home);
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
      if (round === kills) break;
      await page.exposeFunction('saved', (n, value) => {
        acknowledged.set(n, value);
        commits += 1;
      });
      page.evaluate(async ([from, ids]) => {
        for (let value = from; ; value++) {
          const n = (value * 2) % ids.length;
          const answer = await vault.commit([n, n + 1].map((m) => ({ id: ids[m], bytes: JSON.stringify({ n: m, value }) })));
          if (answer.fault !== 'none') return;
          saved(n, value); // not awaited: the killing falls anywhere
        }
      }, [attempts, Array.from({ length: 20 }, (_, n) => id(n))]).catch(() => null);
      const before = acknowledged.size;
      await new Promise((resolve) => setTimeout(resolve, (round ? 200 : 1000) + Math.random() * 800));
      assert.ok(round > 0 || acknowledged.size > before, 'something was written');
      attempts = Math.max(attempts, ...acknowledged.values()) + 1000;
    } finally {
      await kill();
    }
  }
  rmSync(profile, { recursive: true, force: true });
  assert.equal(acknowledged.size, 10);
  t.diagnostic(`killed ${kills} times; ${commits} commits acknowledged, none lost, none half there`);
});
