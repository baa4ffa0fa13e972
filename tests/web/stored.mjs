// What the browser keeps for a page's address, past the application: IndexedDB in every storage bucket, and the
// two web storages.

// → { databases: names, bytes: Buffer of every key and value, records: how many, local, session, cookie, caches }
export async function stored(page) {
  const kept = await page.evaluate(async () => {
    const bytes = [];
    const walk = (value) => {
      if (value instanceof ArrayBuffer) value = new Uint8Array(value);
      if (value instanceof Uint8Array) for (const byte of value) bytes.push(byte);
      else if (value && typeof value === 'object') Object.entries(value).forEach(([k, v]) => (walk(k), walk(v)));
      else bytes.push(...new TextEncoder().encode(String(value)), 10);
    };
    const wait = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const names = navigator.storageBuckets ? await navigator.storageBuckets.keys() : [];
    const buckets = await Promise.all(names.map((name) => navigator.storageBuckets.open(name)));
    const databases = [];
    let records = 0;
    for (const factory of [globalThis.indexedDB, ...buckets.map((bucket) => bucket.indexedDB)].filter(Boolean)) {
      for (const { name } of await factory.databases()) {
        databases.push(name);
        walk(name);
        const db = await wait(factory.open(name));
        for (const store of db.objectStoreNames) {
          const objects = db.transaction(store).objectStore(store);
          const values = await wait(objects.getAll());
          records += values.length;
          walk(await wait(objects.getAllKeys()));
          walk(values);
        }
        db.close();
      }
    }
    const rest = { local: { ...localStorage }, session: { ...sessionStorage }, cookie: document.cookie,
      caches: globalThis.caches ? await caches.keys() : [] };
    walk(rest);
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.slice(at, at + 8192));
    return { databases, records, ...rest, base64: btoa(text) };
  });
  const { base64, ...rest } = kept;
  return { ...rest, bytes: Buffer.from(base64, 'base64') };
}

// Deletes every database, from a page that has none open. → how many
export const emptied = (page) => page.evaluate(async () => {
  let count = 0;
  for (const name of await navigator.storageBuckets.keys()) await navigator.storageBuckets.delete(name).then(() => (count += 1));
  for (const { name } of await indexedDB.databases()) {
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = resolve;
      request.onerror = () => reject(request.error);
    });
    count += 1;
  }
  return count;
});
