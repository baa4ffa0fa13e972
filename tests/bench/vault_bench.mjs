// What the vault costs, beside its floor in the same run: one saved event against a bare strict
// IndexedDB transaction of the same bytes; opening 2,000 records against reading and decrypting the
// same bytes. Prints; asserts nothing. node tests/bench/vault_bench.mjs
import { rmSync } from 'node:fs';
import { build, newProfile, open, ready, serve, start } from '../web/vault_harness.mjs';

const rounds = 300;
const size = 1024;
const count = 2000;

build();
const server = await serve({ isolated: true });
const profile = newProfile('bench');
const context = await start(profile);
const page = await open(context, `http://localhost:${server.port}/vault_harness.html`);
const passphrase = 'a passphrase of several words';
await page.locator('[data-field="passphrase"]').fill(passphrase);
await page.locator('[data-field="passphrase-again"]').fill(passphrase);
const created = await page.evaluate(async () => {
  const start = performance.now();
  const answer = await vault.create();
  return { fault: answer.fault, ms: performance.now() - start };
});

// One event: a record of about 1 kB, from the call in C++ to its answer there. The floors put as many
// bytes as one value into a database of the same kind, strictly durable, to `oncomplete`; the second
// also rewrites a second small value in the same transaction, as any store with a list of itself must.
const saved = await page.evaluate(async ([times, bytes]) => {
  const wait = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const opening = indexedDB.open('bare', 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('records', { keyPath: 'id' });
    opening.result.createObjectStore('meta');
  };
  const db = await wait(opening);
  const value = crypto.getRandomValues(new Uint8Array(bytes));
  const list = crypto.getRandomValues(new Uint8Array(2900));
  const strictly = (stores, change) =>
    new Promise((resolve) => {
      const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = resolve;
      change(transaction);
    });
  const text = 'x'.repeat(bytes);
  const ways = {
    bare: (id) => strictly(['records'], (t) => t.objectStore('records').put({ id, value })),
    pair: (id) => strictly(['meta', 'records'], (t) => {
      t.objectStore('records').put({ id, value });
      t.objectStore('meta').put(list, 'list');
    }),
    vault: (id) => vault.commit([{ id, bytes: text }]),
  };
  const taken = { bare: [], pair: [], vault: [] };
  const names = Object.keys(ways);
  for (let n = -20; n < times; n++) {
    const id = (n + 20).toString(16).padStart(32, '0');
    for (let k = 0; k < names.length; k++) {
      const name = names[(n + 20 + k) % names.length]; // no way always follows the same other
      const start = performance.now();
      const answer = await ways[name](id);
      if (n >= 0) taken[name].push(performance.now() - start);
      if (name === 'vault' && answer.fault !== 'none') throw new Error(answer.fault);
    }
  }
  return taken;
}, [rounds, size]);
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const p95 = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)];

const filled = await page.evaluate(async ([from, to, bytes]) => {
  const puts = [];
  for (let n = from; n < to; n++) puts.push({ id: n.toString(16).padStart(32, 'f'), bytes: 'x'.repeat(bytes) });
  const start = performance.now();
  const answer = await vault.commit(puts);
  return { fault: answer.fault, ms: performance.now() - start };
}, [rounds + 20, count, size]);

const opened = [];
for (let n = 0; n < 5; n++) {
  await page.reload();
  await ready(page);
  await page.locator('[data-field="passphrase"]').fill(passphrase);
  opened.push(await page.evaluate(async () => {
    const start = performance.now();
    const answer = await vault.unlock();
    const total = performance.now() - start;
    const split = Object.fromEntries(performance.getEntriesByType('measure').map((m) => [m.name.slice(6), m.duration]));
    return { fault: answer.fault, records: answer.records.length, total, ...split };
  }));
}

// The floor of opening: the same number of sealed values, read in one page and decrypted, no more.
const floor = await page.evaluate(async () => {
  const wait = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const db = await wait(indexedDB.open('common-ground-vault'));
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new Uint8Array(80);
  const size = (await wait(db.transaction('records').objectStore('records').getAll(null, 1)))[0].ct.length - 16;
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, new Uint8Array(size));
  const taken = [];
  for (let n = 0; n < 5; n++) {
    const start = performance.now();
    const all = await wait(db.transaction('records').objectStore('records').getAll());
    const read = performance.now() - start;
    await Promise.all(all.map(() => crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, sealed)));
    taken.push({ read, decrypt: performance.now() - start - read });
  }
  return taken;
});

await context.close();
server.close();
rmSync(profile, { recursive: true, force: true });

const ms = (value) => value.toFixed(2).padStart(8) + ' ms';
const of = (list, name) => median(list.map((one) => one[name]));
console.log(`save one event of ${size} bytes, strict, to oncomplete (median, 95th; ${rounds} interleaved rounds)`);
for (const [name, label] of [['bare', 'bare transaction, one value'], ['pair', 'bare transaction, two values'], ['vault', 'vault']]) {
  console.log(`  ${label.padEnd(34)}${ms(median(saved[name]))}${ms(p95(saved[name]))}   ${(median(saved[name]) / median(saved.bare)).toFixed(2)} x`);
}
console.log(`create a vault: ${created.fault}${ms(created.ms)}; save ${count - rounds - 20} records in one commit: ${filled.fault}${ms(filled.ms)}`);
console.log(`unlock ${opened[0].records} records (${opened[0].fault}; median of 5)`);
for (const name of ['derive', 'read', 'decrypt', 'total']) console.log(`  ${name.padEnd(34)}${ms(of(opened, name))}`);
console.log('  floor: read and decrypt            ' + ms(of(floor, 'read')).trim() + ' + ' + ms(of(floor, 'decrypt')).trim() +
  `; vault without the passphrase ${((of(opened, 'total') - of(opened, 'derive')) / (of(floor, 'read') + of(floor, 'decrypt'))).toFixed(2)} x`);
